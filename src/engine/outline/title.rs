//! The periods that a title or sentence names: the one reported on, and the one planned.

use crate::engine::numeral::line::Line;
use crate::engine::vietnamese::period::Period;

/// A period that is named in a line, perhaps without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The period; its year is 0 where the text leaves it out.
    pub period: Period,
    /// The first token.
    pub start: usize,
    /// The token behind the last.
    pub end: usize,
}

/// The periods named in a line, in order.
pub fn periods(line: &Line<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        match period(line, at) {
            Some(named) => {
                at = named.end;
                found.push(named);
            }
            None => at += 1,
        }
    }
    found
}

/// The same period in a year; a period that names its year keeps it.
pub fn in_year(period: Period, year: i16) -> Period {
    match period {
        _ if period.year() != 0 => period,
        Period::Month { month, .. } => Period::Month { year, month },
        Period::Quarter { quarter, .. } => Period::Quarter { year, quarter },
        Period::HalfYear { half, .. } => Period::HalfYear { year, half },
        Period::NineMonths { .. } => Period::NineMonths { year },
        Period::Year { .. } => Period::Year { year },
    }
}

fn period(line: &Line<'_>, at: usize) -> Option<Named> {
    if line.is_word(at, "tháng") {
        return month(line, at);
    }
    if line.is_word(at, "quý") {
        let quarter = quarter(line, at + 1)?;
        return Some(with_year(line, at, at + 2, |year| Period::Quarter { year, quarter }));
    }
    let first_half = line.is_word(at + 2, "đầu");
    if line.is_word(at + 1, "tháng") && (first_half || line.is_word(at + 2, "cuối")) && line.is_word(at + 3, "năm")
    {
        let count = number(line, at).or_else(|| in_words(line, at))?;
        // The word "năm" belongs to the name of the period; the year may follow it directly.
        return match (count, first_half) {
            (6, first) => {
                Some(with_year(line, at, at + 3, |year| Period::HalfYear { year, half: if first { 1 } else { 2 } }))
            }
            (9, true) => Some(with_year(line, at, at + 3, |year| Period::NineMonths { year })),
            _ => None,
        };
    }
    if line.is_word(at, "năm") {
        let year = year(line, at + 1)?;
        return Some(Named { period: Period::Year { year }, start: at, end: at + 2 });
    }
    None
}

/// `tháng 5`, `tháng 5/2021`, `tháng 5 năm 2021`, `tháng Một`, `tháng 72020` where the slash is lost.
fn month(line: &Line<'_>, at: usize) -> Option<Named> {
    let printed = line.tokens.get(at + 1)?.text.as_str();
    if let Some((month, year)) = printed.split_once('/') {
        let (month, year) = (month.parse().ok()?, year.parse().ok()?);
        let period = Period::Month { year, month };
        return ((1..=12).contains(&month) && (1900..=2099).contains(&year)).then_some(Named {
            period,
            start: at,
            end: at + 2,
        });
    }
    let month = number(line, at + 1).or_else(|| in_words(line, at + 1)).filter(|month| (1..=12).contains(month))?;
    Some(with_year(line, at, at + 2, |year| Period::Month { year, month }))
}

fn with_year(line: &Line<'_>, start: usize, end: usize, period: impl Fn(i16) -> Period) -> Named {
    let word = usize::from(line.is_word(end, "năm") || line.tokens.get(end).is_some_and(|mark| mark.is_mark('/')));
    match year(line, end + word) {
        Some(year) => Named { period: period(year), start, end: end + word + 1 },
        None => Named { period: period(0), start, end },
    }
}

fn year(line: &Line<'_>, at: usize) -> Option<i16> {
    let text = line.tokens.get(at)?.text.as_str();
    text.parse().ok().filter(|year| text.len() == 4 && (1900..=2099).contains(year))
}

fn number(line: &Line<'_>, at: usize) -> Option<u8> {
    let text = line.tokens.get(at)?.text.as_str();
    text.parse().ok().filter(|_| text.len() <= 2)
}

fn quarter(line: &Line<'_>, at: usize) -> Option<u8> {
    match line.tokens.get(at)?.text.as_str() {
        "i" | "1" | "một" => Some(1),
        "ii" | "2" | "hai" => Some(2),
        "iii" | "3" | "ba" => Some(3),
        "iv" | "4" | "bốn" | "tư" => Some(4),
        _ => None,
    }
}

/// Months in words: "tháng Một", "tháng Mười Hai", "sáu tháng đầu năm".
fn in_words(line: &Line<'_>, at: usize) -> Option<u8> {
    const WORDS: [(&str, u8); 13] = [
        ("một", 1),
        ("giêng", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười", 10),
        ("chạp", 12),
        ("bốn", 4),
    ];
    let value = |at: usize| {
        let text = line.tokens.get(at).map(|token| token.text.as_str());
        WORDS.iter().find(|(word, _)| Some(*word) == text).map(|&(_, value)| value)
    };
    match (value(at)?, value(at + 1)) {
        (10, Some(more @ 1..=2)) => Some(10 + more),
        // "tháng năm 2021" is May only where no year follows the word.
        (5, _) if year(line, at + 1).is_some() => None,
        (value, _) => Some(value),
    }
}
