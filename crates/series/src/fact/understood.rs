//! A figure as it is understood, and as it was before an official decided on it.

use jiff::civil::Date;
use rust_decimal::Decimal;

use tonghop_model::kind::Kind;
use tonghop_model::span::Span;

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
    /// The word with which the report says that the figure is approximate ("hơn", "trên", "khoảng").
    pub approximate: Option<&'static str>,
    /// The date that a stock or a cumulative figure is as of, where the text says it.
    pub as_of: Option<Date>,
    /// How certain the reading is, in thousandths, 0 to 1000.
    pub certainty: u16,
    /// The index of the line that it stands in among the report's lines.
    pub line: usize,
    /// Where the numeral stands.
    pub span: Span,
    /// Where the sentence stands that holds it.
    pub sentence: Span,
    /// The value that the numeral would have read as it is printed, where `value` is a repaired one.
    pub printed: Option<Decimal>,
    /// What an official decided on it; `value` is then the decided one.
    pub decided: Option<Decided>,
}

/// What a figure was before an official decided on it, so that the decision can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The value as it was understood.
    pub value: Decimal,
    /// The value that the numeral would have read as it is printed, where that was another.
    pub printed: Option<Decimal>,
    /// The word that made it approximate.
    pub approximate: Option<&'static str>,
    /// The reason that the official gave; may be empty.
    pub reason: String,
}
