//! The three sheets: the table, where its figures stand, what is open.

use rust_decimal::Decimal;

use super::sheet::{Cell, Sheet, Value};
use super::styles::{Look, Styles};
use crate::write::grid::{Line, NOTHING, grid};
use tonghop_figures::table::wording::{figure, month_words};
use tonghop_figures::table::{Row, Rule, Source, Table};
use tonghop_model::finding::{Place, Severity};
use tonghop_model::quotes::Quotes;
use tonghop_series::indicator_name::depth_of;

/// How many columns stand before those of the months.
const LEADING: usize = 3;

const LEFT: Look = Look { bold: false, align: "left", indent: 0, number: None };
const CENTRE: Look = Look { bold: false, align: "center", indent: 0, number: None };
const HEAD: Look = Look { bold: true, align: "center", indent: 0, number: None };
const GROUP: Look = Look { bold: true, align: "left", indent: 0, number: None };

/// The table, with the totals as formulas.
pub fn figures(table: &Table, styles: &mut Styles) -> Sheet {
    let grid = grid(table);
    let width = grid.head.len() + 2;
    let heads = grid.head.iter().map(String::as_str).chain(["Cách tính", "Ghi chú"]);
    let mut rows = vec![heads.map(|head| text(head, HEAD, styles)).collect()];
    let mut data = table.rows.iter();
    for line in &grid.lines {
        rows.push(match line {
            Line::Group { number, name } => {
                let cells = [text(number, HEAD, styles), text(name, GROUP, styles)];
                let rest = Cell { value: Value::Empty, look: styles.index(GROUP) };
                cells.into_iter().chain(std::iter::repeat(rest)).take(width).collect()
            }
            Line::Row { .. } => match data.next() {
                Some(row) => figure_row(row, line, styles),
                None => continue,
            },
        });
    }
    let months = std::iter::repeat_n(12, table.months.len() + 1 + 3 * table.comparisons.len());
    let widths = [6, 44, 15].into_iter().chain(months).chain([48, 48]).collect();
    Sheet { name: "Bảng số liệu", widths, frozen: LEADING, rows }
}

fn figure_row(row: &Row, line: &Line, styles: &mut Styles) -> Vec<Cell> {
    let Line::Row { number, label, unit, derivation, notes, .. } = line else { return Vec::new() };
    let mut cells = vec![
        text(number, CENTRE, styles),
        text(label, Look { indent: depth_of(&row.label), ..LEFT }, styles),
        text(unit, CENTRE, styles),
    ];
    for cell in &row.cells {
        cells.push(match cell {
            Some(cell) => number_cell(cell.value, cell.approximate, false, styles),
            None => text(NOTHING, CENTRE, styles),
        });
    }
    cells.push(total(row, styles));
    for compared in &row.compared {
        let difference = compared.difference.map(|total| (total.value, total.approximate));
        let figures = [
            compared.base.map(|total| (total.value, total.approximate)),
            difference,
            compared.percent.map(|percent| (percent, None)),
        ];
        cells.extend(figures.map(|figure| match figure {
            Some((value, word)) => number_cell(value, word, false, styles),
            None => text(NOTHING, CENTRE, styles),
        }));
    }
    cells.extend([text(derivation, LEFT, styles), text(notes, LEFT, styles)]);
    cells
}

/// A total: a sum of months is a formula, so that it follows a month that is corrected in the sheet.
fn total(row: &Row, styles: &mut Styles) -> Cell {
    let Some(total) = row.total else { return text(NOTHING, HEAD, styles) };
    let mut cell = number_cell(total.value, total.approximate, true, styles);
    let numbers = row.cells.iter().all(|cell| cell.is_some_and(|cell| Value::fits(cell.value)));
    if let (Rule::Sum, true, Value::Number(value)) = (row.rule, numbers, &cell.value) {
        cell.value = Value::Sum { from: LEADING, to: LEADING + row.cells.len() - 1, value: *value };
    }
    cell
}

fn number_cell(value: Decimal, word: Option<&'static str>, bold: bool, styles: &mut Styles) -> Cell {
    if !Value::fits(value) {
        return text(&figure(value, word), Look { bold, align: "right", ..LEFT }, styles);
    }
    let look = Look { bold, align: "right", indent: 0, number: Some((value.scale(), word)) };
    Cell { value: Value::Number(value), look: styles.index(look) }
}

fn text(text: &str, look: Look, styles: &mut Styles) -> Cell {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let value = if line.is_empty() { Value::Empty } else { Value::Text(line) };
    Cell { value, look: styles.index(look) }
}

/// Where every figure of the table stands.
pub fn sources(table: &Table, sources: &[Source<'_>], styles: &mut Styles) -> Sheet {
    let heads = ["Nhóm", "Chỉ tiêu", "Tháng", "Số liệu", "In trong báo cáo", "Tệp", "Câu gốc"];
    let mut rows = vec![heads.map(|head| text(head, HEAD, styles)).into()];
    let quotes: Vec<Quotes<'_>> = sources.iter().map(|source| Quotes::new(&source.report.document.text)).collect();
    for row in &table.rows {
        for (month, cell) in table.months.iter().zip(&row.cells) {
            let Some(cell) = cell else { continue };
            let Some((source, quotes)) = sources.get(cell.report).zip(quotes.get(cell.report)) else { continue };
            let Some(fact) = source.report.facts.get(cell.fact) else { continue };
            rows.push(vec![
                text(&row.system, LEFT, styles),
                text(&row.label, LEFT, styles),
                text(&month_words(month.period), CENTRE, styles),
                number_cell(cell.value, cell.approximate, false, styles),
                text(&fact.raw, Look { align: "right", ..LEFT }, styles),
                text(source.name, LEFT, styles),
                text(quotes.quote(fact.sentence), LEFT, styles),
            ]);
        }
    }
    Sheet { name: "Nguồn", widths: vec![28, 36, 14, 14, 16, 28, 90], frozen: 2, rows }
}

/// What is open in the set and in the reports of the table.
pub fn findings(table: &Table, sources: &[Source<'_>], styles: &mut Styles) -> Sheet {
    let heads = ["Mức độ", "Tệp", "Nội dung", "Gợi ý", "Chỗ trong báo cáo"];
    let mut rows = vec![heads.map(|head| text(head, HEAD, styles)).into()];
    let quotes: Vec<Quotes<'_>> = sources.iter().map(|source| Quotes::new(&source.report.document.text)).collect();
    let quote = |place: Place| quotes.get(place.report).map(|quotes| quotes.quote(place.span)).unwrap_or_default();
    let mut push = |severity, file: &str, message: &str, hint: Option<&str>, places: &[Place]| {
        let places: Vec<&str> = places.iter().map(|&place| quote(place)).filter(|text| !text.is_empty()).collect();
        let hint = hint.unwrap_or_default();
        let texts = [severity_name(severity), file, message, hint, &places.join(" · ")];
        rows.push(texts.map(|cell| text(cell, LEFT, styles)).into());
    };
    for finding in &table.findings {
        push(finding.severity, "", &finding.message, finding.hint.as_deref(), &finding.places);
    }
    for report in table.months.iter().filter_map(|month| month.report) {
        let Some(source) = sources.get(report) else { continue };
        for finding in &source.report.findings {
            let places: Vec<Place> = finding.places.iter().map(|&span| Place { report, span }).collect();
            push(finding.severity, source.name, &finding.message, finding.hint.as_deref(), &places);
        }
    }
    Sheet { name: "Cần kiểm tra", widths: vec![12, 28, 80, 50, 40], frozen: 0, rows }
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Lỗi",
        Severity::Warning => "Cần xem",
        Severity::Info => "Ghi chú",
    }
}
