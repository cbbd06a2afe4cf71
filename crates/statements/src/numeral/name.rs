//! Numerals that are part of a name, and digits that bad recognition made of words.
//!
//! `tests/rules/names-and-ordinals.md` and `tests/rules/ocr-noise.md` are the grammar with its examples.

use super::Class;
use super::spot::{Spot, is_digits};
use crate::line::TokenKind;
use tonghop_model::vietnamese::fold::bare;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number;

/// The class of a numeral that its neighbours show to be part of a name.
pub(super) fn by_words(spot: &Spot<'_>, printed: &str) -> Option<Class> {
    let digits = is_digits(printed);
    let ranked = || spot.line.ends_with_name(spot.token, &LEXICON.rank_before) && !spot.counts();
    let level = || printed.len() == 1 && spot.line.ends_with_name(spot.token, &LEXICON.level_before);
    let named = || spot.line.ends_with_name(spot.token, &LEXICON.name_before) || level() || ranked();
    let version = || spot.line.any_before(spot.token, &LEXICON.version_before) && printed.len() <= 5;
    if !spot.percent() && (digits && printed.len() <= 5 && named() || version() && !spot.counts())
        || telephone(printed)
    {
        return Some(Class::Name);
    }
    if !digits {
        return None;
    }
    // A percentage in the title of a plan: "Kế hoạch cung cấp 100% dịch vụ công …".
    let titled = || (spot.token.saturating_sub(4)..spot.token).any(|at| spot.line.any_at(at, &LEXICON.document));
    let only = || matches!(printed, "1" | "01") && spot.line.any_at(spot.token + 1, &LEXICON.name_after_one);
    let quoted = || (spot.mark(1, '“') || spot.mark(1, '"')) && printed.len() <= 2;
    if only()
        || spot.percent() && titled()
        || !spot.percent() && quoted()
        || spot.line.poor && is_noise(spot, printed)
    {
        return Some(Class::Name);
    }
    None
}

/// A number of a telephone or an account: no count begins with a zero and has four digits more.
fn telephone(printed: &str) -> bool {
    printed.starts_with('0')
        && !printed.contains(',')
        && printed.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && printed.bytes().filter(u8::is_ascii_digit).count() >= 5
}

/// In badly recognised text a word of two letters can become digits: "là 6.767" is read "13 6.767", "tỷ lệ 25,18%" is
/// read "ty 18 25,18%". Of counts, a single digit would have a zero before it.
fn is_noise(spot: &Spot<'_>, printed: &str) -> bool {
    if printed.len() > 2 || printed.starts_with('0') {
        return false;
    }
    let next = |at: usize| spot.line.tokens.get(at);
    let at = spot.token + 1 + usize::from(spot.next_mark('&'));
    if next(at).is_some_and(|token| token.is_numeral() && number::parse(&token.text).is_some()) {
        return true;
    }
    let word_before = spot.line.before(spot.token).is_some_and(|word| word.kind == TokenKind::Word)
        && !spot.line.any_before(spot.token, &LEXICON.number_before);
    let shaped = matches!(printed, "1" | "13" | "14" | "18");
    // Word for word: with tolerance "trang" would be taken for "trong".
    let small =
        next(spot.token + 1).is_some_and(|token| LEXICON.not_counted.iter().any(|word| bare(word) == token.bare));
    let alone =
        spot.ends() && !spot.percent() && !spot.next_mark('/') || spot.capital(spot.token + 1) || printed == "1";
    let counted = || spot.line.any_at(spot.token + 1, &LEXICON.unit);
    shaped && word_before && (small || alone && !counted())
}
