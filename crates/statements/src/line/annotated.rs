//! A paragraph with all that its own words say of it.

use std::ops::Range;
use std::sync::Arc;

use super::bracket::Bracket;
use super::label::Label;
use super::token::Token;
use tonghop_model::document::{Paragraph, Place};

/// A paragraph as tokens, annotated once; a copy shares them with the line that it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The paragraph; its text is shared with the document's.
    pub paragraph: Paragraph,
    /// Where it stands.
    pub place: Place,
    /// Its tokens, in order.
    pub tokens: Arc<Vec<Token>>,
    /// Whether the document's text was recognised so badly that words have to be compared with tolerance.
    pub poor: bool,
    /// The label of a section or list item that it begins with.
    pub label: Option<Label>,
    /// Whether it is an entry of a table of contents.
    pub in_contents: bool,
    /// Its round brackets in the order in which they open.
    pub brackets: Arc<[Bracket]>,
    /// The tokens that end sentences, in order.
    pub(super) ends: Arc<[usize]>,
}

impl Line {
    /// How many tokens the label takes that the line begins with, 0 where there is none.
    pub fn label_end(&self) -> usize {
        self.label.as_ref().map_or(0, |label| label.tokens)
    }

    /// The bracket that closes the one at this token, or the end of the line.
    pub fn closing(&self, open: usize) -> usize {
        let bracket = self.brackets.binary_search_by_key(&open, |bracket| bracket.open);
        bracket.ok().and_then(|at| self.brackets[at].close).unwrap_or(self.tokens.len())
    }

    /// Whether a token is a word or numeral whose first letter is a capital.
    pub fn is_capital(&self, index: usize) -> bool {
        let at = self.tokens.get(index).map(|token| token.at.start);
        at.and_then(|at| self.paragraph.text.chars().get(at)).is_some_and(|c| c.is_uppercase())
    }

    /// Whether every letter of a token is a capital.
    pub fn is_shouted(&self, index: usize) -> bool {
        let chars = self.tokens.get(index).and_then(|token| self.paragraph.text.chars().get(token.at.clone()));
        chars.is_some_and(|chars| chars.iter().all(|c| c.is_uppercase()))
    }

    /// The token before this one, whatever it is.
    pub fn before(&self, index: usize) -> Option<&Token> {
        index.checked_sub(1).and_then(|index| self.tokens.get(index))
    }

    /// The cleaned text of a range of tokens.
    pub fn text(&self, tokens: Range<usize>) -> String {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                self.paragraph.text.slice(first.at.start..last.at.end)
            }
            _ => String::new(),
        }
    }

    /// The tokens of the sentence around a token.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let next = self.ends.partition_point(|&end| end < token);
        let start = next.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        start..self.ends.get(next).map_or(self.tokens.len(), |end| end + 1)
    }

    /// Whether a token is the full stop of a sentence: a capital letter, a bullet or nothing follows.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.ends.binary_search(&at).is_ok()
    }
}
