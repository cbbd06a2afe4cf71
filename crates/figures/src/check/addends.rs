//! Figures with the signs between them, as a sentence about a sum has them.

use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// "512 + 1.806".
pub fn addends(parts: &[&Fact]) -> String {
    chain(&parts.iter().map(|part| indicator_name::figure(part)).collect::<Vec<_>>(), " + ")
}

/// Figures with a sign between them. Of a long table's only some, which nobody would add up in a sentence: "1 + 2 + 3 +
/// 4 + 5 + … + 40 (40 số)".
pub fn chain(figures: &[String], sign: &str) -> String {
    const MOST: usize = 20;
    const SHOWN: usize = 5;
    match figures {
        [first @ .., last] if figures.len() > MOST => {
            format!("{}{sign}…{sign}{last} ({} số)", first[..SHOWN].join(sign), figures.len())
        }
        _ => figures.join(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::chain;

    #[test]
    fn a_long_sum_is_cut_short() {
        let figures = |count: usize| (1..=count).map(|figure| figure.to_string()).collect::<Vec<_>>();
        assert!(chain(&figures(20), " + ").ends_with("18 + 19 + 20"));
        assert_eq!(chain(&figures(40), " + "), "1 + 2 + 3 + 4 + 5 + … + 40 (40 số)");
    }
}
