//! The periods that a line names.
//!
//! | written | read as |
//! |---|---|
//! | `tháng 5/2021`, `tháng 5 năm 2021`, `tháng 72020` | the month |
//! | `tháng Một`, `tháng Giêng`, `tháng Chạp`, `tháng mười một` | the month, without a year |
//! | `quý II`, `Quý 2/2022`, `quý IV năm 2024` | the quarter |
//! | `6 tháng đầu năm 2022`, `sáu tháng cuối năm`, `9 tháng đầu năm` | half-year, nine months |
//! | `năm 2024` | the year |
//! | `5 tháng đầu năm 2021` | so far: its year holds for the month beside it |
//! | `ngày 05 tháng 5 năm 2021`, `“Kế hoạch … năm 2021”` | nothing: a date, a quoted title |

use crate::line::Line;
use crate::vocabulary;
use tonghop_model::vietnamese::period::Period;

/// A period that is named in a line, perhaps without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// What is named.
    pub what: What,
    /// The first token.
    pub start: usize,
    /// The token behind the last.
    pub end: usize,
}

/// What a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A period; its year is 0 where the text leaves it out.
    Period(Period),
    /// The months of a year so far, which no report is only about, with the year or 0.
    SoFar(i16),
}

impl Named {
    /// The year that it names, or 0.
    pub(super) fn year(&self) -> i16 {
        match self.what {
            What::Period(period) => period.year(),
            What::SoFar(year) => year,
        }
    }
}

/// The periods named in a line, in order.
pub(super) fn periods(line: &Line) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = 0;
    let mut quoted = false;
    while at < line.tokens.len() {
        if line.tokens[at].is_mark('“') || line.tokens[at].is_mark('”') {
            quoted = line.tokens[at].is_mark('“') && line.tokens[at..].iter().any(|token| token.is_mark('”'));
        }
        if !may_name(line, at) {
            at += 1;
        } else if let Some(end) = date_end(line, at) {
            at = end;
        } else if let Some(named) = named(line, at).filter(|_| !quoted) {
            at = named.end;
            found.push(named);
        } else {
            at += 1;
        }
    }
    found
}

/// The same period in a year; a period that names its year keeps it.
pub(super) fn in_year(period: Period, year: i16) -> Period {
    match period {
        _ if period.year() != 0 => period,
        Period::Month { month, .. } => Period::Month { year, month },
        Period::Quarter { quarter, .. } => Period::Quarter { year, quarter },
        Period::HalfYear { half, .. } => Period::HalfYear { year, half },
        Period::NineMonths { .. } => Period::NineMonths { year },
        Period::Year { .. } => Period::Year { year },
        Period::Span { .. } => period,
    }
}

/// Whether a date or a period can begin at a token; nearly all words are told by themselves.
fn may_name(line: &Line, at: usize) -> bool {
    let text = |at: usize| line.tokens.get(at).map_or("", |token| token.text.as_str());
    line.poor || matches!(text(at), "ngày" | "tháng" | "quý" | "năm") || text(at + 1) == "tháng"
}

/// The end of "ngày 05 tháng 5 năm 2021", whose day and month may be blank.
fn date_end(line: &Line, at: usize) -> Option<usize> {
    if !line.is_word(at, "ngày") {
        return None;
    }
    let filled =
        |at: usize| line.tokens.get(at).is_some_and(|token| number(line, at).is_some() || token.is_mark('…'));
    let month = at + 1 + usize::from(filled(at + 1));
    if !line.is_word(month, "tháng") {
        return None;
    }
    let mut end = month + 1 + usize::from(filled(month + 1));
    if line.is_word(end, "năm") {
        end += 1 + usize::from(year(line, end + 1).is_some());
    }
    Some(end)
}

fn named(line: &Line, at: usize) -> Option<Named> {
    if line.is_word(at, "tháng") {
        return month(line, at);
    }
    if line.is_word(at, "quý") {
        return quarter(line, at);
    }
    if line.is_word(at + 1, "tháng") {
        return months(line, at);
    }
    if line.is_word(at, "năm") {
        let year = year(line, at + 1)?;
        return Some(Named { what: What::Period(Period::Year { year }), start: at, end: at + 2 });
    }
    None
}

/// `6 tháng đầu năm 2022`, `9 tháng năm 2024`, `5 tháng đầu năm`.
fn months(line: &Line, at: usize) -> Option<Named> {
    let count = number(line, at).or_else(|| in_words(line, at)).filter(|count| (1..=12).contains(count))?;
    let half = usize::from(line.is_word(at + 2, "đầu") || line.is_word(at + 2, "cuối"));
    // The word "năm" belongs to the name of the period; the year may follow it directly.
    if !line.is_word(at + 2 + half, "năm") || half == 0 && year(line, at + 3).is_none() {
        return None;
    }
    let last = line.is_word(at + 2, "cuối");
    let what = |year: i16| match (count, last) {
        (6, false) => What::Period(Period::HalfYear { year, half: 1 }),
        (6, true) => What::Period(Period::HalfYear { year, half: 2 }),
        (9, false) => What::Period(Period::NineMonths { year }),
        _ => What::SoFar(year),
    };
    Some(with_year(line, at, at + 2 + half, what))
}

/// `tháng 5`, `tháng 5/2021`, `tháng 5 năm 2021`, `tháng Một`, `tháng 72020` where the slash is lost.
fn month(line: &Line, at: usize) -> Option<Named> {
    let token = line.tokens.get(at + 1)?;
    let exact = |year: i16, month: u8| {
        let within = (1..=12).contains(&month) && is_year(year);
        let what = What::Period(Period::Month { year, month });
        within.then_some(Named { what, start: at, end: at + 2 })
    };
    if let Some((month, year)) = token.text.split_once(['/', '-']) {
        return exact(year.parse().ok()?, month.parse().ok()?);
    }
    if (5..=6).contains(&token.text.len()) && token.text.bytes().all(|b| b.is_ascii_digit()) {
        let (month, year) = token.text.split_at(token.text.len() - 4);
        return exact(year.parse().ok()?, month.parse().ok()?);
    }
    let (month, words) = match number(line, at + 1) {
        Some(month) => (month, 1),
        None => (in_words(line, at + 1)?, word_count(line, at + 1)),
    };
    let what = |year| What::Period(Period::Month { year, month });
    (1..=12).contains(&month).then(|| with_year(line, at, at + 1 + words, what))
}

/// `quý II`, `quý 2/2022`, `quý II/2022`.
fn quarter(line: &Line, at: usize) -> Option<Named> {
    let text = line.tokens.get(at + 1)?.text.as_str();
    let of = |text: &str| vocabulary::ordinal(text).filter(|quarter| (1..=4).contains(quarter));
    if let Some((quarter, year)) = text.split_once(['/', '-']) {
        let (quarter, year) = (of(quarter)?, year.parse().ok().filter(|&year| is_year(year))?);
        return Some(Named { what: What::Period(Period::Quarter { year, quarter }), start: at, end: at + 2 });
    }
    let quarter = of(text)?;
    Some(with_year(line, at, at + 2, |year| What::Period(Period::Quarter { year, quarter })))
}

fn with_year(line: &Line, start: usize, end: usize, what: impl Fn(i16) -> What) -> Named {
    let mark = |token: &crate::line::Token| token.is_mark('/') || token.is_mark('-');
    let word = usize::from(line.is_word(end, "năm") || line.tokens.get(end).is_some_and(mark));
    match year(line, end + word) {
        Some(year) => Named { what: what(year), start, end: end + word + 1 },
        None => Named { what: what(0), start, end },
    }
}

fn is_year(year: i16) -> bool {
    (1900..=2099).contains(&year)
}

fn year(line: &Line, at: usize) -> Option<i16> {
    let text = line.tokens.get(at)?.text.as_str();
    text.parse().ok().filter(|&year| text.len() == 4 && is_year(year))
}

fn number(line: &Line, at: usize) -> Option<u8> {
    let text = line.tokens.get(at)?.text.as_str();
    text.parse().ok().filter(|_| text.len() <= 2)
}

/// A number in words: "tháng Một", "tháng Mười Hai", "sáu tháng đầu năm".
fn in_words(line: &Line, at: usize) -> Option<u8> {
    let value = |at: usize| line.tokens.get(at).and_then(|token| vocabulary::number(&token.text));
    match (value(at)?, value(at + 1)) {
        (10, Some(more @ 1..=2)) => Some(10 + more),
        // "tháng năm 2021" is May only where no year follows the word.
        (5, _) if year(line, at + 1).is_some() => None,
        (value, _) => Some(value),
    }
}

fn word_count(line: &Line, at: usize) -> usize {
    if in_words(line, at).is_some_and(|value| value > 10) && !line.is_word(at, "chạp") { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;
    use crate::line::tests::document;

    fn check(text: &str, expected: &str) {
        let document = document(text);
        let lines = lines(&document);
        let show = |named: &Named| match named.what {
            What::Period(period) => period.id(),
            What::SoFar(year) => format!("so far {year}"),
        };
        let found: Vec<String> = periods(&lines[0]).iter().map(show).collect();
        assert_eq!(found.join(", "), expected, "{text}");
    }

    #[test]
    fn periods_are_read_in_numbers_and_words() {
        check("tháng 5 và kế hoạch tháng 6 năm 2021", "0-05, 2021-06");
        check("tháng 5/2021, tháng 12-2021, tháng 72020", "2021-05, 2021-12, 2020-07");
        check("tháng Một năm 2025, tháng Giêng, tháng Chạp", "2025-01, 0-01, 0-12");
        check("Tháng Mười Một năm 2024, tháng mười hai năm 2024", "2024-11, 2024-12");
        check("tháng Năm năm 2022", "2022-05");
        check("quý II, Quý 2/2022, quý III/2022, quý tư năm 2023", "0-Q2, 2022-Q2, 2022-Q3, 2023-Q4");
        check("6 tháng đầu năm 2022, sáu tháng cuối năm", "2022-H1, 0-H2");
        check("9 tháng đầu năm, 9 tháng năm 2024", "0-9M, 2024-9M");
        check("tháng 5 và 5 tháng đầu năm 2021", "0-05, so far 2021");
        check("tháng 12 và cả năm 2024", "0-12, 2024");
        check("ngày 05 tháng 5 năm 2021, ngày tháng 6 năm 2022", "");
        check("thực hiện “Kế hoạch chuyển đổi số năm 2021” trong tháng 4", "0-04");
        check("trong 6 tháng, hằng tháng, Tháng hành động, tháng 13", "");
    }
}
