//! One paragraph of Markdown while it is being read.

use std::ops::Range;

use crate::wording::{self, Beginning, Ending};
use tonghop_model::document::{Paragraph, Role};
use tonghop_model::span::Mapper;

/// Text with its source, which may still be joined to the text of another paragraph.
pub(super) struct Leaf {
    /// Each character and where it stands in the document's text.
    chars: Vec<(char, usize)>,
    role: Role,
    label_len: usize,
    bold: bool,
}

impl Leaf {
    pub fn new(role: Role) -> Self {
        Self { chars: Vec::new(), role, label_len: 0, bold: true }
    }

    /// Puts a label and a space at the beginning, behind the labels that are there.
    pub fn label(&mut self, label: &str, at: usize) {
        self.chars.extend(label.chars().enumerate().map(|(index, c)| (c, at + index)));
        let end = at + label.chars().count();
        self.chars.push((' ', end));
        self.label_len = self.chars.len();
    }

    /// Appends text whose characters stand `step` apart in the source.
    pub fn push(&mut self, text: &str, at: usize, step: usize, bold: bool) {
        self.chars.extend(text.chars().enumerate().map(|(index, c)| (c, at + index * step)));
        self.bold &= bold || text.trim().is_empty();
    }

    /// Appends text each of whose characters stands somewhere in the source, in order, with marks between them.
    pub fn push_aligned(&mut self, text: &str, source: &str, at: usize, bold: bool) {
        let mut rest = source.chars().enumerate().peekable();
        for c in text.chars() {
            let same = |(_, found): &(usize, char)| *found == c || (c == ' ' && found.is_whitespace());
            while rest.next_if(|next| !same(next)).is_some() {}
            let Some((index, _)) = rest.next() else { break };
            self.chars.push((c, at + index));
        }
        self.bold &= bold || text.trim().is_empty();
    }

    /// Whether the text ends in a hyphen within a word, as at the end of a broken line.
    pub fn ends_in_hyphen(&self) -> bool {
        let mut back = self.chars.iter().rev().map(|c| c.0);
        matches!(back.next(), Some('-' | '/')) && back.next().is_some_and(char::is_alphanumeric)
    }

    /// Whether the sentence at the end of this paragraph goes on in `next`, as at a page break.
    pub fn goes_on_in(&self, next: &Leaf) -> bool {
        let prose = matches!(self.role, Role::Body | Role::ListItem(_)) && next.role == Role::Body;
        if !prose || self.bold || next.bold {
            return false;
        }
        let beginning = wording::beginning(&next.chars.iter().take(40).map(|c| c.0).collect::<String>());
        match wording::ending(&self.tail()) {
            Ending::Closed => false,
            Ending::Plain => beginning == Beginning::Lower,
            Ending::WantsNumber => matches!(beginning, Beginning::Lower | Beginning::Digit),
            Ending::Open | Ending::Glued => !matches!(beginning, Beginning::Mark | Beginning::Number),
        }
    }

    /// Appends the paragraph that goes on with this one's sentence.
    pub fn join(&mut self, next: Leaf) {
        let at = self.chars.last().map_or(0, |c| c.1 + 1);
        if !self.ends_in_hyphen() {
            self.chars.push((' ', at));
        }
        self.chars.extend(next.chars);
    }

    /// The paragraph; `None` where nothing is in it.
    pub fn finish(self) -> Option<Paragraph> {
        let mut mapper = Mapper::with_room(self.chars.len());
        self.chars.iter().for_each(|(c, at)| mapper.push_char(*c, *at));
        let text = mapper.finish();
        let label_len = self.label_len.min(text.len());
        (!text.is_empty()).then_some(Paragraph { text, role: self.role, label_len, bold: self.bold })
    }

    fn tail(&self) -> String {
        let tail: String = self.chars[self.chars.len().saturating_sub(40)..].iter().map(|c| c.0).collect();
        tail.trim_end().to_owned()
    }
}

/// Turns offsets in bytes to offsets in characters, with a sum kept every so many bytes.
pub(super) struct Offsets<'a> {
    text: &'a str,
    sums: Vec<usize>,
}

/// How many bytes lie between two kept sums.
const STEP: usize = 128;

impl<'a> Offsets<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut sums = vec![0];
        let mut sum = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            sum += begun(chunk);
            sums.push(sum);
        }
        Self { text, sums }
    }

    /// How many characters begin before the byte offset.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let kept = byte / STEP;
        self.sums[kept] + begun(&self.text.as_bytes()[kept * STEP..byte])
    }
}

/// How many characters begin within the bytes of a text.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

/// The label of a list item, as it is printed: "-", "12.".
pub(super) fn label(text: &str, item: Range<usize>) -> Range<usize> {
    let source = text.get(item.clone()).unwrap_or("");
    let label = source.trim_start();
    let start = item.start + source.len() - label.len();
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    start..start + (digits + 1).min(label.len())
}

/// The lines of a text, numbered, each with the count of characters before it.
pub(super) fn lines_of(text: &str) -> impl Iterator<Item = (usize, (usize, &str))> {
    let mut at = 0;
    text.split('\n').enumerate().map(move |(line, part)| {
        let start = at;
        at += part.chars().count() + 1;
        (line, (start, part))
    })
}

/// Elements that writers of Markdown use for layout; other words in angle brackets are text.
const ELEMENTS: [&str; 36] = [
    "a",
    "b",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "hr",
    "i",
    "img",
    "ins",
    "li",
    "ol",
    "p",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
];

/// The stretches of text outside of tags, each with the count of characters before it. A tag becomes a space.
pub(super) fn without_tags(html: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let (mut rest, mut at) = (html, 0);
    while !rest.is_empty() {
        let tag = if rest.starts_with('<') { tag_len(rest) } else { 0 };
        if tag > 0 {
            parts.push((at, " "));
        } else {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(end, _)| end);
            parts.push((at, &rest[..end]));
        }
        let len = if tag > 0 { tag } else { parts.last().map_or(0, |part| part.1.len()) };
        at += rest[..len].chars().count();
        rest = &rest[len..];
    }
    parts
}

/// The longest tag that is believed, in bytes.
const MAX_TAG: usize = 2000;

/// How many bytes the tag or comment at the beginning has; 0 where it is none.
fn tag_len(text: &str) -> usize {
    let name = text[1..].trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let known = ELEMENTS.contains(&name[..end].to_ascii_lowercase().as_str());
    if known { text.bytes().take(MAX_TAG).position(|b| b == b'>').map_or(0, |end| end + 1) } else { 0 }
}
