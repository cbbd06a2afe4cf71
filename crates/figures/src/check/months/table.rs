//! The table as the rules between months read it, and how they tell what they found.

use std::cell::OnceCell;
use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::check::interval::{Interval, Stance};
use crate::check::statement::Stated;
use crate::table::wording::figure;
use crate::table::{Cell, Key, Row, Source};
use tonghop_model::finding::{Calculation, Operand, Place, Proof, SetFinding, Severity};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// The table that the rules read.
pub struct Months<'a> {
    /// The rows.
    pub rows: &'a [Row],
    /// The months.
    pub periods: &'a [Period],
    /// All reports of the set.
    pub sources: &'a [Source<'a>],
    /// What is known of indicators.
    pub catalogue: &'a Catalogue,
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

/// A figure of a calculation over several reports.
pub struct Term {
    /// Its sign.
    pub sign: &'static str,
    /// What it is.
    pub name: String,
    /// Where it stands.
    pub cell: Cell,
}

impl<'a> Months<'a> {
    /// The table of some months, with the reports of the set.
    pub fn new(rows: &'a [Row], periods: &'a [Period], sources: &'a [Source<'a>], catalogue: &'a Catalogue) -> Self {
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
    pub fn pairs(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        (1..self.periods.len()).map(|at| [at - 1, at])
    }

    /// The row of an indicator.
    pub fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.get(*self.row_of.get(id)?)
    }

    /// An exact figure of a month.
    pub fn cell(&self, id: &str, month: usize) -> Option<Cell> {
        exact(self.row(id)?, month)
    }

    /// The figures of a report by their indicator.
    pub fn stated(&self, report: usize) -> Option<&Stated<'a>> {
        let source = self.sources.get(report)?;
        Some(self.known.get(report)?.stated.get_or_init(|| Stated::of(source.report)))
    }

    /// The reports on a period, of whatever agency.
    pub fn on(&self, period: Period) -> &[usize] {
        self.on.get(&period).map_or(&[], Vec::as_slice)
    }

    /// The figures of a report that go by the same name as a figure of another one.
    pub fn called(&self, report: usize, fact: &Fact) -> &[&'a Fact] {
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
    pub fn fits(&self, terms: &[(Cell, bool)], stated: Cell) -> bool {
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

    /// The fact of a cell.
    pub fn fact(&self, cell: Cell) -> Option<&'a Fact> {
        self.sources.get(cell.report)?.report.facts.get(cell.fact)
    }

    /// What a row counts, as a sentence says it.
    pub fn name(&self, row: &Row) -> String {
        let of = row.indicator.as_deref().and_then(|id| indicator_name::of_indicator(id, self.catalogue));
        of.unwrap_or_else(|| row.label.clone())
    }

    /// A finding about the figures of some cells, the most important one first.
    pub fn finding(
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
pub fn calculation(terms: Vec<Term>, result: Decimal, stated: Term, off: Decimal) -> Proof {
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

/// The figure of a row in a month, where it is exact.
pub fn exact(row: &Row, month: usize) -> Option<Cell> {
    (*row.cells.get(month)?).filter(|cell| cell.approximate.is_none())
}
