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

use rustc_hash::FxHashMap;

use tonghop_series::fact::Fact;
use tonghop_series::report::Report;

/// The figures of a report by their indicator, each with its place among all figures, so that a rule over a few
/// indicators need not go through the whole report.
pub struct Stated<'a>(FxHashMap<&'a str, Vec<(usize, &'a Fact)>>);

impl<'a> Stated<'a> {
    /// The figures of a report that have an indicator.
    pub fn of(report: &'a Report) -> Self {
        let mut stated: FxHashMap<&str, Vec<(usize, &Fact)>> = FxHashMap::default();
        for (at, fact) in report.facts.iter().enumerate() {
            if let Some(id) = &fact.indicator {
                stated.entry(id).or_default().push((at, fact));
            }
        }
        Self(stated)
    }

    /// The figures of an indicator, in order, each with its place among all figures.
    pub fn get(&self, id: &str) -> &[(usize, &'a Fact)] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// The statements that hold a figure of every one of the indicators, as facts in the order of `ids`.
    pub fn complete(&self, ids: &[&str]) -> Vec<Vec<&'a Fact>> {
        // Most reports speak of few indicators.
        if ids.iter().any(|id| self.get(id).is_empty()) {
            return Vec::new();
        }
        self.all(ids).into_iter().filter_map(|facts| facts.into_iter().collect()).collect()
    }

    /// All statements, with a place for each of `ids`.
    ///
    /// Statements with figures as of different dates are left out: they do not speak of one thing.
    pub fn all(&self, ids: &[&str]) -> Vec<Vec<Option<&'a Fact>>> {
        let of = |(slot, id): (usize, &&str)| self.get(id).iter().map(move |&(at, fact)| (at, slot, fact));
        let mut stated: Vec<(usize, usize, &Fact)> = ids.iter().enumerate().flat_map(of).collect();
        stated.sort_unstable_by_key(|(at, ..)| *at);
        let mut found = Vec::new();
        let mut open: Vec<Option<&Fact>> = vec![None; ids.len()];
        for (_, slot, fact) in stated {
            if open[slot].is_some() {
                found.push(std::mem::replace(&mut open, vec![None; ids.len()]));
            }
            open[slot] = Some(fact);
        }
        found.push(open);
        found.retain(|facts| same_date(facts));
        found
    }
}

fn same_date(facts: &[Option<&Fact>]) -> bool {
    let mut dates = facts.iter().flatten().filter_map(|fact| fact.as_of);
    dates.next().is_none_or(|first| dates.all(|date| date == first))
}
