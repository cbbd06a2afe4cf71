//! Markup written down element by element, so that every element that is opened is closed.

use quick_xml::escape::escape;

/// The declaration that parts of Office files begin with.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A text of XML that grows.
#[derive(Debug)]
pub struct Markup {
    out: String,
    open: Vec<&'static str>,
}

impl Markup {
    /// A part of an Office file.
    pub fn part() -> Self {
        Self { out: DECLARATION.to_owned(), open: Vec::new() }
    }

    /// Opens an element.
    pub fn start(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
        self
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.out.push_str("/>");
        self
    }

    /// Text; what XML has no character for becomes a space.
    pub fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.out, text);
        self
    }

    /// An element with nothing but text.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.start(name, attributes).text(text).end()
    }

    /// Markup that is constant.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Closes the element that was opened last.
    pub fn end(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self
    }

    /// The text, with every element closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            push_escaped(&mut self.out, value);
            self.out.push('"');
        }
    }
}

fn push_escaped(out: &mut String, text: &str) {
    let allowed = |c: char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    // Most texts are figures and words in which nothing has to be escaped.
    if text.chars().all(|c| allowed(c) && !matches!(c, '<' | '>' | '&' | '"' | '\'')) {
        out.push_str(text);
    } else {
        let text: String = text.chars().map(|c| if allowed(c) { c } else { ' ' }).collect();
        out.push_str(&escape(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_is_closed_and_text_is_escaped() {
        let mut markup = Markup::part();
        markup.start("a", &[("b", "\"<\u{1}>")]).leaf("c", &[], "x & y").empty("d", &[]).start("e", &[]);
        let expected = "<a b=\"&quot;&lt; &gt;\"><c>x &amp; y</c><d/><e></e></a>";
        assert_eq!(markup.finish().strip_prefix(DECLARATION), Some(expected));
    }
}
