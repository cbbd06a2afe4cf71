//! Whether the words right before a figure say that it is of an earlier period, "tháng trước (1.250 hồ sơ)", and those
//! right behind it that it is a rise or fall since then, "tăng 70 hồ sơ so với tháng trước".
//!
//! | words in a report on tháng 3/2022 | period |
//! |---|---|
//! | `tháng trước là`, `tháng 02 có`, `tháng 02/2022 đạt hơn` | tháng 02/2022 |
//! | `cùng kỳ năm trước`, `cùng kỳ tháng 3 năm 2021 (` | tháng 3/2021 |
//! | `tháng 12` | tháng 12/2021 |
//! | `so với tháng trước (` | tháng 02/2022 |
//! | `tăng so với tháng trước (`, `so với tháng trước` | none: the figure may be the increase |
//! | `đến tháng 02`, `tháng 4` | none |

use super::words::{Words, ending};
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;

/// How many characters before a figure can say of when it is.
const NEAR: usize = 80;

/// How many months after the own one a month without a year is that of the year before.
const LATE: i16 = 6;

/// The most words that name an earlier period.
const LONGEST: usize = 7;

/// The words right before a figure: behind the figure before it, in its own sentence.
pub fn before<'r>(report: &'r Report, fact: &Fact, last: Option<&Fact>) -> Words<'r> {
    Words::before(report, fact, last, NEAR)
}

/// The earlier period of the same length that the words right before a figure of a report on `period` name.
pub fn earlier(said: &Words<'_>, period: Period) -> Option<Period> {
    let bracket = said.0.last().is_some_and(|last| last.is_mark('('));
    let mut words = said.all();
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

/// The words right behind a figure: up to the figure behind it, in its own sentence.
pub fn behind<'r>(report: &'r Report, fact: &Fact, next: Option<&Fact>) -> Words<'r> {
    Words::behind(report, fact, next, NEAR)
}

/// Whether the words right before a figure say that it is a rise (`true`) or a fall.
pub fn rises(said: &Words<'_>) -> Option<bool> {
    let mut words = said.all();
    while let Some(length) = ending(&words, &LEXICON.moved_by) {
        words.truncate(words.len() - length);
    }
    if ending(&words, &LEXICON.rise).is_some() {
        return Some(true);
    }
    ending(&words, &LEXICON.fall).map(|_| false)
}

/// The earlier period that the words behind a rise or fall name: "hồ sơ so với tháng trước".
pub fn against(said: &Words<'_>, period: Period) -> Option<Period> {
    let words = said.until(&['(', ')', ';', ',']).all();
    let at = words.iter().position(|word| *word == "so")?;
    let rest = &words[at + 1 + usize::from(words.get(at + 1) == Some(&"với"))..];
    let longest = (1..=rest.len().min(LONGEST)).rev().find_map(|length| {
        let (of, said) = named(&rest[..length], period)?;
        (said == length).then_some(of)
    })?;
    let same_length = std::mem::discriminant(&longest) == std::mem::discriminant(&period);
    (same_length && longest < period).then_some(longest)
}

/// Whether two figures count the same things, as far as their units say.
pub fn same_unit(a: &Fact, b: &Fact) -> bool {
    let unit = |fact: &Fact| fold::fold_str(fact.unit.trim());
    !a.unit.trim().is_empty() && unit(a) == unit(b)
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

#[cfg(test)]
mod tests {
    use super::{Words, against, earlier, rises};
    use tonghop_model::document::{Paragraph, Place};
    use tonghop_model::span::Mapper;
    use tonghop_model::vietnamese::period::Period;
    use tonghop_statements::line::line;

    /// What a rule says of these words.
    fn of<T>(words: &str, rule: impl Fn(&Words<'_>) -> T) -> T {
        let mut mapper = Mapper::new();
        mapper.push(words, 0);
        let line = line(Paragraph { text: mapper.finish(), ..Paragraph::default() }, Place::Body, false);
        rule(&Words(line.tokens.iter().collect()))
    }

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
            let found = of(words, |words| earlier(words, Period::Month { year: 2022, month: 3 }));
            assert_eq!(found.map(Period::id).as_deref(), expected, "{words}");
        }
        for (words, expected) in [
            (" hồ sơ so với tháng trước", Some("2022-02")),
            (" so tháng 02/2022)", Some("2022-02")),
            ("% so với cùng kỳ năm 2021 và", Some("2021-03")),
            ("% so với cùng kỳ", Some("2021-03")),
            (" hồ sơ, so với tháng trước", None),
            (" so với kế hoạch", None),
            (" hồ sơ", None),
        ] {
            let found = of(words, |words| against(words, Period::Month { year: 2022, month: 3 }));
            assert_eq!(found.map(Period::id).as_deref(), expected, "{words}");
        }
        let moves = [("hồ sơ, tăng thêm khoảng ", Some(true)), ("giảm ", Some(false)), ("tăng cường ", None)];
        for (words, expected) in moves {
            assert_eq!(of(words, rises), expected, "{words}");
        }
        let quarter = Period::Quarter { year: 2022, quarter: 1 };
        assert_eq!(of("(quý trước ", |words| earlier(words, quarter)).map(Period::id).as_deref(), Some("2021-Q4"));
        assert_eq!(of("(tháng 02 ", |words| earlier(words, quarter)), None);
    }
}
