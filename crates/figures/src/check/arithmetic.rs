//! Sums and percentages together: what does not hold, and the figure that would mend it.
//!
//! [`sum`] and [`ratio`] say what the catalogue binds to what and whether it holds, [`breakdown`] and [`share`] the same
//! of what only the text binds; [`localise`] says which figure is likely wrong.

use std::collections::HashSet;

use super::equation::Judged;
use super::statement::Stated;
use super::{breakdown, localise, ratio, share, sum};
use tonghop_model::finding::Finding;
use tonghop_model::span::Span;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// Totals that their parts contradict, and percentages that are of something else.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let stated = Stated::of(report);
    let mut judged = together(sum::judged(&stated, catalogue), breakdown::judged(report, catalogue));
    judged.extend(together(ratio::judged(&stated, catalogue), share::judged(report, catalogue)));
    localise::findings(judged)
}

/// What the catalogue binds before what only the text does; where the catalogue has found the first figure of an
/// equation wrong, the text has nothing to add.
fn together<'a>(mut known: Vec<Judged<'a>>, written: Vec<Judged<'a>>) -> Vec<Judged<'a>> {
    let first = |judged: &Judged<'_>| judged.equation.facts[0].span;
    let wrong: HashSet<Span> = known.iter().filter(|judged| judged.finding.is_some()).map(first).collect();
    known.extend(written.into_iter().filter(|judged| !wrong.contains(&first(judged))));
    known
}
