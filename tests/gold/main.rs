//! The engine against real reports whose every numeral was read by hand.
//!
//! The reports are not part of the project; where `../shared` does not lie beside the checkout, the tests say so and
//! pass. They print their figures: `cargo test --test gold -- --nocapture`.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A test may stop at what is not as it should be, and may print.

mod certainty;
mod forms;
mod left_out;
mod shared;

use tonghop_model::vietnamese::period::Period;

use shared::{Score, cases};

#[test]
fn the_figures_are_right() {
    for case in cases() {
        let Score { right, found, wanted } = case.score(&case.report);
        println!("{}: {right} right of {found} found, {wanted} in the report", case.name);
        // What recognition has destroyed cannot be had.
        let (precision, recall) = if case.name.ends_with("ocr") { (97, 90) } else { (99, 97) };
        assert!(right * 100 >= found * precision, "{}: precision below 0.{precision}", case.name);
        assert!(right * 100 >= wanted * recall, "{}: recall below 0.{recall}", case.name);
    }
}

#[test]
fn every_head_is_right() {
    for case in cases() {
        let (gold, head) = (&case.gold["header"], &case.report.header);
        let same = |key: &str, found: Option<String>| {
            if let Some(wanted) = gold[key].as_str() {
                assert_eq!(found.as_deref(), Some(wanted), "{}: {key}", case.name);
            }
        };
        same("kind", head.period.map(|period| period.kind().to_owned()));
        same("period", head.period.map(Period::id));
        same("plan_period", head.plan_period.map(Period::id));
        same("number", head.number.clone());
        same("issued", head.issued.map(|date| date.to_string()));
        same("signer", head.signer.clone());
        same("agency", head.agency.clone());
        same("province", head.province.clone());
    }
}

#[test]
fn every_numeral_has_a_class() {
    for case in cases() {
        let numbers = case.gold["numbers"].as_array().unwrap();
        let mut right = 0;
        for number in numbers {
            let start = usize::try_from(number["offset"].as_u64().unwrap()).unwrap();
            let end = start + number["raw"].as_str().unwrap().chars().count();
            let mut hits =
                case.report.numerals.iter().filter(|n| n.span.start < end && start < n.span.end).peekable();
            assert!(hits.peek().is_some(), "{}: {number} is lost", case.name);
            right += usize::from(hits.any(|hit| hit.class.name() == number["class"]));
        }
        println!("{}: {} numerals, all covered, {right} of the right class", case.name, numbers.len());
        assert!(right * 100 >= numbers.len() * 98, "{}: class accuracy below 0.98", case.name);
    }
}
