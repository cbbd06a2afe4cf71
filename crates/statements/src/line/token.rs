//! Words, numerals and marks, and how a text is parted into them.

use std::ops::Range;

use smol_str::SmolStr;
use tonghop_model::span::is_mark;
use tonghop_model::vietnamese::alike::Letters;
use tonghop_model::vietnamese::letter::is_letter_or_digit;
use tonghop_model::vietnamese::lexicon::Sign;
use tonghop_model::vietnamese::{fold, noise};

/// A word, a numeral or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the paragraph's cleaned text, in characters.
    pub at: Range<usize>,
    /// The folded text.
    pub text: SmolStr,
    /// The folded text without marks; in poor text with the regular faults of recognition undone.
    pub bare: SmolStr,
    /// The letters of `bare` in poor text, where every word is compared letter by letter; else nothing.
    pub(super) letters: Letters,
    /// The sign of `bare`.
    pub sign: Sign,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// A run with a digit in it: a number, a date, a document's number, a name with digits.
    Numeral,
    /// One character of punctuation.
    Mark(char),
}

impl Token {
    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it has a digit in it.
    pub fn is_numeral(&self) -> bool {
        self.kind == TokenKind::Numeral
    }
}

/// The tokens of a folded text, in order; `poor` says whether it was recognised badly.
pub(super) fn tokens(folded: &[char], poor: bool) -> Vec<Token> {
    // A word and the space behind it are five characters in the mean.
    let mut tokens = Vec::with_capacity(folded.len() / 4);
    let mut at = 0;
    while at < folded.len() {
        if folded[at] == ' ' {
            at += 1;
            continue;
        }
        let (end, kind) = token_end(folded, at);
        let letters = &folded[at..end];
        let text: SmolStr = letters.iter().copied().collect();
        let bare = if text.is_ascii() { text.clone() } else { letters.iter().map(|&c| fold::bare_char(c)).collect() };
        let bare = if poor { SmolStr::from(noise::mend(&bare)) } else { bare };
        let letters = if poor { Letters::of(&bare) } else { Letters::default() };
        tokens.push(Token { at: at..end, sign: Sign::of(&bare), bare, letters, text, kind });
        at = end;
    }
    tokens
}

/// The tokens that are the full stop of a sentence.
pub(super) fn sentence_ends(text: &[char], tokens: &[Token]) -> Vec<usize> {
    let begins = |c: char| c.is_uppercase() || matches!(c, '-' | '+' | '*' | '(' | '“');
    let next = |at: usize| tokens.get(at + 1).and_then(|next| text.get(next.at.start));
    let ends = |&at: &usize| tokens[at].is_mark('.') && next(at).is_none_or(|&c| begins(c));
    (0..tokens.len()).filter(ends).collect()
}

fn token_end(folded: &[char], start: usize) -> (usize, TokenKind) {
    let first = folded[start];
    if matches!(first, 'h' | 'w')
        && let Some(end) = web_address(folded, start)
    {
        let kind =
            if folded[start..end].iter().any(char::is_ascii_digit) { TokenKind::Numeral } else { TokenKind::Word };
        return (end, kind);
    }
    if !is_letter(first) || !first.is_ascii() && is_mark(first) {
        return (start + 1, TokenKind::Mark(first));
    }
    let (mut word, mut digits) = (start, false);
    while let Some(&c) = folded.get(word).filter(|c| is_letter(**c)) {
        digits |= c.is_ascii_digit();
        word += 1;
    }
    // A word without digits is part of a numeral only where one of these marks joins it to digits.
    if !digits && !matches!(folded.get(word), Some('/' | '-' | '&' | '_')) {
        return (word, TokenKind::Word);
    }
    let joined = joined_end(folded, start);
    let numeral = folded[start..joined].iter().any(char::is_ascii_digit);
    if numeral { (joined, TokenKind::Numeral) } else { (word, TokenKind::Word) }
}

/// The end of a run of letters and digits that marks inside of it hold together: `97/kh-ubnd`, `1.234,5`.
fn joined_end(folded: &[char], start: usize) -> usize {
    let mut end = start;
    let mut digits = false;
    while let Some(&c) = folded.get(end) {
        let (before, after) = (folded[end.saturating_sub(1)], folded.get(end + 1).copied().unwrap_or(' '));
        let joins = match c {
            // A mark typed twice ("5..652") still holds the digits together: the number is broken, not two numbers.
            '.' | ',' => {
                let next =
                    if matches!(after, '.' | ',') { folded.get(end + 2).copied().unwrap_or(' ') } else { after };
                (before.is_ascii_digit() || matches!(before, '.' | ',')) && next.is_ascii_digit()
            }
            ':' => before.is_ascii_digit() && after.is_ascii_digit(),
            // A slash between a word and a number parts them: "hồ sơ trực tuyến/62.089 hồ sơ", "quý II/2025".
            '/' if after.is_ascii_digit() && !digits => false,
            '/' | '-' | '&' | '_' => is_letter(before) && is_letter(after),
            _ => is_letter(c),
        };
        if !joins {
            break;
        }
        digits |= c.is_ascii_digit();
        end += 1;
    }
    end
}

fn web_address(folded: &[char], start: usize) -> Option<usize> {
    let begins = |prefix: &str| prefix.chars().enumerate().all(|(i, c)| folded.get(start + i) == Some(&c));
    if !begins("http://") && !begins("https://") && !begins("www.") {
        return None;
    }
    let stop = |c: &char| matches!(c, ' ' | ')' | ']' | '>' | '"' | ',' | ';');
    Some(folded[start..].iter().position(stop).map_or(folded.len(), |length| start + length))
}

/// Letters and digits with the marks that stand on them, and what bad recognition puts in their place inside of words.
fn is_letter(c: char) -> bool {
    is_letter_or_digit(c) || !c.is_ascii() && (matches!(c, '¢' | '€') || is_mark(c))
}
