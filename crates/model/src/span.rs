//! Where a thing stands: spans into the text of a document, and text that knows where it came from.
//!
//! All offsets are counted in Unicode scalar values (`char`s) of [`Document::text`], end exclusive.
//! What the engine reads is not that text itself but a cleaned form of it (NFC, broken lines joined,
//! marks of Markdown removed). [`Mapped`] is that cleaned form, with the way back kept for every character.
//!
//! [`Document::text`]: crate::document::Document::text

use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A stretch of a document's text, in Unicode scalar values, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The offset of the first character.
    pub start: usize,
    /// The offset behind the last character.
    pub end: usize,
}

impl Span {
    /// The span of `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the two share a character.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Cleaned text, each of whose characters knows the span of the source that it was made from.
///
/// The characters are kept as a vector because the grammars look around by index. A copy shares them, so that a line of
/// a report can hold the text of its paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped(Arc<Pieces>);

/// The characters of a cleaned text and the span that each was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Pieces {
    chars: Vec<char>,
    sources: Vec<(u32, u32)>,
}

impl Mapped {
    /// The cleaned characters.
    pub fn chars(&self) -> &[char] {
        &self.0.chars
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.0.chars.len()
    }

    /// Whether there is no character.
    pub fn is_empty(&self) -> bool {
        self.0.chars.is_empty()
    }

    /// The characters of a range as a string; a range that leaves the text is cut to it.
    pub fn slice(&self, range: Range<usize>) -> String {
        let end = range.end.min(self.len());
        self.0.chars[range.start.min(end)..end].iter().collect()
    }

    /// The span of the source from which a range of characters was made.
    ///
    /// An empty range gives an empty span at that place.
    pub fn span(&self, range: Range<usize>) -> Span {
        let end = range.end.min(self.len());
        if range.start >= end {
            let at = self
                .0
                .sources
                .get(range.start)
                .map_or_else(|| self.0.sources.last().map_or(0, |source| source.1), |source| source.0);
            return Span::new(at as usize, at as usize);
        }
        let sources = &self.0.sources[range.start..end];
        let start = sources.iter().map(|source| source.0).min().unwrap_or(0);
        let stop = sources.iter().map(|source| source.1).max().unwrap_or(start);
        Span::new(start as usize, stop as usize)
    }

    /// A part of it; a range that leaves the text is cut to it.
    pub fn part(&self, range: Range<usize>) -> Self {
        let end = range.end.min(self.len());
        let start = range.start.min(end);
        Self(Arc::new(Pieces {
            chars: self.0.chars[start..end].to_vec(),
            sources: self.0.sources[start..end].to_vec(),
        }))
    }

    /// Adds a text of another place, parted from this one by a space.
    pub fn append(&mut self, later: &Self) {
        let own = Arc::make_mut(&mut self.0);
        if let (Some(before), Some(after)) = (own.sources.last(), later.0.sources.first()) {
            own.chars.push(' ');
            own.sources.push((before.1, after.0.max(before.1)));
        }
        own.chars.extend_from_slice(&later.0.chars);
        own.sources.extend_from_slice(&later.0.sources);
    }

    /// The span of the whole.
    pub fn whole(&self) -> Span {
        self.span(0..self.len())
    }
}

impl std::fmt::Display for Mapped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.chars.iter().try_for_each(|c| std::fmt::Write::write_char(f, *c))
    }
}

/// Builds a [`Mapped`] from pieces of the source, in order.
///
/// It composes (NFC), turns every kind of space into one plain space, drops characters that are not
/// seen (zero-width ones, soft hyphens), and never lets two spaces meet.
#[derive(Debug, Default)]
pub struct Mapper {
    out: Pieces,
    /// A letter and its marks, held back until the next letter shows that they are complete.
    cluster: Vec<(char, (u32, u32))>,
    /// Whether something unseen stands behind the last letter, so that a mark does not stand on it.
    parted: bool,
}

impl Mapper {
    /// A builder without text.
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder with room for so many characters.
    pub fn with_room(characters: usize) -> Self {
        let mut mapper = Self::default();
        mapper.make_room(characters);
        mapper
    }

    /// Appends source text that begins at `offset` of the document's text.
    pub fn push(&mut self, text: &str, offset: usize) {
        self.make_room(text.chars().count());
        for (index, c) in text.chars().enumerate() {
            self.push_char(c, offset + index);
        }
    }

    /// Appends one character that stands at `offset` of the document's text.
    pub fn push_char(&mut self, c: char, offset: usize) {
        let at = u32::try_from(offset).unwrap_or(u32::MAX);
        if is_plain(c) {
            self.flush();
            self.put(c, (at, at.saturating_add(1)));
            return;
        }
        if is_mark(c) {
            self.hold(c, at);
            return;
        }
        self.flush();
        match c {
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => self.parted = true,
            _ if c.is_whitespace() || c.is_control() => self.push_space(at),
            _ if is_composed(c) => self.put(c, (at, at.saturating_add(1))),
            _ => self.cluster.push((c, (at, at.saturating_add(1)))),
        }
    }

    /// The text that was built, without spaces at its ends.
    pub fn finish(mut self) -> Mapped {
        self.flush();
        if self.out.chars.last() == Some(&' ') {
            self.out.chars.pop();
            self.out.sources.pop();
        }
        Mapped(Arc::new(self.out))
    }

    fn make_room(&mut self, characters: usize) {
        self.out.chars.reserve(characters);
        self.out.sources.reserve(characters);
    }

    fn put(&mut self, c: char, source: (u32, u32)) {
        self.out.chars.push(c);
        self.out.sources.push(source);
        self.parted = false;
    }

    fn push_space(&mut self, at: u32) {
        if !matches!(self.out.chars.last(), None | Some(' ')) {
            self.put(' ', (at, at.saturating_add(1)));
        }
    }

    /// Holds a mark back, together with the letter that it stands on.
    fn hold(&mut self, mark: char, at: u32) {
        if self.cluster.is_empty() && !self.parted && self.out.chars.last().is_some_and(|&c| c != ' ') {
            self.cluster.extend(self.out.chars.pop().zip(self.out.sources.pop()));
        }
        self.cluster.push((mark, (at, at.saturating_add(1))));
    }

    #[inline]
    fn flush(&mut self) {
        if !self.cluster.is_empty() {
            self.flush_cluster();
        }
    }

    fn flush_cluster(&mut self) {
        let (Some(first), Some(last)) = (self.cluster.first(), self.cluster.last()) else { return };
        let source = (first.1.0, last.1.1);
        let composed: Vec<char> = self.cluster.drain(..).map(|(c, _)| c).nfc().collect();
        for c in composed {
            self.put(c, source);
        }
    }
}

/// A text with every letter in one piece (NFC); most texts have them so already.
pub fn composed(text: impl Iterator<Item = char>) -> Vec<char> {
    let chars: Vec<char> = text.collect();
    if chars.iter().all(|&c| is_composed(c)) { chars } else { chars.into_iter().nfc().collect() }
}

/// Whether a character stands on the letter before it. Most characters are told without the tables.
pub fn is_mark(c: char) -> bool {
    !is_composed(c) && is_combining_mark(c)
}

/// Whether a character is seen and stands for itself: nearly all of a text does.
fn is_plain(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{C0}'..='\u{2FF}' | '\u{1E00}'..='\u{1E9A}' | '\u{1EA0}'..='\u{1EF9}')
}

/// Whether a letter that stands alone is its own composed form, told without the tables: nearly all of a text is.
pub fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1E9A}' | '\u{1EA0}'..='\u{1EF9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(text: &str) -> Mapped {
        let mut mapper = Mapper::new();
        mapper.push(text, 0);
        mapper.finish()
    }

    #[test]
    fn composes_and_keeps_the_way_back() {
        let text = mapped("tô\u{309}ng  sô\u{301}:\u{A0}12\n");
        assert_eq!(text.to_string(), "tổng số: 12");
        assert_eq!(text.span(1..2), Span::new(1, 3));
        assert_eq!(text.span(9..11), Span::new(12, 14));
    }

    #[test]
    fn a_mark_without_a_letter_is_kept() {
        assert_eq!(mapped("\u{301}a").len(), 2);
        assert_eq!(mapped("").whole(), Span::new(0, 0));
    }
}
