//! Numerals that are written in no valid form, with the value that is proposed and what speaks for it.
//!
//! | report | finding | hint |
//! |---|---|---|
//! | 67.910 (61.4072; 6.503) | “61.4072” viết sai dạng | 61.4072 → 61.407: khớp với 67.910 − 6.503 |
//! | 61.4072 alone | the same | none: compare with the source |
//! | 1057 | warning: its dot is missing | 1057 → 1.057 |
//!
//! The values themselves are proposed where the sentence is read ([`numeral::Proposal`]); here the catalogue's sums
//! and ratios are asked too. `tests/rules/malformed.md` has the examples.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::addends::addends;
use super::equation::{is_share, is_sum};
use super::ratio;
use super::statement::Stated;
use tonghop_model::finding::{Finding, Severity};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::format::format;
use tonghop_numbers::number::Shape;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;
use tonghop_series::report::Report;
use tonghop_statements::numeral::{self, Class, Evidence, Numeral};

/// The name of the rule.
pub const CODE: &str = "malformed";
/// The name of the rule on missing dots.
pub const UNDOTTED: &str = "undotted";

/// What to do where nothing speaks for a value.
const COMPARE: &str = "Đối chiếu với nguồn số liệu.";

/// Numerals of a wrong shape, figures whose value had to be repaired, and missing dots.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let facts: HashMap<Span, &Fact> = report.facts.iter().map(|fact| (fact.span, fact)).collect();
    let wrong = report.numerals.iter().filter(|numeral| is_wrong(numeral, &facts));
    let repaired = report.facts.iter().filter(|fact| fact.printed.is_some()).map(|fact| fact.span);
    // What an official decided is settled, however it is printed.
    let settled = |span: &Span| facts.get(span).is_some_and(|fact| fact.decided.is_some());
    let mut spans: Vec<Span> = wrong.clone().map(|numeral| numeral.span).chain(repaired).collect();
    spans.retain(|span| !settled(span));
    spans.sort_unstable();
    spans.dedup();
    let numerals: HashMap<Span, &Numeral> = wrong.map(|numeral| (numeral.span, numeral)).collect();
    let equations = if spans.is_empty() { HashMap::new() } else { evidence(report, catalogue) };
    let finding = |span: &Span| {
        let (fact, numeral) = (facts.get(span).copied(), numerals.get(span).copied());
        let own = numeral.and_then(|numeral| numeral.proposal.as_ref());
        let own = own.map(|proposal| (proposal.value, worded(&proposal.evidence)));
        let found =
            own.or_else(|| Some((fact?.value, equations.get(span)?.clone()))).or_else(|| counted(fact?, numeral));
        wrong_shape(*span, (fact, numeral), found, catalogue)
    };
    spans.iter().filter_map(finding).chain(undotted(report)).collect()
}

/// Whether a numeral that counts is written as no figure is; a comma is wrong only where something speaks for a dot.
fn is_wrong(numeral: &Numeral, facts: &HashMap<Span, &Fact>) -> bool {
    let counts = matches!(numeral.class, Class::Fact | Class::NarrativeCount);
    counts
        && match numeral.quantity {
            None => true,
            Some(quantity) if quantity.shape == Shape::Comma => {
                numeral.proposal.is_some() || facts.get(&numeral.span).is_some_and(|fact| fact.printed.is_some())
            }
            // "37.5 W" is how technical names are written everywhere.
            Some(quantity) if quantity.shape == Shape::Point => !has_sign(numeral, facts),
            Some(quantity) => numeral::is_doubtful(quantity),
        }
}

/// Whether a figure is measured in a unit that comes from abroad with its point.
fn has_sign(numeral: &Numeral, facts: &HashMap<Span, &Fact>) -> bool {
    let is_sign = |unit: &str| LEXICON.measure_sign.iter().any(|sign| unit.split(' ').next() == Some(sign));
    facts
        .get(&numeral.span)
        .is_some_and(|fact| is_sign(&fact.unit.to_lowercase()) || is_sign(&fact.label.to_lowercase()))
}

fn wrong_shape(
    span: Span,
    (fact, numeral): (Option<&Fact>, Option<&Numeral>),
    found: Option<(Decimal, String)>,
    catalogue: &Catalogue,
) -> Option<Finding> {
    let raw = fact.map(|fact| fact.raw.as_str()).or(numeral.map(|numeral| numeral.raw.as_str()))?;
    let what = match numeral.map(|numeral| numeral.quantity) {
        Some(None) => "không đọc được thành số",
        _ => "viết sai dạng số",
    };
    let message = match fact {
        Some(fact) => format!("{}: “{raw}” {what}.", indicator_name::of_fact(fact, catalogue)),
        None => format!("“{raw}” {what}."),
    };
    let number = raw.trim_end_matches(['%', ' ']);
    let worded = |(value, why): &(Decimal, String)| format!("{number} → {}: {why}.", format(*value));
    let hint = found.as_ref().map_or_else(|| COMPARE.to_owned(), worded);
    // A point is read right in either language; what it stands for is certain enough not to hold up the table.
    let point = numeral.and_then(|numeral| numeral.quantity).is_some_and(|quantity| quantity.shape == Shape::Point);
    let severity = if point { Severity::Warning } else { Severity::Error };
    let finding = Finding::new(CODE, severity, message, vec![span]).with_hint(hint);
    Some(match found.filter(|_| fact.is_some()) {
        Some((value, why)) => finding.with_proposal(0, value, why),
        None => finding,
    })
}

/// A figure whose indicator is counted in whole numbers, with a comma before three digits.
fn counted(fact: &Fact, numeral: Option<&Numeral>) -> Option<(Decimal, String)> {
    let comma = numeral.and_then(|numeral| numeral.quantity).is_some_and(|quantity| quantity.shape == Shape::Comma);
    comma.then(|| (fact.value, worded(&Evidence::Counted(fact.unit.clone()))))
}

/// The evidence in words.
fn worded(evidence: &Evidence) -> String {
    let list =
        |values: &[Decimal], mark: &str| values.iter().map(|value| format(*value)).collect::<Vec<_>>().join(mark);
    match evidence {
        Evidence::Rest { total, others } => format!("khớp với {} − {}", format(*total), list(others, " − ")),
        Evidence::Sum(parts) => format!("khớp với {}", list(parts, " + ")),
        Evidence::Share { part, whole, percent } => {
            format!("khớp với {} / {} = {}%", format(*part), format(*whole), format(*percent))
        }
        Evidence::Counted(unit) if unit.is_empty() => "số đếm không có phần lẻ".to_owned(),
        Evidence::Counted(unit) => format!("“{unit}” là số đếm, không có phần lẻ"),
        Evidence::Measured(unit) => format!("“{unit}” có phần lẻ, viết sau dấu phẩy"),
    }
}

/// Whole numbers of four digits and more without dots, in one finding: their values are certain.
fn undotted(report: &Report) -> Option<Finding> {
    let bare = |numeral: &&Numeral| {
        let counts = matches!(numeral.class, Class::Fact | Class::NarrativeCount) && numeral.quantity.is_some();
        let digits = numeral.raw.len() >= 4 && numeral.raw.bytes().all(|b| b.is_ascii_digit());
        // A number that could be a year is left alone.
        counts && digits && !(numeral.raw.len() == 4 && matches!(&numeral.raw[..2], "19" | "20"))
    };
    let found: Vec<&Numeral> = report.numerals.iter().filter(bare).collect();
    let dotted = |numeral: &&Numeral| Some(format!("{} → {}", numeral.raw, format(numeral.quantity?.value)));
    let list: Vec<String> = found.iter().filter_map(dotted).collect();
    let message = format!("Thiếu dấu chấm hàng nghìn: {}.", list.join("; "));
    let places: Vec<Span> = found.iter().map(|numeral| numeral.span).collect();
    (!list.is_empty()).then(|| Finding::new(UNDOTTED, Severity::Warning, message, places))
}

/// For every repaired figure that an equation of the catalogue holds with: the equation, of several the first.
fn evidence(report: &Report, catalogue: &Catalogue) -> HashMap<Span, String> {
    let stated = Stated::of(report);
    let mut found = HashMap::new();
    let mut note = |facts: &[&Fact], equation: &dyn Fn() -> String| {
        for fact in facts.iter().filter(|fact| fact.printed.is_some()) {
            found.entry(fact.span).or_insert_with(equation);
        }
    };
    for sum in catalogue.systems().iter().flat_map(|system| &system.sum).filter(|sum| !sum.partial) {
        let ids: Vec<&str> = std::iter::once(&sum.total).chain(&sum.parts).map(String::as_str).collect();
        for facts in stated.complete(&ids).iter().filter(|facts| is_sum(facts)) {
            note(facts, &|| format!("khớp với {} = {}", addends(&facts[1..]), format(facts[0].value)));
        }
    }
    for ids in ratio::parts(catalogue) {
        for facts in stated.complete(&ids).iter().filter(|facts| is_share(facts)) {
            let [printed, part, whole] = facts[..] else { continue };
            let figures = [part, whole, printed].map(|fact| format(fact.value));
            note(facts, &|| format!("khớp với {} / {} = {}%", figures[0], figures[1], figures[2]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check;
    use expect_test::expect;

    #[test]
    fn well_formed_figures_are_passed_over() {
        check(crate::check::malformed::check, "cert.total; 2.318", &expect![""]);
    }

    #[test]
    fn a_sum_speaks_for_the_proposed_value() {
        check(
            crate::check::malformed::check,
            "cert.total; 67.910\n cert.organisation; 61.4072=61.407\n cert.personal; 6.503",
            &expect![[r#"
                Error malformed [61.4072]
                Chứng thư số đang dùng – của tổ chức: “61.4072” viết sai dạng số.
                → 61.4072 → 61.407: khớp với 61.407 + 6.503 = 67.910.
            "#]],
        );
    }

    #[test]
    fn a_ratio_speaks_for_the_proposed_value() {
        check(
            crate::check::malformed::check,
            "docs.sent; 15.000\n docs.signed; 12,640=12.640\n docs.rate; 84,27",
            &expect![[r#"
                Error malformed [12,640]
                Văn bản đã ký số: “12,640” viết sai dạng số.
                → 12,640 → 12.640: khớp với 12.640 / 15.000 = 84,27%.
            "#]],
        );
    }

    #[test]
    fn a_sum_that_does_not_hold_speaks_for_nothing() {
        check(
            crate::check::malformed::check,
            "cert.total; 67.910\n cert.organisation; 61.4072=61.407\n cert.personal; 6.504",
            &expect![[r#"
                Error malformed [61.4072]
                Chứng thư số đang dùng – của tổ chức: “61.4072” viết sai dạng số.
                → Đối chiếu với nguồn số liệu.
            "#]],
        );
    }
}
