//! What the reports state of one row: the months, and the longer reports on months of the period.

use crate::table::wording::{figure, month_name, month_words};
use crate::table::{Cell, Closing, LongCell};
use tonghop_model::vietnamese::period::Period;

/// The figures of one row.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The months of the period.
    pub periods: &'a [Period],
    /// One cell a month.
    pub cells: &'a [Option<Cell>],
    /// The figures of longer reports.
    pub longer: &'a [LongCell],
    /// Between which days months are counted.
    pub closing: Closing,
}

impl<'a> Stated<'a> {
    /// The months that have no figure.
    pub fn missing(self) -> Vec<Period> {
        self.periods.iter().zip(self.cells).filter(|(_, cell)| cell.is_none()).map(|(&period, _)| period).collect()
    }

    /// The months that have one, with it.
    pub fn present(self) -> Vec<(Period, &'a Cell)> {
        self.periods.iter().zip(self.cells).filter_map(|(&period, cell)| Some((period, cell.as_ref()?))).collect()
    }

    /// The longer reports that can stand for missing months: not the one on the whole period, against which the
    /// period is checked.
    pub fn fillers(self) -> impl Iterator<Item = &'a LongCell> {
        self.longer.iter().filter(move |long| long.period.each_month().len() < self.periods.len())
    }

    /// What there is at the end of months and of longer reports, in order of time; at the end of one month the
    /// month's own figure comes last.
    pub fn moments(self) -> Vec<(Period, &'a Cell)> {
        let mut all: Vec<(Period, &Cell)> = self.fillers().map(|long| (long.period, &long.cell)).collect();
        all.extend(self.present());
        let rank = |period: Period| (period.last_month(), matches!(period, Period::Month { .. }));
        all.sort_by_key(|&(period, _)| rank(period));
        all
    }

    /// The name of a month or of a longer period in a derivation; with its year where the months are of several.
    pub fn name(self, period: Period) -> String {
        let years = self.periods.first().map(|first| first.year()) != self.periods.last().map(|last| last.year());
        match period {
            Period::Month { .. } if years => month_words(period),
            Period::Month { .. } => month_name(period),
            _ => period.name(),
        }
    }

    /// "tháng 01, tháng 3 và tháng 5".
    pub fn names(self, periods: &[Period]) -> String {
        let names: Vec<String> = periods.iter().map(|&period| self.name(period)).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} và {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// "1.300 (tháng 3)".
    pub fn term(self, period: Period, cell: &Cell) -> String {
        format!("{} ({})", figure(cell.value, cell.approximate), self.name(period))
    }
}
