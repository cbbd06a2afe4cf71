//! The Excel file against the schema, and every figure read back.

use std::io::Read;

use expect_test::expect;

use super::xlsx;
use crate::write::docx::schema;
use crate::write::testing::{compared, table};
use tonghop_figures::table::Table;

fn part(name: &str) -> String {
    part_of(&table(), name)
}

fn part_of(table: &Table, name: &str) -> String {
    let bytes = xlsx(table, &[]);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A sheet as lines of "place: value", a formula before its value.
fn cells(sheet: &str) -> String {
    cells_of(&part(sheet))
}

fn cells_of(text: &str) -> String {
    let inner = |cell: &str, tag: &str| {
        let start = cell.find(&format!("<{tag}"))?;
        let rest = &cell[start..];
        let from = rest.find('>')? + 1;
        Some(rest[from..rest.find(&format!("</{tag}>"))?].to_owned())
    };
    let mut out = String::new();
    for row in text.split("<row ").skip(1) {
        let cells = row.split("<c ").skip(1).filter_map(|cell| {
            let formula = inner(cell, "f").map(|formula| format!("={formula} → ")).unwrap_or_default();
            let value = inner(cell, "v").or_else(|| inner(cell, "t").map(|text| format!("“{text}”")))?;
            Some(format!("{formula}{value}"))
        });
        out.push_str(&(cells.collect::<Vec<_>>().join(" | ") + "\n"));
    }
    out
}

#[test]
fn figures_are_numbers_and_totals_are_formulas() {
    expect![[r#"
        “TT” | “Chỉ tiêu” | “Đơn vị tính” | “Tháng 01” | “Tháng 02” | “Tháng 3” | “Quý I năm 2022” | “Cách tính” | “Ghi chú”
        “I” | “Văn bản điện tử”
        “1” | “Văn bản đã gửi” | “văn bản” | 1000 | 1500 | 2500 | =SUM(D3:F3) → 5000 | “1.000 (tháng 01) + 1.500 (tháng 02) + 2.500 (tháng 3) = 5.000”
        “2” | “Văn bản đã ký số” | “văn bản” | 0 | 60 | 1240 | =SUM(D4:F4) → 1300 | “0 (tháng 01) + khoảng 60 (tháng 02) + 1.240 (tháng 3) = khoảng 1.300”
        “3” | “Tỷ lệ ký số” | “%” | 0.00 | 4.00 | 49.60 | 26.00 | “khoảng 1.300 / 5.000 = khoảng 26,00%”
        “II” | “Chứng thư số”
        “1” | “Chứng thư số đang dùng” | “chứng thư số” | 20 | “–” | “–” | 20 | “Số mới nhất: tháng 01/2022” | “Chưa có số liệu tháng 3; dùng số của tháng 01.”
        “– của cá nhân” | “chứng thư số” | 5 | “–” | “–” | 5 | “Số mới nhất: tháng 01/2022” | “Chưa có số liệu tháng 3; dùng số của tháng 01.”
        “+ tỷ lệ cá nhân” | “%” | 25 | “–” | “–” | 25 | “5 / 20 = 25%” | “Tính từ số của tháng 01/2022.”
        “III” | “Số liệu khác”
        “1” | “=1+1 = 2” | “buổi &quot;A&quot;” | 3 | 4 | “–” | “–” | “Chưa cộng: thiếu số liệu tháng 3.” | “Cộng 2 tháng có số liệu: 3 (tháng 01) + 4 (tháng 02) = 7.”
        “2” | “A &lt;b&gt; &amp; &quot;C&quot;, D” | “điểm” | “–” | “–” | -5 | “–” | “Không cộng; tính lại từ số lũy kế.”
    "#]].assert_eq(&cells("xl/worksheets/sheet1.xml"));
}

#[test]
fn comparisons_are_numbers_behind_the_total() {
    expect![[r#"
        “TT” | “Chỉ tiêu” | “Đơn vị tính” | “Tháng 01” | “Tháng 02” | “Tháng 3” | “Quý I năm 2022” | “Quý I năm 2021” | “Tăng, giảm so với quý I năm 2021” | “Tăng, giảm so với quý I năm 2021 (%)” | “Cách tính” | “Ghi chú”
        “I” | “Văn bản điện tử”
        “1” | “Văn bản đã gửi” | “văn bản” | 300 | 300 | 300 | =SUM(D3:F3) → 900 | 800 | 100 | 12.50 | “300 (tháng 01) + 300 (tháng 02) + khoảng 300 (tháng 3) = khoảng 900”
        “2” | “Văn bản đã ký số” | “văn bản” | 100 | 100 | 70 | =SUM(D4:F4) → 270 | 200 | 70 | 35.00 | “100 (tháng 01) + 100 (tháng 02) + 70 (tháng 3) = 270”
        “3” | “Tỷ lệ ký số” | “%” | 33.33 | 33.33 | 23.33 | 30.00 | 25.00 | 5.00 | “–” | “270 / khoảng 900 = khoảng 30,00%”
        “II” | “Chứng thư số”
        “1” | “Chứng thư số đang dùng” | “chứng thư số” | 9 | 9 | 9 | 9 | “–” | “–” | “–” | “Số mới nhất: tháng 3/2022”
    "#]].assert_eq(&cells_of(&part_of(&compared(), "xl/worksheets/sheet1.xml")));
}

#[test]
fn every_part_is_as_the_schema_has_it() {
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"] {
        schema::check(name, &part(name));
    }
}

#[test]
fn a_format_keeps_the_word_before_a_figure_and_its_decimals() {
    let styles = part("xl/styles.xml");
    for code in ["#,##0", "#,##0.00", "&quot;khoảng &quot;#,##0"] {
        assert!(styles.contains(&format!("formatCode=\"{code}\"")), "{code}");
    }
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    assert_eq!(xlsx(&table(), &[]), xlsx(&table(), &[]));
}
