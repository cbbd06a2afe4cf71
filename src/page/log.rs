//! What the user decided, in the order in which it was decided: a log that is only added to and taken back from.

use tonghop_job::decisions::{Entry, Place};

/// How many decisions are kept; the oldest go first. An office makes some dozens in a half-year.
const MOST: usize = 2000;

/// The decisions in their order; of two on the same figure or finding the later one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    entries: Vec<Entry>,
}

impl Log {
    /// The log of the given decisions.
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut log = Self { entries };
        log.bound();
        log
    }

    /// The decisions in their order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds a decision.
    pub fn add(&mut self, entry: Entry) {
        self.entries.push(entry);
        self.bound();
    }

    /// Adds decisions from elsewhere; those that count already are passed over. The answer is how many were added.
    pub fn merge(&mut self, entries: Vec<Entry>) -> usize {
        let mut added = 0;
        for entry in entries {
            if self.last_on(&entry) != Some(&entry) {
                self.add(entry);
                added += 1;
            }
        }
        added
    }

    /// Takes the last step on one of the given reports back, so that what was decided before on the same figures
    /// counts. The answer is what was taken back: one decision, or the two that were made together.
    pub fn undo(&mut self, reports: &[String]) -> Vec<Entry> {
        let Some(at) = self.entries.iter().rposition(|entry| concerns(entry, reports)) else { return Vec::new() };
        let last = self.entries.remove(at);
        let other = self.entries[..at].iter().rposition(|entry| last.is_made_with(entry));
        other.map(|at| self.entries.remove(at)).into_iter().chain([last]).collect()
    }

    /// Takes back all decisions on what an entry is about.
    pub fn withdraw(&mut self, entry: &Entry) {
        self.entries.retain(|other| !other.is_on_same(entry));
    }

    /// The decisions that count for the given reports, the last one first.
    pub fn standing(&self, reports: &[String]) -> Vec<&Entry> {
        let counts = |entry: &&Entry| concerns(entry, reports) && self.last_on(entry) == Some(*entry);
        let mut standing: Vec<&Entry> = self.entries.iter().rev().filter(counts).collect();
        // The same decision may have been made twice.
        standing.dedup();
        standing
    }

    fn last_on(&self, entry: &Entry) -> Option<&Entry> {
        self.entries.iter().rev().find(|other| other.is_on_same(entry))
    }

    fn bound(&mut self) {
        let surplus = self.entries.len().saturating_sub(MOST);
        self.entries.drain(..surplus);
    }
}

/// Whether all that a decision is about stands in the given reports.
fn concerns(entry: &Entry, reports: &[String]) -> bool {
    let places = entry.places();
    !places.is_empty() && places.iter().all(|Place { report, .. }| reports.contains(report))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(report: &str, start: usize, value: &str) -> Entry {
        Entry::Value {
            file: "a".into(),
            label: String::new(),
            place: Place { report: report.into(), start, end: start + 1 },
            printed: "1".into(),
            value: value.into(),
            reason: String::new(),
            with: None,
        }
    }

    fn values(entries: &[&Entry]) -> String {
        let value = |entry: &&Entry| match entry {
            Entry::Value { value, .. } => value.clone(),
            Entry::Keep { .. } => "keep".into(),
        };
        entries.iter().map(value).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_last_decision_counts_and_undoing_brings_back_the_one_before() {
        let here = ["r".to_owned()];
        let mut log = Log::of(vec![entry("r", 0, "2"), entry("r", 5, "7")]);
        log.add(entry("r", 0, "3"));
        assert_eq!(values(&log.standing(&here)), "3 7");
        assert_eq!(log.undo(&here), [entry("r", 0, "3")]);
        assert_eq!(values(&log.standing(&here)), "7 2");
        log.withdraw(&entry("r", 0, "9"));
        assert_eq!(values(&log.standing(&here)), "7");
        assert!(!log.undo(&here).is_empty() && log.undo(&here).is_empty());
    }

    #[test]
    fn what_was_decided_in_one_step_is_taken_back_in_one() {
        let here = ["r".to_owned()];
        let made = |at: usize, other: usize| {
            let mut entry = entry("r", at, "8");
            if let Entry::Value { with, .. } = &mut entry {
                *with = Some(Place { report: "r".into(), start: other, end: other + 1 });
            }
            entry
        };
        let mut log = Log::of(vec![entry("r", 3, "2"), made(0, 5), made(5, 0)]);
        assert_eq!(log.undo(&here), [made(0, 5), made(5, 0)]);
        assert_eq!(values(&log.standing(&here)), "2");
        // One of the two was taken back before: the other goes alone.
        log.add(made(0, 5));
        log.add(made(5, 0));
        log.withdraw(&made(0, 5));
        assert_eq!(log.undo(&here), [made(5, 0)]);
        assert_eq!(values(&log.standing(&here)), "2");
    }

    #[test]
    fn decisions_on_reports_that_are_not_here_are_left_alone() {
        let mut log = Log::of(vec![entry("r", 0, "2"), entry("other", 0, "3")]);
        assert_eq!(log.undo(&["r".to_owned()]), [entry("r", 0, "2")]);
        assert_eq!(log.undo(&["r".to_owned()]), []);
        assert_eq!(log.entries().len(), 1);
    }

    #[test]
    fn merging_twice_adds_once() {
        let mut log = Log::default();
        assert_eq!(log.merge(vec![entry("r", 0, "2"), entry("r", 5, "7")]), 2);
        assert_eq!(log.merge(vec![entry("r", 0, "2"), entry("r", 5, "8")]), 1);
        assert_eq!(values(&log.standing(&["r".to_owned()])), "8 2");
    }

    #[test]
    fn the_oldest_go_first() {
        let log = Log::of((0..MOST + 3).map(|at| entry("r", at, "1")).collect());
        assert_eq!((log.entries().len(), log.entries()[0].places()[0].start), (MOST, 3));
    }
}
