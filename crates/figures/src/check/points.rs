//! The difference of two percentages is counted in percentage points.
//!
//! | text | finding |
//! |---|---|
//! | đạt 20,33% dân số (tăng 0,32 điểm phần trăm) | none |
//! | đạt 20,33% dân số (tăng 0,32% so với tháng trước) | warning: 0,32 điểm phần trăm |
//!
//! Only indicators that the catalogue marks as `points` are meant: "tăng 5%" of a count is its growth.

use tonghop_model::finding::{Finding, Severity};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::indicator_name;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "points";

/// Differences of percentages that are printed as percentages.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let is_points = |id: &String| catalogue.indicator(id).is_some_and(|indicator| indicator.points);
    let facts = report.facts.iter().filter(|fact| fact.indicator.as_ref().is_some_and(is_points));
    let finding = |fact| {
        let fact: &tonghop_series::fact::Fact = fact;
        let figure = fact.raw.trim_end_matches(['%', ' ']);
        let message = format!(
            "{}: {} là hiệu của hai tỷ lệ, phải ghi là {figure} điểm phần trăm.",
            indicator_name::of_fact(fact, catalogue),
            fact.raw
        );
        Finding::new(CODE, Severity::Warning, message, vec![fact.span])
            .with_hint(format!("Sửa “{}” thành “{figure} điểm phần trăm”.", fact.raw))
    };
    facts.filter(|fact| fact.raw.ends_with('%')).map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_text;
    use expect_test::expect;

    #[test]
    fn the_difference_of_percentages() {
        let text = |change: &str| {
            format!(
                "Ứng dụng PC-Covid: lũy kế đến ngày 13/02/2022 là 205.200 lượt cài đặt, đạt 20,33% so dân số (tăng {change} so với tháng trước)."
            )
        };
        check_text(
            crate::check::points::check,
            &text("0,32%"),
            &expect![[r#"
            Warning points [0,32%]
            Lượt cài đặt PC-Covid (lũy kế) – tăng tỷ lệ so với dân số (điểm phần trăm): 0,32% là hiệu của hai tỷ lệ, phải ghi là 0,32 điểm phần trăm.
            → Sửa “0,32%” thành “0,32 điểm phần trăm”.
        "#]],
        );
        check_text(crate::check::points::check, &text("0,32 điểm phần trăm"), &expect![""]);
        check_text(crate::check::points::check, "Doanh thu đạt 97% kế hoạch, tăng 5% so với cùng kỳ.", &expect![""]);
    }
}
