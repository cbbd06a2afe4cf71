//! Text from before Unicode: one file of invented content a way in which it comes.

use expect_test::{Expect, expect};
use tonghop::engine::read::document;

use super::support::{Docx, read, show};

/// "Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ." in TCVN3.
const TCVN3: &[u8] = b"B\xB8o c\xB8o th\xB8ng 5: \xAE\xAD\xEEc 12 h\xE5 s\xAC, t\xA8ng 3 h\xE5 s\xAC.";

fn check(bytes: &[u8], expected: Expect) {
    let document = document("a.txt", bytes).unwrap();
    let messages: String = document.findings.iter().map(|finding| finding.message.clone() + "\n").collect();
    expected.assert_eq(&(show(&document) + &messages));
}

#[test]
fn a_text_in_tcvn3() {
    check(
        TCVN3,
        expect![[r#"
        Body: Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ.
        finding legacy-encoding
        Tệp dùng bảng mã TCVN3 (ABC); đã chuyển sang Unicode (mức chắc chắn 90%).
    "#]],
    );
}

#[test]
fn a_text_pasted_from_a_tcvn3_font() {
    let pasted: String = TCVN3.iter().map(|byte| char::from(*byte)).collect();
    check(
        pasted.as_bytes(),
        expect![[r#"
        Body: Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ.
        finding legacy-encoding
        Tệp dùng bảng mã TCVN3 (ABC); đã chuyển sang Unicode (mức chắc chắn 90%).
    "#]],
    );
}

#[test]
fn too_few_words_are_kept() {
    check(
        "H\u{E5} s\u{AC}: 12; \u{AE}\u{B9}t 3".as_bytes(),
        expect![[r#"
        Body: Hå s¬: 12; ®¹t 3
        finding legacy-encoding
        Tệp có thể dùng bảng mã TCVN3 (ABC) (mức chắc chắn 75%); chữ được giữ nguyên, chưa chuyển.
    "#]],
    );
}

#[test]
fn utf_8_read_as_windows_1252() {
    check(
        "BÃ¡o cÃ¡o thÃ¡ng 5: há»“ sÆ¡ Ä‘Ã£ giáº£i quyáº¿t: 12".as_bytes(),
        expect![[r#"
        Body: Báo cáo tháng 5: hồ sơ đã giải quyết: 12
        finding legacy-encoding
        Tệp dùng bảng mã UTF-8 bị đọc nhầm; đã chuyển sang Unicode (mức chắc chắn 88%).
    "#]],
    );
}

#[test]
fn utf_16_without_a_mark() {
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = "Đạt 12 hồ sơ trong tháng 5.".encode_utf16().flat_map(unit).collect();
        assert_eq!(show(&document("a.txt", &bytes).unwrap()), "Body: Đạt 12 hồ sơ trong tháng 5.\n");
    }
}

fn run(font: &str, text: &str) -> String {
    format!(
        "<w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
    )
}

#[test]
fn runs_of_several_fonts_in_one_paragraph() {
    let body = [
        run("Times New Roman", "Báo cáo "),
        run(".VnTime", "th\u{B8}ng 5, \u{AE}"),
        run(".VnTime", "\u{AD}\u{EE}c 12 "),
        run("VNI-Times", "hoà s\u{F4} "),
        run(".VnTimeH", "b\u{B8}o c\u{B8}o"),
    ];
    let soft = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>n</w:t><w:softHyphen/><w:t>\u{ED}c</w:t></w:r></w:p>";
    let file = Docx::new(&format!("<w:p>{}</w:p>{soft}", body.concat())).bytes();
    expect![[r#"
        Body: Báo cáo tháng 5, được 12 hồ sơ BÁO CÁO
        Body: nước
        finding legacy-encoding
        finding legacy-encoding
    "#]]
    .assert_eq(&show(&read(&file)));
}

#[test]
fn the_font_of_a_style_and_of_the_document() {
    let sheet = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:styleId="V"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>"#;
    let body = "<w:p><w:r><w:t>th\u{B8}ng 5</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"V\"/></w:pPr><w:r><w:t>thaùng 6</w:t></w:r></w:p>";
    expect![[r#"
        Body: tháng 5
        Body: tháng 6
        finding legacy-encoding
        finding legacy-encoding
    "#]]
    .assert_eq(&show(&read(&Docx::new(body).wrapped("styles", sheet).bytes())));
}
