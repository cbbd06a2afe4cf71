//! Identifiers: codes of procedures and files, versions, addresses, telephone numbers, accounts. They are digits that
//! nobody counts.
//!
//! `tests/rules/identifiers.md` is the grammar with its examples.

use super::form::Form;
use super::spot::{Part, Spot};
use tonghop_model::vietnamese::lexicon::LEXICON;

/// Whether a form is an identifier that goes on over tokens: `0912 345 678`, `1022.hoagiang.gov.vn`.
pub(super) fn goes_on(form: Form) -> bool {
    matches!(form, Form::SpacedTelephone | Form::AgencyCode | Form::EMail | Form::Domain)
}

/// Whether a numeral is an identifier by its form: `1.012345`, `10.0.0.1`. What is counted or measured is a number with
/// a dot too many or too few.
pub(super) fn by_form(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    (part.is(Form::ProcedureCode) || part.is(Form::IpAddress)) && !spot.counts() && !spot.percent()
}

/// Whether its neighbours show a numeral to be an identifier.
pub(super) fn by_words(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    if part.is(Form::Telephone) {
        return true;
    }
    if spot.percent() {
        return false;
    }
    let line = spot.line;
    let short = || part.is(Form::ShortNumber) && line.ends_with_name(spot.token, &LEXICON.identifier_before);
    let version = || part.is(Form::Version) && line.any_before(spot.token, &LEXICON.version_before) && !spot.counts();
    short() || version()
}

/// Whether so many digits without a dot stand behind words for what they identify that they count nothing: `số tài
/// khoản: 102010001234567`, `mã số thuế 2100123456-001`.
pub(super) fn is_code(spot: &Spot<'_>, part: &Part<'_>) -> bool {
    let words = spot.token - usize::from(spot.mark(1, ':'));
    part.is(Form::Code) && spot.line.any_before(words, &LEXICON.identifier_before) && !spot.counts()
}
