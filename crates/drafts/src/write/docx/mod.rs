//! A draft to a Word file in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! It is `WordprocessingML` (ECMA-376 part 1) written directly: the elements of the decree's layout are few, and a
//! library for the whole of Word would be several times the size of this folder and would hide the order of elements
//! that Word insists on. [`styles`] and [`numbering`] say how things look, [`body`] and [`annex`] what stands where;
//! `docs/draft.md` lists every element with its measured size, style and position.

mod annex;
mod body;
mod file;
mod findings;
mod numbering;
mod page;
mod paragraph;
mod part;
#[cfg(test)]
pub(super) mod schema;
mod styles;
#[cfg(test)]
mod tests;

use crate::draft::Draft;
use tonghop_figures::table::Table;

pub use findings::findings;

/// The Word file of a draft; `table` is the one that the draft was made from.
pub fn docx(draft: &Draft, table: &Table) -> Vec<u8> {
    file::package_of(body::document(draft, table), numbering::numbering(draft))
}
