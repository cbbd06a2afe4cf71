//! Pieces of a text by offsets in characters, without walking the text for each.

use crate::engine::span::Span;

/// A text with the place of each of its characters.
#[derive(Debug)]
pub struct Quotes<'a> {
    text: &'a str,
    /// The byte at which each character begins, and the text's end.
    starts: Vec<usize>,
}

impl<'a> Quotes<'a> {
    /// The quotes of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    /// What stands at a span; a span that leaves the text is cut to it.
    pub fn quote(&self, span: Span) -> &'a str {
        let byte = |at: usize| self.starts.get(at).copied().unwrap_or(self.text.len());
        self.text.get(byte(span.start)..byte(span.end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_counts_characters_and_never_fails() {
        let quotes = Quotes::new("tổng số 12");
        assert_eq!(quotes.quote(Span::new(5, 7)), "số");
        assert_eq!(quotes.quote(Span::new(8, 99)), "12");
        assert_eq!(quotes.quote(Span::new(7, 5)), "");
    }
}
