//! What stands in a web page: one page of invented content a trap.

use expect_test::{Expect, expect};
use tonghop_model::format::Format;
use tonghop_readers::document;
use tonghop_readers::error::ReadError;

use super::support::show;

fn shown(name: &str, bytes: &[u8]) -> String {
    show(&document(name, bytes).unwrap_or_else(|error| panic!("{error}")))
}

fn check(body: &str, expected: Expect) {
    expected.assert_eq(&shown("a.html", format!("<!DOCTYPE html><html><body>{body}</body></html>").as_bytes()));
}

#[test]
fn text_over_tags_entities_and_line_ends() {
    check(
        "<p>Tổng\n   số 1.2<b>34</b>&nbsp;hồ s&#417;<br>c&#x1A1; s&ocirc;\u{AD} &amp; &lt;5</p>trần",
        expect![[r#"
            Body: Tổng số 1.234 hồ sơ cơ sô & <5
            Body: trần
        "#]],
    );
}

#[test]
fn headings_bold_and_line_breaks_before_marks() {
    check(
        "<h2>Kết quả</h2><p><b>Đậm</b> <span style='font-weight:700'>nữa</span></p><p>Gồm:<br>- Trực tiếp: 2;<br>- Trực tuyến: 3</p>",
        expect![[r#"
            Heading(2) bold: Kết quả
            Body bold: Đậm nữa
            Body: Gồm:
            Body: - Trực tiếp: 2;
            Body: - Trực tuyến: 3
        "#]],
    );
}

#[test]
fn ends_that_are_left_out_or_misplaced() {
    check(
        "<p>một<p>hai <b>đậm<p>ba</b><div>bốn</p>năm</div><ul><li>sáu<li>bảy</ul><table><tr><td>a<td>b<tr><td>c</table>tám",
        expect![[r#"
            Body: một
            Body: hai đậm
            Body: ba
            Body: bốnnăm
            ListItem(0): [• ]sáu
            ListItem(0): [• ]bảy
            row
             cell 0+1 down 1
              Body: a
             cell 1+1 down 1
              Body: b
            row
             cell 0+1 down 1
              Body: c
            Body: tám
        "#]],
    );
}

#[test]
fn numbers_of_lists() {
    check(
        "<ol type=I start=3><li>ba<ol type=a><li><p>a</p><p>nữa</p><li>b</ol><li value=9>chín<li>mười</ol><ol style='list-style-type:none'><li>trơn</ol><ol reversed><li>hai<li>một</ol>",
        expect![[r#"
            ListItem(0): [III. ]ba
            ListItem(1): [a. ]a
            Body: nữa
            ListItem(1): [b. ]b
            ListItem(0): [IX. ]chín
            ListItem(0): [X. ]mười
            Body: trơn
            ListItem(0): [2. ]hai
            ListItem(0): [1. ]một
        "#]],
    );
}

#[test]
fn lists_of_word_carry_their_labels() {
    check(
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Tiếp nhận 12<o:p></o:p></p>
        <p style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Chấm</p>",
        expect![[r#"
            ListItem(1): [a) ]Tiếp nhận 12
            ListItem(0): [• ]Chấm
        "#]],
    );
}

#[test]
fn merged_and_nested_cells() {
    check(
        "<table><caption>Bảng 1</caption><tr><th rowspan=2>Dọc<th>a<th>b<tr><td colspan=2>Ngang<table><tr><td>trong</table><tr><td><p>c</p><p>d</p><td><td>e</table>",
        expect![[r#"
            Body: Bảng 1
            row
             cell 0+1 down 2
              Body bold: Dọc
             cell 1+1 down 1
              Body bold: a
             cell 2+1 down 1
              Body bold: b
            row
             cell 1+2 down 1
              Body: Ngang
              row
               cell 0+1 down 1
                Body: trong
            row
             cell 0+1 down 1
              Body: c
              Body: d
             cell 1+1 down 1
             cell 2+1 down 1
              Body: e
        "#]],
    );
}

#[test]
fn what_a_page_does_not_show() {
    check(
        "<script>document.write('<p>12</p>')</script><style>p{}</style><p hidden>kín</p><p style='display: none !important'>kín</p><!--[if gte mso 9]><p>12</p><![endif]--><p>hở <span style='mso-hide:all'>kín</span><del>9</del><ins>10</ins></p><textarea>12</textarea><noscript>12</noscript>",
        expect![[r#"
            Body: hở 10
            notice tracked-changes
            notice hidden-text
        "#]],
    );
}

#[test]
fn notes_of_word_and_links() {
    check(
        "<p>Đạt 12<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> tại <a href='https://x'>cổng</a></p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1'>[1]</a> Theo Công văn 5</p></div></div>",
        expect![[r#"
            Body: Đạt 12 tại cổng
            Note: Theo Công văn 5
        "#]],
    );
}

#[test]
fn preformatted_lines_and_margins_of_libreoffice() {
    check(
        "<div title='header'><p>SỞ NỘI VỤ</p></div><pre>- Một: 1\n- Hai: 2</pre>",
        expect![[r#"
            Body: - Một: 1
            Body: - Hai: 2
            margin SỞ NỘI VỤ
        "#]],
    );
}

#[test]
fn letters_of_old_fonts() {
    check(
        "<p><font face='VNI-Times'>Ñoäc laäp - Töï do</font> và Hạnh phúc</p>",
        expect![[r#"
            Body: Độc lập - Tự do và Hạnh phúc
            notice legacy-encoding
        "#]],
    );
}

const PAGE: &str = "<html><body><p>Đạt 12 hồ sơ</p></body></html>";

fn mht(encoding: &str, content: &str) -> String {
    format!(
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Next\"\r\n\r\nlời đầu\r\n------=_Next\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------=_Next\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{content}\r\n------=_Next--\r\n"
    )
}

#[test]
fn pages_in_one_file() {
    let quoted = PAGE.replace("Đạt", "=C4=90=E1=BA=A1=\r\nt").replace("body><p", "body>=3Cp");
    let base64 = "PGh0bWw+PGJvZHk+PHA+xJDhuqF0IDEyIGjh\r\nu5Mgc8ahPC9wPjwvYm9keT48L2h0bWw+";
    for (encoding, content) in [("quoted-printable", quoted.as_str()), ("base64", base64), ("8bit", PAGE)] {
        let document = document("a.mht", mht(encoding, content).as_bytes()).unwrap();
        assert_eq!(document.format, Format::Mht);
        assert_eq!(document.text, "Đạt 12 hồ sơ\n", "{encoding}");
    }
    assert_eq!(
        document("a.mht", b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx").err(),
        Some(ReadError::Damaged)
    );
}

#[test]
fn pages_under_the_names_of_word_and_excel() {
    for name in ["a.doc", "a.xls"] {
        let document =
            document(name, "\u{FEFF}\n<!-- x --><meta charset=utf-8><table><tr><td>12</table>".as_bytes()).unwrap();
        assert_eq!((document.format, document.notices[0].code()), (Format::Html, "other-format"));
    }
}

#[test]
fn cells_that_cover_more_than_any_table() {
    let page = format!("<table><tr>{}</table>", "<td colspan=1000 rowspan=1000>1".repeat(50_000));
    assert_eq!(document("a.html", page.as_bytes()).unwrap().paragraphs().len(), 50_000);
}
