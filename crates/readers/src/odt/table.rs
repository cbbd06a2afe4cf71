//! Tables: rows and cells with their spans.

use super::body::Body;
use crate::error::ReadError;
use crate::flow::Within;
use crate::xml::Element;
use tonghop_model::document::{Cell, Row, Table};

/// The most columns or rows that are believed of one cell, and the most times that one is repeated.
const MAX_SPAN: usize = 1000;

impl<'t> Body<'t> {
    /// Reads a table; cells are parted by tabs in the text, rows by line ends.
    pub(super) fn table(&mut self, element: Element<'t>) -> Result<Table, ReadError> {
        let start = self.flow.len();
        let mut table = Table::default();
        self.rows(element, &mut table)?;
        table.span = self.flow.span_from(start);
        Ok(table)
    }

    /// The rows of a table, also those in groups and headers.
    fn rows(&mut self, parent: Element<'t>, table: &mut Table) -> Result<(), ReadError> {
        for element in parent.children() {
            match element.name() {
                "table-row" if is_shown(element) => self.row(element, table)?,
                "table-row" => self.met.hidden += 1,
                "table-rows" | "table-header-rows" | "table-row-group" => self.rows(element, table)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self, element: Element<'t>, table: &mut Table) -> Result<(), ReadError> {
        let mut row = Row::default();
        let mut column = 0;
        for cell in element.children() {
            let repeated = number(cell, "number-columns-repeated");
            match cell.name() {
                "covered-table-cell" => column += repeated,
                "table-cell" => {
                    for _ in 0..repeated {
                        self.cell(cell, column, &mut row)?;
                        column += 1;
                    }
                }
                _ => {}
            }
        }
        self.flow.write("\n");
        table.rows.push(row);
        Ok(())
    }

    fn cell(&mut self, element: Element<'t>, column: usize, row: &mut Row) -> Result<(), ReadError> {
        self.flow.count()?;
        if !row.cells.is_empty() {
            self.flow.write("\t");
        }
        let mut blocks = Vec::new();
        self.blocks(element, Within::Cell, &mut blocks)?;
        row.cells.push(Cell {
            column,
            column_span: number(element, "number-columns-spanned"),
            row_span: number(element, "number-rows-spanned"),
            blocks,
        });
        Ok(())
    }
}

fn is_shown(row: Element) -> bool {
    !matches!(row.attribute("visibility"), Some("collapse" | "filter"))
}

fn number(element: Element, name: &str) -> usize {
    element.number(name).unwrap_or(1).clamp(1, MAX_SPAN)
}
