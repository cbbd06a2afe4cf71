//! Sums and percentages together: what does not hold, and the figure that would mend it.
//!
//! [`sum`] and [`ratio`] say what is bound to what and whether it holds, [`localise`] which figure is likely wrong.

use super::statement::Stated;
use super::{localise, ratio, sum};
use tonghop_model::finding::Finding;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// Totals that their parts contradict, and percentages that are of something else.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let stated = Stated::of(report);
    let mut judged = sum::judged(report, &stated, catalogue);
    judged.extend(ratio::judged(report, &stated, catalogue));
    localise::findings(judged)
}
