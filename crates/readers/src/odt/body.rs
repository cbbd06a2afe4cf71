//! The second step: the elements of the body as blocks, with the text they stand in.

use super::inline::{Inline, Look, is_box};
use super::lists::Lists;
use super::styles::Styles;
use crate::error::ReadError;
use crate::flow::{Flow, Label, Within};
use crate::met::Met;
use crate::xml::Element;
use tonghop_model::document::Block;

/// Reads blocks, and writes the text that their spans count in.
#[derive(Debug, Default)]
pub(super) struct Body<'t> {
    pub styles: Styles<'t>,
    pub flow: Flow,
    pub met: Met,
    lists: Lists<'t>,
}

/// What the first paragraph of a list item takes.
#[derive(Clone, Copy)]
enum Item {
    /// It is none.
    No,
    /// It counts, from the given number where there is one.
    First(Option<u32>),
}

impl<'t> Body<'t> {
    /// A body whose styles are known.
    pub fn new(styles: Styles<'t>) -> Self {
        Self { styles, ..Self::default() }
    }

    /// Reads the blocks of a body, a cell, a frame or a note, which have lists of their own.
    pub fn blocks(&mut self, parent: Element<'t>, within: Within, into: &mut Vec<Block>) -> Result<(), ReadError> {
        let outer = self.lists.suspend();
        let read = self.content(parent, within, Item::No, into);
        self.lists.resume(outer);
        read
    }

    fn content(
        &mut self,
        parent: Element<'t>,
        within: Within,
        mut item: Item,
        into: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        for element in parent.children() {
            match element.name() {
                "p" | "h" => self.paragraph(element, within, std::mem::replace(&mut item, Item::No), into)?,
                "list" => {
                    self.lists.begin(element);
                    self.items(element, within, into)?;
                    self.lists.end();
                }
                "table" => {
                    let table = self.table(element)?;
                    into.push(Block::Table(table));
                }
                "section" | "index-body" | "index-title" | "table-of-content" | "alphabetical-index"
                | "illustration-index" | "table-index" | "object-index" | "user-index" | "bibliography"
                | "numbered-paragraph" => self.section(element, within, into)?,
                "tracked-changes" => self.met.changes |= element.child("changed-region").is_some(),
                name if is_box(name) => self.frame(element, into)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// What stands together; all of it may be hidden.
    fn section(&mut self, element: Element<'t>, within: Within, into: &mut Vec<Block>) -> Result<(), ReadError> {
        let hidden = match element.attribute("display") {
            Some("none") => true,
            Some("condition") => element.attribute("is-hidden") == Some("true"),
            _ => false,
        };
        if hidden {
            self.met.hidden += 1;
            return Ok(());
        }
        self.content(element, within, Item::No, into)
    }

    fn items(&mut self, list: Element<'t>, within: Within, into: &mut Vec<Block>) -> Result<(), ReadError> {
        for element in list.children() {
            let item = match element.name() {
                "list-item" => Item::First(element.number("start-value")),
                "list-header" => Item::No,
                _ => continue,
            };
            self.content(element, within, item, into)?;
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        element: Element<'t>,
        within: Within,
        item: Item,
        into: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        self.flow.count()?;
        let style = element.attribute("style-name");
        let mut inline = Inline::default();
        let look = Look {
            bold: self.styles.bold("paragraph", style).unwrap_or(false),
            hidden: self.styles.hidden("paragraph", style).unwrap_or(false),
        };
        inline.read(element, look, &self.styles, &mut self.met);
        let label = self.label(element, item, style);
        if is_hidden(element) {
            self.met.hidden += 1;
            return Ok(());
        }
        let heading = heading(element);
        self.flow.lines(&inline.lines, label, heading, within, into);
        for element in inline.boxes {
            self.frame(element, into)?;
        }
        for note in inline.notes.into_iter().filter(|_| within != Within::Note) {
            self.blocks(note, Within::Note, into)?;
        }
        Ok(())
    }

    /// The label of a paragraph: that of its list item, else of its heading.
    fn label(&mut self, element: Element<'t>, item: Item, style: Option<&'t str>) -> Option<Label> {
        if let Item::First(start) = item {
            return self.lists.next(start, self.styles.list_of_paragraph(style), &self.styles);
        }
        let level = heading(element).filter(|_| self.lists.depth().is_none())?;
        if element.attribute("is-list-header") == Some("true") {
            return None;
        }
        let start = element.number("start-value");
        let restart = element.attribute("restart-numbering") == Some("true");
        let start = start.or(restart.then_some(1)).filter(|_| restart);
        self.lists.next_heading(usize::from(level).saturating_sub(1), start, &self.styles)
    }

    /// The paragraphs of a frame or a shape, and of those within it.
    fn frame(&mut self, element: Element<'t>, into: &mut Vec<Block>) -> Result<(), ReadError> {
        let has_text = |child: Element| matches!(child.name(), "p" | "h" | "list" | "table");
        if element.children().any(has_text) {
            self.blocks(element, Within::TextBox, into)?;
            return Ok(());
        }
        for child in element.children().filter(|child| is_box(child.name())) {
            self.frame(child, into)?;
        }
        Ok(())
    }
}

/// The level of a heading, 1 outermost.
fn heading(element: Element) -> Option<u8> {
    let level = element.number("outline-level");
    (element.name() == "h").then(|| level.unwrap_or(1).max(1))
}

/// Whether a field says that the whole paragraph is hidden.
fn is_hidden(paragraph: Element) -> bool {
    let hides = |child: Element| child.name() == "hidden-paragraph" && child.attribute("is-hidden") == Some("true");
    paragraph.children().any(hides)
}
