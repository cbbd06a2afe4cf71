//! Pieces of a text by offsets in characters, without walking the text for each.

use crate::span::Span;

/// A text with the places of its characters.
#[derive(Debug)]
pub struct Quotes<'a> {
    text: &'a str,
    /// How many characters begin before each block of [`BLOCK`] bytes.
    before: Vec<usize>,
}

/// How many bytes are counted together.
const BLOCK: usize = 64;

impl<'a> Quotes<'a> {
    /// The quotes of a text.
    pub fn new(text: &'a str) -> Self {
        let mut count = 0;
        let block = |block: &[u8]| {
            let before = count;
            count += block.iter().filter(|&&byte| begins(byte)).count();
            before
        };
        Self { text, before: text.as_bytes().chunks(BLOCK).map(block).collect() }
    }

    /// What stands at a span; a span that leaves the text is cut to it.
    pub fn quote(&self, span: Span) -> &'a str {
        self.text.get(self.byte(span.start)..self.byte(span.end)).unwrap_or_default()
    }

    /// The byte at which a character begins.
    fn byte(&self, at: usize) -> usize {
        // The first block has no character before it, so that there is one wherever there is text.
        let Some(block) = self.before.partition_point(|&before| before <= at).checked_sub(1) else { return 0 };
        let bytes = self.text.bytes().enumerate().skip(block * BLOCK);
        let mut starts = bytes.filter(|&(_, byte)| begins(byte)).map(|(index, _)| index);
        starts.nth(at - self.before[block]).unwrap_or(self.text.len())
    }
}

/// Whether a character begins with this byte of UTF-8.
#[inline]
fn begins(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xBF)
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
