//! Months, quarters, years and lengths of time.
//!
//! `tests/rules/periods.md` is the grammar with its examples.

use super::classed::Class;
use super::form::Form;
use super::spot::{Part, Spot, forms_of};
use crate::line::TokenKind;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// The class of a month with its year, told by its form: `5/2021`, `T12/2024`; `đợt 03/2022` is a name.
pub(super) fn by_form(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let named = || spot.named() && !spot.word(1, "giai đoạn");
    part.is(Form::MonthAndYear).then(|| if named() { Class::Name } else { Class::Period })
}

/// The class of a numeral that its neighbours show to be a period.
pub(super) fn by_words(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let month = part.is(Form::Month);
    if spot.word(1, "tháng") && (month || part.is(Form::MonthGluedToYear)) {
        return Some(Class::Period);
    }
    // The word is short; what recognition makes of "của" would be taken for it.
    let quarter = spot.line.before(spot.token).is_some_and(|word| word.text == "quý" || word.text == "quy");
    if quarter && part.is(Form::Quarter) {
        return Some(Class::Period);
    }
    let listed = spot.continues(Class::Period) && (ends_or_year(spot) || spot.next_word("và"));
    if month && listed {
        return Some(Class::Period);
    }
    if part.is(Form::Year) { year(spot) } else { None }
}

/// The month and the year of `72020`, which has lost its slash.
pub fn lost_slash(printed: &str) -> Option<(u8, i16)> {
    let (month, year) = printed.split_at_checked(printed.len().checked_sub(4)?)?;
    let glued = forms_of(printed).has(Form::MonthGluedToYear);
    glued.then(|| Some((month.parse().ok()?, year.parse().ok()?))).flatten()
}

fn ends_or_year(spot: &Spot<'_>) -> bool {
    spot.ends() && !spot.percent() || spot.next_word("năm")
}

fn year(spot: &Spot<'_>) -> Option<Class> {
    let tokens = &spot.line.tokens;
    let is_year = |text: &str| forms_of(text).has(Form::Year);
    let numeral_year = |index: usize| tokens.get(index).is_some_and(|t| t.is_numeral() && is_year(&t.text));
    let range = spot.next_mark('-') && numeral_year(spot.token + 2)
        || spot.mark(1, '-') && spot.token >= 2 && numeral_year(spot.token - 2);
    // A year alone is what a line break or a narrow cell has parted from its "năm".
    if spot.word(1, "năm") || range || tokens.len() == 1 || bracketed(spot) || roman_quarter(spot) {
        return Some(Class::Period);
    }
    if spot.counts() || spot.percent() {
        return None;
    }
    if spot.line.any_before(spot.token, &LEXICON.year_before) {
        return Some(Class::Period);
    }
    // "ASEAN 2021", "Nhâm Dần 2022": a year behind a name belongs to it.
    let named = spot.line.before(spot.token).is_some_and(|word| {
        word.kind == TokenKind::Word && !LEXICON.nothing.0.iter().flatten().any(|other| *other == word.text)
    });
    named.then_some(Class::Name)
}

fn bracketed(spot: &Spot<'_>) -> bool {
    spot.mark(1, '(') && spot.next_mark(')')
}

/// `quý II/2025`, whose number is written in letters.
fn roman_quarter(spot: &Spot<'_>) -> bool {
    (spot.mark(1, '/') || spot.mark(1, '-'))
        && spot.word(3, "quý")
        && ["i", "ii", "iii", "iv"].iter().any(|word| spot.word(2, word))
}

/// `6 tháng đầu năm`, `5 ngày làm việc`; a rate per time and an anniversary are counts, and in `Đề án 06 năm 2025` the
/// year begins the next phrase.
pub(super) fn duration(spot: &Spot<'_>) -> Option<Class> {
    let timed = LEXICON.duration.0.iter().any(|phrase| spot.next_word(&phrase[0]));
    let after = spot.line.tokens.get(spot.token + 2);
    let rate = after.is_some_and(|mark| mark.is_mark('/'));
    let next_phrase = after.is_some_and(crate::line::Token::is_numeral) && !spot.next_word("ngày");
    (timed && !rate && !next_phrase && !anniversary(spot)).then_some(Class::Period)
}

fn anniversary(spot: &Spot<'_>) -> bool {
    spot.line.any_before(spot.token, &LEXICON.anniversary_before)
        || spot.line.any_at(spot.token + 1, &LEXICON.anniversary_after)
}
