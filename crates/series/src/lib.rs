//! Statements to figures with indicator, unit and kind: what a report says.
//!
//! [`catalogue`] holds the indicators as data, [`fact`] matches figures to them, [`report`] is a report with all of it.

pub mod catalogue;
pub mod fact;
pub mod indicator_name;
pub mod report;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
