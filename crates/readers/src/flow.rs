//! The text that a reader writes while it reads, and the paragraphs that it makes of it.
//!
//! Formats that are no plain text have no text of their own for spans to count in: it is written here, a line a
//! paragraph, the cells of a table parted by tabs and its rows by line ends.

use crate::error::ReadError;
use crate::wording::{self, Beginning};
use crate::{MAX_BLOCKS, MAX_TEXT};
use tonghop_model::document::{Block, Paragraph, Role};
use tonghop_model::span::{Mapper, Span};
use tonghop_model::vietnamese::legacy::{self, Coding, Converted};

/// Where blocks stand, which decides how they are set apart in the text and what they count as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    Body,
    Cell,
    TextBox,
    Note,
}

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The text, tabs included.
    pub text: String,
    /// Whether all that prints is bold.
    pub bold: bool,
}

/// The lines of a paragraph while runs of text are added to them.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<OpenLine>);

#[derive(Debug)]
struct OpenLine {
    text: legacy::Runs,
    bold: bool,
    blank: bool,
}

impl Lines {
    /// Appends a run of text; `coding` is what its font says of its letters.
    pub fn push(&mut self, text: &str, bold: bool, coding: Option<Coding>) {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 || self.0.is_empty() {
                self.0.push(OpenLine { text: legacy::Runs::default(), bold: true, blank: true });
            }
            if let Some(line) = self.0.last_mut() {
                let blank = part.trim().is_empty();
                line.text.push(part, coding);
                line.bold &= bold || blank;
                line.blank &= blank;
            }
        }
    }

    /// Whether there is nothing but spaces.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|line| line.blank)
    }

    /// The lines with their letters as the fonts print them; what is converted is counted.
    pub fn finish(self, converted: &mut Converted) -> Vec<Line> {
        let close = |line: OpenLine| {
            let (text, found) = line.text.finish();
            converted.extend(&found);
            Line { text, bold: line.bold }
        };
        self.0.into_iter().map(close).collect()
    }
}

/// A label of a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// As it is printed, with the space that parts it from the text.
    pub text: String,
    /// How deep the item stands, 0 outermost.
    pub level: usize,
}

/// The text that was written, and how much of it there is.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    /// How many characters `text` has.
    len: usize,
    count: usize,
}

impl Flow {
    /// The text that was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// How many characters were written.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Writes what parts two things in the text.
    pub fn write(&mut self, text: &str) {
        self.text.push_str(text);
        self.len += text.chars().count();
    }

    /// Counts a block or a cell.
    ///
    /// # Errors
    /// Where there are more than any report has.
    pub fn count(&mut self) -> Result<(), ReadError> {
        self.count += 1;
        let within = self.count <= MAX_BLOCKS && self.text.len() <= MAX_TEXT;
        if within { Ok(()) } else { Err(ReadError::Hostile) }
    }

    /// The span from a place to the end of what is written.
    pub fn span_from(&self, start: usize) -> Span {
        Span::new(start, self.len)
    }

    /// The lines of a paragraph: breaks within it are spaces, unless the next line is plainly a paragraph of its own.
    ///
    /// `heading` is the level of a heading, 1 outermost.
    pub fn lines(
        &mut self,
        lines: &[Line],
        mut label: Option<Label>,
        heading: Option<u8>,
        within: Within,
        into: &mut Vec<Block>,
    ) {
        let role = role(within, heading, label.as_ref());
        let mut rest = lines;
        while !rest.is_empty() {
            let end = (1..rest.len()).find(|at| stands_apart(&rest[at - 1], &rest[*at])).unwrap_or(rest.len());
            into.extend(self.paragraph(&rest[..end], label.take(), role, within).map(Block::Paragraph));
            rest = &rest[end..];
        }
    }

    fn paragraph(&mut self, lines: &[Line], label: Option<Label>, role: Role, within: Within) -> Option<Paragraph> {
        if lines.iter().all(|line| line.text.trim().is_empty()) {
            return None;
        }
        let label = label.map_or(String::new(), |label| label.text);
        let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let text = format!("{label}{}", text.join("\n"));
        let mut mapper = Mapper::new();
        mapper.push(&text, self.len);
        self.write(&text);
        self.write(if within == Within::Cell { " " } else { "\n" });
        let text = mapper.finish();
        let label_len = label.chars().count().min(text.len());
        let bold = lines.iter().all(|line| line.bold);
        (!text.is_empty()).then_some(Paragraph { text, role, label_len, bold })
    }
}

fn role(within: Within, heading: Option<u8>, label: Option<&Label>) -> Role {
    match (within, heading, label) {
        (Within::Note, _, _) => Role::Note,
        (Within::TextBox, _, _) => Role::TextBox,
        (_, Some(level), _) => Role::Heading(level),
        (_, None, Some(label)) => Role::ListItem(u8::try_from(label.level).unwrap_or(u8::MAX)),
        (_, None, None) => Role::Body,
    }
}

/// Whether a line behind a break begins with a list mark, or ends a title in capitals.
fn stands_apart(before: &Line, line: &Line) -> bool {
    let marked = matches!(wording::beginning(line.text.trim_start()), Beginning::Mark | Beginning::Number);
    let titled = wording::in_capitals(&before.text) && line.text.contains(char::is_lowercase);
    // The label of the paragraph belongs to its first line that has text.
    !before.text.trim().is_empty() && (marked || titled)
}

/// The paragraphs of blocks, those in tables included.
pub(super) fn flatten(blocks: Vec<Block>, into: &mut Vec<Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => into.push(paragraph),
            Block::Table(table) => {
                let cells = table.rows.into_iter().flat_map(|row| row.cells);
                cells.for_each(|cell| flatten(cell.blocks, into));
            }
        }
    }
}
