//! Parts whose label got lost: "1.858 dịch vụ (571 dịch vụ; mức 4: 1.057 dịch vụ)".
//!
//! | report | finding |
//! |---|---|
//! | every part says what it is | none |
//! | a part does not, and only its place tells | warning: read as what is missing beside its neighbours |

use tonghop_model::finding::{Finding, Severity};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::indicator_name;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "unlabelled";

/// Figures that are read by their place alone.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let facts = report.relations.unlabelled.iter().filter_map(|&index| report.facts.get(index));
    let finding = |fact| {
        let fact: &tonghop_series::fact::Fact = fact;
        let message = format!(
            "Số {} không ghi là số gì; theo vị trí thì đọc là “{}”.",
            fact.raw,
            indicator_name::of_fact(fact, catalogue)
        );
        Finding::new(CODE, Severity::Warning, message, vec![fact.span])
            .with_hint("Đối chiếu với nguồn số liệu, rồi ghi thêm tên gọi vào trước số này.")
    };
    facts.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_text;
    use expect_test::expect;

    #[test]
    fn a_part_without_its_label() {
        let text = |label: &str| {
            format!(
                "- Hệ thống Cổng dịch vụ công của tỉnh cung cấp 1.900 dịch vụ công ({label}600 dịch vụ (chiếm tỷ lệ 31,58%); mức 4: 1.100 dịch vụ (chiếm tỷ lệ 57,89%))."
            )
        };
        check_text(crate::check::unlabelled::check, &text("mức 3: "), &expect![""]);
        check_text(
            crate::check::unlabelled::check,
            &text(""),
            &expect![[r#"
            Warning unlabelled [600]
            Số 600 không ghi là số gì; theo vị trí thì đọc là “Dịch vụ công cung cấp trên Cổng – mức độ 3”.
            → Đối chiếu với nguồn số liệu, rồi ghi thêm tên gọi vào trước số này.
        "#]],
        );
    }
}
