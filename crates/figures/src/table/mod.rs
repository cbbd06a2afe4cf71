//! The table of a period: rows, cells and totals, each with what it came from.
//!
//! [`crate::consolidate`] makes it; the checks of the months and the writers read it.

pub mod choice;
mod key;
mod reconciled;
pub mod wording;

use jiff::civil::Date;
use rust_decimal::Decimal;

use tonghop_model::finding::SetFinding;
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::report::Report;

pub use choice::{Against, Choice, Closing};
pub use key::Key;
pub use reconciled::{Line, Reconciliation, Verdict};

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
        let name = if first == last { wording::month_name(month) } else { wording::month_words(month) };
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

/// An agency of the set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agency {
    /// Its name, with the province where the reports say it.
    pub name: String,
    /// Its reports, by their index among the sources.
    pub reports: Vec<usize>,
}

/// The reports of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rivals {
    /// The period.
    pub period: Period,
    /// The reports, by their index among the sources.
    pub reports: Vec<usize>,
    /// The one that stands for the period.
    pub used: usize,
}

/// An earlier period that a table is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Which one.
    pub against: Against,
    /// The earlier period.
    pub period: Period,
}

/// A row against an earlier period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The figure of the earlier period.
    pub base: Option<Total>,
    /// By how much the period's figure is larger; for percentages in points.
    pub difference: Option<Total>,
    /// The difference in percent of the base; `None` for percentages, and where the base is nothing.
    pub percent: Option<Decimal>,
    /// How the difference was made, or why there is none; in Vietnamese.
    pub derivation: String,
}

/// By how much a cumulative figure grew in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Increase {
    /// The increase; `None` where it cannot be said.
    pub total: Option<Total>,
    /// How it was made, or why there is none; in Vietnamese.
    pub derivation: String,
}
