//! Automatic list numbers, computed as Word shows them.
//!
//! ECMA-376 part 1, 17.9: a paragraph names a list instance (`num`), which refers to an abstract list and may
//! override levels of it.

use std::collections::HashMap;

use crate::count::{Counters, Counting, Counts, LEVELS, Writing, bullet};
use crate::flow::Label;
use crate::xml::Element;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering<'t> {
    abstracts: HashMap<&'t str, Element<'t>>,
    instances: HashMap<&'t str, Element<'t>>,
    /// The abstract lists that define a list style, by the style.
    styled: HashMap<&'t str, &'t str>,
    /// By abstract lists and their instances.
    counters: Counters<&'t str, &'t str>,
}

impl<'t> Numbering<'t> {
    /// Reads the numbering part.
    pub fn read(top: Option<Element<'t>>) -> Self {
        let mut numbering = Self::default();
        for element in top.into_iter().flat_map(Element::children) {
            match element.name() {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    numbering.abstracts.insert(id, element);
                    numbering.styled.extend(element.child_value("styleLink").map(|style| (style, id)));
                }
                "num" => numbering.instances.extend(element.attribute("numId").map(|id| (id, element))),
                _ => {}
            }
        }
        numbering
    }

    /// The level of a list that belongs to a paragraph style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let (_, definition) = self.definition(list)?;
        let level = definition.properties().find(|level| level.child_value("pStyle") == Some(style))?;
        level.number("ilvl").filter(|level| *level < LEVELS)
    }

    /// Counts an item and gives its label; `None` where the list is not known or shows none.
    pub fn next(&mut self, list: &'t str, level: usize) -> Option<Label> {
        let level = level.min(LEVELS - 1);
        let instance = *self.instances.get(list)?;
        let (id, definition) = self.definition(list)?;
        let levels = Levels { instance, definition };
        let counts = self.counters.next(id, list, level, &levels);
        levels.label(&counts, level).map(|text| Label { text, level })
    }

    /// The abstract list of an instance with its id; a link to a list style is followed.
    fn definition(&self, list: &str) -> Option<(&'t str, Element<'t>)> {
        let id = self.instances.get(list)?.child_value("abstractNumId")?;
        let definition = *self.abstracts.get(id)?;
        let Some(link) = definition.child_value("numStyleLink") else { return Some((id, definition)) };
        let linked = self.styled.get(link).and_then(|id| self.abstracts.get_key_value(id));
        Some(linked.map_or((id, definition), |(id, definition)| (*id, *definition)))
    }
}

/// The levels of an instance: its own where it overrides them, else those of its abstract list.
struct Levels<'t> {
    instance: Element<'t>,
    definition: Element<'t>,
}

impl<'t> Levels<'t> {
    fn over(&self, level: usize) -> Option<Element<'t>> {
        self.instance.properties().find(|child| child.name() == "lvlOverride" && is_level(*child, level))
    }

    fn level(&self, level: usize) -> Option<Element<'t>> {
        let own = self.over(level).and_then(|over| over.child("lvl"));
        own.or_else(|| self.definition.properties().find(|child| child.name() == "lvl" && is_level(*child, level)))
    }

    fn label(&self, counts: &Counts, level: usize) -> Option<String> {
        let own = self.level(level)?;
        let pattern = own.child_value("lvlText").unwrap_or("");
        let text = match format_of(own) {
            "bullet" => bullet(pattern).to_owned(),
            _ => self.fill(pattern, counts, own.switch("isLgl") == Some(true)),
        };
        if text.trim().is_empty() {
            return None;
        }
        let space = if own.child_value("suff") == Some("nothing") { "" } else { " " };
        Some(format!("{}{space}", text.trim_start()))
    }

    /// The pattern with "%1" to "%9" replaced by the counts of the levels.
    fn fill(&self, pattern: &str, counts: &Counts, decimal: bool) -> String {
        let mut text = String::new();
        let mut chars = pattern.chars().peekable();
        while let Some(c) = chars.next() {
            let level = chars.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            let Some(level) = level else {
                text.push(c);
                continue;
            };
            chars.next();
            let level = level as usize - 1;
            let own = self.level(level).map_or(Writing::Figures, |level| writing(format_of(level)));
            let writing = if decimal && own != Writing::Nothing { Writing::Figures } else { own };
            text.push_str(&writing.of(counts[level].unwrap_or(0)));
        }
        text
    }
}

impl Counting for Levels<'_> {
    fn own_start(&self, level: usize) -> Option<u32> {
        self.over(level)?.child_number("startOverride")
    }

    fn start(&self, level: usize) -> u32 {
        let defined = || self.level(level)?.child_number("start");
        self.own_start(level).or_else(defined).unwrap_or(0)
    }

    /// "Restart behind level n" counts levels from 1; 0 says never.
    fn restart(&self, level: usize) -> Option<usize> {
        self.level(level)?.child_number("lvlRestart")
    }
}

fn is_level(element: Element, level: usize) -> bool {
    element.number("ilvl") == Some(level)
}

/// The number format of a level; formats of later versions of Word stand beside one that older ones know.
fn format_of(level: Element<'_>) -> &str {
    let older = || level.child("AlternateContent")?.child("Fallback")?.child_value("numFmt");
    level.child_value("numFmt").or_else(older).unwrap_or("decimal")
}

/// A number format of the standard (17.18.59).
fn writing(format: &str) -> Writing {
    match format {
        "none" => Writing::Nothing,
        "decimalZero" => Writing::TwoFigures,
        "upperRoman" => Writing::Roman,
        "lowerRoman" => Writing::SmallRoman,
        "upperLetter" => Writing::Letters,
        "lowerLetter" => Writing::SmallLetters,
        "decimalEnclosedParen" => Writing::Brackets,
        "numberInDash" => Writing::Dashes,
        _ => Writing::Figures,
    }
}
