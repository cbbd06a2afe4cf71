//! Brackets that are never closed: the figures behind may be parts of the figure before, or not.
//!
//! | text | finding |
//! |---|---|
//! | 469 (120 mới; 349 cũ) | none |
//! | 469 (120 mới; 349 cũ | info: only the bracket is missing, the parts make the total |
//! | 4.943 hồ sơ (3.596 trực tiếp, 1.347 trực tuyến, đã giải quyết 4.412 | warning: 4.412 is no part |

use rust_decimal::Decimal;

use tonghop_model::finding::{Finding, Severity};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "bracket";

/// Brackets behind a figure that are never closed.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let unclosed = report.relations.unclosed.iter();
    unclosed
        .filter_map(|unclosed| {
            let owner = report.facts.get(unclosed.owner)?;
            let inside: Vec<&Fact> = unclosed.inside.iter().filter_map(|&index| report.facts.get(index)).collect();
            let mut places = vec![unclosed.bracket, owner.span];
            let swallowed = behind(owner, &inside);
            let (severity, message) = match swallowed {
                [] => (Severity::Info, format!("Dấu ngoặc mở sau số {} không được đóng.", owner.raw)),
                [first, ..] => (
                    Severity::Warning,
                    format!(
                        "Dấu ngoặc mở sau số {} không được đóng, nên số {} có thể bị hiểu là một phần của nó.",
                        owner.raw, first.raw
                    ),
                ),
            };
            places.extend(swallowed.iter().map(|fact| fact.span));
            Some(Finding::new(CODE, severity, message, places).with_hint("Thêm dấu “)” vào sau phần chi tiết."))
        })
        .collect()
}

/// The figures behind those that already make the figure before the bracket.
fn behind<'a>(owner: &Fact, inside: &'a [&'a Fact]) -> &'a [&'a Fact] {
    let mut added = Decimal::ZERO;
    for (index, fact) in inside.iter().enumerate() {
        added = added.saturating_add(fact.value);
        if added == owner.value {
            return &inside[index + 1..];
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_text;
    use expect_test::expect;

    #[test]
    fn unclosed_brackets() {
        check_text(crate::check::bracket::check, "Có 120 hồ sơ (70 trực tiếp, 50 trực tuyến).", &expect![""]);
        check_text(
            crate::check::bracket::check,
            "Có 120 hồ sơ (70 trực tiếp, 50 trực tuyến.",
            &expect![[r#"
            Info bracket [(, 120]
            Dấu ngoặc mở sau số 120 không được đóng.
            → Thêm dấu “)” vào sau phần chi tiết.
        "#]],
        );
        check_text(
            crate::check::bracket::check,
            "Có 120 hồ sơ (70 trực tiếp, 50 trực tuyến, đã giải quyết 95 hồ sơ.",
            &expect![[r#"
                Warning bracket [(, 120, 95]
                Dấu ngoặc mở sau số 120 không được đóng, nên số 95 có thể bị hiểu là một phần của nó.
                → Thêm dấu “)” vào sau phần chi tiết.
            "#]],
        );
        check_text(crate::check::bracket::check, "Theo quy định (Luật số 12/2022/QH15, có 120 hồ sơ.", &expect![""]);
    }
}
