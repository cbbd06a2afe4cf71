//! The grammar of Vietnamese administrative writing: folding, numbers, dates, periods, references.

pub mod format;
pub mod period;
