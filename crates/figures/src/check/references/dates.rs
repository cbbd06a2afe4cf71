//! One document has one date, in one report and in all reports of a set.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cited::{COMPARE, Cited, cited};
use crate::table::Source;
use tonghop_model::finding::{Finding, Place, Proof, SetFinding, Severity};
use tonghop_model::vietnamese::date;

/// The name of the rule on dates.
pub const DATES: &str = "document_dates";

/// Documents to which one report gives different dates.
pub fn check(cited: &[Cited]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (name, group) in documents(cited.iter().map(|cited| ((), cited))) {
        if let Some((message, others)) = two_dates(&name, &group) {
            let places = others.into_iter().map(|((), cited)| cited.span).collect();
            found.push(Finding::new(DATES, Severity::Warning, message, places).with_hint(COMPARE));
        }
    }
    found
}

/// Documents to which several reports of a set give different dates.
pub fn across(sources: &[Source<'_>]) -> Vec<SetFinding> {
    let cited: Vec<(usize, Cited)> = sources
        .iter()
        .enumerate()
        .flat_map(|(at, source)| cited(source.report).into_iter().map(move |cited| (at, cited)))
        .collect();
    let mut found = Vec::new();
    for (name, group) in documents(cited.iter().map(|(at, cited)| (*at, cited))) {
        let Some((message, others)) = two_dates(&name, &group) else { continue };
        // Within one report its own findings say so.
        if others.iter().all(|(at, _)| *at == others[0].0) {
            continue;
        }
        let files: Vec<String> = others.iter().map(|(at, _)| format!("“{}”", sources[*at].name)).collect();
        let message = format!("{} ({}).", message.trim_end_matches('.'), files.join(", "));
        let places = others.iter().map(|(report, cited)| Place { report: *report, span: cited.span }).collect();
        let hint = Some(COMPARE.to_owned());
        found.push(SetFinding {
            code: DATES,
            severity: Severity::Warning,
            message,
            hint,
            places,
            proof: Proof::default(),
        });
    }
    found
}

/// The citations with a date, by document; numbers begin anew with the year.
fn documents<'c, T>(cited: impl Iterator<Item = (T, &'c Cited)>) -> BTreeMap<String, Vec<(T, &'c Cited)>> {
    let mut documents: BTreeMap<String, Vec<(T, &Cited)>> = BTreeMap::new();
    for (of, one) in cited {
        if let Some(date) = one.date {
            documents.entry(format!("{} {}", one.raw, date.year())).or_default().push((of, one));
        }
    }
    documents
}

/// The sentence on two dates of one document, and where they stand; only dates that differ in the day or in the month
/// are of one document for sure.
fn two_dates<'c, T: Copy>(name: &str, group: &[(T, &'c Cited)]) -> Option<(String, Vec<(T, &'c Cited)>)> {
    let (_, first) = group.first()?;
    let date = first.date?;
    let near = |other: Date| other != date && (other.month() == date.month() || other.day() == date.day());
    let other = group.iter().find(|(_, one)| one.date.is_some_and(near))?;
    let name = name.split(' ').next().unwrap_or(name);
    let message =
        format!("{name} ghi ngày {} ở một chỗ và {} ở chỗ khác.", date::format(date), date::format(other.1.date?));
    Some((message, vec![*other, group[0]]))
}
