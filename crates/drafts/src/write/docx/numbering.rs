//! The lists: sections as I., 1., a), items with a hyphen.

use super::part::part;
use crate::draft::Draft;
use crate::write::markup::Markup;

/// The list of the sections.
const SECTIONS: &str = "1";

/// The list of the items.
const ITEMS: &str = "2";

/// From here on the lists of single letters.
const LETTERS: usize = 10;

/// The letters by which the decree counts; Word counts "e" behind "d", so that from "đ" on each has its own list.
const WORD: [&str; 4] = ["a", "b", "c", "d"];

/// The list of a lettered section whose letter Word would not give; `None` where it would.
pub fn own_list(letter: &str) -> Option<String> {
    let at = "đeghiklmnopqrstuvx".chars().position(|c| letter == c.to_string())?;
    (!WORD.contains(&letter)).then(|| (LETTERS + at).to_string())
}

/// The part with all lists of a draft.
pub fn numbering(draft: &Draft) -> String {
    let mut letters: Vec<&str> = draft
        .sections
        .iter()
        .filter(|section| section.level == 3 && own_list(&section.number).is_some())
        .map(|section| section.number.as_str())
        .collect();
    letters.sort_unstable();
    letters.dedup();
    let mut xml = part("w:numbering");
    sections(&mut xml);
    items(&mut xml);
    for letter in &letters {
        list(&mut xml, &own_list(letter).unwrap_or_default(), "singleLevel");
        level(&mut xml, "0", "bullet", None, &format!("{letter})"));
        xml.end();
    }
    let own = letters.iter().filter_map(|letter| own_list(letter));
    for id in [SECTIONS.to_owned(), ITEMS.to_owned()].into_iter().chain(own) {
        xml.start("w:num", &[("w:numId", &id)]).empty("w:abstractNumId", &[("w:val", &id)]).end();
    }
    xml.finish()
}

fn list(xml: &mut Markup, id: &str, kind: &str) {
    xml.start("w:abstractNum", &[("w:abstractNumId", id)]).empty("w:multiLevelType", &[("w:val", kind)]);
}

fn sections(xml: &mut Markup) {
    list(xml, SECTIONS, "multilevel");
    level(xml, "0", "upperRoman", Some("Heading1"), "%1.");
    level(xml, "1", "decimal", Some("Heading2"), "%2.");
    level(xml, "2", "lowerLetter", Some("Heading3"), "%3)");
    xml.end();
}

fn items(xml: &mut Markup) {
    list(xml, ITEMS, "singleLevel");
    level(xml, "0", "bullet", Some("Item"), "-");
    xml.end();
}

/// A level; a space parts the label from the text, and the style says the indent.
fn level(xml: &mut Markup, at: &str, format: &str, style: Option<&str>, text: &str) {
    xml.start("w:lvl", &[("w:ilvl", at)]);
    xml.empty("w:start", &[("w:val", "1")]).empty("w:numFmt", &[("w:val", format)]);
    if let Some(style) = style {
        xml.empty("w:pStyle", &[("w:val", style)]);
    }
    xml.empty("w:suff", &[("w:val", "space")]).empty("w:lvlText", &[("w:val", text)]);
    xml.empty("w:lvlJc", &[("w:val", "left")]).end();
}
