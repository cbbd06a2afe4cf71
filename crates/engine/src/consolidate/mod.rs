//! Facts of several reports to the table of a period, with every derivation.
//!
//! Nghị định 09/2019/NĐ-CP closes the figures of a month on its 14th, so that the monthly reports of a period
//! tile it exactly: flows are the sum of their months, and a missing month is a gap to name, never to guess.
//!
//! | kind | total | where a month is missing |
//! |---|---|---|
//! | flow | sum of the months | the figure of a quarter's report over it; else none, the sum of the others in the notes |
//! | stock, cumulative, target, count | the latest report's | the latest there is, with a note |
//! | rate ("phút/ngày") | the same in all months, or their mean by days | none |
//! | ratio | part and whole of the period, divided anew | none unless both have a total |
//! | change | derived anew from the figure that changes, against the month before the period | none |
//!
//! [`set`] decides which reports take part, [`table`] puts their facts in rows, [`rule`] makes the totals, [`derive`]
//! what rests on other rows or on the month before; [`compare`] sets the table against earlier periods, [`reconcile`]
//! the longer reports of the set against it. `docs/consolidation.md` tells it with examples.

pub mod choice;
mod closed;
mod compare;
mod derive;
mod issuer;
mod key;
mod ratio;
pub mod reconcile;
mod rivals;
mod rule;
mod series;
mod set;
mod stated;
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

pub use choice::{Against, Choice, Closing};
pub use compare::{Compared, Comparison};
pub use derive::Increase;
pub use issuer::{Agency, agency_of};
pub use reconcile::Reconciliation;
pub use rivals::Rivals;
pub use succession::same_issuer;
pub use table::Key;
pub use wording::{
    date as date_words, figure, moment as moment_words, month as month_name, month_of_year as month_words,
    months as months_words,
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
    /// Between which days the figures of a month are counted.
    pub closing: Closing,
    /// The agencies of the set; the table is of the one at [`Self::agency`].
    pub agencies: Vec<Agency>,
    /// The index of the table's agency.
    pub agency: usize,
    /// Where the set has several reports of one period, those to choose from.
    pub rivals: Vec<Rivals>,
    /// The earlier periods that the table is compared with, for which the set has reports.
    pub comparisons: Vec<Comparison>,
    /// All that it could be compared with.
    pub comparable: Vec<Comparison>,
    /// The longer reports of the set, each against what its months make.
    pub reconciliations: Vec<Reconciliation>,
}

impl Table {
    /// The head of a month's column: "Tháng 02", "Tháng 5", with the year where the months are of several.
    pub fn month_head(&self, month: Period) -> String {
        let first = self.months.first().map(|month| month.period.year());
        let last = self.months.last().map(|month| month.period.year());
        let name = if first == last { wording::month(month) } else { wording::month_of_year(month) };
        name.replacen('t', "T", 1)
    }

    /// The first and the last day whose figures the table holds.
    pub fn window(&self) -> Option<(Date, Date)> {
        self.closing.window(self.period?)
    }
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
    /// What longer reports on months of the period state of it.
    pub longer: Vec<LongCell>,
    /// The report that the total is of, where it is not made of several.
    pub dated: Option<Dated>,
    /// By how much a cumulative figure grew in the period.
    pub increase: Option<Increase>,
    /// The row against each of the table's [`Table::comparisons`].
    pub compared: Vec<Compared>,
}

/// A figure of a longer report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongCell {
    /// The period of the report.
    pub period: Period,
    /// The figure.
    pub cell: Cell,
}

/// Which report a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The month, or the longer period, of the report.
    pub period: Period,
    /// The date that the figure is as of, where the report says one.
    pub as_of: Option<Date>,
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
    /// The mean of the months, each weighing as many days as it has.
    Mean,
    /// The latest figure less that of the month before the period.
    Difference,
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
            Self::Mean => "mean",
            Self::Difference => "difference",
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
    consolidate_as(sources, &Choice { period, ..Choice::default() }, catalogue)
}

/// The table of a period, with what the user decided.
pub fn consolidate_as(sources: &[Source<'_>], choice: &Choice, catalogue: &Catalogue) -> Table {
    let mut set = set::choose(sources, choice);
    let maker = table::Maker { sources, catalogue, closing: choice.closing, own: &set.own };
    let (months, mut rows) = match set.period {
        Some(period) => (set.own.columns(period), maker.rows(period, false, &mut set.findings)),
        None => (Vec::new(), Vec::new()),
    };
    set.findings.extend(series::mark(&mut rows));
    set.findings.extend(closed::late(&months, &rows, &maker));
    let periods: Vec<Period> = months.iter().map(|month| month.period).collect();
    set.findings.extend(check::months::check(&rows, &periods, sources, catalogue));
    let reconciliations = set.period.map(|period| reconcile::all(&maker, period, &rows)).unwrap_or_default();
    let differing: Vec<SetFinding> =
        reconciliations.iter().flat_map(|found| reconcile::findings(found, &maker)).collect();
    // What a check of the months has said with its calculation is not said twice.
    let said: Vec<Place> = set
        .findings
        .iter()
        .filter(|told| told.code == check::months::LONGER)
        .flat_map(|told| told.places.clone())
        .collect();
    set.findings
        .extend(differing.into_iter().filter(|one| !one.places.first().is_some_and(|place| said.contains(place))));
    let comparisons =
        set.period.map(|period| compare::all(&maker, period, &choice.without, &mut rows)).unwrap_or_default();
    let comparable = set.period.map(|period| compare::known(&set.own, period)).unwrap_or_default();
    Table {
        comparable,
        period: set.period,
        choices: set.choices,
        months,
        rows,
        findings: set.findings,
        closing: choice.closing,
        agencies: set.agencies,
        agency: set.agency,
        rivals: set.rivals,
        comparisons,
        reconciliations,
    }
}
