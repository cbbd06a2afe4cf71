//! The figures of a text, as they reach the table.

use tonghop_figures::report;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;

/// `figure`, `value`, `unit`, `approximate` and `indicator` of each fact; one row of dashes where there is none.
pub fn facts(text: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let report = report::read("rule.txt", text.as_bytes(), &Catalogue::shipped()).unwrap();
    let dash = || "–".to_owned();
    let cell = |fact: &Fact, column: &str| match column {
        "figure" => fact.raw.clone(),
        "value" => fact.value.to_string(),
        "unit" if fact.unit.is_empty() => dash(),
        "unit" => fact.unit.clone(),
        "approximate" => fact.approximate.map_or_else(dash, str::to_owned),
        "indicator" => fact.indicator.clone().unwrap_or_else(dash),
        "label" => fact.label.clone(),
        _ => panic!("the facts have no column “{column}”"),
    };
    let mut rows: Vec<Vec<String>> =
        report.facts.iter().map(|fact| columns.iter().map(|column| cell(fact, column)).collect()).collect();
    if rows.is_empty() {
        rows.push(columns.iter().map(|_| dash()).collect());
    }
    rows
}
