//! The findings on real reports against what was found wrong in them by hand: `../shared/gold/inconsistencies.tsv`.
//!
//! A row counts as found where a finding stands on its words and, for a sum, says by how much it is off. The rows that
//! are left are those that `docs/checks.md` names with a reason; a row that is found must not be named there.
//!
//! `cargo test --test checks -- --nocapture` prints the table by class.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // A measuring test prints, and may stop at what is not there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::Source;
use tonghop_model::finding::Severity;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let there = path.join("gold/inconsistencies.tsv").is_file();
    if !there {
        println!("skipped: no ../shared beside this checkout");
    }
    there.then_some(path)
}

/// A row of the list.
struct Row {
    id: String,
    report: String,
    class: String,
    severity: String,
    quote: String,
    result: String,
}

fn rows(shared: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(shared.join("gold/inconsistencies.tsv")).unwrap();
    let row = |line: &str| {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [id, report, class, severity, quote, result, ..] = &fields[..] else { panic!("{line}") };
        let [id, report, class, severity, quote, result] =
            [id, report, class, severity, quote, result].map(Clone::clone);
        Row { id, report, class, severity, quote, result }
    };
    text.lines().skip(1).map(row).collect()
}

/// Bare letters and digits alone, each with its place in characters: quotes leave out marks and line breaks, and a
/// report may have its accents apart.
fn plain(text: &str) -> (String, Vec<usize>) {
    let mut plain = String::new();
    let mut places = Vec::new();
    for (at, c) in text.chars().enumerate().filter(|(_, c)| c.is_alphanumeric()) {
        for letter in fold::bare_char(c).to_lowercase() {
            plain.push(letter);
            places.push(at);
        }
    }
    (plain, places)
}

/// Every place at which a quote stands.
fn locate(text: &str, quote: &str) -> Vec<Span> {
    let (text, places) = plain(text);
    let (quote, _) = plain(quote);
    let length = quote.chars().count();
    let starts = text.match_indices(&quote).map(|(byte, _)| text[..byte].chars().count());
    starts.filter(|_| length > 0).map(|start| Span::new(places[start], places[start + length - 1] + 1)).collect()
}

/// What is said of a place: the code, the message and the hint.
struct Said {
    report: usize,
    span: Span,
    text: String,
}

fn said(reports: &[(String, Report)], catalogue: &Catalogue) -> Vec<Said> {
    let mut found = Vec::new();
    for (at, (_, report)) in reports.iter().enumerate() {
        for finding in &report.findings {
            let text = format!("{} {}", finding.message, finding.hint.clone().unwrap_or_default());
            found.extend(finding.places.iter().map(|&span| Said { report: at, span, text: text.clone() }));
        }
    }
    let sources: Vec<Source<'_>> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    let table = consolidate(&sources, Period::parse("2022-H1"), catalogue);
    for finding in &table.findings {
        let places = finding.places.iter().filter(|place| place.span.end > place.span.start);
        found.extend(places.map(|place| Said {
            report: place.report,
            span: place.span,
            text: finding.message.clone(),
        }));
    }
    found
}

/// The rows that the page of the checks names as not found.
fn named() -> Vec<String> {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md")).unwrap();
    let is_id =
        |id: &str| id.len() == 6 && id.as_bytes()[3] == b'-' && id.bytes().filter(u8::is_ascii_digit).count() == 5;
    let cells = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    cells.flat_map(|cell| cell.split(", ")).filter(|id| is_id(id)).map(str::to_owned).collect()
}

#[test]
fn every_row_is_found_or_named_with_its_reason() {
    let Some(shared) = shared() else { return };
    let catalogue = Catalogue::shipped();
    let rows = rows(&shared);
    let mut names: Vec<&str> = rows.iter().map(|row| row.report.as_str()).collect();
    names.dedup();
    let read = |name: &&str| {
        let bytes = std::fs::read(shared.join("reports").join(name)).unwrap();
        ((*name).to_owned(), report::read(name, &bytes, &catalogue).unwrap())
    };
    let reports: Vec<(String, Report)> = names.iter().map(read).collect();
    let said = said(&reports, &catalogue);
    let mut table: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for row in &rows {
        let at = reports.iter().position(|(name, _)| *name == row.report).unwrap();
        let spans = locate(&reports[at].1.document.text, &row.quote);
        assert!(!spans.is_empty(), "{}: the quote is not in the report", row.id);
        let off = row.result.trim_start_matches('-');
        let right = |said: &&Said| !row.class.starts_with("A1") || said.text.contains(&format!("lệch {off}"));
        let on = |said: &&Said| said.report == at && spans.iter().any(|span| span.overlaps(said.span));
        let found = said.iter().filter(on).any(|said| right(&said));
        let count = table.entry((&row.class, &row.severity)).or_default();
        *count = (count.0 + usize::from(found), count.1 + 1);
        if !found && row.severity != "info" {
            missed.push(row.id.clone());
        }
    }
    for ((class, severity), (found, all)) in &table {
        println!("{class} {severity}: {found}/{all}");
    }
    println!("not found: {}", missed.join(", "));
    let mut told = named();
    told.sort();
    missed.sort();
    assert_eq!(missed, told, "docs/checks.md names the rows that are not found, and no other");
}

/// Reports of whose tables numbers with a decimal point or a sign are not read yet, with the errors and warnings that
/// this makes; they may only become fewer.
const NOT_READ_YET: [(&str, usize); 2] = [("bhxh-2024-10.docx", 26), ("bhxh-2024-11.docx", 16)];

/// One finding that is wrong in a report is what an official bears; `docs/checks.md` says of each what it is.
#[test]
fn other_reports_have_at_most_the_findings_that_were_looked_at() {
    let Some(shared) = shared() else { return };
    let catalogue = Catalogue::shipped();
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(shared.join("reports/other")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Ok(report) = report::read(&name, &std::fs::read(&path).unwrap(), &catalogue) else {
            println!("{name}: cannot be read");
            continue;
        };
        let serious: Vec<_> = report.findings.iter().filter(|finding| finding.severity > Severity::Info).collect();
        println!("{name}: {} errors and warnings", serious.len());
        for finding in &serious {
            println!("  {:?} {}: {}", finding.severity, finding.code, finding.message);
        }
        let most = NOT_READ_YET.iter().find(|(known, _)| *known == name).map_or(1, |(_, most)| *most);
        assert!(serious.len() <= most, "{name}: more than {most} errors and warnings");
    }
}
