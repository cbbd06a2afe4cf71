//! What an official decides on the figures and findings of reports, and how it is put into effect.
//!
//! A decision names the text that it is about by its [`fingerprint`] and the place in it, so that it finds its figure
//! again when the same report is read another day, under whatever name. The printed figure is never lost: a decided
//! fact keeps what it was, and taking the decision back gives the very report that was read.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::{check, remark};
use tonghop_model::span::Span;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::{Decided, Fact};
use tonghop_series::report::Report;

/// What an official decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A figure has a value of its own, whatever is printed.
    Value {
        /// The figure.
        place: Spot,
        /// The numeral as it is printed; a decision on another text at this place is no decision on this one.
        printed: String,
        /// The value.
        value: Decimal,
        /// Why; may be empty.
        reason: String,
    },
    /// A finding is known, and what it is about stays as it is.
    Keep {
        /// The finding's rule.
        code: String,
        /// Its message: where other figures make it say something else, it is another finding.
        message: String,
        /// Its places.
        places: Vec<Spot>,
        /// Why.
        reason: String,
    },
}

/// A place in a report that is named by its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The [`fingerprint`] of the report's text.
    pub report: u64,
    /// The place in it.
    pub span: Span,
}

/// A number that stands for a text: FNV-1a of 64 bits over its UTF-8.
///
/// It tells the reports of an office apart and is the same in every version of the program; it is no protection.
pub fn fingerprint(text: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    text.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// Puts the decisions on the figures of a report into effect, in their order, and checks the report anew; decisions
/// that were in effect before and are not among these are taken back. The answer is whether anything changed.
pub fn decide(report: &mut Report, decisions: &[Decision], catalogue: &Catalogue) -> bool {
    let before: Vec<(Decimal, Option<Decided>)> = report.facts.iter().map(state).collect();
    report.facts.iter_mut().for_each(take_back);
    let print = fingerprint(&report.document.text);
    let mut fact_at: HashMap<Span, usize> = HashMap::new();
    for (at, fact) in report.facts.iter().enumerate() {
        fact_at.entry(fact.span).or_insert(at);
    }
    for decision in decisions {
        let Decision::Value { place, printed, value, reason } = decision else { continue };
        let found = fact_at.get(&place.span).and_then(|&at| report.facts.get_mut(at));
        if let Some(fact) = found.filter(|fact| place.report == print && fact.raw == *printed) {
            take_back(fact);
            set(fact, *value, reason);
        }
    }
    let changed = report.facts.iter().map(state).ne(before);
    if changed {
        report.findings = remark::findings(&report.document.notices);
        report.findings.extend(check::report(report, catalogue));
    }
    changed
}

/// The reason for which a finding is kept as it is; `None` where that was not decided. The last decision counts.
pub fn kept<'d>(decisions: &'d [Decision], code: &str, message: &str, places: &[Spot]) -> Option<&'d str> {
    decisions.iter().rev().find_map(|decision| match decision {
        Decision::Keep { code: of, message: said, places: at, reason }
            if of == code && said == message && at == places =>
        {
            Some(reason.as_str())
        }
        _ => None,
    })
}

fn state(fact: &Fact) -> (Decimal, Option<Decided>) {
    (fact.value, fact.decided.clone())
}

fn set(fact: &mut Fact, value: Decimal, reason: &str) {
    let was = Decided {
        value: fact.value,
        printed: fact.printed,
        approximate: fact.approximate.take(),
        reason: reason.to_owned(),
    };
    fact.printed = Some(was.printed.unwrap_or(was.value)).filter(|printed| *printed != value);
    fact.value = value;
    fact.decided = Some(was);
}

fn take_back(fact: &mut Fact) {
    if let Some(was) = fact.decided.take() {
        (fact.value, fact.printed, fact.approximate) = (was.value, was.printed, was.approximate);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the test's own figures are there")]

    use super::*;
    use crate::consolidate::consolidate;
    use crate::table::Source;
    use tonghop_model::finding::Severity;
    use tonghop_series::testing;

    const SUM: &str = "2022-02; Sở Mẫu; An Lạc\ncert.total; 2.293\ncert.organisation; 512\ncert.personal; 1.806";

    /// The report of a notation, checked, and a decision on its fact of the given index.
    fn decided(notation: &str, fact: usize, value: &str) -> (Report, Decision) {
        let catalogue = testing::catalogue();
        let mut report = testing::report(notation, &catalogue);
        report.findings = check::report(&report, &catalogue);
        let of = &report.facts[fact];
        let place = Spot { report: fingerprint(&report.document.text), span: of.span };
        let (printed, value) = (of.raw.clone(), value.parse().unwrap());
        (report, Decision::Value { place, printed, value, reason: "đã hỏi lại".into() })
    }

    fn wrong(report: &Report) -> Vec<&str> {
        report.findings.iter().filter(|f| f.severity == Severity::Error).map(|f| f.code).collect()
    }

    #[test]
    fn a_decided_value_mends_the_sum_and_keeps_what_is_printed() {
        let (mut report, decision) = decided(SUM, 0, "2318");
        assert_eq!(wrong(&report), ["sum"]);
        assert!(decide(&mut report, &[decision], &testing::catalogue()));
        assert!(wrong(&report).is_empty(), "{:?}", report.findings);
        let fact = &report.facts[0];
        assert_eq!((fact.value, fact.printed, fact.raw.as_str()), (2318.into(), Some(2293.into()), "2.293"));
    }

    #[test]
    fn the_proposal_of_a_finding_mends_it() {
        let (mut report, decision) = decided(SUM, 0, "2318");
        let proposal = &report.findings[0].proof.proposals[0];
        assert_eq!((proposal.value, report.findings[0].places[proposal.place]), (2318.into(), report.facts[0].span));
        decide(&mut report, &[decision], &testing::catalogue());
        assert!(report.findings.is_empty());
    }

    #[test]
    fn what_is_taken_back_is_as_it_was_read() {
        let (mut report, decision) = decided("2022-02\ncert.total; 61.4072=61.407", 0, "61.407");
        let read = report.clone();
        let catalogue = testing::catalogue();
        assert!(decide(&mut report, std::slice::from_ref(&decision), &catalogue));
        assert!(!decide(&mut report, &[decision], &catalogue), "the same decision changes nothing");
        assert_ne!(report, read);
        assert!(decide(&mut report, &[], &catalogue));
        assert_eq!(report, read);
    }

    #[test]
    fn a_decision_on_another_text_is_none() {
        let (mut report, decision) = decided(SUM, 0, "2318");
        let other = report.document.text.replace("512", "513");
        report.document.text = other;
        assert!(!decide(&mut report, &[decision], &testing::catalogue()));
    }

    #[test]
    fn the_last_decision_on_a_figure_counts_and_the_table_follows() {
        let (mut report, first) = decided(SUM, 0, "2300");
        let Decision::Value { place, printed, .. } = &first else { return };
        let last =
            Decision::Value { place: *place, printed: printed.clone(), value: 2318.into(), reason: String::new() };
        let catalogue = testing::catalogue();
        decide(&mut report, &[first, last], &catalogue);
        let table = consolidate(&[Source { name: "a", report: &report }], None, &catalogue);
        let row = table.rows.iter().find(|row| row.indicator.as_deref() == Some("cert.total")).unwrap();
        let cell = row.cells[1].unwrap();
        assert_eq!((cell.value, cell.look), (2318.into(), false));
        assert_eq!(row.notes[0], "Số tháng 02 là 2.318, báo cáo in “2.293”; người dùng quyết định.");
    }

    #[test]
    fn a_finding_that_says_something_else_is_not_kept() {
        let spot = |start| Spot { report: 1, span: Span::new(start, start + 1) };
        let keep = |reason: &str| Decision::Keep {
            code: "sum".into(),
            message: "lệch 25".into(),
            places: vec![spot(1), spot(5)],
            reason: reason.into(),
        };
        let decisions = [keep("một"), keep("hai")];
        let of = |message: &str, places: &[Spot]| kept(&decisions, "sum", message, places).map(str::to_owned);
        assert_eq!(of("lệch 25", &[spot(1), spot(5)]).as_deref(), Some("hai"));
        assert_eq!(of("lệch 24", &[spot(1), spot(5)]), None);
        assert_eq!(of("lệch 25", &[spot(1)]), None);
    }
}
