//! Styles: what a paragraph or a run is by the style that it names.

use std::collections::HashMap;

use crate::xml::Element;

/// How many styles deep one is based on another before the chain counts as a circle.
const MAX_CHAIN: usize = 16;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles<'t> {
    known: HashMap<&'t str, Element<'t>>,
    /// The style of paragraphs that name none.
    default: Option<&'t str>,
    /// The font of text whose style names none.
    pub default_font: Option<&'t str>,
}

/// A reference to a list: which, and how deep; either may be left to a style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListRef<'t> {
    pub list: Option<&'t str>,
    pub level: Option<usize>,
}

impl<'t> Styles<'t> {
    /// Reads the styles part.
    pub fn read(top: Option<Element<'t>>) -> Self {
        let mut styles = Self::default();
        let defaults = top.and_then(|top| top.child("docDefaults")?.child("rPrDefault")?.child("rPr"));
        styles.default_font = defaults.and_then(font);
        for style in top.into_iter().flat_map(Element::children).filter(|element| element.name() == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            styles.known.entry(id).or_insert(style);
            let default = matches!(style.attribute("default"), Some("1" | "true" | "on"));
            if default && style.attribute("type") == Some("paragraph") {
                styles.default = Some(id);
            }
        }
        styles
    }

    /// The style, then those that it is based on.
    fn chain(&self, id: Option<&'t str>) -> impl Iterator<Item = Element<'t>> {
        let first = id.and_then(|id| self.known.get(id).copied());
        std::iter::successors(first, |style| self.known.get(style.child_value("basedOn")?).copied()).take(MAX_CHAIN)
    }

    /// The style of a paragraph.
    pub fn of_paragraph(&self, properties: Option<Element<'t>>) -> Option<&'t str> {
        properties.and_then(|properties| properties.child_value("pStyle")).or(self.default)
    }

    /// The level of heading that a style gives, 1 outermost: by its outline level, else by its name.
    pub fn heading(&self, id: Option<&'t str>) -> Option<u8> {
        let outline = self.chain(id).find_map(|style| outline_level(style.child("pPr")?));
        outline.map_or_else(|| self.chain(id).find_map(heading_by_name), heading_at)
    }

    /// The list that a style puts its paragraphs in, and the style that says so.
    pub fn list(&self, id: Option<&'t str>) -> Option<(ListRef<'t>, &'t str)> {
        self.chain(id).find_map(|style| {
            let list = list_ref(style.child("pPr")?)?;
            list.list.map(|_| (list, style.attribute("styleId").unwrap_or("")))
        })
    }

    /// The font that a style names.
    pub fn font(&self, id: Option<&'t str>) -> Option<&'t str> {
        self.chain(id).find_map(|style| font(style.child("rPr")?))
    }

    /// A switch of character formatting that a style sets.
    pub fn switch(&self, id: Option<&'t str>, name: &str) -> Option<bool> {
        self.chain(id).find_map(|style| style.child("rPr")?.switch(name))
    }
}

/// The font that character properties name for letters beyond ASCII, else for ASCII.
pub(super) fn font(properties: Element<'_>) -> Option<&str> {
    let fonts = properties.child("rFonts")?;
    fonts.attribute("hAnsi").or_else(|| fonts.attribute("ascii"))
}

/// The outline level that paragraph properties name, 0 outermost; 9 says that the paragraph is no heading.
pub(super) fn outline_level(properties: Element) -> Option<u8> {
    properties.child_number("outlineLvl")
}

/// The level of heading that an outline level makes, 1 outermost.
pub(super) fn heading_at(outline: u8) -> Option<u8> {
    (outline < 9).then_some(outline + 1)
}

/// The list that paragraph properties name.
pub(super) fn list_ref(properties: Element<'_>) -> Option<ListRef<'_>> {
    let numbering = properties.child("numPr")?;
    let level = numbering.child_number("ilvl");
    Some(ListRef { list: numbering.child_value("numId"), level })
}

/// The names of built-in heading styles are kept in English whatever the language of Word is.
fn heading_by_name(style: Element) -> Option<u8> {
    let name = style.child_value("name")?.to_ascii_lowercase();
    let level: u8 = name.strip_prefix("heading ")?.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
