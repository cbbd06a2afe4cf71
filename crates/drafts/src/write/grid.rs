//! The layout of a table: its columns, the groups of its rows, and the text of every cell.

use tonghop_figures::table::wording::figure;
use tonghop_figures::table::{Cell, Compared, Comparison, Row, Table, Total};
use tonghop_model::roman;
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::indicator_name::depth_of;

/// What stands where there is no figure; it must not look like a zero.
pub const NOTHING: &str = "–";

/// A table as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The heads of the columns: number, indicator, unit, the months, the period, the comparisons.
    pub head: Vec<String>,
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
}

/// A line of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group of rows, which is the name of a system.
    Group {
        /// Its Roman number.
        number: String,
        /// The name.
        name: String,
    },
    /// A row.
    Row {
        /// Its number in the group; empty for a row that belongs to the one above.
        number: String,
        /// How deep it stands below a numbered row.
        depth: usize,
        /// What is counted.
        label: String,
        /// In what.
        unit: String,
        /// The figures of the months, then that of the period, then three for each comparison.
        figures: Vec<String>,
        /// How the period's figure was made, or why there is none.
        derivation: String,
        /// What else to know.
        notes: String,
    },
}

/// The grid of a table: the months, the period, and what it is compared with.
pub fn grid(table: &Table) -> Grid {
    let months = table.months.iter().map(|month| table.month_head(month.period));
    let head = months.chain([period_head(table)]).chain(comparison_heads(table));
    lines(table, head.collect(), |row| cells(row).into_iter().chain([total(row)]).chain(compared(row)).collect())
}

/// The grid of the months and the period alone.
pub fn months_grid(table: &Table) -> Grid {
    let months = table.months.iter().map(|month| table.month_head(month.period));
    lines(table, months.chain([period_head(table)]).collect(), |row| {
        cells(row).into_iter().chain([total(row)]).collect()
    })
}

/// The grid of the period and what it is compared with; `None` where it is not.
pub fn comparison_grid(table: &Table) -> Option<Grid> {
    if table.comparisons.is_empty() {
        return None;
    }
    let head = std::iter::once(period_head(table)).chain(comparison_heads(table)).collect();
    Some(lines(table, head, |row| std::iter::once(total(row)).chain(compared(row)).collect()))
}

fn period_head(table: &Table) -> String {
    table.period.map_or_else(|| "Cả kỳ".to_owned(), |period| capitalised(&Period::name(period)))
}

/// The heads of the columns of a comparison: the earlier period, the difference, its percentage.
pub fn comparison_heads(table: &Table) -> Vec<String> {
    let heads = |one: &Comparison| {
        let name = one.period.name();
        [capitalised(&name), format!("Tăng, giảm so với {name}"), format!("Tăng, giảm so với {name} (%)")]
    };
    table.comparisons.iter().flat_map(heads).collect()
}

/// The three figures of every comparison of a row.
pub fn compared(row: &Row) -> Vec<String> {
    let text = |total: Option<Total>| total.map(|total| figure(total.value, total.approximate));
    let cells = |one: &Compared| [text(one.base), text(one.difference), one.percent.map(format)];
    row.compared.iter().flat_map(cells).map(|text| text.unwrap_or_else(|| NOTHING.to_owned())).collect()
}

fn cells(row: &Row) -> Vec<String> {
    let text = |cell: &Option<Cell>| cell.map(|cell| figure(cell.value, cell.approximate));
    row.cells.iter().map(|cell| text(cell).unwrap_or_else(|| NOTHING.to_owned())).collect()
}

fn total(row: &Row) -> String {
    row.total.map_or_else(|| NOTHING.to_owned(), |total| figure(total.value, total.approximate))
}

fn lines(table: &Table, heads: Vec<String>, figures: impl Fn(&Row) -> Vec<String>) -> Grid {
    let mut head: Vec<String> = ["TT", "Chỉ tiêu", "Đơn vị tính"].map(str::to_owned).into();
    head.extend(heads);
    let mut lines = Vec::new();
    let (mut group, mut groups, mut number) = (None, 0, 0);
    for row in &table.rows {
        if group != Some(&row.system) {
            group = Some(&row.system);
            (groups, number) = (groups + 1, 0);
            lines.push(Line::Group { number: roman::of(groups), name: row.system.clone() });
        }
        let depth = depth_of(&row.label);
        number += usize::from(depth == 0);
        lines.push(line(row, if depth == 0 { number.to_string() } else { String::new() }, depth, figures(row)));
    }
    Grid { head, lines }
}

fn line(row: &Row, number: String, depth: usize, figures: Vec<String>) -> Line {
    Line::Row {
        number,
        depth,
        label: row.label.trim_start().to_owned(),
        unit: row.unit.clone(),
        figures,
        derivation: row.derivation.clone(),
        notes: row.notes.join(" "),
    }
}

/// Text for a cell of a sheet: in one line, and never a formula.
///
/// A sheet runs what begins with a sign of a formula, be it the text of a report or the mark of a row that belongs
/// to the one above. A space that does not break keeps it from that and is not seen.
pub fn cell_text(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    if line.starts_with(['=', '+', '-', '@']) { format!("\u{a0}{line}") } else { line }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_line_and_no_formula() {
        assert_eq!(cell_text(" a\tb\r\nc\u{a0} d "), "a b c d");
        assert_eq!(cell_text("=HYPERLINK(1)"), "\u{a0}=HYPERLINK(1)");
        assert_eq!(cell_text("  + thiết bị"), "\u{a0}+ thiết bị");
        assert_eq!(cell_text(NOTHING), NOTHING);
    }
}
