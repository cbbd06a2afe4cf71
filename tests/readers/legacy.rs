//! Text from before Unicode: one file of invented content a way in which it comes.

use expect_test::{Expect, expect};
use tonghop_model::document::Document;
use tonghop_model::vietnamese::legacy::Encoding;
use tonghop_readers::error::ReadError;
use tonghop_readers::{Letters, Options, document, document_with};

use super::pdf_file::{Pdf, text};
use super::support::{Docx, cell, p, read, show, spans_lie_inside};

/// "Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ." in TCVN3.
const TCVN3: &[u8] = b"B\xB8o c\xB8o th\xB8ng 5: \xAE\xAD\xEEc 12 h\xE5 s\xAC, t\xA8ng 3 h\xE5 s\xAC.";

fn check(bytes: &[u8], expected: Expect) {
    let document = document("a.txt", bytes).unwrap();
    let shown = document.notices.iter().fold(show(&document), |shown, notice| shown + &format!("{notice:?}\n"));
    expected.assert_eq(&shown);
}

#[test]
fn a_text_in_tcvn3() {
    check(
        TCVN3,
        expect![[r#"
            Body: Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ.
            notice legacy-encoding
            ConvertedByWords { encoding: Tcvn3, percent: 90 }
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
            notice legacy-encoding
            ConvertedByWords { encoding: Tcvn3, percent: 90 }
        "#]],
    );
}

#[test]
fn too_few_words_are_kept() {
    check(
        "H\u{E5} s\u{AC}: 12; \u{AE}\u{B9}t 3".as_bytes(),
        expect![[r#"
            Body: Hå s¬: 12; ®¹t 3
            notice legacy-encoding
            Suspected { encoding: Tcvn3, percent: 75 }
        "#]],
    );
}

#[test]
fn utf_8_read_as_windows_1252() {
    check(
        "BÃ¡o cÃ¡o thÃ¡ng 5: há»“ sÆ¡ Ä‘Ã£ giáº£i quyáº¿t: 12".as_bytes(),
        expect![[r#"
            Body: Báo cáo tháng 5: hồ sơ đã giải quyết: 12
            notice legacy-encoding
            ConvertedByWords { encoding: Misread, percent: 88 }
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

/// A Word file whose paragraphs are in TCVN3, although their font is an ordinary one, and what is read of it.
fn pasted(paragraphs: &[&[u8]], letters: Letters) -> Document {
    let text = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
    let body: String = paragraphs.iter().map(|bytes| p(&text(bytes))).collect();
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", &p("Tổng số: 45")), cell("", &p(&text(TCVN3))));
    let file = Docx::new(&format!("{body}{table}{}", p("Được lập ngày 14/3/2022."))).bytes();
    document_with("a.docx", &file, &Options { letters, ..Options::default() }).unwrap()
}

#[test]
fn letters_that_no_font_tells_are_converted_where_their_words_are_sure() {
    let document = pasted(&[TCVN3], Letters::Told);
    expect![[r#"
        Body: Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ.
        row
         cell 0+1 down 1
          Body: Tổng số: 45
         cell 1+1 down 1
          Body: Báo cáo tháng 5: được 12 hồ sơ, tăng 3 hồ sơ.
        Body: Được lập ngày 14/3/2022.
        notice legacy-encoding
    "#]]
    .assert_eq(&show(&document));
    // Every word still leads to where it stands in the text.
    assert!(spans_lie_inside(&document));
    for (paragraph, _) in document.paragraphs() {
        let span = paragraph.text.whole();
        let text: String = document.text.chars().skip(span.start).take(span.end - span.start).collect();
        assert_eq!(text, paragraph.text.to_string());
    }
}

#[test]
fn the_soft_hyphens_of_word_are_letters_where_the_words_say_so() {
    let body = "<w:p><w:r><w:t>B\u{B8}o c\u{B8}o th\u{B8}ng 5: \u{AE}</w:t><w:softHyphen/><w:t>\u{EE}c 12 h\u{E5} s\u{AC}</w:t></w:r></w:p>";
    assert_eq!(read(&Docx::new(body).bytes()).paragraphs()[0].0.text.to_string(), "Báo cáo tháng 5: được 12 hồ sơ");
}

#[test]
fn the_official_decides_where_the_words_do_not() {
    let few: &[u8] = b"H\xE5 s\xAC: 12; \xAE\xB9t 3";
    let first = |letters| {
        let file = Docx::new(&p(&few.iter().map(|byte| char::from(*byte)).collect::<String>())).bytes();
        let document = document_with("a.docx", &file, &Options { letters, ..Options::default() }).unwrap();
        let notices = document.notices.iter().map(|notice| format!("{notice:?}")).collect::<Vec<_>>();
        format!("{} {}", document.paragraphs()[0].0.text, notices.join(" "))
    };
    expect!["Hå s¬: 12; ®¹t 3 Suspected { encoding: Tcvn3, percent: 75 }"].assert_eq(&first(Letters::Told));
    expect!["Hồ sơ: 12; đạt 3 ConvertedAsChosen { encoding: Tcvn3 }"].assert_eq(&first(Letters::In(Encoding::Tcvn3)));
    expect!["Hå s¬: 12; ®¹t 3 KeptAsChosen"].assert_eq(&first(Letters::Kept));
}

#[test]
fn a_text_in_an_encoding_that_cannot_be_told_is_read_as_the_official_says() {
    let bytes = b"\xAE\xB9t 12";
    assert_eq!(document("a.txt", bytes).err(), Some(ReadError::Encoding));
    let options = Options { letters: Letters::In(Encoding::Tcvn3), ..Options::default() };
    assert_eq!(document_with("a.txt", bytes, &options).unwrap().text, "đạt 12");
}

#[test]
fn a_word_that_a_line_end_has_cut_stays_one_word() {
    let line =
        |at, bytes: &[u8]| text(100, at, bytes.iter().map(|byte| char::from(*byte)).collect::<String>().leak());
    let file = Pdf::default().page(
        &[
            line(700, b"B\xB8o c\xB8o th\xB8ng 5 theo Ngh\xDE quy\xD5t s\xE8 01/NQ-"),
            line(684, b"H\xA7ND, \xAE\xAD\xEEc 12 h\xE5 s\xAC."),
        ],
        "",
    );
    let document = document("a.pdf", &file.bytes()).unwrap();
    let text: Vec<String> = document.paragraphs().iter().map(|(paragraph, _)| paragraph.text.to_string()).collect();
    assert_eq!(text, ["Báo cáo tháng 5 theo Nghị quyết số 01/NQ-HĐND, được 12 hồ sơ."]);
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
        notice legacy-encoding
        notice legacy-encoding
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
        notice legacy-encoding
        notice legacy-encoding
    "#]]
    .assert_eq(&show(&read(&Docx::new(body).wrapped("styles", sheet).bytes())));
}
