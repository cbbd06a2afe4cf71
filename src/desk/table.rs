//! The table of the engine as the page shows it.

use super::finding::{self, Marks};
use super::{Set, view};
use crate::engine::consolidate::{Cell, Row, Table, figure};
use crate::engine::vietnamese::period::Period;
use crate::engine::write::{findings, html, tsv};
use crate::job::{CellView, MonthView, RowView, TableView};

/// The view of a table that was made from the reports of a set.
pub fn table(table: &Table, set: Set<'_>) -> TableView {
    let marks = finding::Marks::of(table, set);
    let report = findings::of(table, set.sources, set.decisions);
    TableView {
        period: table.period.map_or_else(String::new, Period::id),
        period_name: table.period.map_or_else(String::new, Period::name),
        periods: table.choices.iter().map(|period| (period.id(), period.name())).collect(),
        months: table
            .months
            .iter()
            .map(|month| MonthView {
                period: month.period.id(),
                name: month_name(month.period),
                job: month.report.and_then(|report| set.jobs.get(report).copied()),
            })
            .collect(),
        rows: table.rows.iter().map(|row| self::row(row, set, &marks)).collect(),
        findings: table.findings.iter().map(|found| finding::of_set(found, set)).collect(),
        html: html::html(table),
        tsv: tsv::tsv(table),
        findings_html: findings::html(&report),
        findings_text: findings::text(&report),
    }
}

fn row(row: &Row, set: Set<'_>, marks: &Marks) -> RowView {
    RowView {
        indicator: row.indicator.clone(),
        label: row.label.clone(),
        system: row.system.clone(),
        unit: row.unit.clone(),
        cells: row.cells.iter().map(|cell| cell.and_then(|cell| self::cell(&cell, &row.unit, set, marks))).collect(),
        total: row
            .total
            .map_or_else(String::new, |total| view::with_sign(&figure(total.value, total.approximate), &row.unit)),
        derivation: row.derivation.clone(),
        notes: row.notes.clone(),
    }
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

/// The head of a month's column: "Tháng 5".
fn month_name(period: Period) -> String {
    format!("Tháng {}", period.months().start())
}
