//! Numerals in context become facts: which indicator a figure belongs to, how certain that is, and what
//! to call a figure that no indicator claims.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::document::Document;
use super::numeral::Numeral;
use super::outline::{Header, Section};
use super::span::Span;

/// A figure of a report, as it should be understood, with the place it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The id of the indicator in the catalogue; `None` where no indicator claims the figure.
    pub indicator: Option<String>,
    /// What the figure counts, in Vietnamese: the indicator's name, or words of its context.
    pub label: String,
    /// The value as it should be understood; where the printed numeral is malformed, the proposed value.
    pub value: Decimal,
    /// The numeral as it is printed, or the words for nothing ("Không có").
    pub raw: String,
    /// What is counted ("hồ sơ", "%"); empty where nothing says it.
    pub unit: String,
    /// How figures of this kind add up over months.
    pub kind: Kind,
    /// Whether the report says that the figure is approximate (hơn, trên, khoảng).
    pub approximate: bool,
    /// The date that a stock or a cumulative figure is as of, where the text says it.
    pub as_of: Option<Date>,
    /// How certain the reading is, in thousandths, 0 to 1000.
    pub certainty: u16,
    /// Where the numeral stands.
    pub span: Span,
    /// Where the sentence stands that holds it.
    pub sentence: Span,
    /// The value that the numeral would have read as it is printed, where `value` is a repaired one.
    pub printed: Option<Decimal>,
}

/// How figures of an indicator add up over months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What happened in the period: months are summed.
    Flow,
    /// What there is at the end of the period: the latest counts.
    Stock,
    /// A share in percent: computed anew from its parts, never averaged.
    Ratio,
    /// Counted since the start of the year or since a named date: the latest counts.
    Cumulative,
    /// The difference to the period before: derived anew.
    Change,
    /// What should be reached.
    Target,
    /// Any other count or rate: the latest counts and nothing is added.
    Count,
}

/// The facts of a document, in order; the classes of the numerals they stand on are settled on the way.
pub fn facts(
    document: &Document,
    header: &Header,
    outline: &[Section],
    numerals: &mut [Numeral],
    catalogue: &Catalogue,
) -> Vec<Fact> {
    let _ = (document, header, outline, numerals, catalogue);
    Vec::new()
}
