//! Documents whose symbol is that of one authority and that are said to be of another.

use std::collections::{BTreeMap, BTreeSet};

use super::cited::Cited;
use tonghop_model::finding::{Finding, Severity};
use tonghop_statements::authority::documents::{self, Issuer};

/// The name of the rule on issuers.
pub const ISSUER: &str = "document_issuer";

/// One finding for each issuer that is mistaken: an error where the report names the right one elsewhere.
pub fn check(cited: &[Cited]) -> Vec<Finding> {
    let mut groups: BTreeMap<&str, (&Issuer, Vec<&Cited>, BTreeSet<&str>)> = BTreeMap::new();
    for one in cited {
        let Some(issuer) = documents::issuer(&one.symbol) else { continue };
        let (_, mistaken, right) = groups.entry(&issuer.name).or_insert((issuer, Vec::new(), BTreeSet::new()));
        if issuer.is_mistaken(&one.behind) {
            mistaken.push(one);
        } else if issuer.is_named(&one.behind) {
            right.insert(&one.raw);
        }
    }
    groups.into_values().filter_map(|(issuer, mistaken, right)| finding(issuer, &mistaken, &right)).collect()
}

fn finding(issuer: &Issuer, mistaken: &[&Cited], right: &BTreeSet<&str>) -> Option<Finding> {
    let mut known = BTreeSet::new();
    let raws = mistaken.iter().map(|one| one.raw.as_str()).filter(|raw| known.insert(*raw));
    let raws = raws.collect::<Vec<_>>().join(", ");
    let (other, name) = (&issuer.other, &issuer.name);
    let message = format!("{raws} ghi là của {other}, nhưng ký hiệu là của {name}.");
    let otherwise = mistaken.iter().any(|one| right.contains(one.raw.as_str()));
    let severity = if otherwise { Severity::Error } else { Severity::Warning };
    let places = mistaken.iter().map(|one| one.span).collect();
    (!mistaken.is_empty()).then(|| Finding::new(ISSUER, severity, message, places).with_hint(&issuer.hint))
}
