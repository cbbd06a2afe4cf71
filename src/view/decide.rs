//! Decisions on figures and findings: making them, taking them back, keeping them in the browser, taking them along.
//!
//! They lie in the browser's local storage, which is of this machine alone, and name reports by their text: the same
//! report finds its decisions again. [`tonghop_job::decisions`] is the form in which they are kept and taken along.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::dom;
use super::save;
use super::state::App;
use super::store::{self, Key};
use crate::lang::vi;
use crate::page::figure::shown;
use crate::page::log::Log;
use crate::page::target::{self, Target};
use crate::page::words::{fill, with_count};
use tonghop_job::decisions::drafts::{self, KeptDraft};
use tonghop_job::decisions::{self, Entry, Place};
use tonghop_job::{FactView, FindingView, JobId, Request};

/// The name of the file that is taken along.
const FILE: &str = "quyet-dinh.json";

/// Another value for the figure at a place of a report.
pub type Change = (JobId, (usize, usize), String);

/// Ctrl+Z outside of a field for typing, which undoes its own way.
pub fn is_undo(event: &KeyboardEvent) -> bool {
    let typing = dom::focused().is_some_and(|element| dom::within(&element, "input, textarea, select"));
    event.key().eq_ignore_ascii_case("z")
        && (event.ctrl_key() || event.meta_key())
        && !event.shift_key()
        && !event.alt_key()
        && !typing
}

impl App {
    /// Brings back what was decided on this machine before.
    pub(super) fn recall(self) {
        if let Some(entries) = store::get(Key::Decisions).and_then(|text| decisions::from_bytes(text.as_bytes())) {
            self.log.set(Log::of(entries));
        }
    }

    /// Gives the worker all decisions, where there are any.
    pub(super) fn tell_decisions(self) {
        let entries = self.log.with_untracked(|log| log.entries().to_vec());
        if !entries.is_empty() {
            self.ask(&Request::Decide { entries });
        }
    }

    /// Uses other values for the figures at one or two places, in one step.
    pub fn decide_values(self, changes: Vec<Change>, reason: &str) {
        let made: Vec<Option<(JobId, usize, Entry)>> =
            changes.into_iter().map(|change| self.entry(change, reason)).collect();
        // Of two values that mend a report together one alone does not.
        let Some(mut made) = made.into_iter().collect::<Option<Vec<_>>>() else { return };
        if let [(_, _, first), (_, _, second)] = &mut made[..] {
            let places = [first.places().first().cloned(), second.places().first().cloned()];
            for (entry, other) in [second, first].into_iter().zip(places) {
                if let Entry::Value { with, .. } = entry {
                    *with = other;
                }
            }
        }
        let Some(&(job, fact, _)) = made.last() else { return };
        let said: Vec<String> = made.iter().map(|(_, _, entry)| name(entry)).collect();
        self.log.update(|log| made.into_iter().for_each(|(_, _, entry)| log.add(entry)));
        self.decided();
        // The finding that was open may hold no more; the figure shows what was decided.
        self.show(Target::Figure { job, fact });
        dom::focus_later("source-title");
        self.say(said.join(" "));
    }

    /// The decision on a figure, with the figure's place in its report; `None` where there is none any more.
    fn entry(self, (job, span, value): Change, reason: &str) -> Option<(JobId, usize, Entry)> {
        self.queue.with_untracked(|queue| {
            let report = queue.report(job)?;
            let (index, fact) = target::figure_at(report, span)?;
            let place = Place { report: report.fingerprint.clone(), start: fact.span.0, end: fact.span.1 };
            let file = queue.entry(job)?.name.clone();
            let (label, printed) = (fact.label.clone(), fact.raw.clone());
            Some((
                job,
                index,
                Entry::Value { file, label, place, printed, value, reason: reason.to_owned(), with: None },
            ))
        })
    }

    /// Leaves what a finding is about as it is.
    pub fn decide_keep(self, finding: &FindingView, reason: String) {
        let Some(entry) = self.keep_entry(finding, reason) else { return };
        self.log.update(|log| log.add(entry));
        self.decided();
        self.close();
        self.say(vi::DECIDE_KEPT_DONE);
    }

    /// Takes the last decision on the reports of the list back.
    pub fn undo(self) {
        let reports = self.fingerprints();
        let undone = self.log.try_update(|log| log.undo(&reports)).unwrap_or_default();
        if undone.is_empty() {
            return self.say(vi::DECIDE_NOTHING);
        }
        self.decided();
        let said: Vec<String> = undone.iter().map(what).collect();
        self.say(fill(vi::DECIDE_UNDONE, &[("what", &said.join("; "))]));
    }

    /// Takes the decisions on one figure or finding back.
    pub fn withdraw(self, entry: &Entry) {
        self.log.update(|log| log.withdraw(entry));
        self.decided();
        self.say(fill(vi::DECIDE_UNDONE, &[("what", &what(entry))]));
        dom::catch_focus();
    }

    /// Takes the decision on a figure back.
    pub fn withdraw_value(self, job: JobId, fact: &FactView) {
        let entry = self.log.with_untracked(|log| {
            log.standing(&self.fingerprints()).into_iter().find(|entry| self.is_on(entry, job, fact)).cloned()
        });
        if let Some(entry) = entry {
            self.withdraw(&entry);
        }
    }

    /// Takes decisions from a file that was dropped among the reports.
    pub(super) fn take_decisions(self, job: JobId, entries: Vec<Entry>, drafts: Vec<KeptDraft>) {
        self.queue.update(|queue| {
            // The worker is done with it; only what is settled makes room for the next file.
            queue.refuse(job, "");
            queue.remove(job);
        });
        self.files.update_value(|files| {
            files.remove(&job);
        });
        let added = self.log.try_update(|log| log.merge(entries)).unwrap_or_default();
        self.decided();
        let edits = self.take_drafts(drafts);
        self.pump();
        self.say_with_done(match edits {
            0 => with_count(vi::DECIDE_TAKEN, added),
            _ => fill(&with_count(vi::DECIDE_TAKEN_DRAFT, added), &[("edits", &edits.to_string())]),
        });
    }

    /// Saves the decisions, and what was made of the drafts of these reports, as a file.
    pub fn save_decisions(self) {
        let drafts = self.drafts_here();
        let text = self.log.with_untracked(|log| drafts::to_text(log.entries(), &drafts));
        save::save(self, FILE, "application/json", text.as_bytes());
    }

    /// The reports of the list as decisions name them.
    pub fn fingerprints(self) -> Vec<String> {
        self.queue.with(|queue| {
            let reports = queue.entries().iter().filter_map(|entry| queue.report(entry.job));
            reports.map(|report| report.fingerprint.clone()).collect()
        })
    }

    /// The log changed: it is kept in the browser, and the worker puts it into effect.
    fn decided(self) {
        let entries = self.log.with_untracked(|log| log.entries().to_vec());
        let kept = store::set(Key::Decisions, &decisions::to_text(&entries));
        self.ask(&Request::Decide { entries });
        if !kept {
            self.say(vi::DECIDE_UNSAVED);
        }
    }

    fn keep_entry(self, finding: &FindingView, reason: String) -> Option<Entry> {
        self.queue.with_untracked(|queue| {
            let place = |&(job, start, end): &(JobId, usize, usize)| {
                Some(Place { report: queue.report(job)?.fingerprint.clone(), start, end })
            };
            let places = finding.places.iter().map(place).collect::<Option<Vec<_>>>()?;
            let mut files: Vec<JobId> = finding.places.iter().map(|place| place.0).collect();
            files.dedup();
            let file = match files[..] {
                [job] => queue.entry(job)?.name.clone(),
                _ => String::new(),
            };
            let (code, message) = (finding.code.clone(), finding.message.clone());
            Some(Entry::Keep { file, code, message, places, reason })
        })
    }

    fn is_on(self, entry: &Entry, job: JobId, fact: &FactView) -> bool {
        let print = self.queue.with_untracked(|queue| queue.report(job).map(|report| report.fingerprint.clone()));
        matches!(entry, Entry::Value { place, .. }
            if Some(&place.report) == print.as_ref() && (place.start, place.end) == fact.span)
    }
}

/// What was decided, as it is said when it is done.
fn name(entry: &Entry) -> String {
    match entry {
        Entry::Value { printed, value, .. } => fill(vi::DECIDE_MADE, &[("value", &shown(value)), ("raw", printed)]),
        Entry::Keep { .. } => vi::DECIDE_KEPT_DONE.to_owned(),
    }
}

/// What an entry decides, in a few words.
pub fn what(entry: &Entry) -> String {
    match entry {
        Entry::Value { printed, value, .. } => {
            fill(vi::DECIDE_CHANGED, &[("raw", printed), ("value", &shown(value))])
        }
        Entry::Keep { message, .. } => fill(vi::DECIDE_KEPT_ROW, &[("message", message.trim_end_matches('.'))]),
    }
}
