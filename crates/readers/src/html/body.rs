//! The second step: the elements of a page as blocks, with the text they stand in.

use super::lists::Lists;
use super::style::Style;
use crate::error::ReadError;
use crate::flow::{Flow, Label, Lines, Within, flatten};
use crate::met::Met;
use crate::xml::Element;
use tonghop_model::document::{Block, Paragraph};
use tonghop_model::vietnamese::legacy::Coding;

/// Reads blocks, and writes the text that their spans count in.
#[derive(Default)]
pub(super) struct Body<'t> {
    pub flow: Flow,
    /// Running headers and footers, which `LibreOffice` marks.
    pub margins: Vec<Paragraph>,
    pub met: Met,
    lists: Lists<'t>,
    /// The paragraph that text goes to.
    lines: Lines,
    label: Option<Label>,
}

/// How text is set, and where.
#[allow(clippy::struct_excessive_bools, reason = "each is a look of its own, and all combine")]
#[derive(Clone, Copy)]
struct Look {
    within: Within,
    heading: Option<u8>,
    bold: bool,
    keeps_lines: bool,
    symbols: bool,
    coding: Option<Coding>,
    /// Whether the text is the label of a list item.
    labels: bool,
}

impl<'t> Body<'t> {
    /// Reads the blocks of a body or a cell, which have lists of their own.
    pub fn blocks(&mut self, parent: Element<'t>, within: Within, into: &mut Vec<Block>) -> Result<(), ReadError> {
        let plain = Look {
            within,
            heading: None,
            bold: false,
            keeps_lines: false,
            symbols: false,
            coding: None,
            labels: false,
        };
        let look = plain.of(parent);
        let lists = std::mem::take(&mut self.lists);
        self.content(parent, look, into)?;
        self.flush(look, into)?;
        self.lists = lists;
        Ok(())
    }

    /// Whether an element is not shown; it is counted where text stands in it.
    pub fn is_hidden(&mut self, element: Element<'t>) -> bool {
        let hidden = element.attribute("hidden").is_some() || Style::of(element).hides();
        self.met.hidden += usize::from(hidden && has_text(element));
        hidden
    }

    fn content(&mut self, parent: Element<'t>, look: Look, into: &mut Vec<Block>) -> Result<(), ReadError> {
        for element in parent.children() {
            self.element(element, look, into)?;
        }
        Ok(())
    }

    fn element(&mut self, element: Element<'t>, look: Look, into: &mut Vec<Block>) -> Result<(), ReadError> {
        match element.name() {
            "" => {
                self.text(element.text(), look);
                return Ok(());
            }
            "br" => {
                self.lines.push("\n", true, None);
                return Ok(());
            }
            name if is_unseen(name) => return Ok(()),
            "del" => {
                self.met.changes |= has_text(element);
                return Ok(());
            }
            _ if self.is_hidden(element) || is_note_mark(element) => return Ok(()),
            _ => {}
        }
        let look = look.of(element);
        match element.name() {
            "table" => {
                self.flush(look, into)?;
                self.table(element, into)
            }
            "ul" | "ol" | "menu" | "dir" => self.list(element, look, into),
            "li" => {
                self.flush(look, into)?;
                self.label = self.lists.next(element);
                self.block(element, look, into)
            }
            "hr" => self.flush(look, into),
            name if is_block(name) => self.block(element, look, into),
            _ => self.content(element, look, into),
        }
    }

    fn list(&mut self, element: Element<'t>, look: Look, into: &mut Vec<Block>) -> Result<(), ReadError> {
        self.flush(look, into)?;
        self.lists.begin(element);
        self.content(element, look, into)?;
        self.flush(look, into)?;
        self.lists.end();
        Ok(())
    }

    fn block(&mut self, element: Element<'t>, look: Look, into: &mut Vec<Block>) -> Result<(), ReadError> {
        // The label of an item goes to the first paragraph in it.
        if self.lines.is_blank() {
            self.lines = Lines::default();
        } else {
            self.flush(look, into)?;
        }
        if let Some(level) = Style::of(element).word_list() {
            self.label = Some(Label { text: String::new(), level });
        }
        if matches!(element.attribute("title"), Some("header" | "footer")) {
            let mut found = Vec::new();
            self.content(element, look, &mut found)?;
            self.flush(look, &mut found)?;
            flatten(found, &mut self.margins);
            return Ok(());
        }
        self.content(element, look, into)?;
        self.flush(look, into)
    }

    /// Ends the paragraph.
    fn flush(&mut self, look: Look, into: &mut Vec<Block>) -> Result<(), ReadError> {
        let lines = std::mem::take(&mut self.lines);
        if lines.is_blank() {
            return Ok(());
        }
        let lines = lines.finish(&mut self.met.converted);
        self.flow.count()?;
        let label = self.label.take();
        self.flow.lines(&lines, label, look.heading, look.within, into);
        Ok(())
    }

    fn text(&mut self, text: &str, look: Look) {
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' if look.keeps_lines => plain.push('\n'),
                ' ' | '\t' | '\r' | '\n' | '\u{C}' if plain.ends_with(' ') => {}
                ' ' | '\t' | '\r' | '\n' | '\u{C}' => plain.push(' '),
                c => plain.push(if look.symbols { symbol(c) } else { c }),
            }
        }
        if let Some(label) = self.label.as_mut().filter(|_| look.labels) {
            label.text.push_str(plain.trim());
            // One space parts the label from the text, whatever stands there in small type.
            label.text.retain(|c| c != ' ' && c != '\u{A0}');
            label.text.push(' ');
            return;
        }
        self.lines.push(&plain, look.bold, look.coding);
    }
}

impl Look {
    /// How the content of an element is set.
    fn of(self, element: Element) -> Self {
        let name = element.name();
        let style = Style::of(element);
        let heading =
            name.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level));
        let note = matches!(style.word_element(), Some("footnote" | "endnote"))
            || element.attribute("id").is_some_and(|id| id.starts_with("sdfootnote") || id.starts_with("sdendnote"));
        let bold = heading.is_some() || matches!(name, "b" | "strong" | "th");
        Self {
            within: if note { Within::Note } else { self.within },
            heading: heading.or(self.heading),
            bold: style.bold().unwrap_or(bold || self.bold),
            keeps_lines: self.keeps_lines || name == "pre" || style.keeps_lines(),
            symbols: self.symbols || style.is_symbol_font(),
            coding: style.font().or(element.attribute("face")).map_or(self.coding, Coding::of_font),
            labels: self.labels || style.is_word_label(),
        }
    }
}

/// Whether an element is a block of text of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "address"
            | "blockquote"
            | "center"
            | "pre"
            | "form"
            | "fieldset"
            | "figure"
            | "figcaption"
            | "dl"
            | "dt"
            | "dd"
            | "body"
            | "details"
            | "summary"
            | "caption"
    )
}

/// What a page holds besides what it shows.
fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "head"
            | "title"
            | "template"
            | "noscript"
            | "select"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "xml"
            | "textarea"
    )
}

/// Whether an element is the sign of a note, which is no text of the report: links to notes and back.
fn is_note_mark(element: Element) -> bool {
    const MARKS: [&str; 5] = ["#_ftn", "#_edn", "#sdfootnote", "#sdendnote", "#_msocom"];
    let target = element.attribute("href").filter(|_| element.name() == "a");
    target.is_some_and(|target| MARKS.iter().any(|mark| target.contains(mark)))
}

fn has_text(element: Element) -> bool {
    !element.text().trim().is_empty() || element.children().any(has_text)
}

/// A letter of a symbol font as its picture looks; lists use few of them.
fn symbol(c: char) -> char {
    match c {
        '·' | '§' | 'v' | 'q' | 'n' | 'l' => '•',
        'Ø' | 'à' => '-',
        'ü' => '✓',
        c => c,
    }
}
