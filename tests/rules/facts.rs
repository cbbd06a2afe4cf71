//! The figures of a text, as they reach the table.

use tonghop_figures::report;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;

use crate::result::Found;

/// `figure`, `value`, `unit`, `approximate` and `indicator` of each fact; one row of dashes where there is none.
pub fn facts(text: &str, columns: &[&str]) -> Vec<Found> {
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
    let found = |fact: &Fact| Found {
        cells: columns.iter().map(|column| cell(fact, column)).collect(),
        places: vec![fact.span],
    };
    Found::or_dashes(report.facts.iter().map(found).collect(), columns)
}
