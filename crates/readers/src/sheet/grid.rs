//! A sheet as a grid of printed cells, and the grid as a table.

use std::collections::{BTreeMap, BTreeSet};

use crate::MAX_BLOCKS;
use crate::error::ReadError;
use crate::flow::{Flow, Line, Within};
use tonghop_model::document::{Block, Cell, Row, Table};
use tonghop_model::notice::Notice;

/// The most cells of which the empty ones are in the table too, so that every row has all columns.
const MAX_DENSE: usize = 20_000;

/// The most rows and columns that a merged cell is believed to have.
const MAX_SPAN: usize = 1_000;

/// The most cells that are believed to be covered by merged ones.
const MAX_COVERED: usize = 2_000_000;

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Its name, which stands over it.
    name: String,
    /// What is printed in its cells, by row and column from 0; cells without text are not there.
    rows: BTreeMap<usize, BTreeMap<usize, String>>,
    /// Merged cells: how many rows and columns they cover, by their first row and column.
    merged: BTreeMap<(usize, usize), (usize, usize)>,
    /// The rows and columns that are hidden.
    pub hidden_rows: BTreeSet<usize>,
    pub hidden_columns: BTreeSet<usize>,
}

/// What was met and left out in the sheets of a book.
#[derive(Debug, Default)]
pub(super) struct Met {
    /// The names of hidden sheets.
    pub sheets: Vec<String>,
    /// How many hidden rows and columns have text.
    pub lines: usize,
    /// How many formulas have no result.
    pub formulas: usize,
    /// Whether cells beyond the bound are left out.
    pub cut: bool,
    /// How many cells were read.
    cells: usize,
}

impl Met {
    /// What there is to say of it.
    pub fn notices(self) -> impl Iterator<Item = Notice> {
        let sheets = (!self.sheets.is_empty()).then_some(Notice::HiddenSheets { names: self.sheets });
        let lines = (self.lines > 0).then_some(Notice::HiddenLines { count: self.lines });
        let formulas = (self.formulas > 0).then_some(Notice::NoResult { formulas: self.formulas });
        let cut = self.cut.then_some(Notice::TooManyCells);
        [sheets, lines, formulas, cut].into_iter().flatten()
    }
}

impl Grid {
    /// A sheet without cells.
    pub fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Puts text in a cell; beyond the bound it is left out.
    pub fn put(&mut self, row: usize, column: usize, text: String, met: &mut Met) {
        if text.trim().is_empty() {
            return;
        }
        // Titles and empty cells count too, so that half of what a document may hold is for cells with text.
        if met.cells >= MAX_BLOCKS / 2 {
            met.cut = true;
            return;
        }
        met.cells += 1;
        self.rows.entry(row).or_default().insert(column, text);
    }

    /// Merges cells from a first to a last row and column.
    pub fn merge(&mut self, first: (usize, usize), last: (usize, usize)) {
        let rows = last.0.saturating_sub(first.0) + 1;
        let columns = last.1.saturating_sub(first.1) + 1;
        self.merged.insert(first, (rows.min(MAX_SPAN), columns.min(MAX_SPAN)));
    }

    /// Whether no cell has text.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the sheet: its name, then its table without what is empty around it.
    pub fn write(mut self, flow: &mut Flow, met: &mut Met, into: &mut Vec<Block>) -> Result<(), ReadError> {
        self.leave_out_hidden(met);
        let Some(frame) = self.frame() else { return Ok(()) };
        let heading = [Line { text: std::mem::take(&mut self.name), bold: true }];
        flow.lines(&heading, None, Some(1), Within::Body, into);
        let start = flow.len();
        let mut table = Table::default();
        let covered = self.covered();
        for (row, cells) in &self.rows {
            let mut written = Row::default();
            for column in frame.columns(cells) {
                if covered.contains(&(*row, column)) || self.hidden_columns.contains(&column) {
                    continue;
                }
                let text = cells.get(&column).map_or("", String::as_str);
                written.cells.push(self.cell((*row, column), frame.first, text, flow, !written.cells.is_empty())?);
            }
            flow.write("\n");
            table.rows.push(written);
        }
        table.span = flow.span_from(start);
        into.push(Block::Table(table));
        Ok(())
    }

    fn cell(
        &self,
        at: (usize, usize),
        first: usize,
        text: &str,
        flow: &mut Flow,
        tab: bool,
    ) -> Result<Cell, ReadError> {
        flow.count()?;
        if tab {
            flow.write("\t");
        }
        let mut blocks = Vec::new();
        let lines: Vec<Line> = text.split('\n').map(|line| Line { text: line.to_owned(), bold: false }).collect();
        flow.lines(&lines, None, None, Within::Cell, &mut blocks);
        let (rows, columns) = self.merged.get(&at).copied().unwrap_or((1, 1));
        // Rows that are left out do not count.
        let row_span = self.rows.range(at.0..at.0 + rows).count().max(1);
        Ok(Cell { column: at.1 - first, column_span: columns, row_span, blocks })
    }

    fn leave_out_hidden(&mut self, met: &mut Met) {
        for row in std::mem::take(&mut self.hidden_rows) {
            met.lines += usize::from(self.rows.remove(&row).is_some());
        }
        for column in &self.hidden_columns {
            let found = self.rows.values_mut().filter_map(|cells| cells.remove(column)).count();
            met.lines += usize::from(found > 0);
        }
        self.rows.retain(|_, cells| !cells.is_empty());
    }

    /// The cells that merged cells cover.
    fn covered(&self) -> BTreeSet<(usize, usize)> {
        let mut covered = BTreeSet::new();
        let mut looked_at = 0;
        for ((row, column), (rows, columns)) in &self.merged {
            for (below, _) in self.rows.range(*row..row + rows) {
                looked_at += columns;
                let cells = (*column..column + columns).map(|beside| (*below, beside));
                covered.extend(cells.filter(|cell| *cell != (*row, *column)));
            }
            // Merged cells that lie over each other would be looked at without end.
            if looked_at > MAX_COVERED {
                break;
            }
        }
        covered
    }

    /// The columns in which there is text; `None` where there is none at all.
    fn frame(&self) -> Option<Frame> {
        let columns = self.rows.values().flat_map(BTreeMap::keys);
        let (first, last) = columns.fold(None, |found: Option<(usize, usize)>, column| {
            let (first, last) = found.unwrap_or((*column, *column));
            Some((first.min(*column), last.max(*column)))
        })?;
        Some(Frame { first, last, dense: self.rows.len() * (last - first + 1) <= MAX_DENSE })
    }
}

/// The first and the last column of a table, and whether its empty cells are kept.
struct Frame {
    first: usize,
    last: usize,
    dense: bool,
}

impl Frame {
    fn columns(&self, cells: &BTreeMap<usize, String>) -> Vec<usize> {
        if self.dense { (self.first..=self.last).collect() } else { cells.keys().copied().collect() }
    }
}
