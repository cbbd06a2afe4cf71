//! An HTML table that pastes into Word, Excel and `LibreOffice` as an official would set it.
//!
//! All style stands in the cells, because a clipboard carries no style sheet. Borders are half a point, type is
//! Times New Roman 13 as Nghị định 30/2020/NĐ-CP has it for a report's body. `mso-number-format:'\@'` and, for
//! `LibreOffice`, `sdnum` with the format `@` keep figures as the text that they are.

use std::fmt::Write as _;

use super::grid::{Grid, Line, grid};
use crate::engine::consolidate::Table;

const FONT: &str = "font-family:'Times New Roman',serif;font-size:13pt";
const BORDER: &str = "border:.5pt solid windowtext;padding:2pt 4pt;vertical-align:middle";

/// The language of `LibreOffice`'s number formats: Vietnamese.
const SHEET_LANGUAGE: &str = "1066";

/// The table alone, for the clipboard.
pub fn html(table: &Table) -> String {
    let grid = grid(table);
    let mut out = format!("<table style=\"border-collapse:collapse;{FONT}\">\n<thead>\n<tr>");
    for name in &grid.head {
        cell(&mut out, "th", 1, "text-align:center;font-weight:bold", name);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for line in &grid.lines {
        body_line(&mut out, &grid, line);
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// A whole document with the table, for a file.
pub fn document(table: &Table) -> String {
    let title = table.period.map_or_else(String::new, |period| escaped(&period.name()));
    let head = format!("<meta charset=\"utf-8\">\n<title>Bảng tổng hợp {title}</title>");
    format!("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n{head}\n</head>\n<body>\n{}</body>\n</html>\n", html(table))
}

fn body_line(out: &mut String, grid: &Grid, line: &Line) {
    out.push_str("<tr>");
    match line {
        Line::Group { number, name } => {
            cell(out, "td", 1, "text-align:center;font-weight:bold", number);
            cell(out, "td", grid.head.len() - 1, "text-align:left;font-weight:bold", name);
        }
        Line::Row { number, depth, label, unit, figures, .. } => {
            cell(out, "td", 1, "text-align:center", number);
            cell(out, "td", 1, &format!("text-align:left;padding-left:{}pt", 4 + 8 * depth), label);
            cell(out, "td", 1, "text-align:center", unit);
            for figure in figures {
                cell(out, "td", 1, "text-align:right;white-space:nowrap", figure);
            }
        }
    }
    out.push_str("</tr>\n");
}

fn cell(out: &mut String, tag: &str, columns: usize, style: &str, text: &str) {
    let span = if columns > 1 { format!(" colspan=\"{columns}\"") } else { String::new() };
    let sheet = format!("sdnum=\"{SHEET_LANGUAGE};0;@\"");
    let style = format!("{BORDER};{style};{FONT};mso-number-format:'\\@'");
    let _ = write!(out, "<{tag}{span} {sheet} style=\"{style}\">{}</{tag}>", escaped(text));
}

/// Text that stands in an element.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::super::testing::table;
    use super::*;

    /// Without the style of each cell, which `a_cell_carries_its_style` shows once.
    fn bare(html: &str) -> String {
        let mut out = String::new();
        for (index, piece) in html.split(" sdnum=").enumerate() {
            out.push_str(if index == 0 { piece } else { &piece[piece.find('>').unwrap_or(0)..] });
        }
        out
    }

    #[test]
    fn a_table_as_html() {
        expect![[r#"
            <table style="border-collapse:collapse;font-family:'Times New Roman',serif;font-size:13pt">
            <thead>
            <tr><th>TT</th><th>Chỉ tiêu</th><th>Đơn vị tính</th><th>Tháng 1</th><th>Tháng 2</th><th>Tháng 3</th><th>Quý I năm 2022</th></tr>
            </thead>
            <tbody>
            <tr><td>I</td><td colspan="6">Văn bản điện tử</td></tr>
            <tr><td>1</td><td>Văn bản đã gửi</td><td>văn bản</td><td>1.000</td><td>1.500</td><td>2.500</td><td>5.000</td></tr>
            <tr><td>2</td><td>Văn bản đã ký số</td><td>văn bản</td><td>0</td><td>khoảng 60</td><td>1.240</td><td>khoảng 1.300</td></tr>
            <tr><td>3</td><td>Tỷ lệ ký số</td><td>%</td><td>0,00</td><td>4,00</td><td>49,60</td><td>khoảng 26,00</td></tr>
            <tr><td>II</td><td colspan="6">Chứng thư số</td></tr>
            <tr><td>1</td><td>Chứng thư số đang dùng</td><td>chứng thư số</td><td>20</td><td>–</td><td>–</td><td>20</td></tr>
            <tr><td></td><td>– của cá nhân</td><td>chứng thư số</td><td>5</td><td>–</td><td>–</td><td>5</td></tr>
            <tr><td></td><td>+ tỷ lệ cá nhân</td><td>%</td><td>25</td><td>–</td><td>–</td><td>25</td></tr>
            <tr><td>III</td><td colspan="6">Số liệu khác</td></tr>
            <tr><td>1</td><td>=1+1 = 2</td><td>buổi &quot;A&quot;</td><td>3</td><td>4</td><td>–</td><td>–</td></tr>
            <tr><td>2</td><td>A &lt;b&gt; &amp; &quot;C&quot;, D</td><td>điểm</td><td>–</td><td>–</td><td>-5</td><td>–</td></tr>
            </tbody>
            </table>
        "#]].assert_eq(&bare(&html(&table())));
    }

    #[test]
    fn a_cell_carries_its_style() {
        let mut out = String::new();
        cell(&mut out, "td", 2, "text-align:right", "30.704");
        expect![[r#"<td colspan="2" sdnum="1066;0;@" style="border:.5pt solid windowtext;padding:2pt 4pt;vertical-align:middle;text-align:right;font-family:'Times New Roman',serif;font-size:13pt;mso-number-format:'\@'">30.704</td>"#]].assert_eq(&out);
    }

    #[test]
    fn text_is_never_markup() {
        assert_eq!(escaped("<b>\"A & B\"</b>\n"), "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt; ");
    }

    #[test]
    fn a_document_says_its_encoding_and_title() {
        let document = document(&table());
        assert!(document.contains("<meta charset=\"utf-8\">\n<title>Bảng tổng hợp quý I năm 2022</title>"));
    }
}
