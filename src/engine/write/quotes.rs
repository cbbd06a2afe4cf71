//! Pieces of a text by offsets in characters, without walking the text for each.

use crate::engine::span::Span;

/// A text with the places of its characters.
#[derive(Debug)]
pub struct Quotes<'a> {
    text: &'a str,
    /// The byte at which every [`STEP`]th character begins; the others are a few characters behind one of these.
    starts: Vec<usize>,
}

/// How many characters lie between two that are kept.
const STEP: usize = 32;

impl<'a> Quotes<'a> {
    /// The quotes of a text.
    pub fn new(text: &'a str) -> Self {
        let is_start = |(_, byte): &(usize, u8)| !matches!(byte, 0x80..=0xBF);
        let starts = text.bytes().enumerate().filter(is_start).step_by(STEP).map(|(at, _)| at).collect();
        Self { text, starts }
    }

    /// What stands at a span; a span that leaves the text is cut to it.
    pub fn quote(&self, span: Span) -> &'a str {
        self.text.get(self.byte(span.start)..self.byte(span.end)).unwrap_or_default()
    }

    /// The byte at which a character begins.
    fn byte(&self, at: usize) -> usize {
        let Some(&start) = self.starts.get(at / STEP) else { return self.text.len() };
        let behind = self.text.get(start..).unwrap_or_default();
        behind.char_indices().nth(at % STEP).map_or(self.text.len(), |(byte, _)| start + byte)
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
        let text = "ổ1".repeat(100);
        let quotes = Quotes::new(&text);
        for at in 0..200 {
            assert_eq!(quotes.quote(Span::new(at, at + 1)), if at % 2 == 0 { "ổ" } else { "1" });
        }
        assert_eq!(quotes.quote(Span::new(0, 200)), text);
    }
}
