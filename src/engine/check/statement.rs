//! Which figures of a report were said together.
//!
//! A report may state an indicator twice, for two sections or two periods. A rule over several indicators
//! must not mix them: its figures are read in order, and a statement ends where one of its indicators recurs.
//!
//! | figures in order | statements |
//! |---|---|
//! | total part part | (total part part) |
//! | total part part total part part | (total part part) (total part part) |
//! | total part total part part | (total part) (total part part) |

use crate::engine::fact::Fact;
use crate::engine::report::Report;

/// The statements that hold a figure of every one of the indicators, as facts in the order of `ids`.
pub fn complete<'a>(report: &'a Report, ids: &[&str]) -> Vec<Vec<&'a Fact>> {
    all(report, ids).into_iter().filter_map(|facts| facts.into_iter().collect()).collect()
}

/// All statements, with a place for each of `ids`.
///
/// Statements with figures as of different dates are left out: they do not speak of one thing.
pub fn all<'a>(report: &'a Report, ids: &[&str]) -> Vec<Vec<Option<&'a Fact>>> {
    let mut found = Vec::new();
    let mut open: Vec<Option<&Fact>> = vec![None; ids.len()];
    for fact in &report.facts {
        let Some(at) = fact.indicator.as_deref().and_then(|id| ids.iter().position(|&wanted| wanted == id)) else {
            continue;
        };
        if open[at].is_some() {
            found.push(std::mem::replace(&mut open, vec![None; ids.len()]));
        }
        open[at] = Some(fact);
    }
    found.push(open);
    found.retain(|facts| same_date(facts));
    found
}

fn same_date(facts: &[Option<&Fact>]) -> bool {
    let mut dates = facts.iter().flatten().filter_map(|fact| fact.as_of);
    dates.next().is_none_or(|first| dates.all(|date| date == first))
}
