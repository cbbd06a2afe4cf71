//! The rules of the engine as prose with examples that run: every table and block of `tests/rules/*.md`.
//!
//! The first line of a file names the feature that its tables exercise, `<!-- runs: numerals -->`; [`FEATURES`] lists
//! them. In a table the column `text` is the input and every other column is compared, but for `why`, which is for the
//! reader. A row without a text holds the next result of the text above. Where letters stand more than once in a text,
//! carets (`^^`) in the text's column say which of them a result is about. A line break in a text is written `⏎`.
//!
//! A block fenced as `report` is a whole report; the fenced block behind it is named after the feature that it shows.
//!
//! `UPDATE_EXPECT=1 cargo test --test rules` writes what comes out; read the difference before it is committed.
#![allow(clippy::unwrap_used, clippy::panic)] // A test may stop at the first thing that is not as it should be.

mod facts;
mod findings;
mod numerals;
mod outline;
mod page;
#[path = "../support/place.rs"]
mod place;
mod result;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use page::Feature;

/// What a file may exercise. A new feature is one more function from a text to rows of named cells.
const FEATURES: [(&str, Feature); 7] = [
    ("numerals", numerals::clean),
    ("numerals of poor text", numerals::poor),
    ("facts", facts::facts),
    ("findings", findings::of_text),
    ("findings of a report", findings::of_report),
    ("sections", outline::sections),
    ("head", outline::head),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn check(file: &str) {
    let path = folder().join(file);
    let text = fs::read_to_string(&path).unwrap();
    let checked = page::run(&text, &FEATURES);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, checked.text).unwrap();
    } else {
        let failures: Vec<String> =
            checked.failures.iter().map(|(line, what)| format!("tests/rules/{file}:{line}: {what}")).collect();
        assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
        assert!(checked.examples > 0, "tests/rules/{file} has no example that runs");
    }
}

/// One test a file, so that a failure names it.
macro_rules! rules {
    ($($test:ident: $file:literal,)*) => {
        $(#[test] fn $test() { check($file); })*

        #[test]
        fn every_file_has_its_test() {
            let mut tested = vec![$($file),*];
            tested.sort_unstable();
            let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let mut files: Vec<String> = entries.filter(|name| name.ends_with(".md")).collect();
            files.sort_unstable();
            assert_eq!(tested, files);
        }
    };
}

rules! {
    approximations: "approximations.md",
    checks: "checks.md",
    dates: "dates.md",
    figures: "figures.md",
    heads: "heads.md",
    identifiers: "identifiers.md",
    labels: "labels.md",
    malformed: "malformed.md",
    names_and_ordinals: "names-and-ordinals.md",
    numbers: "numbers.md",
    ocr_noise: "ocr-noise.md",
    periods: "periods.md",
    references: "references.md",
    sections: "sections.md",
}

#[test]
fn a_wrong_example_fails_with_its_line() {
    let text = "<!-- runs: numerals -->\n\n| text | numeral | class |\n|---|---|---|\n| 12 hồ sơ | 12 | date |\n";
    let checked = page::run(text, &FEATURES);
    assert_eq!(checked.failures.len(), 1);
    assert_eq!(checked.failures[0].0, 5);
    assert!(checked.text.contains("| 12 hồ sơ | 12 | quantity |"), "{}", checked.text);
}

#[test]
fn equal_figures_are_told_apart_by_carets() {
    let rows = "\
<!-- runs: numerals -->

| text | numeral | class | why |
|---|---|---|---|
| ngày 12, 12 hồ sơ |  |  | a day and a count |
|      ^^ | 12 | date |  |
|          ^^ | 12 | quantity | counted |
";
    assert_eq!(page::run(rows, &FEATURES).text, rows);
    let swapped = rows.replace("|      ^^ | 12 | date", "|          ^^ | 12 | date");
    assert_eq!(page::run(&swapped, &FEATURES).failures.len(), 1);
    let without = "<!-- runs: numerals -->\n\n| text | numeral | class | why |\n|---|---|---|---|\n\
                   | ngày 12, 12 hồ sơ | 12 | date | a day and a count |\n|  | 12 | quantity | counted |\n";
    assert_eq!(page::run(without, &FEATURES).text, rows);
}
