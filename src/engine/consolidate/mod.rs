//! Facts of several reports to the table of a period, with every derivation.
//!
//! Nghị định 09/2019/NĐ-CP closes the figures of a month on its 14th, so that the monthly reports of a period
//! tile it exactly: flows are the sum of their months, and a missing month is a gap to name, never to guess.
//!
//! | kind | total | where a month is missing |
//! |---|---|---|
//! | flow | sum of the months | none; the sum of the others stands in the notes |
//! | stock, cumulative, target, count | the latest month's | the latest there is, with a note |
//! | ratio | part and whole of the period, divided anew | none unless both have a total |
//! | change | none: it is derived anew from the cumulative figures | none |
//!
//! [`set`] decides which reports take part, [`table`] puts their facts in rows, [`rule`] makes the totals.

mod key;
mod rule;
mod set;
mod succession;
mod table;
#[cfg(test)]
mod tests;
mod wording;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::check;
use super::fact::Kind;
use super::finding::{Proof, Severity};
use super::report::Report;
use super::span::Span;
use super::vietnamese::period::Period;

pub use wording::{
    date as date_words, figure, month as month_name, month_of_year as month_words, months as months_words,
};

/// The name of the group of figures that no indicator claims.
pub const OTHERS: &str = "Số liệu khác";

/// Below this certainty, in thousandths, the indicator of a figure deserves a look before the figure is used.
pub const SURE: u16 = 700;

/// A report of the set, with the name that messages call it by.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// What was understood of it.
    pub report: &'a Report,
}

/// The table of a period.
///
/// Reports are named by their index among the sources, facts by their index in the report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The period; `None` where none was asked for and no monthly report suggests one.
    pub period: Option<Period>,
    /// The periods that the monthly reports of the set belong to, half-years first.
    pub choices: Vec<Period>,
    /// The months of the period, in order.
    pub months: Vec<MonthColumn>,
    /// The rows in the order of the catalogue; behind them, in order of appearance, the other figures.
    pub rows: Vec<Row>,
    /// What concerns the set: missing months, two reports of one month, another agency.
    pub findings: Vec<SetFinding>,
}

/// A month of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthColumn {
    /// The month.
    pub period: Period,
    /// The report whose figures stand in the column; `None` where the month is missing.
    pub report: Option<usize>,
}

/// An indicator over the months.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The indicator's id; `None` for a figure that no indicator claims.
    pub indicator: Option<String>,
    /// What it counts.
    pub label: String,
    /// The name of its system; [`OTHERS`] where there is none.
    pub system: String,
    /// What is counted.
    pub unit: String,
    /// How months add up.
    pub kind: Kind,
    /// How the total was made.
    pub rule: Rule,
    /// One cell a month; `None` where the month is missing or its report does not state the figure.
    pub cells: Vec<Option<Cell>>,
    /// The period's figure; `None` where it cannot be said.
    pub total: Option<Total>,
    /// The months whose figure the total would need.
    pub missing: Vec<Period>,
    /// How the total was made, or why there is none; in Vietnamese.
    pub derivation: String,
    /// What else to know; in Vietnamese.
    pub notes: Vec<String>,
}

/// A figure of one month and the fact that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The report, by its index among the sources.
    pub report: usize,
    /// The fact, by its index in the report.
    pub fact: usize,
    /// The value as it is understood.
    pub value: Decimal,
    /// The word with which the report makes it approximate.
    pub approximate: Option<&'static str>,
    /// The date that it is as of, where the report says one.
    pub as_of: Option<Date>,
    /// Whether it deserves a look: repaired, uncertain, or stated otherwise elsewhere in the report.
    pub look: bool,
}

/// The figure of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The value, with its precision.
    pub value: Decimal,
    /// The word that makes it approximate, because a figure that it is made of is.
    pub approximate: Option<&'static str>,
}

/// How a total is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The months are added.
    Sum,
    /// The latest month counts.
    Latest,
    /// The totals of part and whole are divided.
    Ratio,
    /// There is no total.
    None,
}

impl Rule {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Latest => "latest",
            Self::Ratio => "ratio",
            Self::None => "none",
        }
    }
}

/// Something that concerns the set of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFinding {
    /// A short stable name, such as `missing_months`.
    pub code: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// One Vietnamese sentence.
    pub message: String,
    /// What to do, where there is something; in Vietnamese.
    pub hint: Option<String>,
    /// The figures or heads that it is about.
    pub places: Vec<Place>,
    /// The calculations that show it, and the values that would mend it.
    pub proof: Proof,
}

/// A place in one of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The report, by its index among the sources.
    pub report: usize,
    /// Where it stands in the report's text; empty at 0 for the report as a whole.
    pub span: Span,
}

/// The table of a period from the reports of a set.
///
/// Without a period it is the half-year that most monthly reports belong to, the later one of two.
pub fn consolidate(sources: &[Source<'_>], period: Option<Period>, catalogue: &Catalogue) -> Table {
    let mut set = set::choose(sources, period);
    let rows = table::rows(sources, &set.months, catalogue, &mut set.findings);
    let periods: Vec<Period> = set.months.iter().map(|month| month.period).collect();
    set.findings.extend(check::months::check(&rows, &periods, sources, catalogue));
    Table { period: set.period, choices: set.choices, months: set.months, rows, findings: set.findings }
}
