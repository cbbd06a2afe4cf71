//! The documents of the shared folder against what is known to stand in them; skipped where it is missing.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tonghop_model::document::{Block, Document, Paragraph, Role};
use unicode_normalization::UnicodeNormalization;

use super::support::read;

pub fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reports/formats");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

/// Composed, with single spaces.
pub fn plain(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A thing that stands in a document: a label and its text, or the cells of a row.
#[derive(Debug, PartialEq, Eq)]
enum Entry {
    Paragraph(String, String),
    Row(Vec<String>),
}

impl Entry {
    fn join_label(&mut self) {
        if let Self::Paragraph(label, text) = self {
            *self = Self::Paragraph(String::new(), plain(&format!("{label} {text}")));
        }
    }
}

fn expected(truth: &Value) -> Vec<Entry> {
    let text = |value: &Value| plain(value.as_str().unwrap_or(""));
    let mut entries = Vec::new();
    for block in truth.as_array().unwrap() {
        if block["k"] == "table" {
            for row in block["rows"].as_array().unwrap() {
                // Cells that another covers are null.
                let cells = row.as_array().unwrap().iter().filter(|cell| !cell.is_null());
                entries.push(Entry::Row(cells.map(text).collect()));
            }
        } else {
            entries.push(Entry::Paragraph(text(&block["label"]), text(&block["t"])));
        }
    }
    entries
}

fn found(document: &Document) -> Vec<Entry> {
    let mut entries = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => entries.push(entry(paragraph)),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells = row.cells.iter().map(|cell| plain(&cell_text(&cell.blocks)));
                    entries.push(Entry::Row(cells.collect()));
                }
            }
        }
    }
    entries
}

fn entry(paragraph: &Paragraph) -> Entry {
    let (label, len) = (paragraph.text.slice(0..paragraph.label_len), paragraph.text.len());
    Entry::Paragraph(plain(&label), plain(&paragraph.text.slice(paragraph.label_len..len)))
}

pub fn cell_text(blocks: &[Block]) -> String {
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.to_string()),
        Block::Table(_) => None,
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_paragraph_label_and_row() {
    let Some(folder) = folder() else { return };
    for (file, truth) in [
        ("a_bc002.docx", "a_bc002"),
        ("a_bc002.lo.docx", "a_bc002"),
        ("b_bc004.docx", "b_bc004"),
        ("b_bc004.lo.docx", "b_bc004"),
        ("c_bc001.docx", "c_bc001"),
        ("d_bc001_nfd.docx", "d_bc001_nfd"),
        ("a_bc002.html", "a_bc002"),
        ("b_bc004.html", "b_bc004"),
        ("c_bc001.html", "c_bc001"),
        ("a_bc002.odt", "a_bc002"),
        ("b_bc004.odt", "b_bc004"),
        ("c_bc001.odt", "c_bc001"),
        ("d_bc001_nfd.odt", "d_bc001_nfd"),
        ("a_bc002.rtf", "a_bc002"),
        ("b_bc004.rtf", "b_bc004"),
        ("c_bc001.rtf", "c_bc001"),
        ("d_bc001_nfd.rtf", "d_bc001_nfd"),
    ] {
        let truth = fs::read_to_string(folder.join(format!("{truth}.truth.json"))).unwrap();
        let expected = expected(&serde_json::from_str(&truth).unwrap());
        let mut found = found(&read(&fs::read(folder.join(file)).unwrap()));
        let mut expected = expected;
        // These pages print their labels as text.
        if file.contains(".html") {
            expected.iter_mut().chain(&mut found).for_each(Entry::join_label);
        }
        let exact = expected.iter().zip(&found).filter(|(a, b)| a == b).count();
        println!("{file}: {exact} of {} paragraphs and rows exact", expected.len());
        for (expected, found) in expected.iter().zip(&found) {
            assert_eq!(expected, found, "{file}");
        }
        assert_eq!(expected.len(), found.len(), "{file}");
    }
}

/// Programs that save an old format lose some counts of lists, which is why not every label is asked for.
#[test]
fn old_documents_but_for_some_labels() {
    let Some(folder) = folder() else { return };
    for name in ["a_bc002", "b_bc004", "c_bc001", "d_bc001_nfd"] {
        let truth = fs::read_to_string(folder.join(format!("{name}.truth.json"))).unwrap();
        let expected = expected(&serde_json::from_str(&truth).unwrap());
        let found = found(&read(&fs::read(folder.join(format!("{name}.doc"))).unwrap()));
        let (mut labels, mut right) = (0, 0);
        for (expected, found) in expected.iter().zip(&found) {
            if let (Entry::Paragraph(label, text), Entry::Paragraph(found_label, found)) = (expected, found) {
                assert_eq!(text, found, "{name}.doc");
                labels += usize::from(!label.is_empty());
                right += usize::from(!label.is_empty() && label == found_label);
            } else {
                assert_eq!(expected, found, "{name}.doc");
            }
        }
        println!("{name}.doc: all {} paragraphs and rows exact, {right} of {labels} labels", expected.len());
        assert_eq!(expected.len(), found.len(), "{name}.doc");
        assert!(right * 10 >= labels * 9, "{name}.doc");
    }
}

#[test]
fn the_probes_of_the_hard_document() {
    let Some(folder) = folder() else { return };
    let document = read(&fs::read(folder.join("e_hard.docx")).unwrap());
    let paragraphs: Vec<(String, Role)> =
        document.paragraphs().iter().map(|(paragraph, _)| (paragraph.text.to_string(), paragraph.role)).collect();
    let times = |text: &str| paragraphs.iter().filter(|(found, _)| found == text).count();
    let once = [
        "Tổng thu đạt 1.234,5 tỷ đồng",
        "CHENVAO",
        "LIENKET",
        "THETHONGMINH",
        "KHOISDT",
        "DONGSDT",
        "KETQUATRUONG",
        "TRUONGDON",
        "HOPCHU",
        "TU-NOI",
        "DONG1 DONG2 SAUTAB",
        "CHUTHICHCHAN",
        "GOPDOC",
        "BANGLONG2",
        "GOPNGANG",
        "HANGSDT",
        "Điều 1. Mục một",
        "Điều 2. Mục hai",
        "A & B < C Đ",
    ];
    for text in once {
        assert_eq!(times(text), 1, "{text}");
    }
    assert!(paragraphs.iter().any(|(text, _)| text.ends_with("SAUKYHIEU")));
    assert!(
        !document.text.contains("CHUAN") && !document.text.contains("XOABO") && !document.text.contains("MALENH")
    );
}
