//! One token with digits in it and what stands around it: what the rules of every class ask.

use std::ops::Range;

use super::classed::{Class, Numeral};
use super::form::{FORMS, Form};
use crate::line::{Line, TokenKind};
use tonghop_model::vietnamese::form::{self, Found};
use tonghop_model::vietnamese::lexicon::LEXICON;

/// How many characters of a line a form may go on over: so that a line without end is not read again and again.
const REACH: usize = 120;

/// A token with digits in it, in its line.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// The line.
    pub line: &'a Line,
    /// The line as forms see it.
    pub view: &'a [u8],
    /// The index of the token.
    pub token: usize,
    /// The numerals of the line before this one.
    pub before: &'a [Numeral],
}

/// A piece of a token, or all of it, with what it looks like.
#[derive(Clone)]
pub(super) struct Part<'a> {
    /// Where it stands in the cleaned text.
    pub at: Range<usize>,
    /// Its characters as forms see them.
    pub view: &'a [u8],
    /// Its forms.
    pub forms: Found<Form>,
}

impl Part<'_> {
    /// Whether it has this form.
    pub fn is(&self, form: Form) -> bool {
        self.forms.has(form)
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.view.len()
    }

    /// The value of its digits, where there is nothing else in it.
    pub fn value(&self) -> Option<u32> {
        if self.is(Form::Digits) { value(self.view) } else { None }
    }
}

impl<'a> Spot<'a> {
    /// Where the token stands in the cleaned text.
    pub fn at(&self) -> Range<usize> {
        self.line.tokens[self.token].at.clone()
    }

    /// The cleaned text of a range, as it is printed.
    pub fn printed(&self, at: &Range<usize>) -> String {
        self.line.paragraph.text.slice(at.clone())
    }

    /// What stands at a place of the cleaned text, with its forms.
    pub fn part(&self, at: Range<usize>) -> Part<'a> {
        let view = &self.view[at.clone()];
        Part { at, view, forms: FORMS.of(view) }
    }

    /// The whole token.
    pub fn whole(&self) -> Part<'a> {
        self.part(self.at())
    }

    /// The form that begins with this token and goes on behind it, and the end of the last token that it reaches into,
    /// so that no digit is left over.
    pub fn reach(&self) -> Option<(Form, usize)> {
        let start = self.at().start;
        let (form, length) = FORMS.reach(&self.view[start..self.view.len().min(start + REACH)])?;
        let end = start + length;
        let goes_on = self.view.get(end).is_some_and(u8::is_ascii_alphanumeric);
        let reached = self.line.tokens[self.token..].iter().take_while(|token| token.at.start < end);
        let end = reached.last().map_or(end, |token| token.at.end.max(end));
        (!goes_on).then_some((form, end))
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
        let at = self.line.tokens.get(token).map(|token| token.at.start);
        at.and_then(|at| self.view.get(at)).is_some_and(u8::is_ascii_uppercase)
    }

    /// Whether words stand before the numeral that announce a name or an identifier.
    pub fn named(&self) -> bool {
        self.line.any_before(self.token, &LEXICON.name_before)
            || self.line.any_before(self.token, &LEXICON.identifier_before)
    }
}

/// A line as forms see it, where they will be asked.
pub(super) fn view(line: &Line) -> Vec<u8> {
    let asked = line.tokens.iter().any(crate::line::Token::is_numeral);
    if asked { form::view(line.paragraph.text.chars()) } else { Vec::new() }
}

/// The value of a text of digits.
pub(super) fn value(digits: &[u8]) -> Option<u32> {
    let add = |sum: u32, digit: &u8| sum.checked_mul(10)?.checked_add(u32::from(digit.checked_sub(b'0')?));
    digits.iter().try_fold(0, add)
}

/// The forms of a text that is not of this line, or of a token beside this one.
pub(super) fn forms_of(text: &str) -> Found<Form> {
    FORMS.of(&form::view(&text.chars().collect::<Vec<char>>()))
}
