//! Each report read without what only it says.

use tonghop_figures::report;
use tonghop_model::vietnamese::fold;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::catalogue::cue::{Cue, Zone};

use super::shared::{Counted, cases, count};

/// The words of a text, as cues are compared with them.
pub fn plain(text: &str) -> String {
    let folded = fold::fold_str(text);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// The catalogue without every phrase that of all texts only `own` has: what could be written without having seen it.
pub fn without(own: &str, others: &[&str], catalogue: &Catalogue) -> Catalogue {
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
        let report = report::understand(case.report.document.clone(), &catalogue);
        let wanted = case.wanted();
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
