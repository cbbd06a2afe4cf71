//! Tables without rules, and signatures that a page break has cut: one file of invented content a trap.

use expect_test::{Expect, expect};

use super::pdf_file::{Item, Pdf, bold, text};
use super::support::{read, show};

fn check(pages: Vec<Vec<Item>>, expected: Expect) {
    let file = pages.iter().fold(Pdf::default(), |file, page| file.page(page, ""));
    expected.assert_eq(&show(&read(&file.bytes())).replace("notice other-format\n", ""));
}

/// A row of a label and two figures.
fn row(y: i32, cells: [&'static str; 3]) -> Vec<Item> {
    let [label, first, second] = cells;
    let cells = [(100, label), (300, first), (420, second)];
    cells.into_iter().filter(|(_, cell)| !cell.is_empty()).map(|(x, cell)| text(x, y, cell)).collect()
}

fn rows(rows: &[(i32, [&'static str; 3])]) -> Vec<Item> {
    rows.iter().flat_map(|(y, cells)| row(*y, *cells)).collect()
}

#[test]
fn words_below_each_other_make_a_table() {
    let mut page = vec![text(100, 740, "Kết quả cụ thể của các đơn vị trong tháng như sau:")];
    page.extend(rows(&[
        (700, ["Đơn vị", "Tiếp nhận", "Tỷ lệ (%)"]),
        (680, ["Sở Bến cảng", "1.204", "98,5"]),
        (660, ["Sở Đèn biển", "310", "-"]),
        (645, ["và hải đăng", "", ""]),
        (625, ["Tổng cộng", "1.514", "97,1"]),
    ]));
    page.push(text(100, 590, "Các đơn vị đều trả kết quả đúng hạn, không có hồ sơ nào bị chậm."));
    check(
        vec![page],
        expect![[r#"
        Body: Kết quả cụ thể của các đơn vị trong tháng như sau:
        row
         cell 0+1 down 1
          Body: Đơn vị
         cell 1+1 down 1
          Body: Tiếp nhận
         cell 2+1 down 1
          Body: Tỷ lệ (%)
        row
         cell 0+1 down 1
          Body: Sở Bến cảng
         cell 1+1 down 1
          Body: 1.204
         cell 2+1 down 1
          Body: 98,5
        row
         cell 0+1 down 1
          Body: Sở Đèn biển và hải đăng
         cell 1+1 down 1
          Body: 310
         cell 2+1 down 1
          Body: -
        row
         cell 0+1 down 1
          Body: Tổng cộng
         cell 1+1 down 1
          Body: 1.514
         cell 2+1 down 1
          Body: 97,1
        Body: Các đơn vị đều trả kết quả đúng hạn, không có hồ sơ nào bị chậm.
    "#]],
    );
}

#[test]
fn a_table_without_rules_goes_on_behind_a_page_break() {
    let head = (700, ["Đơn vị", "Tiếp nhận", "Đã trả"]);
    let mut first = vec![text(100, 740, "Một câu đứng riêng ở đầu trang.")];
    first.extend(rows(&[head, (680, ["Phòng A", "12", "10"]), (660, ["Phòng B", "14", "14"])]));
    let second = rows(&[head, (680, ["Phòng C", "9", "8"]), (660, ["Tổng", "35", "32"])]);
    check(
        vec![first, second],
        expect![[r#"
        Body: Một câu đứng riêng ở đầu trang.
        row
         cell 0+1 down 1
          Body: Đơn vị
         cell 1+1 down 1
          Body: Tiếp nhận
         cell 2+1 down 1
          Body: Đã trả
        row
         cell 0+1 down 1
          Body: Phòng A
         cell 1+1 down 1
          Body: 12
         cell 2+1 down 1
          Body: 10
        row
         cell 0+1 down 1
          Body: Phòng B
         cell 1+1 down 1
          Body: 14
         cell 2+1 down 1
          Body: 14
        row
         cell 0+1 down 1
          Body: Phòng C
         cell 1+1 down 1
          Body: 9
         cell 2+1 down 1
          Body: 8
        row
         cell 0+1 down 1
          Body: Tổng
         cell 1+1 down 1
          Body: 35
         cell 2+1 down 1
          Body: 32
    "#]],
    );
}

#[test]
fn prose_and_lists_are_no_table() {
    check(
        vec![vec![
            text(100, 700, "Trong tháng"),
            text(220, 700, "đơn vị đã"),
            text(330, 700, "giải quyết 12"),
            text(100, 684, "hồ sơ, đạt"),
            text(190, 684, "kế hoạch được"),
            text(360, 684, "giao trong"),
            text(100, 668, "năm và sẽ"),
            text(250, 668, "hoàn thành vào"),
            text(420, 668, "quý sau."),
        ]],
        expect![[r#"
            Body: Trong tháng đơn vị đã giải quyết 12 hồ sơ, đạt kế hoạch được giao trong năm và sẽ hoàn thành vào quý sau.
        "#]],
    );
}

#[test]
fn a_signature_goes_on_behind_a_page_break() {
    check(
        vec![
            vec![
                text(130, 700, "Trên đây là kết quả tháng 3."),
                bold(100, 90, "Nơi nhận:"),
                bold(380, 90, "KT. GIÁM ĐỐC"),
                text(100, 76, "- UBND tỉnh;"),
                bold(372, 76, "PHÓ GIÁM ĐỐC"),
            ],
            vec![
                text(100, 740, "- Các phòng thuộc Sở;"),
                text(100, 726, "- Lưu: VT."),
                bold(374, 726, "Người Ký Tên"),
            ],
        ],
        expect![[r#"
            Body: Trên đây là kết quả tháng 3.
            row
             cell 0+1 down 1
              Body bold: Nơi nhận:
              Body: - UBND tỉnh;
              Body: - Các phòng thuộc Sở;
              Body: - Lưu: VT.
             cell 1+1 down 1
              Body bold: KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC
              Body bold: Người Ký Tên
        "#]],
    );
}

#[test]
fn a_long_item_reaches_over_the_middle_of_a_signature() {
    check(
        vec![vec![
            text(130, 700, "Trên đây là kết quả tháng 3."),
            bold(100, 660, "Nơi nhận:"),
            bold(268, 660, "GIÁM ĐỐC"),
            text(100, 645, "- UBND tỉnh;"),
            text(100, 630, "- Các phòng, trung tâm;"),
            text(100, 615, "- Lưu: VT."),
            bold(268, 615, "Người Ký Tên"),
        ]],
        expect![[r#"
            Body: Trên đây là kết quả tháng 3.
            row
             cell 0+1 down 1
              Body bold: Nơi nhận:
              Body: - UBND tỉnh;
              Body: - Các phòng, trung tâm;
              Body: - Lưu: VT.
             cell 1+1 down 1
              Body bold: GIÁM ĐỐC
              Body bold: Người Ký Tên
        "#]],
    );
}
