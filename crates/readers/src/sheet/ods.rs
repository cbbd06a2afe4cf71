//! `OpenDocument` spreadsheets: cells carry their value and the text that was last shown.

use rust_decimal::{Decimal, RoundingStrategy};

use super::grid::{Grid, Met};
use super::xlsx::date_of;
use super::{MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, number};
use crate::Format;
use crate::error::ReadError;
use crate::met::Damage;
use crate::package::Package;
use crate::xml::{Element, OPEN_DOCUMENT};
use tonghop_model::document::Document;

/// Reads a book.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let manifest = package.text("META-INF/manifest.xml").ok().flatten().unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Locked);
    }
    let tree = package.tree("content.xml", &OPEN_DOCUMENT)?.ok_or(ReadError::Damaged)?;
    let top = tree.top().ok_or(ReadError::Damaged)?;
    let book = top.child("body").and_then(|body| body.child("spreadsheet")).ok_or(ReadError::Damaged)?;
    let mut met = Met::default();
    let mut sheets = Vec::new();
    for table in book.children().filter(|child| child.name() == "table") {
        let name = table.attribute("name").unwrap_or("").to_owned();
        if is_hidden_sheet(top, table) {
            met.sheets.push(name);
            continue;
        }
        let mut sheet = Sheet { grid: Grid::new(name), row: 0, column: 0 };
        sheet.columns(table);
        sheet.rows(table, &mut met);
        sheets.extend(Some(sheet.grid).filter(|grid| !grid.is_empty()));
        if sheets.len() >= MAX_SHEETS {
            break;
        }
    }
    let damage = Damage { cut: tree.damaged, salvaged: package.is_salvaged(), parts: false };
    crate::sheet::document(Format::Ods, sheets, met, damage)
}

/// Whether the style of a sheet says that it is not shown.
fn is_hidden_sheet(top: Element, table: Element) -> bool {
    let named = |style: &Element| {
        style.attribute("family") == Some("table") && style.attribute("name") == table.attribute("style-name")
    };
    let style = top.child("automatic-styles").and_then(|styles| styles.children().find(named));
    style.and_then(|style| style.child("table-properties")?.attribute("display")) == Some("false")
}

/// A sheet that is being read.
struct Sheet {
    grid: Grid,
    row: usize,
    column: usize,
}

impl Sheet {
    /// Notes the columns that are hidden, also those in groups.
    fn columns(&mut self, parent: Element) {
        for element in parent.children() {
            match element.name() {
                "table-column" => {
                    let last = (self.column + repeated(element, "number-columns-repeated")).min(MAX_COLUMNS);
                    if is_hidden(element) {
                        self.grid.hidden_columns.extend(self.column..last);
                    }
                    self.column = last;
                }
                "table-columns" | "table-header-columns" | "table-column-group" => self.columns(element),
                _ => {}
            }
        }
    }

    fn rows(&mut self, parent: Element, met: &mut Met) {
        for element in parent.children() {
            match element.name() {
                "table-row" => self.row(element, met),
                "table-rows" | "table-header-rows" | "table-row-group" => self.rows(element, met),
                _ => {}
            }
        }
    }

    fn row(&mut self, element: Element, met: &mut Met) {
        let times = repeated(element, "number-rows-repeated");
        let cells = self.cells(element);
        // The rows below what is written are one empty row that is repeated to the end of the sheet.
        let rows = self.row..if cells.is_empty() { self.row } else { (self.row + times).min(MAX_ROWS) };
        for row in rows {
            for (column, text) in &cells {
                self.grid.put(row, *column, text.clone(), met);
            }
            if met.cut {
                break;
            }
            if is_hidden(element) {
                self.grid.hidden_rows.insert(row);
            }
        }
        self.row = (self.row + times).min(MAX_ROWS);
    }

    /// The cells of a row that have text, by their columns; merged ones are noted.
    fn cells(&mut self, element: Element) -> Vec<(usize, String)> {
        let mut cells = Vec::new();
        let mut column = 0;
        for cell in element.children().filter(|cell| matches!(cell.name(), "table-cell" | "covered-table-cell")) {
            let end = (column + repeated(cell, "number-columns-repeated")).min(MAX_COLUMNS);
            let text = shown(cell);
            if cell.name() == "table-cell" && !text.trim().is_empty() {
                cells.extend((column..end).map(|column| (column, text.clone())));
            }
            let span = (repeated(cell, "number-rows-spanned"), repeated(cell, "number-columns-spanned"));
            if span != (1, 1) {
                self.grid.merge((self.row, column), (self.row + span.0 - 1, column + span.1 - 1));
            }
            column = end;
        }
        cells
    }
}

fn is_hidden(element: Element) -> bool {
    matches!(element.attribute("visibility"), Some("collapse" | "filter"))
}

fn repeated(element: Element, name: &str) -> usize {
    element.number(name).unwrap_or(1).clamp(1, MAX_ROWS)
}

/// What a cell shows.
fn shown(cell: Element) -> String {
    let lines: Vec<String> = cell.children().filter(|child| child.name() == "p").map(text).collect();
    let text = lines.join("\n");
    match cell.attribute("value-type") {
        Some("date") => day(&text, cell.attribute("date-value").unwrap_or("")),
        Some("float" | "percentage" | "currency") => {
            let value = cell.attribute("value").and_then(number::value);
            value.map_or(text.clone(), |value| as_vietnamese(&text, value))
        }
        _ => text,
    }
}

fn text(element: Element) -> String {
    let part = |child: Element| match child.name() {
        "" => child.text().split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" "),
        "s" => " ".repeat(child.number("c").unwrap_or(1_usize).min(100)),
        "tab" => " ".to_owned(),
        "line-break" => "\n".to_owned(),
        "annotation" => String::new(),
        _ => text(child),
    };
    element.children().map(part).collect()
}

/// A day as the country prints it, unless only a part of it or words are shown.
fn day(shown: &str, value: &str) -> String {
    let numbers = shown.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    let partly = !shown.is_empty() && (numbers < 3 || shown.contains(char::is_alphabetic));
    if partly || value.is_empty() { shown.to_owned() } else { date_of(value) }
}

/// A number with the separators of Vietnam: a file from a machine that is set to English shows `1,234.5`. The value
/// tells which of the two readings the shown number has.
fn as_vietnamese(shown: &str, value: Decimal) -> String {
    if shown.is_empty() {
        return number::general(value);
    }
    if reads_as(shown, ',', value) || !reads_as(shown, '.', value) {
        return shown.to_owned();
    }
    let swap = |c| match c {
        ',' => '.',
        '.' => ',',
        c => c,
    };
    shown.chars().map(swap).collect()
}

/// Whether a number that is shown is the value, rounded as it is shown, where `point` parts its decimals.
fn reads_as(shown: &str, point: char, value: Decimal) -> bool {
    let digits: String = shown
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == point)
        .map(|c| if c == point { '.' } else { c })
        .collect();
    let Ok(read) = digits.parse::<Decimal>() else { return false };
    let value = if shown.contains('%') { value.saturating_mul(Decimal::ONE_HUNDRED) } else { value }.abs();
    value.round_dp_with_strategy(read.scale(), RoundingStrategy::MidpointAwayFromZero) == read
}
