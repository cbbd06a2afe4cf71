//! How the numbers of documents are written: in a form that there is, and of one document in one way.

use std::collections::{BTreeMap, HashMap};

use super::cited::Cited;
use tonghop_model::finding::{Finding, Severity};
use tonghop_statements::authority::documents;

/// The name of the rule on numbers.
pub const NUMBER: &str = "document_number";

/// Numbers of a wrong form, and documents whose number is written in several ways.
pub fn check(cited: &[Cited]) -> Vec<Finding> {
    let mut found = malformed(cited);
    found.extend(spelled(cited));
    found
}

/// The same slip is one finding however often it was copied.
fn malformed(cited: &[Cited]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for one in cited {
        let Some(right) = right(one) else { continue };
        let at = *known.entry(&one.raw).or_insert_with(|| {
            let message = format!("Số hiệu “{}” viết sai dạng.", one.raw);
            let hint = format!("{} → {right}; đối chiếu với văn bản gốc.", one.raw);
            found.push(Finding::new(NUMBER, Severity::Error, message, Vec::new()).with_hint(hint));
            found.len() - 1
        });
        found[at].places.push(one.span);
    }
    found
}

/// The number as it should be written; `None` where it is.
fn right(Cited { number, year, symbol, .. }: &Cited) -> Option<String> {
    let year = (*year)?;
    if documents::has_no_year(*number, year, symbol) {
        return Some(format!("{number}/{symbol}"));
    }
    Some(format!("{number}/{year}/{}", documents::hyphenated(symbol)?))
}

/// One document whose symbol is written with its marks in two ways.
fn spelled(cited: &[Cited]) -> Vec<Finding> {
    let mut ways: BTreeMap<(u32, Option<i16>, String), Vec<&Cited>> = BTreeMap::new();
    for one in cited {
        let letters = one.symbol.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        ways.entry((one.number, one.year, letters)).or_default().push(one);
    }
    let finding = |group: Vec<&Cited>| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for one in &group {
            *counts.entry(&one.raw).or_default() += 1;
        }
        let rarest = counts.iter().min_by_key(|(_, count)| **count).map(|(raw, _)| *raw)?;
        let list: Vec<String> = counts.iter().map(|(raw, count)| format!("{raw} ({count} lần)")).collect();
        let message = format!("Một văn bản được viết số hiệu theo nhiều cách: {}.", list.join(", "));
        let (first, rest): (Vec<&Cited>, Vec<&Cited>) = group.iter().partition(|one| one.raw == rarest);
        let places = first.into_iter().chain(rest).map(|one| one.span).collect();
        let hint = "Thống nhất theo văn bản gốc; văn bản của Đảng ghi dạng 09-NQ/TU.";
        (counts.len() > 1).then(|| Finding::new(NUMBER, Severity::Warning, message, places).with_hint(hint))
    };
    ways.into_values().filter_map(finding).collect()
}
