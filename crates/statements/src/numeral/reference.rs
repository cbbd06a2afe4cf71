//! References to documents and their parts.
//!
//! `tests/rules/references.md` is the grammar with its examples.

use std::ops::Range;

use super::Class;
use super::spot::{Spot, is_digits, is_year, number};
use tonghop_model::vietnamese::lexicon::LEXICON;

/// Where the reference stands that this numeral begins; `None` where it is something else.
pub(super) fn find(spot: &Spot<'_>) -> Option<Range<usize>> {
    let at = spot.at();
    let printed = spot.printed(&at);
    if printed.contains("://") || printed.starts_with("www.") {
        return Some(at);
    }
    if is_document_number(&printed, spot.line.poor) {
        return Some(at.start..broken_symbol(spot).map_or(at.end, |end| whole_tokens(spot, end)));
    }
    if numbered(spot) && glued_symbol(&printed) {
        return Some(at);
    }
    if part_of_document(spot, &printed) {
        return Some(at);
    }
    if !is_digits(&printed) {
        return None;
    }
    if let Some(end) = split_symbol(spot) {
        return Some(at.start..whole_tokens(spot, end));
    }
    (numbered(spot) || own_number(spot) || listed(spot, &printed) || bare(spot, &printed)).then_some(at)
}

/// `NUM := D{1,5} ["/" Y{4}] ("/" | "-") SYM …`, where a symbol begins with a capital letter.
fn is_document_number(printed: &str, poor: bool) -> bool {
    let rest = printed.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = printed.len() - rest.len();
    if digits == 0 || digits > 5 {
        return false;
    }
    let rest = match rest.strip_prefix('/') {
        Some(tail) if tail.len() > 4 && tail.bytes().take(4).all(|b| b.is_ascii_digit()) => &tail[4..],
        _ => rest,
    };
    let symbol = rest.strip_prefix(['/', '-']).and_then(|symbol| symbol.chars().next());
    symbol.is_some_and(|c| c.is_uppercase() || (poor && c.is_alphabetic()))
}

/// The end of a symbol that a broken line has cut behind its hyphen: `01/NQ- CP`.
fn broken_symbol(spot: &Spot<'_>) -> Option<usize> {
    let chars = spot.line.paragraph.text.chars();
    let end = spot.at().end;
    let cut = matches!(chars.get(end), Some('-' | '/')) && chars.get(end + 1) == Some(&' ');
    let symbol = chars.get(end + 2..)?;
    let length = symbol.iter().position(|&c| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '&')));
    let length = length.unwrap_or(symbol.len());
    (cut && length >= 2 && symbol[..length].iter().all(|c| !c.is_lowercase())).then_some(end + 2 + length)
}

/// The end of a symbol that a space parts from its number: `953 /BC-STTTT-VP`.
fn split_symbol(spot: &Spot<'_>) -> Option<usize> {
    let tokens = &spot.line.tokens;
    let slash = tokens.get(spot.token + 1).filter(|mark| mark.is_mark('/'))?;
    let symbol = tokens.get(spot.token + 2).filter(|word| word.at.start == slash.at.end)?;
    let chars = spot.line.paragraph.text.chars();
    let capital =
        chars[symbol.at.start].is_uppercase() && chars.get(symbol.at.start + 1).is_some_and(|c| c.is_uppercase());
    let end = chars[symbol.at.start..].iter().position(|&c| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '&')));
    capital.then(|| end.map_or(chars.len(), |length| symbol.at.start + length))
}

/// The end of the last token that a reference reaches into, so that no digit of it is left over.
fn whole_tokens(spot: &Spot<'_>, end: usize) -> usize {
    let reached = spot.line.tokens[spot.token..].iter().take_while(|token| token.at.start < end);
    reached.last().map_or(end, |token| token.at.end.max(end))
}

/// Whether "số" stands before the numeral and belongs to a kind of document, or is written twice.
fn numbered(spot: &Spot<'_>) -> bool {
    if !spot.word(1, "số") {
        return false;
    }
    let document = spot.line.any_before(spot.token - 1, &LEXICON.document) || spot.word(2, "số");
    let far = || (spot.token.saturating_sub(8)..spot.token).any(|at| spot.line.any_at(at, &LEXICON.document));
    document || spot.next_word("ngày") && far()
}

/// `1301QĐ-CTN`, whose slash was left out.
fn glued_symbol(printed: &str) -> bool {
    let symbol = printed.trim_start_matches(|c: char| c.is_ascii_digit());
    symbol.len() < printed.len() && symbol.chars().take(2).all(char::is_uppercase)
}

/// `Số: 21` in a letterhead.
fn own_number(spot: &Spot<'_>) -> bool {
    spot.token == 2 && spot.line.is_word(0, "số") && spot.line.tokens[1].is_mark(':')
}

/// `Điều 1`, `khoản 10`, `mục 2.1`.
fn part_of_document(spot: &Spot<'_>, printed: &str) -> bool {
    let numbers = printed.split('.').all(|part| is_digits(part) && part.len() <= 3);
    numbers
        && spot.line.any_before(spot.token, &LEXICON.document_part)
        && !spot.line.any_before(spot.token, &LEXICON.document_part_not)
        && !spot.percent()
        && !spot.counts()
}

/// The bare tail of a list: `Quy định số 4495, 4842 của Ban …`.
fn listed(spot: &Spot<'_>, printed: &str) -> bool {
    let tail = spot.continues(Class::DocRef) && !spot.mark(1, '-') && !spot.counts();
    let bare_list = || spot.before.last().is_some_and(|last| is_digits(&last.raw)) && printed.len() >= 2;
    let named = || spot.line.any_at(spot.token + 1, &LEXICON.document_after);
    tail && !spot.percent() && (bare_list() || named() || spot.ends() && printed.len() >= 3)
}

/// `Đề án 06`, `Nghị quyết 11`: the kind of document begins with a capital.
fn bare(spot: &Spot<'_>, printed: &str) -> bool {
    let Some(phrase) = LEXICON.document_bare.0.iter().find(|phrase| spot.line.has_before(spot.token, phrase)) else {
        return false;
    };
    let first = spot.token - phrase.len();
    let title = spot.capital(first);
    // The last cell of a row whose unit stands before it ("Nghị quyết 12") has no zero before its number.
    let title = title && (spot.token + 1 < spot.line.tokens.len() || printed.starts_with('0'));
    let after = number(printed).is_some_and(|value| value > 0) && printed.len() <= 4 && !is_year(printed);
    let timed = LEXICON.duration.0.iter().any(|phrase| spot.next_word(&phrase[0]))
        && !spot.line.tokens.get(spot.token + 2).is_some_and(crate::line::Token::is_numeral);
    title && after && !timed && !spot.percent() && !spot.counts()
}
