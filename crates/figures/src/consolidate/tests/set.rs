//! Which reports take part.

use expect_test::expect;

use super::{check, check_set, table};
use tonghop_model::vietnamese::period::Period;

#[test]
fn the_half_year_of_most_months_is_chosen() {
    check_set(
        "",
        "2021-12\n---\n2022-01\n---\n2022-02",
        &expect![[r#"
            2022-H1 [1 2 - - - -]
            Info earlier_period: Báo cáo tháng 12/2021 ngoài kỳ 6 tháng đầu năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
            Warning missing_months: Thiếu báo cáo tháng 3, tháng 4, tháng 5 và tháng 6 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
    check_set(
        "",
        "2022-07\n---\n2022-06",
        &expect![[r#"
            2022-H2 [0 - - - - -]
            Info earlier_period: Báo cáo tháng 6/2022 ngoài kỳ 6 tháng cuối năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
            Warning missing_months: Thiếu báo cáo tháng 8, tháng 9, tháng 10, tháng 11 và tháng 12 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
    check_set(
        "",
        "2022-07\n---\n2022-08\n---\n2022-09\n---\n2022-10\n---\n2022-11\n---\n2022-12",
        &expect![[r#"
        2022-H2 [0 1 2 3 4 5]
    "#]],
    );
}

#[test]
fn two_reports_of_one_month() {
    check_set(
        "2022-03",
        "2022-03; -; -; 2022-03-14\n---\n2022-03; -; -; 2022-03-15",
        &expect![[r#"
            2022-03 [1]
            Warning duplicate: Có hai báo cáo tháng 3 năm 2022: dùng “b” ngày 15/3/2022, để riêng “a” ban hành trước, ngày 14/3/2022. → Nếu “a” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “b” khỏi danh sách.
        "#]],
    );
    check_set(
        "2022-03",
        "2022-03; -; -; 2022-03-14\n---\n2022-03",
        &expect![[r#"
            2022-03 [0]
            Warning duplicate: Có hai báo cáo tháng 3 năm 2022: dùng “a” ngày 14/3/2022, để riêng “b” không ghi ngày. → Nếu “b” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “a” khỏi danh sách.
        "#]],
    );
    check_set(
        "2022-03",
        "2022-03\ndocs.sent; 1\n---\n2022-03\ndocs.sent; 2",
        &expect![[r#"
            2022-03 [0]
            Warning duplicate: Có hai báo cáo tháng 3 năm 2022: hai báo cáo không ghi ngày nên dùng “a” đứng trước, để riêng “b”. → Nếu “b” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “a” khỏi danh sách.
        "#]],
    );
    check_set(
        "2022-03",
        "2022-03\ndocs.sent; 1\n---\n2022-03\ndocs.sent; 1",
        &expect![[r#"
        2022-03 [0]
        Info duplicate: “b” trùng nội dung với “a”; chỉ tính một lần.
    "#]],
    );
    check_set(
        "2022-03",
        "2022-03; -; -; 2022-03-14\ndocs.sent; 1\n---\n2022-03; -; -; 2022-03-14\ndocs.sent; 2",
        &expect![[r#"
            2022-03 [0]
            Warning duplicate: Có hai báo cáo tháng 3 năm 2022: hai báo cáo cùng ngày 14/3/2022 nên dùng “a” đứng trước, để riêng “b”. → Nếu “b” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “a” khỏi danh sách.
        "#]],
    );
}

#[test]
fn a_report_of_another_agency_or_province_is_set_apart() {
    check_set(
        "2022-Q1",
        "2022-01; Sở Mẫu Hoá; An Lạc\n---\n2022-02; SO MAU HOA; tỉnh An Lạc\n---\n2022-03; Sở Mẫu Hóa; Bình Yên",
        &expect![[r#"
            2022-Q1 [0 1 -]
            Warning other_agency: “c” là báo cáo của Sở Mẫu Hóa (Bình Yên), không phải của Sở Mẫu Hoá (An Lạc), nên không được cộng. → Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.
            Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
    check_set(
        "2022-02",
        "2022-01\n---\n2022-02; Sở A; An Lạc\n---\n2022-02; Sở B; An Lạc",
        &expect![[r#"
            2022-02 [1]
            Warning other_agency: “c” là báo cáo của Sở B (An Lạc), không phải của Sở A (An Lạc), nên không được cộng. → Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.
            Info earlier_period: Báo cáo tháng 01/2022 ngoài kỳ tháng 02 năm 2022: không cộng, chỉ dùng để so sánh với kỳ trước.
        "#]],
    );
}

#[test]
fn an_agency_keeps_its_series_through_a_merger() {
    check_set(
        "2025-H1",
        "2025-02; Sở Thông tin và Truyền thông; An Lạc\n---\n2025-03; Sở Khoa học và Công nghệ; An Lạc\n---\n\
         2025-04; Sở Khoa học và Công nghệ; An Lạc",
        &expect![[r#"
            2025-H1 [- 0 1 2 - -]
            Info renamed: Sở Thông tin và Truyền thông hợp nhất vào Sở Khoa học và Công nghệ từ năm 2025: các báo cáo của hai tên được coi là của một cơ quan.
            Warning missing_months: Thiếu báo cáo tháng 01, tháng 5 và tháng 6 năm 2025. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
    check_set(
        "2025-9M",
        "2025-06; Sở Y tế; Trà Vinh\n---\n2025-07; Sở Y tế; Vĩnh Long\n---\n2025-07; Sở Y tế; Cà Mau",
        &expect![[r#"
            2025-9M [- - - - - 0 - - -]
            Warning other_agency: “b” là báo cáo của Sở Y tế (Vĩnh Long), không phải của Sở Y tế (Trà Vinh), nên không được cộng. → Trà Vinh sáp nhập vào Vĩnh Long từ năm 2025, số liệu sau đó gồm cả Vĩnh Long, Trà Vinh, Bến Tre; hãy tổng hợp riêng từng tỉnh.
            Warning other_agency: “c” là báo cáo của Sở Y tế (Cà Mau), không phải của Sở Y tế (Trà Vinh), nên không được cộng. → Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.
            Warning missing_months: Thiếu báo cáo tháng 01, tháng 02, tháng 3, tháng 4, tháng 5, tháng 7, tháng 8 và tháng 9 năm 2025. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
}

#[test]
fn two_agencies_that_were_merged_later_are_two() {
    check_set(
        "2022-Q1",
        "2022-01; Sở Thông tin và Truyền thông; An Lạc\n---\n2022-02; Sở Khoa học và Công nghệ; An Lạc",
        &expect![[r#"
            2022-Q1 [0 - -]
            Warning other_agency: “b” là báo cáo của Sở Khoa học và Công nghệ (An Lạc), không phải của Sở Thông tin và Truyền thông (An Lạc), nên không được cộng. → Bỏ tệp này khỏi danh sách, hoặc chọn cơ quan đó ở “Tùy chọn” trên bảng.
            Warning missing_months: Thiếu báo cáo tháng 02 và tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        "#]],
    );
}

#[test]
fn reports_that_are_not_monthly_are_not_added() {
    check_set(
        "2022-01",
        "2022-01\n---\n2022-Q1\n---\n2022-H1\n---\n-",
        &expect![[r#"
            2022-01 [0]
            Warning no_period: “d” không ghi rõ kỳ báo cáo nên chưa được tổng hợp. → Ghi rõ kỳ báo cáo ở tiêu đề, ví dụ “tháng 5 năm 2022”, rồi thả lại tệp.
            Info not_monthly: “b” là báo cáo quý I năm 2022: không cộng vào các tháng.
            Info not_monthly: “c” là báo cáo 6 tháng đầu năm 2022: không cộng vào các tháng.
        "#]],
    );
}

#[test]
fn an_empty_set_makes_an_empty_table() {
    check(
        "",
        "",
        &expect![[r#"
        - []
        Warning missing_months: Chưa có báo cáo tháng nào để tổng hợp. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
    check(
        "2022-H1",
        "",
        &expect![[r#"
        2022-H1 [- - - - - -]
        Warning missing_months: Chưa có báo cáo tháng nào thuộc kỳ 6 tháng đầu năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
}

#[test]
fn the_periods_to_choose_from() {
    let choices = table("", "2022-03\n---\n2022-04\n---\n2021-12").choices;
    let choices: Vec<String> = choices.into_iter().map(Period::id).collect();
    expect!["2021-H2 2022-H1 2021-Q4 2022-Q1 2022-Q2 2022-9M 2021 2022"].assert_eq(&choices.join(" "));
}

#[test]
fn a_stock_is_rolled_forward() {
    let months = |stock: &str| format!("2022-01\ncert.total; 2.293\n---\n2022-02\ncert.issued; 10\n{stock}");
    check_set(
        "2022-Q1",
        &months("cert.total; 2.303"),
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
    check_set(
        "2022-Q1",
        &months("cert.total; 2.361"),
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        Warning roll_forward: Chứng thư số đang dùng: 2.293 (tháng 01) + 10 = 2.303, báo cáo tháng 02 ghi 2.361, lệch 58. → Đối chiếu số đầu kỳ, số tăng và số giảm trong tháng.
    "#]],
    );
    check_set(
        "2022-Q1",
        &months("cert.total; 2.300"),
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        Info roll_forward: Chứng thư số đang dùng: 2.293 (tháng 01) + 10 = 2.303, báo cáo tháng 02 ghi 2.300, ít hơn 3. → Hỏi xem trong tháng có thu hồi hay không.
    "#]],
    );
    check_set(
        "2022-Q1",
        &months("cert.revoked; 3\ncert.total; 2.300"),
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
    check_set(
        "2022-Q1",
        &months("cert.revoked; 4\ncert.total; 2.300"),
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        Warning roll_forward: Chứng thư số đang dùng: 2.293 (tháng 01) + 10 − 4 = 2.299, báo cáo tháng 02 ghi 2.300, lệch 1. → Đối chiếu số đầu kỳ, số tăng và số giảm trong tháng.
    "#]],
    );
    check_set(
        "2022-Q1",
        "2022-01\ncert.total; 1\n---\n2022-03\ncert.issued; 10\ncert.total; 99",
        &expect![[r#"
        2022-Q1 [0 - 1]
        Warning missing_months: Thiếu báo cáo tháng 02 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
}

#[test]
fn what_is_counted_up_cannot_fall() {
    check_set(
        "2022-Q1",
        "2022-01\nother.ytd; 1.310\n---\n2022-02\nother.ytd; 1.290",
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
        Warning cumulative_falls: Lượt cài đặt lũy kế: số lũy kế giảm từ 1.310 (tháng 01) xuống 1.290 (tháng 02). → Số lũy kế không thể giảm; đối chiếu hai báo cáo.
    "#]],
    );
    check_set(
        "2022-Q1",
        "2022-01\nother.ytd; 1.310\n---\n2022-02\nother.ytd; ~1.290",
        &expect![[r#"
        2022-Q1 [0 1 -]
        Warning missing_months: Thiếu báo cáo tháng 3 năm 2022. → Thả thêm báo cáo của các tháng còn thiếu.
    "#]],
    );
}
