//! The file of traps in each format of Word: the same document from all of them, and its damage.

use expect_test::expect;
use tonghop_model::format::Format;
use tonghop_readers::document;

use super::support::{damaged, show, spans_lie_inside};

/// Invented content; `files/README.md` says how they were made.
const TRAPS: [(Format, &[u8]); 3] = [
    (Format::Docx, include_bytes!("files/traps.docx")),
    (Format::Doc, include_bytes!("files/traps.doc")),
    (Format::Rtf, include_bytes!("files/traps.rtf")),
];

#[test]
fn the_file_of_traps() {
    let expected = expect![[r#"
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
        notice tracked-changes
        notice hidden-text
        notice legacy-encoding
        notice legacy-encoding
    "#]];
    for (format, bytes) in TRAPS {
        let document = document("a", bytes).unwrap();
        assert_eq!(document.format, format);
        expected.assert_eq(&show(&document));
    }
}

#[test]
fn damage_ends_in_an_error_or_a_document() {
    for (_, bytes) in TRAPS {
        for bytes in damaged(bytes, 400) {
            if let Ok(document) = document("a", &bytes) {
                assert!(spans_lie_inside(&document));
            }
        }
    }
}
