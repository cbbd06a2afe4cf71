//! The engine against real reports whose every numeral was read by hand.
//!
//! The reports are not part of the project; where `../shared` does not lie beside the checkout, the tests say so and
//! pass. They print their figures: `cargo test --test gold -- --nocapture`.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A test may stop at what is not as it should be, and may print.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use rust_decimal::Decimal;
use serde_json::Value;
use tonghop::engine::catalogue::Catalogue;
use tonghop::engine::catalogue::cue::{Cue, Zone};
use tonghop::engine::vietnamese::{fold, period::Period};
use tonghop::engine::{self, Report};

/// The systems whose figures must be right: nearly every figure that is claimed for them.
const SYSTEMS: [&str; 9] = ["ioffice", "cert", "mail", "dvc", "press", "portal", "games", "citizens", "guidance"];

struct Case {
    name: String,
    gold: Value,
    report: Report,
}

fn cases() -> Vec<Case> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(folder) = std::fs::read_dir(shared.join("gold")) else {
        println!("skipped: no ../shared with annotated reports beside this checkout");
        return Vec::new();
    };
    let catalogue = Catalogue::shipped();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "json"));
    paths.sort();
    let case = |path: PathBuf| {
        let gold: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let source = gold["source"].as_str().unwrap();
        let bytes = std::fs::read(shared.join("reports").join(source)).unwrap();
        let report = engine::read(source, &bytes, &catalogue).unwrap();
        Case { name: path.file_stem().unwrap().to_string_lossy().into_owned(), gold, report }
    };
    paths.into_iter().map(case).collect()
}

/// Indicator and value of each fact, with how often it stands there.
type Counted = HashMap<(String, Decimal), usize>;

fn count(facts: impl Iterator<Item = (String, Decimal)>) -> Counted {
    let mut counted = Counted::new();
    for (id, value) in facts {
        *counted.entry((id, value.normalize())).or_default() += 1;
    }
    counted
}

#[test]
fn figures_of_the_named_systems_are_right() {
    for case in cases() {
        let wanted = count(case.gold["facts"].as_array().unwrap().iter().map(|fact| {
            let value = fact["value"].to_string();
            (fact["indicator"].as_str().unwrap().to_owned(), Decimal::from_str(value.trim_matches('"')).unwrap())
        }));
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

/// The words of a text, as cues are compared with them.
fn plain(text: &str) -> String {
    let folded = fold::fold_str(text);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// The catalogue without every phrase that of all texts only `own` has: what could be written without having seen it.
fn without(own: &str, others: &[&str], catalogue: &Catalogue) -> Catalogue {
    let known = |words: &[String]| {
        let phrase = format!(" {} ", words.join(" "));
        !own.contains(&phrase) || others.iter().any(|text| text.contains(&phrase))
    };
    let cue = |cue: &Cue| {
        let mut cue = cue.clone();
        if !matches!(cue.zone, Zone::Governor | Zone::NothingLeft) {
            cue.options.retain(|wanted| known(&wanted.words));
        }
        cue
    };
    let way = |cues: &Vec<Cue>| {
        let bare = |cue: &Cue| cue.options.is_empty() && cue.zone != Zone::NothingLeft;
        let cues: Vec<Cue> = cues.iter().map(cue).filter(|cue| !(cue.negated && bare(cue))).collect();
        (!cues.iter().any(bare)).then_some(cues)
    };
    let mut systems = catalogue.systems().to_vec();
    for system in &mut systems {
        system.scope = system.scope.iter().map(cue).filter(|cue| !cue.options.is_empty()).collect();
        for indicator in &mut system.indicator {
            indicator.when = indicator.when.iter().filter_map(way).collect();
            indicator.weak = indicator.weak.iter().filter_map(way).collect();
        }
        for list in &mut system.list {
            list.lead = list.lead.iter().filter_map(way).collect();
        }
    }
    Catalogue::new(systems)
}

/// Each report is read without the phrases that only it has, which is what an unseen report of the department would
/// meet: `cargo test --test gold leave_one_out -- --nocapture`.
#[test]
fn leave_one_out() {
    let cases = cases();
    let texts: Vec<String> = cases.iter().map(|case| plain(&case.report.document.text)).collect();
    for (at, case) in cases.iter().enumerate() {
        let others: Vec<&str> =
            texts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, text)| text.as_str()).collect();
        let catalogue = without(&texts[at], &others, &Catalogue::shipped());
        let report = engine::report::understand(case.report.document.clone(), &catalogue);
        let wanted = count(case.gold["facts"].as_array().unwrap().iter().map(|fact| {
            let value = fact["value"].to_string();
            (fact["indicator"].as_str().unwrap().to_owned(), Decimal::from_str(value.trim_matches('"')).unwrap())
        }));
        let found = count(report.facts.iter().filter_map(|fact| Some((fact.indicator.clone()?, fact.value))));
        let right: usize = found.iter().map(|(key, n)| wanted.get(key).map_or(0, |m| *n.min(m))).sum();
        let (all, gold) = (found.values().sum::<usize>(), wanted.values().sum::<usize>());
        println!("left out {}: {right} right of {all} found, {gold} in the report", case.name);
        let elsewhere = |id: &str| {
            let mut rest = cases.iter().enumerate().filter(|(other, _)| *other != at);
            rest.any(|(_, case)| case.gold["facts"].as_array().unwrap().iter().any(|fact| fact["indicator"] == id))
        };
        let shared = |counted: &Counted| counted.iter().filter(|((id, _), _)| elsewhere(id)).map(|(_, n)| n).sum();
        let hits: Counted =
            found.iter().filter_map(|(key, n)| Some((key.clone(), *n.min(wanted.get(key)?)))).collect();
        let (of_shared, in_shared): (usize, usize) = (shared(&hits), shared(&wanted));
        println!("    of the indicators that another report has too: {of_shared} of {in_shared}");
        assert!(2 * right * 100 >= (all + gold) * 70, "{}: F1 below 0.70", case.name);
    }
}
