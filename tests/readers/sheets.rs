//! What stands in a spreadsheet: one book of invented content a trap.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use tonghop_model::document::{Block, Document};
use tonghop_readers::document;

use super::support::zipped;

fn part(path: &str, content: &str) -> (String, Vec<u8>) {
    (path.to_owned(), content.as_bytes().to_vec())
}

const OFFICE: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A book of Excel with the given list of sheets, properties, styles and content of its first sheet.
fn xlsx(sheets: &str, properties: &str, styles: &str, sheet: &str) -> Vec<u8> {
    let kind = |kind: &str| format!("Type=\"http://x/{kind}\"");
    zipped(&[
        part(
            "[Content_Types].xml",
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
        ),
        part("xl/workbook.xml", &format!("<workbook {OFFICE}>{properties}<sheets>{sheets}</sheets></workbook>")),
        part(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships><Relationship Id=\"a\" {} Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s\" {} Target=\"styles.xml\"/><Relationship Id=\"t\" {} Target=\"sharedStrings.xml\"/></Relationships>",
                kind("worksheet"),
                kind("styles"),
                kind("sharedStrings")
            ),
        ),
        part("xl/styles.xml", &format!("<styleSheet>{styles}</styleSheet>")),
        part(
            "xl/sharedStrings.xml",
            "<sst><si><t>Hồ sơ</t></si><si><r><t>Đúng </t></r><r><rPr><b/></rPr><t>hạn</t></r><rPh><t>x</t></rPh></si></sst>",
        ),
        part("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
    ])
}

const ONE: &str = "<sheet name=\"Biểu 1\" r:id=\"a\"/>";

/// The styles of cells of the given formats, each a number or a code.
fn styles(formats: &[&str]) -> String {
    let mut codes = String::new();
    let mut cells = String::new();
    for (index, format) in formats.iter().enumerate() {
        let id = format.parse().ok().filter(|_| !format.starts_with('0')).unwrap_or(200 + index);
        if id >= 200 {
            let code = format.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
            write!(codes, "<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>").unwrap();
        }
        write!(cells, "<xf numFmtId=\"{id}\"/>").unwrap();
    }
    format!("<numFmts>{codes}</numFmts><cellXfs>{cells}</cellXfs>")
}

/// The sheets as text: titles, then a line a row with its cells and where they stand.
fn show(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => writeln!(out, "# {}", paragraph.text).unwrap(),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<String> = row
                        .cells
                        .iter()
                        .map(|cell| {
                            let text: Vec<String> = cell
                                .blocks
                                .iter()
                                .filter_map(|block| match block {
                                    Block::Paragraph(paragraph) => Some(paragraph.text.to_string()),
                                    Block::Table(_) => None,
                                })
                                .collect();
                            let span = if (cell.row_span, cell.column_span) == (1, 1) {
                                String::new()
                            } else {
                                format!(" ({}x{})", cell.row_span, cell.column_span)
                            };
                            format!("{}:{}{span}", cell.column, text.join(" / "))
                        })
                        .collect();
                    writeln!(out, "{}", cells.join(" | ")).unwrap();
                }
            }
        }
    }
    for notice in &document.notices {
        writeln!(out, "notice {}: {notice:?}", notice.code()).unwrap();
    }
    out
}

fn check(bytes: &[u8], name: &str, expected: Expect) {
    expected.assert_eq(&show(&document(name, bytes).unwrap_or_else(|error| panic!("{error}"))));
}

/// One value in each of the formats, printed.
fn check_formats(value: &str, expected: &[(&str, &str)]) {
    let formats: Vec<&str> = expected.iter().map(|(format, _)| *format).collect();
    let cell = |style: usize| format!("<row><c s=\"{style}\"><v>{value}</v></c></row>");
    let cells = (0..formats.len()).map(cell).collect::<Vec<_>>().concat();
    let book = xlsx(ONE, "", &styles(&formats), &format!("<sheetData>{cells}</sheetData>"));
    let document = document("a.xlsx", &book).unwrap();
    let printed: Vec<String> =
        document.paragraphs().iter().skip(1).map(|(paragraph, _)| paragraph.text.to_string()).collect();
    let wanted: Vec<&str> = expected.iter().map(|(_, printed)| *printed).collect();
    assert_eq!(printed, wanted, "{value} as {formats:?}");
}

#[test]
fn numbers_as_they_are_printed() {
    check_formats(
        "1234567.895",
        &[
            ("0", "1234568"),
            ("3", "1.234.568"),
            ("4", "1.234.567,90"),
            ("1", "1234568"),
            ("2", "1234567,90"),
            ("#,##0.###", "1.234.567,895"),
            ("#,##0,", "1.235"),
            ("#,##0.0,,\" triệu\"", "1,2 triệu"),
            ("#,##0\\ [$₫-42A]", "1.234.568 ₫"),
            ("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "1.234.568"),
            ("General", "1234567,895"),
        ],
    );
    check_formats(
        "0.7937",
        &[("9", "79%"), ("10", "79,37%"), ("0.0%", "79,4%"), ("0.00", "0,79"), ("#.00", ",79"), ("0", "1")],
    );
    check_formats(
        "-1234.5",
        &[("3", "-1.235"), ("#,##0;(#,##0)", "(1.235)"), ("#,##0;[Red]-#,##0", "-1.235"), ("0.0", "-1234,5")],
    );
    check_formats("0", &[("#,##0;-#,##0;\"-\"", "-"), ("00", "00"), ("0.0%", "0,0%"), ("3", "0")]);
    check_formats("5", &[("00", "05"), ("[>=10]0;[<10]\"0\"0", "05"), ("@", "5"), ("0\"/BC\"", "5/BC")]);
    check_formats("84909123456", &[("0000 000 000", "84909 123 456"), ("General", "84909123456")]);
    check_formats("0.30000000000000004", &[("General", "0,3")]);
    check_formats("1.2E3", &[("General", "1200")]);
}

#[test]
fn days_and_times_as_they_are_printed() {
    check_formats(
        "44684.75",
        &[
            ("14", "03/05/2022"),
            ("22", "03/05/2022 18:00"),
            ("dd/mm/yyyy", "03/05/2022"),
            ("d/m/yy", "3/5/22"),
            ("mm/yyyy", "05/2022"),
            ("h:mm", "18:00"),
            ("hh:mm:ss AM/PM", "06:00:00 CH"),
            ("[$-F800]dddd, mmmm dd, yyyy", "03/05/2022"),
            ("\"ngày\" dd \"tháng\" mm \"năm\" yyyy", "ngày 03 tháng 05 năm 2022"),
        ],
    );
    check_formats("1.5", &[("[h]:mm", "36:00"), ("14", "01/01/1900")]);
    check_formats("60", &[("14", "28/02/1900")]);
    check_formats("-1", &[("14", "-1")]);
}

#[test]
fn texts_formulas_and_addresses() {
    let sheet = "<sheetData>
        <row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"E3\" t=\"inlineStr\"><is><t>trong ô</t></is></c></row>
        <row r=\"4\"><c r=\"B4\"><f>SUM(A1)</f><v>12</v></c><c t=\"str\"><f>A</f><v>chữ</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>
        <row r=\"9\"><c r=\"B9\"><f>A1</f></c><c r=\"C9\" t=\"d\"><v>2022-05-03T00:00:00</v></c><c t=\"inlineStr\"><is><t>hai\ndòng</t></is></c></row></sheetData>";
    check(
        &xlsx(ONE, "", "", sheet),
        "a.xlsx",
        expect![[r#"
            # Biểu 1
            0:Hồ sơ | 1:Đúng hạn | 2: | 3:trong ô
            0:12 | 1:chữ | 2:TRUE | 3:#DIV/0!
            0: | 1:03/05/2022 | 2:hai dòng | 3:
            notice no-result: NoResult { formulas: 1 }
        "#]],
    );
}

#[test]
fn merged_and_hidden_cells() {
    let sheet = "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>
        <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"/><c r=\"C1\"><v>7</v></c><c r=\"D1\"><v>1</v></c></row>
        <row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>8</v></c></row>
        <row r=\"3\"><c r=\"B3\"><v>2</v></c><c r=\"D3\"><v>3</v></c></row></sheetData>
        <mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"D1:D3\"/></mergeCells>";
    let sheets = format!("{ONE}<sheet name=\"Nháp\" state=\"hidden\" r:id=\"a\"/>");
    check(
        &xlsx(&sheets, "", "", sheet),
        "a.xlsx",
        expect![[r##"
            # Biểu 1
            0:Hồ sơ (1x2) | 3:1 (2x1)
            0: | 1:2
            notice hidden-sheets: HiddenSheets { names: ["Nháp"] }
            notice hidden-text: HiddenLines { count: 2 }
        "##]],
    );
}

#[test]
fn days_since_1904() {
    let sheet = "<sheetData><row><c s=\"0\"><v>43222</v></c></row></sheetData>";
    check(
        &xlsx(ONE, "<workbookPr date1904=\"1\"/>", &styles(&["14"]), sheet),
        "a.xlsx",
        expect![[r#"
            # Biểu 1
            0:03/05/2022
        "#]],
    );
}

#[test]
fn more_cells_than_a_report_has() {
    let row = "<row>".to_owned() + &"<c><v>1</v></c>".repeat(1_000) + "</row>";
    let book = xlsx(ONE, "", "", &format!("<sheetData>{}</sheetData>", row.repeat(150)));
    let document = document("a.xlsx", &book).unwrap();
    assert_eq!(document.notices[0].code(), "too-many-cells");
}

#[test]
fn open_document_sheets() {
    let cell = |attributes: &str, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    let float =
        |value: &str, text: &str| cell(&format!("office:value-type=\"float\" office:value=\"{value}\""), text);
    let rows = [
        cell("table:number-columns-spanned=\"2\"", "Hồ sơ") + "<table:covered-table-cell/>" + &cell("", "kín"),
        // A machine that is set to English shows these.
        float("1234.5", "1,234.5") + &float("1234", "1.234") + &cell("", "kín"),
        cell("office:value-type=\"percentage\" office:value=\"0.7937\"", "79.37%")
            + &cell("office:value-type=\"date\" office:date-value=\"2022-05-03\"", "05/03/22"),
        cell("table:number-columns-repeated=\"2\"", "x"),
    ];
    let rows: String = rows.map(|row| format!("<table:table-row>{row}</table:table-row>")).concat();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\"><office:automatic-styles><style:style style:name=\"an\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"Biểu 1\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>{rows}<table:table-row table:visibility=\"filter\">{}</table:table-row><table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table><table:table table:name=\"Nháp\" table:style-name=\"an\"><table:table-row>{}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        cell("", "kín"),
        cell("", "kín")
    );
    let book =
        zipped(&[part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), part("content.xml", &content)]);
    check(
        &book,
        "a.ods",
        expect![[r##"
            # Biểu 1
            0:Hồ sơ (1x2)
            0:1.234,5 | 1:1.234
            0:79,37% | 1:03/05/2022
            0:x | 1:x
            notice hidden-sheets: HiddenSheets { names: ["Nháp"] }
            notice hidden-text: HiddenLines { count: 2 }
        "##]],
    );
}

#[test]
fn rows_repeated_and_merged_without_end() {
    let cells = "<table:table-cell><text:p/></table:table-cell>".repeat(2_000);
    let rows =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cells}</table:table-row>").repeat(20);
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table><table:table table:name=\"b\"><table:table-row><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let book =
        zipped(&[part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), part("content.xml", &content)]);
    check(
        &book,
        "a.ods",
        expect![[r#"
            # b
            0:12
        "#]],
    );
}
