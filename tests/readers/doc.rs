//! What stands in a `.doc`: the file of traps, its damage, and a head of every kind.

use expect_test::expect;
use tonghop::engine::error::ReadError;
use tonghop::engine::read::{Format, document};

use super::support::{damaged, show, spans_lie_inside};

/// Invented content; `files/README.md` says how it was made.
const TRAPS: &[u8] = include_bytes!("files/traps.doc");

#[test]
fn the_file_of_traps() {
    let document = document("a.doc", TRAPS).unwrap();
    assert_eq!(document.format, Format::Doc);
    expect![[r#"
        Body bold: BÁO CÁO
        ListItem(0): [I. ]Kết quả thực hiện
        ListItem(1): [1. ]Công tác văn thư
        ListItem(2): [a) ]Văn bản đến: 1.025 văn bản
        ListItem(2): [b) ]Văn bản đi: 310 văn bản
        ListItem(1): [2. ]Công tác tiếp dân
        ListItem(0): [- ]Tiếp 12 lượt;
        ListItem(0): [- ]Nhận 3 đơn.
        ListItem(0): [II. ]Phương hướng
        Body: Đã giải quyết 86 hồ sơ, đạt NQ-5
        Body: Kết quả:
        Body: - Nhóm A: 7;
        Body: - Nhóm B: 8.
        Body: Có chú thích và khung cuối đoạn.
        Note: Theo Kế hoạch 45.
        TextBox: Trong khung 5
        Body: Còn lại 91 việc.
        Body: Tháng 5, được 12 hồ sơ; tháng 6 được 13 hồ sơ; BÁO CÁO tháng 7 được 14.
        row
         cell 0+1 down 2
          Body: TT
         cell 1+2 down 1
          Body: Hồ sơ
         cell 3+1 down 2
          Body: Ghi chú
        row
         cell 1+1 down 1
          Body: Trực tiếp
         cell 2+1 down 1
          Body: Trực tuyến
        row
         cell 0+1 down 1
          Body: 1
         cell 1+1 down 1
          Body: 1.204
         cell 2+1 down 1
          Body: 37,5
         cell 3+1 down 1
          Body: hai dòng
          Body: trong ô
        row
         cell 0+1 down 1
          Body: 2
         cell 1+2 down 1
          Body: Không có
         cell 3+1 down 1
          row
           cell 0+1 down 1
            Body: trong 1
           cell 1+1 down 1
            Body: trong 2
        Body: Hết báo cáo./.
        margin SỞ MẪU
        margin Trang cuối
        finding tracked-changes
        finding hidden-text
        finding legacy-encoding
        finding legacy-encoding
    "#]]
    .assert_eq(&show(&document));
}

#[test]
fn damage_ends_in_an_error_or_a_document() {
    for bytes in damaged(TRAPS, 400) {
        if let Ok(document) = document("a.doc", &bytes) {
            assert!(spans_lie_inside(&document));
        }
    }
}

/// The file with other bytes at a place of the head of its main stream.
fn with_head(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = TRAPS.to_vec();
    let head = file.windows(2).position(|window| window == b"\xEC\xA5").unwrap();
    file[head + at..head + at + bytes.len()].copy_from_slice(bytes);
    file
}

#[test]
fn heads_that_are_refused() {
    let check = |file: Vec<u8>, error: ReadError| assert_eq!(document("a.doc", &file).err(), Some(error));
    check(with_head(0, b"\xDC\xA5\x68\x00"), ReadError::BeforeWord97);
    check(with_head(2, b"\x65\x00"), ReadError::BeforeWord97);
    check(with_head(0x0B, b"\x13"), ReadError::Locked);
    check(with_head(0, b"\0\0"), ReadError::Damaged);
}
