//! A period against the year before and the period before.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::{named, sources_of};
use crate::consolidate::consolidate_as;
use crate::table::wording::figure;
use crate::table::{Against, Choice, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::testing;

fn table(choice: &Choice, reports: &str) -> Table {
    let catalogue = testing::catalogue();
    let reports = sources_of(reports, &catalogue);
    consolidate_as(&named(&reports), choice, &catalogue)
}

fn check(period: &str, reports: &str, expected: &Expect) {
    let choice = Choice { period: Period::parse(period), ..Choice::default() };
    expected.assert_eq(&render(&table(&choice, reports)));
}

fn render(table: &Table) -> String {
    let mut out = String::new();
    for (at, one) in table.comparisons.iter().enumerate() {
        let _ = writeln!(out, "{} {}", one.against.name(), one.period.id());
        for row in &table.rows {
            let compared = &row.compared[at];
            let or = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
            let difference = or(compared.difference.map(|total| figure(total.value, total.approximate)));
            let percent = or(compared.percent.map(format));
            let _ = writeln!(out, "| {} | {difference} | {percent} | {}", row.label, compared.derivation);
        }
    }
    for finding in &table.findings {
        let _ = writeln!(out, "{:?} {}: {}", finding.severity, finding.code, finding.message);
    }
    out
}

const QUARTERS: &str = "2021-01\ndocs.sent; 100\ndocs.signed; 40\ndocs.rate; 40,00\ncert.total; 10\nother.change; 1
    ---\n2021-02\ndocs.sent; 100\ndocs.signed; 40\ndocs.rate; 40,00\ncert.total; 12\nother.change; 1
    ---\n2021-03\ndocs.sent; 100\ndocs.signed; 40\ndocs.rate; 40,00\ncert.total; 14\nother.change; 1
    ---\n2022-01\ndocs.sent; 110\ndocs.signed; 55\ndocs.rate; 50,00\ncert.total; 21\nother.change; 1\ncert.issued; 1
    ---\n2022-02\ndocs.sent; ~110\ndocs.signed; 55\ndocs.rate; 50,00\ncert.total; 22\nother.change; 1\ncert.issued; 1
    ---\n2022-03\ndocs.sent; 113\ndocs.signed; 55\ndocs.rate; 50,00\ncert.total; 7\nother.change; 1\ncert.issued; 1";

#[test]
fn the_year_before() {
    check(
        "2022-Q1",
        QUARTERS,
        &expect![[r#"
        year_before 2021-Q1
        | Văn bản đã gửi | khoảng 33 | 11,00 | khoảng 333 − 300 = khoảng 33; bằng 11,00% của 300
        | Văn bản đã ký số | 45 | 37,50 | 165 − 120 = 45; bằng 37,50% của 120
        | Tỷ lệ ký số | khoảng 9,55 | – | khoảng 49,55 − 40,00 = khoảng 9,55 điểm phần trăm
        | Chứng thư số cấp mới | – | – | Không so sánh: quý I năm 2021 không có số liệu này.
        | Chứng thư số đang dùng | -7 | -50,00 | 7 − 14 = -7; bằng -50,00% của 14
        | Tăng so với tháng trước | – | – | Không so sánh số tăng, giảm.
        Info earlier_period: Báo cáo tháng 01/2021, tháng 02/2021, tháng 3/2021 ngoài kỳ quý I năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        Info roll_forward: Chứng thư số đang dùng: 22 (tháng 02) + 1 = 23, báo cáo tháng 3 ghi 7, ít hơn 16.
    "#]],
    );
}

#[test]
fn the_period_before_as_one_report_states_it() {
    check(
        "2022-Q1",
        "2021-Q4\ndocs.sent; 90\ncert.total; 18\n---\n2022-01\ndocs.sent; 30\ncert.total; 20
         ---\n2022-02\ndocs.sent; 30\n---\n2022-03\ndocs.sent; 39",
        &expect![[r#"
            period_before 2021-Q4
            | Văn bản đã gửi | 9 | 10,00 | 99 − 90 = 9; bằng 10,00% của 90
            | Chứng thư số đang dùng | – | – | Không so sánh: hai số không cùng ở cuối kỳ.
            Info earlier_period: Báo cáo quý IV năm 2021 ngoài kỳ quý I năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
}

#[test]
fn a_base_that_lacks_months_is_no_base() {
    check(
        "2022-Q1",
        "2021-01\ndocs.sent; 90\n---\n2021-02\ndocs.sent; 90\ncert.total; 5\n---\n2022-01\ndocs.sent; 30\n---\n2022-02\ndocs.sent; 30\n---\n2022-03\ndocs.sent; 39\ncert.total; 6",
        &expect![[r#"
            year_before 2021-Q1
            | Văn bản đã gửi | – | – | Không so sánh: thiếu số liệu tháng 3 năm 2021.
            | Chứng thư số đang dùng | – | – | Không so sánh: hai số không cùng ở cuối kỳ.
            Info earlier_period: Báo cáo tháng 01/2021, tháng 02/2021 ngoài kỳ quý I năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
}

#[test]
fn other_classes_are_not_compared() {
    check(
        "2022-01",
        "2021-01\ndvc.level3.received; 100\n---\n2022-01\ndvc.partial.received; 130",
        &expect![[r#"
            year_before 2021-01
            | Hồ sơ một phần | – | – | Không so sánh: số liệu tháng 01 năm 2021 được phân loại khác (mức độ 3, mức độ 4, một phần, toàn trình).
            Info earlier_period: Báo cáo tháng 01/2021 ngoài kỳ tháng 01 năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
}

#[test]
fn a_comparison_can_be_left_out() {
    let choice = Choice { period: Period::parse("2022-Q1"), without: vec![Against::YearBefore], ..Choice::default() };
    let table = table(&choice, QUARTERS);
    assert!(table.comparisons.is_empty() && table.rows.iter().all(|row| row.compared.is_empty()));
}
