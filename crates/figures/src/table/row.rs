//! A row of the table: its cells, its total, and what each was made from.

use jiff::civil::Date;
use rust_decimal::Decimal;

use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::period::Period;

/// The name of the group of figures that no indicator claims.
pub const OTHERS: &str = "Số liệu khác";

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
    /// The row against each of the table's [`super::Table::comparisons`].
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
