//! Which figures are most likely wrong where equations do not hold: the smallest set of figures whose change mends all
//! of them and breaks none that holds, as official statistics localise errors (Fellegi and Holt).
//!
//! | equations | finding |
//! |---|---|
//! | 20 = 12 + 6 + 4 and 12 = 5 + 5 | one: 12 → 10 mends both |
//! | 1.914 = 1.236 + 80 alone | one: of each figure the value that would mend it; none is named as the wrong one |
//! | the same, and 80 is confirmed by its percentage | 80 is not proposed |
//! | 67.910 = 61.447 + 6.503 | 61.447 → 61.407: differs from what is printed in one digit |
//! | two rows and two columns of a table, which no one figure mends | one: the two cells that mend all four |
//! | the same where other two would do as well | each alone, and no figure is named as the wrong one |
//!
//! Equations that do not hold and share figures are looked at together. What mends all of them is searched for among
//! single figures ([`network`]), then among pairs ([`joint`]); of several that would do, only one that looks like a slip
//! of the hand where the others do not ([`slip`]) is named, and as no more than that.

mod joint;
mod network;
mod partial;
mod slip;
#[cfg(test)]
mod tests;
mod wording;

use super::equation::Judged;
use network::{Candidate, Change, Network};
use tonghop_model::finding::{Finding, Severity};

/// The findings on equations, each with the values that would mend it.
pub fn findings(judged: Vec<Judged<'_>>) -> Vec<Finding> {
    localised(judged).0
}

/// The findings, and how often an equation was tried with other values for them.
fn localised(judged: Vec<Judged<'_>>) -> (Vec<Finding>, usize) {
    let (failing, holding): (Vec<_>, Vec<_>) = judged.into_iter().partition(fails);
    // In most reports all holds.
    if failing.is_empty() {
        return (holding.into_iter().filter_map(|judged| judged.finding).collect(), 0);
    }
    let network = Network::new(&failing, &holding);
    let mut found: Vec<Finding> =
        network.components().iter().flat_map(|component| of_component(&network, component)).collect();
    // Figures that were cut off hold as equations and are only mentioned.
    found.extend(holding.iter().filter_map(|judged| judged.finding.clone()));
    (found, network.steps())
}

fn fails(judged: &Judged<'_>) -> bool {
    judged.finding.as_ref().is_some_and(|finding| finding.severity > Severity::Info)
}

/// The findings on equations that hang together by their figures.
fn of_component(network: &Network<'_, '_>, component: &[usize]) -> Vec<Finding> {
    let candidates = network.candidates(component);
    if let [only] = component {
        return vec![wording::alone(network, *only, &candidates)];
    }
    let whole: Vec<&Candidate<'_>> =
        candidates.iter().filter(|candidate| candidate.mends.len() == component.len()).collect();
    match &whole[..] {
        [] => of_several(network, component, &candidates),
        [one] => vec![wording::merged(network, component, &[one.change], false)],
        many => {
            let mut slips = many.iter().filter(|candidate| slip::is_slip(&candidate.change));
            match (slips.next(), slips.next()) {
                (Some(likely), None) => vec![wording::merged(network, component, &[likely.change], true)],
                _ => vec![wording::alternatives(network, component, many)],
            }
        }
    }
}

/// The findings where no one figure mends all: the two that do, or what can be told of the equations apart.
fn of_several<'a>(network: &Network<'_, 'a>, component: &[usize], candidates: &[Candidate<'a>]) -> Vec<Finding> {
    let pairs = joint::pairs(network, component);
    let is_slip = |pair: &&[Change<'a>; 2]| pair.iter().all(slip::is_slip);
    let slips: Vec<&[Change<'a>; 2]> = pairs.iter().filter(is_slip).collect();
    match (&pairs[..], &slips[..]) {
        ([pair], _) if joint::is_definite(network, component) => {
            vec![wording::merged(network, component, pair, false)]
        }
        (_, [pair]) => vec![wording::merged(network, component, *pair, true)],
        _ => partial::findings(network, component, candidates, &pairs),
    }
}
