//! A table of examples: read, run, and written with what came out.
//!
//! Where the same letters stand more than once in a text, the figure alone does not say which of them is meant. Then
//! every result has a row of its own, with carets (`^^`) under its letters in the text above.

use std::fmt::Write as _;

use crate::page::{Checked, Feature};
use crate::result::Found;

/// The column that is the input.
const INPUT: &str = "text";
/// The column that is for the reader alone.
const PROSE: &str = "why";

/// A table as it is written.
struct Table<'a> {
    head: Vec<&'a str>,
    rows: Vec<Vec<String>>,
    /// Where the input stands.
    input: usize,
    /// The columns that are compared.
    wanted: Vec<usize>,
}

/// Runs a table in groups of rows, each of which begins with a text. The number of lines that it takes.
pub fn run(lines: &[&str], first: usize, feature: Option<Feature>, checked: &mut Checked) -> usize {
    let lines: Vec<&str> = lines.iter().copied().take_while(|line| line.starts_with('|')).collect();
    let head = cells(lines[0]);
    let (Some(feature), Some(input)) = (feature, head.iter().position(|name| name == INPUT)) else {
        // A table without a text is for the reader.
        for line in &lines {
            writeln!(checked.text, "{line}").unwrap();
        }
        return lines.len();
    };
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let wanted = (0..head.len()).filter(|&column| column != input && head[column] != PROSE).collect();
    let table = Table { head, rows: lines.iter().map(|line| cells(line)).collect(), input, wanted };
    writeln!(checked.text, "{}\n{}", lines[0], lines[1]).unwrap();
    let mut at = 2;
    while at < lines.len() {
        let goes_on = |row: &Vec<String>| row[input].chars().all(|letter| letter == ' ' || letter == '^');
        let next = (at + 1..lines.len()).find(|&row| !goes_on(&table.rows[row])).unwrap_or(lines.len());
        table.group(&table.rows[at..next], first + at, feature, checked);
        at = next;
    }
    lines.len()
}

impl Table<'_> {
    /// Runs one text, whose results stand in its row and in those below.
    fn group(&self, rows: &[Vec<String>], line: usize, feature: Feature, checked: &mut Checked) {
        let columns: Vec<&str> = self.wanted.iter().map(|&column| self.head[column]).collect();
        let text = rows[0][self.input].replace('⏎', "\n");
        let found = feature(&text, &columns);
        let written = self.written(rows, &found, &text);
        let compared = |rows: &[Vec<String>]| rows.iter().map(|row| self.compared(row)).collect::<Vec<_>>();
        let (expected, results) = (compared(rows), compared(&written));
        if expected != results {
            let what = format!("\n  expected\n{}\n  found\n{}", expected.join("\n"), results.join("\n"));
            checked.failures.push((line, what));
        }
        for row in &written {
            writeln!(checked.text, "{}", bar(row)).unwrap();
        }
        checked.examples += 1;
    }

    /// A row without its prose.
    fn compared(&self, row: &[String]) -> String {
        let kept: Vec<String> =
            row.iter().zip(&self.head).filter(|(_, name)| **name != PROSE).map(|(cell, _)| cell.clone()).collect();
        bar(&kept)
    }

    /// The rows of a text as they should be, with the prose of the old ones.
    fn written(&self, old: &[Vec<String>], found: &[Found], text: &str) -> Vec<Vec<String>> {
        let blank = || vec![String::new(); self.head.len()];
        let marked = found.iter().any(|result| result.is_ambiguous_in(text));
        // Carets stand under the text, so that the first result cannot stand beside it.
        let ahead = usize::from(marked);
        let mut rows: Vec<Vec<String>> = (0..found.len() + ahead).map(|_| blank()).collect();
        rows[0][self.input].clone_from(&old[0][self.input]);
        for (result, row) in found.iter().zip(&mut rows[ahead..]) {
            self.wanted.iter().zip(&result.cells).for_each(|(&column, cell)| row[column].clone_from(cell));
            if marked {
                row[self.input] = result.carets(text);
            }
        }
        self.keep_prose(old, &mut rows);
        rows
    }

    /// Prose stays with its text and with the result of its number, whether the text has a row of its own or not.
    fn keep_prose(&self, old: &[Vec<String>], rows: &mut [Vec<String>]) {
        let Some(prose) = self.head.iter().position(|name| *name == PROSE) else { return };
        let alone = |rows: &[Vec<String>]| usize::from(rows.get(1).is_some_and(|row| row[self.input].contains('^')));
        let (before, now) = (alone(old), alone(rows));
        rows[0][prose].clone_from(&old[0][prose]);
        for (row, kept) in rows.iter_mut().skip(1 + now).zip(old.iter().skip(1 + before)) {
            row[prose].clone_from(&kept[prose]);
        }
        if before == 1 && now == 1 {
            rows[1][prose].clone_from(&old[1][prose]);
        }
    }
}

/// The cells of a row; a bar in a text is written `\|`. Spaces before carets say where they stand.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner).replace("\\|", "\u{1}");
    let shown = |cell: &str| {
        let cell = cell.trim_end();
        if cell.contains('^') { cell.strip_prefix(' ').unwrap_or(cell) } else { cell.trim_start() }.to_owned()
    };
    inner.split('|').map(|cell| shown(&cell.replace('\u{1}', "|"))).collect()
}

/// A row as it is written.
fn bar(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |", cells.join(" | "))
}
