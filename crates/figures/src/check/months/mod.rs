//! What the months of a table say of each other, and what a report on the whole period says of its months.
//!
//! | months | finding | rule |
//! |---|---|---|
//! | 2.293, then 10 new and 2.303 | none | [`roll`] |
//! | 2.293, then 10 new and 2.361 | warning: 2.293 + 10 = 2.303, báo cáo ghi 2.361, lệch 58 | |
//! | 2.293, then 10 new, none said to be gone, and 2.300 | info: 3 may have gone without a word | |
//! | lũy kế 1.310, then lũy kế 1.290 of the same year | warning: what is counted up cannot fall | [`falls`] |
//! | 20,01%, then 20,33% “tăng 0,32%” | none | [`change`] |
//! | 20,01%, then 20,33% “tăng 1,60%” | warning: 20,33 − 20,01 = 0,32 | |
//! | lũy kế 440, then 120 and lũy kế 580, unknown to the catalogue | warning: 440 + 120 = 560 | [`added`] |
//! | 1.205 hồ sơ, then 1.320, “tăng 70 so với tháng trước” | warning: 1.320 − 1.205 = 115 | [`moved`] |
//! | 1.205 hồ sơ, then “tháng trước (1.250 hồ sơ)” | warning: it names both | [`restated`] |
//! | 100, 120, …, 110; the half-year's report: 700 | warning: the months make 690 | [`longer`] |
//! | 7.790, then “cấp mới …, nâng tổng số 7.790” | info: it did not grow | [`still`] |
//! | a month is missing between the two | none | |

mod added;
mod change;
mod falls;
mod longer;
mod moved;
mod restated;
mod roll;
mod still;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::interval::{Interval, Stance};
use super::references;
use super::statement::Stated;
use crate::table::wording::figure;
use crate::table::{Cell, Key, Row, Source};
use tonghop_model::finding::{Calculation, Operand, Place, Proof, SetFinding, Severity};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

pub use change::CHANGE;
pub use falls::FALLS;
pub use longer::LONGER;
pub use restated::RESTATED;
pub use roll::ROLL;
pub use still::STILL;

/// What does not fit between the months of a table, and between the reports of the set.
pub fn check(rows: &[Row], months: &[Period], sources: &[Source<'_>], catalogue: &Catalogue) -> Vec<SetFinding> {
    let table = Months::new(rows, months, sources, catalogue);
    let mut findings = roll::check(&table);
    findings.extend(added::check(&table));
    findings.extend(restated::check(&table));
    findings.extend(moved::check(&table));
    findings.extend(falls::check(&table));
    findings.extend(change::check(&table));
    findings.extend(longer::check(&table));
    findings.extend(still::check(&table));
    findings.extend(references::across(sources));
    findings
}

/// The table that the rules read.
struct Months<'a> {
    rows: &'a [Row],
    periods: &'a [Period],
    sources: &'a [Source<'a>],
    catalogue: &'a Catalogue,
    /// The rows by their indicator.
    row_of: HashMap<&'a str, usize>,
    /// The reports by their period.
    on: HashMap<Period, Vec<usize>>,
    /// What is known of each report once a rule has asked for it.
    known: Vec<Known<'a>>,
}

/// A report as the rules look things up in it.
#[derive(Default)]
struct Known<'a> {
    stated: OnceCell<Stated<'a>>,
    called: OnceCell<HashMap<Key, Vec<&'a Fact>>>,
}

/// A figure of a calculation over several reports: its sign, what it is, and its cell.
struct Term {
    sign: &'static str,
    name: String,
    cell: Cell,
}

impl<'a> Months<'a> {
    fn new(rows: &'a [Row], periods: &'a [Period], sources: &'a [Source<'a>], catalogue: &'a Catalogue) -> Self {
        let mut row_of = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            row.indicator.as_deref().map(|id| row_of.entry(id).or_insert(at));
        }
        let known = sources.iter().map(|_| Known::default()).collect();
        let mut on: HashMap<Period, Vec<usize>> = HashMap::new();
        for (at, source) in sources.iter().enumerate() {
            if let Some(period) = source.report.header.period {
                on.entry(period).or_default().push(at);
            }
        }
        Self { rows, periods, sources, catalogue, row_of, on, known }
    }

    /// The months that follow on each other.
    fn pairs(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        (1..self.periods.len()).map(|at| [at - 1, at])
    }

    /// The row of an indicator.
    fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.get(*self.row_of.get(id)?)
    }

    /// An exact figure of a month.
    fn cell(&self, id: &str, month: usize) -> Option<Cell> {
        exact(self.row(id)?, month)
    }

    /// The figures of a report by their indicator.
    fn stated(&self, report: usize) -> Option<&Stated<'a>> {
        let source = self.sources.get(report)?;
        Some(self.known.get(report)?.stated.get_or_init(|| Stated::of(source.report)))
    }

    /// The reports on a period, of whatever agency.
    fn on(&self, period: Period) -> &[usize] {
        self.on.get(&period).map_or(&[], Vec::as_slice)
    }

    /// The figures of a report that go by the same name as a figure of another one.
    fn called(&self, report: usize, fact: &Fact) -> &[&'a Fact] {
        let Some((source, known)) = self.sources.get(report).zip(self.known.get(report)) else { return &[] };
        let called = known.called.get_or_init(|| {
            let mut called: HashMap<Key, Vec<&Fact>> = HashMap::new();
            for fact in &source.report.facts {
                called.entry(Key::of(fact)).or_default().push(fact);
            }
            called
        });
        called.get(&Key::of(fact)).map_or(&[], Vec::as_slice)
    }

    /// Whether some values that the figures stand for make what the stated figure stands for; those that are marked
    /// are taken away. Figures that are too large to be said are left alone.
    fn fits(&self, terms: &[(Cell, bool)], stated: Cell) -> bool {
        [Stance::Rounded, Stance::Cut].into_iter().any(|stance| {
            let interval = |cell: Cell| {
                let of = |fact: &Fact| Interval::of_fact(fact, stance);
                self.fact(cell).map_or_else(|| Interval::exactly(cell.value), of)
            };
            let none = Interval::exactly(Decimal::ZERO);
            let made = terms.iter().try_fold(none, |made, &(cell, minus)| {
                let interval = interval(cell);
                made.checked_add(if minus { interval.negated() } else { interval })
            });
            made.is_none_or(|made| made.meets(interval(stated)))
        })
    }

    fn fact(&self, cell: Cell) -> Option<&'a Fact> {
        self.sources.get(cell.report)?.report.facts.get(cell.fact)
    }

    /// What a row counts, as a sentence says it.
    fn name(&self, row: &Row) -> String {
        let of = row.indicator.as_deref().and_then(|id| indicator_name::of_indicator(id, self.catalogue));
        of.unwrap_or_else(|| row.label.clone())
    }

    /// A finding about the figures of some cells, the most important one first.
    fn finding(
        &self,
        code: &'static str,
        severity: Severity,
        (message, hint): (String, &str),
        cells: impl Iterator<Item = Cell>,
    ) -> SetFinding {
        let place = |cell: Cell| Some(Place { report: cell.report, span: self.fact(cell)?.span });
        let places = cells.filter_map(place).collect();
        SetFinding { code, severity, message, hint: Some(hint.to_owned()), places, proof: Proof::default() }
    }
}

/// The calculation of a finding whose places are those of `stated` and of `terms`, in this order.
fn calculation(terms: Vec<Term>, result: Decimal, stated: Term, off: Decimal) -> Proof {
    let operand = |(place, Term { sign, name, cell }): (usize, Term)| Operand {
        sign,
        name,
        figure: figure(cell.value, None),
        place,
    };
    let stated = operand((0, stated));
    let operands = terms.into_iter().enumerate().map(|(at, term)| operand((at + 1, term))).collect();
    let calculation = Calculation { operands, result: figure(result, None), stated, off: figure(off.abs(), None) };
    Proof { calculations: vec![calculation], proposals: Vec::new() }
}

fn exact(row: &Row, month: usize) -> Option<Cell> {
    (*row.cells.get(month)?).filter(|cell| cell.approximate.is_none())
}
