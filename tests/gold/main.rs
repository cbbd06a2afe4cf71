//! The engine against real reports whose every numeral was read by hand.
//!
//! The reports are not part of the project; where `../shared` does not lie beside the checkout, the tests say so and
//! pass. They print their figures: `cargo test --test gold -- --nocapture`.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A test may stop at what is not as it should be, and may print.

mod certainty;
mod left_out;
mod shared;

use tonghop::engine::vietnamese::period::Period;

use shared::{cases, count};

/// The systems whose figures must be right: nearly every figure that is claimed for them.
const SYSTEMS: [&str; 9] = ["ioffice", "cert", "mail", "dvc", "press", "portal", "games", "citizens", "guidance"];

#[test]
fn figures_of_the_named_systems_are_right() {
    for case in cases() {
        let wanted = case.wanted();
        let named = |id: &str| SYSTEMS.iter().any(|system| id.split('.').next() == Some(system));
        let found = case.report.facts.iter().filter_map(|fact| Some((fact.indicator.clone()?, fact.value)));
        let found = count(found.filter(|(id, _)| named(id)));
        let right: usize = found.iter().map(|(key, n)| wanted.get(key).map_or(0, |m| *n.min(m))).sum();
        let all: usize = found.values().sum();
        let gold: usize = wanted.iter().filter(|((id, _), _)| named(id)).map(|(_, n)| n).sum();
        println!("{}: {right} right of {all} found, {gold} in the report", case.name);
        assert!(right * 100 >= all * 97, "{}: precision below 0.97", case.name);
        assert!(right * 100 >= gold * 75, "{}: recall below 0.75", case.name);
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
        assert!(right * 100 >= numbers.len() * 90, "{}: class accuracy below 0.90", case.name);
    }
}
