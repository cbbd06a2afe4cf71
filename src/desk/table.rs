//! The table of the engine as the page shows it.

use super::view;
use crate::engine::consolidate::{Cell, Place, Row, SetFinding, Source, Table, figure};
use crate::engine::vietnamese::period::Period;
use crate::engine::write::{html, tsv};
use crate::job::{CellView, FindingView, JobId, MonthView, RowView, TableView};

/// The view of a table; `jobs` are the files of the sources that it was made from, in their order.
pub fn table(table: &Table, sources: &[Source<'_>], jobs: &[JobId]) -> TableView {
    TableView {
        period: table.period.map_or_else(String::new, Period::id),
        period_name: table.period.map_or_else(String::new, Period::name),
        periods: table.choices.iter().map(|period| (period.id(), period.name())).collect(),
        months: table
            .months
            .iter()
            .map(|month| MonthView {
                period: month.period.id(),
                name: table.month_head(month.period),
                job: month.report.and_then(|report| jobs.get(report).copied()),
            })
            .collect(),
        rows: table.rows.iter().map(|row| self::row(row, jobs)).collect(),
        findings: table.findings.iter().map(|finding| self::finding(finding, sources, jobs)).collect(),
        html: html::html(table),
        tsv: tsv::tsv(table),
    }
}

fn row(row: &Row, jobs: &[JobId]) -> RowView {
    RowView {
        indicator: row.indicator.clone(),
        label: row.label.clone(),
        system: row.system.clone(),
        unit: row.unit.clone(),
        cells: row.cells.iter().map(|cell| cell.and_then(|cell| self::cell(&cell, &row.unit, jobs))).collect(),
        total: row
            .total
            .map_or_else(String::new, |total| view::with_sign(&figure(total.value, total.approximate), &row.unit)),
        derivation: row.derivation.clone(),
        notes: row.notes.clone(),
    }
}

fn cell(cell: &Cell, unit: &str, jobs: &[JobId]) -> Option<CellView> {
    Some(CellView {
        value: view::with_sign(&figure(cell.value, cell.approximate), unit),
        job: *jobs.get(cell.report)?,
        fact: cell.fact,
        look: cell.look,
    })
}

/// A place without extent is a report as a whole; the head of the report is shown for it.
fn finding(finding: &SetFinding, sources: &[Source<'_>], jobs: &[JobId]) -> FindingView {
    let place = |place: &Place| {
        let head = || sources.get(place.report).and_then(|source| source.report.header.period_span);
        let span = if place.span.start == place.span.end { head().unwrap_or(place.span) } else { place.span };
        Some((*jobs.get(place.report)?, span.start, span.end))
    };
    FindingView {
        severity: view::severity(finding.severity).to_owned(),
        code: finding.code.to_owned(),
        message: finding.message.clone(),
        hint: finding.hint.clone().unwrap_or_default(),
        places: finding.places.iter().filter_map(place).collect(),
    }
}
