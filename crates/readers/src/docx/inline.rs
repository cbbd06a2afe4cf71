//! What stands within a paragraph: runs joined to lines of text, the boxes and notes that hang on them.

use super::styles::{self, Styles};
use crate::flow::Lines;
use crate::met::Met;
use crate::symbol::symbol;
use crate::xml::Element;
use tonghop_model::vietnamese::legacy::Coding;

/// The content of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Inline<'t> {
    /// The lines that breaks within the paragraph make, at least one where there is text.
    pub lines: Lines,
    /// What hangs on the paragraph, in the order of its anchors.
    pub hung: Vec<Hung<'t>>,
}

/// What hangs on a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hung<'t> {
    /// The content of a text box.
    Box(Element<'t>),
    /// A reference to a footnote (`false`) or an endnote (`true`), by its id.
    Note(bool, &'t str),
}

/// Reads the content of paragraphs; fields may go on from one paragraph to the next.
#[derive(Debug)]
pub(super) struct Runs<'t> {
    styles: Styles<'t>,
    /// The fields that are open: whether each still gives its code, which is not shown, or its result.
    fields: Vec<bool>,
    pub met: Met,
}

/// How the text of a run is set.
#[derive(Clone, Copy)]
struct Look {
    bold: bool,
    hidden: bool,
    /// Whether small letters print as capitals.
    caps: bool,
    /// How the letters of its font are to be read.
    coding: Option<Coding>,
}

impl<'t> Runs<'t> {
    pub fn new(styles: Styles<'t>) -> Self {
        Self { styles, fields: Vec::new(), met: Met::default() }
    }

    /// The styles of the document.
    pub fn styles(&self) -> &Styles<'t> {
        &self.styles
    }

    /// Appends the content of a paragraph of the given style.
    pub fn read(&mut self, paragraph: Element<'t>, style: Option<&'t str>, into: &mut Inline<'t>) {
        self.content(paragraph, style, into);
        // A code that never ends would swallow the rest of the document.
        self.fields.iter_mut().for_each(|code| *code = false);
    }

    fn content(&mut self, parent: Element<'t>, style: Option<&'t str>, into: &mut Inline<'t>) {
        for element in parent.children() {
            match element.name() {
                "r" => self.run(element, style, into),
                "del" | "moveFrom" => self.met.changes = true,
                "pPr" | "rPr" | "sdtPr" | "rt" => {}
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.content(chosen, style, into);
                    }
                }
                name => {
                    self.met.changes |= matches!(name, "ins" | "moveTo");
                    self.content(element, style, into);
                }
            }
        }
    }

    fn run(&mut self, run: Element<'t>, style: Option<&'t str>, into: &mut Inline<'t>) {
        let look = self.look(run, style);
        self.run_content(run, look, into);
    }

    fn look(&self, run: Element<'t>, style: Option<&'t str>) -> Look {
        let own = run.child("rPr");
        let character = own.and_then(|own| own.child_value("rStyle"));
        let switch = |name| {
            let styled = || self.styles.switch(character, name).or_else(|| self.styles.switch(style, name));
            own.and_then(|own| own.switch(name)).or_else(styled).unwrap_or(false)
        };
        let styled = || self.styles.font(character).or_else(|| self.styles.font(style)).or(self.styles.default_font);
        let coding = own.and_then(styles::font).or_else(styled).and_then(Coding::of_font);
        Look { bold: switch("b"), hidden: switch("vanish"), caps: switch("caps"), coding }
    }

    fn run_content(&mut self, parent: Element<'t>, look: Look, into: &mut Inline<'t>) {
        for element in parent.children() {
            match element.name() {
                "fldChar" => self.field(element.attribute("fldCharType")),
                "t" => self.text(trimmed(element), look, into),
                "tab" | "ptab" => self.text("\t", look, into),
                "br" | "cr" => self.text("\n", look, into),
                // In TCVN3 this is the letter ư; elsewhere nothing of it is seen.
                "softHyphen" => self.text("\u{AD}", look, into),
                "noBreakHyphen" => self.text("-", look, into),
                "sym" => self.text(sign(element).encode_utf8(&mut [0; 4]), look, into),
                "footnoteReference" => into.hung.extend(element.attribute("id").map(|id| Hung::Note(false, id))),
                "endnoteReference" => into.hung.extend(element.attribute("id").map(|id| Hung::Note(true, id))),
                "drawing" | "pict" | "object" if !look.hidden => boxes(element, &mut into.hung),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.run_content(chosen, look, into);
                    }
                }
                "ruby" => element.children().filter(|part| part.name() == "rubyBase").for_each(|base| {
                    self.content(base, None, into);
                }),
                _ => {}
            }
        }
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(true),
            Some("separate") => self.fields.iter_mut().next_back().into_iter().for_each(|code| *code = false),
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, look: Look, into: &mut Inline<'t>) {
        if self.fields.contains(&true) {
            return;
        }
        if look.hidden {
            self.met.hidden += usize::from(!text.trim().is_empty());
            return;
        }
        // In the fonts of old encodings other letters stand for the capitals.
        if look.caps && look.coding.is_none() {
            into.lines.push(&text.to_uppercase(), look.bold, None);
        } else {
            into.lines.push(text, look.bold, look.coding);
        }
    }
}

/// What of several forms of the same content is read: the first that is offered, else what older programs show.
pub(super) fn chosen(alternates: Element) -> Option<Element> {
    alternates.child("Choice").or_else(|| alternates.child("Fallback"))
}

/// Spaces at the ends of a text only count where the text says so; line ends are spaces.
fn trimmed(element: Element<'_>) -> &str {
    let text = element.text();
    match element.attribute("space") {
        Some("preserve") => text,
        _ => text.trim_matches([' ', '\t', '\r', '\n']),
    }
}

/// The contents of the text boxes of a drawing, each once.
fn boxes<'t>(parent: Element<'t>, found: &mut Vec<Hung<'t>>) {
    for element in parent.children() {
        match element.name() {
            "txbxContent" => found.push(Hung::Box(element)),
            "AlternateContent" => chosen(element).into_iter().for_each(|chosen| boxes(chosen, found)),
            _ => boxes(element, found),
        }
    }
}

/// A character of a symbol font.
fn sign(element: Element) -> char {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0);
    symbol(element.attribute("font").is_some_and(|font| font.eq_ignore_ascii_case("Symbol")), code)
}
