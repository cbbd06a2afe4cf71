//! Quantities: whole numbers, decimals, percentages, fractions, and numbers with their unit written right behind.
//!
//! `tests/rules/numbers.md` is the grammar with its examples.

use std::ops::Range;

use super::line::TokenKind;
use super::spot::Spot;
use super::{Class, Piece, Quantity};
use crate::engine::vietnamese::lexicon::LEXICON;
use crate::engine::vietnamese::number;

/// The highest power of ten that words of multiplication may make.
const POWERS: u32 = 18;

/// A number, or the two numbers of a fraction; a percent sign behind belongs to it.
pub(super) fn pieces(spot: &Spot<'_>, at: &Range<usize>) -> Vec<Piece> {
    let printed = spot.printed(at);
    let percent_end = spot
        .line
        .tokens
        .get(spot.token + 1)
        .filter(|mark| mark.is_mark('%') && mark.at.start <= at.end + 1)
        .map(|mark| mark.at.end);
    let mut start = at.start;
    let mut pieces = Vec::new();
    for field in printed.split('/') {
        let end = start + field.chars().count();
        let last = end == at.end;
        let parsed = number::parse(field).or_else(|| number::parse(glued(field)?));
        if let Some(number) = parsed {
            let percent = last && percent_end.is_some();
            let end = if percent { percent_end.unwrap_or(end) } else { end };
            let power = if last { power(spot) } else { 0 };
            let quantity = Quantity { value: number.value, shape: number.shape, percent, power };
            pieces.push(Piece { at: start..end, class: Class::NarrativeCount, quantity: Some(quantity) });
        } else if field.contains(|c: char| c.is_ascii_digit()) {
            // Too long for a number, or no number: it is kept in sight as a count that is not understood.
            pieces.push(Piece { at: start..end, class: Class::NarrativeCount, quantity: None });
        }
        start = end + 1;
    }
    pieces
}

/// The number of a token that has its unit right behind it: `260MW`.
pub(super) fn glued(printed: &str) -> Option<&str> {
    let end = printed.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let (number, unit) = printed.split_at(end);
    let unit = unit.to_lowercase();
    (!number.is_empty() && LEXICON.glued_unit.contains(&unit)).then_some(number)
}

/// The power of ten of the words that multiply the number: "43 nghìn" has 3, "1,8 triệu tỷ" has 15.
fn power(spot: &Spot<'_>) -> u32 {
    let words = spot.line.tokens[spot.token + 1..].iter().take_while(|token| token.kind == TokenKind::Word);
    let powers = words.map_while(|word| LEXICON.multiplier.get(&word.text));
    powers.sum::<u32>().min(POWERS)
}
