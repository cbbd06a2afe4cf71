//! Which figure of a statement is which indicator: each figure at most one, each indicator at most once.

use std::collections::HashMap;

use super::matching::{self, Candidate};
use super::seen::Seen;
use super::sight::Text;
use crate::catalogue::{Catalogue, Indicator};

/// The reading of one figure.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'c> {
    /// The indicator.
    pub indicator: &'c Indicator,
    /// How well it fits.
    pub score: u32,
    /// How much better it fits than the next indicator.
    pub margin: u32,
    /// Whether the way in which it is written leaves something out.
    pub weak: bool,
}

/// The reading of each figure of a statement; `lead` are the indicators of the line that it is listed under.
///
/// Figures under another one need the other's reading first. Brackets only look back, so that a second pass sees
/// what the first has settled.
pub fn solve<'c>(
    text: Text<'_>,
    statement: &Seen<'_>,
    lead: &[&str],
    catalogue: &'c Catalogue,
) -> Vec<Option<Reading<'c>>> {
    let possible = matching::possible(statement, catalogue);
    let mut readings = vec![None; statement.figures.len()];
    if possible.is_empty() {
        return readings;
    }
    let mut all: Vec<Vec<Candidate<'c>>> = vec![Vec::new(); statement.figures.len()];
    let mut under: Vec<Option<Vec<&str>>> = vec![None; statement.figures.len()];
    for _ in 0..2 {
        let mut known: Vec<Option<&str>> =
            readings.iter().map(|reading: &Option<Reading<'c>>| reading.map(|r| r.indicator.id.as_str())).collect();
        for (index, figure) in statement.figures.iter().enumerate() {
            let governors: Vec<&str> =
                figure.governors.iter().filter_map(|&at| known[at]).chain(lead.iter().copied()).collect();
            // In the second pass most figures stand under what they stood under in the first.
            if under[index].as_ref() != Some(&governors) {
                all[index] = matching::candidates(text, statement, figure, &governors, &possible);
                under[index] = Some(governors);
            }
            known[index] = known[index].or(all[index].first().map(|best| best.indicator.id.as_str()));
        }
        readings = assign(&all);
    }
    readings
}

/// The best candidate of each figure; where two figures want one indicator the better fit has it, and the other
/// figure takes its next candidate.
fn assign<'c>(all: &[Vec<Candidate<'c>>]) -> Vec<Option<Reading<'c>>> {
    let mut holder: HashMap<&str, usize> = HashMap::new();
    let mut choice: Vec<usize> = vec![0; all.len()];
    let mut queue: Vec<usize> = (0..all.len()).rev().collect();
    while let Some(figure) = queue.pop() {
        let Some(candidate) = all[figure].get(choice[figure]) else { continue };
        let id = candidate.indicator.id.as_str();
        match holder.get(id).copied() {
            None => {
                holder.insert(id, figure);
            }
            Some(other) if candidate.score > all[other][choice[other]].score => {
                holder.insert(id, figure);
                choice[other] += 1;
                queue.push(other);
            }
            Some(_) => {
                choice[figure] += 1;
                queue.push(figure);
            }
        }
    }
    let reading = |figure: usize| {
        let candidate = all[figure].get(choice[figure])?;
        let next = all[figure]
            .iter()
            .filter(|other| other.indicator.id != candidate.indicator.id)
            .map(|other| other.score)
            .max();
        let margin = candidate.score.saturating_sub(next.unwrap_or(0));
        Some(Reading { indicator: candidate.indicator, score: candidate.score, margin, weak: candidate.weak })
    };
    (0..all.len()).map(reading).collect()
}
