//! Shares in percent, and rounding as reports round.

use rust_decimal::{Decimal, RoundingStrategy};

/// The share of `part` in `whole` in percent, unrounded; `None` where the whole is nothing or the figures are
/// too large.
///
/// The quotient carries 28 digits, so that rounding it again to a printed precision is safe.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Rounded half up, with trailing zeros to the full precision.
pub fn half_up(value: Decimal, places: u32) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(places);
    rounded
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the figures of the test are small")]

    use proptest::prelude::*;
    use rust_decimal::Decimal;

    proptest! {
        /// Against whole numbers: the rounded ratio in units of its last place is ⌊(2·part·100·10ⁿ + whole) / 2·whole⌋.
        #[test]
        fn rounding_is_exact(part in 0i64..=100_000_000, whole in 1i64..=100_000_000, places in 0u32..=4) {
            let scaled = i128::from(part) * 100 * 10i128.pow(places);
            let expected = (2 * scaled + i128::from(whole)) / (2 * i128::from(whole));
            let rounded = crate::percent::half_up(crate::percent::percent(part.into(), whole.into()).unwrap(), places);
            prop_assert_eq!(rounded, Decimal::from_i128_with_scale(expected, places));
        }
    }
}
