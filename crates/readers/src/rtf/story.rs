//! Paragraphs as they are met, and the blocks that they become.

use crate::count::bullet;
use crate::error::ReadError;
use crate::flow::{Flow, Label, Lines, Within};
use crate::met::Met;
use crate::rows::{RowShape, Rows};
use tonghop_model::document::Block;

/// What ends with a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ends {
    #[default]
    Paragraph,
    Cell,
    Row,
}

/// How a paragraph is set; `\pard` sets all of it back.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    /// Whether it stands in a table.
    pub in_table: bool,
    /// How many tables it stands in, where that is said.
    pub depth: usize,
    /// How deep in a list it stands, 0 outermost.
    pub level: usize,
    /// Its style.
    pub style: i32,
    /// Its outline level, 0 outermost.
    pub outline: Option<u8>,
}

impl Layout {
    /// How many tables it stands in.
    pub fn depth(&self) -> usize {
        if self.in_table { self.depth.max(1) } else { 0 }
    }
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub lines: Lines,
    /// The label of its list, as the file gives it.
    pub label: Lines,
    /// How deep in tables it stands.
    pub depth: usize,
    /// How deep in its list.
    pub level: usize,
    /// The level of heading that it is, 1 outermost.
    pub heading: Option<u8>,
    pub ends: Ends,
    /// The shape of the row that it ends.
    pub row: RowShape,
    /// Notes and boxes that hang on it.
    pub hung: Vec<(Within, Vec<Paragraph>)>,
}

/// Writes paragraphs and makes blocks of them.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub flow: Flow,
    pub met: Met,
}

impl Writer {
    /// The blocks of paragraphs that stand apart.
    pub fn blocks(&mut self, paragraphs: Vec<Paragraph>, within: Within) -> Result<Vec<Block>, ReadError> {
        let mut rows = Rows::default();
        for paragraph in paragraphs {
            self.paragraph(paragraph, within, &mut rows)?;
        }
        Ok(rows.finish(&mut self.flow))
    }

    /// Adds a paragraph to the blocks.
    pub fn paragraph(&mut self, paragraph: Paragraph, within: Within, rows: &mut Rows) -> Result<(), ReadError> {
        self.flow.count()?;
        let Paragraph { depth, ends, .. } = paragraph;
        // Text between the last cell of a row and its end is nowhere on the page.
        if ends == Ends::Row {
            rows.at(depth, &mut self.flow);
            rows.end_row(paragraph.row, &mut self.flow);
            return Ok(());
        }
        let lines = paragraph.lines.finish(&mut self.met.converted);
        let label = self.label(paragraph.label, paragraph.level);
        let place = if within == Within::Body { Rows::within(depth) } else { within };
        let into = rows.at(depth, &mut self.flow);
        self.flow.lines(&lines, label, paragraph.heading, place, into);
        for (within, hung) in paragraph.hung {
            let blocks = self.blocks(hung, within)?;
            rows.at(depth, &mut self.flow).extend(blocks);
        }
        if ends == Ends::Cell {
            rows.end_cell(&mut self.flow)?;
        }
        Ok(())
    }

    fn label(&mut self, lines: Lines, level: usize) -> Option<Label> {
        let text: String = lines.finish(&mut self.met.converted).into_iter().map(|line| line.text).collect();
        let text = text.trim();
        // Pictures of symbol fonts are one private letter.
        let private = text.chars().all(|c| matches!(c, '\u{E000}'..='\u{F8FF}'));
        let text = if private { bullet(text) } else { text };
        (!text.is_empty()).then(|| Label { text: format!("{text} "), level })
    }
}
