//! The first step: a page's tags as a tree of elements.
//!
//! Tags are told apart as the standard says (WHATWG HTML, 13.2.5). Of its rules for building the tree (13.2.6) those
//! are kept that decide where text stands: elements without content, and ends that are left out or come too late.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

use crate::error::ReadError;
use crate::xml::{Builder, HTML, MAX_DEPTH, Tree};

/// Reads a page.
///
/// # Errors
/// Where it has more elements than any report.
pub(super) fn parse(page: &str) -> Result<Tree, ReadError> {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles hold text that looks like tags.
    emitter.naively_switch_states(true);
    let mut soup = Soup { builder: Builder::new(&HTML), open: Vec::new() };
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => soup.start(&tag)?,
            Token::EndTag(tag) => soup.end(&lossy(&tag.name)),
            Token::String(text) => soup.builder.text(&lossy(&text))?,
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    Ok(soup.builder.finish())
}

fn lossy(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

struct Soup {
    builder: Builder,
    /// The names of the open elements, the outermost first.
    open: Vec<String>,
}

impl Soup {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), ReadError> {
        let name = lossy(&tag.name);
        self.imply_ends(&name);
        // Deeper than any page stands, only the text is kept.
        if self.open.len() + 2 > MAX_DEPTH {
            return Ok(());
        }
        let attributes = tag.attributes.iter().filter_map(|(name, value)| {
            let kept = HTML.attribute(std::str::from_utf8(name).ok()?)?;
            Some((kept, lossy(value).into_boxed_str()))
        });
        self.builder.start(&name, attributes)?;
        // Elements of Office's own spaces of names are written as in XML.
        if is_void(&name) || (tag.self_closing && name.contains(':')) {
            self.builder.end();
        } else {
            self.open.push(name);
        }
        Ok(())
    }

    /// Ends what the beginning of an element ends.
    fn imply_ends(&mut self, name: &str) {
        match name {
            "li" => self.close(&["li"], &["ul", "ol", "td", "th", "table"]),
            "dt" | "dd" => self.close(&["dt", "dd"], &["dl", "td", "th", "table"]),
            "td" | "th" => self.close(&["td", "th"], &["tr", "table"]),
            "tr" => self.close(&["tr"], &["table", "tbody", "thead", "tfoot"]),
            "tbody" | "thead" | "tfoot" => {
                self.close(&["tbody", "thead", "tfoot", "caption", "colgroup"], &["table"]);
            }
            "option" => self.close(&["option"], &["select"]),
            _ => {}
        }
        if ends_paragraph(name) {
            self.close(&["p"], &["td", "th", "table", "caption", "li", "button"]);
        }
    }

    /// Ends the innermost element of the names, and those within it, unless a border stands before it.
    fn close(&mut self, names: &[&str], borders: &[&str]) {
        let found = self
            .open
            .iter()
            .rev()
            .position(|open| names.contains(&open.as_str()) || borders.contains(&open.as_str()));
        let Some(depth) = found else { return };
        if names.contains(&self.open[self.open.len() - 1 - depth].as_str()) {
            for _ in 0..=depth {
                self.open.pop();
                self.builder.end();
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => self.close(&[name], &[]),
            "tr" | "tbody" | "thead" | "tfoot" | "caption" => self.close(&[name], &["table"]),
            "td" | "th" => self.close(&[name], &["tr", "table"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close(&["h1", "h2", "h3", "h4", "h5", "h6"], &["td", "th", "table"]);
            }
            _ if ends_paragraph(name) || matches!(name, "li" | "dd" | "dt") => {
                self.close(&[name], &["td", "th", "table", "caption"]);
            }
            // The end of a look does not end the paragraph that began within it.
            _ => self.close(&[name], &["td", "th", "table", "caption", "p", "div", "li", "h1", "h2", "h3", "h4"]),
        }
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element cannot stand in a paragraph.
fn ends_paragraph(name: &str) -> bool {
    crate::html::body::is_block(name) || matches!(name, "p" | "table" | "ul" | "ol" | "hr")
}
