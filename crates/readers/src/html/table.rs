//! Tables: rows and cells with their spans.

use super::body::Body;
use super::style::Style;
use crate::error::ReadError;
use crate::flow::Within;
use crate::xml::Element;
use tonghop_model::document::{Block, Cell, Row, Table};

/// The most columns or rows that are believed of one cell, and the most columns that cells from above cover.
const MAX_SPAN: usize = 1000;

/// For each column how many rows more a cell from above covers.
type Covered = Vec<usize>;

impl<'t> Body<'t> {
    /// Reads a table; cells are parted by tabs in the text, rows by line ends.
    pub(super) fn table(&mut self, element: Element<'t>, into: &mut Vec<Block>) -> Result<(), ReadError> {
        for caption in element.children().filter(|child| child.name() == "caption") {
            self.blocks(caption, Within::Body, into)?;
        }
        let start = self.flow.len();
        let mut table = Table::default();
        self.rows(element, &mut table, &mut Covered::new())?;
        table.span = self.flow.span_from(start);
        if !table.rows.is_empty() {
            into.push(Block::Table(table));
        }
        Ok(())
    }

    fn rows(&mut self, parent: Element<'t>, table: &mut Table, covered: &mut Covered) -> Result<(), ReadError> {
        for element in parent.children() {
            match element.name() {
                "tr" if self.is_hidden(element) => {}
                "tr" => self.row(element, table, covered)?,
                "caption" | "colgroup" | "" => {}
                // Groups of rows, and what stands between them against the rules.
                _ => self.rows(element, table, covered)?,
            }
        }
        Ok(())
    }

    fn row(&mut self, element: Element<'t>, table: &mut Table, covered: &mut Covered) -> Result<(), ReadError> {
        let mut row = Row::default();
        let mut column = 0;
        for element in element.children().filter(|child| matches!(child.name(), "td" | "th")) {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let (column_span, row_span) = (number(element, "colspan"), number(element, "rowspan"));
            let cell = self.cell(element, Cell { column, column_span, row_span, blocks: Vec::new() }, &row)?;
            row.cells.push(cell);
            let end = column + column_span;
            if end <= MAX_SPAN {
                covered.resize(covered.len().max(end), 0);
                covered[column..end].fill(row_span);
            }
            column += column_span;
        }
        for rows in covered.iter_mut() {
            *rows = rows.saturating_sub(1);
        }
        self.flow.write("\n");
        table.rows.push(row);
        Ok(())
    }

    fn cell(&mut self, element: Element<'t>, mut cell: Cell, row: &Row) -> Result<Cell, ReadError> {
        self.flow.count()?;
        if !row.cells.is_empty() {
            self.flow.write("\t");
        }
        if !Style::of(element).hides() {
            self.blocks(element, Within::Cell, &mut cell.blocks)?;
        }
        Ok(cell)
    }
}

/// A span; 0 says as far as the table goes, which counts as one.
fn number(element: Element, name: &str) -> usize {
    element.attribute(name).and_then(|text| text.trim().parse().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
}
