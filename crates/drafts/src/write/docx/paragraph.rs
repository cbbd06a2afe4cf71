//! Paragraphs, runs and tables, with the properties in the order of the schema.

use crate::draft::{Passage, Run};
use crate::write::markup::Markup;

/// The character style of what is left to fill in.
pub const FILL: &str = "Fill";

/// The properties of a paragraph that are its style alone.
pub fn style(xml: &mut Markup, style: &str) {
    xml.start("w:pPr", &[]).empty("w:pStyle", &[("w:val", style)]).end();
}

/// A run of words, in a character style where one is given.
pub fn run(xml: &mut Markup, style: Option<&str>, text: &str) {
    xml.start("w:r", &[]);
    if let Some(style) = style {
        xml.start("w:rPr", &[]).empty("w:rStyle", &[("w:val", style)]).end();
    }
    xml.leaf("w:t", &[("xml:space", "preserve")], text).end();
}

/// Words in which every ellipsis is marked as left to fill in.
pub fn words(xml: &mut Markup, text: &str) {
    for (index, piece) in text.split('…').enumerate() {
        if index > 0 {
            run(xml, Some(FILL), "…");
        }
        if !piece.is_empty() {
            run(xml, None, piece);
        }
    }
}

/// A paragraph of words.
pub fn paragraph(xml: &mut Markup, name: &str, text: &str) {
    xml.start("w:p", &[]);
    style(xml, name);
    words(xml, text);
    xml.end();
}

/// A paragraph of lines that are broken by hand.
pub fn lines(xml: &mut Markup, name: &str, lines: &[&str]) {
    xml.start("w:p", &[]);
    style(xml, name);
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            xml.start("w:r", &[]).empty("w:br", &[]).end();
        }
        words(xml, line);
    }
    xml.end();
}

/// A passage of the draft.
pub fn passage(xml: &mut Markup, name: &str, passage: &Passage) {
    xml.start("w:p", &[]);
    style(xml, name);
    for piece in &passage.runs {
        match piece {
            Run::Figure { text, .. } | Run::Difference { text, .. } | Run::Hand { text, .. } => run(xml, None, text),
            Run::Blank { .. } | Run::Text(_) => words(xml, piece.text()),
        }
    }
    xml.end();
}

/// A drawn line: the upper border of a low paragraph, `length` long in the middle of `width`, in twentieths of a
/// point. Signs that look like a line would break where the font or the width changes.
pub fn rule(xml: &mut Markup, length: u32, width: u32) {
    let side = (width.saturating_sub(length) / 2).to_string();
    xml.start("w:p", &[]).start("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", "Rule")]);
    xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
    xml.end().end();
}

/// How wide words are about, in twentieths of a point, in bold type of `half_points`.
///
/// The shares are the means of Times New Roman's bold letters; they serve to draw a line of a third to a half of the
/// words above it.
pub fn width(text: &str, half_points: u32) -> u32 {
    let thousandths: u32 = text
        .chars()
        .map(|c| match c {
            ' ' => 250,
            _ if c.is_uppercase() => 680,
            _ if c.is_alphabetic() => 480,
            _ => 400,
        })
        .sum();
    thousandths * half_points / 100
}

/// Opens a table of fixed columns.
pub fn table(xml: &mut Markup, style: &str, columns: &[u32]) {
    xml.start("w:tbl", &[]).start("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", style)]);
    xml.empty("w:tblW", &[("w:w", &columns.iter().sum::<u32>().to_string()), ("w:type", "dxa")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.end().start("w:tblGrid", &[]);
    for column in columns {
        xml.empty("w:gridCol", &[("w:w", &column.to_string())]);
    }
    xml.end();
}

/// Opens a row that no page end breaks; a head is repeated on every page.
pub fn row(xml: &mut Markup, head: bool) {
    xml.start("w:tr", &[]).start("w:trPr", &[]).empty("w:cantSplit", &[]);
    if head {
        xml.empty("w:tblHeader", &[]);
    }
    xml.end();
}

/// Opens a cell over `span` columns.
pub fn cell(xml: &mut Markup, width: u32, span: usize) {
    xml.start("w:tc", &[]).start("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    if span > 1 {
        xml.empty("w:gridSpan", &[("w:val", &span.to_string())]);
    }
    xml.end();
}
