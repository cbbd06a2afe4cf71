//! The rules between months, on tables of a few reports.

#![allow(clippy::unwrap_used, reason = "a mistake in a test's own notation should stop the test")]

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::consolidate::consolidate;
use crate::table::Source;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_series::testing;

/// What the rules of some codes find between reports; each report is a period and its figures.
fn check(codes: &[&str], reports: &[(&str, &str)], expected: &Expect) {
    let catalogue: Catalogue = serde_json::from_str(CATALOGUE).map(Catalogue::new).unwrap();
    let report =
        |(period, facts): &(&str, &str)| testing::report(&format!("{period}; Sở Mẫu; An Lạc\n{facts}"), &catalogue);
    let reports: Vec<Report> = reports.iter().map(report).collect();
    let sources: Vec<Source<'_>> = reports.iter().map(|report| Source { name: "a", report }).collect();
    let table = consolidate(&sources, Period::parse("2022-Q1"), &catalogue);
    let mut out = String::new();
    for finding in table.findings.iter().filter(|finding| codes.contains(&finding.code)) {
        let places = finding.places.len();
        let operands =
            finding.proof.calculations.iter().map(|calculation| calculation.operands.len() + 1).sum::<usize>();
        let _ = writeln!(
            out,
            "{:?} ({places} places, {operands} in the calculation) {}",
            finding.severity, finding.message
        );
    }
    expected.assert_eq(&out);
}

const CATALOGUE: &str = r#"[{"id": "x", "name": "Mẫu", "indicator": [
    {"id": "x.sent", "name": "Văn bản đã gửi", "unit": "văn bản", "kind": "flow"},
    {"id": "x.boxes", "name": "Tăng, nâng tổng số hộp thư", "unit": "hộp thư", "kind": "stock"},
    {"id": "x.installs", "name": "Lượt cài đặt lũy kế", "unit": "lượt", "kind": "cumulative"},
    {"id": "x.rate", "name": "Tỷ lệ so với dân số", "unit": "%", "kind": "ratio"},
    {"id": "x.rate_change", "name": "Mức tăng tỷ lệ", "unit": "%", "kind": "change", "points": true}
]}]"#;

#[test]
fn a_difference_is_that_of_the_two_months() {
    let rate = |change: &'static str| [("2022-01", "x.rate; 20,01"), ("2022-02", change)];
    check(&["change"], &rate("x.rate; 20,33\nx.rate_change; 0,32"), &expect![[""]]);
    check(&["change"], &rate("x.rate; 20,33\nx.rate_change; 0,33"), &expect![[""]]);
    check(
        &["change"],
        &rate("x.rate; 20,33\nx.rate_change; 1,60"),
        &expect![[r#"
        Warning (3 places, 3 in the calculation) Tỷ lệ so với dân số: 20,33% (tháng 02) − 20,01% (tháng 01) = 0,32 điểm phần trăm, báo cáo tháng 02 ghi 1,60%, lệch 1,28.
    "#]],
    );
    check(
        &["change"],
        &[("2022-01", "x.rate; 20,01"), ("2022-03", "x.rate; 20,33\nx.rate_change; 1,60")],
        &expect![[""]],
    );
}

#[test]
fn the_periods_report_is_held_against_its_months() {
    let months = |whole: &'static str| {
        [("2022-01", "x.sent; 100"), ("2022-02", "x.sent; 120"), ("2022-03", "x.sent; 110"), ("2022-Q1", whole)]
    };
    let codes = &["period_against_months"];
    check(codes, &months("x.sent; 330"), &expect![[""]]);
    check(codes, &months("x.sent; ~300"), &expect![[""]]);
    check(
        codes,
        &months("x.sent; 350"),
        &expect![[r#"
        Warning (4 places, 4 in the calculation) Văn bản đã gửi: cộng các tháng 100 + 120 + 110 = 330, báo cáo cả kỳ ghi 350, lệch 20.
    "#]],
    );
    check(codes, &[("2022-01", "x.sent; 100"), ("2022-Q1", "x.sent; 350")], &expect![[""]]);
    check(
        codes,
        &[("2022-01", "x.sent; 400"), ("2022-Q1", "x.sent; 350")],
        &expect![[r#"
        Warning (2 places, 2 in the calculation) Văn bản đã gửi: cộng các tháng đã có 400 = 400, báo cáo cả kỳ ghi 350, lệch 50.
    "#]],
    );
    check(
        codes,
        &[("2022-01", "x.installs; 1.310"), ("2022-Q1", "x.installs; 1.290")],
        &expect![[r#"
        Warning (2 places, 0 in the calculation) Lượt cài đặt lũy kế: báo cáo cả kỳ ghi lũy kế 1.290, ít hơn 1.310 của báo cáo tháng 01.
    "#]],
    );
}

#[test]
fn a_figure_that_did_not_grow_though_the_text_says_so() {
    let label = "Tăng thêm, nâng tổng số hộp thư";
    let month = |value: &str| format!("{label}; {value}; hộp thư; stock");
    let (same, more) = (month("7.790"), month("7.802"));
    check(
        &["unchanged"],
        &[("2022-01", &same), ("2022-02", &same)],
        &expect![[r#"
        Info (2 places, 0 in the calculation) Tăng thêm, nâng tổng số hộp thư: vẫn là 7.790 như tháng 01, dù câu văn nói là có tăng.
    "#]],
    );
    check(&["unchanged"], &[("2022-01", &same), ("2022-02", &more)], &expect![[""]]);
    let quiet = "Số hộp thư hiện có; 7.790; hộp thư; stock";
    check(&["unchanged"], &[("2022-01", quiet), ("2022-02", quiet)], &expect![[""]]);
}

/// What the rules of some codes find between reports that are read like any other; each is a period and its body.
fn check_texts(codes: &[&str], reports: &[(&str, &str)], expected: &Expect) {
    let catalogue = Catalogue::shipped();
    let report = |(period, body): &(&str, &str)| {
        let text =
            format!("UBND TỈNH AN LẠC\n\nSỞ MẪU\n\nBÁO CÁO\n\nKết quả công tác {period}\n\nI. KẾT QUẢ\n\n{body}\n");
        crate::report::read("b.txt", text.as_bytes(), &catalogue).unwrap()
    };
    let read: Vec<Report> = reports.iter().map(report).collect();
    let sources: Vec<Source<'_>> =
        read.iter().zip(["a.txt", "b.txt", "c.txt"]).map(|(report, name)| Source { name, report }).collect();
    let table = consolidate(&sources, Period::parse("2022-Q1"), &catalogue);
    let mut out = String::new();
    for finding in table.findings.iter().filter(|finding| codes.contains(&finding.code)) {
        let quote = |place: &tonghop_model::finding::Place| {
            let text: Vec<char> = read[place.report].document.text.chars().collect();
            format!(
                "{}:{}",
                sources[place.report].name,
                text[place.span.start..place.span.end].iter().collect::<String>()
            )
        };
        let places: Vec<String> = finding.places.iter().map(quote).collect();
        let _ = writeln!(out, "{:?} [{}] {}", finding.severity, places.join(", "), finding.message);
    }
    expected.assert_eq(&out);
}

#[test]
fn a_figure_told_again_is_held_against_the_earlier_report() {
    let check = |before: &str, after: &str, expected: &Expect| {
        check_texts(&["restated"], &[("tháng 02 năm 2022", before), ("tháng 3 năm 2022", after)], expected);
    };
    let before = "- Trong tháng tiếp nhận 1.205 hồ sơ.";
    let silent = expect![[""]];
    check(before, "- Trong tháng tiếp nhận 1.320 hồ sơ, tăng 115 hồ sơ so với tháng trước (1.205 hồ sơ).", &silent);
    check(before, "- Trong tháng tiếp nhận 1.320 hồ sơ, tháng trước hơn 1.200 hồ sơ.", &silent);
    check(before, "- Trong tháng tiếp nhận 1.320 hồ sơ, tăng so với tháng trước (115 hồ sơ).", &silent);
    check(before, "- Trong tháng tiếp nhận 1.320 hồ sơ, tháng trước 12 công văn.", &silent);
    check(before, "- Trong tháng tiếp nhận 1.320 hồ sơ; từ tháng 01 đến tháng 02 là 2.410 hồ sơ.", &silent);
    check(
        before,
        "- Trong tháng tiếp nhận 1.320 hồ sơ, tăng 70 hồ sơ so với tháng trước (1.250 hồ sơ).",
        &expect![[r#"
            Warning [b.txt:1.250, a.txt:1.205] hồ sơ tiếp nhận: “b.txt” ghi số của tháng 02/2022 là 1.250, còn báo cáo tháng 02/2022 (“a.txt”) ghi 1.205, lệch 45.
        "#]],
    );
    check(
        before,
        "- Trong tháng tiếp nhận 1.320 hồ sơ (tháng 02/2022 là 1.250 hồ sơ).",
        &expect![[r#"
        Warning [b.txt:1.250, a.txt:1.205] hồ sơ tiếp nhận: “b.txt” ghi số của tháng 02/2022 là 1.250, còn báo cáo tháng 02/2022 (“a.txt”) ghi 1.205, lệch 45.
    "#]],
    );
    check(
        "- Số người dùng hệ thống iOffice là 7.381 người dùng.",
        "- Số người dùng hệ thống iOffice là 7.401 người dùng (tháng 02 là 7.318 người dùng).",
        &expect![[r#"
            Warning [b.txt:7.318, a.txt:7.381] Người dùng trên hệ thống: “b.txt” ghi số của tháng 02/2022 là 7.318, còn báo cáo tháng 02/2022 (“a.txt”) ghi 7.381, lệch 63.
        "#]],
    );
}

#[test]
fn a_figure_of_the_year_before_is_held_against_its_report() {
    let body =
        |year_ago: &str| format!("- Thu ngân sách trên địa bàn 120,5 tỷ đồng, cùng kỳ năm trước {year_ago} tỷ đồng.");
    let check = |year_ago: &str, expected: &Expect| {
        let (before, after) = ("- Thu ngân sách trên địa bàn 110,25 tỷ đồng.", body(year_ago));
        check_texts(&["restated"], &[("tháng 3 năm 2021", before), ("tháng 3 năm 2022", &after)], expected);
    };
    // Rounding allows for both.
    check("110,3", &expect![[""]]);
    check(
        "112,3",
        &expect![[r#"
        Warning [b.txt:112,3, a.txt:110,25] Thu ngân sách trên địa bàn: “b.txt” ghi số của tháng 3/2021 là 112,3, còn báo cáo tháng 3/2021 (“a.txt”) ghi 110,25, lệch 2,05.
    "#]],
    );
}

#[test]
fn what_no_catalogue_knows_is_counted_up_too() {
    let check = |month: [&str; 2], before: &str, after: &str, expected: &Expect| {
        let body = |total: &str, of: &str| {
            format!("- Lũy kế từ đầu năm đến nay đã xử lý {total} phản ánh, trong tháng xử lý {of} phản ánh.")
        };
        let (first, second) = (body(before, "90"), body(after, "120"));
        check_texts(&["roll_forward"], &[(month[0], &first), (month[1], &second)], expected);
    };
    let months = ["tháng 02 năm 2022", "tháng 3 năm 2022"];
    check(months, "440", "560", &expect![[""]]);
    check(["tháng 01 năm 2022", "tháng 3 năm 2022"], "440", "580", &expect![[""]]);
    check(
        months,
        "440",
        "580",
        &expect![[r#"
        Warning [b.txt:580, a.txt:440, b.txt:120] phản ánh xử lý: lũy kế 440 (tháng 02) + 120 (tháng 3) = 560, báo cáo tháng 3 ghi 580, lệch 20.
    "#]],
    );
}

#[test]
fn a_rise_or_fall_is_held_against_the_earlier_report() {
    let check = |told: &str, expected: &Expect| {
        let after = format!("- Trong tháng tiếp nhận 1.320 hồ sơ, {told}.");
        let before = "- Trong tháng tiếp nhận 1.205 hồ sơ.";
        check_texts(&["change"], &[("tháng 02 năm 2022", before), ("tháng 3 năm 2022", &after)], expected);
    };
    check("tăng 115 hồ sơ so với tháng trước", &expect![[""]]);
    check("tăng gần 120 hồ sơ so với tháng trước", &expect![[""]]);
    check("tăng 9,54% so với tháng trước", &expect![[""]]);
    check("tăng 70 hồ sơ so với kế hoạch", &expect![[""]]);
    check("tăng 70 hồ sơ so với cùng kỳ", &expect![[""]]);
    check("giải quyết 1.275 hồ sơ, tăng 70 hồ sơ so với tháng trước", &expect![[""]]);
    check(
        "tăng 70 hồ sơ so với tháng trước",
        &expect![[r#"
        Warning [b.txt:70, b.txt:1.320, a.txt:1.205] hồ sơ tiếp nhận: 1.320 so với 1.205 của tháng 02/2022 là tăng 115, báo cáo ghi tăng 70, lệch 45.
    "#]],
    );
    check(
        "giảm 115 hồ sơ so với tháng 02",
        &expect![[r#"
        Warning [b.txt:115, b.txt:1.320, a.txt:1.205] hồ sơ tiếp nhận: 1.320 so với 1.205 của tháng 02/2022 là tăng 115, báo cáo ghi giảm 115, lệch 230.
    "#]],
    );
    check(
        "tăng 5,8% so với tháng trước",
        &expect![[r#"
            Warning [b.txt:5,8%, b.txt:1.320, a.txt:1.205] hồ sơ tiếp nhận: 1.320 so với 1.205 của tháng 02/2022 là tăng 9,5%, báo cáo ghi tăng 5,8%, lệch 3,7 điểm phần trăm.
        "#]],
    );
}
