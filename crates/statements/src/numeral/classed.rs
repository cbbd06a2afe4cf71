//! A numeral with its class, and for quantities its value.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::line::Line;
use tonghop_model::span::Span;
use tonghop_numbers::number::Shape;

/// A numeral of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// As it is printed, in cleaned text, a percent sign included.
    pub raw: String,
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// The index of its paragraph among [`Document::paragraphs`](tonghop_model::document::Document::paragraphs).
    pub paragraph: usize,
    /// Where it stands in the paragraph's cleaned text, in characters.
    pub at: Range<usize>,
    /// The index of its token in the paragraph's line.
    pub token: usize,
    /// Its value and shape, for quantities.
    pub quantity: Option<Quantity>,
    /// The value that is proposed where the shape is wrong and something speaks for a value.
    pub proposal: Option<Proposal>,
}

/// The value of a numeral that counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The value as it is printed, with the printed number of decimals.
    pub value: Decimal,
    /// How it is written.
    pub shape: Shape,
    /// Whether a percent sign follows.
    pub percent: bool,
    /// The power of ten that the words behind it multiply it by: 3 for "nghìn", 15 for "triệu tỷ", 0 for none.
    pub power: u32,
}

/// What a numeral is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// A code, a version, an address, a telephone number: digits that nobody counts.
    Identifier,
    /// A count that belongs to the narrative.
    NarrativeCount,
    /// A page number.
    Page,
}

impl Class {
    /// The name of the class as the command line prints it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::DocRef => "doc_ref",
            Self::Date => "date",
            Self::Period => "period",
            Self::ListNumber => "list_number",
            Self::Name => "name",
            Self::Identifier => "identifier",
            Self::NarrativeCount => "narrative_count",
            Self::Page => "page",
        }
    }
}

/// The value that is proposed for a numeral of a wrong shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The value.
    pub value: Decimal,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// What speaks for a proposed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It is what the other parts leave of the total.
    Rest {
        /// The total.
        total: Decimal,
        /// The other parts.
        others: Vec<Decimal>,
    },
    /// It is what the parts behind it make.
    Sum(Vec<Decimal>),
    /// The percentage beside it holds.
    Share {
        /// The part.
        part: Decimal,
        /// The whole.
        whole: Decimal,
        /// The printed percentage.
        percent: Decimal,
    },
    /// It is counted in this unit, so that it has no decimals.
    Counted(String),
    /// It is measured in this unit, so that it has decimals.
    Measured(String),
}

/// Whether a quantity is written in a shape that no figure has, or may not have.
pub fn is_doubtful(quantity: Quantity) -> bool {
    matches!(quantity.shape, Shape::Comma | Shape::Broken | Shape::Point | Shape::Swapped)
}

/// A numeral before it knows its place in the document.
pub(super) struct Piece {
    /// Where it stands in the paragraph's cleaned text, in characters.
    pub at: Range<usize>,
    /// What it is.
    pub class: Class,
    /// Its value and shape, for quantities.
    pub quantity: Option<Quantity>,
}

impl Piece {
    /// The numeral at a token of a paragraph's line.
    pub fn numeral(self, line: &Line, paragraph: usize, token: usize) -> Numeral {
        let text = &line.paragraph.text;
        Numeral {
            raw: text.slice(self.at.clone()),
            span: text.span(self.at.clone()),
            class: self.class,
            paragraph,
            at: self.at,
            token,
            quantity: self.quantity,
            proposal: None,
        }
    }
}
