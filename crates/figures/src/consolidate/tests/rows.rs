//! What the months of one row make.

use expect_test::expect;

use super::{check, table};
use crate::consolidate::consolidate;
use crate::table::Source;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::testing;

#[test]
fn six_months_in_any_order_make_a_half_year() {
    check(
        "",
        "2022-03; Sở Mẫu; An Lạc
         docs.sent; 1.300
         docs.signed; 1.100
         docs.rate; 84,62
         cert.total; 40
         ---
         2022-01; Sở Mẫu; An Lạc
         docs.sent; 1.100
         docs.signed; 900
         docs.rate; 81,82
         cert.total; 20; as_of 2022-01-14
         ---
         2022-02; Sở Mẫu; An Lạc
         docs.sent; 1.200
         docs.signed; 1.000
         docs.rate; 83,33
         cert.total; 30
         ---
         2022-05; Sở Mẫu; An Lạc
         docs.sent; 1.500
         docs.signed; 1.300
         docs.rate; 86,67
         ---
         2022-04; Sở Mẫu; An Lạc
         docs.sent; 1.400
         docs.signed; 1.200
         docs.rate; 85,71
         cert.total; 50
         ---
         2022-06; Sở Mẫu; An Lạc
         docs.sent; 1.600
         docs.signed; 1.400
         docs.rate; 87,5
         cert.total; 70; as_of 2022-06-14",
        &expect![[r#"
            2022-H1 [1 2 0 4 3 5]
            | Văn bản đã gửi | 1.100 | 1.200 | 1.300 | 1.400 | 1.500 | 1.600 | 8.100 (sum)
                1.100 (tháng 01) + 1.200 (tháng 02) + 1.300 (tháng 3) + 1.400 (tháng 4) + 1.500 (tháng 5) + 1.600 (tháng 6) = 8.100
            | Văn bản đã ký số | 900 | 1.000 | 1.100 | 1.200 | 1.300 | 1.400 | 6.900 (sum)
                900 (tháng 01) + 1.000 (tháng 02) + 1.100 (tháng 3) + 1.200 (tháng 4) + 1.300 (tháng 5) + 1.400 (tháng 6) = 6.900
            | Tỷ lệ ký số | 81,82 | 83,33 | 84,62 | 85,71 | 86,67 | 87,5 | 85,19 (ratio)
                6.900 / 8.100 = 85,19%
            | Chứng thư số đang dùng | 20 | 30 | 40 | 50 | – | 70 | 70 (latest)
                Số mới nhất: tháng 6/2022 (tính đến 14/6/2022)
        "#]],
    );
}

#[test]
fn a_missing_month_is_a_gap_and_never_a_guess() {
    check(
        "2022-Q1",
        "2022-01
         docs.sent; 1.000
         docs.signed; 500
         docs.rate; 50,00
         cert.total; 20
         ---
         2022-02
         docs.sent; 1.000
         docs.signed; 500
         docs.rate; 50,00
         cert.total; 30",
        &expect![[r#"
            2022-Q1 [0 1 -]
            | Văn bản đã gửi | 1.000 | 1.000 | – | – (sum)
                Chưa cộng: thiếu số liệu tháng 3.
                * Cộng 2 tháng có số liệu: 1.000 (tháng 01) + 1.000 (tháng 02) = 2.000.
            | Văn bản đã ký số | 500 | 500 | – | – (sum)
                Chưa cộng: thiếu số liệu tháng 3.
                * Cộng 2 tháng có số liệu: 500 (tháng 01) + 500 (tháng 02) = 1.000.
            | Tỷ lệ ký số | 50,00 | 50,00 | – | – (ratio)
                Không tính lại được: chưa có số của “Văn bản đã ký số”.
            | Chứng thư số đang dùng | 20 | 30 | – | 30 (latest)
                Số mới nhất: tháng 02/2022
                * Chưa có số liệu tháng 3; dùng số của tháng 02.
            Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
}

#[test]
fn a_figure_that_one_report_leaves_out_is_missing_too() {
    check(
        "2022-Q1",
        "2022-01\ndocs.sent; 1\n---\n2022-02\n---\n2022-03\ndocs.sent; 3",
        &expect![[r#"
        2022-Q1 [0 1 2]
        | Văn bản đã gửi | 1 | – | 3 | – (sum)
            Chưa cộng: thiếu số liệu tháng 02.
            * Cộng 2 tháng có số liệu: 1 (tháng 01) + 3 (tháng 3) = 4.
    "#]],
    );
}

#[test]
fn a_ratio_is_rounded_half_up_from_the_sums() {
    check(
        "2022-Q1",
        "2022-01\ndocs.sent; 5.000\ndocs.signed; 469\ndocs.rate; 9,4
         ---\n2022-02\ndocs.sent; 5.000\ndocs.signed; 1.000\ndocs.rate; 20,00
         ---\n2022-03\ndocs.sent; 10.000\ndocs.signed; 1.000\ndocs.rate; 10",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Văn bản đã gửi | 5.000 | 5.000 | 10.000 | 20.000 (sum)
                5.000 (tháng 01) + 5.000 (tháng 02) + 10.000 (tháng 3) = 20.000
            | Văn bản đã ký số | 469 | 1.000 | 1.000 | 2.469 (sum)
                469 (tháng 01) + 1.000 (tháng 02) + 1.000 (tháng 3) = 2.469
            | Tỷ lệ ký số | 9,4 | 20,00 | 10 | 12,35 (ratio)
                2.469 / 20.000 = 12,35%
        "#]],
    );
}

#[test]
fn a_ratio_needs_both_sides_and_a_whole_that_is_not_nothing() {
    check(
        "2022-01",
        "2022-01\ndocs.signed; 3\ndocs.rate; 50",
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã ký số | 3 | 3 (sum)
            3 (tháng 01)
        | Tỷ lệ ký số | 50 | – (ratio)
            Không tính lại được: chưa có số của “Văn bản đã gửi”.
    "#]],
    );
    check(
        "2022-01",
        "2022-01\ndocs.sent; 0\ndocs.signed; 0\ndocs.rate; 0",
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã gửi | 0 | 0 (sum)
            0 (tháng 01)
        | Văn bản đã ký số | 0 | 0 (sum)
            0 (tháng 01)
        | Tỷ lệ ký số | 0 | – (ratio)
            Không tính lại được: “Văn bản đã gửi” bằng 0.
    "#]],
    );
}

#[test]
fn a_ratio_of_stocks_takes_both_from_the_latest_month_that_has_both() {
    check(
        "2022-Q1",
        "2022-01\ncert.total; 100\ncert.personal; 40\ncert.personal_rate; 40
         ---\n2022-02\ncert.total; 200\ncert.personal; 90\ncert.personal_rate; 45
         ---\n2022-03\ncert.total; 300\ncert.personal_rate; 45",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Chứng thư số đang dùng | 100 | 200 | 300 | 300 (latest)
                Số mới nhất: tháng 3/2022
            | – của cá nhân | 40 | 90 | – | 90 (latest)
                Số mới nhất: tháng 02/2022
                * Chưa có số liệu tháng 3; dùng số của tháng 02.
            |   + tỷ lệ cá nhân | 40 | 45 | 45 | 45 (ratio)
                90 / 200 = 45%
                * Tính từ số của tháng 02/2022.
        "#]],
    );
}

#[test]
fn what_is_not_a_flow_is_never_added() {
    check(
        "2022-Q1",
        "2022-01\nother.ytd; 500\nother.change; 0,3\nother.target; 90\nother.minutes; 25\nother.coverage; 98,5
         ---\n2022-02\nother.ytd; 800\nother.change; 0,2\nother.target; 90\nother.minutes; 25\nother.coverage; 98,7
         ---\n2022-03\nother.ytd; 700\nother.change; 0,1\nother.target; 90\nother.minutes; 30\nother.coverage; 98,7",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Lượt cài đặt lũy kế | 500 | 800 | 700 | 700 (latest)
                Số mới nhất: tháng 3/2022
            | Tăng so với tháng trước | 0,3 | 0,2 | 0,1 | – (none)
                Không cộng; tính lại từ số lũy kế.
            | Chỉ tiêu năm | 90 | 90 | 90 | 90 (latest)
                Số mới nhất: tháng 3/2022
            | Thời lượng phát sóng | 25 | 25 | 30 | 27 (mean)
                Bình quân theo ngày: (25 × 31 ngày + 25 × 31 ngày + 30 × 28 ngày) / 90 ngày = 27
                * Thay đổi trong kỳ: từ 25 (tháng 01) thành 30 (tháng 3).
            | Tỷ lệ phủ sóng | 98,5 | 98,7 | 98,7 | – (none)
                Không cộng tỷ lệ; chưa biết hai số để tính lại.
                * Số mới nhất: 98,7 (tháng 3).
            Warning cumulative_falls: Lượt cài đặt lũy kế: số lũy kế giảm từ 800 (tháng 02) xuống 700 (tháng 3). → Số lũy kế không thể giảm; đối chiếu hai báo cáo.
        "#]],
    );
}

#[test]
fn an_approximate_month_makes_an_approximate_sum() {
    check(
        "2022-Q1",
        "2022-01\ndocs.sent; ~60\n---\n2022-02\ndocs.sent; 12\n---\n2022-03\ndocs.sent; 8",
        &expect![[r#"
        2022-Q1 [0 1 2]
        | Văn bản đã gửi | khoảng 60 | 12 | 8 | khoảng 80 (sum)
            khoảng 60 (tháng 01) + 12 (tháng 02) + 8 (tháng 3) = khoảng 80
    "#]],
    );
}

#[test]
fn a_figure_too_large_to_be_said_is_withheld() {
    let nines = "79.228.162.514.264.337.593.543.950.335";
    check(
        "2022-Q1",
        &format!("2022-01\ndocs.sent; {nines}\n---\n2022-02\ndocs.sent; {nines}\n---\n2022-03\ndocs.sent; 1"),
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Văn bản đã gửi | 79.228.162.514.264.337.593.543.950.335 | 79.228.162.514.264.337.593.543.950.335 | 1 | – (sum)
                Không tính được: số quá lớn.
        "#]],
    );
    check(
        "2022-01",
        &format!("2022-01\ndocs.sent; 3\ndocs.signed; {nines}\ndocs.rate; 50"),
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã gửi | 3 | 3 (sum)
            3 (tháng 01)
        | Văn bản đã ký số | 79.228.162.514.264.337.593.543.950.335 | 79.228.162.514.264.337.593.543.950.335 (sum)
            79.228.162.514.264.337.593.543.950.335 (tháng 01)
        | Tỷ lệ ký số | 50 | – (ratio)
            Không tính được: số quá lớn.
    "#]],
    );
}

#[test]
fn an_indicator_stated_twice_counts_once() {
    check(
        "2022-01",
        "2022-01\ndocs.sent; 100\ndocs.sent; 100",
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã gửi | 100 | 100 (sum)
            100 (tháng 01)
    "#]],
    );
    check(
        "2022-01",
        "2022-01\ndocs.sent; 100\ndocs.sent; 250",
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã gửi | 100? | 100 (sum)
            100 (tháng 01)
        Warning stated_twice: Văn bản đã gửi: báo cáo tháng 01 (“a”) ghi 100 và 250; bảng dùng 100. → Hỏi lại đơn vị lập báo cáo số nào đúng.
    "#]],
    );
    check(
        "2022-01",
        "2022-01\ndocs.sent; ~100\ndocs.sent; 104",
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã gửi | 104 | 104 (sum)
            104 (tháng 01)
    "#]],
    );
    check(
        "2022-01",
        "2022-01\nother.ytd; 100; as_of 2022-01-10\nother.ytd; 104; as_of 2022-01-14",
        &expect![[r#"
        2022-01 [0]
        | Lượt cài đặt lũy kế | 104 | 104 (latest)
            Số mới nhất: tháng 01/2022 (tính đến 14/01/2022)
    "#]],
    );
}

#[test]
fn a_repaired_figure_says_what_was_printed() {
    check(
        "2022-01",
        "2022-01\ndocs.sent; 61.4072=61.407",
        &expect![[r#"
        2022-01 [0]
        | Văn bản đã gửi | 61.407? | 61.407 (sum)
            61.407 (tháng 01)
            * Số tháng 01 là 61.407, báo cáo in “61.4072”.
    "#]],
    );
}

#[test]
fn figures_without_indicator_are_joined_by_their_words() {
    check(
        "2022-Q1",
        "2022-01\nSố buổi toạ đàm; 3; buổi; flow\nCông trình; 7; công trình; stock\ndocs.sent; 1
         ---\n2022-02\nsố buổi tọa đàm; 4; buổi; flow\ndocs.sent; 1
         ---\n2022-03\nSố buổi tọa đàm; 5; buổi; flow\nVốn; 5; triệu đồng; flow\nVốn; 6; triệu đồng; flow\ndocs.sent; 1",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Văn bản đã gửi | 1 | 1 | 1 | 3 (sum)
                1 (tháng 01) + 1 (tháng 02) + 1 (tháng 3) = 3
            | Số buổi toạ đàm | 3 | 4 | 5 | 12 (sum)
                3 (tháng 01) + 4 (tháng 02) + 5 (tháng 3) = 12
                * Các tháng được ghép theo nhãn; cần đối chiếu.
            | Công trình | 7 | – | – | 7 (latest)
                Số mới nhất: tháng 01/2022
                * Chưa có số liệu tháng 3; dùng số của tháng 01.
            | Vốn | – | – | 5? | – (none)
                Không tổng hợp: một báo cáo có nhiều số khác nhau dưới nhãn này.
        "#]],
    );
}

#[test]
fn a_label_of_one_word_joins_nothing() {
    check(
        "2022-Q1",
        "2022-01\nTăng; 3; lượt; flow\n---\n2022-02\nTăng; 4; lượt; flow\n---\n2022-03\nTăng; 5; lượt; flow",
        &expect![[r#"
            2022-Q1 [0 1 2]
            | Tăng | 3 | 4 | 5 | – (none)
                Không tổng hợp: nhãn quá ngắn để biết các tháng có nói về một việc.
        "#]],
    );
}

#[test]
fn months_in_other_units_are_not_added() {
    let catalogue = testing::catalogue();
    let mut reports =
        ["2022-01\ndocs.sent; 3", "2022-02\ndocs.sent; 4"].map(|text| testing::report(text, &catalogue));
    reports[1].facts[0].unit = "nghìn văn bản".to_owned();
    let sources = reports.each_ref().map(|report| Source { name: "a", report });
    let table = consolidate(&sources, Period::parse("2022"), &catalogue);
    assert_eq!(table.rows[0].total, None);
    assert_eq!(table.rows[0].derivation, "Không tổng hợp: các tháng ghi đơn vị tính khác nhau.");
}

#[test]
fn the_table_is_the_same_each_time() {
    let reports = "2022-01\ndocs.sent; 1\nA; 1\nB; 2\nC; 3\n---\n2022-02\nD; 1\nB; 2\ndocs.signed; 4";
    assert_eq!(table("2022-H1", reports), table("2022-H1", reports));
}
