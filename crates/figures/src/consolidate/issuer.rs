//! Whose reports they are: a table is of one agency, the others of the set are named and can be chosen instead.

use super::about::about;
use crate::succession;
use crate::table::{Agency, Source};
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_model::name_key::{key, province_key};
use tonghop_statements::outline::Header;

/// The agencies of a set in the order in which they come, and the index of the one that the table is of: that of the
/// `wanted` report, or else that of most reports; of several, the one that comes first.
pub fn agencies(
    sources: &[Source<'_>],
    wanted: Option<usize>,
    findings: &mut Vec<SetFinding>,
) -> (Vec<Agency>, usize) {
    let Some(leader) = wanted.filter(|&at| at < sources.len()).or_else(|| leader(sources)) else {
        return (Vec::new(), 0);
    };
    let header = |report: usize| &sources[report].report.header;
    let same = |a: usize, b: usize| succession::same_issuer(header(a), header(b));
    let (own, mut others): (Vec<usize>, Vec<usize>) = (0..sources.len()).partition(|&report| same(leader, report));
    for &report in &others {
        let message = format!(
            "“{}” là báo cáo của {}, không phải của {}, nên không được cộng.",
            sources[report].name,
            issuer(header(report)),
            issuer(header(leader)),
        );
        let hint = succession::province_hint(header(leader), header(report))
            .unwrap_or_else(|| "Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.".to_owned());
        findings.push(about(sources, report, "other_agency", Severity::Warning, message).with_hint(hint));
    }
    findings.extend(renamed(sources, leader, &own));
    let mut agencies = vec![Agency { name: issuer(header(leader)), reports: own }];
    while let Some(&first) = others.first() {
        let (reports, rest) = others.into_iter().partition(|&report| same(first, report));
        agencies.push(Agency { name: issuer(header(first)), reports });
        others = rest;
    }
    agencies.sort_by_key(|agency| agency.reports.first().copied());
    let at = agencies.iter().position(|agency| agency.reports.contains(&leader)).unwrap_or(0);
    (agencies, at)
}

/// The first report whose agency or province has these words in its name.
pub fn agency_of(words: &str, sources: &[Source<'_>]) -> Option<usize> {
    let words = key(words);
    sources.iter().position(|source| !words.is_empty() && key(&issuer(&source.report.header)).contains(&words))
}

/// The report whose issuer most others share.
fn leader(sources: &[Source<'_>]) -> Option<usize> {
    let keys: Vec<_> = sources.iter().map(|source| issuer_key(&source.report.header)).collect();
    // A report that does not name its issuer goes along with any other, but does not speak for the set.
    let backs = |voter: &Option<String>, candidate: &Option<String>| voter.is_none() || voter == candidate;
    let votes = |&candidate: &usize| {
        keys.iter().filter(|voter| backs(&voter.0, &keys[candidate].0) && backs(&voter.1, &keys[candidate].1)).count()
    };
    // The last of equals wins in `max_by_key`, and it is the first report that should.
    (0..sources.len()).rev().max_by_key(votes)
}

/// A note where the own reports bear the names before and after a merger.
fn renamed(sources: &[Source<'_>], leader: usize, own: &[usize]) -> Vec<SetFinding> {
    let note = |&report: &usize| {
        let (a, b) = (&sources[leader].report.header, &sources[report].report.header);
        succession::note(a, b).map(|message| (report, message))
    };
    let mut notes: Vec<(usize, String)> = own.iter().filter_map(note).collect();
    notes.dedup_by(|a, b| a.1 == b.1);
    notes.into_iter().map(|(report, message)| about(sources, report, "renamed", Severity::Info, message)).collect()
}

/// What the issuer is compared by: agency and province.
fn issuer_key(header: &Header) -> (Option<String>, Option<String>) {
    (header.agency.as_deref().map(key), header.province.as_deref().map(province_key))
}

fn issuer(header: &Header) -> String {
    match (header.agency.as_deref(), header.province.as_deref()) {
        (Some(agency), Some(province)) => format!("{agency} ({province})"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => "cơ quan không ghi tên".to_owned(),
    }
}
