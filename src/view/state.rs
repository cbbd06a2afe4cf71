//! What the page knows, as signals, and what can be done with it.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{File, HtmlElement};

use super::clock;
use super::dom;
use super::keep::Drafts;
use super::worker_handle::Handle;
use crate::lang::vi;
use crate::page::clip::Pick;
use crate::page::log::Log;
use crate::page::queue::Queue;
use crate::page::target::Target;
use tonghop_job::{DraftChoice, DraftView, EditView, JobId, OutlineView, PictureView, TableChoice, TableView};

/// What stands in the middle of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The table of the period.
    Table,
    /// The figures of one report.
    Figures(JobId),
    /// The draft of the report.
    Draft,
    /// A longer report against its months.
    Held(JobId),
    /// The outline of the draft.
    Outline,
}

/// What stands at the left side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The list of the reports.
    Reports,
    /// The list of the findings.
    Findings,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The table of the period.
    Table,
    /// The report of findings.
    Findings,
}

/// The state of the page; a handle that is copied into every view.
#[derive(Clone, Copy)]
pub struct App {
    /// The files.
    pub queue: RwSignal<Queue>,
    /// The table of the period; `None` before the first is made.
    pub table: RwSignal<Option<Arc<TableView>>>,
    /// What the user decided of the table.
    pub choice: RwSignal<TableChoice>,
    /// The cells of the table that the user picked for the clipboard.
    pub picked: RwSignal<Option<Pick>>,
    /// The draft of the report; `None` before the first is made.
    pub draft: RwSignal<Option<Arc<DraftView>>>,
    /// The outline of the draft and the sections that are switched off.
    pub drafting: RwSignal<(String, Vec<usize>)>,
    /// An outline of the user's own.
    pub own: RwSignal<Option<OutlineView>>,
    /// What the official wrote over in the draft.
    pub edits: RwSignal<Vec<EditView>>,
    /// What the user decided on figures and findings.
    pub log: RwSignal<Log>,
    /// What the source panel shows; `None`: it is closed.
    pub target: RwSignal<Option<Target>>,
    /// The page of a PDF that the worker painted last.
    pub picture: RwSignal<Option<Arc<PictureView>>>,
    /// What stands in the middle.
    pub view: RwSignal<View>,
    /// What stands at the left.
    pub side: RwSignal<Side>,
    /// What happened last, for everyone and read out by screen readers.
    pub notice: RwSignal<String>,
    /// How long it took from the files to the table in sight, in milliseconds.
    pub shown_after: RwSignal<Option<f64>>,
    /// The files themselves, which only the browser holds.
    pub(super) files: StoredValue<HashMap<JobId, File>, LocalStorage>,
    /// The worker and what it was asked for.
    pub(super) handle: StoredValue<Handle, LocalStorage>,
    /// The file that is read again as the user said, until it is read.
    pub(super) reopening: StoredValue<Option<JobId>>,
    /// What was made of drafts on this machine.
    pub(super) drafts: StoredValue<Drafts>,
    /// What a button should copy, while the browser's copy event has not come.
    pub(super) copying: StoredValue<Option<Copied>>,
    /// What had the focus before the source panel took it.
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl App {
    /// The state of an empty page. It is made once; views ask for it with [`Self::here`].
    pub(super) fn empty() -> Self {
        Self {
            queue: RwSignal::new(Queue::default()),
            table: RwSignal::new(None),
            choice: RwSignal::new(TableChoice::default()),
            picked: RwSignal::new(None),
            draft: RwSignal::new(None),
            drafting: RwSignal::new((String::new(), Vec::new())),
            own: RwSignal::new(super::draft_outline::kept()),
            edits: RwSignal::new(Vec::new()),
            drafts: StoredValue::new(Drafts::default()),
            log: RwSignal::new(Log::default()),
            target: RwSignal::new(None),
            picture: RwSignal::new(None),
            view: RwSignal::new(View::Table),
            side: RwSignal::new(Side::Reports),
            notice: RwSignal::new(vi::STATE_STARTING.to_owned()),
            shown_after: RwSignal::new(None),
            files: StoredValue::new_local(HashMap::new()),
            handle: StoredValue::new_local(Handle::default()),
            reopening: StoredValue::new(None),
            copying: StoredValue::new(None),
            opener: StoredValue::new_local(None),
        }
    }

    /// The state that the page provided to its views.
    pub fn here() -> Self {
        expect_context()
    }

    /// Says what happened.
    pub fn say(self, text: impl Into<String>) {
        self.notice.set(text.into());
    }

    /// Shows a source in the panel, and takes the focus there; closing brings it back.
    pub fn open(self, target: Target) {
        self.show(target);
        let from = dom::focused();
        if !from.as_ref().is_some_and(|element| dom::within(element, "#source")) {
            self.opener.set_value(from);
        }
        dom::focus_later("source-title");
    }

    /// Shows a source in the panel; the focus stays where it is.
    pub fn show(self, target: Target) {
        self.target.set(Some(target));
    }

    /// Closes the source panel; the focus goes back where it came from.
    pub fn close(self) {
        let inside = dom::focused().is_some_and(|element| dom::within(&element, "#source"));
        self.target.set(None);
        if let Some(opener) = self.opener.try_update_value(Option::take).flatten().filter(|_| inside) {
            dom::focus(&opener);
        }
    }

    /// Shows the table, or the figures of a report, in the middle.
    pub fn look_at(self, view: View) {
        self.view.set(view);
        dom::focus_later(match view {
            View::Table => "work",
            View::Figures(_) => "figures-title",
            View::Draft => "draft-title",
            View::Held(_) => "held-title",
            View::Outline => "outline-title",
        });
    }

    /// Shows the findings at the left, from the first one of a report on.
    pub fn look_at_findings(self, job: JobId) {
        self.side.set(Side::Findings);
        dom::reveal_later(&format!("[data-finding-job=\"{job}\"] button, [data-finding-job=\"{job}\"]"));
    }

    /// Puts a table in the place of the old one.
    pub(super) fn set_table(self, table: Option<TableView>) {
        self.picked.set(None);
        if let Some(table) = &table {
            self.fetch_draft(table);
        }
        self.table.set(table.map(Arc::new));
        self.drop_lost();
        // What the panel shows of the table may have changed with it.
        self.target.notify();
        clock::table_shown(self);
    }

    /// Puts a draft in the place of the old one; one that was asked for before the last choice is let go.
    pub(super) fn set_draft(self, draft: DraftView) {
        let choice = self.draft_choice();
        let outline = if choice.outline.is_empty() { &draft.choice.outline } else { &choice.outline }.clone();
        if (DraftChoice { outline, ..choice }) == draft.choice {
            self.draft.set(Some(Arc::new(draft)));
        }
    }

    /// What the user chose of the draft, for the table that is shown.
    pub(super) fn draft_choice(self) -> DraftChoice {
        let period = self.table.with_untracked(|table| table.as_ref().map(|table| table.period.clone()));
        let (outline, without) = self.drafting.get_untracked();
        let own = self.own.get_untracked();
        DraftChoice {
            table: TableChoice { period: period.filter(|period| !period.is_empty()), ..self.choice.get_untracked() },
            outline: own.as_ref().map_or(outline, |own| own.id.clone()),
            own,
            edits: self.edits.get_untracked(),
            without,
        }
    }

    /// Lets go of what stands no more.
    pub(super) fn drop_lost(self) {
        let stands = self.target.with_untracked(|target| {
            target.as_ref().is_none_or(|target| {
                self.queue
                    .with_untracked(|queue| self.table.with_untracked(|table| target.stands(queue, table.as_deref())))
            })
        });
        if !stands {
            self.close();
        }
        if let View::Figures(job) | View::Held(job) = self.view.get_untracked()
            && self.queue.with_untracked(|queue| queue.report(job).is_none())
        {
            self.view.set(View::Table);
        }
    }
}
