//! One indicator with two values in one report.
//!
//! | report | finding |
//! |---|---|
//! | 319 hộp thư … 319 hộp thư | none |
//! | 07 công văn … 08 công văn | warning: báo cáo ghi 7 và 8 |
//! | hơn 60 văn bản … 64 văn bản | none: an approximate figure contradicts nothing |
//! | 7.401 người dùng (tháng trước 7.381 người dùng) | none: the second is of another month |
//! | 24.100 (as of 10/02) … 24.300 (as of 13/02) | none: the dates differ |

use std::collections::HashMap;

use super::told;
use tonghop_model::finding::{Finding, Severity};
use tonghop_numbers::format::format;
use tonghop_series::catalogue::{Catalogue, System};
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "stated_twice";

/// Indicators that are stated with different values; each is named once, with the first two.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let mut stated: HashMap<&str, Stated<'_>> = HashMap::new();
    let mut findings = Vec::new();
    for (at, fact) in report.facts.iter().enumerate().filter(|(_, fact)| fact.approximate.is_none()) {
        let Some(id) = fact.indicator.as_deref() else { continue };
        let known = stated.entry(id).or_insert(Stated { first: fact, at, named: false });
        if !known.named && contradicts(known.first, fact) && !is_earlier(report, at) {
            if is_earlier(report, known.at) {
                *known = Stated { first: fact, at, named: false };
                continue;
            }
            known.named = true;
            findings.push(finding(known.first, fact, catalogue));
        }
    }
    findings.extend(catalogue.systems().iter().filter_map(|system| disagree(&stated, system, catalogue)));
    findings
}

/// The figures of two systems that count the same things and do not agree, in one finding.
fn disagree(stated: &HashMap<&str, Stated<'_>>, system: &System, catalogue: &Catalogue) -> Option<Finding> {
    let first = |id: &String| stated.get(id.as_str()).map(|stated| stated.first);
    let pairs = system.equal.iter().filter_map(|[one, other]| Some((first(one)?, first(other)?)));
    let mut pairs = pairs.filter(|(a, b)| contradicts(a, b));
    let (a, b) = pairs.next()?;
    let system = |fact: &Fact| fact.indicator.as_deref().and_then(|id| catalogue.system(id)).map(|s| s.name.clone());
    let message = format!(
        "{}: mục {} ghi {} nhưng mục {} ghi {}.",
        indicator_name::of_fact(a, catalogue),
        system(a).unwrap_or_default(),
        format(a.value),
        system(b).unwrap_or_default(),
        format(b.value)
    );
    let places = [a.span, b.span].into_iter().chain(pairs.flat_map(|(a, b)| [a.span, b.span]));
    Some(Finding::new(CODE, Severity::Warning, message, places.collect()).with_hint(ASK))
}

const ASK: &str = "Hỏi lại đơn vị lập báo cáo số nào đúng.";

/// The first figure of an indicator with its index, and whether its contradiction has been named.
struct Stated<'a> {
    first: &'a Fact,
    at: usize,
    named: bool,
}

/// Whether the words before a figure say that it is of an earlier period ("tháng trước là 1.250").
fn is_earlier(report: &Report, at: usize) -> bool {
    let last = at.checked_sub(1).map(|last| &report.facts[last]);
    let words = told::before(report, &report.facts[at], last);
    report.header.period.is_some_and(|period| told::earlier(&words, period).is_some())
}

fn contradicts(a: &Fact, b: &Fact) -> bool {
    a.value != b.value && (a.as_of.is_none() || b.as_of.is_none() || a.as_of == b.as_of)
}

fn finding(a: &Fact, b: &Fact, catalogue: &Catalogue) -> Finding {
    let (name, first, second) = (indicator_name::of_fact(a, catalogue), format(a.value), format(b.value));
    let message = format!("{name}: báo cáo ghi {first} ở một chỗ và {second} ở chỗ khác.");
    Finding::new(CODE, Severity::Warning, message, vec![b.span, a.span]).with_hint(ASK)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check;
    use expect_test::expect;

    #[test]
    fn a_figure_that_is_repeated_is_passed_over() {
        check(crate::check::twice::check, "docs.sent; 319\n docs.sent; 319", &expect![""]);
    }

    #[test]
    fn two_values_are_named_once() {
        check(
            crate::check::twice::check,
            "docs.sent; 319\n docs.sent; 391\n docs.sent; 400\n cert.total; 1",
            &expect![[r#"
            Warning stated_twice [391, 319]
            Văn bản đã gửi: báo cáo ghi 319 ở một chỗ và 391 ở chỗ khác.
            → Hỏi lại đơn vị lập báo cáo số nào đúng.
        "#]],
        );
    }

    #[test]
    fn approximate_figures_and_other_dates_contradict_nothing() {
        check(crate::check::twice::check, "docs.sent; ~60\n docs.sent; 64", &expect![""]);
        check(
            crate::check::twice::check,
            "other.ytd; 241; as_of 2022-02-10\n other.ytd; 243; as_of 2022-02-13",
            &expect![""],
        );
    }
}
