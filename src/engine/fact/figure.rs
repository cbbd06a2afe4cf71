//! The figures of a line with the words on both sides of them, and the bracket that they stand in.

use std::ops::Range;

use jiff::civil::Date;

use super::table::Cell;
use crate::engine::numeral::line::{Line, Token};
use crate::engine::numeral::{Class, Numeral, Quantity};
use crate::engine::vietnamese::lexicon::{LEXICON, Phrase};
use crate::engine::vietnamese::noise::Tolerance;

/// A quantity, or the words for nothing, in its context. All ranges are of tokens of its line.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The index among the document's numerals; `None` for words ("Không có").
    pub numeral: Option<usize>,
    /// The tokens it takes.
    pub tokens: Range<usize>,
    /// The words to its left, back to the figure before it, its bracket or its sentence.
    pub left: Range<usize>,
    /// The words to its right, up to the next figure or the end of its item.
    pub right: Range<usize>,
    /// Inside of a bracket, the words that stand directly before the bracket.
    pub head: Range<usize>,
    /// The sentence it stands in.
    pub sentence: Range<usize>,
    /// The figures of the same line that it is part of or follows: first the one before its bracket, then the
    /// one before it in the same item.
    pub governors: Vec<usize>,
    /// What it says; `None` where the numeral is too long to be a number.
    pub quantity: Option<Quantity>,
    /// The word before it that makes it approximate.
    pub approximate: Option<&'static str>,
}

/// The figures of a line; `first` is the index of its first numeral in the document.
pub fn figures(line: &Line<'_>, first: usize, numerals: &[Numeral]) -> Vec<Figure> {
    let mut found: Vec<Figure> = numerals
        .iter()
        .enumerate()
        .filter(|(_, numeral)| numeral.class == Class::NarrativeCount)
        .map(|(i, numeral)| {
            let percent = numeral.quantity.is_some_and(|quantity| quantity.percent);
            bare_figure(
                line,
                Some(first + i),
                numeral.token..numeral.token + 1 + usize::from(percent),
                numeral.quantity,
            )
        })
        .collect();
    for at in 0..line.tokens.len() {
        if let Some(end) = nothing_end(line, at) {
            found.push(bare_figure(line, None, at..end, None));
        }
    }
    found.sort_by_key(|figure| (figure.tokens.start, figure.numeral));
    settle(line, &mut found);
    found
}

/// The figure of a table's value in the line that was made of its row: its last numeral.
pub fn of_cell(line: &Line<'_>, cell: &Cell) -> Vec<Figure> {
    let Some(token) = line.tokens.iter().rposition(Token::is_numeral) else { return Vec::new() };
    let end = token + 1 + usize::from(line.tokens.get(token + 1).is_some_and(|next| next.is_mark('%')));
    let mut figure = bare_figure(line, Some(cell.numeral), token..end, Some(cell.quantity));
    figure.sentence = 0..line.tokens.len();
    figure.left = 0..token;
    figure.right = end..line.tokens.len();
    vec![figure]
}

/// The end of words for nothing: "không có", or "không" as the whole answer behind a colon.
fn nothing_end(line: &Line<'_>, at: usize) -> Option<usize> {
    let asked = line.before(at).is_some_and(|mark| mark.is_mark(':'));
    // Behind the colon of a question, damaged words can hardly be anything else.
    let same = |phrase: &&Phrase| {
        let tokens = line.tokens.get(at..at + phrase.len());
        let damaged = |(token, word): (&Token, &String)| line.same(token, word, Tolerance::Letter);
        line.has_at(at, phrase) || asked && tokens.is_some_and(|tokens| tokens.iter().zip(*phrase).all(damaged))
    };
    let phrase = LEXICON.nothing.0.iter().find(same).map(|phrase| at + phrase.len());
    phrase.or_else(|| {
        let whole = line.tokens.get(at + 1).is_none_or(|next| next.is_mark('.') || next.is_mark(';'));
        (asked && whole && line.is_word(at, "không")).then_some(at + 1)
    })
}

fn bare_figure(line: &Line<'_>, numeral: Option<usize>, tokens: Range<usize>, quantity: Option<Quantity>) -> Figure {
    Figure {
        approximate: numeral.and_then(|_| approximator(line, tokens.start)),
        sentence: sentence(line, tokens.start),
        left: 0..0,
        right: 0..0,
        head: 0..0,
        governors: Vec::new(),
        numeral,
        tokens,
        quantity,
    }
}

/// The word right before a figure that makes it approximate.
fn approximator(line: &Line<'_>, token: usize) -> Option<&'static str> {
    let before = |word: &&String| {
        word.split(' ').rev().enumerate().all(|(back, part)| token > back && line.is_word(token - back - 1, part))
    };
    LEXICON.approximate.iter().filter(before).max_by_key(|word| word.len()).map(String::as_str)
}

/// The sentence around a token: a full stop before a capital letter ends it.
fn sentence(line: &Line<'_>, token: usize) -> Range<usize> {
    let start = (0..token).rev().find(|&at| ends_sentence(line, at)).map_or(0, |at| at + 1);
    let end = (token..line.tokens.len()).find(|&at| ends_sentence(line, at)).map_or(line.tokens.len(), |at| at + 1);
    start..end
}

fn ends_sentence(line: &Line<'_>, at: usize) -> bool {
    let next = line.tokens.get(at + 1).and_then(|next| line.paragraph.text.chars().get(next.at.start));
    line.tokens[at].is_mark('.') && next.is_none_or(|c| c.is_uppercase() || matches!(c, '-' | '+' | '*' | '(' | '“'))
}

/// A bracket that stands open.
struct Bracket {
    /// The first figure that may stand in it.
    from: usize,
    /// The figure before it.
    owner: Option<usize>,
    /// The words before it.
    head: Range<usize>,
}

/// Fills in sides and governors.
///
/// Brackets form the tree: the figure before a bracket owns those in it. A bracket that is never closed ends with
/// its sentence.
fn settle(line: &Line<'_>, figures: &mut [Figure]) {
    let mut owners: Vec<Bracket> = Vec::new();
    let mut last: Option<usize> = None;
    let mut left = 0;
    let mut next = 0;
    for at in 0..line.tokens.len() {
        let token = &line.tokens[at];
        while next < figures.len() && figures[next].tokens.start == at {
            let figure = &mut figures[next];
            figure.left = left.min(at)..at;
            figure.head = owners.last().map_or(0..0, |bracket| bracket.head.clone());
            let owner = owners.last().and_then(|bracket| bracket.owner);
            figure.governors.extend(owner);
            figure.governors.extend(last.filter(|last| Some(*last) != owner));
            last = Some(next);
            left = figure.tokens.end;
            next += 1;
        }
        if token.is_mark('(') {
            owners.push(Bracket { from: next, owner: last, head: left.min(at)..at });
            if holds_figure(figures, next, closing(line, at)) {
                left = at + 1;
            }
        } else if token.is_mark(')') {
            if let Some(bracket) = owners.pop()
                && next > bracket.from
            {
                last = bracket.owner;
                left = at + 1;
            }
        } else if token.is_mark(';') {
            left = at + 1;
            last = owners.last().and_then(|bracket| bracket.owner);
        } else if ends_sentence(line, at) {
            left = at + 1;
            owners.clear();
            last = None;
        }
    }
    for i in 0..figures.len() {
        let (start, limit) =
            (figures[i].tokens.end, figures.get(i + 1).map_or(line.tokens.len(), |next| next.tokens.start));
        figures[i].right = start..right_end(line, figures, i, start, limit.max(start));
    }
}

fn right_end(line: &Line<'_>, figures: &[Figure], index: usize, start: usize, limit: usize) -> usize {
    let mut depth = 0_usize;
    for at in start..limit {
        let token = &line.tokens[at];
        if token.is_mark('(') {
            if holds_figure(figures, index + 1, closing(line, at)) {
                return at;
            }
            depth += 1;
        } else if token.is_mark(')') {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        } else if token.is_mark(';') || ends_sentence(line, at) {
            return at;
        }
    }
    limit
}

fn holds_figure(figures: &[Figure], from: usize, close: usize) -> bool {
    figures.get(from).is_some_and(|figure| figure.tokens.start < close)
}

/// The bracket that closes the one at this token, or the end of the line.
fn closing(line: &Line<'_>, open: usize) -> usize {
    let mut depth = 0_usize;
    for at in open..line.tokens.len() {
        if line.tokens[at].is_mark('(') {
            depth += 1;
        } else if line.tokens[at].is_mark(')') {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    line.tokens.len()
}

/// The date that a figure is as of: the last one behind "đến" or "ngày" before the figure, in its line.
pub fn as_of(line: &Line<'_>, figure: &Figure) -> Option<Date> {
    (0..figure.tokens.start).rev().find_map(|at| {
        let until =
            (1..=2).any(|back| at >= back && (line.is_word(at - back, "đến") || line.is_word(at - back, "tới")));
        let mut fields = line.tokens[at].text.split('/').map(str::parse::<i16>);
        match (until, fields.next(), fields.next(), fields.next(), fields.next()) {
            (true, Some(Ok(day)), Some(Ok(month)), Some(Ok(year)), None) => {
                Some(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())
            }
            _ => None,
        }
    })?
}
