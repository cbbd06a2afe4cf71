//! Sets with longer reports, corrections, several agencies, spans of one's own, and the month before.

use expect_test::{Expect, expect};

use super::{check, check_set, render, sources_of};
use crate::consolidate::consolidate_as;
use crate::table::{Choice, Closing};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::testing;

/// The table of a choice, written with the period as its id.
fn check_choice(choice: &Choice, reports: &str, expected: &Expect) {
    let catalogue = testing::catalogue();
    let reports = sources_of(reports, &catalogue);
    let table = consolidate_as(&crate::consolidate::tests::named(&reports), choice, &catalogue);
    expected.assert_eq(&render(&table));
}

#[test]
fn a_quarter_stands_for_its_missing_month_and_is_never_added() {
    check(
        "2022-H1",
        "2022-01\ndocs.sent; 100\ndocs.signed; 50\ndocs.rate; 50\ncert.total; 20
         ---\n2022-03\ndocs.sent; 120\ndocs.signed; 60\ndocs.rate; 50\ncert.total; 30
         ---\n2022-04\ndocs.sent; 100\ndocs.signed; 50\ndocs.rate; 50
         ---\n2022-05\ndocs.sent; 100\ndocs.signed; 50\ndocs.rate; 50
         ---\n2022-06\ndocs.sent; 100\ndocs.signed; 50\ndocs.rate; 50
         ---\n2022-Q1\ndocs.sent; 330\ndocs.signed; 165\ncert.total; 31
         ---\n2022-Q2\ndocs.sent; 300\ndocs.signed; 155\ncert.total; 44",
        &expect![[r#"
            2022-H1 [0 - 1 2 3 4]
            | Văn bản đã gửi | 100 | – | 120 | 100 | 100 | 100 | 630 (sum)
                330 (quý I năm 2022) + 100 (tháng 4) + 100 (tháng 5) + 100 (tháng 6) = 630
                * Thiếu số liệu tháng 02: số của quý I năm 2022 lấy theo báo cáo quý I năm 2022.
            | Văn bản đã ký số | 50 | – | 60 | 50 | 50 | 50 | 315 (sum)
                165 (quý I năm 2022) + 50 (tháng 4) + 50 (tháng 5) + 50 (tháng 6) = 315
                * Thiếu số liệu tháng 02: số của quý I năm 2022 lấy theo báo cáo quý I năm 2022.
            | Tỷ lệ ký số | 50 | – | 50 | 50 | 50 | 50 | 50 (ratio)
                315 / 630 = 50%
            | Chứng thư số đang dùng | 20 | – | 30 | – | – | – | 44 (latest)
                Số mới nhất: quý II năm 2022
            = 2022-Q1
                Văn bản đã gửi | 330 | – | not_computed
                Văn bản đã ký số | 165 | – | not_computed
                Chứng thư số đang dùng | 31 | 30 | differs
            = 2022-Q2
                Văn bản đã gửi | 300 | 300 | agrees
                Văn bản đã ký số | 155 | 150 | differs
                Tỷ lệ ký số | – | 50 | not_stated
                Chứng thư số đang dùng | 44 | – | only_report
            Info not_monthly: “f” là báo cáo quý I năm 2022: không cộng vào các tháng, chỉ dùng để đối chiếu và bù tháng thiếu.
            Info not_monthly: “g” là báo cáo quý II năm 2022: không cộng vào các tháng, chỉ dùng để đối chiếu và bù tháng thiếu.
            Warning missing_months: Thiếu báo cáo tháng 02 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
            Warning period_differs: Chứng thư số đang dùng: báo cáo quý I năm 2022 (“f”) ghi 31, các tháng cho 30, lệch 1. → Đối chiếu báo cáo của kỳ với từng tháng.
            Warning period_differs: Văn bản đã ký số: báo cáo quý II năm 2022 (“g”) ghi 155, các tháng cho 150, lệch 5. → Đối chiếu báo cáo của kỳ với từng tháng.
        "#]],
    );
}

#[test]
fn a_quarter_that_lacks_company_fills_nothing() {
    check(
        "2022-H1",
        "2022-01\ndocs.sent; 100\n---\n2022-Q1\ndocs.sent; 330\n---\n2022-04\ndocs.sent; 100",
        &expect![[r#"
            2022-H1 [0 - - 2 - -]
            | Văn bản đã gửi | 100 | – | – | 100 | – | – | – (sum)
                Chưa cộng: thiếu số liệu tháng 02, tháng 3, tháng 5 và tháng 6.
                * Cộng 2 tháng có số liệu: 100 (tháng 01) + 100 (tháng 4) = 200.
            = 2022-Q1
                Văn bản đã gửi | 330 | – | not_computed
            Info not_monthly: “b” là báo cáo quý I năm 2022: không cộng vào các tháng, chỉ dùng để đối chiếu và bù tháng thiếu.
            Warning missing_months: Thiếu báo cáo tháng 02, tháng 3, tháng 5 và tháng 6 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
}

#[test]
fn a_half_year_is_held_against_its_months() {
    let months: Vec<String> = (1..=6)
        .map(|month| {
            format!("2022-0{month}\ndocs.sent; 1.00{month}\ndocs.signed; 900\ncert.total; {month}0\ndocs.rate; 89")
        })
        .collect();
    let half = "2022-H1\ndocs.sent; 6.030\ndocs.signed; 5.400\ndocs.rate; 89,7\ncert.total; ~61\nSố hội nghị đã họp; 7; hội nghị; flow";
    check(
        "2022-H1",
        &format!("{}\n---\n{half}", months.join("\n---\n")),
        &expect![[r#"
            2022-H1 [0 1 2 3 4 5]
            | Văn bản đã gửi | 1.001 | 1.002 | 1.003 | 1.004 | 1.005 | 1.006 | 6.021 (sum)
                1.001 (tháng 01) + 1.002 (tháng 02) + 1.003 (tháng 3) + 1.004 (tháng 4) + 1.005 (tháng 5) + 1.006 (tháng 6) = 6.021
            | Văn bản đã ký số | 900 | 900 | 900 | 900 | 900 | 900 | 5.400 (sum)
                900 (tháng 01) + 900 (tháng 02) + 900 (tháng 3) + 900 (tháng 4) + 900 (tháng 5) + 900 (tháng 6) = 5.400
            | Tỷ lệ ký số | 89 | 89 | 89 | 89 | 89 | 89 | 90 (ratio)
                5.400 / 6.021 = 90%
            | Chứng thư số đang dùng | 10 | 20 | 30 | 40 | 50 | 60 | 60 (latest)
                Số mới nhất: tháng 6/2022
            = 2022-H1
                Văn bản đã gửi | 6.030 | 6.021 | differs
                Văn bản đã ký số | 5.400 | 5.400 | agrees
                Tỷ lệ ký số | 89,7 | 89,7 | agrees
                Chứng thư số đang dùng | khoảng 61 | 60 | agrees
                Số hội nghị đã họp | 7 | – | only_report
            Info not_monthly: “g” là báo cáo 6 tháng đầu năm 2022: không cộng vào các tháng, chỉ dùng để đối chiếu và bù tháng thiếu.
            Warning period_against_months: Văn bản đã gửi: cộng các tháng 1.001 + 1.002 + 1.003 + 1.004 + 1.005 + 1.006 = 6.021, báo cáo cả kỳ ghi 6.030, lệch 9. → Đối chiếu báo cáo của kỳ với báo cáo các tháng; hỏi xem có tháng nào được điều chỉnh.
        "#]],
    );
}

#[test]
fn a_report_that_corrects_another_counts() {
    check_set(
        "2022-03",
        "2022-03; -; -; 2022-03-16\ndocs.sent; 1\n---\n2022-03; -; -; 2022-03-15\nBáo cáo này thay thế báo cáo số; 12; -; count\ndocs.sent; 2",
        &expect![[r#"
            2022-03 [1]
            Warning duplicate: Có hai báo cáo tháng 3 năm 2022: dùng “b” vì ghi là thay thế, đính chính; để riêng “a”. → Nếu “a” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “b” khỏi danh sách.
        "#]],
    );
}

#[test]
fn the_user_chooses_between_two_reports_of_a_month() {
    let choice = Choice { period: Period::parse("2022-03"), preferred: vec![0], ..Choice::default() };
    check_choice(
        &choice,
        "2022-03; -; -; 2022-03-14\ndocs.sent; 1\n---\n2022-03; -; -; 2022-03-15\ndocs.sent; 2",
        &expect![[r#"
            2022-03 [0]
            | Văn bản đã gửi | 1 | 1 (sum)
                1 (tháng 3)
            Warning duplicate: Có hai báo cáo tháng 3 năm 2022: dùng “a” theo lựa chọn, để riêng “b”. → Nếu “b” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “a” khỏi danh sách.
        "#]],
    );
}

#[test]
fn another_agency_can_be_switched_to() {
    let choice = Choice { agency: Some(2), ..Choice::default() };
    check_choice(
        &choice,
        "2022-01; Sở A; An Lạc\ndocs.sent; 1\n---\n2022-02; Sở A; An Lạc\ndocs.sent; 2\n---\n2022-02; Sở B; An Lạc\ndocs.sent; 7",
        &expect![[r#"
            2022-H1 [- 2 - - - -]
            | Văn bản đã gửi | – | 7 | – | – | – | – | – (sum)
                Chưa cộng: thiếu số liệu tháng 01, tháng 3, tháng 4, tháng 5 và tháng 6.
                * Cộng 1 tháng có số liệu: 7 (tháng 02).
            Warning other_agency: “a” là báo cáo của Sở A (An Lạc), không phải của Sở B (An Lạc), nên không được cộng. → Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.
            Warning other_agency: “b” là báo cáo của Sở A (An Lạc), không phải của Sở B (An Lạc), nên không được cộng. → Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.
            Warning missing_months: Thiếu báo cáo tháng 01, tháng 3, tháng 4, tháng 5 và tháng 6 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
}

#[test]
fn a_span_of_ones_own_runs_over_the_year() {
    check(
        "2021-11..2022-02",
        "2022-01\ndocs.sent; 3\ncert.total; 9\n---\n2021-11\ndocs.sent; 1\n---\n2021-12\ndocs.sent; 2\ncert.total; 8\n---\n2022-02\ndocs.sent; 4",
        &expect![[r#"
            2021-11..2022-02 [1 2 0 3]
            | Văn bản đã gửi | 1 | 2 | 3 | 4 | 10 (sum)
                1 (tháng 11/2021) + 2 (tháng 12/2021) + 3 (tháng 01/2022) + 4 (tháng 02/2022) = 10
            | Chứng thư số đang dùng | – | 8 | 9 | – | 9 (latest)
                Số mới nhất: tháng 01/2022
                * Chưa có số liệu tháng 02/2022; dùng số của tháng 01/2022.
        "#]],
    );
    check(
        "2021-11..2022-02",
        "2022-01\ndocs.sent; 3\n---\n2021-11\ndocs.sent; 1",
        &expect![[r#"
        2021-11..2022-02 [1 - 0 -]
        | Văn bản đã gửi | 1 | – | 3 | – | – (sum)
            Chưa cộng: thiếu số liệu tháng 12/2021 và tháng 02/2022.
            * Cộng 2 tháng có số liệu: 1 (tháng 11/2021) + 3 (tháng 01/2022) = 4.
        Warning missing_months: Thiếu báo cáo tháng 12/2021, tháng 02/2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
}

#[test]
fn second_half_nine_months_and_year() {
    let months: Vec<String> =
        (1..=12).map(|month| format!("2022-{month:02}\ndocs.sent; {month}\ncert.total; {month}0")).collect();
    let all = months.join("\n---\n");
    for (period, sum, stock) in
        [("2022-H2", "57", "120"), ("2022-9M", "45", "90"), ("2022", "78", "120"), ("2022-Q4", "33", "120")]
    {
        let table = crate::consolidate::tests::table(period, &all);
        let totals: Vec<String> = table.rows.iter().map(|row| row.total.unwrap().value.to_string()).collect();
        assert_eq!(totals, [sum, stock], "{period}");
        assert!(table.rows.iter().all(|row| row.missing.is_empty()), "{period}");
    }
}

#[test]
fn what_is_counted_up_grows_since_the_month_before() {
    check(
        "2022-Q1",
        "2021-12\nother.ytd; 400\n---\n2022-01\nother.ytd; 500\n---\n2022-02\nother.ytd; 800\n---\n2022-03\nother.ytd; ~900",
        &expect![[r#"
            2022-Q1 [1 2 3]
            | Lượt cài đặt lũy kế | 500 | 800 | khoảng 900 | khoảng 900 (latest)
                Số mới nhất: tháng 3/2022
                * Tăng trong kỳ: khoảng 900 − 400 (tháng 12/2021) = khoảng 500.
            Info earlier_period: Báo cáo tháng 12/2021 ngoài kỳ quý I năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
    check(
        "2022-Q1",
        "2021-12\nother.ytd; 4.000\n---\n2022-01\nother.ytd; 500\n---\n2022-02\nother.ytd; 800\n---\n2022-03\nother.ytd; 900",
        &expect![[r#"
            2022-Q1 [1 2 3]
            | Lượt cài đặt lũy kế | 500 | 800 | 900 | 900 (latest)
                Số mới nhất: tháng 3/2022
            Info earlier_period: Báo cáo tháng 12/2021 ngoài kỳ quý I năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
}

#[test]
fn a_change_is_derived_anew_in_points() {
    check(
        "2022-Q1",
        "2021-12\nother.coverage; 97,9\n---\n2022-01\nother.coverage; 98,5\nother.coverage_change; 0,6\n---\n2022-02\nother.coverage; 98,7\n\
         other.coverage_change; 0,2\n---\n2022-03\nother.coverage; 98,70\nother.coverage_change; 0",
        &expect![[r#"
            2022-Q1 [1 2 3]
            | Tỷ lệ phủ sóng | 98,5 | 98,7 | 98,70 | – (none)
                Không cộng tỷ lệ; chưa biết hai số để tính lại.
                * Số mới nhất: 98,70 (tháng 3).
            | Tăng tỷ lệ phủ sóng | 0,6 | 0,2 | 0 | 0,80 (difference)
                98,70 (tháng 3/2022) − 97,9 (tháng 12/2021) = 0,80 điểm phần trăm
            Info earlier_period: Báo cáo tháng 12/2021 ngoài kỳ quý I năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
}

#[test]
fn a_target_says_how_far_it_is() {
    check(
        "2022-Q1",
        "2022-01\nother.goal.target; 100\nother.goal.result; 90\n---\n2022-02\nother.goal.result; 95\n---\n2022-03\nother.goal.result; 96,5",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Hồ sơ trên mạng: chỉ tiêu | 100 | – | – | 100 (latest)
                Số mới nhất: tháng 01/2022
                * Chưa có số liệu tháng 3; dùng số của tháng 01.
            | – kết quả | 90 | 95 | 96,5 | 96,5 (latest)
                Số mới nhất: tháng 3/2022
                * Thấp hơn chỉ tiêu năm (100) 3,5 điểm phần trăm.
        "#]],
    );
}

#[test]
fn a_rate_is_the_mean_of_its_months_by_days() {
    let months = "2022-01\nother.minutes; 25,0\n---\n2022-02\nother.minutes; 25,0\n---\n2022-03\nother.minutes; 31,0";
    check(
        "2022-Q1",
        months,
        &expect![[r#"
        2022-Q1 [0 1 2]
        | Thời lượng phát sóng | 25,0 | 25,0 | 31,0 | 26,9 (mean)
            Bình quân theo ngày: (25,0 × 31 ngày + 25,0 × 31 ngày + 31,0 × 28 ngày) / 90 ngày = 26,9
            * Thay đổi trong kỳ: từ 25,0 (tháng 01) thành 31,0 (tháng 3).
    "#]],
    );
    let choice = Choice { period: Period::parse("2022-Q1"), closing: Closing::Calendar, ..Choice::default() };
    check_choice(
        &choice,
        months,
        &expect![[r#"
        2022-Q1 [0 1 2]
        | Thời lượng phát sóng | 25,0 | 25,0 | 31,0 | 27,1 (mean)
            Bình quân theo ngày: (25,0 × 31 ngày + 25,0 × 28 ngày + 31,0 × 31 ngày) / 90 ngày = 27,1
            * Thay đổi trong kỳ: từ 25,0 (tháng 01) thành 31,0 (tháng 3).
    "#]],
    );
    check(
        "2022-Q1",
        "2022-01\nother.minutes; 25\n---\n2022-03\nother.minutes; 31",
        &expect![[r#"
        2022-Q1 [0 - 1]
        | Thời lượng phát sóng | 25 | – | 31 | – (latest)
            Chưa tính bình quân: thiếu số liệu tháng 02.
            * Thay đổi trong kỳ: từ 25 (tháng 01) thành 31 (tháng 3).
        Warning missing_months: Thiếu báo cáo tháng 02 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
}

#[test]
fn nothing_is_nothing_only_if_every_month_says_so() {
    check(
        "2022-Q1",
        "2022-01\ndocs.sent; 0\n---\n2022-02\ndocs.sent; 0\n---\n2022-03\ndocs.sent; 0",
        &expect![[r#"
        2022-Q1 [0 1 2]
        | Văn bản đã gửi | 0 | 0 | 0 | 0 (sum)
            0 (tháng 01) + 0 (tháng 02) + 0 (tháng 3) = 0
    "#]],
    );
    check(
        "2022-Q1",
        "2022-01\ndocs.sent; 0\n---\n2022-02\n---\n2022-03\ndocs.sent; 0",
        &expect![[r#"
        2022-Q1 [0 1 2]
        | Văn bản đã gửi | 0 | – | 0 | – (sum)
            Chưa cộng: thiếu số liệu tháng 02.
            * Cộng 2 tháng có số liệu: 0 (tháng 01) + 0 (tháng 3) = 0.
    "#]],
    );
}

#[test]
fn figures_behind_the_closing_day_are_named() {
    let months = "2022-01\ncert.total; 5; as_of 2022-01-31\n---\n2022-02\ncert.total; 6; as_of 2022-02-14";
    check_set(
        "2022-01",
        months,
        &expect![[r#"
        2022-01 [0]
        Info other_period: “b” là báo cáo tháng 02 năm 2022, ngoài kỳ tháng 01 năm 2022, nên không dùng.
        Info late_figures: Báo cáo tháng 01 (“a”) có 1 số liệu tính đến sau ngày chốt 14/01/2022 (muộn nhất 31/01/2022). → Nếu đơn vị chốt số liệu theo tháng dương lịch, chọn “Theo lịch” ở “Tùy chọn” trên bảng.
    "#]],
    );
    let choice = Choice { period: Period::parse("2022-01"), closing: Closing::Calendar, ..Choice::default() };
    check_choice(
        &choice,
        months,
        &expect![[r#"
        2022-01 [0]
        | Chứng thư số đang dùng | 5 | 5 (latest)
            Số mới nhất: tháng 01/2022 (tính đến 31/01/2022)
        Info other_period: “b” là báo cáo tháng 02 năm 2022, ngoài kỳ tháng 01 năm 2022, nên không dùng.
    "#]],
    );
}

#[test]
fn other_classes_break_the_series() {
    check(
        "2022-Q1",
        "2022-01\ndvc.level3.received; 10\n---\n2022-02\ndvc.level3.received; 12\n---\n2022-03\ndvc.partial.received; 9",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Hồ sơ mức độ 3 | 10 | 12 | – | – (sum)
                Chưa cộng: thiếu số liệu tháng 3.
                * Cộng 2 tháng có số liệu: 10 (tháng 01) + 12 (tháng 02) = 22.
                * Các tháng ghi theo hai cách: mức độ 3, mức độ 4 và một phần, toàn trình; không cộng với nhau.
            | Hồ sơ một phần | – | – | 9 | – (sum)
                Chưa cộng: thiếu số liệu tháng 01 và tháng 02.
                * Cộng 1 tháng có số liệu: 9 (tháng 3).
                * Các tháng ghi theo hai cách: mức độ 3, mức độ 4 và một phần, toàn trình; không cộng với nhau.
            Info series_break: Có tháng ghi theo mức độ 3, mức độ 4, có tháng ghi theo một phần, toàn trình. Xếp loại lại dịch vụ công không phải là đổi tên, nên hai cách ghi không được cộng hay so sánh với nhau.
        "#]],
    );
}
