//! Numerals that are written in no valid form, with the value that is proposed and what speaks for it.
//!
//! | report | finding | hint |
//! |---|---|---|
//! | 67.910 (61.4072; 6.503) | “61.4072” viết sai dạng số | Đề nghị 61.407, vì 61.407 + 6.503 = 67.910 |
//! | 61.4072 alone | the same | Đề nghị 61.407; đối chiếu với nguồn số liệu |

use std::collections::HashMap;

use super::{name, ratio, statement, sum};
use crate::engine::catalogue::Catalogue;
use crate::engine::fact::Fact;
use crate::engine::finding::{Finding, Severity};
use crate::engine::report::Report;
use crate::engine::span::Span;
use crate::engine::vietnamese::format::format;

/// The name of the rule.
pub const CODE: &str = "malformed";

/// Figures whose value had to be repaired.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    if report.facts.iter().all(|fact| fact.printed.is_none()) {
        return Vec::new();
    }
    let evidence = evidence(report, catalogue);
    let repaired = report.facts.iter().filter(|fact| fact.printed.is_some());
    repaired
        .map(|fact| {
            let message = format!("{}: số “{}” viết sai dạng.", name::of_fact(fact, catalogue), fact.raw);
            let value = format(fact.value);
            let hint = match evidence.get(&fact.span) {
                Some(equation) => format!("Đề nghị {value}, vì {equation}."),
                None => format!("Đề nghị {value}; đối chiếu với nguồn số liệu."),
            };
            Finding::new(CODE, Severity::Error, message, vec![fact.span]).with_hint(hint)
        })
        .collect()
}

/// For every repaired figure that an equation of the catalogue holds with: the equation, of several the first.
fn evidence(report: &Report, catalogue: &Catalogue) -> HashMap<Span, String> {
    let mut found = HashMap::new();
    let mut note = |facts: &[&Fact], equation: &dyn Fn() -> String| {
        for fact in facts.iter().filter(|fact| fact.printed.is_some()) {
            found.entry(fact.span).or_insert_with(equation);
        }
    };
    for sum in catalogue.systems().iter().flat_map(|system| &system.sum).filter(|sum| !sum.partial) {
        let ids: Vec<&str> = std::iter::once(&sum.total).chain(&sum.parts).map(String::as_str).collect();
        for facts in statement::complete(report, &ids).iter().filter(|facts| sum::holds(facts)) {
            note(facts, &|| format!("{} = {}", sum::addends(&facts[1..]), format(facts[0].value)));
        }
    }
    for ids in ratio::parts(catalogue) {
        for facts in statement::complete(report, &ids).iter().filter(|facts| ratio::holds(facts)) {
            let [printed, part, whole] = facts[..] else { continue };
            let figures = [part, whole, printed].map(|fact| format(fact.value));
            note(facts, &|| format!("{} / {} = {}%", figures[0], figures[1], figures[2]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::engine::check::testing::check;
    use expect_test::expect;

    #[test]
    fn well_formed_figures_are_passed_over() {
        check(super::check, "cert.total; 2.318", &expect![""]);
    }

    #[test]
    fn a_sum_speaks_for_the_proposed_value() {
        check(
            super::check,
            "cert.total; 67.910\n cert.organisation; 61.4072=61.407\n cert.personal; 6.503",
            &expect![[r#"
                Error malformed [61.4072]
                Chứng thư số đang dùng – của tổ chức: số “61.4072” viết sai dạng.
                → Đề nghị 61.407, vì 61.407 + 6.503 = 67.910.
            "#]],
        );
    }

    #[test]
    fn a_ratio_speaks_for_the_proposed_value() {
        check(
            super::check,
            "docs.sent; 15.000\n docs.signed; 12,640=12.640\n docs.rate; 84,27",
            &expect![[r#"
            Error malformed [12,640]
            Văn bản đã ký số: số “12,640” viết sai dạng.
            → Đề nghị 12.640, vì 12.640 / 15.000 = 84,27%.
        "#]],
        );
    }

    #[test]
    fn a_sum_that_does_not_hold_speaks_for_nothing() {
        check(
            super::check,
            "cert.total; 67.910\n cert.organisation; 61.4072=61.407\n cert.personal; 6.504",
            &expect![[r#"
                Error malformed [61.4072]
                Chứng thư số đang dùng – của tổ chức: số “61.4072” viết sai dạng.
                → Đề nghị 61.407; đối chiếu với nguồn số liệu.
            "#]],
        );
    }
}
