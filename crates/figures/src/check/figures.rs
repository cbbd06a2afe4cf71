//! Whether a report has figures at all: a letter or a list of tasks read by mistake has none.
//!
//! | report | finding |
//! |---|---|
//! | one figure and more | none |
//! | none | warning: the official may have dropped the wrong file |

use tonghop_model::finding::{Finding, Severity};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// The name of the rule.
pub const FIGURES: &str = "no_figures";

/// The finding that there is nothing to add up.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    if !report.facts.is_empty() {
        return Vec::new();
    }
    let message = "Không tìm thấy số liệu nào trong tệp này.";
    vec![
        Finding::new(FIGURES, Severity::Warning, message, Vec::new())
            .with_hint("Kiểm tra xem đã chọn đúng tệp báo cáo chưa."),
    ]
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check;
    use expect_test::expect;

    #[test]
    fn a_report_without_figures_is_named() {
        check(
            crate::check::figures::check,
            "",
            &expect![[r#"
                Warning no_figures []
                Không tìm thấy số liệu nào trong tệp này.
                → Kiểm tra xem đã chọn đúng tệp báo cáo chưa.
            "#]],
        );
        check(crate::check::figures::check, "docs.sent; 5", &expect![""]);
    }
}
