//! What stands in a PDF: one file of invented content a trap.

use expect_test::{Expect, expect};
use tonghop_model::format::Format;
use tonghop_model::layout::Area;
use tonghop_model::span::Span;
use tonghop_readers::document;
use tonghop_readers::error::ReadError;

use super::pdf_file::{Item, Pdf, bold, grid, text};
use super::support::{read, show};

fn check(pages: Vec<Vec<Item>>, expected: Expect) {
    let file = pages.iter().fold(Pdf::default(), |file, page| file.page(page, ""));
    let document = document("a.pdf", &file.bytes()).unwrap();
    assert_eq!(document.format, Format::Pdf);
    expected.assert_eq(&show(&document));
}

#[test]
fn lines_are_joined_by_the_room_that_they_leave() {
    check(
        vec![vec![
            text(130, 700, "Trong tháng, toàn tỉnh đã tiếp nhận 1.204 hồ sơ, giải quyết được"),
            text(100, 684, "1.100 hồ sơ; số còn lại đang được xem xét theo Nghị quyết số 01/NQ-"),
            text(100, 668, "HĐND và sẽ trả trong tháng sau."),
            text(130, 652, "Công tác kiểm tra được duy trì."),
            text(130, 636, "- Kiểm tra 05 đơn vị;"),
            text(130, 620, "- Nhắc nhở 02 đơn vị chưa gửi báo cáo đúng thời hạn theo quy định"),
            text(142, 604, "của Ủy ban nhân dân tỉnh."),
        ]],
        expect![[r#"
            Body: Trong tháng, toàn tỉnh đã tiếp nhận 1.204 hồ sơ, giải quyết được 1.100 hồ sơ; số còn lại đang được xem xét theo Nghị quyết số 01/NQ-HĐND và sẽ trả trong tháng sau.
            Body: Công tác kiểm tra được duy trì.
            Body: - Kiểm tra 05 đơn vị;
            Body: - Nhắc nhở 02 đơn vị chưa gửi báo cáo đúng thời hạn theo quy định của Ủy ban nhân dân tỉnh.
        "#]],
    );
}

#[test]
fn a_sentence_goes_on_over_the_page_and_its_furniture() {
    let page = |head: &'static str, number: &'static str, line: &'static str| {
        vec![text(240, 780, head), text(100, 700, "Một đoạn đứng riêng."), text(100, 60, line), text(297, 20, number)]
    };
    let mut second = page("BAN QUẢN LÝ BẾN CẢNG", "2", "Cuối trang hai.");
    second[1] = text(100, 700, "trong đó có 12 hồ sơ quá hạn.");
    check(
        vec![
            page(
                "BAN QUẢN LÝ BẾN CẢNG",
                "1",
                "Đến hết ngày 14 tháng 3, đơn vị đã tiếp nhận và giải quyết xong 340 hồ sơ,",
            ),
            second,
        ],
        expect![[r#"
            Body: Một đoạn đứng riêng.
            Body: Đến hết ngày 14 tháng 3, đơn vị đã tiếp nhận và giải quyết xong 340 hồ sơ, trong đó có 12 hồ sơ quá hạn.
            Body: Cuối trang hai.
            margin BAN QUẢN LÝ BẾN CẢNG
            margin 1
            margin BAN QUẢN LÝ BẾN CẢNG
            margin 2
        "#]],
    );
}

#[test]
fn rules_make_a_table_and_a_page_break_does_not_end_it() {
    let mut first = grid(&[100, 150, 350, 500], &[200, 170, 140, 100]);
    first.extend([
        bold(105, 180, "TT"),
        bold(155, 180, "Đơn vị"),
        bold(355, 180, "Hồ sơ"),
        text(105, 150, "1"),
        text(155, 150, "Phường Hải Yến"),
        text(355, 150, "1.204"),
        text(105, 120, "2"),
        text(155, 120, "Xã Bình Minh, bao gồm cả hồ sơ"),
        text(355, 120, "310"),
    ]);
    let mut second = grid(&[100, 150, 350, 500], &[700, 670, 640]);
    second.extend([
        bold(105, 680, "TT"),
        bold(155, 680, "Đơn vị"),
        bold(355, 680, "Hồ sơ"),
        text(155, 650, "chuyển từ năm trước sang"),
    ]);
    second.extend([
        Item::Line((100, 610), (500, 610)),
        Item::Line((100, 610), (100, 640)),
        Item::Line((500, 610), (500, 640)),
        Item::Line((350, 610), (350, 640)),
        text(105, 620, "Tổng cộng"),
        text(355, 620, "1.514"),
        text(100, 560, "Sau bảng."),
    ]);
    check(
        vec![first, second],
        expect![[r#"
        row
         cell 0+1 down 1
          Body bold: TT
         cell 1+1 down 1
          Body bold: Đơn vị
         cell 2+1 down 1
          Body bold: Hồ sơ
        row
         cell 0+1 down 1
          Body: 1
         cell 1+1 down 1
          Body: Phường Hải Yến
         cell 2+1 down 1
          Body: 1.204
        row
         cell 0+1 down 1
          Body: 2
         cell 1+1 down 1
          Body: Xã Bình Minh, bao gồm cả hồ sơ chuyển từ năm trước sang
         cell 2+1 down 1
          Body: 310
        row
         cell 0+2 down 1
          Body: Tổng cộng
         cell 2+1 down 1
          Body: 1.514
        Body: Sau bảng.
    "#]],
    );
}

#[test]
fn letterhead_and_signature_stand_in_two_columns() {
    check(
        vec![vec![
            text(110, 750, "UBND TỈNH HẢI YẾN"),
            bold(310, 750, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            bold(122, 734, "SỞ BẾN CẢNG"),
            bold(340, 734, "Độc lập - Tự do - Hạnh phúc"),
            text(116, 710, "Số: 15/BC-SBC"),
            text(325, 710, "Hải Yến, ngày 15 tháng 3 năm 2024"),
            bold(279, 680, "BÁO CÁO"),
            text(130, 640, "Đơn vị đã giải quyết 340 hồ sơ."),
            bold(100, 560, "Nơi nhận:"),
            bold(380, 560, "GIÁM ĐỐC"),
            text(100, 546, "- UBND tỉnh;"),
            text(100, 532, "- Lưu: VT."),
            bold(362, 480, "Người Ký Tên"),
        ]],
        expect![[r#"
            row
             cell 0+1 down 1
              Body: UBND TỈNH HẢI YẾN
              Body bold: SỞ BẾN CẢNG
             cell 1+1 down 1
              Body bold: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              Body bold: Độc lập - Tự do - Hạnh phúc
            row
             cell 0+1 down 1
              Body: Số: 15/BC-SBC
             cell 1+1 down 1
              Body: Hải Yến, ngày 15 tháng 3 năm 2024
            Body bold: BÁO CÁO
            Body: Đơn vị đã giải quyết 340 hồ sơ.
            row
             cell 0+1 down 1
              Body bold: Nơi nhận:
              Body: - UBND tỉnh;
              Body: - Lưu: VT.
             cell 1+1 down 1
              Body bold: GIÁM ĐỐC
              Body bold: Người Ký Tên
        "#]],
    );
}

#[test]
fn letters_of_another_font_are_painted_later() {
    check(
        vec![vec![
            text(100, 700, "S"),
            text(112, 700, " B"),
            text(130, 700, "n c"),
            text(154, 700, "ng 12"),
            bold(106, 700, "Ở"),
            bold(124, 700, "ả"),
            bold(148, 700, "ả"),
        ]],
        expect![[r#"
            Body: SỞ Bản cảng 12
        "#]],
    );
}

#[test]
fn old_fonts_tell_their_encoding_by_their_names() {
    let line = Item::Raw("BT /F2 12 Tf 100 700 Td <5468B86E67203520AEB9742031322068E52073AC2E> Tj ET");
    check(
        vec![vec![line]],
        expect![[r#"
        Body: Tháng 5 đạt 12 hồ sơ.
        notice legacy-encoding
    "#]],
    );
}

#[test]
fn pages_without_text_are_named() {
    check(
        vec![vec![text(100, 700, "Trang đầu có chữ.")], vec![], vec![]],
        expect![[r#"
        Body: Trang đầu có chữ.
        notice scan
    "#]],
    );
    let blank = Pdf::default().page(&[], "").page(&[], "").bytes();
    assert_eq!(document("a.pdf", &blank).err(), Some(ReadError::Scan { pages: 2 }));
}

#[test]
fn unseen_text_is_that_of_a_machine() {
    check(
        vec![vec![Item::Raw("3 Tr"), text(100, 700, "Chữ nhận dạng 12.")]],
        expect![[r#"
        Body: Chữ nhận dạng 12.
        notice ocr
    "#]],
    );
}

#[test]
fn pages_that_lie_on_their_side_are_turned() {
    let turned = Item::Raw("BT /F0 12 Tf 0 1 -1 0 100 200 Tm (Trang ngang 12) Tj ET");
    let file = Pdf::default().page(&[turned], "/Rotate 90").bytes();
    let document = read(&file);
    expect![[r#"
        Body: Trang ngang 12
        notice other-format
    "#]]
    .assert_eq(&show(&document));
    let layout = document.layout.unwrap();
    assert_eq!(layout.pages, [(80_000, 60_000)]);
}

#[test]
fn a_figure_has_its_page_and_place() {
    let file = Pdf::default()
        .page(&[text(100, 700, "Trang một.")], "")
        .page(&[text(100, 700, "Giải quyết 1.204 hồ sơ.")], "")
        .bytes();
    let document = read(&file);
    let start = document.text.chars().collect::<String>().find("1.204").map(|at| document.text[..at].chars().count());
    let start = start.unwrap();
    let places = document.layout.unwrap().places(Span::new(start, start + 5));
    let (page, Area { left, right, .. }) = places[0];
    assert_eq!((places.len(), page, left, right), (1, 1, 16_600, 19_600));
}

/// A file with all that the reader knows: text, tables, columns, old fonts.
fn rich() -> Vec<u8> {
    let mut page = grid(&[100, 150, 500], &[200, 170, 140]);
    page.extend([text(105, 180, "TT"), text(155, 180, "Đơn vị"), text(105, 150, "1"), text(155, 150, "Phường 6")]);
    page.extend([text(100, 700, "Giải quyết 1.204 hồ sơ."), bold(100, 680, "Nơi nhận:"), bold(380, 680, "GIÁM ĐỐC")]);
    page.push(Item::Raw("BT /F2 12 Tf 100 600 Td <5468B86E67> Tj ET"));
    Pdf::default().page(&page, "").page(&[text(100, 700, "Trang hai.")], "/Rotate 90").bytes()
}

#[test]
fn every_prefix_of_a_file() {
    let bytes = rich();
    for end in (5..bytes.len()).step_by(7) {
        let read = document("a.pdf", &bytes[..end]);
        assert!(read.is_ok() || read.is_err());
    }
}

#[test]
fn flipped_bits() {
    let bytes = rich();
    let mut seed = 1_u64;
    for _ in 0..300 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(seed >> 33).unwrap() % (bytes.len() * 8);
        let mut flipped = bytes.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        if let Ok(document) = document("a.pdf", &flipped) {
            let len = document.text.chars().count();
            assert!(document.paragraphs().iter().all(|(paragraph, _)| paragraph.text.whole().end <= len), "bit {at}");
        }
    }
}

#[test]
fn a_broken_table_of_places_is_made_anew() {
    let bytes = rich();
    let whole = read(&bytes);
    let text = String::from_utf8_lossy(&bytes).replace("startxref", "startxxxx").replace("\nxref\n", "\nxxxx\n");
    assert_eq!(read(text.as_bytes()).text, whole.text);
}

#[test]
fn more_than_any_report_has() {
    let many: Vec<Item> =
        (0..4_000).map(|_| text(100, 700, "Hồ sơ quá hạn đang được xem xét và trả lời trong tháng")).collect();
    let file = Pdf::default().page(&many, "").bytes();
    assert_eq!(document("a.pdf", &file).err(), Some(ReadError::Hostile));
    let pages = (0..2_001).fold(Pdf::default(), |file, _| file.page(&[], ""));
    assert_eq!(document("a.pdf", &pages.bytes()).err(), Some(ReadError::Hostile));
}
