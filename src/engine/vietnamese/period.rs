//! Reporting periods, as they are named ("6 tháng đầu năm 2022") and as the decree bounds them.

use jiff::civil::Date;

/// A reporting period of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A month, 1 to 12.
    Month {
        /// The year.
        year: i16,
        /// The month, 1 to 12.
        month: u8,
    },
    /// A quarter, 1 to 4.
    Quarter {
        /// The year.
        year: i16,
        /// The quarter, 1 to 4.
        quarter: u8,
    },
    /// A half-year, 1 or 2.
    HalfYear {
        /// The year.
        year: i16,
        /// 1 for "6 tháng đầu năm", 2 for "6 tháng cuối năm".
        half: u8,
    },
    /// The first nine months.
    NineMonths {
        /// The year.
        year: i16,
    },
    /// A whole year.
    Year {
        /// The year.
        year: i16,
    },
}

impl Period {
    /// The year that the period belongs to.
    pub fn year(self) -> i16 {
        match self {
            Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::HalfYear { year, .. }
            | Self::NineMonths { year }
            | Self::Year { year } => year,
        }
    }

    /// The months that the period is made of, first to last, 1 to 12.
    pub fn months(self) -> std::ops::RangeInclusive<u8> {
        match self {
            Self::Month { month, .. } => month..=month,
            Self::Quarter { quarter, .. } => quarter * 3 - 2..=quarter * 3,
            Self::HalfYear { half, .. } => half * 6 - 5..=half * 6,
            Self::NineMonths { .. } => 1..=9,
            Self::Year { .. } => 1..=12,
        }
    }

    /// The stable name: `2022-05`, `2022-Q1`, `2022-H1`, `2022-9M`, `2022`.
    pub fn id(self) -> String {
        match self {
            Self::Month { year, month } => format!("{year}-{month:02}"),
            Self::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
            Self::HalfYear { year, half } => format!("{year}-H{half}"),
            Self::NineMonths { year } => format!("{year}-9M"),
            Self::Year { year } => year.to_string(),
        }
    }

    /// The period of a stable name, as [`Self::id`] writes it.
    pub fn parse(id: &str) -> Option<Self> {
        let (year, rest) = id.split_once('-').unwrap_or((id, ""));
        let year: i16 = year.parse().ok().filter(|year| (1000..=9999).contains(year))?;
        let within = |text: &str, last: u8| text.parse::<u8>().ok().filter(|n| (1..=last).contains(n));
        match rest {
            "" => Some(Self::Year { year }),
            "9M" => Some(Self::NineMonths { year }),
            _ if rest.starts_with('Q') => Some(Self::Quarter { year, quarter: within(&rest[1..], 4)? }),
            _ if rest.starts_with('H') => Some(Self::HalfYear { year, half: within(&rest[1..], 2)? }),
            _ => Some(Self::Month { year, month: within(rest, 12)? }),
        }
    }

    /// The name in Vietnamese, as it stands in a sentence: "tháng 5 năm 2022", "6 tháng đầu năm 2022".
    pub fn name(self) -> String {
        match self {
            // The decree writes a zero before the months 1 and 2 only.
            Self::Month { year, month } if month < 3 => format!("tháng {month:02} năm {year}"),
            Self::Month { year, month } => format!("tháng {month} năm {year}"),
            Self::Quarter { year, quarter } => {
                format!("quý {} năm {year}", ["I", "II", "III", "IV"][usize::from(quarter.clamp(1, 4)) - 1])
            }
            Self::HalfYear { year, half: 1 } => format!("6 tháng đầu năm {year}"),
            Self::HalfYear { year, .. } => format!("6 tháng cuối năm {year}"),
            Self::NineMonths { year } => format!("9 tháng đầu năm {year}"),
            Self::Year { year } => format!("năm {year}"),
        }
    }

    /// The name of the kind as the command line prints it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Month { .. } => "month",
            Self::Quarter { .. } => "quarter",
            Self::HalfYear { .. } => "half_year",
            Self::NineMonths { .. } => "nine_months",
            Self::Year { .. } => "year",
        }
    }

    /// The first and last day whose figures the period holds.
    ///
    /// Nghị định 09/2019/NĐ-CP: figures of a month are closed on its 14th, so that a half-year runs
    /// from 15 December to 14 June and its six months tile it exactly.
    pub fn window(self) -> Option<(Date, Date)> {
        let months = self.months();
        let (year, first, last) = (self.year(), *months.start(), *months.end());
        let start = if first == 1 { Date::new(year - 1, 12, 15) } else { Date::new(year, cast(first - 1), 15) };
        Some((start.ok()?, Date::new(year, cast(last), 14).ok()?))
    }
}

fn cast(month: u8) -> i8 {
    i8::try_from(month).unwrap_or(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for id in ["2021-05", "2021-Q1", "2022-H1", "2022-9M", "2024"] {
            assert_eq!(Period::parse(id).map(Period::id).as_deref(), Some(id));
        }
        for id in ["2021-13", "2021-Q5", "2021-H0", "21-01", "", "2021-é"] {
            assert_eq!(Period::parse(id), None, "{id}");
        }
    }

    #[test]
    fn a_half_year_is_the_decrees() {
        let (start, end) = Period::HalfYear { year: 2022, half: 1 }.window().unwrap();
        assert_eq!((start.to_string().as_str(), end.to_string().as_str()), ("2021-12-15", "2022-06-14"));
    }
}
