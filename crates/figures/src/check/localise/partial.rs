//! What can be told where nothing mends a whole group: the figures that mend some of its equations beyond doubt.

use std::collections::{BTreeSet, HashMap};

use super::network::{Candidate, Change, Network};
use super::wording;
use tonghop_model::finding::Finding;

/// One finding for each figure that is named, one for each equation that is left.
///
/// A figure is named where it mends two equations at once by one value and no other mends as many of them; where pairs
/// mend the whole group, only one that belongs to all of these.
pub fn findings<'a>(
    network: &Network<'_, 'a>,
    component: &[usize],
    candidates: &[Candidate<'a>],
    pairs: &[[Change<'a>; 2]],
) -> Vec<Finding> {
    let in_all = |one: &Change<'a>| pairs.iter().all(|pair| pair.iter().any(|other| same(one, other)));
    let mut open: BTreeSet<usize> = component.iter().copied().collect();
    let mut found = Vec::new();
    for candidate in named(candidates).filter(|candidate| in_all(&candidate.change)) {
        candidate.mends.iter().for_each(|at| {
            open.remove(at);
        });
        found.push(wording::merged(network, &candidate.mends, &[candidate.change], false));
    }
    let mut of: HashMap<usize, Vec<&Candidate<'a>>> = HashMap::new();
    for candidate in candidates {
        candidate.mends.iter().for_each(|at| of.entry(*at).or_default().push(candidate));
    }
    found.extend(open.iter().map(|at| wording::alone(network, *at, of.get(at).map_or(&[][..], Vec::as_slice))));
    found
}

/// The candidates that mend several equations, each of which no other mends together with as many.
fn named<'c, 'a>(candidates: &'c [Candidate<'a>]) -> impl Iterator<Item = &'c Candidate<'a>> {
    // The most and the second most that one figure mends of those that mend an equation.
    let mut most: HashMap<usize, [usize; 2]> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.mends.len() > 1) {
        let count = candidate.mends.len();
        for at in &candidate.mends {
            let [first, second] = most.entry(*at).or_default();
            if count > *first {
                (*first, *second) = (count, *first);
            } else {
                *second = count.max(*second);
            }
        }
    }
    let stands_out = move |candidate: &&Candidate<'_>| {
        let count = candidate.mends.len();
        let mut tops = candidate.mends.iter().filter_map(|at| most.get(at));
        count > 1 && tops.all(|[first, second]| *first == count && *second < count)
    };
    candidates.iter().filter(stands_out)
}

fn same(one: &Change<'_>, other: &Change<'_>) -> bool {
    one.fact.span == other.fact.span && one.value == other.value
}
