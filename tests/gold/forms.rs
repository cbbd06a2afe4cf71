//! The annotated reports in every format that officials have, against the same annotations.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tonghop_figures::report;
use tonghop_model::vietnamese::fold::fold_str;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

use crate::shared::{Case, Score, cases};

/// The files of each annotated report by the beginnings of their names, and whether they hold only a part of it.
const FORMS: [(&str, &[&str], bool); 3] = [
    ("travinh-2021-05", &["c_bc001", "d_bc001"], false),
    ("travinh-2022-02", &["b_bc004"], false),
    ("travinh-2022-h1", &["a_bc002"], true),
];

/// By how much the score of a form may fall behind that of the text, in thousandths.
const BEHIND: usize = 10;

#[test]
fn every_form_scores_as_the_text_does() {
    let catalogue = Catalogue::shipped();
    let mut behind = Vec::new();
    for mut case in cases() {
        let Some((_, starts, part)) = FORMS.iter().find(|(name, ..)| *name == case.name) else { continue };
        let text = case.score(&case.report).f1();
        if *part {
            keep_written(&mut case, starts[0]);
        }
        for (name, report) in forms(starts, &catalogue) {
            let score = score(&case, report);
            let Score { right, wanted, .. } = score;
            println!("{} as {name}: {right} of {wanted}, F1 {} of 1000, {text} as text", case.name, score.f1());
            behind.extend((score.f1() + BEHIND < text).then_some(name));
        }
    }
    assert!(behind.is_empty(), "{behind:?}");
}

/// Leaves what files that hold a part of the report say: the rest is not wanted of them.
fn keep_written(case: &mut Case, start: &str) {
    let mut files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let truth = files.find(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(start) && name.ends_with(".truth.json")
    });
    let truth: Value = serde_json::from_slice(&std::fs::read(truth.unwrap()).unwrap()).unwrap();
    let mut text = String::new();
    gather(&truth, &mut text);
    let text = letters(&text);
    case.gold["facts"]
        .as_array_mut()
        .unwrap()
        .retain(|fact| text.contains(&letters(fact["quote"].as_str().unwrap())));
}

fn gather(value: &Value, text: &mut String) {
    match value {
        Value::String(part) => text.push_str(part),
        Value::Array(parts) => parts.iter().for_each(|part| gather(part, text)),
        Value::Object(parts) => parts.values().for_each(|part| gather(part, text)),
        _ => {}
    }
}

/// The score without the figures of indicators that the report has not: the files of the half-year also hold a table of
/// their own.
fn score(case: &Case, mut report: Report) -> Score {
    let known: BTreeSet<_> = case.wanted().into_keys().map(|(indicator, _)| indicator).collect();
    report.facts.retain(|fact| fact.indicator.as_ref().is_none_or(|id| known.contains(id)));
    case.score(&report)
}

/// The letters and digits of a text, composed.
fn letters(text: &str) -> String {
    fold_str(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The files that can be read, in the order of their names: what is no report of text is none of them.
fn forms(starts: &[&str], catalogue: &Catalogue) -> Vec<(String, Report)> {
    let mut paths: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let of = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let wanted = starts.iter().any(|start| name.starts_with(start));
        let other = [".truth.json", ".scan.pdf"].iter().any(|end| name.ends_with(end));
        (wanted && !other).then_some(name)
    };
    let read = |path: &PathBuf| {
        let name = of(path)?;
        let report = report::read(&name, &std::fs::read(path).unwrap(), catalogue).unwrap();
        Some((name, report))
    };
    paths.iter().filter_map(read).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reports/formats")
}
