//! Numerals that are part of a name, and digits that bad recognition made of words.
//!
//! `tests/rules/names-and-ordinals.md` and `tests/rules/ocr-noise.md` are the grammar with its examples.

use super::classed::Class;
use super::form::Form;
use super::spot::{Part, Spot};
use crate::line::TokenKind;
use tonghop_model::vietnamese::fold::bare;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number;

/// The class of a numeral that its neighbours show to be part of a name.
pub(super) fn by_words(spot: &Spot<'_>, part: &Part<'_>) -> Option<Class> {
    let ranked = || spot.line.ends_with_name(spot.token, &LEXICON.rank_before) && !spot.counts();
    let level = || part.len() == 1 && spot.line.ends_with_name(spot.token, &LEXICON.level_before);
    let named = || spot.line.ends_with_name(spot.token, &LEXICON.name_before) || level() || ranked();
    let age = || spot.line.any_before(spot.token, &LEXICON.age_before) && !spot.counts();
    let called = part.is(Form::ShortNumber) && named() || part.is(Form::Version) && age();
    if called && !spot.percent() {
        return Some(Class::Name);
    }
    if !part.is(Form::Digits) {
        return None;
    }
    // A percentage in the title of a plan: "Kế hoạch cung cấp 100% dịch vụ công …".
    let titled = || (spot.token.saturating_sub(4)..spot.token).any(|at| spot.line.any_at(at, &LEXICON.document));
    let only = || matches!(part.view, b"1" | b"01") && spot.line.any_at(spot.token + 1, &LEXICON.name_after_one);
    let quoted = || (spot.mark(1, '“') || spot.mark(1, '"')) && part.is(Form::ItemNumber);
    if only() || spot.percent() && titled() || !spot.percent() && quoted() || spot.line.poor && is_noise(spot, part) {
        return Some(Class::Name);
    }
    None
}

/// In badly recognised text a word of two letters can become digits: "là 6.767" is read "13 6.767", "tỷ lệ 25,18%" is
/// read "ty 18 25,18%". Of counts, a single digit would have a zero before it.
fn is_noise(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    if !part.is(Form::ItemNumber) || part.view.starts_with(b"0") {
        return false;
    }
    let next = |at: usize| spot.line.tokens.get(at);
    let at = spot.token + 1 + usize::from(spot.next_mark('&'));
    if next(at).is_some_and(|token| token.is_numeral() && number::parse(&token.text).is_some()) {
        return true;
    }
    let word_before = spot.line.before(spot.token).is_some_and(|word| word.kind == TokenKind::Word)
        && !spot.line.any_before(spot.token, &LEXICON.number_before);
    // Word for word: with tolerance "trang" would be taken for "trong".
    let small =
        next(spot.token + 1).is_some_and(|token| LEXICON.not_counted.iter().any(|word| bare(word) == token.bare));
    let alone =
        spot.ends() && !spot.percent() && !spot.next_mark('/') || spot.capital(spot.token + 1) || part.view == b"1";
    let counted = || spot.line.any_at(spot.token + 1, &LEXICON.unit);
    part.is(Form::MisreadWord) && word_before && (small || alone && !counted())
}
