//! Dates and times of day.
//!
//! `tests/rules/dates.md` is the grammar with its examples.

use super::classed::Class;
use super::form::Form;
use super::spot::{Part, Spot, value};
use crate::line::TokenKind;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// The class of a numeral that is a date or a time by its own form, where what stands beside it allows it: `16h30`,
/// `30/4`, `27-7`.
pub(super) fn by_form(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    if part.is(Form::Clock) && !spot.named() {
        return Some(Class::Date);
    }
    if part.is(Form::DayAndMonth) {
        return day_and_month(spot, part);
    }
    if part.is(Form::JoinedDayAndMonth) { joined_day_and_month(spot, part) } else { None }
}

/// `30/4`, which the words beside it tell from a fraction (`5/9 huyện`); at the end of the name of a day it is part of
/// that name (`Ngày toàn dân phòng, chống ma túy 26/6`).
fn day_and_month(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    if spot.line.any_before(spot.token, &LEXICON.date_before) || spot.continues(Class::Date) {
        return (spot.word(1, "ngày") || !spot.counts()).then_some(Class::Date);
    }
    let counted = spot.counts() || spot.percent() || goes_on(spot) && rises(part) || spot.next_word("đạt");
    if counted {
        return None;
    }
    Some(if named_day(spot) { Class::Name } else { Class::Date })
}

/// `27-7`, `30.4`: only words that lead to a day tell it from a range and from a number with a point. `ngày 5-7 tháng 5`
/// are the days of a month.
fn joined_day_and_month(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let led = spot.line.any_before(spot.token, &LEXICON.day_before) || spot.continues(Class::Date);
    let named = named_day(spot);
    // A range goes up; a number with a point may do anything.
    let doubtful = rises(part) || part.view.contains(&b'.');
    let counted = doubtful && spot.counts() || spot.percent();
    let ranged = doubtful && goes_on(spot) && !spot.capital(spot.token + 1);
    if !(led || named) || counted || ranged || spot.next_word("tháng") || spot.next_mark('/') {
        return None;
    }
    Some(if named { Class::Name } else { Class::Date })
}

/// Whether a word follows that a fraction or a range may count.
fn goes_on(spot: &Spot<'_>) -> bool {
    let next = spot.line.tokens.get(spot.token + 1);
    next.is_some_and(|next| next.kind == TokenKind::Word) && !spot.line.any_at(spot.token + 1, &LEXICON.date_after)
}

/// Whether the first number is not greater than the second, as a part and its whole or the ends of a range are.
fn rises(part: &Part<'_>) -> bool {
    let mut numbers = part.view.split(|byte| !byte.is_ascii_digit()).map(value);
    numbers.next() <= numbers.next()
}

/// Whether the words before are the name of a day, which begins with a capital: "Ngày Thương binh, liệt sĩ".
fn named_day(spot: &Spot<'_>) -> bool {
    let clause = spot.line.tokens[..spot.token].iter().rev().take(12);
    let words = clause.take_while(|token| token.kind == TokenKind::Word || token.is_mark(',') || token.is_mark('-'));
    let start = spot.token - words.count();
    let names = |at: usize| at + 1 < spot.token && spot.capital(at) && spot.line.is_word(at, "ngày");
    // In poor text the word itself may be damaged; what is left of it still begins with a capital.
    let damaged = |at: usize| spot.line.poor && spot.capital(at) && spot.line.tokens[at].bare.starts_with("ng");
    (start..spot.token).any(|at| names(at) || damaged(at))
}

/// The class of a numeral that its neighbours show to be part of a date or a time: `ngày 05 tháng 5 năm 2021`,
/// `16 giờ 30 phút`.
pub(super) fn by_words(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let value = part.value()?;
    let date = Class::Date;
    if spot.word(1, "tháng") && (spot.class_before(2) == Some(date) || blank_day(spot)) && value <= 99 {
        return Some(date);
    }
    if spot.word(1, "năm") && (spot.class_before(2) == Some(date) || spot.word(2, "tháng") && !spot.word(3, "các"))
    {
        return Some(date);
    }
    if let Some(class) = time(spot, value) {
        return Some(class);
    }
    let day = part.is(Form::Day) && !spot.counts();
    let listed = spot.continues(date) && (spot.ends() || spot.next_word("tháng") || spot.next_word("và"));
    (day && (spot.word(1, "ngày") || spot.word(1, "mùng") || listed)).then_some(date)
}

/// "ngày … tháng 02": the day is still to be filled in.
fn blank_day(spot: &Spot<'_>) -> bool {
    let blank = |token: &&crate::line::Token| ['.', '…', '_'].iter().any(|&mark| token.is_mark(mark));
    let marks = spot.line.tokens[..spot.token.saturating_sub(1)].iter().rev().take_while(blank).count();
    spot.word(2 + marks, "ngày")
}

/// The time of day, told from a length of time by what stands around it: "lúc 16 giờ", "trong 24 giờ", "18 giờ/ngày".
fn time(spot: &Spot<'_>, value: u32) -> Option<Class> {
    if spot.next_word("phút") && spot.class_before(2) == Some(Class::Date) && spot.word(1, "giờ") {
        return Some(Class::Date);
    }
    let rate = spot.line.tokens.get(spot.token + 2).is_some_and(|mark| mark.is_mark('/'));
    if !spot.next_word("giờ") || value > 24 || rate {
        return None;
    }
    let length = ["trong", "vòng", "sau", "mỗi"].iter().any(|word| spot.word(1, word));
    Some(if length { Class::Period } else { Class::Date })
}
