//! Quantities: whole numbers, decimals, percentages, fractions, and numbers with their unit written right behind.
//!
//! `tests/rules/numbers.md` is the grammar with its examples.

use std::ops::Range;

use super::classed::{Class, Piece, Quantity};
use super::spot::Spot;
use crate::line::TokenKind;
use tonghop_model::document::Place;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number;

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
            let minus = start == at.start && has_minus(spot, at, percent || number.value.scale() > 0);
            let value = if minus { -number.value } else { number.value };
            let quantity = Quantity { value, shape: number.shape, percent, power };
            let start = start - usize::from(minus);
            pieces.push(Piece { at: start..end, class: Class::NarrativeCount, quantity: Some(quantity) });
        } else if field.contains(|c: char| c.is_ascii_digit()) {
            // Too long for a number, or no number: it is kept in sight as a count that is not understood.
            pieces.push(Piece { at: start..end, class: Class::NarrativeCount, quantity: None });
        }
        start = end + 1;
    }
    pieces
}

/// Whether a minus sign stands right before a number. A hyphen is one before what can fall below zero (`measured`:
/// percentages and decimals) and in the cells of tables, the sign of the typesetters anywhere; a hyphen before a plain
/// count or at the head of a line is a mark of a list, and one behind a number joins two.
fn has_minus(spot: &Spot<'_>, at: &Range<usize>, measured: bool) -> bool {
    let text = spot.line.paragraph.text.chars();
    let Some(sign) = at.start.checked_sub(1).and_then(|before| text.get(before)) else { return false };
    let cell = spot.line.place != Place::Body;
    let (known, first) = (matches!(sign, '-' | '−'), at.start == 1);
    let apart = first || matches!(text[at.start - 2], ' ' | '(' | ':' | '[');
    let joins = spot.token > 1 && spot.line.tokens[spot.token - 2].is_numeral();
    known && apart && !joins && (!first || cell) && (*sign == '−' || measured || cell && first)
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
    let powers = words.map_while(|word| LEXICON.multiplier(&word.text, spot.line.poor));
    powers.sum::<u32>().min(POWERS)
}
