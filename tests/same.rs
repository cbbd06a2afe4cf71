//! The same report in every format is the same document, up to what the format can say, and has the same facts.
//!
//! The Word file is one of the samples; the others were made from it once, as `tests/same/README.md` says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use tonghop_figures::report;
use tonghop_model::document::{Block, Paragraph};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// How much of the document a format can say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Paragraphs with their labels, and rows with their cells.
    All,
    /// Labels as the browser numbers them, which is not how Word does.
    NoLabels,
    /// What is printed on pages; paragraphs and tables are found from where it stands.
    Print,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(name: &str, bytes: &[u8]) -> Report {
    report::read(name, bytes, &Catalogue::shipped()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn original() -> Report {
    read("a.docx", &fs::read(root().join("samples/bc-thang-03-2022.docx")).unwrap())
}

/// Paragraphs and rows as lines.
fn lines(report: &Report, labels: bool) -> Vec<String> {
    let text = |paragraph: &Paragraph| {
        let from = if labels { 0 } else { paragraph.label_len };
        paragraph.text.slice(from..paragraph.text.len()).trim().to_owned()
    };
    let mut lines = Vec::new();
    for block in &report.document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(text(paragraph)),
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let cells = row.cells.iter().map(|cell| {
                    let blocks = cell.blocks.iter().filter_map(|block| match block {
                        Block::Paragraph(paragraph) => Some(text(paragraph)),
                        Block::Table(_) => None,
                    });
                    format!("{}: {}", cell.column, blocks.collect::<Vec<_>>().join(" "))
                });
                cells.collect::<Vec<_>>().join(" | ")
            })),
        }
    }
    lines
}

/// Indicators, or labels where there is none, with their values.
fn facts(report: &Report) -> Vec<String> {
    let mut facts: Vec<String> = report
        .facts
        .iter()
        .map(|fact| format!("{} = {}", fact.indicator.as_deref().unwrap_or("?"), fact.value))
        .collect();
    facts.sort();
    facts
}

fn check(name: &str, bytes: &[u8], says: Says) {
    let (original, report) = (original(), read(name, bytes));
    if says != Says::Print {
        let labels = says == Says::All;
        assert_eq!(lines(&original, labels), lines(&report, labels), "{name}");
    }
    assert_eq!(facts(&original), facts(&report), "{name}");
    assert_eq!(original.header.period, report.header.period, "{name}");
    assert_eq!(original.header.number, report.header.number, "{name}");
}

fn check_file(name: &str, says: Says) {
    check(name, &fs::read(root().join("tests/same").join(name)).unwrap(), says);
}

#[test]
fn open_document() {
    check_file("bao-cao.odt", Says::All);
}

#[test]
fn web_page() {
    check_file("bao-cao.html", Says::NoLabels);
}

#[test]
fn web_page_in_one_file() {
    let page = fs::read_to_string(root().join("tests/same/bao-cao.html")).unwrap();
    let file = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--x--\r\n"
    );
    check("bao-cao.mht", file.as_bytes(), Says::NoLabels);
}

#[test]
fn rich_text() {
    check_file("bao-cao.rtf", Says::All);
}

#[test]
fn old_word() {
    check_file("bao-cao.doc", Says::All);
}

#[test]
fn pdf() {
    check_file("bao-cao.pdf", Says::Print);
}

/// A sheet that `LibreOffice` wrote: title, unit row, thousands, percentage, day, formula; a hidden sheet beside it.
#[test]
fn sheets() {
    for name in ["so-lieu.ods", "so-lieu.xlsx", "so-lieu.xls"] {
        let report = read(name, &fs::read(root().join("tests/same").join(name)).unwrap());
        let expected = [
            "Biểu 1",
            "0: Kết quả giải quyết hồ sơ",
            "0:  | 1:  | 2:  | 3: ĐVT: hồ sơ",
            "0: Đơn vị | 1: Tiếp nhận | 2: Đúng hạn | 3: Ngày chốt",
            "0: Phòng Một cửa | 1: 12.345 | 2: 98,73% | 3: 14/03/2022",
            "0: Tổng | 1: 12.345 | 2:  | 3: ",
        ];
        assert_eq!(lines(&report, true), expected, "{name}");
        assert!(report.document.notices.iter().any(|notice| notice.code() == "hidden-sheets"), "{name}");
    }
}
