//! Facts to rows: one row an indicator, one cell a month.

use std::collections::HashMap;

use super::derive;
use super::maker::{Maker, Said, said};
use super::ratio::{self, Side};
use super::rule::{self, Outcome};
use super::stated::Stated;
use crate::table::wording::month_name;
use crate::table::{Cell, Key, LongCell, MonthColumn, OTHERS, Row, Rule, Source};
use tonghop_model::finding::{Place, Proof, SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_model::name_key::key;
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// How many words a label needs before figures of two months are taken to be of one thing.
const WORDS: usize = 2;

impl Maker<'_> {
    /// The rows of a period; what one report states twice with different values is added to the findings.
    ///
    /// A figure that only a longer report states has a row where that report stands for a missing month, and with
    /// `whole` also where it is the report on the whole period.
    pub fn rows(&self, period: Period, whole: bool, findings: &mut Vec<SetFinding>) -> Vec<Row> {
        let months = self.own.columns(period);
        let longer = self.own.longer_within(period);
        let periods: Vec<Period> = months.iter().map(|month| month.period).collect();
        let mut drafts = self.drafts(&months, &longer, |of| whole || of != period);
        drafts.sort_by_key(|draft| draft.place(self.catalogue));
        let mut rows: Vec<Row> = drafts.iter().map(|draft| draft.row(self, &periods, findings)).collect();
        divide(&mut rows, &periods, self.catalogue);
        derive::derive(&mut rows, self, &periods);
        rows
    }

    fn drafts<'b>(
        &'b self,
        months: &[MonthColumn],
        longer: &[(usize, Period)],
        opens: impl Fn(Period) -> bool,
    ) -> Vec<Draft<'b>> {
        let mut drafts: Vec<Draft<'b>> = Vec::new();
        let mut known: HashMap<Key, usize> = HashMap::new();
        for (column, month) in months.iter().enumerate() {
            let Some(report) = month.report else { continue };
            for (index, fact) in self.sources[report].report.facts.iter().enumerate() {
                let key = Key::of(fact);
                let at = *known.entry(key.clone()).or_insert_with(|| {
                    drafts.push(Draft::new(key, fact, months.len()));
                    drafts.len() - 1
                });
                let (from, facts) = &mut drafts[at].stated[column];
                *from = report;
                facts.push(index);
            }
        }
        let gap = |period: Period| {
            let covered = period.each_month();
            months.iter().any(|month| month.report.is_none() && covered.contains(&month.period))
        };
        for &(report, period) in longer {
            let opens = opens(period) && gap(period);
            for (index, fact) in self.sources[report].report.facts.iter().enumerate() {
                let key = Key::of(fact);
                let at = match known.get(&key) {
                    Some(&at) => at,
                    None if opens => {
                        known.insert(key.clone(), drafts.len());
                        drafts.push(Draft::new(key, fact, months.len()));
                        drafts.len() - 1
                    }
                    None => continue,
                };
                drafts[at].add_longer(report, period, index);
            }
        }
        drafts
    }
}

/// A row before its figures are settled.
struct Draft<'a> {
    key: Key,
    /// The fact that it was first seen as.
    first: &'a Fact,
    /// By month: the report and the facts of that report.
    stated: Vec<(usize, Vec<usize>)>,
    /// The same of longer reports.
    longer: Vec<(usize, Period, Vec<usize>)>,
}

impl<'a> Draft<'a> {
    fn new(key: Key, first: &'a Fact, months: usize) -> Self {
        Self { key, first, stated: vec![(0, Vec::new()); months], longer: Vec::new() }
    }

    fn add_longer(&mut self, report: usize, period: Period, fact: usize) {
        match self.longer.iter_mut().find(|(from, ..)| *from == report) {
            Some((.., facts)) => facts.push(fact),
            None => self.longer.push((report, period, vec![fact])),
        }
    }

    /// The order of the catalogue; figures without indicator come last, in the order in which they were seen.
    fn place(&self, catalogue: &Catalogue) -> (usize, usize) {
        let order = match &self.key {
            Key::Indicator(id) => catalogue.order(id),
            Key::Words { .. } => None,
        };
        order.unwrap_or((usize::MAX, 0))
    }

    fn row(&self, maker: &Maker<'_>, periods: &[Period], findings: &mut Vec<SetFinding>) -> Row {
        let Maker { sources, catalogue, .. } = *maker;
        let id = self.first.indicator.as_deref();
        let indicator = id.and_then(|id| catalogue.indicator(id));
        let mut row = Row {
            indicator: id.map(str::to_owned),
            label: indicator.map_or(&self.first.label, |indicator| &indicator.name).clone(),
            system: id.and_then(|id| catalogue.system(id)).map_or(OTHERS, |system| &system.name).to_owned(),
            unit: indicator.map_or(&self.first.unit, |indicator| &indicator.unit).clone(),
            kind: indicator.map_or(self.first.kind, |indicator| indicator.kind),
            rule: Rule::None,
            cells: Vec::with_capacity(periods.len()),
            total: None,
            missing: Vec::new(),
            derivation: String::new(),
            notes: Vec::new(),
            longer: self.longer(sources),
            dated: None,
            increase: None,
            compared: Vec::new(),
        };
        let ambiguous = self.fill(&mut row, sources, periods, findings, catalogue);
        if indicator.is_none_or(|indicator| indicator.ratio.is_none()) {
            let outcome = outcome(maker, periods, &mut row, ambiguous);
            row.settle(outcome);
        }
        row
    }

    fn longer(&self, sources: &[Source<'_>]) -> Vec<LongCell> {
        let cell = |(report, period, facts): &(usize, Period, Vec<usize>)| {
            // What the longer report states in two ways cannot stand for anything.
            let said = said(sources, *report, facts).filter(|said| said.otherwise.is_none())?;
            Some(LongCell { period: *period, cell: said.cell })
        };
        self.longer.iter().filter_map(cell).collect()
    }

    /// Fills in the months, and tells whether one of them is stated in two ways.
    fn fill(
        &self,
        row: &mut Row,
        sources: &[Source<'_>],
        periods: &[Period],
        findings: &mut Vec<SetFinding>,
        catalogue: &Catalogue,
    ) -> bool {
        let mut ambiguous = false;
        for (&period, (report, facts)) in periods.iter().zip(&self.stated) {
            let said = said(sources, *report, facts);
            if let Some(Said { cell, otherwise: Some(other) }) = said {
                ambiguous = true;
                if row.indicator.is_some() {
                    findings.push(stated_twice(sources, catalogue, period, cell, other));
                }
            }
            let cell = said.map(|said| said.cell);
            row.notes.extend(cell.and_then(|cell| repaired(sources, cell, period)));
            row.cells.push(cell);
        }
        ambiguous
    }
}

/// The total, for rows that do not need other rows.
fn outcome(maker: &Maker<'_>, periods: &[Period], row: &mut Row, ambiguous: bool) -> Outcome {
    let stated = Stated { periods, cells: &row.cells, longer: &row.longer, closing: maker.closing };
    if row.indicator.is_none() && (ambiguous || key(&row.label).split(' ').count() < WORDS) {
        let reason = if ambiguous {
            "Không tổng hợp: một báo cáo có nhiều số khác nhau dưới nhãn này."
        } else {
            "Không tổng hợp: nhãn quá ngắn để biết các tháng có nói về một việc."
        };
        return Outcome::withheld(reason, stated.missing());
    }
    let cells = row.cells.iter().flatten().chain(row.longer.iter().map(|long| &long.cell));
    if cells.into_iter().any(|cell| other_magnitude(&fact(maker.sources, *cell).unit, &row.unit)) {
        return Outcome::withheld("Không tổng hợp: các tháng ghi đơn vị tính khác nhau.", stated.missing());
    }
    row.rule = match row.kind {
        Kind::Flow => Rule::Sum,
        Kind::Stock | Kind::Cumulative | Kind::Target | Kind::Count => Rule::Latest,
        Kind::Ratio | Kind::Change => Rule::None,
    };
    let mut outcome = match row.kind {
        Kind::Flow => rule::sum(stated),
        Kind::Ratio => rule::ratio_without_parts(stated),
        Kind::Change => Outcome::withheld("Không cộng; tính lại từ số lũy kế.", stated.missing()),
        Kind::Count if row.unit.contains('/') => rule::rate(stated),
        kind => rule::latest(stated, kind),
    };
    if row.indicator.is_none() && outcome.total.is_some() && row.cells.iter().flatten().count() > 1 {
        outcome.notes.push("Các tháng được ghép theo nhãn; cần đối chiếu.".to_owned());
    }
    outcome
}

/// Computes the ratios of the catalogue anew from the totals of the other rows.
fn divide(rows: &mut [Row], periods: &[Period], catalogue: &Catalogue) {
    let index: HashMap<String, usize> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((row.indicator.clone()?, at))).collect();
    for at in 0..rows.len() {
        let indicator = rows[at].indicator.as_deref().and_then(|id| catalogue.indicator(id));
        let Some(parts) = indicator.and_then(|indicator| indicator.ratio.as_ref()) else { continue };
        let side = |id: &'_ str| index.get(id).map(|&other| &rows[other]);
        let name = |id: &str| indicator_name::of_indicator(id, catalogue).unwrap_or_else(|| id.to_owned());
        let (part, whole) = (name(&parts.part), name(&parts.whole));
        let outcome = ratio::ratio(
            periods,
            &rows[at].cells,
            Side { name: &part, row: side(&parts.part) },
            Side { name: &whole, row: side(&parts.whole) },
        );
        let row = &mut rows[at];
        row.rule = Rule::Ratio;
        row.settle(outcome);
    }
}

fn fact<'a>(sources: &[Source<'a>], cell: Cell) -> &'a Fact {
    &sources[cell.report].report.facts[cell.fact]
}

fn stated_twice(
    sources: &[Source<'_>],
    catalogue: &Catalogue,
    period: Period,
    cell: Cell,
    other: usize,
) -> SetFinding {
    let (used, other) = (fact(sources, cell), fact(sources, Cell { fact: other, ..cell }));
    let message = format!(
        "{}: báo cáo {} (“{}”) ghi {} và {}; bảng dùng {}.",
        indicator_name::of_fact(used, catalogue),
        month_name(period),
        sources[cell.report].name,
        format(used.value),
        format(other.value),
        format(used.value),
    );
    let place = |fact: &Fact| Place { report: cell.report, span: fact.span };
    SetFinding {
        code: "stated_twice",
        severity: Severity::Warning,
        message,
        hint: Some("Hỏi lại đơn vị lập báo cáo số nào đúng.".to_owned()),
        places: vec![place(used), place(other)],
        proof: Proof::default(),
    }
}

fn repaired(sources: &[Source<'_>], cell: Cell, period: Period) -> Option<String> {
    let fact = fact(sources, cell);
    let figure = format!("Số {} là {}, báo cáo in “{}”", month_name(period), format(fact.value), fact.raw);
    match &fact.decided {
        Some(decided) if decided.reason.is_empty() => Some(format!("{figure}; người dùng quyết định.")),
        Some(decided) => Some(format!("{figure}; người dùng quyết định: {}.", decided.reason.trim_end_matches('.'))),
        None => fact.printed.map(|_| format!("{figure}.")),
    }
}

/// Whether two units count in different magnitudes, such as "đồng" and "triệu đồng"; a unit that is not said
/// is taken to be the other.
pub fn other_magnitude(a: &str, b: &str) -> bool {
    let magnitude = |unit: &str| {
        unit.to_lowercase().split_whitespace().find_map(|word| match word {
            "nghìn" | "ngàn" => Some(3),
            "triệu" => Some(6),
            "tỷ" | "tỉ" => Some(9),
            _ => None,
        })
    };
    !a.is_empty() && !b.is_empty() && magnitude(a) != magnitude(b)
}
