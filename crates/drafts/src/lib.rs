//! The table and the months' text to the draft report, and both to files and the clipboard.

pub mod draft;
pub mod write;
