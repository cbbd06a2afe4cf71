//! What the user decides on a table.

use jiff::civil::Date;

use tonghop_model::vietnamese::period::Period;

/// What the user decided; the default leaves everything to the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The period; `None`: the half-year that most monthly reports belong to, the later one of two.
    pub period: Option<Period>,
    /// A report of the agency that the table is of, by its index among the sources; `None`: the agency of most.
    pub agency: Option<usize>,
    /// The reports that stand for their period where there are several, by their index among the sources.
    pub preferred: Vec<usize>,
    /// Between which days the figures of a month are counted.
    pub closing: Closing,
    /// With which earlier periods the table is not compared.
    pub without: Vec<Against>,
}

/// Between which days the figures of a month are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closing {
    /// From the 15th of the month before to the 14th: Nghị định 09/2019/NĐ-CP.
    #[default]
    Decree,
    /// From the first to the last day of the month, as some statistics have it.
    Calendar,
}

impl Closing {
    /// Every way, the decree's first.
    pub const EVERY: [Self; 2] = [Self::Decree, Self::Calendar];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decree => "decree",
            Self::Calendar => "calendar",
        }
    }

    /// The way of a stable name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|way| way.name() == name)
    }

    /// The first and the last day whose figures a period holds.
    pub fn window(self, period: Period) -> Option<(Date, Date)> {
        match self {
            Self::Decree => period.window(),
            Self::Calendar => period.calendar_window(),
        }
    }
}

/// An earlier period that a table is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The same months of the year before: "cùng kỳ năm trước".
    YearBefore,
    /// The period of the same length just before: for a half-year the half-year before.
    PeriodBefore,
}

impl Against {
    /// Every way.
    pub const EVERY: [Self; 2] = [Self::YearBefore, Self::PeriodBefore];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::YearBefore => "year_before",
            Self::PeriodBefore => "period_before",
        }
    }

    /// The way of a stable name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|way| way.name() == name)
    }

    /// The earlier period; `None` where there is none, or for a year, whose year before is the same either way.
    pub fn period(self, of: Period) -> Option<Period> {
        match self {
            Self::YearBefore => of.year_before(),
            Self::PeriodBefore => of.period_before().filter(|before| Some(*before) != of.year_before()),
        }
    }
}
