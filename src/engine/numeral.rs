//! Every numeral of a document and its class.

use std::ops::Range;

use rust_decimal::Decimal;

use super::document::Document;
use super::outline::Section;
use super::span::Span;

/// A numeral of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// As it is printed, in cleaned text.
    pub raw: String,
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// The index of its paragraph among [`Document::paragraphs`].
    pub paragraph: usize,
    /// Where it stands in the paragraph's cleaned text, in characters.
    pub at: Range<usize>,
    /// Its value, for quantities.
    pub value: Option<Decimal>,
}

/// What a numeral is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A figure of the report.
    Fact,
    /// Part of a reference to a document.
    DocRef,
    /// A date, or part of one.
    Date,
    /// A month, quarter, year or other period.
    Period,
    /// The number of a section or list item.
    ListNumber,
    /// Part of a name (Covid-19, mức độ 4, Phường 6).
    Name,
    /// A count that belongs to the narrative.
    NarrativeCount,
    /// A page number.
    Page,
}

/// Every numeral of the body, in order.
pub fn numerals(document: &Document, outline: &[Section]) -> Vec<Numeral> {
    let _ = (document, outline);
    Vec::new()
}
