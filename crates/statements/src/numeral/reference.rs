//! References to documents and their parts.
//!
//! `tests/rules/references.md` is the grammar with its examples.

use std::ops::Range;

use super::classed::Class;
use super::form::Form;
use super::spot::{Part, Spot, forms_of};
use tonghop_model::vietnamese::lexicon::LEXICON;

/// Where the reference stands that this numeral begins; `None` where it is something else.
pub(super) fn find(spot: &Spot<'_>, whole: &Part<'_>, reach: Option<(Form, usize)>) -> Option<Range<usize>> {
    let start = whole.at.start;
    // A symbol that a broken line has cut or a space has parted from its number.
    let reaching = |wanted: Form| reach.filter(|(form, _)| *form == wanted).map(|(_, end)| start..end);
    if whole.is(Form::WebAddress) {
        return Some(whole.at.clone());
    }
    if whole.is(Form::DocumentNumber) || spot.line.poor && whole.is(Form::DamagedDocumentNumber) {
        return Some(reaching(Form::CutDocumentNumber).unwrap_or(whole.at.clone()));
    }
    let glued = whole.is(Form::GluedDocumentNumber) && numbered(spot);
    if glued || part_of_document(spot, whole) {
        return Some(whole.at.clone());
    }
    if !whole.is(Form::Digits) {
        return None;
    }
    let bare_number = || numbered(spot) || own_number(spot) || listed(spot, whole) || bare(spot, whole);
    reaching(Form::PartedDocumentNumber).or_else(|| bare_number().then(|| whole.at.clone()))
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

/// `Số: 21` in a letterhead.
fn own_number(spot: &Spot<'_>) -> bool {
    spot.token == 2 && spot.line.is_word(0, "số") && spot.line.tokens[1].is_mark(':')
}

/// `Điều 1`, `khoản 10`, `mục 2.1`.
fn part_of_document(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    part.is(Form::PartNumber)
        && spot.line.any_before(spot.token, &LEXICON.document_part)
        && !spot.line.any_before(spot.token, &LEXICON.document_part_not)
        && !spot.percent()
        && !spot.counts()
}

/// The bare tail of a list: `Quy định số 4495, 4842 của Ban …`.
fn listed(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    let tail = spot.continues(Class::DocRef) && !spot.mark(1, '-') && !spot.counts();
    let bare_list =
        || spot.before.last().is_some_and(|last| forms_of(&last.raw).has(Form::Digits)) && part.len() >= 2;
    let named = || spot.line.any_at(spot.token + 1, &LEXICON.document_after);
    tail && !spot.percent() && (bare_list() || named() || spot.ends() && part.len() >= 3)
}

/// `Đề án 06`, `Nghị quyết 11`: the kind of document begins with a capital.
fn bare(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    let Some(phrase) = LEXICON.document_bare.0.iter().find(|phrase| spot.line.has_before(spot.token, phrase)) else {
        return false;
    };
    let first = spot.token - phrase.len();
    let title = spot.capital(first);
    // The last cell of a row whose unit stands before it ("Nghị quyết 12") has no zero before its number.
    let title = title && (spot.token + 1 < spot.line.tokens.len() || part.view.starts_with(b"0"));
    let after = part.value().is_some_and(|value| value > 0) && part.len() <= 4 && !part.is(Form::Year);
    let timed = LEXICON.duration.0.iter().any(|phrase| spot.next_word(&phrase[0]))
        && !spot.line.tokens.get(spot.token + 2).is_some_and(crate::line::Token::is_numeral);
    title && after && !timed && !spot.percent() && !spot.counts()
}
