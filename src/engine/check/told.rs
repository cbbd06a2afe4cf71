//! Whether the words right before a figure say that it is of an earlier period: "tháng trước (1.250 hồ sơ)".
//!
//! | words in a report on tháng 3/2022 | period |
//! |---|---|
//! | `tháng trước là`, `tháng 02 có`, `tháng 02/2022 đạt hơn` | tháng 02/2022 |
//! | `cùng kỳ năm trước`, `cùng kỳ tháng 3 năm 2021 (` | tháng 3/2021 |
//! | `tháng 12` | tháng 12/2021 |
//! | `so với tháng trước (` | tháng 02/2022 |
//! | `tăng so với tháng trước (`, `so với tháng trước` | none: the figure may be the increase |
//! | `đến tháng 02`, `tháng 4` | none |

use crate::engine::fact::Fact;
use crate::engine::span::Span;
use crate::engine::vietnamese::fold;
use crate::engine::vietnamese::lexicon::{LEXICON, Phrases};
use crate::engine::vietnamese::period::Period;

/// How many characters before a figure can say of when it is.
const NEAR: usize = 80;

/// How many months after the own one a month without a year is that of the year before.
const LATE: i16 = 6;

/// Where the words stand that are right before a figure: behind the figure before it, in its own sentence.
pub fn before(fact: &Fact, last: Option<&Fact>) -> Span {
    let end = fact.span.start;
    let start = last.map_or(0, |last| last.span.end).max(fact.sentence.start).max(end.saturating_sub(NEAR));
    Span::new(start.min(end), end)
}

/// The earlier period of the same length that the words right before a figure of a report on `period` name.
pub fn earlier(words: &str, period: Period) -> Option<Period> {
    let text = fold::fold_str(words);
    let bracket = text.trim_end().ends_with('(');
    let mut words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    while let Some(length) = ending(&words, &LEXICON.told_as) {
        words.truncate(words.len() - length);
    }
    let (of, length) = named(&words, period)?;
    words.truncate(words.len() - length);
    if ending(&words, &LEXICON.told_not).is_some() {
        return None;
    }
    let compared = ending(&words, &LEXICON.told_against).is_some();
    let moved = words.iter().any(|word| ending(&[word], &LEXICON.moved).is_some());
    let same_length = std::mem::discriminant(&of) == std::mem::discriminant(&period);
    // "Tăng so với tháng trước (70)" may tell the increase, and "so với tháng trước 70" does.
    (same_length && of < period && (!compared || bracket && !moved)).then_some(of)
}

/// The period that some words end with, and how many of them say so.
fn named(words: &[&str], period: Period) -> Option<(Period, usize)> {
    let before = match period {
        Period::Month { .. } => &LEXICON.month_before,
        Period::Quarter { .. } => &LEXICON.quarter_before,
        _ => &LEXICON.period_before,
    };
    if let Some(length) = ending(words, before) {
        return Some((period.period_before()?, length));
    }
    if let Some(length) = ending(words, &LEXICON.year_ago) {
        return Some((period.year_before()?, length));
    }
    let number = |back: usize| words.get(words.len().checked_sub(back)?)?.parse::<i16>().ok();
    let word = |back: usize| words.len().checked_sub(back).map_or("", |at| words[at]);
    let month = |month: i16, year: i16| {
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        Some(Period::Month { year, month })
    };
    let is_year = |year: &i16| (1900..2200).contains(year);
    if let Some(year) = number(1).filter(is_year) {
        let back = if word(2) == "năm" { 3 } else { 2 };
        return match number(back) {
            Some(of) if word(back + 1) == "tháng" => Some((month(of, year)?, back + 1)),
            // "Cùng kỳ năm 2021".
            _ if back == 3 && year == period.year() - 1 => {
                let length = ending(&words[..words.len() - 2], &LEXICON.year_ago)?;
                Some((period.year_before()?, length + 2))
            }
            _ => None,
        };
    }
    // A month without its year is one before in the same year, or late in the year before; "tháng 4" is the next one.
    let of = number(1).filter(|_| word(2) == "tháng")?;
    let own = i16::from(*period.months().start());
    let year = if of < own { period.year() } else { period.year() - 1 };
    Some((month(of, year)?, 2)).filter(|_| of < own || of - own >= LATE)
}

/// The length of the longest phrase of a list that some words end with.
fn ending(words: &[&str], phrases: &Phrases) -> Option<usize> {
    let ends = |phrase: &&Vec<String>| phrase.iter().rev().eq(words.iter().rev().take(phrase.len()));
    phrases.0.iter().filter(ends).map(Vec::len).max()
}

#[cfg(test)]
mod tests {
    use super::earlier;
    use crate::engine::vietnamese::period::Period;

    #[test]
    fn words_before_a_figure_name_its_period() {
        for (words, expected) in [
            ("hồ sơ so với tháng trước (", Some("2022-02")),
            ("hồ sơ (tháng trước là ", Some("2022-02")),
            ("; tháng 02 có hơn ", Some("2022-02")),
            (", tháng 02/2022 đạt ", Some("2022-02")),
            (", tháng 12 là ", Some("2021-12")),
            (", cùng kỳ năm trước ", Some("2021-03")),
            (", cùng kỳ năm 2021 là ", Some("2021-03")),
            (" (cùng kỳ tháng 3 năm 2021: ", Some("2021-03")),
            ("tăng so với tháng trước (", None),
            ("so với tháng trước ", None),
            ("từ tháng 01 đến tháng 02 là ", None),
            ("kế hoạch tháng 4 là ", None),
            ("trong tháng 3 ", None),
            ("trước đó ", None),
        ] {
            let found = earlier(words, Period::Month { year: 2022, month: 3 });
            assert_eq!(found.map(Period::id).as_deref(), expected, "{words}");
        }
        let quarter = Period::Quarter { year: 2022, quarter: 1 };
        assert_eq!(earlier("(quý trước ", quarter).map(Period::id).as_deref(), Some("2021-Q4"));
        assert_eq!(earlier("(tháng 02 ", quarter), None);
    }
}
