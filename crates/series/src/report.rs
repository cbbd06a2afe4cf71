//! One report: the document, and all that was understood of it.

use crate::catalogue::Catalogue;
use crate::fact::{self, Fact};
use tonghop_model::document::Document;
use tonghop_model::finding::Finding;
use tonghop_statements::joined;
use tonghop_statements::line::{self, Line};
use tonghop_statements::numeral::{self, Numeral};
use tonghop_statements::outline::{self, Header, Section};
use tonghop_statements::relation::Relations;

/// A report, read and understood as far as the engine can.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The document that all spans count in.
    pub document: Document,
    /// Its paragraphs as tokens with their annotations, in order; those of tables among them.
    pub lines: Vec<Line>,
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
    /// What the reader noticed and what does not add up; none before the checks have run.
    pub findings: Vec<Finding>,
}

/// Takes a document through the stages behind the readers, up to its figures.
pub fn understand(mut document: Document, catalogue: &Catalogue) -> Report {
    joined::join(&mut document);
    let lines = line::lines(&document);
    let outline = outline::sections(&lines);
    let header = outline::header(&lines, &outline);
    let mut numerals = numeral::numerals(&lines);
    let (facts, relations) = fact::facts(&lines, &outline, &mut numerals, catalogue);
    Report { lines, header, outline, numerals, facts, relations, findings: Vec::new(), document }
}
