//! The parts of a Word file put together.

use super::part::{HEADER, part};
use super::{paragraph, styles};
use crate::write::package::{content_types, package, relations};

/// A Word file of the parts for the text and its lists; the others are the same in every file.
pub fn package_of(document: String, numbering: String) -> Vec<u8> {
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
