//! The rules that tell what a numeral is, the most certain first.

use std::ops::Range;

use super::spot::{Spot, is_digits, is_year, number};
use super::{Class, Numeral, Piece, date, name, period, quantity, reference};
use crate::line::Line;
use tonghop_model::document::Place;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number as grammar;

/// The page numbers of a document so far: each is the one behind the last.
#[derive(Debug, Default)]
pub(super) struct Pages {
    last: u32,
}

impl Pages {
    /// Whether a paragraph holds nothing but the number of a page, perhaps between hyphens.
    ///
    /// A number alone may be a figure that a broken table left alone; pages count on by one, so that only a number
    /// that comes next is theirs.
    pub fn turn(&mut self, line: &Line) -> bool {
        let mut numerals = line.tokens.iter().filter(|token| token.is_numeral());
        let (Some(only), None) = (numerals.next(), numerals.next()) else { return false };
        let alone = line.place == Place::Body && line.tokens.iter().all(|t| t.is_numeral() || t.is_mark('-'));
        let Some(value) = number(&only.text).filter(|_| alone && only.text.len() <= 3) else { return false };
        let framed = line.tokens.len() == 3;
        let next = framed || only.text.starts_with(|c| c != '0') && (self.last + 1..=self.last + 2).contains(&value);
        if next {
            self.last = value;
        }
        next
    }
}

/// The pieces of a token with digits in it, each with its class.
///
/// `before` are the line's numerals so far.
pub(super) fn classify(line: &Line, token: usize, before: &[Numeral]) -> Vec<Piece> {
    let spot = Spot { line, token, before };
    let piece = |at, class| vec![Piece { at, class, quantity: None }];
    if token < line.label_end() || enumerator(&spot) {
        return piece(spot.at(), Class::ListNumber);
    }
    if let Some(at) = reference::find(&spot) {
        return piece(at, Class::DocRef);
    }
    let whole = spot.printed(&spot.at());
    if let Some(class) = date::by_form(&spot, &whole) {
        return piece(spot.at(), class);
    }
    let parts = parts(&spot);
    let mut pieces = Vec::new();
    let mut first = None;
    for (index, part) in parts.iter().enumerate() {
        let class = part_class(&spot, &parts, index).or(first);
        first = first.or(class);
        match class {
            Some(class) => pieces.push(Piece { at: part.clone(), class, quantity: None }),
            None => pieces.extend(quantity::pieces(&spot, part)),
        }
    }
    pieces
}

/// `(1) Chủ trì …; (2) Phối hợp …`, the mark of a note `[3]`, and the number over a column.
fn enumerator(spot: &Spot<'_>) -> bool {
    let short = spot.line.tokens[spot.token].text.len() <= 2 && is_digits(&spot.line.tokens[spot.token].text);
    let round = spot.mark(1, '(') && spot.next_mark(')');
    let note = spot.mark(1, '[') && spot.next_mark(']');
    let alone = matches!(spot.line.place, Place::Cell { .. }) && spot.line.tokens.len() == 3;
    short && (note || round && (alone || spot.capital(spot.token + 2) || spot.token == 1))
}

/// A token is cut at a hyphen between two numbers, dates or months (`2021-2026`, `5/1992-5/2022`), and at the commas of
/// a list without spaces (`3,4,5`), which is no number.
fn parts(spot: &Spot<'_>) -> Vec<Range<usize>> {
    let at = spot.at();
    let chars = &spot.line.paragraph.text.chars()[at.clone()];
    let numeric = chars.iter().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-'));
    let hyphens = chars.iter().filter(|&&c| c == '-').count();
    if numeric && hyphens == 1 {
        return cut(chars, '-', at.start);
    }
    let listed = chars.iter().all(|c| c.is_ascii_digit() || *c == ',');
    let fields: Vec<Range<usize>> = if listed { cut(chars, ',', at.start) } else { Vec::new() };
    if fields.len() > 2 && fields.iter().all(|field| (1..=2).contains(&field.len())) {
        return fields;
    }
    vec![at]
}

/// The pieces between the marks of a text that begins at `start`.
fn cut(chars: &[char], mark: char, start: usize) -> Vec<Range<usize>> {
    let mut from = start;
    let pieces = chars.split(|&c| c == mark).map(|piece| {
        let at = from..from + piece.len();
        from = at.end + 1;
        at
    });
    pieces.collect()
}

/// The class of one part of a token; `None` for a quantity.
fn part_class(spot: &Spot<'_>, parts: &[Range<usize>], index: usize) -> Option<Class> {
    let printed = spot.printed(&parts[index]);
    if spot.line.any_at(spot.token + 1, &LEXICON.name_after) && parts.len() <= 2 && !printed.contains('/') {
        return Some(Class::Name);
    }
    let years = parts.len() == 2 && parts.iter().all(|part| is_year(&spot.printed(part)));
    if years {
        return Some(Class::Period);
    }
    let form = |printed: &str| date::by_form(spot, printed).or_else(|| period::by_form(spot, printed));
    if let Some(class) = form(&printed).or_else(|| mixed(spot, &printed)) {
        return Some(class);
    }
    // "05-07/5/2021", "5-6/2021": the first part takes its month or year from the second.
    let borrowed = || parts.get(index + 1).filter(|_| printed.len() <= 2).and_then(|next| form(&spot.printed(next)));
    let words = || date::by_words(spot, &printed).or_else(|| period::by_words(spot, &printed));
    let timed = || is_digits(&printed).then(|| period::duration(spot)).flatten();
    let plain = || words().or_else(|| name::by_words(spot, &printed)).or_else(timed);
    let second_name = index > 0 || printed.contains('/');
    if second_name { borrowed() } else { borrowed().or_else(plain) }
}

/// Names that mix letters and digits; `None` for numbers, and for numbers with a unit right behind them.
fn mixed(spot: &Spot<'_>, printed: &str) -> Option<Class> {
    if printed.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/')) {
        return None;
    }
    let leading = printed.split('/').next().is_some_and(|first| grammar::parse(first).is_some());
    let number = || {
        // "27/ngày" is a rate; its number is a quantity.
        leading && printed.contains('/')
            // Letters typed for digits before what is counted ("O6 hộp thư"): a figure that is not understood.
            || is_mistyped(printed) && spot.line.any_at(spot.token + 1, &LEXICON.unit)
            || quantity::glued(printed).is_some() && !spot.line.poor
    };
    (!number()).then_some(Class::Name)
}

fn is_mistyped(printed: &str) -> bool {
    printed.chars().all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I' | '.' | ','))
}
