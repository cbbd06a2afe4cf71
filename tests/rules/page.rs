//! Reads a page of rules, runs its examples, and writes the page with what came out.

use std::fmt::Write as _;

use crate::result::Found;
use crate::table;

/// Takes a text and the names of the wanted columns to results with cells in their order.
pub type Feature = fn(text: &str, columns: &[&str]) -> Vec<Found>;

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
            table::run(&lines[at..], at + 1, rows, &mut checked)
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

/// A whole report and the fenced block behind it. The number of lines that both take.
fn block(lines: &[&str], first: usize, named: &dyn Fn(&str) -> Option<Feature>, checked: &mut Checked) -> usize {
    let fence = |from: usize| (from..lines.len()).find(|&at| lines[at].starts_with("```")).unwrap_or(lines.len());
    let report_end = fence(1);
    let open = fence(report_end + 1);
    let close = fence(open + 1);
    let name = lines.get(open).map_or("", |line| line.trim_start_matches('`'));
    let feature = named(name).unwrap_or_else(|| panic!("line {first}: no feature is called “{name}”"));
    let found: Vec<String> =
        feature(&lines[1..report_end].join("\n"), &[]).iter().map(|found| found.cells.join(" ")).collect();
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
