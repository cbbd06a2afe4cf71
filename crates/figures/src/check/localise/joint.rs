//! Two figures that together mend all equations of a group, where none does so alone.
//!
//! One of the two values follows from an equation that has only that figure, the other from what is then left, so that
//! each pair is found from one of its sides. The search is bounded: larger groups are left to what can be told of each
//! equation alone.

use std::collections::BTreeSet;

use super::network::{Change, Network};
use crate::check::equation::Form;

/// No larger groups of equations are searched.
const MOST_EQUATIONS: usize = 8;

/// No groups are searched that have more figures than this.
const MOST_FIGURES: usize = 48;

/// No groups are searched that have a figure of more equations than this.
const MOST_USES: usize = 16;

/// All pairs of figures, each with its value, that mend every equation of a group and break none that holds; the
/// figures of a pair in the order of the text. Empty where the group is too large to be searched.
pub fn pairs<'a>(network: &Network<'_, 'a>, component: &[usize]) -> Vec<[Change<'a>; 2]> {
    if !is_searched(network, component) {
        return Vec::new();
    }
    let (mut known, mut found) = (BTreeSet::new(), Vec::new());
    for &start in component {
        for first in changes(network, start, &[]) {
            let left = left(network, component, &[first]);
            let Some(&next) = left.first() else { continue };
            for second in changes(network, next, &[first]) {
                let mut pair = [first, second];
                if first.fact.span == second.fact.span || !self::left(network, component, &pair).is_empty() {
                    continue;
                }
                pair.sort_by_key(|change| change.fact.span);
                if known.insert(pair.map(|change| (change.fact.span, change.value))) {
                    found.push(pair);
                }
            }
        }
    }
    found
}

/// Whether a group is small enough that all of its pairs can be gone through, so that one that is found alone is alone.
fn is_searched(network: &Network<'_, '_>, component: &[usize]) -> bool {
    let figures = || component.iter().flat_map(|&at| &network.equation(at).facts);
    component.len() <= MOST_EQUATIONS
        && figures().count() <= MOST_FIGURES
        && figures().all(|fact| network.uses(fact).len() <= MOST_USES)
}

/// Whether all values of the figures of a group follow from its equations: not the parts of a percentage, which is
/// rounded, and not what only has a limit, or is approximate.
pub fn is_definite(network: &Network<'_, '_>, component: &[usize]) -> bool {
    component.iter().map(|&at| network.equation(at)).all(|equation| equation.form == Form::Sum && equation.is_exact())
}

/// The values that would mend an equation after some changes.
fn changes<'a>(network: &Network<'_, 'a>, at: usize, made: &[Change<'a>]) -> Vec<Change<'a>> {
    let facts = network.equation(at).facts.iter().enumerate();
    facts.filter_map(|(place, &fact)| Some(Change { fact, value: network.mend(at, place, made)? })).collect()
}

/// The equations that do not hold after some changes: of the group, and of those that held before.
fn left(network: &Network<'_, '_>, component: &[usize], changes: &[Change<'_>]) -> Vec<usize> {
    let touched = changes.iter().flat_map(|change| network.uses(change.fact)).map(|(at, _)| *at);
    let touched = touched.filter(|at| !network.is_failing(*at));
    component.iter().copied().chain(touched).filter(|at| !network.holds(*at, changes)).collect()
}
