//! An HTML table that pastes into Word, Excel and `LibreOffice` as an official would set it.
//!
//! All style stands in the cells, because a clipboard carries no style sheet. Borders are half a point, type is
//! Times New Roman, as Nghị định 30/2020/NĐ-CP has it, at 11 points: six months and their total then fit upright A4
//! without a figure being broken over two lines. `mso-number-format:'\@'` and, for
//! `LibreOffice`, `sdnum` with the format `@` keep figures as the text that they are. What `LibreOffice` does not take
//! from a cell's style (alignment, borders of the table, bold type) is said in elements and attributes as well.

use std::fmt::Write as _;

use super::grid::{Grid, Line, grid};
use tonghop_figures::table::Table;

const FONT: &str = "font-family:'Times New Roman',serif;font-size:11pt";
const BORDER: &str = "border:0.5pt solid #000000;padding:2pt 4pt";

/// The language of `LibreOffice`'s number formats: Vietnamese.
const SHEET_LANGUAGE: &str = "1066";

/// The table alone, for the clipboard.
pub fn html(table: &Table) -> String {
    let grid = grid(table);
    let attributes = "width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\"";
    let mut out = format!("<table {attributes} style=\"border-collapse:collapse;{FONT}\">\n");
    out.push_str("<thead>\n<tr>");
    for (name, width) in grid.head.iter().zip(widths(grid.head.len())) {
        cell(&mut out, &format!("th width=\"{width}%\""), 1, Align::Center, "", name);
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
            cell(out, "th", 1, Align::Center, "", number);
            cell(out, "th", grid.head.len() - 1, Align::Left, "", name);
        }
        Line::Row { number, depth, label, unit, figures, .. } => {
            cell(out, "td", 1, Align::Center, "", number);
            cell(out, "td", 1, Align::Left, &format!(";padding-left:{}pt", 4 + 8 * depth), label);
            cell(out, "td", 1, Align::Center, "", unit);
            for figure in figures {
                cell(out, "td", 1, Align::Right, ";white-space:nowrap", figure);
            }
        }
    }
    out.push_str("</tr>\n");
}

/// The widths of the columns in percent: number, label, unit, then the figures of equal width.
fn widths(count: usize) -> Vec<usize> {
    const LEADING: [usize; 3] = [5, 27, 10];
    let figures = count.saturating_sub(LEADING.len()).max(1);
    let rest = (100 - LEADING.iter().sum::<usize>()) / figures;
    LEADING.into_iter().chain(std::iter::repeat_n(rest, figures)).take(count).collect()
}

/// Where the text of a cell stands.
#[derive(Clone, Copy)]
enum Align {
    Left,
    Center,
    Right,
}

impl Align {
    fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
        }
    }
}

/// A cell; `tag` is the element's name, perhaps with attributes of its own.
fn cell(out: &mut String, tag: &str, columns: usize, align: Align, style: &str, text: &str) {
    let span = if columns > 1 { format!(" colspan=\"{columns}\"") } else { String::new() };
    let sheet = format!("sdnum=\"{SHEET_LANGUAGE};0;@\"");
    // A figure is never broken over two lines.
    let wrap = if matches!(align, Align::Right) { " nowrap" } else { "" };
    let align = align.name();
    let style = format!("{BORDER};text-align:{align}{style};{FONT};mso-number-format:'\\@'");
    let end = tag.split(' ').next().unwrap_or(tag);
    let _ = write!(out, "<{tag}{span}{wrap} align=\"{align}\" {sheet} style=\"{style}\">{}</{end}>", escaped(text));
}

/// Text that stands in an element.
pub(super) fn escaped(text: &str) -> String {
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

    use super::*;
    use crate::write::testing::table;

    /// Without the style of each cell, which `a_cell_carries_its_style` shows once.
    fn bare(html: &str) -> String {
        let mut out = String::new();
        for (index, piece) in html.split(" align=").enumerate() {
            out.push_str(if index == 0 { piece } else { &piece[piece.find('>').unwrap_or(0)..] });
        }
        out
    }

    #[test]
    fn a_table_as_html() {
        expect![[r#"
            <table width="100%" border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse;font-family:'Times New Roman',serif;font-size:11pt">
            <thead>
            <tr><th width="5%">TT</th><th width="27%">Chỉ tiêu</th><th width="10%">Đơn vị tính</th><th width="14%">Tháng 01</th><th width="14%">Tháng 02</th><th width="14%">Tháng 3</th><th width="14%">Quý I năm 2022</th></tr>
            </thead>
            <tbody>
            <tr><th>I</th><th colspan="6">Văn bản điện tử</th></tr>
            <tr><td>1</td><td>Văn bản đã gửi</td><td>văn bản</td><td nowrap>1.000</td><td nowrap>1.500</td><td nowrap>2.500</td><td nowrap>5.000</td></tr>
            <tr><td>2</td><td>Văn bản đã ký số</td><td>văn bản</td><td nowrap>0</td><td nowrap>khoảng 60</td><td nowrap>1.240</td><td nowrap>khoảng 1.300</td></tr>
            <tr><td>3</td><td>Tỷ lệ ký số</td><td>%</td><td nowrap>0,00</td><td nowrap>4,00</td><td nowrap>49,60</td><td nowrap>khoảng 26,00</td></tr>
            <tr><th>II</th><th colspan="6">Chứng thư số</th></tr>
            <tr><td>1</td><td>Chứng thư số đang dùng</td><td>chứng thư số</td><td nowrap>20</td><td nowrap>–</td><td nowrap>–</td><td nowrap>20</td></tr>
            <tr><td></td><td>– của cá nhân</td><td>chứng thư số</td><td nowrap>5</td><td nowrap>–</td><td nowrap>–</td><td nowrap>5</td></tr>
            <tr><td></td><td>+ tỷ lệ cá nhân</td><td>%</td><td nowrap>25</td><td nowrap>–</td><td nowrap>–</td><td nowrap>25</td></tr>
            <tr><th>III</th><th colspan="6">Số liệu khác</th></tr>
            <tr><td>1</td><td>=1+1 = 2</td><td>buổi &quot;A&quot;</td><td nowrap>3</td><td nowrap>4</td><td nowrap>–</td><td nowrap>–</td></tr>
            <tr><td>2</td><td>A &lt;b&gt; &amp; &quot;C&quot;, D</td><td>điểm</td><td nowrap>–</td><td nowrap>–</td><td nowrap>-5</td><td nowrap>–</td></tr>
            </tbody>
            </table>
        "#]].assert_eq(&bare(&html(&table())));
    }

    #[test]
    fn a_cell_carries_its_style() {
        let mut out = String::new();
        cell(&mut out, "td", 2, Align::Right, "", "30.704");
        expect![[r#"<td colspan="2" nowrap align="right" sdnum="1066;0;@" style="border:0.5pt solid #000000;padding:2pt 4pt;text-align:right;font-family:'Times New Roman',serif;font-size:11pt;mso-number-format:'\@'">30.704</td>"#]].assert_eq(&out);
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
