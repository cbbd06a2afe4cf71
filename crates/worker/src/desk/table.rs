//! The table of the engine as the page shows it.

use super::finding::{self, Marks};
use super::{Set, view};
use tonghop_drafts::write::grid::{NOTHING, compared};
use tonghop_drafts::write::{findings, html, tsv};
use tonghop_figures::consolidate::consolidate_as;
use tonghop_figures::table::wording::{date_words, figure};
use tonghop_figures::table::{
    Against, Cell, Choice, Closing, Comparison, Line, MonthColumn, Reconciliation, Row, Table, Total, Verdict,
};
use tonghop_job::{
    CellView, ComparisonView, HeldView, JobId, MonthView, ReconciliationView, RivalsView, RowView, TableChoice,
    TableView,
};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;

/// The table that the user decided on.
pub fn made(set: Set<'_>, choice: &TableChoice) -> Table {
    let index = |job: &JobId| set.jobs.iter().position(|known| known == job);
    let choice = Choice {
        period: choice.period.as_deref().and_then(Period::parse),
        agency: choice.agency.as_ref().and_then(index),
        preferred: choice.preferred.iter().filter_map(index).collect(),
        closing: if choice.calendar { Closing::Calendar } else { Closing::Decree },
        without: choice.without.iter().filter_map(|name| Against::parse(name)).collect(),
    };
    consolidate_as(set.sources, &choice, set.catalogue)
}

/// The view of a table that was made from the reports of a set.
pub fn table(table: &Table, set: Set<'_>) -> TableView {
    let jobs = set.jobs;
    let marks = Marks::of(table, set);
    let report = findings::of(table, set.sources, set.decisions);
    let month = |month: &MonthColumn| MonthView {
        period: month.period.id(),
        name: table.month_head(month.period),
        job: month.report.and_then(|report| jobs.get(report).copied()),
    };
    let job = |report: &usize| jobs.get(*report).copied();
    let rivals = table.rivals.iter().filter_map(|rivals| {
        let jobs = rivals.reports.iter().filter_map(job).collect();
        Some(RivalsView { name: rivals.period.name(), jobs, used: job(&rivals.used)? })
    });
    let agencies = table.agencies.iter();
    TableView {
        period: table.period.map_or_else(String::new, Period::id),
        period_name: table.period.map_or_else(String::new, Period::name),
        window: table.window().map(|(start, end)| (date_words(start), date_words(end))).unwrap_or_default(),
        agencies: agencies.filter_map(|agency| Some((job(agency.reports.first()?)?, agency.name.clone()))).collect(),
        agency: table.agency,
        rivals: rivals.collect(),
        comparisons: table.comparable.iter().map(|one| comparison(*one, table)).collect(),
        reconciliations: table.reconciliations.iter().filter_map(|found| held(found, set, &marks)).collect(),
        periods: table.choices.iter().map(|period| (period.id(), period.name())).collect(),
        months: table.months.iter().map(month).collect(),
        rows: table.rows.iter().map(|row| self::row(row, table, set, &marks)).collect(),
        findings: table.findings.iter().map(|found| finding::of_set(found, set)).collect(),
        html: html::html(table),
        tsv: tsv::tsv(table),
        findings_html: findings::html(&report),
        findings_text: findings::text(&report),
    }
}

fn comparison(one: Comparison, table: &Table) -> ComparisonView {
    let on = table.comparisons.iter().any(|shown| shown.against == one.against);
    ComparisonView { against: one.against.name().to_owned(), name: one.period.name(), on }
}

fn row(row: &Row, table: &Table, set: Set<'_>, marks: &Marks) -> RowView {
    let figures = compared(row);
    let longer = row.longer.iter();
    RowView {
        indicator: row.indicator.clone(),
        label: row.label.clone(),
        system: row.system.clone(),
        unit: row.unit.clone(),
        cells: row.cells.iter().map(|cell| cell.and_then(|cell| self::cell(&cell, &row.unit, set, marks))).collect(),
        total: total(row.total, &row.unit),
        derivation: row.derivation.clone(),
        notes: row.notes.clone(),
        longer: longer
            .filter_map(|long| Some((long.period.name(), self::cell(&long.cell, &row.unit, set, marks)?)))
            .collect(),
        compared: figures.chunks_exact(3).map(|three| three_of(three, &row.unit)).collect(),
        also: also(row, table),
    }
}

/// The earlier figure with the sign of its unit, the difference and the percentage.
fn three_of(figures: &[String], unit: &str) -> [String; 3] {
    let base = if figures[0] == NOTHING { NOTHING.to_owned() } else { view::with_sign(&figures[0], unit) };
    [base, figures[1].clone(), figures[2].clone()]
}

/// The increase and the comparisons in words.
fn also(row: &Row, table: &Table) -> Vec<String> {
    let increase = row.increase.as_ref().map(|increase| match increase.total {
        Some(_) => format!("Tăng trong kỳ: {}.", increase.derivation),
        None => increase.derivation.clone(),
    });
    let compared = table.comparisons.iter().zip(&row.compared).map(|(one, compared)| match compared.difference {
        Some(_) => format!("So với {}: {}.", one.period.name(), compared.derivation),
        None => compared.derivation.clone(),
    });
    // The notes say the increase already where it could be made.
    let increase = increase.filter(|text| !row.notes.contains(text));
    increase.into_iter().chain(compared).collect()
}

fn total(total: Option<Total>, unit: &str) -> String {
    total.map_or_else(String::new, |total| view::with_sign(&figure(total.value, total.approximate), unit))
}

fn cell(cell: &Cell, unit: &str, set: Set<'_>, marks: &Marks) -> Option<CellView> {
    let fact = set.sources.get(cell.report)?.report.facts.get(cell.fact)?;
    Some(CellView {
        value: view::with_sign(&figure(cell.value, cell.approximate), unit),
        job: *set.jobs.get(cell.report)?,
        fact: cell.fact,
        look: cell.look,
        finding: marks.on(cell.report, fact.span).to_owned(),
        decided: fact.decided.is_some(),
    })
}

fn held(found: &Reconciliation, set: Set<'_>, marks: &Marks) -> Option<ReconciliationView> {
    let line = |line: &Line| HeldView {
        label: line.label.clone(),
        unit: line.unit.clone(),
        stated: line.stated.and_then(|stated| cell(&stated, &line.unit, set, marks)),
        computed: total(line.computed, &line.unit),
        difference: line.difference.map(format).unwrap_or_default(),
        verdict: line.verdict.name().to_owned(),
        derivation: line.derivation.clone(),
    };
    let mut lines: Vec<&Line> = found.lines.iter().collect();
    // What differs comes first; a sort that keeps the order leaves the rest as in the table.
    lines.sort_by_key(|line| line.verdict);
    Some(ReconciliationView {
        job: *set.jobs.get(found.report)?,
        name: found.period.name(),
        differ: found.count(Verdict::Differs),
        agree: found.count(Verdict::Agrees),
        lines: lines.into_iter().map(line).collect(),
    })
}
