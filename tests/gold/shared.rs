//! The annotated reports.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use rust_decimal::Decimal;
use serde_json::Value;
use tonghop_figures::report;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// A real report, what stands in it, and what the engine reads.
pub struct Case {
    pub name: String,
    pub gold: Value,
    pub report: Report,
}

/// The reports; none where they are not at hand, which is said.
pub fn cases() -> Vec<Case> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(folder) = std::fs::read_dir(shared.join("gold")) else {
        println!("skipped: no ../shared with annotated reports beside this checkout");
        return Vec::new();
    };
    let catalogue = Catalogue::shipped();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "json"));
    paths.sort();
    let case = |path: PathBuf| {
        let gold: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let source = gold["source"].as_str().unwrap();
        let bytes = std::fs::read(shared.join("reports").join(source)).unwrap();
        let report = report::read(source, &bytes, &catalogue).unwrap();
        Case { name: path.file_stem().unwrap().to_string_lossy().into_owned(), gold, report }
    };
    paths.into_iter().map(case).collect()
}

/// Indicator and value of each fact, with how often it stands there.
pub type Counted = HashMap<(String, Decimal), usize>;

/// Counts figures.
pub fn count(facts: impl Iterator<Item = (String, Decimal)>) -> Counted {
    let mut counted = Counted::new();
    for (id, value) in facts {
        *counted.entry((id, value.normalize())).or_default() += 1;
    }
    counted
}

impl Case {
    /// The figures that stand in the report.
    pub fn wanted(&self) -> Counted {
        count(self.gold["facts"].as_array().unwrap().iter().map(|fact| {
            let value = fact["value"].to_string();
            (fact["indicator"].as_str().unwrap().to_owned(), Decimal::from_str(value.trim_matches('"')).unwrap())
        }))
    }

    /// How the figures that were read compare with those that stand in the report.
    pub fn score(&self, report: &Report) -> Score {
        let wanted = self.wanted();
        let found = count(report.facts.iter().filter_map(|fact| Some((fact.indicator.clone()?, fact.value))));
        let right = found.iter().map(|(key, n)| wanted.get(key).map_or(0, |m| *n.min(m))).sum();
        Score { right, found: found.values().sum(), wanted: wanted.values().sum() }
    }
}

/// Counts of figures with an indicator.
#[derive(Clone, Copy)]
pub struct Score {
    /// How many were read as they stand.
    pub right: usize,
    /// How many were read.
    pub found: usize,
    /// How many stand in the report.
    pub wanted: usize,
}

impl Score {
    /// The harmonic mean of precision and recall, in thousandths.
    pub fn f1(self) -> usize {
        2000 * self.right / (self.found + self.wanted).max(1)
    }
}
