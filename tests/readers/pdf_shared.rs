//! The PDFs of the shared folder against what is known to stand in them; skipped where it is missing.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use tonghop_model::document::{Block, Document};

use super::shared::{cell_text, folder, plain};
use super::support::read;

/// A block of the truth: a paragraph with its label, or the rows of a table.
enum Known {
    Paragraph(String),
    Table(Vec<Vec<String>>),
}

fn known(truth: &Value) -> Vec<Known> {
    let text = |value: &Value| plain(value.as_str().unwrap_or(""));
    let block = |block: &Value| {
        if block["k"] == "table" {
            // Cells that another covers are null.
            let row = |row: &Value| row.as_array().unwrap().iter().filter(|cell| !cell.is_null()).map(text).collect();
            return Known::Table(block["rows"].as_array().unwrap().iter().map(row).collect());
        }
        Known::Paragraph(plain(&format!("{} {}", text(&block["label"]), text(&block["t"]))))
    };
    truth.as_array().unwrap().iter().map(block).collect()
}

/// Blocks with bullets that the makers of the files print otherwise than the truth writes them.
fn bare(text: &str) -> String {
    let text = text.trim_start_matches(['-', '+', '•', '○', '◦', '▪', '–', '*', '‣', '\u{F0B7}', '\u{F0A7}']);
    plain(text)
}

struct Found {
    paragraphs: Vec<String>,
    rows: Vec<Vec<String>>,
    /// The whole body.
    text: String,
}

fn found(document: &Document) -> Found {
    let (mut paragraphs, mut rows, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                paragraphs.push(paragraph.text.to_string());
                all.push(paragraph.text.to_string());
            }
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| plain(&cell_text(&cell.blocks))).collect();
                    all.push(cells.join(" "));
                    rows.push(cells);
                }
            }
        }
    }
    Found { paragraphs, rows, text: all.iter().map(|text| bare(text)).collect::<Vec<_>>().join(" ") }
}

/// The edit distance of two texts. Only a band around the diagonal is looked at, which grows until it is wide enough.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut band = a.len().abs_diff(b.len()) + 16;
    loop {
        let found = banded(&a, &b, band);
        if found <= band || band > a.len().max(b.len()) {
            return found;
        }
        band *= 2;
    }
}

fn banded(a: &[char], b: &[char], band: usize) -> usize {
    const FAR: usize = usize::MAX / 2;
    let mut before: Vec<usize> = (0..=b.len()).map(|j| if j <= band { j } else { FAR }).collect();
    let mut row = vec![FAR; b.len() + 1];
    for (i, c) in (1_usize..).zip(a) {
        let (from, to) = (i.saturating_sub(band).max(1), (i + band).min(b.len()));
        row[from - 1] = if from == 1 { i } else { FAR };
        for j in from..=to {
            row[j] = (before[j - 1] + usize::from(*c != b[j - 1])).min(before[j] + 1).min(row[j - 1] + 1);
        }
        if to < b.len() {
            row[to + 1] = FAR;
        }
        std::mem::swap(&mut before, &mut row);
    }
    before[b.len()]
}

fn numerals(text: &str) -> BTreeMap<String, i32> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/' | '%')) {
        let word = word.trim_matches(['.', ',', '/']);
        if word.chars().any(|c| c.is_ascii_digit()) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// What was measured of a file.
struct Measured {
    /// Wrong letters in a hundred thousand.
    cer: usize,
    /// Numerals that are missing or too many.
    numerals: Vec<String>,
    rows: (usize, usize),
    paragraphs: (usize, usize),
}

fn measure(known: &[Known], found: &Found) -> Measured {
    let text = |block: &Known| match block {
        Known::Paragraph(text) => bare(text),
        Known::Table(rows) => rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>().join(" "),
    };
    let whole = plain(&known.iter().map(text).collect::<Vec<_>>().join(" "));
    let distance = distance(&whole, &plain(&found.text));
    let mut counts = numerals(&whole);
    for (word, count) in numerals(&found.text) {
        *counts.entry(word).or_default() -= count;
    }
    let wrong = counts.into_iter().filter(|(_, count)| *count != 0).map(|(word, count)| format!("{word}×{count}"));
    let is_row = |row: &&Vec<String>| found.rows.contains(row);
    let is_paragraph = |text: &&String| found.paragraphs.iter().any(|found| bare(found) == bare(text));
    let rows =
        || known.iter().filter_map(|block| if let Known::Table(rows) = block { Some(rows) } else { None }).flatten();
    let paragraphs =
        || known.iter().filter_map(|block| if let Known::Paragraph(text) = block { Some(text) } else { None });
    for row in rows().filter(|row| !is_row(row)) {
        println!("    row missing: {row:?}");
    }
    for text in paragraphs().filter(|text| !is_paragraph(text)) {
        println!("    paragraph missing: {text:.150}");
    }
    Measured {
        cer: distance * 100_000 / whole.chars().count().max(1),
        numerals: wrong.collect(),
        rows: (rows().filter(is_row).count(), rows().count()),
        paragraphs: (paragraphs().filter(is_paragraph).count(), paragraphs().count()),
    }
}

#[test]
fn letters_numerals_rows_and_paragraphs() {
    let Some(folder) = folder() else { return };
    let files = [
        ("a_bc002", &["lo", "chromium", "typst", "wk", "lofallback"][..]),
        ("b_bc004", &["lo", "chromium", "typst", "wk"]),
        ("c_bc001", &["lo", "chromium", "typst", "wk"]),
        ("d_bc001_nfd", &["lo"]),
    ];
    for (name, makers) in files {
        let truth = fs::read_to_string(folder.join(format!("{name}.truth.json"))).unwrap();
        let known = known(&serde_json::from_str(&truth).unwrap());
        for maker in makers {
            let document = read(&fs::read(folder.join(format!("{name}.{maker}.pdf"))).unwrap());
            let measured = measure(&known, &found(&document));
            let Measured { cer, numerals, rows, paragraphs } = &measured;
            println!(
                "{name}.{maker}: CER {}.{:03} %, rows {} of {}, paragraphs {} of {}, numerals wrong: {}",
                cer / 1000,
                cer % 1000,
                rows.0,
                rows.1,
                paragraphs.0,
                paragraphs.1,
                numerals.join(" ")
            );
            // Letters of a second font that was painted later are the hardest to put back.
            let bound = if *maker == "lofallback" { 350 } else { 100 };
            assert!(*cer <= bound && numerals.is_empty(), "{name}.{maker}");
            assert!(rows.0 * 10 >= rows.1 * 9 && paragraphs.0 * 10 >= paragraphs.1 * 9, "{name}.{maker}");
        }
    }
}
