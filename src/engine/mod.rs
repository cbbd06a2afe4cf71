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
pub mod indicator_name;
mod joined;
pub mod kind;
pub mod layout;
pub mod line;
pub mod name_key;
pub mod numeral;
pub mod outline;
pub mod percent;
pub mod quotes;
pub mod read;
pub mod report;
pub mod span;
pub mod succession;
pub mod table;
#[cfg(test)]
pub(crate) mod testing;
pub mod vietnamese;
mod vocabulary;
pub mod write;

pub use report::{Report, read};
