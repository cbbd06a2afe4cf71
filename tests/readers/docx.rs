//! What stands in a `.docx`: one document of invented content a trap.

use expect_test::{Expect, expect};

use super::support::{Docx, cell, p, read, show};

fn check(body: &str, expected: Expect) {
    expected.assert_eq(&show(&read(&Docx::new(body).bytes())));
}

#[test]
fn numbers_split_over_runs() {
    check(
        r#"<w:p><w:r><w:t>Tổng số 1.2</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>34</w:t></w:r><w:proofErr/><w:r><w:t xml:space="preserve"> hồ </w:t><w:t>sơ</w:t></w:r></w:p>"#,
        expect![[r"
            Body: Tổng số 1.234 hồ sơ
        "]],
    );
}

#[test]
fn spaces_count_only_where_they_are_preserved() {
    check(
        "<w:p><w:r><w:t>\n  Số\n </w:t></w:r><w:r><w:t xml:space=\"preserve\"> hồ sơ </w:t></w:r><w:r><w:t>12</w:t></w:r></w:p>",
        expect![[r"
            Body: Số hồ sơ 12
        "]],
    );
}

#[test]
fn tabs_breaks_hyphens_and_symbols() {
    check(
        r#"<w:p><w:r><w:t>NQ</w:t><w:noBreakHyphen/><w:t>CP</w:t><w:tab/><w:t>cơ</w:t><w:br/><w:t>sở</w:t><w:softHyphen/><w:t>hạ</w:t><w:cr/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5 &amp; &#x110; &lt;</w:t></w:r></w:p>"#,
        expect![[r"
            Body: NQ-CP cơ sởhạ ≥5 & Đ <
        "]],
    );
}

#[test]
fn capitals_that_only_the_look_makes_are_capitals() {
    let sheet = r#"<w:style w:type="character" w:styleId="H"><w:rPr><w:caps/></w:rPr></w:style>"#;
    let body = r#"<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t xml:space="preserve">Báo cáo </w:t></w:r><w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t xml:space="preserve">tháng 5 </w:t></w:r><w:r><w:rPr><w:rStyle w:val="H"/><w:caps w:val="0"/></w:rPr><w:t>năm 2022</w:t></w:r></w:p>"#;
    expect![[r#"
        Body: BÁO CÁO THÁNG 5 năm 2022
    "#]]
    .assert_eq(&show(&read(&Docx::new(body).wrapped("styles", sheet).bytes())));
}

#[test]
fn list_marks_typed_behind_breaks_begin_paragraphs() {
    check(
        r"<w:p><w:r><w:t>Kết quả:</w:t><w:br/><w:t>- Trực tiếp: 2;</w:t><w:br/><w:t>- Trực tuyến: 3</w:t></w:r></w:p>",
        expect![[r"
            Body: Kết quả:
            Body: - Trực tiếp: 2;
            Body: - Trực tuyến: 3
        "]],
    );
}

#[test]
fn fields_give_their_result() {
    check(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText><w:t>MÃ</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>34</w:t></w:r></w:fldSimple></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>hỏng</w:instrText></w:r></w:p><w:p><w:r><w:t>sau trường hỏng</w:t></w:r></w:p>"#,
        expect![[r"
            Body: 1234
            Body: sau trường hỏng
        "]],
    );
}

#[test]
fn links_controls_tags_and_formulas_keep_their_text() {
    check(
        r#"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink r:id="a"><w:r><w:t>cổng</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>khung</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:t>thẻ</w:t></w:r></w:smartTag><m:oMath xmlns:m="m"><m:r><m:t>7</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>"#,
        expect![[r"
            Body: cổngkhungthẻ7
        "]],
    );
}

#[test]
fn recorded_changes_are_accepted() {
    check(
        r#"<w:p><w:r><w:t xml:space="preserve">Có </w:t></w:r><w:del><w:r><w:delText>12</w:delText><w:t>12</w:t></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Nối </w:t></w:r></w:p><w:p><w:r><w:t>tiếp</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
        expect![[r"
            Body: Có 15
            Body: Nối tiếp
            notice tracked-changes
        "]],
    );
}

#[test]
fn hidden_text_is_left_out() {
    check(
        r#"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hở</w:t></w:r></w:p>"#,
        expect![[r"
            Body: hở
            notice hidden-text
        "]],
    );
}

#[test]
fn a_text_box_stands_once() {
    let inner = p("Trong khung");
    check(
        &format!(
            r#"<w:p><w:r><w:t>Ngoài</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#
        ),
        expect![[r"
            Body: Ngoài
            TextBox: Trong khung
        "]],
    );
}

#[test]
fn merged_and_nested_cells() {
    let nested = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", &p("trong")));
    let rows = [
        cell(r#"<w:vMerge w:val="restart"/>"#, &p("Dọc")) + &cell("", &p("a")) + &cell("", &p("b")),
        cell("<w:vMerge/>", "<w:p/>") + &cell(r#"<w:gridSpan w:val="2"/>"#, &(p("Ngang") + &nested)),
        cell(r#"<w:hMerge w:val="restart"/>"#, &p("cũ")) + &cell("<w:hMerge/>", "<w:p/>") + &cell("", "<w:p/>"),
    ];
    let rows = rows.map(|row| format!("<w:tr>{row}</w:tr>")).concat();
    check(
        &format!(
            "<w:tbl>{rows}<w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}</w:tr></w:sdtContent></w:sdt></w:tbl>",
            cell("", &p("lùi"))
        ),
        expect![[r"
            row
             cell 0+1 down 2
              Body: Dọc
             cell 1+1 down 1
              Body: a
             cell 2+1 down 1
              Body: b
            row
             cell 1+2 down 1
              Body: Ngang
              row
               cell 0+1 down 1
                Body: trong
            row
             cell 0+2 down 1
              Body: cũ
             cell 2+1 down 1
            row
             cell 1+1 down 1
              Body: lùi
        "]],
    );
}

#[test]
fn headings_by_level_name_and_base() {
    let sheet = r#"<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="H2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="V"/><w:basedOn w:val="Vong"/></w:style>
        <w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="C"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>"#;
    let styled = |style: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>"#)
    };
    let direct =
        r#"<w:p><w:pPr><w:pStyle w:val="Cap"/><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>thân</w:t></w:r></w:p>"#;
    let body: String = ["H2", "Con", "Vong", "Cap", "Khong"].map(styled).concat() + direct;
    let file = Docx::new(&body).wrapped("styles", sheet).bytes();
    expect![[r"
        Heading(2) bold: H2
        Heading(2) bold: Con
        Body: Vong
        Heading(1): Cap
        Body: Khong
        Body: thân
    "]]
    .assert_eq(&show(&read(&file)));
}

#[test]
fn notes_stand_behind_the_paragraph_that_names_them() {
    let notes = format!(
        r#"<w:footnote w:type="separator" w:id="0">{}</w:footnote><w:footnote w:id="2">{}</w:footnote>"#,
        p("vạch"),
        r#"<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Theo Công văn 5</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#
    );
    let body =
        r#"<w:p><w:r><w:t>Đạt 12</w:t><w:footnoteReference w:id="2"/><w:footnoteReference w:id="9"/></w:r></w:p>"#
            .to_owned()
            + &p("Tiếp");
    let file = Docx::new(&body).wrapped("footnotes", &notes).bytes();
    expect![[r"
        Body: Đạt 12
        Note: Theo Công văn 5
        Body: Tiếp
    "]]
    .assert_eq(&show(&read(&file)));
}

#[test]
fn endnotes_stand_where_they_are_named_and_not_at_the_end() {
    let notes = format!(r#"<w:endnote w:id="3">{}</w:endnote>"#, p("Số liệu đến ngày 14/5"));
    let body = r#"<w:p><w:r><w:t>Đạt 45%</w:t><w:endnoteReference w:id="3"/></w:r></w:p>"#.to_owned() + &p("Tiếp");
    expect![[r#"
        Body: Đạt 45%
        Note: Số liệu đến ngày 14/5
        Body: Tiếp
    "#]]
    .assert_eq(&show(&read(&Docx::new(&body).wrapped("endnotes", &notes).bytes())));
}

#[test]
fn headers_and_footers_stand_apart() {
    let relations = r#"<Relationships><Relationship Id="r1" Type="http://x/header" Target="header1.xml"/><Relationship Id="r2" Type="http://x/footer" Target="/word/footer1.xml"/><Relationship Id="r3" Type="http://x/header" Target="header9.xml"/></Relationships>"#;
    let body = p("Thân")
        + r#"<w:sectPr><w:headerReference r:id="r1"/><w:footerReference r:id="r2"/><w:footerReference r:id="r2"/></w:sectPr>"#;
    let file = Docx::new(&body)
        .part("word/_rels/document.xml.rels", relations.as_bytes())
        .wrapped("header1", &p("SỞ NỘI VỤ"))
        .wrapped("footer1", &p("Trang 1/2"))
        .wrapped("header9", &p("không dùng"))
        .bytes();
    expect![[r"
        Body: Thân
        margin SỞ NỘI VỤ
        margin Trang 1/2
    "]]
    .assert_eq(&show(&read(&file)));
}

#[test]
fn the_strict_form_and_utf_16() {
    let xml = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Đạt 12%</x:t></x:r></x:p></x:body></x:document>"#;
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let relations = r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/chinh.xml"/></Relationships>"#;
    let file =
        Docx::without_document().part("_rels/.rels", relations.as_bytes()).part("word/chinh.xml", &utf16).bytes();
    expect![[r"
        Body: Đạt 12%
    "]]
    .assert_eq(&show(&read(&file)));
}

#[test]
fn spans_lead_to_the_text_with_its_labels() {
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", &p("số")), cell("", &p("1.204")));
    let document = read(&Docx::new(&(p("Trước") + &table + &p("Sau"))).bytes());
    expect!["Trước\nsố \t1.204 \nSau\n"].assert_eq(&document.text);
    let (paragraph, _) = document.paragraphs()[2];
    let span = paragraph.text.whole();
    assert_eq!(document.text.chars().skip(span.start).take(span.end - span.start).collect::<String>(), "1.204");
}
