//! A longer report of the set against what its months make.

use rust_decimal::Decimal;

use super::row::{Cell, Total};
use tonghop_model::vietnamese::period::Period;

/// A longer report against its months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// The report, by its index among the sources.
    pub report: usize,
    /// Its period.
    pub period: Period,
    /// Its figures in the order of the table, then those of the table that it does not state.
    pub lines: Vec<Line>,
}

/// A figure of a longer report against its months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The indicator's id; `None` for a figure that no indicator claims.
    pub indicator: Option<String>,
    /// What it counts.
    pub label: String,
    /// In what.
    pub unit: String,
    /// What the report states.
    pub stated: Option<Cell>,
    /// What the months make.
    pub computed: Option<Total>,
    /// What the report states less what the months make.
    pub difference: Option<Decimal>,
    /// What comes of it.
    pub verdict: Verdict,
    /// How the months' figure was made, or why there is none; in Vietnamese.
    pub derivation: String,
    /// The figures of the months.
    pub cells: Vec<Cell>,
}

/// What comes of two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// They differ.
    Differs,
    /// The months do not make the figure.
    NotComputed,
    /// No month has the figure.
    OnlyReport,
    /// The report does not state it.
    NotStated,
    /// They agree.
    Agrees,
}

impl Verdict {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::NotComputed => "not_computed",
            Self::OnlyReport => "only_report",
            Self::NotStated => "not_stated",
            Self::Agrees => "agrees",
        }
    }
}

impl Reconciliation {
    /// How many lines have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.lines.iter().filter(|line| line.verdict == verdict).count()
    }
}
