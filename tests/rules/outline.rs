//! The sections and the head of a text.

use tonghop_figures::report;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::outline::Section;

use crate::result::Found;

fn read(text: &str) -> Report {
    report::read("rule.md", text.replace('\n', "\n\n").as_bytes(), &Catalogue::shipped()).unwrap()
}

/// `number`, `title`, `level` and `plans` of each section; one row of dashes where there is none.
pub fn sections(text: &str, columns: &[&str]) -> Vec<Found> {
    let report = read(text);
    let cell = |section: &Section, column: &str| match column {
        "number" if section.number.is_empty() => "–".to_owned(),
        "number" => section.number.clone(),
        "title" => section.title.clone(),
        "level" => section.level.to_string(),
        "plans" => if section.plan { "yes" } else { "no" }.to_owned(),
        _ => panic!("the sections have no column “{column}”"),
    };
    let found = |section: &Section| Found::whole(columns.iter().map(|column| cell(section, column)).collect());
    Found::or_dashes(report.outline.iter().map(found).collect(), columns)
}

/// Who reports on what: one row.
pub fn head(text: &str, columns: &[&str]) -> Vec<Found> {
    let head = read(text).header;
    let cell = |column: &str| match column {
        "period" => head.period.map(Period::id),
        "plan" => head.plan_period.map(Period::id),
        "agency" => head.agency.clone(),
        "province" => head.province.clone(),
        "number" => head.number.clone(),
        "issued" => head.issued.map(|date| date.to_string()),
        "signer" => head.signer.clone(),
        _ => panic!("the head has no column “{column}”"),
    };
    vec![Found::whole(columns.iter().map(|column| cell(column).unwrap_or_else(|| "–".to_owned())).collect())]
}
