//! Styles: what a paragraph or a stretch of text is by the style that it names.

use std::collections::HashMap;

use crate::xml::Element;

/// How many styles deep one is based on another before the chain counts as a circle.
const MAX_CHAIN: usize = 16;

/// The styles that the content of one part sees, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles<'t> {
    known: HashMap<(&'t str, &'t str), Element<'t>>,
    /// The styles of lists by their names.
    lists: HashMap<&'t str, Element<'t>>,
    /// The numbers of headings that stand in no list.
    outline: Option<Element<'t>>,
}

impl<'t> Styles<'t> {
    /// Makes the styles of a group known; those of an earlier group go before them.
    pub fn add(&mut self, group: Element<'t>) {
        for style in group.children() {
            match (style.name(), style.attribute("name")) {
                ("style", Some(name)) => {
                    let family = style.attribute("family").unwrap_or("");
                    self.known.entry((family, name)).or_insert(style);
                }
                ("list-style", Some(name)) => drop(self.lists.entry(name).or_insert(style)),
                ("outline-style", _) => drop(self.outline.get_or_insert(style)),
                _ => {}
            }
        }
    }

    /// The style of a list.
    pub fn list(&self, name: &str) -> Option<Element<'t>> {
        self.lists.get(name).copied()
    }

    /// The style of the numbers of headings.
    pub fn outline(&self) -> Option<Element<'t>> {
        self.outline
    }

    /// The style, then those that it is based on.
    fn chain(&self, family: &'static str, name: Option<&'t str>) -> impl Iterator<Item = Element<'t>> {
        let find = move |name: &'t str| self.known.get(&(family, name)).copied();
        std::iter::successors(name.and_then(find), move |style| find(style.attribute("parent-style-name")?))
            .take(MAX_CHAIN)
    }

    fn text_property(&self, family: &'static str, name: Option<&'t str>, property: &str) -> Option<&'t str> {
        self.chain(family, name).find_map(|style| style.child("text-properties")?.attribute(property))
    }

    /// Whether text of a style is bold; `None` where the style does not say.
    pub fn bold(&self, family: &'static str, name: Option<&'t str>) -> Option<bool> {
        // Weights above 500 print bold.
        let is_bold = |weight: &str| weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight > 500);
        self.text_property(family, name, "font-weight").map(is_bold)
    }

    /// Whether text of a style is hidden; `None` where the style does not say.
    pub fn hidden(&self, family: &'static str, name: Option<&'t str>) -> Option<bool> {
        self.text_property(family, name, "display").map(|display| display == "none")
    }

    /// The list that a paragraph style puts its paragraphs in where the list itself names none.
    pub fn list_of_paragraph(&self, name: Option<&'t str>) -> Option<&'t str> {
        self.chain("paragraph", name).find_map(|style| style.attribute("list-style-name"))
    }
}
