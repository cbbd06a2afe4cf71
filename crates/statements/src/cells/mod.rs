//! The values of tables, each with what its row and its column say of it.
//!
//! A value has no sentence around it. Its row's label and unit are put beside it as if they were one ("Văn bản điện
//! tử đi: 7.480 văn bản"), so that the same cues hold for it; the head of its column tells what it is (the month's
//! figure, a target, a comparison), and the caption and the rows that head a group are its scope.

mod cell;
mod grid;
mod loose;
mod piece;

use crate::line::Line;
use crate::numeral::Numeral;
use crate::outline::Section;
pub use cell::{Cell, Column};
pub use piece::Piece;

/// The values of all tables, in order: those of real tables, and of tables that a PDF gives as lines.
pub fn cells(lines: &[Line], outline: &[Section], numerals: &[Numeral]) -> Vec<Cell> {
    let mut found = grid::cells(lines, numerals);
    let first = found.len();
    found.extend(
        loose::cells(lines, outline, numerals)
            .into_iter()
            .map(|cell| Cell { above: cell.above.map(|above| first + above), ..cell }),
    );
    found
}
