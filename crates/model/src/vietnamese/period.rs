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
    /// Months of the user's own choice, which may begin in an earlier year; no report is told to be of such a period.
    Span {
        /// The year of the last month.
        year: i16,
        /// The last month, 1 to 12.
        last: u8,
        /// How many months there are, 1 to [`LONGEST`].
        count: u8,
    },
}

/// How many months a [`Period::Span`] has at most: ten years.
pub const LONGEST: u8 = 120;

impl Period {
    /// The year that the period belongs to.
    pub fn year(self) -> i16 {
        match self {
            Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::HalfYear { year, .. }
            | Self::NineMonths { year }
            | Self::Year { year }
            | Self::Span { year, .. } => year,
        }
    }

    /// The months that the period is made of, first to last, 1 to 12; of a [`Self::Span`] those of its last year.
    pub fn months(self) -> std::ops::RangeInclusive<u8> {
        match self {
            Self::Month { month, .. } => month..=month,
            Self::Quarter { quarter, .. } => quarter * 3 - 2..=quarter * 3,
            Self::HalfYear { half, .. } => half * 6 - 5..=half * 6,
            Self::NineMonths { .. } => 1..=9,
            Self::Year { .. } => 1..=12,
            Self::Span { last, count, .. } => last.saturating_sub(count - 1).max(1)..=last,
        }
    }

    /// The months that the period is made of, in order, each with its year.
    pub fn each_month(self) -> Vec<Self> {
        let count = match self {
            Self::Span { count, .. } => i16::from(count),
            _ => i16::from(self.months().end() - self.months().start()) + 1,
        };
        (0..count).rev().filter_map(|back| self.last_month().months_on(-back)).collect()
    }

    /// The last month.
    pub fn last_month(self) -> Self {
        Self::Month { year: self.year(), month: *self.months().end() }
    }

    /// The month that stands so many months behind the last one of this period; `None` outside of the calendar.
    pub fn months_on(self, count: i16) -> Option<Self> {
        let month = i16::from(*self.months().end()) - 1 + count;
        let year = self.year().checked_add(month.div_euclid(12)).filter(|year| (1..=9999).contains(year))?;
        Some(Self::Month { year, month: u8::try_from(month.rem_euclid(12) + 1).ok()? })
    }

    /// The months from the first to the last one, both included; `None` where they stand the wrong way round or are
    /// more than [`LONGEST`].
    pub fn span(first: Self, last: Self) -> Option<Self> {
        let number = |month: Self| i32::from(month.year()) * 12 + i32::from(*month.months().end());
        let count = u8::try_from(number(last) - number(first) + 1).ok().filter(|n| (1..=LONGEST).contains(n))?;
        Some(Self::Span { year: last.year(), last: *last.months().end(), count })
    }

    /// The same months one year earlier.
    pub fn year_before(self) -> Option<Self> {
        self.in_year(self.year().checked_sub(1)?)
    }

    /// The same months of another year.
    fn in_year(self, to: i16) -> Option<Self> {
        Some(match self {
            _ if !(1..=9999).contains(&to) => return None,
            Self::Month { month, .. } => Self::Month { year: to, month },
            Self::Quarter { quarter, .. } => Self::Quarter { year: to, quarter },
            Self::HalfYear { half, .. } => Self::HalfYear { year: to, half },
            Self::NineMonths { .. } => Self::NineMonths { year: to },
            Self::Year { .. } => Self::Year { year: to },
            Self::Span { last, count, .. } => Self::Span { year: to, last, count },
        })
    }

    /// The period of the same length that ends where this one begins; nine months have none of their own name.
    pub fn period_before(self) -> Option<Self> {
        let before = self.year().checked_sub(1)?;
        Some(match self {
            Self::Month { .. } => self.months_on(-1)?,
            Self::Quarter { quarter: 1, .. } => Self::Quarter { year: before, quarter: 4 },
            Self::Quarter { year, quarter } => Self::Quarter { year, quarter: quarter - 1 },
            Self::HalfYear { half: 1, .. } => Self::HalfYear { year: before, half: 2 },
            Self::HalfYear { year, .. } => Self::HalfYear { year, half: 1 },
            Self::NineMonths { .. } => return None,
            Self::Year { .. } => Self::Year { year: before },
            Self::Span { count, .. } => {
                let Self::Month { year, month } = self.months_on(-i16::from(count))? else { return None };
                Self::Span { year, last: month, count }
            }
        })
    }

    /// The stable name: `2022-05`, `2022-Q1`, `2022-H1`, `2022-9M`, `2022`, `2021-10..2022-03`.
    pub fn id(self) -> String {
        match self {
            Self::Month { year, month } => format!("{year}-{month:02}"),
            Self::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
            Self::HalfYear { year, half } => format!("{year}-H{half}"),
            Self::NineMonths { year } => format!("{year}-9M"),
            Self::Year { year } => year.to_string(),
            Self::Span { .. } => {
                let first = self.each_month().first().map_or_else(String::new, |first| first.id());
                format!("{first}..{}", self.last_month().id())
            }
        }
    }

    /// The period of a stable name, as [`Self::id`] writes it.
    pub fn parse(id: &str) -> Option<Self> {
        if let Some((first, last)) = id.split_once("..") {
            let month = |id: &str| Self::parse(id).filter(|period| matches!(period, Self::Month { .. }));
            return Self::span(month(first)?, month(last)?);
        }
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
            Self::Span { year, last, count } => {
                let first = self.each_month().first().copied().unwrap_or(self.last_month());
                let short = |year: i16, month: u8| {
                    if month < 3 { format!("tháng {month:02}/{year}") } else { format!("tháng {month}/{year}") }
                };
                let from = short(first.year(), *first.months().start());
                format!("{count} tháng (từ {from} đến {})", short(year, last))
            }
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
            Self::Span { .. } => "span",
        }
    }

    /// The first and last day whose figures the period holds.
    ///
    /// Nghị định 09/2019/NĐ-CP: figures of a month are closed on its 14th, so that a half-year runs
    /// from 15 December to 14 June and its six months tile it exactly.
    pub fn window(self) -> Option<(Date, Date)> {
        let (first, last) = self.ends()?;
        let before = first.months_on(-1)?;
        let start = Date::new(before.year(), cast(*before.months().end()), 15).ok()?;
        Some((start, Date::new(last.year(), cast(*last.months().end()), 14).ok()?))
    }

    /// The first and last day of the months by the calendar, for reports that close with the month.
    pub fn calendar_window(self) -> Option<(Date, Date)> {
        let (first, last) = self.ends()?;
        let start = Date::new(first.year(), cast(*first.months().start()), 1).ok()?;
        Some((start, Date::new(last.year(), cast(*last.months().end()), 1).ok()?.last_of_month()))
    }

    fn ends(self) -> Option<(Self, Self)> {
        Some((*self.each_month().first()?, self.last_month()))
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
        for id in ["2021-05", "2021-Q1", "2022-H1", "2022-9M", "2024", "2021-10..2022-03", "2022-02..2022-02"] {
            assert_eq!(Period::parse(id).map(Period::id).as_deref(), Some(id));
        }
        for id in [
            "2021-13",
            "2021-Q5",
            "2021-H0",
            "21-01",
            "",
            "2021-é",
            "2022-03..2022-02",
            "2011-01..2022-01",
            "2022-Q1..2022-06",
        ] {
            assert_eq!(Period::parse(id), None, "{id}");
        }
    }

    #[test]
    fn a_half_year_is_the_decrees() {
        let (start, end) = Period::HalfYear { year: 2022, half: 1 }.window().unwrap();
        assert_eq!((start.to_string().as_str(), end.to_string().as_str()), ("2021-12-15", "2022-06-14"));
    }

    #[test]
    fn periods_have_one_before_them() {
        let check = |id: &str, year: &str, before: &str| {
            let period = Period::parse(id).unwrap();
            assert_eq!(period.year_before().map(Period::id).as_deref(), Some(year), "{id}");
            assert_eq!(period.period_before().map_or_else(String::new, Period::id), before, "{id}");
        };
        check("2022-01", "2021-01", "2021-12");
        check("2022-Q1", "2021-Q1", "2021-Q4");
        check("2022-H1", "2021-H1", "2021-H2");
        check("2022-H2", "2021-H2", "2022-H1");
        check("2022-9M", "2021-9M", "");
        check("2022", "2021", "2021");
        check("2021-10..2022-03", "2020-10..2021-03", "2021-04..2021-09");
    }

    #[test]
    fn a_span_runs_over_the_year() {
        let span = Period::parse("2021-11..2022-02").unwrap();
        let months: Vec<String> = span.each_month().into_iter().map(Period::id).collect();
        assert_eq!(months, ["2021-11", "2021-12", "2022-01", "2022-02"]);
        assert_eq!(span.name(), "4 tháng (từ tháng 11/2021 đến tháng 02/2022)");
        let days = |window: Option<(Date, Date)>| window.map(|(from, to)| format!("{from} {to}")).unwrap();
        assert_eq!(days(span.window()), "2021-10-15 2022-02-14");
        assert_eq!(days(span.calendar_window()), "2021-11-01 2022-02-28");
        assert_eq!(days(Period::parse("2022-H1").unwrap().calendar_window()), "2022-01-01 2022-06-30");
    }
}
