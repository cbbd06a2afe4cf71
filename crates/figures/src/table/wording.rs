//! The words that the table's sentences share.

use jiff::civil::Date;
use rust_decimal::Decimal;

use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;

/// A figure in vi-VN form, with the word that makes it approximate.
pub fn figure(value: Decimal, approximate: Option<&str>) -> String {
    approximate.map_or_else(|| format(value), |word| format!("{word} {}", format(value)))
}

/// The word for a figure that is made of others: theirs where all say the same, "khoảng" where they differ or only
/// some are approximate.
pub fn together(words: &[Option<&'static str>]) -> Option<&'static str> {
    let first = words.iter().flatten().next()?;
    Some(if words.iter().all(|word| word.is_none_or(|word| word == *first)) { first } else { "khoảng" })
}

/// A month without its year: "tháng 02", "tháng 5".
pub fn month_name(period: Period) -> String {
    // The decree writes a zero before the months 1 and 2 only.
    let number = *period.months().start();
    if number < 3 { format!("tháng {number:02}") } else { format!("tháng {number}") }
}

/// A month with its year: "tháng 6/2022".
pub fn month_words(period: Period) -> String {
    format!("{}/{}", month_name(period), period.year())
}

/// A month with its year, a longer period by its name.
pub fn moment_words(period: Period) -> String {
    if matches!(period, Period::Month { .. }) { month_words(period) } else { period.name() }
}

/// A date as the decree writes it: "05/4/2022", "13/02/2022".
pub fn date_words(date: Date) -> String {
    let month = if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    format!("{:02}/{month}/{}", date.day(), date.year())
}

/// "tháng 01, tháng 3 và tháng 5".
pub fn months_words(periods: &[Period]) -> String {
    let names: Vec<String> = periods.iter().map(|&period| month_name(period)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} và {last}", others.join(", ")),
        None => String::new(),
    }
}

/// "tháng 01 và tháng 3 năm 2022"; months of several years each with their own.
pub fn months_of_years(periods: &[Period]) -> String {
    match (periods.first(), periods.last()) {
        (Some(first), Some(last)) if first.year() == last.year() => {
            format!("{} năm {}", months_words(periods), first.year())
        }
        _ => periods.iter().map(|&period| month_words(period)).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_listed_as_the_decree_writes_them() {
        let periods: Vec<Period> = [1, 3, 12].map(|month| Period::Month { year: 2022, month }).into();
        assert_eq!(months_words(&periods), "tháng 01, tháng 3 và tháng 12");
        assert_eq!(months_words(&periods[..1]), "tháng 01");
        assert_eq!(months_words(&[]), "");
        assert_eq!(month_words(periods[1]), "tháng 3/2022");
    }

    #[test]
    fn dates_are_written_as_the_decree_writes_them() {
        assert_eq!(date_words(Date::constant(2022, 4, 5)), "05/4/2022");
        assert_eq!(date_words(Date::constant(2022, 2, 13)), "13/02/2022");
    }
}
