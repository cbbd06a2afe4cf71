//! Sets of reports in the notation of [`testing`], and the tables that they make.

mod rows;
mod set;

use std::fmt::Write as _;

use expect_test::Expect;

use super::{Cell, Source, Table, consolidate, figure};
use crate::engine::testing;
use crate::engine::vietnamese::period::Period;

/// The table of the reports, which are parted by a line "---"; they are called a, b, c …
fn check(period: &str, reports: &str, expected: &Expect) {
    expected.assert_eq(&render(&table(period, reports)));
}

/// Only what is said of the set.
fn check_set(period: &str, reports: &str, expected: &Expect) {
    let text = render(&table(period, reports));
    let set: Vec<&str> = text.lines().filter(|line| !line.starts_with(['|', ' '])).collect();
    expected.assert_eq(&(set.join("\n") + "\n"));
}

fn table(period: &str, reports: &str) -> Table {
    let catalogue = testing::catalogue();
    let parts = reports.split("---").filter(|part| !part.trim().is_empty());
    let reports: Vec<_> = parts.map(|part| testing::report(part, &catalogue)).collect();
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let sources: Vec<Source<'_>> =
        names.into_iter().zip(&reports).map(|(name, report)| Source { name, report }).collect();
    consolidate(&sources, Period::parse(period), &catalogue)
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
    for finding in &table.findings {
        let hint = finding.hint.as_ref().map(|hint| format!(" → {hint}")).unwrap_or_default();
        let _ = writeln!(out, "{:?} {}: {}{hint}", finding.severity, finding.code, finding.message);
    }
    out
}
