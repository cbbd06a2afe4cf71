//! One report through the whole engine: the document, and all that was understood of it.

use super::catalogue::Catalogue;
use super::document::Document;
use super::error::ReadError;
use super::fact::relation::Relations;
use super::fact::{self, Fact};
use super::finding::Finding;
use super::joined;
use super::numeral::{self, Numeral, line};
use super::outline::{self, Header, Section};
use super::read::Options;
use super::{check, read as reader, remark};

/// A report, read and understood as far as the engine can.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The document that all spans count in.
    pub document: Document,
    /// Who reports to whom on what period.
    pub header: Header,
    /// The numbered sections, in order.
    pub outline: Vec<Section>,
    /// Every numeral of the body, in order, each with its class.
    pub numerals: Vec<Numeral>,
    /// The figures, in order: those that an indicator of the catalogue claims, and the others with a label
    /// made of their context.
    pub facts: Vec<Fact>,
    /// How the figures hang together by the way they are written.
    pub relations: Relations,
    /// What does not add up, and what the reader noticed.
    pub findings: Vec<Finding>,
}

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
    let document = reader::document_with(name, bytes, options)?;
    Ok(understand(document, catalogue))
}

/// Takes a document through the stages behind the readers.
pub fn understand(mut document: Document, catalogue: &Catalogue) -> Report {
    joined::join(&mut document);
    let lines = line::lines(&document);
    let outline = outline::sections(&lines);
    let header = outline::header(&lines, &outline);
    let mut numerals = numeral::numerals(&lines);
    let (facts, relations) = fact::facts(&lines, &outline, &mut numerals, catalogue);
    drop(lines);
    let mut report = Report {
        header,
        outline,
        numerals,
        facts,
        relations,
        findings: remark::findings(&document.notices),
        document,
    };
    let findings = check::report(&report, catalogue);
    report.findings.extend(findings);
    report
}
