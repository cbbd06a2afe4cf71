//! The rules that tell what a numeral is, the most certain first.

use super::classed::{Class, Piece};
use super::form::{FORMS, Form};
use super::spot::{Part, Spot, value};
use super::{date, identifier, name, period, quantity, reference};
use crate::line::Line;
use tonghop_model::document::Place;
use tonghop_model::vietnamese::lexicon::LEXICON;

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
        let Some(value) = value(only.text.as_bytes()).filter(|_| alone && only.text.len() <= 3) else { return false };
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
pub(super) fn classify(spot: &Spot<'_>) -> Vec<Piece> {
    let piece = |at, class| vec![Piece { at, class, quantity: None }];
    let whole = spot.whole();
    if spot.token < spot.line.label_end() || enumerator(spot, &whole) {
        return piece(whole.at, Class::ListNumber);
    }
    let reach = spot.reach();
    if let Some(at) = reference::find(spot, &whole, reach) {
        return piece(at, Class::DocRef);
    }
    if let Some((_, end)) = reach.filter(|(form, _)| identifier::goes_on(*form)) {
        return piece(whole.at.start..end, Class::Identifier);
    }
    if identifier::is_code(spot, &whole) {
        return piece(whole.at, Class::Identifier);
    }
    if let Some(class) = FORMS.alone(whole.forms).or_else(|| date::by_form(spot, &whole)) {
        return piece(whole.at, class);
    }
    let parts = parts(spot, whole);
    let mut pieces = Vec::new();
    let mut first = None;
    for (index, part) in parts.iter().enumerate() {
        let class = part_class(spot, &parts, index).or(first);
        first = first.or(class);
        match class {
            Some(class) => pieces.push(Piece { at: part.at.clone(), class, quantity: None }),
            None => pieces.extend(quantity::pieces(spot, &part.at)),
        }
    }
    pieces
}

/// `(1) Chủ trì …; (2) Phối hợp …`, the mark of a note `[3]`, and the number over a column.
fn enumerator(spot: &Spot<'_>, whole: &Part<'_>) -> bool {
    let round = spot.mark(1, '(') && spot.next_mark(')');
    let note = spot.mark(1, '[') && spot.next_mark(']');
    let alone = matches!(spot.line.place, Place::Cell { .. }) && spot.line.tokens.len() == 3;
    let item = note || round && (alone || spot.capital(spot.token + 2) || spot.token == 1);
    item && whole.is(Form::ItemNumber)
}

/// A token is cut at a hyphen between two numbers, dates or months (`2021-2026`, `5/1992-5/2022`), and at the commas of
/// a list without spaces (`3,4,5`), which is no number.
fn parts<'a>(spot: &Spot<'a>, whole: Part<'a>) -> Vec<Part<'a>> {
    let mark = match whole.forms {
        forms if forms.has(Form::Range) => b'-',
        forms if forms.has(Form::List) => b',',
        _ => return vec![whole],
    };
    let mut from = whole.at.start;
    let fields = whole.view.split(|&byte| byte == mark).map(|field| {
        let at = from..from + field.len();
        from = at.end + 1;
        spot.part(at)
    });
    fields.collect()
}

/// The class of one part of a token; `None` for a quantity.
fn part_class(spot: &Spot<'_>, parts: &[Part<'_>], index: usize) -> Option<Class> {
    let part = &parts[index];
    let second_name = part.view.contains(&b'/');
    if spot.line.any_at(spot.token + 1, &LEXICON.name_after) && parts.len() <= 2 && !second_name {
        return Some(Class::Name);
    }
    if parts.len() == 2 && parts.iter().all(|part| part.is(Form::Year)) {
        return Some(Class::Period);
    }
    if let Some(class) = by_form(spot, part).or_else(|| mixed(spot, part)) {
        return Some(class);
    }
    // "05-07/5/2021", "5-6/2021": the first part takes its month or year from the second.
    let borrowed = || parts.get(index + 1).filter(|_| part.len() <= 2).and_then(|next| by_form(spot, next));
    if index > 0 || second_name { borrowed() } else { borrowed().or_else(|| by_words(spot, part)) }
}

fn by_form(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let dated = FORMS.alone(part.forms).or_else(|| date::by_form(spot, part)).or_else(|| period::by_form(spot, part));
    dated.or_else(|| identifier::by_form(spot, part).then_some(Class::Identifier))
}

fn by_words(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let timed = date::by_words(spot, part).or_else(|| period::by_words(spot, part));
    let identifier = || identifier::by_words(spot, part).then_some(Class::Identifier);
    let length = || if part.is(Form::Digits) { period::duration(spot) } else { None };
    timed.or_else(identifier).or_else(|| name::by_words(spot, part)).or_else(length)
}

/// Names that mix letters and digits; `None` for numbers, and for numbers with a unit right behind them.
fn mixed(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    if part.is(Form::Numeric) {
        return None;
    }
    let number = || {
        // "27/ngày" is a rate; its number is a quantity.
        part.is(Form::Rate)
            // Letters typed for digits before what is counted ("O6 hộp thư"): a figure that is not understood.
            || part.is(Form::Mistyped) && spot.line.any_at(spot.token + 1, &LEXICON.unit)
            || !spot.line.poor && quantity::glued(&spot.printed(&part.at)).is_some()
    };
    (!number()).then_some(Class::Name)
}
