//! The forms of tokens of `forms.toml`, ready to be looked for.

use std::sync::LazyLock;

use serde::Deserialize;

use super::classed::Class;
use tonghop_model::vietnamese::form::{Forms, Name};

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/forms.json"));

/// The forms of tokens; they are constant data, compiled when the first report is read.
pub(super) static FORMS: LazyLock<Forms<Form, Class>> = LazyLock::new(|| Forms::read(DATA));

/// The forms of `forms.toml`, where each is described with its examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The data file describes each form.
pub(super) enum Form {
    WebAddress,
    DocumentNumber,
    DamagedDocumentNumber,
    GluedDocumentNumber,
    PartNumber,
    CutDocumentNumber,
    PartedDocumentNumber,
    SlashedDate,
    HyphenedDate,
    DottedDate,
    ReversedDate,
    Clock,
    DayAndMonth,
    JoinedDayAndMonth,
    Day,
    MonthAndYear,
    MonthGluedToYear,
    Month,
    Quarter,
    Year,
    Telephone,
    HyphenedTelephone,
    SpacedTelephone,
    ProcedureCode,
    IpAddress,
    MarkedVersion,
    Version,
    FileCode,
    AgencyCode,
    EMail,
    Domain,
    Code,
    RoundTheClock,
    ShortNumber,
    MisreadWord,
    ItemNumber,
    Digits,
    Numeric,
    Range,
    List,
    Rate,
    Mistyped,
}

impl Name for Form {
    fn place(self) -> u32 {
        self as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_examples_and_no_other() {
        assert_eq!(FORMS.faults(Form::Mistyped), Vec::<String>::new());
    }
}
