//! Every numeral of a text with its class, before facts are told from counts of the narrative.

use tonghop_readers as read;
use tonghop_statements::line;
use tonghop_statements::numeral::{self, Class, Numeral};

use crate::result::Found;

/// Text that has lost its letters, as bad recognition leaves it; with so much of it a document counts as poor.
const POOR: &str =
    "He thong quan ly van ban va dieu hanh tiep tuc hoat dong on dinh, phuc vu cong tac chi dao cua cac cap";

/// `numeral`, `class` and `value` of each numeral; one row of dashes where there is none.
pub fn clean(text: &str, columns: &[&str]) -> Vec<Found> {
    rows(text, text.chars().count(), columns)
}

/// The same in a document that was recognised badly.
pub fn poor(text: &str, columns: &[&str]) -> Vec<Found> {
    let padding = format!("{POOR}.\n\n").repeat(5);
    rows(&format!("{text}\n\n{padding}"), text.chars().count(), columns)
}

fn rows(text: &str, end: usize, columns: &[&str]) -> Vec<Found> {
    let document = read::document("rule.txt", text.as_bytes()).unwrap();
    let found = numeral::numerals(&line::lines(&document));
    let cell = |numeral: &Numeral, column: &str| match column {
        "numeral" => numeral.raw.clone(),
        "class" => class(numeral.class).to_owned(),
        "value" => value(numeral),
        _ => panic!("the numerals have no column “{column}”"),
    };
    let shown = |numeral: &Numeral| Found {
        cells: columns.iter().map(|column| cell(numeral, column)).collect(),
        places: vec![numeral.span],
    };
    Found::or_dashes(found.iter().filter(|numeral| numeral.span.start < end).map(shown).collect(), columns)
}

fn class(class: Class) -> &'static str {
    if class == Class::NarrativeCount { "quantity" } else { class.name() }
}

fn value(numeral: &Numeral) -> String {
    let Some(quantity) = numeral.quantity else { return "–".to_owned() };
    let percent = if quantity.percent { " %" } else { "" };
    let power = if quantity.power > 0 { format!(" × 10^{}", quantity.power) } else { String::new() };
    format!("{}{percent}{power} ({})", quantity.value, format!("{:?}", quantity.shape).to_lowercase())
}
