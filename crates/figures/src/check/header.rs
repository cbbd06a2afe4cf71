//! The head of a report: whether its period can be told, and whether what is planned lies behind it.
//!
//! | report | finding |
//! |---|---|
//! | báo cáo tháng 5/2021, kế hoạch tháng 6/2021 | none |
//! | no period | warning: it cannot be added to any month |
//! | báo cáo tuần 20 | warning: weeks are not consolidated |
//! | báo cáo tháng 5/2021, kế hoạch tháng 5/2021 or 7/2021 | warning: the plan should be of the next period |

use tonghop_model::finding::{Finding, Severity};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// The name of the rule on the period.
pub const PERIOD: &str = "period";
/// The name of the rule on the planned period.
pub const PLAN: &str = "plan_period";

/// What does not fit in the head.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let header = &report.header;
    let places: Vec<_> = header.period_span.into_iter().collect();
    let Some(period) = header.period else { return vec![missing(report)] };
    let late = header.plan_period.filter(|plan| !follows(*plan, period));
    let message =
        |plan: &str| format!("Báo cáo {} nhưng kế hoạch ghi {plan}, không phải kỳ tiếp theo.", period.name());
    late.map(|plan| Finding::new(PLAN, Severity::Warning, message(&plan.name()), places)).into_iter().collect()
}

fn missing(report: &Report) -> Finding {
    let header = &report.header;
    match header.other_period {
        Some(span) => Finding::new(
            PERIOD,
            Severity::Warning,
            "Báo cáo theo tuần, học kỳ hoặc năm học chưa tổng hợp được.",
            vec![span],
        )
        .with_hint("Dùng báo cáo tháng, quý, 6 tháng, 9 tháng hoặc năm."),
        None => Finding::new(PERIOD, Severity::Warning, "Không xác định được kỳ báo cáo.", Vec::new())
            .with_hint("Ghi rõ kỳ báo cáo ở tiêu đề, ví dụ “tháng 5 năm 2022”."),
    }
}

/// Whether a plan is of the period behind: of one kind the very next, of another kind one that begins later.
fn follows(plan: Period, period: Period) -> bool {
    let ordinal = |period: Period| {
        let per_year = 12 / period.months().count().max(1);
        usize::try_from(period.year()).unwrap_or(0) * per_year
            + usize::from(*period.months().start() - 1) * per_year / 12
    };
    match (plan, period) {
        (Period::NineMonths { .. }, _) | (_, Period::NineMonths { .. }) => begins_later(plan, period),
        _ if std::mem::discriminant(&plan) == std::mem::discriminant(&period) => ordinal(plan) == ordinal(period) + 1,
        _ => begins_later(plan, period),
    }
}

fn begins_later(plan: Period, period: Period) -> bool {
    match (plan.window(), period.window()) {
        (Some((start, _)), Some((_, end))) => start > end,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_header;
    use expect_test::expect;

    #[test]
    fn a_plan_for_the_next_period_is_passed_over() {
        check_header(crate::check::header::check, "2021-05; -; -; -; 2021-06", &expect![""]);
        check_header(crate::check::header::check, "2021-12; -; -; -; 2022-01", &expect![""]);
        check_header(crate::check::header::check, "2022-H1; -; -; -; 2022-H2", &expect![""]);
        check_header(crate::check::header::check, "2022-Q4; -; -; -; 2023-Q1", &expect![""]);
        check_header(crate::check::header::check, "2022-Q2; -; -; -; 2022-H2", &expect![""]);
        check_header(crate::check::header::check, "2022-12; -; -; -; 2023", &expect![""]);
        check_header(crate::check::header::check, "2021-05", &expect![""]);
    }

    #[test]
    fn a_missing_period_is_named() {
        check_header(
            crate::check::header::check,
            "-",
            &expect![[r#"
            Warning period []
            Không xác định được kỳ báo cáo.
            → Ghi rõ kỳ báo cáo ở tiêu đề, ví dụ “tháng 5 năm 2022”.
        "#]],
        );
    }

    #[test]
    fn a_plan_that_leaves_a_month_out_is_named() {
        check_header(
            crate::check::header::check,
            "2021-05; -; -; -; 2021-07",
            &expect![[r#"
            Warning plan_period []
            Báo cáo tháng 5 năm 2021 nhưng kế hoạch ghi tháng 7 năm 2021, không phải kỳ tiếp theo.
        "#]],
        );
    }

    #[test]
    fn a_plan_for_the_same_period_is_named() {
        check_header(
            crate::check::header::check,
            "2021-05; -; -; -; 2021-05",
            &expect![[r#"
            Warning plan_period []
            Báo cáo tháng 5 năm 2021 nhưng kế hoạch ghi tháng 5 năm 2021, không phải kỳ tiếp theo.
        "#]],
        );
        check_header(
            crate::check::header::check,
            "2022-H1; -; -; -; 2022-Q2",
            &expect![[r#"
            Warning plan_period []
            Báo cáo 6 tháng đầu năm 2022 nhưng kế hoạch ghi quý II năm 2022, không phải kỳ tiếp theo.
        "#]],
        );
    }
}
