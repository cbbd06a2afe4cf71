//! The name spaces of the parts of an Excel file.

/// That of `SpreadsheetML`.
pub const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
