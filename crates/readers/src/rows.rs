//! Tables of the older formats of Word: paragraphs that say how many tables they stand in, and marks that end cells
//! and rows. Only the mark at the end of a row says what shape its cells have.

use std::collections::HashMap;

use crate::error::ReadError;
use crate::flow::{Flow, Within};
use tonghop_model::document::{Block, Cell, Row, Table};

/// How deep tables may stand in each other; what claims to stand deeper counts as standing so deep.
const MAX_DEPTH: usize = 16;

/// The widest that two edges may stand apart and count as one, in twentieths of a point: programs round them.
const SAME_EDGE: i32 = 40;

/// The shape of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowShape {
    /// Where the row begins, in twentieths of a point.
    pub left: i32,
    /// Its cells, left to right.
    pub cells: Vec<CellShape>,
}

/// The shape of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellShape {
    /// Where it ends, in twentieths of a point.
    pub right: i32,
    /// How it is merged with the cell before it.
    pub across: Merge,
    /// How it is merged with the cell above it.
    pub down: Merge,
}

/// How a cell is merged with its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Merge {
    /// It stands for itself, or begins a merged cell.
    #[default]
    Own,
    /// It goes on with its neighbour.
    Continued,
}

/// Blocks that are put together as they come.
#[derive(Debug, Default)]
pub(super) struct Rows {
    blocks: Vec<Block>,
    /// The tables that are open, the outermost first.
    open: Vec<Open>,
}

/// A table that is still read.
#[derive(Debug)]
struct Open {
    start: usize,
    rows: Vec<(RowShape, Vec<Vec<Block>>)>,
    /// The cells of the row that is read.
    cells: Vec<Vec<Block>>,
    /// What stands so far in the cell that is read.
    cell: Vec<Block>,
    /// Whether a tab has to be written before anything else of the row.
    tab: bool,
}

impl Rows {
    /// Where blocks go that stand in so many tables.
    pub fn at(&mut self, depth: usize, flow: &mut Flow) -> &mut Vec<Block> {
        let depth = depth.min(MAX_DEPTH);
        while self.open.len() > depth {
            self.close(flow);
        }
        while self.open.len() < depth {
            let open = Open { start: flow.len(), rows: Vec::new(), cells: Vec::new(), cell: Vec::new(), tab: false };
            self.open.push(open);
        }
        let Some(open) = self.open.last_mut() else { return &mut self.blocks };
        if std::mem::take(&mut open.tab) {
            flow.write("\t");
        }
        &mut open.cell
    }

    /// What blocks at a depth stand in.
    pub fn within(depth: usize) -> Within {
        if depth == 0 { Within::Body } else { Within::Cell }
    }

    /// Ends a cell of the innermost table.
    pub fn end_cell(&mut self, flow: &mut Flow) -> Result<(), ReadError> {
        flow.count()?;
        if let Some(open) = self.open.last_mut() {
            if std::mem::replace(&mut open.tab, true) {
                flow.write("\t");
            }
            open.cells.push(std::mem::take(&mut open.cell));
        }
        Ok(())
    }

    /// Ends a row of the innermost table.
    pub fn end_row(&mut self, shape: RowShape, flow: &mut Flow) {
        if let Some(open) = self.open.last_mut() {
            open.end_row(shape, flow);
        }
    }

    /// The blocks, with all tables closed.
    pub fn finish(mut self, flow: &mut Flow) -> Vec<Block> {
        self.at(0, flow);
        self.blocks
    }

    fn close(&mut self, flow: &mut Flow) {
        let Some(mut open) = self.open.pop() else { return };
        // A row whose end is missing is a row all the same.
        if !open.cell.is_empty() {
            open.cells.push(std::mem::take(&mut open.cell));
        }
        if !open.cells.is_empty() {
            open.end_row(RowShape::default(), flow);
        }
        let table = Block::Table(open.table(flow));
        let within = self.open.last_mut().map_or(&mut self.blocks, |outer| &mut outer.cell);
        within.push(table);
    }
}

impl Open {
    fn end_row(&mut self, shape: RowShape, flow: &mut Flow) {
        flow.write("\n");
        self.tab = false;
        let mut cells = std::mem::take(&mut self.cells);
        // Text behind the last mark of a cell belongs to no cell; it is kept with the last one.
        match cells.last_mut() {
            Some(last) => last.append(&mut self.cell),
            None if !self.cell.is_empty() => cells.push(std::mem::take(&mut self.cell)),
            None => return,
        }
        self.rows.push((shape, cells));
    }

    fn table(self, flow: &Flow) -> Table {
        let edges = edges(&self.rows);
        let mut table = Table { span: flow.span_from(self.start), rows: Vec::new() };
        let mut above = HashMap::new();
        for (shape, cells) in self.rows {
            place(&shape, cells, &edges, &mut table.rows, &mut above);
        }
        table
    }
}

/// The edges of all cells, each once, left to right.
fn edges(rows: &[(RowShape, Vec<Vec<Block>>)]) -> Vec<i32> {
    let all = rows.iter().flat_map(|(shape, _)| {
        let left = (!shape.cells.is_empty()).then_some(shape.left);
        left.into_iter().chain(shape.cells.iter().map(|cell| cell.right))
    });
    let mut edges: Vec<i32> = all.collect();
    edges.sort_unstable();
    let mut kept: Vec<i32> = Vec::new();
    for edge in edges {
        if kept.last().is_none_or(|last| edge.saturating_sub(*last) > SAME_EDGE) {
            kept.push(edge);
        }
    }
    kept
}

/// The column that begins at an edge.
fn column(edges: &[i32], edge: i32) -> usize {
    edges.partition_point(|known| *known <= edge).saturating_sub(1)
}

/// Puts the cells of a row in their columns. `above` has the last cell that begins in each column: row and index.
fn place(
    shape: &RowShape,
    cells: Vec<Vec<Block>>,
    edges: &[i32],
    rows: &mut Vec<Row>,
    above: &mut HashMap<usize, (usize, usize)>,
) {
    let index = rows.len();
    rows.push(Row::default());
    let mut next = if shape.cells.is_empty() { 0 } else { column(edges, shape.left) };
    for (number, blocks) in cells.into_iter().enumerate() {
        let own = shape.cells.get(number).copied();
        let end = own.map_or(next + 1, |cell| column(edges, cell.right)).max(next + 1);
        let (column, span) = (next, end - next);
        next = end;
        let across = own.map_or(Merge::Own, |cell| cell.across);
        let down = own.map_or(Merge::Own, |cell| cell.down);
        if down == Merge::Continued && grow_down(rows, above, column, index) {
            // What stands in the hidden part of a merged cell is not on the page.
        } else if across == Merge::Continued && !rows[index].cells.is_empty() {
            rows[index].cells.iter_mut().next_back().into_iter().for_each(|before| before.column_span += span);
        } else {
            above.insert(column, (index, rows[index].cells.len()));
            rows[index].cells.push(Cell { column, column_span: span, row_span: 1, blocks });
        }
    }
}

/// Lets the cell above cover this row too; `false` where no cell above begins in the column.
fn grow_down(rows: &mut [Row], above: &HashMap<usize, (usize, usize)>, column: usize, row: usize) -> bool {
    let Some((top, index)) = above.get(&column) else { return false };
    let Some(cell) = rows.get_mut(*top).and_then(|row| row.cells.get_mut(*index)) else { return false };
    cell.row_span = row - top + 1;
    true
}
