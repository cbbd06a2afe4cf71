//! Figures as an official writes them: dots every three digits, a comma before decimals.
//!
//! | value | written |
//! |---|---|
//! | `41257` | `41.257` |
//! | `84.27` | `84,27` |
//! | `14.70` | `14,70` (the printed precision is kept) |
//! | `-25` | `-25` |

use rust_decimal::Decimal;

/// The figure in vi-VN form, with all decimals that the value carries.
pub fn format(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + whole.len() / 3 + 1);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(',');
        out.push_str(decimals);
    }
    out
}

/// The figure in vi-VN form with its sign, for differences; zero has none.
pub fn format_signed(value: Decimal) -> String {
    let sign = if value.is_sign_positive() && !value.is_zero() { "+" } else { "" };
    format!("{sign}{}", format(value))
}

/// The text with its first letter in capitals: "tháng 5" → "Tháng 5".
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test's own figures are well formed")]

    use proptest::prelude::*;

    use super::*;

    fn check(value: &str, written: &str, signed: &str) {
        let value: Decimal = value.parse().unwrap();
        assert_eq!((format(value).as_str(), format_signed(value).as_str()), (written, signed));
    }

    #[test]
    fn dots_and_commas() {
        check("0", "0", "0");
        check("7", "7", "+7");
        check("999", "999", "+999");
        check("1000", "1.000", "+1.000");
        check("41257", "41.257", "+41.257");
        check("1204567", "1.204.567", "+1.204.567");
        check("2468.135", "2.468,135", "+2.468,135");
    }

    #[test]
    fn printed_precision_is_kept() {
        check("84.27", "84,27", "+84,27");
        check("14.70", "14,70", "+14,70");
        check("0.00", "0,00", "0,00");
    }

    #[test]
    fn negative_figures() {
        check("-25", "-25", "-25");
        check("-1234.5", "-1.234,5", "-1.234,5");
        check("-0.0", "0,0", "0,0");
    }

    #[test]
    fn the_largest_figure() {
        let nines = "79.228.162.514.264.337.593.543.950.335";
        assert_eq!(format(Decimal::MAX), nines);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(mantissa: i64, scale in 0u32..=10) {
            let value = Decimal::new(mantissa, scale);
            let read: Decimal = format(value).replace('.', "").replace(',', ".").parse().unwrap();
            prop_assert_eq!((read, read.scale()), (value, value.scale()));
        }
    }
}
