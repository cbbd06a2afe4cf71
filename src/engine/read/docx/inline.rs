//! What stands within a paragraph: runs joined to lines of text, the boxes and notes that hang on them.

use super::super::super::vietnamese::legacy::{self, Coding};
use super::super::flow::Line;
use super::super::xml::Element;
use super::styles::{self, Styles};

/// The content of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Inline<'t> {
    /// The lines that breaks within the paragraph make, at least one where there is text.
    lines: Vec<OpenLine>,
    /// The contents of text boxes that are anchored here.
    pub boxes: Vec<Element<'t>>,
    /// References to footnotes (`false`) and endnotes (`true`), by their ids.
    pub notes: Vec<(bool, &'t str)>,
}

/// A line that runs are still added to.
#[derive(Debug)]
struct OpenLine {
    text: legacy::Runs,
    bold: bool,
}

/// What was met and left out on the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    /// Whether changes are recorded in the document.
    pub changes: bool,
    /// How many runs are hidden.
    pub hidden: usize,
    /// What was converted from the encodings of old fonts.
    pub converted: legacy::Converted,
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

    /// The lines of a paragraph that is complete, their letters as the fonts print them.
    pub fn lines(&mut self, inline: &mut Inline<'t>) -> Vec<Line> {
        let close = |line: OpenLine| {
            let (text, converted) = line.text.finish();
            self.met.converted.extend(&converted);
            Line { text, bold: line.bold }
        };
        std::mem::take(&mut inline.lines).into_iter().map(close).collect()
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
        Look { bold: switch("b"), hidden: switch("vanish"), coding }
    }

    fn run_content(&mut self, parent: Element<'t>, look: Look, into: &mut Inline<'t>) {
        for element in parent.children() {
            match element.name() {
                "fldChar" => self.field(element.attribute("fldCharType")),
                "t" => self.text(trimmed(element), look, into),
                "tab" | "ptab" => self.text("\t", look, into),
                "br" | "cr" => self.text("\n", look, into),
                // In the fonts of TCVN3 this is the letter ư.
                "softHyphen" if look.coding.is_some() => self.text("\u{AD}", look, into),
                "noBreakHyphen" => self.text("-", look, into),
                "sym" => self.text(&symbol(element), look, into),
                "footnoteReference" => into.notes.extend(element.attribute("id").map(|id| (false, id))),
                "endnoteReference" => into.notes.extend(element.attribute("id").map(|id| (true, id))),
                "drawing" | "pict" | "object" if !look.hidden => boxes(element, &mut into.boxes),
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
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 || into.lines.is_empty() {
                into.lines.push(OpenLine { text: legacy::Runs::default(), bold: true });
            }
            if let Some(line) = into.lines.last_mut() {
                line.text.push(part, look.coding);
                line.bold &= look.bold || part.trim().is_empty();
            }
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
fn boxes<'t>(parent: Element<'t>, found: &mut Vec<Element<'t>>) {
    for element in parent.children() {
        match element.name() {
            "txbxContent" => found.push(element),
            "AlternateContent" => chosen(element).into_iter().for_each(|chosen| boxes(chosen, found)),
            _ => boxes(element, found),
        }
    }
}

/// A character of a symbol font, as its picture looks.
fn symbol(element: Element) -> String {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0);
    let symbol_font = element.attribute("font").is_some_and(|font| font.eq_ignore_ascii_case("Symbol"));
    // Symbol fonts stand in the private area, 0xF000 above their own codes.
    let own = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let c = match (symbol_font, own) {
        (true, 0xA3) => '≤',
        (true, 0xB0) => '°',
        (true, 0xB1) => '±',
        (true, 0xB3) => '≥',
        (true, 0xB4) => '×',
        (true, 0xB7) => '•',
        (true, 0xB8) => '÷',
        (true, 0xB9) => '≠',
        (true, 0xBC) => '…',
        (true, 0x20..=0x3F) => char::from_u32(own).unwrap_or(' '),
        (false, 0xFC | 0xFE) => '✓',
        (_, _) if own == code => char::from_u32(code).unwrap_or(' '),
        _ => '•',
    };
    c.to_string()
}
