//! Drafts that were written over outlive the page: kept in the browser, taken along in the file of decisions.
//!
//! A draft is kept for its period and its reports. When these come back, its texts, its outline and the sections that
//! were switched off come back with them; another period or other reports begin with the draft as it is made.

use leptos::prelude::*;

use super::state::App;
use super::store::{self, Key};
use crate::lang::vi;
use tonghop_job::TableView;
use tonghop_job::decisions::drafts::{self, KeptDraft};

/// What was made of drafts. It is one value, so that the state of the page stays small enough to be copied.
#[derive(Default)]
pub struct Drafts {
    /// The drafts that are kept; the last one last.
    kept: Vec<KeptDraft>,
    /// The period and the reports of the draft that is shown.
    open: Option<KeptDraft>,
    /// The text that was written last, to which the focus comes back.
    pub(super) written: Option<String>,
}

impl App {
    /// Brings back what was made of drafts on this machine before, and keeps what is made of them from here on.
    pub(super) fn recall_drafts(self) {
        let kept = store::get(Key::Drafts).and_then(|text| drafts::from_bytes(text.as_bytes())).unwrap_or_default();
        self.drafts.update_value(|drafts| drafts.kept = kept);
        Effect::new(move || {
            self.edits.track();
            self.drafting.track();
            self.own.track();
            self.keep_draft();
        });
    }

    /// Finds the draft of the reports and the period of a table that came.
    pub(super) fn fetch_draft(self, table: &TableView) {
        let reports = untrack(|| self.fingerprints());
        let open = self.open_draft();
        let goes_on = open.as_ref().is_some_and(|open| open.period == table.period && open.shared(&reports) > 0);
        let open = KeptDraft { period: table.period.clone(), reports, ..KeptDraft::default() };
        self.drafts.update_value(|drafts| drafts.open = Some(open));
        let untouched = self.made_of_draft().is_none_or(|draft| draft.is_empty());
        if !goes_on || untouched {
            self.put_back(goes_on);
        }
        self.keep_draft();
    }

    /// Takes drafts from a file; the answer is how many edits came with them.
    pub(super) fn take_drafts(self, others: Vec<KeptDraft>) -> usize {
        if others.is_empty() {
            return 0;
        }
        let came = self.drafts.try_update_value(|drafts| drafts::merge(&mut drafts.kept, others)).unwrap_or_default();
        self.put_back(true);
        self.store_drafts();
        came
    }

    /// The drafts of the reports of the list.
    pub(super) fn drafts_here(self) -> Vec<KeptDraft> {
        let reports = untrack(|| self.fingerprints());
        self.drafts
            .with_value(|drafts| drafts.kept.iter().filter(|draft| draft.shared(&reports) > 0).cloned().collect())
    }

    /// Puts the kept draft into the place of what is shown; without one the draft is as it is made, unless it stays.
    fn put_back(self, stays: bool) {
        let Some(open) = self.open_draft() else { return };
        match self.drafts.with_value(|drafts| drafts::find(&drafts.kept, &open.period, &open.reports).cloned()) {
            Some(kept) => {
                self.own.set(kept.own);
                self.drafting.set((kept.outline, kept.without));
                self.edits.set(kept.edits);
            }
            None if stays => {}
            None => {
                self.drafting.update(|(_, without)| without.clear());
                self.edits.set(Vec::new());
            }
        }
    }

    fn open_draft(self) -> Option<KeptDraft> {
        self.drafts.with_value(|drafts| drafts.open.clone())
    }

    /// What was made of the draft that is open.
    fn made_of_draft(self) -> Option<KeptDraft> {
        let (outline, without) = self.drafting.get_untracked();
        let (own, edits) = (self.own.get_untracked(), self.edits.get_untracked());
        Some(KeptDraft { outline, own, without, edits, ..self.open_draft()? })
    }

    fn keep_draft(self) {
        let Some(draft) = self.made_of_draft() else { return };
        let known = self.drafts.with_value(|drafts| {
            let known = drafts::find(&drafts.kept, &draft.period, &draft.reports);
            known == Some(&draft) || known.is_none() && draft.is_empty()
        });
        if !known {
            self.drafts.update_value(|drafts| drafts::put(&mut drafts.kept, draft));
            self.store_drafts();
        }
    }

    fn store_drafts(self) {
        let text = self.drafts.with_value(|drafts| drafts::to_text(&[], &drafts.kept));
        if !store::set(Key::Drafts, &text) {
            self.say(vi::DRAFT_UNSAVED);
        }
    }
}
