//! What does not fit in a text, with what is proposed.

use tonghop_figures::report;
use tonghop_model::finding::Finding;
use tonghop_series::catalogue::Catalogue;
use unicode_normalization::UnicodeNormalization;

use crate::place::{at, places};
use crate::result::Found;

/// The rules that look at a whole report; a sentence alone would break them all.
const WHOLE: [&str; 3] = ["period", "no_figures", "plan_period"];

/// `severity`, `code`, `finding` and `proposal` of each finding on a text; one row of dashes where there is none.
pub fn of_text(text: &str, columns: &[&str]) -> Vec<Found> {
    let findings = findings(text);
    let found = |finding: &Finding| Found {
        cells: columns.iter().map(|column| cell(finding, column)).collect(),
        places: finding.places.clone(),
    };
    let some = findings.iter().filter(|finding| !WHOLE.contains(&finding.code));
    Found::or_dashes(some.map(found).collect(), columns)
}

/// Each finding on a whole report as one line, with the line and column of each figure that it is about.
pub fn of_report(text: &str, _: &[&str]) -> Vec<Found> {
    let line = |finding: &Finding| {
        let hint = finding.hint.as_ref().map_or_else(String::new, |hint| format!(" → {hint}"));
        let (severity, code, places) = (cell(finding, "severity"), finding.code, at(&places(text, &finding.places)));
        Found::whole(vec![format!("{severity} {code}{places}: {}{hint}", finding.message)])
    };
    findings(text).iter().map(line).collect()
}

/// The findings on a text, which are the same where its accents stand apart from their letters.
fn findings(text: &str) -> Vec<Finding> {
    let read = |text: &str| report::read("rule.txt", text.as_bytes(), &Catalogue::shipped()).unwrap().findings;
    let said = |findings: &[Finding]| findings.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>();
    let (findings, apart) = (read(text), read(&text.nfd().collect::<String>()));
    assert_eq!(said(&apart), said(&findings), "with decomposed accents: {text}");
    findings
}

fn cell(finding: &Finding, column: &str) -> String {
    match column {
        "severity" => format!("{:?}", finding.severity).to_lowercase(),
        "code" => finding.code.to_owned(),
        "finding" => finding.message.clone(),
        "proposal" => finding.hint.clone().unwrap_or_else(|| "–".to_owned()),
        _ => panic!("the findings have no column “{column}”"),
    }
}
