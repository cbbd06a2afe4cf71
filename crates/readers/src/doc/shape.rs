//! The cells of a row: where they end and how they are merged ([MS-DOC] 2.9.316, 2.9.321).

use crate::bytes::Bytes;
use crate::rows::{CellShape, Merge, RowShape};

/// The size of the description of a cell.
const CELL: usize = 20;

/// The cells that `sprmTDefTable` describes.
pub(super) fn cells(operand: Bytes) -> RowShape {
    let count = usize::from(operand.u8(0).unwrap_or(0));
    let edge = |index: usize| operand.i16(1 + 2 * index).map(i32::from);
    let cell = |index: usize| {
        // Descriptions may be missing at the end, where they say nothing.
        let flags = operand.u16(1 + 2 * (count + 1) + index * CELL).unwrap_or(0);
        let across = if flags & 0b11 == 1 { Merge::Continued } else { Merge::Own };
        Some(CellShape { right: edge(index + 1)?, across, down: down(flags >> 5) })
    };
    RowShape { left: edge(0).unwrap_or(0), cells: (0..count).map_while(cell).collect() }
}

/// Merges cells across: from the first up to before the last of the operand.
pub(super) fn merge(row: &mut RowShape, operand: Bytes) {
    let (first, end) = (operand.u8(0).unwrap_or(0), operand.u8(1).unwrap_or(0));
    let merged = row.cells.iter_mut().take(usize::from(end)).skip(usize::from(first) + 1);
    merged.for_each(|cell| cell.across = Merge::Continued);
}

/// Merges a cell down, or ends that.
pub(super) fn merge_down(row: &mut RowShape, operand: Bytes) {
    let (index, flags) = (operand.u8(0).unwrap_or(0), operand.u8(1).unwrap_or(0));
    if let Some(cell) = row.cells.get_mut(usize::from(index)) {
        cell.down = down(u16::from(flags));
    }
}

/// One says that the cell goes on with the one above it, three that it begins a merged cell.
fn down(flags: u16) -> Merge {
    if flags & 0b11 == 1 { Merge::Continued } else { Merge::Own }
}
