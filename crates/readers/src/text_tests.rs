//! Lines in, paragraphs out: one paragraph a line, as the reader joined them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::needless_pass_by_value, reason = "expectations are written in place")]

use expect_test::{Expect, expect};

use crate::document;
use tonghop_model::document::Block;

fn check(text: &str, expected: Expect) {
    let document = document("a.txt", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(document.text, text);
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(format!("{}\n", paragraph.text)),
        Block::Table(_) => None,
    });
    expected.assert_eq(&paragraphs.collect::<String>());
}

#[test]
fn blank_lines_within_sentences() {
    check(
        "Trong tháng, Trung tâm đã phối hợp với các phòng, ban kiểm tra việc sử dụng

phần mềm quản lý tại 12 đơn vị; hướng dẫn 48 lượt cán bộ và trả lời các câu hỏi của

người dùng; cập nhật danh mục mã đơn vị theo quy định, gửi báo cáo đến Văn phòng

Ủy ban nhân dân tỉnh.

- Tổng số tài khoản: 1.204 tài khoản.
",
        expect![[r"
            Trong tháng, Trung tâm đã phối hợp với các phòng, ban kiểm tra việc sử dụng phần mềm quản lý tại 12 đơn vị; hướng dẫn 48 lượt cán bộ và trả lời các câu hỏi của người dùng; cập nhật danh mục mã đơn vị theo quy định, gửi báo cáo đến Văn phòng Ủy ban nhân dân tỉnh.
            - Tổng số tài khoản: 1.204 tài khoản.
        "]],
    );
}

#[test]
fn words_and_numbers_cut_at_a_hyphen() {
    check(
        "- Triển khai Nghị quyết số 09/NQ-
CP của Chính phủ; tuyên truyền phòng, chống dịch COVID-


19 và cung cấp 12/
40 dịch vụ; giai đoạn 2021 -
2025.
",
        expect![[r"
            - Triển khai Nghị quyết số 09/NQ-CP của Chính phủ; tuyên truyền phòng, chống dịch COVID-19 và cung cấp 12/40 dịch vụ; giai đoạn 2021 - 2025.
        "]],
    );
}

#[test]
fn page_numbers_between_sentences() {
    check(
        "Theo vùng, hai tháng đầu năm các huyện đạt mức tăng cao hơn kế hoạch gồm tỷ
1
trọng lớn nhất là huyện Bờ Đông tăng 20,3%.
Trang 2/3
- 3 -
Một số huyện khác tăng thấp hơn.
",
        expect![[r"
            Theo vùng, hai tháng đầu năm các huyện đạt mức tăng cao hơn kế hoạch gồm tỷ trọng lớn nhất là huyện Bờ Đông tăng 20,3%.
            1
            Trang 2/3
            - 3 -
            Một số huyện khác tăng thấp hơn.
        "]],
    );
}

#[test]
fn cells_one_a_line() {
    check(
        "TT
Chỉ tiêu
Đơn vị
1.1
Tỷ lệ hồ sơ xử lý trên
môi trường mạng
% 100 96
1.2
Tỷ lệ văn bản ký số
% 90 86
",
        expect![[r"
            TT
            Chỉ tiêu
            Đơn vị
            1.1
            Tỷ lệ hồ sơ xử lý trên môi trường mạng
            % 100 96
            1.2
            Tỷ lệ văn bản ký số
            % 90 86
        "]],
    );
}

#[test]
fn titles_letterheads_and_list_marks() {
    check(
        "UBND TỈNH BỜ ĐÔNG        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ        Độc lập - Tự do - Hạnh phúc
Số: 12/BC-SNV
BÁO CÁO
Kết quả công tác tháng 5
I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC VỀ CÁN BỘ, CÔNG CHỨC VÀ CẢI CÁCH
HÀNH CHÍNH
1. Kết quả
Sở đã trình 3 tờ trình.
+ Trực tiếp: 2
+Trực tuyến: 1
a) Cấp tỉnh
4. 4. Cấp xã
I1. PHUONG HUONG
Nơi nhận:
- Như trên;
",
        expect![[r"
            UBND TỈNH BỜ ĐÔNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
            Số: 12/BC-SNV
            BÁO CÁO
            Kết quả công tác tháng 5
            I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC VỀ CÁN BỘ, CÔNG CHỨC VÀ CẢI CÁCH HÀNH CHÍNH
            1. Kết quả
            Sở đã trình 3 tờ trình.
            + Trực tiếp: 2
            +Trực tuyến: 1
            a) Cấp tỉnh
            4. 4. Cấp xã
            I1. PHUONG HUONG
            Nơi nhận:
            - Như trên;
        "]],
    );
}

#[test]
fn a_number_at_the_head_of_a_line_that_is_no_label() {
    check(
        "Kết quả kiểm tra được tổng hợp và gửi về Văn phòng trước ngày 25 của tháng
5. Qua đó đã nhắc nhở 4 đơn vị nộp chậm và đề nghị bổ sung báo cáo năm
2022. Các đơn vị còn lại nộp đúng hạn.
",
        expect![[r"
            Kết quả kiểm tra được tổng hợp và gửi về Văn phòng trước ngày 25 của tháng 5. Qua đó đã nhắc nhở 4 đơn vị nộp chậm và đề nghị bổ sung báo cáo năm 2022. Các đơn vị còn lại nộp đúng hạn.
        "]],
    );
}

#[test]
fn one_paragraph_a_line() {
    let long = "Số hồ sơ đã giải quyết trong tháng là 120 hồ sơ, tăng so với tháng trước. ".repeat(4);
    let lines = format!("{long}\r\nNông nghiệp:\r\n{long}\r\n");
    let document = document("a.txt", lines.as_bytes()).unwrap();
    assert_eq!(document.blocks.len(), 3);
}
