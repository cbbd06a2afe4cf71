//! What stands in an `.odt`: one document of invented content a trap.

use expect_test::{Expect, expect};
use tonghop_readers::document;
use tonghop_readers::error::ReadError;

use super::support::{read, show, zipped};

const NAMESPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#;

/// A document with the given automatic styles, body, and content of its part of common styles.
fn file(automatic: &str, body: &str, common: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?>\n<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles {NAMESPACES}>{common}</office:document-styles>");
    let part = |path: &str, content: &str| (path.to_owned(), content.as_bytes().to_vec());
    zipped(&[
        part("mimetype", "application/vnd.oasis.opendocument.text"),
        part("content.xml", &content),
        part("styles.xml", &styles),
    ])
}

fn check(automatic: &str, body: &str, expected: Expect) {
    expected.assert_eq(&shown(&file(automatic, body, "")));
}

fn shown(bytes: &[u8]) -> String {
    show(&document("a.odt", bytes).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn numbers_split_over_spans_and_spaces() {
    check(
        "",
        "<text:p>Tổng  \n số 1.2<text:span>34</text:span><text:s text:c=\"3\"/>hồ<text:tab/>sơ &amp; cơ\u{AD} sở&#x110;<text:soft-page-break/>ẩm</text:p>",
        expect![[r#"
            Body: Tổng số 1.234 hồ sơ & cơ sởĐẩm
        "#]],
    );
}

/// Styles of lists: I./1.1/a) with numbers of outer levels, and dashes.
const LISTS: &str = r#"<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/><text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="a" text:start-value="3"/></text:list-style>
    <text:list-style style:name="D"><text:list-level-style-bullet text:level="1" style:num-suffix="-" text:bullet-char="-"/><text:list-level-style-bullet text:level="2" text:bullet-char="+"/></text:list-style>
    <text:list-style style:name="P"><text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="Điều %1%. 5%"/></text:list-style>
    <style:style style:name="Kieu" style:family="paragraph" style:list-style-name="P"/>"#;

fn item(content: &str) -> String {
    format!("<text:list-item>{content}</text:list-item>")
}

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

#[test]
fn labels_of_levels() {
    let deep = format!("<text:list>{}{}</text:list>", item(&p("c")), item(&p("d")));
    let second = format!("<text:list>{}{}</text:list>", item(&(p("một một") + &deep)), item(&p("một hai")));
    let list = format!(
        "<text:list text:style-name=\"L\">{}{}<text:list-item text:start-value=\"5\">{}</text:list-item></text:list>",
        item(&(p("một") + &p("đoạn nữa") + &second)),
        item(&p("hai")),
        p("năm")
    );
    check(
        LISTS,
        &list,
        expect![[r#"
            ListItem(0): [I. ]một
            Body: đoạn nữa
            ListItem(1): [I.1. ]một một
            ListItem(2): [c) ]c
            ListItem(2): [d) ]d
            ListItem(1): [I.2. ]một hai
            ListItem(0): [II. ]hai
            ListItem(0): [V. ]năm
        "#]],
    );
}

#[test]
fn lists_that_go_on_and_lists_that_begin_anew() {
    let list = |attributes: &str, text: &str| {
        format!("<text:list text:style-name=\"L\" {attributes}>{}</text:list>", item(&p(text)))
    };
    let inner = format!("<text:list>{}</text:list>", item(&p("trong")));
    let body = list(r#"xml:id="x""#, "một")
        + &list(r#"text:continue-numbering="true""#, "hai")
        + &list(r#"xml:id="y""#, "lại một")
        + &list(r#"text:continue-list="x""#, "vẫn hai")
        + &format!(
            "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">{}{}</text:list>",
            item(&inner),
            item(&inner)
        );
    check(
        LISTS,
        &body,
        expect![[r#"
            ListItem(0): [I. ]một
            ListItem(0): [II. ]hai
            ListItem(0): [I. ]lại một
            ListItem(0): [II. ]vẫn hai
            ListItem(1): [II.1. ]trong
            ListItem(1): [II.2. ]trong
        "#]],
    );
}

#[test]
fn bullets_patterns_and_lists_by_paragraph_style() {
    let nested = format!("<text:list>{}</text:list>", item(&p("cộng")));
    let body = format!("<text:list text:style-name=\"D\">{}</text:list>", item(&(p("gạch") + &nested)))
        + "<text:list><text:list-item><text:p text:style-name=\"Kieu\">theo kiểu</text:p></text:list-item><text:list-header><text:p>không số</text:p></text:list-header></text:list>";
    check(
        LISTS,
        &body,
        expect![[r#"
            ListItem(0): [- ]gạch
            ListItem(1): [+ ]cộng
            ListItem(0): [Điều 1. 5% ]theo kiểu
            Body: không số
        "#]],
    );
}

#[test]
fn headings_numbered_by_the_outline() {
    let outline = r#"<office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-suffix="." style:num-format="I"/><text:outline-level-style text:level="2" style:num-suffix="." style:num-format="1"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style></office:styles>"#;
    let h = |attributes: &str, text: &str| format!("<text:h {attributes}>{text}</text:h>");
    let body = h(r#"text:outline-level="1""#, "<text:number>I.</text:number>Một")
        + &h(r#"text:outline-level="2""#, "trong")
        + &h(r#"text:outline-level="1" text:is-list-header="true""#, "không số")
        + &h(r#"text:outline-level="1" text:restart-numbering="true" text:start-value="4""#, "Bốn")
        + &h(r#"text:outline-level="3""#, "trơn");
    expect![[r#"
        Heading(1): [I. ]Một
        Heading(2): [1. ]trong
        Heading(1): không số
        Heading(1): [IV. ]Bốn
        Heading(3): trơn
    "#]]
    .assert_eq(&shown(&file("", &body, outline)));
}

#[test]
fn merged_repeated_and_nested_cells() {
    let cell =
        |attributes: &str, content: &str| format!("<table:table-cell {attributes}>{content}</table:table-cell>");
    let nested = format!("<table:table><table:table-row>{}</table:table-row></table:table>", cell("", &p("trong")));
    let rows = [
        cell(r#"table:number-rows-spanned="2""#, &p("Dọc")) + &cell(r#"table:number-columns-repeated="2""#, &p("a")),
        "<table:covered-table-cell/>".to_owned()
            + &cell(r#"table:number-columns-spanned="2""#, &(p("Ngang") + &nested))
            + "<table:covered-table-cell/>",
    ];
    let rows = rows.map(|row| format!("<table:table-row>{row}</table:table-row>")).concat();
    let hidden = format!("<table:table-row table:visibility=\"collapse\">{}</table:table-row>", cell("", &p("kín")));
    check(
        "",
        &format!(
            "<table:table><table:table-column/><table:table-header-rows>{rows}</table:table-header-rows>{hidden}</table:table>"
        ),
        expect![[r#"
            row
             cell 0+1 down 2
              Body: Dọc
             cell 1+1 down 1
              Body: a
             cell 2+1 down 1
              Body: a
            row
             cell 1+2 down 1
              Body: Ngang
              row
               cell 0+1 down 1
                Body: trong
            notice hidden-text
        "#]],
    );
}

#[test]
fn recorded_changes_are_accepted() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ 12</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Có <text:change text:change-id=\"c\"/><text:change-start/>15<text:change-end/></text:p>";
    check(
        "",
        body,
        expect![[r#"
            Body: Có 15
            notice tracked-changes
        "#]],
    );
}

#[test]
fn hidden_text_paragraphs_and_sections() {
    let styles = r#"<style:style style:name="An" style:family="text"><style:text-properties text:display="none"/></style:style>"#;
    let body = r#"<text:p>hở<text:span text:style-name="An">kín</text:span><text:hidden-text text:is-hidden="true">kín</text:hidden-text><text:variable-set text:display="none">7</text:variable-set></text:p>
        <text:p><text:hidden-paragraph text:is-hidden="true"/>kín</text:p>
        <text:section text:display="none"><text:p>kín</text:p></text:section><text:section><text:p>hở nữa</text:p></text:section>"#;
    check(
        styles,
        body,
        expect![[r#"
            Body: hở
            Body: hở nữa
            notice hidden-text
        "#]],
    );
}

#[test]
fn notes_frames_fields_links_and_comments() {
    let body = r#"<text:p>Đạt 12<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Theo Công văn 5</text:p></text:note-body></text:note> hồ sơ<office:annotation><text:p>xem lại</text:p></office:annotation> <text:a><text:span>cổng</text:span></text:a> <text:page-number>3</text:page-number><draw:frame><draw:text-box><text:p>Trong khung</text:p></draw:text-box></draw:frame></text:p>
        <draw:g><draw:custom-shape><text:p>Trong hình</text:p></draw:custom-shape></draw:g>
        <text:table-of-content><text:table-of-content-source><text:index-title-template>mẫu</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Mục lục</text:p></text:index-body></text:table-of-content>"#;
    check(
        "",
        body,
        expect![[r#"
            Body: Đạt 12 hồ sơ cổng 3
            TextBox: Trong khung
            Note: Theo Công văn 5
            TextBox: Trong hình
            Body: Mục lục
        "#]],
    );
}

#[test]
fn bold_by_span_paragraph_and_base() {
    let styles = r#"<style:style style:name="Dam" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="Con" style:family="paragraph" style:parent-style-name="Dam"/>
        <style:style style:name="Nhat" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>"#;
    let body = r#"<text:p text:style-name="Con">Đậm</text:p><text:p text:style-name="Dam">Nửa <text:span text:style-name="Nhat">nhạt</text:span></text:p>"#;
    check(
        styles,
        body,
        expect![[r#"
            Body bold: Đậm
            Body: Nửa nhạt
        "#]],
    );
}

#[test]
fn headers_and_footers_stand_apart() {
    let common = "<office:master-styles><style:master-page><style:header><text:p>SỞ NỘI VỤ</text:p></style:header><style:footer><text:p>Trang 1</text:p></style:footer><style:header-left style:display=\"false\"><text:p>bỏ</text:p></style:header-left></style:master-page></office:master-styles>";
    expect![[r#"
        Body: Thân
        margin SỞ NỘI VỤ
        margin Trang 1
    "#]]
    .assert_eq(&shown(&file("", &p("Thân"), common)));
}

#[test]
fn all_in_one_xml_file() {
    let xml = format!(
        "<?xml version=\"1.0\"?>\n<office:document {NAMESPACES}><office:body><office:text>{}</office:text></office:body></office:document>",
        p("Đạt 12")
    );
    expect![[r#"
        Body: Đạt 12
    "#]]
    .assert_eq(&shown(xml.as_bytes()));
}

#[test]
fn a_password_is_said() {
    let part = |path: &str, content: &str| (path.to_owned(), content.as_bytes().to_vec());
    let bytes = zipped(&[
        part("mimetype", "application/vnd.oasis.opendocument.text"),
        part("content.xml", "\u{1}\u{2}\u{3}"),
        part("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert_eq!(document("a.odt", &bytes).err(), Some(ReadError::Locked));
}

#[test]
fn content_that_breaks_off_is_read_up_to_there() {
    let whole = file("", &(p("trước") + "<text:p></text:span>" + &p("sau")), "");
    let document = read(&whole);
    assert_eq!(document.paragraphs().len(), 1);
    assert_eq!(document.notices[0].code(), "damaged");
}
