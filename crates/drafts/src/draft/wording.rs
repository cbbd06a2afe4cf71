//! The words of a draft that depend on its period and its agency.

use rust_decimal::Decimal;

use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;

/// What is left for the official to fill in.
pub const BLANK: &str = "…";

/// The words in braces of outlines and patterns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// `{period}`: "6 tháng đầu năm 2022".
    pub period: String,
    /// `{next}`: "6 tháng cuối năm 2022".
    pub next: String,
    /// `{year}`: "2022".
    pub year: String,
    /// `{agency}`: "Sở Thông tin và Truyền thông".
    pub agency: String,
    /// `{subject}`: what the months' title says before its period, "công tác thông tin và truyền thông".
    pub subject: String,
}

impl Words {
    /// The words of a period; those of the agency are still blank.
    pub fn of(period: Option<Period>) -> Self {
        let blank = || BLANK.to_owned();
        Self {
            period: period.map_or_else(blank, Period::name),
            next: period.and_then(next).map_or_else(blank, Period::name),
            year: period.map_or_else(blank, |period| period.year().to_string()),
            agency: blank(),
            subject: "kết quả công tác".to_owned(),
        }
    }

    /// The words of a name in braces.
    pub fn get(&self, name: &str) -> Option<String> {
        Some(match name {
            "period" => self.period.clone(),
            "next" => self.next.clone(),
            "year" => self.year.clone(),
            "agency" => self.agency.clone(),
            "subject" => self.subject.clone(),
            "in" => format!("Trong {}", self.period),
            "in_small" => format!("trong {}", self.period),
            _ => return None,
        })
    }

    /// A text with the words put in for their names; a name that is not known stays as it is.
    pub fn fill(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            let end = rest[start..].find('}').map_or(rest.len(), |length| start + length + 1);
            out.push_str(&rest[..start]);
            let place = &rest[start..end];
            match self.get(place.trim_matches(['{', '}'])) {
                Some(words) => out.push_str(&words),
                None => out.push_str(place),
            }
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }
}

/// The period that follows, which the plan is for.
pub fn next(period: Period) -> Option<Period> {
    let year = period.year();
    Some(match period {
        Period::Month { month: 12, .. } => Period::Month { year: year.checked_add(1)?, month: 1 },
        Period::Month { month, .. } => Period::Month { year, month: month + 1 },
        Period::Quarter { quarter: 4, .. } => Period::Quarter { year: year.checked_add(1)?, quarter: 1 },
        Period::Quarter { quarter, .. } => Period::Quarter { year, quarter: quarter + 1 },
        Period::HalfYear { half: 1, .. } => Period::HalfYear { year, half: 2 },
        Period::HalfYear { .. } => Period::HalfYear { year: year.checked_add(1)?, half: 1 },
        Period::NineMonths { .. } => Period::Quarter { year, quarter: 4 },
        Period::Year { .. } => Period::Year { year: year.checked_add(1)? },
        Period::Span { count, .. } => Period::span(period.months_on(1)?, period.months_on(i16::from(count))?)?,
    })
}

/// A figure as it stands in a sentence: counts from 1 to 9 take a leading zero, as reports write them.
pub fn in_sentence(value: Decimal, unit: &str, approximate: Option<&str>) -> String {
    let whole = value.scale() == 0 && unit != "%" && approximate.is_none();
    let zero = if whole && value >= Decimal::ONE && value < Decimal::TEN { "0" } else { "" };
    let word = approximate.map(|word| format!("{word} ")).unwrap_or_default();
    format!("{word}{zero}{}", format(value))
}

/// The text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_period_is_worded() {
        for (id, words) in [
            ("2022-12", "Trong tháng 12 năm 2022 → tháng 01 năm 2023"),
            ("2022-Q1", "Trong quý I năm 2022 → quý II năm 2022"),
            ("2022-Q4", "Trong quý IV năm 2022 → quý I năm 2023"),
            ("2022-H1", "Trong 6 tháng đầu năm 2022 → 6 tháng cuối năm 2022"),
            ("2022-H2", "Trong 6 tháng cuối năm 2022 → 6 tháng đầu năm 2023"),
            ("2022-9M", "Trong 9 tháng đầu năm 2022 → quý IV năm 2022"),
            ("2022", "Trong năm 2022 → năm 2023"),
            (
                "2021-10..2022-03",
                "Trong 6 tháng (từ tháng 10/2021 đến tháng 3/2022) → 6 tháng (từ tháng 4/2022 đến tháng 9/2022)",
            ),
        ] {
            assert_eq!(Words::of(Period::parse(id)).fill("{in} → {next}"), words);
        }
        assert_eq!(Words::of(None).fill("{period} {other} {"), "… {other} {");
    }

    #[test]
    fn small_counts_take_a_zero() {
        let check = |value: &str, unit: &str, expected: &str| {
            assert_eq!(in_sentence(value.parse().unwrap(), unit, None), expected);
        };
        check("8", "cuộc", "08");
        check("0", "cuộc", "0");
        check("10", "cuộc", "10");
        check("8", "%", "8");
        check("8.5", "km", "8,5");
        assert_eq!(in_sentence(Decimal::from(60), "văn bản", Some("hơn")), "hơn 60");
    }
}
