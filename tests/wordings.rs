//! Whole reports of the same genre in other words than the real ones, against the figures that they were written from.
//!
//! Beside each report of `tests/wordings/` stands a list of its figures, `indicator value` in a line. Figures without
//! an indicator are not asked for.
#![allow(clippy::unwrap_used)] // A test may stop at what is not as it should be.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use rust_decimal::Decimal;
use tonghop_figures::report;
use tonghop_series::catalogue::Catalogue;

/// Indicator and value, with how often it stands there.
type Counted = HashMap<(String, Decimal), usize>;

fn count(figures: impl Iterator<Item = (String, Decimal)>) -> Counted {
    let mut counted = Counted::new();
    for (id, value) in figures {
        *counted.entry((id, value.normalize())).or_default() += 1;
    }
    counted
}

/// The figures that stand in `some` more often than in `others`.
fn beyond(some: &Counted, others: &Counted) -> Vec<String> {
    let more = some.iter().filter(|(key, n)| others.get(key).is_none_or(|m| m < n));
    let mut more: Vec<String> = more.map(|((id, value), _)| format!("{id} {value}")).collect();
    more.sort();
    more
}

fn check(report: &Path, catalogue: &Catalogue) {
    let list = std::fs::read_to_string(report.with_extension("facts")).unwrap();
    let wanted = count(list.lines().map(|line| {
        let (id, value) = line.split_once(' ').unwrap();
        (id.to_owned(), Decimal::from_str(value).unwrap())
    }));
    let name = report.file_name().unwrap().to_str().unwrap();
    let read = report::read(name, &std::fs::read(report).unwrap(), catalogue).unwrap();
    let found = count(read.facts.iter().filter_map(|fact| Some((fact.indicator.clone()?, fact.value))));
    let (missing, extra) = (beyond(&wanted, &found), beyond(&found, &wanted));
    assert!(missing.is_empty() && extra.is_empty(), "{name}: not found {missing:?}, found wrongly {extra:?}");
}

#[test]
fn other_wordings_are_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wordings");
    let mut reports: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    reports.retain(|path| path.extension().is_some_and(|extension| extension != "facts"));
    reports.sort();
    assert!(reports.len() >= 4);
    let catalogue = Catalogue::shipped();
    for report in &reports {
        check(report, &catalogue);
    }
}
