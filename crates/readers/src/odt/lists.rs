//! Labels of list items, computed as `LibreOffice` shows them.
//!
//! `OpenDocument` 1.3 part 3, 5.3 and 16.30: a list names its style at its outermost element; a list begins to count
//! anew unless it says that it continues another. Each level keeps its own count, which begins anew behind an item
//! further out.

use std::collections::HashMap;

use super::styles::Styles;
use crate::count::{Writing, bullet};
use crate::flow::Label;
use crate::xml::Element;

/// How many levels a list has.
const LEVELS: usize = 10;

/// The last number of each level.
type Counts = [Option<u32>; LEVELS];

/// A list that is open.
#[derive(Debug)]
struct Open<'t> {
    style: Option<&'t str>,
    /// The id and the style of the outermost list, under which its counts are kept.
    key: (Option<&'t str>, Option<&'t str>),
    counts: Counts,
}

/// The lists that are open, and how far those before them have counted.
#[derive(Debug, Default)]
pub(super) struct Lists<'t> {
    /// The styles of the open lists, the outermost first; all share the counts of the outermost.
    open: Vec<Open<'t>>,
    by_id: HashMap<&'t str, Counts>,
    by_style: HashMap<Option<&'t str>, Counts>,
    headings: Counts,
}

impl<'t> Lists<'t> {
    /// Enters a list; it ends with [`Self::end`].
    pub fn begin(&mut self, list: Element<'t>) {
        let style = list.attribute("style-name");
        let open = match self.open.last() {
            Some(outer) => Open { style: style.or(outer.style), key: outer.key, counts: outer.counts },
            None => Open { style, key: (list.attribute("id"), style), counts: self.continued(list, style) },
        };
        self.open.push(open);
    }

    fn continued(&self, list: Element<'t>, style: Option<&'t str>) -> Counts {
        let named = list.attribute("continue-list").and_then(|id| self.by_id.get(id));
        let before = || {
            let continues = list.attribute("continue-numbering") == Some("true");
            self.by_style.get(&style).filter(|_| continues)
        };
        named.or_else(before).copied().unwrap_or_default()
    }

    /// Leaves the innermost list.
    pub fn end(&mut self) {
        let Some(closed) = self.open.pop() else { return };
        if let Some(outer) = self.open.last_mut() {
            outer.counts = closed.counts;
            return;
        }
        let (id, style) = closed.key;
        self.by_style.insert(style, closed.counts);
        if let Some(id) = id {
            self.by_id.insert(id, closed.counts);
        }
    }

    /// Sets the lists aside that are open, as those in a table or a frame are others; gives them back to
    /// [`Self::resume`].
    pub fn suspend(&mut self) -> Suspended<'t> {
        Suspended(std::mem::take(&mut self.open))
    }

    /// Goes on with the lists that were set aside.
    pub fn resume(&mut self, suspended: Suspended<'t>) {
        self.open = suspended.0;
    }

    /// Counts an item of the innermost list and gives its label; `start` is the number that it is given, and
    /// `fallback` the list style of its paragraph.
    pub fn next(&mut self, start: Option<u32>, fallback: Option<&'t str>, styles: &Styles<'t>) -> Option<Label> {
        let level = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let list = self.open.last_mut()?;
        let style = styles.list(list.style.or(fallback)?)?;
        count(&mut list.counts, level, start, style);
        label(&list.counts, level, style)
    }

    /// Counts a heading that stands in no list; `level` counts from 0.
    pub fn next_heading(&mut self, level: usize, start: Option<u32>, styles: &Styles<'t>) -> Option<Label> {
        let style = styles.outline()?;
        let level = level.min(LEVELS - 1);
        count(&mut self.headings, level, start, style);
        label(&self.headings, level, style)
    }

    /// How deep the innermost list stands, 0 outermost; `None` outside of lists.
    pub fn depth(&self) -> Option<usize> {
        self.open.len().checked_sub(1)
    }
}

/// Lists that are set aside.
pub(super) struct Suspended<'t>(Vec<Open<'t>>);

/// The style of a level, which counts from 0.
fn style_of(list: Element<'_>, level: usize) -> Option<Element<'_>> {
    let is_level = |style: &Element| style.number("level") == Some(level + 1);
    list.properties().find(is_level)
}

fn count(counts: &mut Counts, level: usize, start: Option<u32>, list: Element) {
    let first = |level| style_of(list, level).and_then(|style| style.number("start-value")).unwrap_or(1);
    for (outer, count) in counts[..level].iter_mut().enumerate() {
        count.get_or_insert_with(|| first(outer));
    }
    let next = counts[level].map_or_else(|| first(level), |count| count.saturating_add(1));
    counts[level] = Some(start.unwrap_or(next));
    counts[level + 1..].fill(None);
}

fn label(counts: &Counts, level: usize, list: Element) -> Option<Label> {
    let style = style_of(list, level)?;
    let text = match style.name() {
        // The prefix and suffix that may stand here are not shown around bullets.
        "list-level-style-bullet" => bullet(style.attribute("bullet-char").unwrap_or("")).to_owned(),
        "list-level-style-number" | "outline-level-style" => match style.attribute("num-list-format") {
            Some(pattern) => fill(pattern, counts, list),
            None => around(style, &numbers(counts, level, list)),
        },
        // A picture stands for the bullet.
        "list-level-style-image" => "-".to_owned(),
        _ => return None,
    };
    let text = text.trim();
    (!text.is_empty()).then(|| Label { text: format!("{text} "), level })
}

/// The text between what stands before and behind it; nothing where there is no text.
fn around(style: Element, text: &str) -> String {
    let part = |name| style.attribute(name).unwrap_or("");
    if text.is_empty() { String::new() } else { format!("{}{text}{}", part("num-prefix"), part("num-suffix")) }
}

/// The numbers of a level and of those further out that it shows, parted by points.
fn numbers(counts: &Counts, level: usize, list: Element) -> String {
    let shown = style_of(list, level).and_then(|style| style.number::<u32>("display-levels")).unwrap_or(1);
    let first = (level + 1).saturating_sub(usize::try_from(shown).unwrap_or(LEVELS).max(1));
    let numbers = (first..=level).map(|level| number(counts, level, list)).filter(|number| !number.is_empty());
    numbers.collect::<Vec<_>>().join(".")
}

/// A pattern of `LibreOffice` with "%1%" to "%10%" replaced by the numbers of the levels.
fn fill(pattern: &str, counts: &Counts, list: Element) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('%') {
        text.push_str(before);
        let level = behind.split_once('%').and_then(|(digits, end)| {
            let level: usize = digits.parse().ok()?;
            (1..=LEVELS).contains(&level).then_some((level - 1, end))
        });
        if let Some((level, end)) = level {
            text.push_str(&number(counts, level, list));
            rest = end;
        } else {
            text.push('%');
            rest = behind;
        }
    }
    text + rest
}

/// The count of a level in its number format (19.500).
fn number(counts: &Counts, level: usize, list: Element) -> String {
    let style = style_of(list, level);
    let says = |name| style.and_then(|style| style.attribute(name));
    let sync = says("num-letter-sync") == Some("true");
    let writing = match says("num-format").unwrap_or("") {
        "" => Writing::Nothing,
        "I" => Writing::Roman,
        "i" => Writing::SmallRoman,
        "A" if sync => Writing::Letters,
        "a" if sync => Writing::SmallLetters,
        "A" => Writing::Places,
        "a" => Writing::SmallPlaces,
        _ => Writing::Figures,
    };
    writing.of(counts[level].unwrap_or(0))
}
