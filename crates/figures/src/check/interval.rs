//! What a printed figure stands for: every value that would be printed in that way.
//!
//! | printed | rounded half up | cut off |
//! |---|---|---|
//! | `84,27` | 84,265 ≤ x < 84,275 | 84,27 ≤ x < 84,28 |
//! | `2.293` (things that are counted) | just 2.293 | just 2.293 |
//! | `2.293` (km, triệu đồng and other measures) | 2.292,5 ≤ x < 2.293,5 | 2.293 ≤ x < 2.294 |
//! | `hơn 60`, `trên 60` | 60 ≤ x | 60 ≤ x |
//! | `gần 60` | x ≤ 60 | x ≤ 60 |
//! | `khoảng 60` | any value | any value |
//!
//! The idea is that of XBRL Calculations 1.1; that counted things are exact is what tells a sum that is off
//! by one from a rounded one.

use rust_decimal::Decimal;

use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_series::fact::Fact;

/// How a figure was brought to its printed precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Rounded half up, as it should be.
    Rounded,
    /// The further digits were cut off.
    Cut,
}

/// The values between two bounds; a bound that is not there is infinitely far away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower bound.
    pub low: Bound,
    /// The upper bound.
    pub high: Bound,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The value itself belongs to the interval.
    At(Decimal),
    /// The value itself is left out.
    Next(Decimal),
    /// There is no end.
    None,
}

impl Interval {
    /// What a figure of a report stands for, with the word that makes it approximate.
    pub fn of_fact(fact: &Fact, stance: Stance) -> Self {
        let exact = Self::of(fact.value, &fact.unit, stance);
        let Some(word) = fact.approximate else { return exact };
        let is_one_of = |list: &[String]| list.iter().any(|known| known == word);
        if is_one_of(&LEXICON.at_least) {
            Self { low: exact.low, high: Bound::None }
        } else if is_one_of(&LEXICON.at_most) {
            Self { low: Bound::None, high: exact.high }
        } else {
            // "Khoảng" says nothing about how far the figure may be off.
            Self { low: Bound::None, high: Bound::None }
        }
    }

    /// What a figure of the given unit stands for.
    pub fn of(value: Decimal, unit: &str, stance: Stance) -> Self {
        if value.scale() == 0 && !is_measure(unit.trim()) {
            return Self::exactly(value);
        }
        let step = Decimal::new(1, value.scale());
        let half = Decimal::new(5, (value.scale() + 1).min(Decimal::MAX_SCALE));
        let (down, up) = match stance {
            Stance::Rounded => (half, half),
            Stance::Cut => (Decimal::ZERO, step),
        };
        Self { low: Bound::At(value.saturating_sub(down)), high: Bound::Next(value.saturating_add(up)) }
    }

    /// Just one value.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: Bound::At(value), high: Bound::At(value) }
    }

    /// The sum of what the two stand for; `None` where it is too large to be said.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    /// The values with the other sign.
    pub fn negated(self) -> Self {
        Self { low: self.high.negated(), high: self.low.negated() }
    }

    /// Whether a value can belong to both.
    pub fn meets(self, other: Self) -> bool {
        !self.above(other) && !other.above(self)
    }

    /// Whether every value of this is greater than every value of the other.
    pub fn above(self, other: Self) -> bool {
        match (self.low, other.high) {
            (Bound::None, _) | (_, Bound::None) => false,
            (Bound::At(low), Bound::At(high)) => low > high,
            (Bound::At(low) | Bound::Next(low), Bound::At(high) | Bound::Next(high)) => low >= high,
        }
    }
}

/// Whether a unit measures and does not count.
fn is_measure(unit: &str) -> bool {
    let known = |unit: &str| LEXICON.measure.iter().any(|measure| measure == unit);
    known(unit) || unit.chars().any(char::is_uppercase) && known(&unit.to_lowercase())
}

impl Bound {
    fn negated(self) -> Self {
        match self {
            Self::At(value) => Self::At(-value),
            Self::Next(value) => Self::Next(-value),
            Self::None => Self::None,
        }
    }

    fn checked_add(self, other: Self) -> Option<Self> {
        Some(match (self, other) {
            (Self::None, _) | (_, Self::None) => Self::None,
            (Self::At(a), Self::At(b)) => Self::At(a.checked_add(b)?),
            (Self::At(a) | Self::Next(a), Self::At(b) | Self::Next(b)) => Self::Next(a.checked_add(b)?),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test's own figures are well formed")]

    use super::*;

    fn interval(value: &str, unit: &str, stance: Stance) -> Interval {
        Interval::of(value.parse().unwrap(), unit, stance)
    }

    fn holds(parts: &[&str], total: &str, unit: &str, stance: Stance) -> bool {
        let sum = parts.iter().map(|part| interval(part, unit, stance)).reduce(|a, b| a.checked_add(b).unwrap());
        sum.unwrap().meets(interval(total, unit, stance))
    }

    #[test]
    fn counted_things_are_exact() {
        assert!(holds(&["512", "1806"], "2318", "chứng thư số", Stance::Rounded));
        assert!(!holds(&["512", "1806"], "2317", "chứng thư số", Stance::Rounded));
    }

    #[test]
    fn rounded_measures_may_be_off_in_the_last_place() {
        assert!(holds(&["1.2", "3.45"], "4.7", "km", Stance::Rounded));
        assert!(holds(&["10", "20"], "31", "triệu đồng", Stance::Rounded));
        assert!(!holds(&["10", "20"], "32", "triệu đồng", Stance::Rounded));
    }

    #[test]
    fn cut_figures_are_a_grade_of_their_own() {
        assert!(!holds(&["1.29"], "1.2", "km", Stance::Rounded));
        assert!(holds(&["1.29"], "1.2", "km", Stance::Cut));
    }

    #[test]
    fn the_upper_end_is_left_out() {
        let (printed, exact) = (interval("84.27", "%", Stance::Rounded), "84.275".parse().unwrap());
        assert!(!printed.meets(Interval::exactly(exact)));
        let exact = "84.265".parse().unwrap();
        assert!(printed.meets(Interval::exactly(exact)));
    }

    #[test]
    fn the_largest_figures_do_not_overflow() {
        let largest = Interval::of(Decimal::MAX, "km", Stance::Rounded);
        assert_eq!(largest.checked_add(largest), None);
        assert!(largest.meets(largest));
    }
}
