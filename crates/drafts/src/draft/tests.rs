//! Months in, the draft as text out.

use expect_test::{Expect, expect};

use super::outline::Outline;
use super::{Draft, Form, Passage, draft};
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report::{self, Report};
use tonghop_figures::table::Source;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;

fn reports(texts: &[&str]) -> Vec<Report> {
    let catalogue = Catalogue::shipped();
    texts.iter().map(|text| report::read("a.txt", text.as_bytes(), &catalogue).unwrap()).collect()
}

/// The draft after the first outline that ships.
fn drafted(period: &str, texts: &[&str]) -> Draft {
    let reports = reports(texts);
    let sources: Vec<Source<'_>> = reports.iter().map(|report| Source { name: "a.txt", report }).collect();
    let catalogue = Catalogue::shipped();
    let table = consolidate(&sources, Period::parse(period), &catalogue);
    draft(&sources, &table, &catalogue, &Outline::shipped()[0])
}

/// The draft as text: what stands on its pages before the annexes.
fn page(draft: &Draft) -> String {
    let mut out = Vec::new();
    for section in &draft.sections {
        out.push(format!("{}. {}", section.number, section.title));
        out.extend(section.passages.iter().map(line));
    }
    out.join("\n") + "\n"
}

fn line(passage: &Passage) -> String {
    let lead = match passage.form {
        Form::Body => "",
        Form::Item => "- ",
        Form::Remark => "  ",
    };
    format!("{lead}{}", passage.text())
}

fn check(period: &str, texts: &[&str], expected: &Expect) {
    expected.assert_eq(&page(&drafted(period, texts)));
}

fn month(month: u8, body: &str) -> String {
    month_of(2022, month, body)
}

fn month_of(year: i16, month: u8, body: &str) -> String {
    format!(
        "UBND TỈNH AN LẠC\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG\n\nSố: {month}/BC-STTTT\n\nAn Lạc, ngày 14 tháng {month} năm {year}\n\n\
         BÁO CÁO\nCông tác thông tin và truyền thông tháng {month} năm {year}\n\n{body}\n\n\
         Trên đây là báo cáo tháng {month} năm {year}./.\n\nNơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.\n\n\
         KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nNguyễn Văn Mẫu\n"
    )
}

#[test]
fn figures_stand_in_sentences_of_the_period() {
    let body = |sent: &str, signed: &str, rate: &str, users: &str| {
        format!(
            "I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC\n\n1. Ứng dụng công nghệ thông tin\n\n- Hệ thống quản lý văn bản và điều hành: \
             tổng số người dùng trên hệ thống là {users}. Tổng văn bản đi trong tháng: {sent}, ký số {signed} văn bản (tỷ lệ {rate}%)."
        )
    };
    let texts = [
        month(1, &body("1.000", "800", "80,00", "5.000")),
        month(2, &body("2.000", "1.700", "85,00", "5.010")),
        month(3, &body("1.500", "1.204", "80,27", "5.020")),
    ];
    let texts = texts.each_ref().map(String::as_str);
    check(
        "2022-Q1",
        &texts,
        &expect![[r#"
        I. Công tác quản lý nhà nước
        1. Ứng dụng công nghệ thông tin, chuyển đổi số
        a. Trong nội bộ cơ quan nhà nước
        - Hệ thống quản lý văn bản và điều hành: tính đến tháng 3/2022, tổng số người dùng trên hệ thống là 5.020.
        - Trong quý I năm 2022, có 4.500 văn bản điện tử phát hành trên hệ thống quản lý văn bản và điều hành, trong đó có 3.704 văn bản được ký số (tỷ lệ 82,31%).
        II. Đánh giá chung
        … (phần này do đơn vị viết).
        III. Phương hướng, nhiệm vụ quý II năm 2022
        … (phần này do đơn vị viết).
    "#]],
    );
    check(
        "2022-H1",
        &texts,
        &expect![[r#"
        I. Công tác quản lý nhà nước
        1. Ứng dụng công nghệ thông tin, chuyển đổi số
        a. Trong nội bộ cơ quan nhà nước
        - Hệ thống quản lý văn bản và điều hành: tính đến tháng 3/2022, tổng số người dùng trên hệ thống là 5.020.
        - Trong 6 tháng đầu năm 2022, có … văn bản điện tử phát hành trên hệ thống quản lý văn bản và điều hành, trong đó có … văn bản được ký số (tỷ lệ …%).
          (Chỗ “…” chưa có số cả kỳ: thiếu số liệu tháng 4, tháng 5 và tháng 6.)
        II. Đánh giá chung
        … (phần này do đơn vị viết).
        III. Phương hướng, nhiệm vụ 6 tháng cuối năm 2022
        … (phần này do đơn vị viết).
    "#]],
    );
}

#[test]
fn what_months_say_is_gathered_once_with_its_months() {
    let texts = [
        month(
            1,
            "I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC\n\n1. Công tác tham mưu, ban hành văn bản\n\n- Tham mưu UBND tỉnh ban hành Kế hoạch số 07/KH-UBND ngày 10/01/2022 về chuyển đổi số.\n\n\
             2. An toàn thông tin\n\n- Trong tháng 01/2022, duy trì giám sát trung tâm dữ liệu.\n- Mở 02 lớp tập huấn kỹ năng số.\n\n3. Chuyện khác\n\n- Trồng cây.",
        ),
        month(
            2,
            "I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC\n\n1. Công tác tham mưu, ban hành văn bản\n\n- Ban hành Kế hoạch số 02/KH-STTTT ngày 05/01/2022 về kiểm tra.\n- Tham mưu UBND tỉnh ban hành Kế hoạch số 07/KH-UBND ngày 10/01/2022 về chuyển đổi số.\n\n\
             2. An toàn thông tin\n\n- Duy trì giám sát trung tâm dữ liệu.\n- Mở 03 lớp tập huấn kỹ năng số.\n\nIII. KẾ HOẠCH CÔNG TÁC THÁNG 3 NĂM 2022\n\n1. Mở lớp kỹ năng số.\n\n2. Kiểm tra mạng.",
        ),
    ];
    let texts = texts.each_ref().map(String::as_str);
    check(
        "2022-H1",
        &texts,
        &expect![[r#"
        I. Công tác quản lý nhà nước
        1. Công tác tham mưu, ban hành văn bản
        - Ban hành Kế hoạch số 02/KH-STTTT ngày 05/01/2022 về kiểm tra (tháng 02).
        - Tham mưu UBND tỉnh ban hành Kế hoạch số 07/KH-UBND ngày 10/01/2022 về chuyển đổi số.
        2. An toàn thông tin
        - Duy trì giám sát trung tâm dữ liệu.
        - Mở 02 lớp tập huấn kỹ năng số (tháng 01).
        - Mở 03 lớp tập huấn kỹ năng số (tháng 02).
        II. Công tác tổng hợp
        1. Nội dung khác
        - Trồng cây (tháng 01).
        III. Đánh giá chung
        … (phần này do đơn vị viết).
        IV. Phương hướng, nhiệm vụ 6 tháng cuối năm 2022
          (Chép từ kế hoạch của báo cáo tháng cuối kỳ; đơn vị bổ sung cho 6 tháng cuối năm 2022.)
        - Mở lớp kỹ năng số.
        - Kiểm tra mạng.
    "#]],
    );
}

#[test]
fn the_year_before_stands_behind_the_figures() {
    let report = |year: i16, month: u8, body: &str| month_of(year, month, body);
    let body = |sent: &str, signed: &str, rate: &str| {
        format!(
            "I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC\n\n1. Ứng dụng công nghệ thông tin\n\n- Hệ thống quản lý văn bản và điều hành: \
             trong tháng, tổng văn bản đi: {sent}, ký số {signed} văn bản (tỷ lệ {rate}%)."
        )
    };
    check(
        "2022-01",
        &[&report(2021, 1, &body("1.000", "800", "80,00")), &report(2022, 1, &body("1.250", "1.050", "84,00"))],
        &expect![[r#"
            I. Công tác quản lý nhà nước
            1. Ứng dụng công nghệ thông tin, chuyển đổi số
            a. Trong nội bộ cơ quan nhà nước
            - Trong tháng 01 năm 2022, có 1.250 văn bản điện tử phát hành trên hệ thống quản lý văn bản và điều hành, trong đó có 1.050 văn bản được ký số (tỷ lệ 84,00%). So với cùng kỳ năm 2021: văn bản điện tử đi tăng 250 văn bản (25,00%); văn bản điện tử đi, được ký số tăng 250 văn bản (31,25%); văn bản điện tử đi, tỷ lệ ký số tăng 4,00 điểm phần trăm.
            II. Đánh giá chung
            … (phần này do đơn vị viết).
            III. Phương hướng, nhiệm vụ tháng 02 năm 2022
            … (phần này do đơn vị viết).
        "#]],
    );
}
