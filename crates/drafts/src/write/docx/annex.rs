//! The annexes: the whole table, and what is open.

use super::page::{LANDSCAPE, Page, UPRIGHT, section_properties};
use super::paragraph as p;
use super::paragraph::{cell, paragraph, row, run, table as table_of};
use crate::draft::Draft;
use crate::write::grid::{Grid, Line, comparison_grid, months_grid};
use crate::write::markup::Markup;
use tonghop_figures::table::Table;
use tonghop_figures::table::wording::date_words;

/// The widths of number, label and unit, in twentieths of a point.
const LEADING: [u32; 3] = [560, 3700, 1250];

/// What stands below the table.
const LEGEND: &str = "Dấu “–”: báo cáo tháng không có số liệu, hoặc chưa có số cả kỳ (xem Phụ lục II).";

/// Both annexes; the second one where something is open.
pub fn annexes(xml: &mut Markup, draft: &Draft, table: &Table) {
    let page = if table.months.len() > 4 { LANDSCAPE } else { UPRIGHT };
    let period = draft.period.map(tonghop_model::vietnamese::period::Period::name).unwrap_or_default();
    head(xml, "I", &format!("BẢNG TỔNG HỢP SỐ LIỆU {}", period.to_uppercase()), &enclosed(draft));
    figures(xml, &months_grid(table), page);
    paragraph(xml, "CellText", LEGEND);
    if let Some((start, end)) = table.window() {
        let (start, end) = (date_words(start), date_words(end));
        paragraph(xml, "CellText", &format!("Số liệu của kỳ tính từ ngày {start} đến ngày {end}."));
    }
    if let Some(grid) = comparison_grid(table) {
        paragraph(xml, "AnnexTitle", "SO SÁNH VỚI KỲ TRƯỚC");
        figures(xml, &grid, page);
    }
    if draft.issues.is_empty() {
        section_properties(xml, page, true);
        return;
    }
    xml.start("w:p", &[]).start("w:pPr", &[]).empty("w:pStyle", &[("w:val", "CellText")]);
    section_properties(xml, page, true);
    xml.end().end();
    issues(xml, draft);
    section_properties(xml, UPRIGHT, true);
}

fn head(xml: &mut Markup, number: &str, title: &str, note: &str) {
    paragraph(xml, "AnnexLabel", &format!("Phụ lục {number}"));
    paragraph(xml, "AnnexTitle", title);
    paragraph(xml, "AnnexNote", note);
}

/// "(Kèm theo Báo cáo số …/BC-STTTT ngày … tháng … năm 2022 của Sở Thông tin và Truyền thông)".
fn enclosed(draft: &Draft) -> String {
    let number = draft.letterhead.number.trim_start_matches("Số: ");
    let date = draft.letterhead.place_and_date.rsplit_once(", ").map_or("", |(_, date)| date);
    format!("(Kèm theo Báo cáo số {number} {date} của {})", draft.agency)
}

fn figures(xml: &mut Markup, grid: &Grid, page: Page) {
    let columns = columns(grid.head.len(), page);
    table_of(xml, "Figures", &columns);
    row(xml, true);
    for (name, &width) in grid.head.iter().zip(&columns) {
        cell(xml, width, 1);
        text(xml, "CellCentre", true, name);
        xml.end();
    }
    xml.end();
    for line in &grid.lines {
        row(xml, false);
        match line {
            Line::Group { number, name } => {
                cell(xml, columns[0], 1);
                text(xml, "CellCentre", true, number);
                xml.end();
                cell(xml, columns[1..].iter().sum(), columns.len() - 1);
                text(xml, "CellText", true, name);
                xml.end();
            }
            Line::Row { number, label, unit, figures, .. } => {
                let leading = [("CellCentre", number), ("CellText", label), ("CellCentre", unit)];
                let all = leading.into_iter().chain(figures.iter().map(|figure| ("CellFigure", figure)));
                for ((style, content), &width) in all.zip(&columns) {
                    cell(xml, width, 1);
                    text(xml, style, false, content);
                    xml.end();
                }
            }
        }
        xml.end();
    }
    xml.end();
}

/// The widths of the columns; the figures share what the leading ones leave.
fn columns(count: usize, page: Page) -> Vec<u32> {
    let figures = count.saturating_sub(LEADING.len()).max(1);
    // Upright, the label gives way so that no figure is broken.
    let label = if page.width > page.height && figures <= 8 { LEADING[1] } else { 2600 };
    let rest = page.inner().saturating_sub(LEADING[0] + label + LEADING[2]);
    let each = rest / u32::try_from(figures).unwrap_or(1);
    [LEADING[0], label, LEADING[2]].into_iter().chain(std::iter::repeat_n(each, figures)).take(count).collect()
}

fn text(xml: &mut Markup, style: &str, bold: bool, text: &str) {
    xml.start("w:p", &[]);
    p::style(xml, style);
    run(xml, bold.then_some("Strong"), text);
    xml.end();
}

fn issues(xml: &mut Markup, draft: &Draft) {
    let note = "(Dùng khi soạn thảo; bỏ phụ lục này trước khi trình ký.)";
    head(xml, "II", "NỘI DUNG CẦN BỔ SUNG, KIỂM TRA TRƯỚC KHI TRÌNH KÝ", note);
    for (index, issues) in draft.issues.iter().enumerate() {
        xml.start("w:p", &[]);
        p::style(xml, "BodyText");
        run(xml, Some("Strong"), &format!("{}. {}", index + 1, issues.title));
        xml.end();
        for item in &issues.items {
            p::passage(xml, "Item", item);
        }
    }
}
