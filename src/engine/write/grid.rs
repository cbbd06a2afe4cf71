//! The layout of a table: its columns, the groups of its rows, and the text of every cell.

use crate::engine::check::name::depth_of;
use crate::engine::consolidate::{Row, Table, figure};
use crate::engine::vietnamese::period::Period;

/// What stands where there is no figure; it must not look like a zero.
pub const NOTHING: &str = "–";

/// A table as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The heads of the columns: number, indicator, unit, the months, the period.
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
        /// The figures of the months, then that of the period.
        figures: Vec<String>,
        /// How the period's figure was made, or why there is none.
        derivation: String,
        /// What else to know.
        notes: String,
    },
}

/// The grid of a table.
pub fn grid(table: &Table) -> Grid {
    let mut head: Vec<String> = ["TT", "Chỉ tiêu", "Đơn vị tính"].map(str::to_owned).into();
    head.extend(table.months.iter().map(|month| format!("Tháng {}", month.period.months().start())));
    head.push(table.period.map_or_else(|| "Cả kỳ".to_owned(), |period| capitalised(&Period::name(period))));
    let mut lines = Vec::new();
    let (mut group, mut groups, mut number) = (None, 0, 0);
    for row in &table.rows {
        if group != Some(&row.system) {
            group = Some(&row.system);
            (groups, number) = (groups + 1, 0);
            lines.push(Line::Group { number: roman(groups), name: row.system.clone() });
        }
        let depth = depth_of(&row.label);
        number += usize::from(depth == 0);
        lines.push(line(row, if depth == 0 { number.to_string() } else { String::new() }, depth));
    }
    Grid { head, lines }
}

fn line(row: &Row, number: String, depth: usize) -> Line {
    let months = row.cells.iter().map(|cell| cell.map(|cell| figure(cell.value, cell.approximate)));
    let total = row.total.map(|total| figure(total.value, total.approximate));
    Line::Row {
        number,
        depth,
        label: row.label.trim_start().to_owned(),
        unit: row.unit.clone(),
        figures: months.chain([total]).map(|text| text.unwrap_or_else(|| NOTHING.to_owned())).collect(),
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

/// A number from 1 as a Roman one.
pub fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut rest, mut out) = (number, String::new());
    for (value, sign) in SIGNS {
        out.push_str(&sign.repeat(rest / value));
        rest %= value;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_have_roman_numbers() {
        assert_eq!([1, 4, 9, 14, 39, 40, 99].map(roman), ["I", "IV", "IX", "XIV", "XXXIX", "XL", "XCIX"]);
    }

    #[test]
    fn a_cell_is_one_line_and_no_formula() {
        assert_eq!(cell_text(" a\tb\r\nc\u{a0} d "), "a b c d");
        assert_eq!(cell_text("=HYPERLINK(1)"), "\u{a0}=HYPERLINK(1)");
        assert_eq!(cell_text("  + thiết bị"), "\u{a0}+ thiết bị");
        assert_eq!(cell_text(NOTHING), NOTHING);
    }
}
