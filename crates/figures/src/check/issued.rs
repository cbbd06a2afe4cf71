//! The date of issue against the period: a report is signed when its period has begun, and not long after its end.
//!
//! | report | issued | finding |
//! |---|---|---|
//! | tháng 6 năm 2020 | 15/6/2020 | none |
//! | năm 2024 | 10/12/2024 | none: years are reported on before they end |
//! | tháng 6 năm 2022 | 10/01/2023 | warning |
//! | tháng 6 năm 2022 | `ngày … tháng 4 năm 2022` | warning |

use jiff::civil::Date;

use tonghop_model::finding::{Finding, Severity};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::outline::Issue;

/// The name of the rule.
pub const ISSUED: &str = "issued";

/// A date of issue that does not go with the period.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let header = &report.header;
    let (Some(period), Some(issue)) = (header.period, header.issue) else { return Vec::new() };
    let Some((start, end)) = period.window() else { return Vec::new() };
    let late = end.checked_add(jiff::Span::new().days(patience(period))).is_ok_and(|last| issue.earliest > last);
    let message = match () {
        () if issue.latest < start => {
            format!("Báo cáo {} nhưng ghi ngày ban hành {}, trước kỳ báo cáo.", period.name(), name(&issue))
        }
        () if late => {
            format!("Báo cáo {} nhưng ghi ngày ban hành {}, quá xa sau kỳ báo cáo.", period.name(), name(&issue))
        }
        () => return Vec::new(),
    };
    let places = [issue.span].into_iter().chain(header.period_span).collect();
    let hint = "Kiểm tra tháng, năm ở tiêu đề và ở ngày ban hành.";
    vec![Finding::new(ISSUED, Severity::Warning, message, places).with_hint(hint)]
}

/// How many days after the period's last figures it may be signed: more for the longer periods, which wait for others.
fn patience(period: Period) -> i32 {
    match period {
        Period::Month { .. } => 62,
        Period::Quarter { .. } | Period::HalfYear { .. } | Period::NineMonths { .. } => 92,
        Period::Year { .. } | Period::Span { .. } => 153,
    }
}

/// The date as far as it is filled in.
fn name(issue: &Issue) -> String {
    let (first, last) = (issue.earliest, issue.latest);
    let month = |date: Date| if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    match () {
        () if first == last => format!("{:02}/{}/{}", first.day(), month(first), first.year()),
        () if first.month() == last.month() => format!("tháng {}/{}", month(first), first.year()),
        () => format!("năm {}", first.year()),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_report;
    use expect_test::expect;

    fn report(date: &str, title: &str) -> String {
        format!(
            "UBND TỈNH AN LẠC\nSỞ MẪU\nSố: 12/BC-SM\nAn Lạc, {date}\nBÁO CÁO\n{title}\nI. KẾT QUẢ\n- Cấp 5 giấy phép."
        )
    }

    fn silent(date: &str, title: &str) {
        check_report(crate::check::issued::check, &report(date, title), &expect![""]);
    }

    #[test]
    fn dates_within_reach_are_passed_over() {
        silent("ngày 15 tháng 6 năm 2020", "Công tác tháng 6 năm 2020");
        silent("ngày 10 tháng 12 năm 2024", "Tổng kết công tác năm 2024");
        silent("ngày 05 tháng 6 năm 2022", "Kết quả 6 tháng đầu năm 2022");
        silent("ngày 10 tháng 01 năm 2023", "Kết quả công tác tháng 12 năm 2022");
        silent("ngày      tháng 02 năm 2022", "Kết quả công tác tháng 02 năm 2022");
        silent("ngày     tháng     năm 2022", "Kết quả công tác tháng 02 năm 2022");
    }

    #[test]
    fn dates_out_of_reach_are_named() {
        check_report(
            crate::check::issued::check,
            &report("ngày 10 tháng 01 năm 2023", "Kết quả công tác tháng 6 năm 2022"),
            &expect![[r#"
                Warning issued [ngày 10 tháng 01 năm 2023, tháng 6 năm 2022]
                Báo cáo tháng 6 năm 2022 nhưng ghi ngày ban hành 10/01/2023, quá xa sau kỳ báo cáo.
                → Kiểm tra tháng, năm ở tiêu đề và ở ngày ban hành.
            "#]],
        );
        check_report(
            crate::check::issued::check,
            &report("ngày     tháng 4 năm 2022", "Kết quả công tác tháng 6 năm 2022"),
            &expect![[r#"
                Warning issued [ngày     tháng 4 năm 2022, tháng 6 năm 2022]
                Báo cáo tháng 6 năm 2022 nhưng ghi ngày ban hành tháng 4/2022, trước kỳ báo cáo.
                → Kiểm tra tháng, năm ở tiêu đề và ở ngày ban hành.
            "#]],
        );
    }
}
