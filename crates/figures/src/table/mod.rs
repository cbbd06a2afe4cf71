//! The table of a period: rows, cells and totals, each with what it came from.
//!
//! [`crate::consolidate`] makes it; the checks of the months and the writers read it.

pub mod choice;
mod key;
mod reconciled;
mod row;
pub mod wording;

use jiff::civil::Date;
use tonghop_model::finding::SetFinding;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::report::Report;

pub use choice::{Against, Choice, Closing};
pub use key::Key;
pub use reconciled::{Line, Reconciliation, Verdict};
pub use row::{Cell, Compared, Dated, Increase, LongCell, OTHERS, Row, Rule, Total};

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
