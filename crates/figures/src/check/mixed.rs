//! Figures of another length of time than the report: of a quarter in a half-year, of a day in a month.
//!
//! | report | finding |
//! |---|---|
//! | 6 tháng: `trong quý I tăng 961.829 lượt` | warning: the figure is of a quarter |
//! | 6 tháng: `trong quý I … 120; trong quý II … 130` | none: the half-year told by its quarters |
//! | tháng: `tiếp nhận trong ngày: 1` | info: the figure may be copied from a daily report |
//! | tháng: `trong ngày 02/02 tiếp nhận 5` | none: an event and its day |
//! | tháng 3: `trong quý I tăng 120` | none: a month may tell of its quarter |

use std::collections::BTreeSet;

use super::words::Words;
use tonghop_model::finding::{Finding, Severity};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "period_mix";

/// How a quarter is numbered behind its word.
const QUARTERS: [&str; 8] = ["i", "ii", "iii", "iv", "1", "2", "3", "4"];

/// Figures that the words before them put into another length of time.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let Some(period) = report.header.period else { return Vec::new() };
    let longer = matches!(period, Period::HalfYear { .. } | Period::NineMonths { .. } | Period::Year { .. });
    let (mut quarterly, mut daily, mut quarters) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut before: Option<&Fact> = None;
    for fact in &report.facts {
        let words = Words::before(report, fact, before, usize::MAX).all();
        before = Some(fact);
        if let Some(at) = last(&words, "quý").filter(|_| longer) {
            let number = words.get(at + 2).filter(|word| QUARTERS.contains(word));
            quarters.extend(number.map(|number| QUARTERS.iter().position(|known| known == number).map(|at| at % 4)));
            quarterly.push(fact.span);
        }
        if last(&words, "ngày").is_some_and(|at| words.get(at + 2).is_none_or(|word| !is_number(word))) {
            daily.push(fact.span);
        }
    }
    let mut found = Vec::new();
    if !quarterly.is_empty() && quarters.len() < 2 {
        let message = format!("Báo cáo {} nhưng có số liệu ghi là “trong quý”.", period.name());
        let hint = "Ghi số của cả kỳ, hoặc nói rõ tăng so với mốc nào.";
        found.push(Finding::new(CODE, Severity::Warning, message, quarterly).with_hint(hint));
    }
    if !daily.is_empty() {
        let message = format!("Báo cáo {} nhưng có số liệu ghi là “trong ngày”.", period.name());
        let hint = "Kiểm tra xem có chép từ báo cáo ngày; ghi số của cả kỳ.";
        found.push(Finding::new(CODE, Severity::Info, message, daily).with_hint(hint));
    }
    found
}

/// Where "trong" stands before a word for the last time.
fn last(words: &[&str], word: &str) -> Option<usize> {
    (0..words.len().saturating_sub(1)).rev().find(|&at| words[at] == "trong" && words[at + 1] == word)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_report;
    use expect_test::{Expect, expect};

    fn check(period: &str, text: &str, expected: &Expect) {
        check_report(
            crate::check::mixed::check,
            &format!("BÁO CÁO\nKết quả {period} năm 2022\nI. KẾT QUẢ\n{text}"),
            expected,
        );
    }

    #[test]
    fn a_quarter_in_a_half_year() {
        let text = "Tổng số lượt quét 2.197.509 lượt, trong quý I tăng 961.829 lượt.";
        check(
            "6 tháng đầu",
            text,
            &expect![[r#"
            Warning period_mix [961.829]
            Báo cáo 6 tháng đầu năm 2022 nhưng có số liệu ghi là “trong quý”.
            → Ghi số của cả kỳ, hoặc nói rõ tăng so với mốc nào.
        "#]],
        );
        check("công tác tháng 3", text, &expect![[""]]);
        check("6 tháng đầu", "Trong quý I cấp 120 giấy phép; trong quý II cấp 130 giấy phép.", &expect![[""]]);
    }

    #[test]
    fn a_day_in_a_month() {
        check(
            "công tác tháng 3",
            "- Tổng số phản ánh đã tiếp nhận trong ngày: 15 phản ánh.",
            &expect![[r#"
            Info period_mix [15]
            Báo cáo tháng 3 năm 2022 nhưng có số liệu ghi là “trong ngày”.
            → Kiểm tra xem có chép từ báo cáo ngày; ghi số của cả kỳ.
        "#]],
        );
        check("công tác tháng 3", "- Trong ngày 02/3/2022 tiếp nhận 15 phản ánh.", &expect![[""]]);
    }
}
