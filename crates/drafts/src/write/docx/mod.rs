//! A draft to a Word file in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! It is `WordprocessingML` (ECMA-376 part 1) written directly: the elements of the decree's layout are few, and a
//! library for the whole of Word would be several times the size of this folder and would hide the order of elements
//! that Word insists on. [`styles`] and [`numbering`] say how things look, [`body`] and [`annex`] what stands where;
//! `docs/draft.md` lists every element with its measured size, style and position.

mod annex;
mod body;
mod findings;
mod numbering;
mod paragraph;
#[cfg(test)]
pub(super) mod schema;
mod styles;
#[cfg(test)]
mod tests;

use super::markup::Markup;
use super::package::{content_types, package, relations};
use crate::draft::Draft;
use tonghop_figures::table::Table;

pub use findings::findings;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The Word file of a draft; `table` is the one that the draft was made from.
pub fn docx(draft: &Draft, table: &Table) -> Vec<u8> {
    package_of(body::document(draft, table), numbering::numbering(draft))
}

/// A Word file of the parts for the text and its lists; the others are the same in every file.
fn package_of(document: String, numbering: String) -> Vec<u8> {
    let types = [
        ("/word/document.xml", "wordprocessingml.document.main"),
        ("/word/styles.xml", "wordprocessingml.styles"),
        ("/word/numbering.xml", "wordprocessingml.numbering"),
        ("/word/settings.xml", "wordprocessingml.settings"),
        ("/word/header1.xml", "wordprocessingml.header"),
    ];
    let parts = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "settings", "settings.xml"),
        (HEADER, "header", "header1.xml"),
    ];
    package(&[
        ("[Content_Types].xml", content_types(&types)),
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations(&parts)),
        ("word/styles.xml", styles::styles()),
        ("word/numbering.xml", numbering),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header()),
    ])
}

/// The relation of the header with the page number.
const HEADER: &str = "rId4";

/// A part of Word with its name spaces.
fn part(name: &'static str) -> Markup {
    let mut xml = Markup::part();
    xml.start(name, &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    xml
}

/// The page number, centred in the upper margin.
fn header() -> String {
    let mut xml = part("w:hdr");
    xml.start("w:p", &[]);
    paragraph::style(&mut xml, "Header");
    xml.start("w:fldSimple", &[("w:instr", "PAGE")]);
    paragraph::run(&mut xml, None, "2");
    xml.finish()
}

/// The mode of Word 2013 and later, in which Word opens the file without a note on compatibility.
fn settings() -> String {
    let mut xml = part("w:settings");
    xml.empty("w:defaultTabStop", &[("w:val", "720")]);
    xml.start("w:compat", &[]);
    let uri = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
    xml.finish()
}
