//! Whether a figure would be printed as it is by a slip of the hand.

use super::network::Change;
use tonghop_numbers::format::format;
use tonghop_statements::numeral;

/// Fewer digits than this are no evidence: of the shortest figures nearly every one is a digit off.
const LEAST: usize = 3;

/// One digit more, less or other than meant, or two neighbours changed over.
pub fn is_slip(change: &Change<'_>) -> bool {
    let raw = change.fact.raw.trim_end_matches(['%', ' ']);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
    let (printed, meant) = (digits(raw), digits(&format(change.value)));
    let long = printed.len().min(meant.len()) >= LEAST;
    let crossed = || {
        let off: Vec<usize> = (0..printed.len()).filter(|&at| printed[at] != meant[at]).collect();
        matches!(off[..], [a, b] if b == a + 1 && printed[a] == meant[b] && printed[b] == meant[a])
    };
    long && (numeral::one_digit_apart(raw, change.value) || printed.len() == meant.len() && crossed())
}
