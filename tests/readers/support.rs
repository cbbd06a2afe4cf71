//! Builds small documents, and shows documents as text.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use tonghop_model::document::{Block, Document, Paragraph};
use tonghop_readers::document;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml""#;

/// The parts of a document that is being made.
pub struct Docx {
    parts: Vec<(String, Vec<u8>)>,
}

impl Docx {
    /// A document with the given content of `w:body`.
    pub fn new(body: &str) -> Self {
        Self::without_parts().wrapped("document", &format!("<w:body>{body}</w:body>"))
    }

    /// A zip file without any part.
    pub fn without_parts() -> Self {
        Self { parts: Vec::new() }
    }

    /// A document without the part that holds its body.
    pub fn without_document() -> Self {
        Self::without_parts().wrapped("styles", "")
    }

    /// Adds the part `word/{name}.xml` with the given content of its outermost element.
    pub fn wrapped(self, name: &str, content: &str) -> Self {
        let part = format!("<?xml version=\"1.0\"?><w:{name} {NAMESPACES}>{content}</w:{name}>");
        self.part(&format!("word/{name}.xml"), part.as_bytes())
    }

    /// Adds a part as it is.
    pub fn part(mut self, path: &str, content: &[u8]) -> Self {
        self.parts.push((path.to_owned(), content.to_vec()));
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        zipped(&self.parts)
    }
}

/// A zip file of parts.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        zip.start_file(path, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A paragraph with one run.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A paragraph of a list.
pub fn item(list: u32, level: u32, text: &str) -> String {
    let properties = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell with the given properties and content.
pub fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// Reads a document that has to be readable.
pub fn read(bytes: &[u8]) -> Document {
    document("a.docx", bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// The document as text: a line a paragraph with its role, tables by rows, then what stands apart.
pub fn show(document: &Document) -> String {
    let mut out = String::new();
    show_blocks(&document.blocks, 0, &mut out);
    document.margins.iter().for_each(|margin| writeln!(out, "margin {}", margin.text).unwrap());
    document.notices.iter().for_each(|notice| writeln!(out, "notice {}", notice.code()).unwrap());
    out
}

fn show_blocks(blocks: &[Block], depth: usize, out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => show_paragraph(paragraph, depth, out),
            Block::Table(table) => {
                for row in &table.rows {
                    writeln!(out, "{:depth$}row", "").unwrap();
                    for cell in &row.cells {
                        let place = format!("{}+{} down {}", cell.column, cell.column_span, cell.row_span);
                        writeln!(out, "{:depth$} cell {place}", "").unwrap();
                        show_blocks(&cell.blocks, depth + 2, out);
                    }
                }
            }
        }
    }
}

fn show_paragraph(paragraph: &Paragraph, depth: usize, out: &mut String) {
    let bold = if paragraph.bold { " bold" } else { "" };
    let label = paragraph.text.slice(0..paragraph.label_len);
    let rest = paragraph.text.slice(paragraph.label_len..paragraph.text.len());
    let label = if label.is_empty() { label } else { format!("[{label}]") };
    writeln!(out, "{:depth$}{:?}{bold}: {label}{rest}", "", paragraph.role).unwrap();
}

/// Every paragraph's characters come from within the text.
pub fn spans_lie_inside(document: &Document) -> bool {
    let len = document.text.chars().count();
    let paragraphs = document.paragraphs();
    let all = paragraphs.iter().map(|(paragraph, _)| *paragraph).chain(&document.margins);
    all.into_iter().all(|paragraph| {
        let span = paragraph.text.whole();
        span.start < span.end && span.end <= len && paragraph.label_len <= paragraph.text.len()
    })
}

/// Copies of a file that were cut, or of which single bits were turned, always the same ones.
pub fn damaged(bytes: &[u8], count: usize) -> impl Iterator<Item = Vec<u8>> + '_ {
    let mut seed = 1_u64;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    (0..count).map(move |index| {
        let mut copy = bytes.to_vec();
        match index % 4 {
            0 => copy.truncate(next(bytes.len())),
            flips => (0..flips * flips).for_each(|_| copy[next(bytes.len())] ^= 1 << next(8)),
        }
        copy
    })
}
