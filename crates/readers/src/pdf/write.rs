//! What was found as a document: the text that spans count in, the blocks, and where each word stands.

use super::line::Line;
use super::page::Lie;
use super::paragraph::{self, Setting};
use super::table::{Field, Sheet};
use crate::error::ReadError;
use crate::wording::{self, Ending};
use crate::{MAX_BLOCKS, MAX_TEXT};
use tonghop_model::document::{Block, Cell, Paragraph, Role, Row, Table};
use tonghop_model::layout::Layout;
use tonghop_model::span::{Mapper, Span};
use tonghop_model::vietnamese::legacy::Converted;

/// Writes blocks one behind the other.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub text: String,
    pub layout: Layout,
    /// How the writing lies on each page.
    pub lies: Vec<Lie>,
    /// What was written in fonts of older encodings.
    pub converted: Converted,
    /// How many characters `text` has.
    len: usize,
    count: usize,
}

impl Writer {
    /// Writes a paragraph; `None` where there is nothing in it. `end` parts it from what follows.
    ///
    /// # Errors
    /// Where the document is larger than any report.
    pub fn paragraph(&mut self, lines: &[Line], end: char) -> Result<Option<Paragraph>, ReadError> {
        self.count += 1;
        if self.count > MAX_BLOCKS || self.text.len() > MAX_TEXT {
            return Err(ReadError::Hostile);
        }
        let mut mapper = Mapper::new();
        for (index, line) in lines.iter().enumerate() {
            self.line(line, &mut mapper);
            let Some(next) = lines.get(index + 1) else { break };
            // A line that was broken within a word or number goes on without a space.
            if line.spaced || !glued(line, next) {
                mapper.push_char(' ', self.len);
            }
            self.push('\n');
        }
        self.push(end);
        let text = mapper.finish();
        let bold = lines.iter().all(|line| line.bold);
        Ok((!text.is_empty()).then_some(Paragraph { text, role: Role::Body, label_len: 0, bold }))
    }

    /// Writes a table: cells are parted by tabs, rows by line ends.
    ///
    /// # Errors
    /// As [`Self::paragraph`].
    pub fn table(&mut self, sheet: &Sheet) -> Result<Table, ReadError> {
        let start = self.len;
        let mut rows = Vec::new();
        for fields in &sheet.rows {
            let mut cells = Vec::new();
            for field in fields {
                if !cells.is_empty() {
                    self.push('\t');
                }
                cells.push(self.cell(field)?);
            }
            self.push('\n');
            rows.push(Row { cells });
        }
        Ok(Table { span: Span::new(start, self.len), rows })
    }

    fn cell(&mut self, field: &Field) -> Result<Cell, ReadError> {
        let setting = Setting {
            right: field.sides.1,
            ..Setting::of(&field.lines.iter().collect::<Vec<_>>()).unwrap_or_default()
        };
        let mut blocks = Vec::new();
        for lines in paragraph::paragraphs(field.lines.clone(), |_| setting) {
            blocks.extend(self.paragraph(&lines, ' ')?.map(Block::Paragraph));
        }
        let Field { column, column_span, row_span, .. } = *field;
        Ok(Cell { column, column_span, row_span, blocks })
    }

    fn line(&mut self, line: &Line, mapper: &mut Mapper) {
        self.converted.extend(&line.converted);
        for (index, word) in line.words.iter().enumerate() {
            if index > 0 {
                mapper.push_char(' ', self.len);
                self.push(' ');
            }
            let start = self.len;
            mapper.push(&word.text, start);
            self.text.push_str(&word.text);
            self.len += word.text.chars().count();
            let area = self.lies.get(line.page).map_or(word.area, |lie| lie.seen(word.area));
            self.layout.push(Span::new(start, self.len), line.page, area);
        }
    }

    fn push(&mut self, c: char) {
        self.text.push(c);
        self.len += 1;
    }
}

fn glued(line: &Line, next: &Line) -> bool {
    let goes_on = next.words.first().and_then(|word| word.text.chars().next()).is_some_and(char::is_alphanumeric);
    goes_on && wording::ending(&line.text()) == Ending::Glued
}
