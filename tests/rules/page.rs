//! Reads a page of rules, runs its examples, and writes the page with what came out.

use std::fmt::Write as _;

/// Takes a text and the names of the wanted columns to rows of cells in their order.
pub type Feature = fn(text: &str, columns: &[&str]) -> Vec<Vec<String>>;

/// The column that is the input.
const INPUT: &str = "text";
/// The column that is for the reader alone.
const PROSE: &str = "why";

/// What became of a page.
#[derive(Default)]
pub struct Checked {
    /// The page with the results in place of what it expected.
    pub text: String,
    /// The line of each example that is not as the page says, and what is wrong with it.
    pub failures: Vec<(usize, String)>,
    /// How many examples ran.
    pub examples: usize,
}

/// Runs all examples of a page.
pub fn run(text: &str, features: &[(&str, Feature)]) -> Checked {
    let lines: Vec<&str> = text.lines().collect();
    let named = |name: &str| features.iter().find(|(known, _)| *known == name).map(|(_, feature)| *feature);
    let rows = lines.first().and_then(|line| line.strip_prefix("<!-- runs: ")?.strip_suffix(" -->")).and_then(named);
    let mut checked = Checked::default();
    let mut at = 0;
    while at < lines.len() {
        let taken = if lines[at].starts_with('|') {
            table(&lines[at..], at + 1, rows, &mut checked)
        } else if lines[at] == "```report" {
            block(&lines[at..], at + 1, &named, &mut checked)
        } else {
            writeln!(checked.text, "{}", lines[at]).unwrap();
            1
        };
        at += taken;
    }
    checked
}

/// A table: its rows in groups, each of which begins with a text. The number of lines that it takes.
fn table(lines: &[&str], first: usize, feature: Option<Feature>, checked: &mut Checked) -> usize {
    let rows: Vec<Vec<String>> =
        lines.iter().take_while(|line| line.starts_with('|')).map(|line| cells(line)).collect();
    let head: Vec<&str> = rows[0].iter().map(String::as_str).collect();
    let (Some(feature), Some(input)) = (feature, head.iter().position(|&name| name == INPUT)) else {
        // A table without a text is for the reader.
        rows.iter().enumerate().for_each(|(index, _)| writeln!(checked.text, "{}", lines[index]).unwrap());
        return rows.len();
    };
    let wanted: Vec<usize> = (0..head.len()).filter(|&column| column != input && head[column] != PROSE).collect();
    let columns: Vec<&str> = wanted.iter().map(|&column| head[column]).collect();
    writeln!(checked.text, "{}\n{}", lines[0], lines[1]).unwrap();
    let mut at = 2;
    while at < rows.len() {
        let next = (at + 1..rows.len()).find(|&row| !rows[row][input].is_empty()).unwrap_or(rows.len());
        let text = rows[at][input].replace('⏎', "\n");
        let found = feature(&text, &columns);
        let expected: Vec<Vec<String>> = rows[at..next]
            .iter()
            .map(|row| wanted.iter().map(|&column| row.get(column).cloned().unwrap_or_default()).collect())
            .collect();
        if expected != found {
            let show =
                |rows: &[Vec<String>]| rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n      ");
            let what = format!("{text}\n  expected\n      {}\n  found\n      {}", show(&expected), show(&found));
            checked.failures.push((first + at, what));
        }
        write_group(&rows[at..next], &found, (input, &wanted), head.len(), &mut checked.text);
        checked.examples += 1;
        at = next;
    }
    rows.len()
}

fn write_group(
    old: &[Vec<String>],
    found: &[Vec<String>],
    (input, wanted): (usize, &[usize]),
    width: usize,
    out: &mut String,
) {
    for (index, row) in found.iter().enumerate() {
        let mut line = vec![String::new(); width];
        if let Some(kept) = old.get(index) {
            line.iter_mut().zip(kept).for_each(|(cell, kept)| kept.clone_into(cell));
        }
        wanted.iter().zip(row).for_each(|(&column, cell)| cell.clone_into(&mut line[column]));
        if index == 0 {
            old[0][input].clone_into(&mut line[input]);
        }
        let cells: Vec<String> = line.iter().map(|cell| cell.replace('|', "\\|")).collect();
        writeln!(out, "| {} |", cells.join(" | ")).unwrap();
    }
}

/// The cells of a row; a bar in a text is written `\|`.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner).replace("\\|", "\u{1}");
    inner.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
}

/// A whole report and the fenced block behind it. The number of lines that both take.
fn block(lines: &[&str], first: usize, named: &dyn Fn(&str) -> Option<Feature>, checked: &mut Checked) -> usize {
    let fence = |from: usize| (from..lines.len()).find(|&at| lines[at].starts_with("```")).unwrap_or(lines.len());
    let report_end = fence(1);
    let open = fence(report_end + 1);
    let close = fence(open + 1);
    let name = lines.get(open).map_or("", |line| line.trim_start_matches('`'));
    let feature = named(name).unwrap_or_else(|| panic!("line {first}: no feature is called “{name}”"));
    let found: Vec<String> = feature(&lines[1..report_end].join("\n"), &[]).iter().map(|row| row.join(" ")).collect();
    let expected: Vec<String> = lines[open + 1..close].iter().map(|line| (*line).to_owned()).collect();
    if expected != found {
        let what = format!("\n  expected\n{}\n  found\n{}", expected.join("\n"), found.join("\n"));
        checked.failures.push((first + open, what));
    }
    for line in lines[..=open].iter().copied().chain(found.iter().map(String::as_str)) {
        writeln!(checked.text, "{line}").unwrap();
    }
    writeln!(checked.text, "```").unwrap();
    checked.examples += 1;
    close + 1
}
