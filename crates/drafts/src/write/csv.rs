//! CSV after RFC 4180 but with semicolons, and with the mark that makes Excel read it as UTF-8.
//!
//! Figures are written as in Vietnam ("30.704", "85,50"). Excel parts fields by the list separator of its system, which
//! is a semicolon where the decimal sign is a comma: there the file opens in columns, and every figure is read for what
//! it is. Where the list separator is a comma, the decimal sign is a point, and a file with commas would open in columns
//! with 30.704 read as thirty and a bit, which nobody sees; this one opens in one column, which everybody sees. A line
//! "sep=;" would open it there too, with the same wrong figures, and is a row of data to other programs.
//!
//! All fields are quoted. Behind the table's columns stand how each figure of the period was made and what else to know.

use super::grid::{Line, cell_text, grid};
use tonghop_figures::table::Table;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What parts the fields.
const SEPARATOR: char = ';';

/// The table as CSV.
pub fn csv(table: &Table) -> String {
    let grid = grid(table);
    let width = grid.head.len() + 2;
    let mut out = String::from(BYTE_ORDER_MARK);
    record(&mut out, width, grid.head.iter().map(String::as_str).chain(["Cách tính", "Ghi chú"]));
    for line in &grid.lines {
        match line {
            Line::Group { number, name } => record(&mut out, width, [number.as_str(), name].into_iter()),
            Line::Row { number, label, unit, figures, derivation, notes, .. } => {
                let texts = [number, label, unit].into_iter().chain(figures).chain([derivation, notes]);
                record(&mut out, width, texts.map(String::as_str));
            }
        }
    }
    out
}

/// A record; RFC 4180 wants as many fields in each as in the first.
pub(super) fn record<'a>(out: &mut String, width: usize, fields: impl Iterator<Item = &'a str>) {
    for (index, field) in fields.chain(std::iter::repeat("")).take(width).enumerate() {
        if index > 0 {
            out.push(SEPARATOR);
        }
        out.push('"');
        out.push_str(&figure_or_text(field).replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// A negative figure keeps its sign, where a label that begins with one is made plain text.
fn figure_or_text(field: &str) -> String {
    if is_figure(field) { field.to_owned() } else { cell_text(field) }
}

/// Whether a field is nothing but a figure.
pub fn is_figure(field: &str) -> bool {
    field.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the vector in question is never empty")]

    use expect_test::expect;

    use super::*;
    use crate::write::testing::{compared, table};

    #[test]
    fn a_table_as_csv() {
        expect![[r#"
            [BOM]"TT";"Chỉ tiêu";"Đơn vị tính";"Tháng 01";"Tháng 02";"Tháng 3";"Quý I năm 2022";"Cách tính";"Ghi chú"
            "I";"Văn bản điện tử";"";"";"";"";"";"";""
            "1";"Văn bản đã gửi";"văn bản";"1.000";"1.500";"2.500";"5.000";"1.000 (tháng 01) + 1.500 (tháng 02) + 2.500 (tháng 3) = 5.000";""
            "2";"Văn bản đã ký số";"văn bản";"0";"khoảng 60";"1.240";"khoảng 1.300";"0 (tháng 01) + khoảng 60 (tháng 02) + 1.240 (tháng 3) = khoảng 1.300";""
            "3";"Tỷ lệ ký số";"%";"0,00";"4,00";"49,60";"khoảng 26,00";"khoảng 1.300 / 5.000 = khoảng 26,00%";""
            "II";"Chứng thư số";"";"";"";"";"";"";""
            "1";"Chứng thư số đang dùng";"chứng thư số";"20";"–";"–";"20";"Số mới nhất: tháng 01/2022";"Chưa có số liệu tháng 3; dùng số của tháng 01."
            "";"– của cá nhân";"chứng thư số";"5";"–";"–";"5";"Số mới nhất: tháng 01/2022";"Chưa có số liệu tháng 3; dùng số của tháng 01."
            "";" + tỷ lệ cá nhân";"%";"25";"–";"–";"25";"5 / 20 = 25%";"Tính từ số của tháng 01/2022."
            "III";"Số liệu khác";"";"";"";"";"";"";""
            "1";" =1+1 = 2";"buổi ""A""";"3";"4";"–";"–";"Chưa cộng: thiếu số liệu tháng 3.";"Cộng 2 tháng có số liệu: 3 (tháng 01) + 4 (tháng 02) = 7."
            "2";"A <b> & ""C"", D";"điểm";"–";"–";"-5";"–";"Không cộng; tính lại từ số lũy kế.";""
        "#]].assert_eq(&csv(&table()).replace("\r\n", "\n").replace(BYTE_ORDER_MARK, "[BOM]"));
    }

    #[test]
    fn comparisons_stand_behind_the_total() {
        expect![[r#"
            [BOM]"TT";"Chỉ tiêu";"Đơn vị tính";"Tháng 01";"Tháng 02";"Tháng 3";"Quý I năm 2022";"Quý I năm 2021";"Tăng, giảm so với quý I năm 2021";"Tăng, giảm so với quý I năm 2021 (%)";"Cách tính";"Ghi chú"
            "I";"Văn bản điện tử";"";"";"";"";"";"";"";"";"";""
            "1";"Văn bản đã gửi";"văn bản";"300";"300";"khoảng 300";"khoảng 900";"800";"khoảng 100";"12,50";"300 (tháng 01) + 300 (tháng 02) + khoảng 300 (tháng 3) = khoảng 900";""
            "2";"Văn bản đã ký số";"văn bản";"100";"100";"70";"270";"200";"70";"35,00";"100 (tháng 01) + 100 (tháng 02) + 70 (tháng 3) = 270";""
            "3";"Tỷ lệ ký số";"%";"33,33";"33,33";"23,33";"khoảng 30,00";"25,00";"khoảng 5,00";"–";"270 / khoảng 900 = khoảng 30,00%";""
            "II";"Chứng thư số";"";"";"";"";"";"";"";"";"";""
            "1";"Chứng thư số đang dùng";"chứng thư số";"9";"9";"9";"9";"–";"–";"–";"Số mới nhất: tháng 3/2022";""
        "#]].assert_eq(&csv(&compared()).replace("\r\n", "\n").replace(BYTE_ORDER_MARK, "[BOM]"));
    }

    #[test]
    fn every_record_has_as_many_fields() {
        let text = csv(&table());
        let mut quoted = false;
        let mut fields = vec![1];
        for c in text.chars() {
            match c {
                '"' => quoted = !quoted,
                SEPARATOR if !quoted => *fields.last_mut().unwrap() += 1,
                '\n' if !quoted => fields.push(1),
                _ => {}
            }
        }
        // Nothing stands behind the last line break.
        assert_eq!(fields.pop(), Some(1));
        assert_eq!(fields, vec![9; fields.len()]);
    }
}
