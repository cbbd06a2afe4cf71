//! One token with digits in it and what stands around it: what the rules of every class ask.

use std::ops::Range;

use super::{Class, Numeral};
use crate::line::{Line, TokenKind};
use tonghop_model::vietnamese::lexicon::LEXICON;

/// A token with digits in it, in its line.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// The line.
    pub line: &'a Line,
    /// The index of the token.
    pub token: usize,
    /// The numerals of the line before this one.
    pub before: &'a [Numeral],
}

impl Spot<'_> {
    /// Where the token stands in the cleaned text.
    pub fn at(&self) -> Range<usize> {
        self.line.tokens[self.token].at.clone()
    }

    /// The cleaned text of a range, as it is printed.
    pub fn printed(&self, at: &Range<usize>) -> String {
        self.line.paragraph.text.slice(at.clone())
    }

    /// Whether the token so many before this one is the word.
    pub fn word(&self, back: usize, word: &str) -> bool {
        self.token >= back && self.line.is_word(self.token - back, word)
    }

    /// Whether the next token is the word.
    pub fn next_word(&self, word: &str) -> bool {
        self.line.is_word(self.token + 1, word)
    }

    /// Whether the token so many before this one is the mark.
    pub fn mark(&self, back: usize, mark: char) -> bool {
        self.token >= back && self.line.tokens[self.token - back].is_mark(mark)
    }

    /// Whether the next token is the mark.
    pub fn next_mark(&self, mark: char) -> bool {
        self.line.tokens.get(self.token + 1).is_some_and(|next| next.is_mark(mark))
    }

    /// Whether a percent sign follows.
    pub fn percent(&self) -> bool {
        self.next_mark('%')
    }

    /// Whether something that reports count follows, or a word that multiplies.
    pub fn counts(&self) -> bool {
        self.line.any_at(self.token + 1, &LEXICON.unit) || self.multiplied()
    }

    /// Whether a word that multiplies follows: "43 nghìn".
    pub fn multiplied(&self) -> bool {
        self.line
            .tokens
            .get(self.token + 1)
            .is_some_and(|next| LEXICON.multiplier(&next.text, self.line.poor).is_some())
    }

    /// The class of the numeral that ends so many tokens before this one.
    pub fn class_before(&self, back: usize) -> Option<Class> {
        self.before.last().filter(|last| last.token + back == self.token).map(|last| last.class)
    }

    /// Whether this goes on a list of numerals of one class: "ngày 05, 06", "tháng 5 và 6".
    pub fn continues(&self, class: Class) -> bool {
        let joins =
            [",", "-", "và", "đến"].iter().any(|join| self.line.before(self.token).is_some_and(|t| t.text == *join));
        joins && self.class_before(2) == Some(class)
    }

    /// Whether the line ends here or goes on with a mark.
    pub fn ends(&self) -> bool {
        self.line.tokens.get(self.token + 1).is_none_or(|next| matches!(next.kind, TokenKind::Mark(_)))
    }

    /// Whether the first letter of a token is a capital.
    pub fn capital(&self, token: usize) -> bool {
        self.line.is_capital(token)
    }
}

/// Whether the text is nothing but digits.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the text is a year of our time.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && number(text).is_some_and(|year| (1900..=2099).contains(&year))
}

/// The value of a text of digits.
pub(super) fn number(text: &str) -> Option<u32> {
    is_digits(text).then(|| text.parse().ok()).flatten()
}
