//! Sets of reports in the notation of [`testing`], and the tables that they make.

mod compare;
mod rows;
mod set;
mod situations;

use std::fmt::Write as _;

use expect_test::Expect;

use super::consolidate;
use crate::table::wording::figure;
use crate::table::{Cell, Source, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_series::testing;

/// The table of the reports, which are parted by a line "---"; they are called a, b, c …
fn check(period: &str, reports: &str, expected: &Expect) {
    expected.assert_eq(&render(&table(period, reports)));
}

/// Only what is said of the set.
fn check_set(period: &str, reports: &str, expected: &Expect) {
    let text = render(&table(period, reports));
    let set: Vec<&str> = text.lines().filter(|line| !line.starts_with(['|', ' ', '='])).collect();
    expected.assert_eq(&(set.join("\n") + "\n"));
}

fn table(period: &str, reports: &str) -> Table {
    let catalogue = testing::catalogue();
    let reports = sources_of(reports, &catalogue);
    consolidate(&named(&reports), Period::parse(period), &catalogue)
}

/// The reports, which are parted by a line "---".
fn sources_of(reports: &str, catalogue: &Catalogue) -> Vec<Report> {
    let parts = reports.split("---").filter(|part| !part.trim().is_empty());
    parts.map(|part| testing::report(part, catalogue)).collect()
}

/// The reports with the names a, b, c …
fn named(reports: &[Report]) -> Vec<Source<'_>> {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    names.into_iter().zip(reports).map(|(name, report)| Source { name, report }).collect()
}

fn render(table: &Table) -> String {
    let mut out = String::new();
    let months = table.months.iter().map(|month| month.report.map_or("-".to_owned(), |report| report.to_string()));
    let months: Vec<String> = months.collect();
    let _ = writeln!(out, "{} [{}]", table.period.map_or_else(|| "-".to_owned(), Period::id), months.join(" "));
    for row in &table.rows {
        let cell = |cell: &Option<Cell>| {
            cell.map_or_else(
                || "–".to_owned(),
                |cell| figure(cell.value, cell.approximate) + if cell.look { "?" } else { "" },
            )
        };
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        let total = row.total.map_or_else(|| "–".to_owned(), |total| figure(total.value, total.approximate));
        let (label, cells, rule) = (&row.label, cells.join(" | "), row.rule.name());
        let _ = writeln!(out, "| {label} | {cells} | {total} ({rule})\n    {}", row.derivation);
        row.notes.iter().for_each(|note| {
            let _ = writeln!(out, "    * {note}");
        });
    }
    for found in &table.reconciliations {
        let _ = writeln!(out, "= {}", found.period.id());
        for line in &found.lines {
            let stated = line.stated.map_or_else(|| "–".to_owned(), |cell| figure(cell.value, cell.approximate));
            let made = line.computed.map_or_else(|| "–".to_owned(), |total| figure(total.value, total.approximate));
            let _ = writeln!(out, "    {} | {stated} | {made} | {}", line.label, line.verdict.name());
        }
    }
    for finding in &table.findings {
        let hint = finding.hint.as_ref().map(|hint| format!(" → {hint}")).unwrap_or_default();
        let _ = writeln!(out, "{:?} {}: {}{hint}", finding.severity, finding.code, finding.message);
    }
    out
}
