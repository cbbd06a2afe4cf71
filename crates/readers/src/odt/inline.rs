//! What stands within a paragraph: spans joined to lines of text, the frames and notes that hang on them.

use super::styles::Styles;
use crate::flow::Line;
use crate::met::Met;
use crate::xml::Element;

/// The content of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Inline<'t> {
    /// The lines that breaks within the paragraph make, at least one where there is text.
    pub lines: Vec<Line>,
    /// Elements with the paragraphs of frames and shapes that are anchored here.
    pub boxes: Vec<Element<'t>>,
    /// The bodies of notes.
    pub notes: Vec<Element<'t>>,
}

/// How text is set.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub bold: bool,
    pub hidden: bool,
}

/// The most spaces that are believed of one element that stands for many.
const MAX_SPACES: usize = 100;

impl<'t> Inline<'t> {
    /// Reads the content of an element.
    pub fn read(&mut self, parent: Element<'t>, look: Look, styles: &Styles<'t>, met: &mut Met) {
        for element in parent.children() {
            match element.name() {
                "" => self.text(element.text(), look, met),
                "s" => {
                    let spaces = element.number("c").unwrap_or(1);
                    self.print(&" ".repeat(spaces.min(MAX_SPACES)), look);
                }
                "tab" => self.print("\t", look),
                "line-break" => self.print("\n", look),
                "note" => self.notes.extend(element.child("note-body").filter(|_| !look.hidden)),
                "ruby" => element.child("ruby-base").into_iter().for_each(|base| self.read(base, look, styles, met)),
                name if is_box(name) => self.boxes.extend(Some(element).filter(|_| !look.hidden)),
                // Comments, what programs calculate with, and the number that the label repeats.
                "annotation" | "annotation-end" | "script" | "number" | "event-listeners" => {}
                _ => self.within(element, look, styles, met),
            }
        }
    }

    /// What stands in a span, a link, a field or a mark.
    fn within(&mut self, element: Element<'t>, look: Look, styles: &Styles<'t>, met: &mut Met) {
        let style = element.attribute("style-name").filter(|_| matches!(element.name(), "span" | "a"));
        let off = element.attribute("display") == Some("none")
            || (element.name() == "hidden-text" && element.attribute("is-hidden") == Some("true"));
        let look = Look {
            bold: styles.bold("text", style).unwrap_or(look.bold),
            hidden: off || styles.hidden("text", style).unwrap_or(look.hidden),
        };
        self.read(element, look, styles, met);
    }

    /// Text of the file, in which every run of spaces and line ends is one space.
    fn text(&mut self, text: &str, look: Look, met: &mut Met) {
        if look.hidden {
            met.hidden += usize::from(!text.trim().is_empty());
            return;
        }
        let mut space = false;
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\r' | '\n');
            if !is_space || !space {
                plain.push(if is_space { ' ' } else { c });
            }
            space = is_space;
        }
        self.print(&plain, look);
    }

    fn print(&mut self, text: &str, look: Look) {
        if look.hidden {
            return;
        }
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 || self.lines.is_empty() {
                self.lines.push(Line { text: String::new(), bold: true });
            }
            if let Some(line) = self.lines.last_mut() {
                line.text.push_str(part);
                line.bold &= look.bold || part.trim().is_empty();
            }
        }
    }
}

/// Whether an element floats over the page: frames, and shapes that have text of their own.
pub(super) fn is_box(name: &str) -> bool {
    matches!(
        name,
        "frame"
            | "g"
            | "text-box"
            | "custom-shape"
            | "rect"
            | "circle"
            | "ellipse"
            | "line"
            | "connector"
            | "polygon"
            | "polyline"
            | "path"
            | "caption"
            | "regular-polygon"
    )
}
