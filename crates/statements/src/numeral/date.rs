//! Dates and times of day.
//!
//! `tests/rules/dates.md` is the grammar with its examples.

use super::Class;
use super::spot::{Spot, is_digits, is_year, number};
use crate::line::TokenKind;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// The class of a numeral that is a date or a time by its own form: `17/11/2021`, `15-06-2020`, `16h30`, `10:39:11`.
///
/// A date whose day, month or year is impossible is still meant as a date.
pub(super) fn by_form(spot: &Spot<'_>, printed: &str) -> Option<Class> {
    if !printed.contains(['/', '-', '.', ':', 'h', 'H']) {
        return None;
    }
    let slashed = full(printed, '/', |year| matches!(year.len(), 2 | 4 | 5));
    let other = full(printed, '-', is_year) || full(printed, '.', is_year) || reversed(printed);
    if slashed || other || clock(printed) && !spot.line.any_before(spot.token, &LEXICON.name_before) {
        return Some(Class::Date);
    }
    day_and_month(spot, printed)
}

fn full(printed: &str, mark: char, year_fits: impl Fn(&str) -> bool) -> bool {
    let fields: Vec<&str> = printed.split(mark).collect();
    let [day, month, year] = fields[..] else { return false };
    fields.iter().all(|field| is_digits(field)) && day.len() <= 2 && month.len() <= 2 && year_fits(year)
}

/// `2022-02-13`, as programs write it.
fn reversed(printed: &str) -> bool {
    let fields: Vec<&str> = printed.split('-').collect();
    matches!(fields[..], [year, month, day] if is_year(year) && month.len() == 2 && is_digits(month)
        && day.len() == 2 && is_digits(day))
}

/// `07:36`, `10:39:11`, `16h`, `16h30`.
fn clock(printed: &str) -> bool {
    if !printed.contains([':', 'h', 'H']) {
        return false;
    }
    let lower = printed.to_lowercase();
    let fields: Vec<&str> = lower.split([':', 'h']).collect();
    let hour = number(fields[0]).is_some_and(|hour| hour <= 24 && fields[0].len() <= 2);
    let rest = &fields[1..];
    let colons = !rest.is_empty() && rest.iter().all(|field| is_digits(field) && field.len() == 2);
    hour && (colons || lower.ends_with('h') && rest == [""])
}

/// `30/4`, which the words beside it tell from a fraction (`5/9 huyện`); at the end of the name of a day it is part of
/// that name (`Ngày toàn dân phòng, chống ma túy 26/6`).
fn day_and_month(spot: &Spot<'_>, printed: &str) -> Option<Class> {
    let (day, month) = printed.split_once('/')?;
    let (first, second) = (number(day)?, number(month)?);
    if day.len() > 2 || month.len() > 2 || !(1..=31).contains(&first) || !(1..=12).contains(&second) {
        return None;
    }
    if (first, second) == (24, 7) {
        return Some(Class::Name);
    }
    if spot.line.any_before(spot.token, &LEXICON.date_before) || spot.continues(Class::Date) {
        return (spot.word(1, "ngày") || !spot.counts()).then_some(Class::Date);
    }
    let next = spot.line.tokens.get(spot.token + 1);
    let goes_on = next.is_some_and(|next| next.kind == TokenKind::Word)
        && !spot.line.any_at(spot.token + 1, &LEXICON.date_after);
    let counted = spot.counts() || spot.percent() || goes_on && first <= second || spot.next_word("đạt");
    if counted {
        return None;
    }
    Some(if named_day(spot) { Class::Name } else { Class::Date })
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
pub(super) fn by_words(spot: &Spot<'_>, printed: &str) -> Option<Class> {
    let value = number(printed)?;
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
    let day = printed.len() <= 2 && (1..=31).contains(&value) && !spot.counts();
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
