//! The table of a period and the text of its months to the draft of the report.
//!
//! Figures come from the table alone, each in a sentence of a pattern kept as data ([`pattern`], [`sentence`]); what
//! is not a figure is gathered from the months and never made up ([`gather`], [`merge`]). An outline says what stands
//! where ([`outline`]); what it has no place for stands in the annex with the whole table. What is left to the
//! official is an ellipsis: the number, the day, the addressee, and every figure that the months do not make.
//!
//! Every figure names its row, every gathered sentence the places it was read at, so that nothing in a draft is
//! without a source.

mod assemble;
mod compare;
pub mod edit;
mod gather;
mod letter;
mod merge;
mod open;
pub mod outline;
mod paper;
mod passage;
pub mod pattern;
mod sentence;
#[cfg(test)]
mod tests;
pub mod wording;

use outline::Outline;
use tonghop_figures::table::{Source, Table};
use tonghop_series::catalogue::Catalogue;

pub use paper::{Draft, Issues, Letterhead, Section, Signer};
pub use passage::{Form, Passage, Run};

/// The draft of the report on the period of a table.
///
/// `sources` are those that the table was made from.
pub fn draft(sources: &[Source<'_>], table: &Table, catalogue: &Catalogue, outline: &Outline) -> Draft {
    assemble::draft(sources, table, catalogue, outline)
}
