//! The engine: pure functions from bytes to documents, facts, findings, tables and drafts.

pub mod authority;
pub mod catalogue;
pub mod check;
pub mod consolidate;
pub mod decision;
pub mod document;
pub mod draft;
pub mod error;
pub mod fact;
pub mod finding;
pub mod foreign;
pub mod format;
mod joined;
pub mod layout;
pub mod notice;
pub mod numeral;
pub mod outline;
pub mod read;
pub mod remark;
pub mod report;
pub mod roman;
pub mod span;
#[cfg(test)]
pub(crate) mod testing;
pub mod vietnamese;
pub mod write;

pub use report::{Report, read};
