//! Tables: rows and cells with their spans.

use std::collections::HashMap;

use super::body::Body;
use super::inline::chosen;
use crate::error::ReadError;
use crate::flow::Within;
use crate::xml::Element;
use tonghop_model::document::{Cell, Row, Table};

/// The most columns that are believed of one cell; Word knows 63 in all.
const MAX_SPAN: usize = 1000;

/// How a cell is merged with its neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Merge {
    /// It stands for itself, or begins a merged cell.
    Own,
    /// It goes on with the cell before or above it.
    Continued,
}

/// The cells that may go on in the next row: row and index by the column they begin in.
type Open = HashMap<usize, (usize, usize)>;

impl<'t> Body<'t> {
    /// Reads a table; cells are parted by tabs in the text, rows by line ends.
    pub(super) fn table(&mut self, element: Element<'t>) -> Result<Table, ReadError> {
        let start = self.flow.len();
        let mut rows = Vec::new();
        self.parts(element, "tr", &mut rows);
        let mut table = Table::default();
        let mut open = Open::new();
        for row in rows {
            self.row(row, &mut table.rows, &mut open)?;
        }
        table.span = self.flow.span_from(start);
        Ok(table)
    }

    /// The rows of a table or the cells of a row, also those within content controls and recorded changes.
    fn parts(&mut self, parent: Element<'t>, name: &str, found: &mut Vec<Element<'t>>) {
        for element in parent.children() {
            match element.name() {
                known if known == name => found.push(element),
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.parts(element, name, found),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.parts(chosen, name, found);
                    }
                }
                "del" | "moveFrom" => self.met_changes(),
                _ => {}
            }
        }
    }

    fn row(&mut self, element: Element<'t>, rows: &mut Vec<Row>, open: &mut Open) -> Result<(), ReadError> {
        let properties = element.child("trPr");
        if properties.is_some_and(|properties| properties.child("del").is_some()) {
            self.met_changes();
            return Ok(());
        }
        let mut cells = Vec::new();
        self.parts(element, "tc", &mut cells);
        let index = rows.len();
        rows.push(Row::default());
        let mut column = properties.map_or(0, |properties| number(properties, "gridBefore", 0));
        for cell in cells {
            self.flow.count()?;
            let span = cell.child("tcPr").map_or(1, |properties| number(properties, "gridSpan", 1)).max(1);
            let (across, down) = merges(cell);
            if down == Merge::Continued && grow_down(rows, open, column, index) {
                // What stands in the hidden part of a merged cell is not on the page.
            } else if across == Merge::Continued && !rows[index].cells.is_empty() {
                rows[index].cells.iter_mut().next_back().into_iter().for_each(|before| before.column_span += span);
            } else {
                open.insert(column, (index, rows[index].cells.len()));
                let cell = self.cell(cell, column, span, !rows[index].cells.is_empty())?;
                rows[index].cells.push(cell);
            }
            column += span;
        }
        self.flow.write("\n");
        Ok(())
    }

    fn cell(&mut self, element: Element<'t>, column: usize, span: usize, tab: bool) -> Result<Cell, ReadError> {
        if tab {
            self.flow.write("\t");
        }
        let mut blocks = Vec::new();
        self.blocks(element, Within::Cell, &mut blocks)?;
        Ok(Cell { column, column_span: span, row_span: 1, blocks })
    }
}

/// Lets the cell above cover this row too; `false` where no cell above begins in the column.
fn grow_down(rows: &mut [Row], open: &Open, column: usize, row: usize) -> bool {
    let Some((above, index)) = open.get(&column) else { return false };
    let Some(cell) = rows.get_mut(*above).and_then(|row| row.cells.get_mut(*index)) else { return false };
    cell.row_span = row - above + 1;
    true
}

/// How a cell is merged across and down.
fn merges(cell: Element) -> (Merge, Merge) {
    let merge = |name| {
        let property = cell.child("tcPr").and_then(|properties| properties.child(name));
        match property.map(Element::value) {
            None | Some(Some("restart")) => Merge::Own,
            Some(_) => Merge::Continued,
        }
    };
    (merge("hMerge"), merge("vMerge"))
}

fn number(properties: Element, name: &str, default: usize) -> usize {
    properties.child_number(name).unwrap_or(default).min(MAX_SPAN)
}
