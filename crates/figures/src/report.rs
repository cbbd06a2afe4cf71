//! One report through the whole engine: read, understood, and checked.

use crate::{check, remark};
use tonghop_model::document::Document;
use tonghop_readers::error::ReadError;
use tonghop_readers::{Options, document_with};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report;

pub use tonghop_series::report::Report;

/// Reads a report from the bytes of a file.
///
/// `name` is the file's name; it is only used to tell Markdown from plain text.
///
/// # Errors
/// Where the file cannot be read at all. What can be read in part comes back with findings.
pub fn read(name: &str, bytes: &[u8], catalogue: &Catalogue) -> Result<Report, ReadError> {
    read_with(name, bytes, &Options::default(), catalogue)
}

/// As [`read`], with what the official says of the file.
///
/// # Errors
/// As [`read`].
pub fn read_with(name: &str, bytes: &[u8], options: &Options, catalogue: &Catalogue) -> Result<Report, ReadError> {
    let document = document_with(name, bytes, options)?;
    Ok(understand(document, catalogue))
}

/// Takes a document through the stages behind the readers; what does not add up is among the findings.
pub fn understand(document: Document, catalogue: &Catalogue) -> Report {
    let mut report = report::understand(document, catalogue);
    report.findings = remark::findings(&report.document.notices);
    let findings = check::report(&report, catalogue);
    report.findings.extend(findings);
    report
}
