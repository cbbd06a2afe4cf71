//! The one model that every reader yields: text, and the blocks that stand in it.
//!
//! [`Document::text`] is what offsets count in. For text files it is the file itself; for other formats
//! it is the text that the reader wrote down, list labels that Word computes included, so that an
//! official finds in it what stands on the page. Blocks hold cleaned text ([`Mapped`]) that leads back to it.

use crate::format::Format;
use crate::layout::Layout;
use crate::notice::Notice;
use crate::span::{Mapped, Span};

/// A report file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The format that the content showed.
    pub format: Format,
    /// The text in which all spans count, in Unicode scalar values.
    pub text: String,
    /// The body in reading order.
    pub blocks: Vec<Block>,
    /// Running headers and footers, kept apart: they repeat on each page and hold no figures of the report.
    pub margins: Vec<Paragraph>,
    /// What the reader noticed: parts left out, damage that was passed over.
    pub notices: Vec<Notice>,
    /// Where the text stands on the pages, for formats that have pages.
    pub layout: Option<Layout>,
}

/// A piece of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, a heading, a list item, a note.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// One paragraph, with the broken lines of its source joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The cleaned text, its list label included ("1. Lĩnh vực bưu chính", "- Tiếp nhận …").
    pub text: Mapped,
    /// What the format says that it is.
    pub role: Role,
    /// How many characters of `text` are a list label that the format told (and the space behind it); 0 where
    /// there is none, or where only its wording can tell.
    pub label_len: usize,
    /// Whether all of it is set in bold type.
    pub bold: bool,
}

/// What the format says that a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    #[default]
    Body,
    /// A heading of the given level, 1 outermost.
    Heading(u8),
    /// An item of a list of the given depth, 0 outermost.
    ListItem(u8),
    /// A footnote or endnote.
    Note,
    /// Text in a frame that floats over the page.
    TextBox,
}

/// A table as rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Where the table stands.
    pub span: Span,
    /// The rows, top to bottom.
    pub rows: Vec<Row>,
}

/// A row of a table; a cell that is continued from the row above is not repeated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The cells, left to right.
    pub cells: Vec<Cell>,
}

/// A cell of a table, which may span several columns and rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column in which it begins, from 0.
    pub column: usize,
    /// How many columns it covers, at least 1.
    pub column_span: usize,
    /// How many rows it covers, at least 1.
    pub row_span: usize,
    /// What stands in it; tables may stand in cells.
    pub blocks: Vec<Block>,
}

/// Where a paragraph stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the running text.
    Body,
    /// In a cell of a table.
    Cell {
        /// The index of the outermost table among the document's tables.
        table: usize,
        /// The row, from 0.
        row: usize,
        /// The first column that the cell covers, from 0.
        column: usize,
        /// How many columns it covers.
        columns: usize,
    },
}

impl Document {
    /// Every paragraph of the body in reading order, those in tables included, with its place.
    pub fn paragraphs(&self) -> Vec<(&Paragraph, Place)> {
        let mut found = Vec::new();
        let mut tables = 0;
        for block in &self.blocks {
            match block {
                Block::Paragraph(paragraph) => found.push((paragraph, Place::Body)),
                Block::Table(table) => {
                    collect_table(table, tables, &mut found);
                    tables += 1;
                }
            }
        }
        found
    }
}

fn collect_table<'a>(table: &'a Table, index: usize, found: &mut Vec<(&'a Paragraph, Place)>) {
    for (row, cells) in table.rows.iter().enumerate() {
        for cell in &cells.cells {
            let place = Place::Cell { table: index, row, column: cell.column, columns: cell.column_span };
            collect_cell(&cell.blocks, place, found);
        }
    }
}

/// Tables within a cell are read as part of that cell.
fn collect_cell<'a>(blocks: &'a [Block], place: Place, found: &mut Vec<(&'a Paragraph, Place)>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.push((paragraph, place)),
            Block::Table(table) => {
                table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .for_each(|cell| collect_cell(&cell.blocks, place, found));
            }
        }
    }
}
