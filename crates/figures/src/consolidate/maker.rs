//! What rows are made from, and what a report says of one.

use super::set::Own;
use crate::table::{Cell, Closing, Key, SURE, Source};
use tonghop_series::catalogue::Catalogue;

/// What rows are made from.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    /// All reports of the set.
    pub sources: &'a [Source<'a>],
    /// What is known of indicators.
    pub catalogue: &'a Catalogue,
    /// Between which days months are counted.
    pub closing: Closing,
    /// The reports of the agency.
    pub own: &'a Own,
}

/// What a report says of a row, and whether it says it in two ways.
pub struct Said {
    /// The figure that counts.
    pub cell: Cell,
    /// The fact that contradicts it.
    pub otherwise: Option<usize>,
}

impl Maker<'_> {
    /// What a report says of an indicator, or of the same words; of several statements the one that counts.
    pub fn cell(&self, report: usize, of: &Key) -> Option<Cell> {
        let facts = &self.sources.get(report)?.report.facts;
        let same: Vec<usize> = (0..facts.len()).filter(|&index| Key::of(&facts[index]) == *of).collect();
        said(self.sources, report, &same).map(|said| said.cell)
    }
}

/// What a report says of one row: an exact figure before an approximate one, the latest date before others,
/// then the first; and a fact that contradicts it.
pub fn said(sources: &[Source<'_>], report: usize, facts: &[usize]) -> Option<Said> {
    let all = &sources.get(report)?.report.facts;
    let exact: Vec<usize> = facts.iter().copied().filter(|&index| all[index].approximate.is_none()).collect();
    let candidates = if exact.is_empty() { facts } else { &exact };
    let date = candidates.iter().filter_map(|&index| all[index].as_of).max();
    let chosen = *candidates.iter().find(|&&index| all[index].as_of == date)?;
    let fact = &all[chosen];
    let otherwise = candidates.iter().copied().find(|&index| {
        let other = &all[index];
        other.value != fact.value && (other.as_of.is_none() || other.as_of == date)
    });
    let cell = Cell {
        report,
        fact: chosen,
        value: fact.value,
        approximate: fact.approximate,
        as_of: fact.as_of,
        look: otherwise.is_some()
            || (fact.printed.is_some() && fact.decided.is_none())
            || (fact.indicator.is_some() && fact.certainty < SURE),
    };
    Some(Said { cell, otherwise })
}
