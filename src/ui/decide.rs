//! Decisions on figures and findings: making them, taking them back, keeping them in the browser, taking them along.
//!
//! They lie in the browser's local storage, which is of this machine alone, and name reports by their text: the same
//! report finds its decisions again. [`crate::decisions`] is the form in which they are kept and taken along.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::Storage;

use super::dom;
use super::save;
use super::state::App;
use crate::decisions::{self, Entry, Place, shown};
use crate::job::{FactView, FindingView, JobId, ProposalView, Request};
use crate::lang::vi;
use crate::page::log::Log;
use crate::page::target::{self, Target};
use crate::page::words::{fill, with_count};

/// The name under which the decisions lie in the browser.
const KEY: &str = "tonghop.decisions";

/// The name of the file that is taken along.
const FILE: &str = "quyet-dinh.json";

/// Ctrl+Z outside of a field for typing, which undoes its own way.
pub fn is_undo(event: &KeyboardEvent) -> bool {
    let typing = dom::focused().is_some_and(|element| dom::within(&element, "input, textarea, select"));
    event.key().eq_ignore_ascii_case("z")
        && (event.ctrl_key() || event.meta_key())
        && !event.shift_key()
        && !event.alt_key()
        && !typing
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

impl App {
    /// Brings back what was decided on this machine before.
    pub(super) fn recall(self) {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        if let Some(entries) = kept.and_then(|text| decisions::from_bytes(text.as_bytes())) {
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

    /// Uses another value for the figure at a place.
    pub fn decide_value(self, job: JobId, span: (usize, usize), value: String, reason: String) {
        let Some(made) = self.queue.with_untracked(|queue| {
            let report = queue.report(job)?;
            let (index, fact) = target::figure_at(report, span)?;
            let place = Place { report: report.fingerprint.clone(), start: fact.span.0, end: fact.span.1 };
            let file = queue.entry(job)?.name.clone();
            let (label, printed) = (fact.label.clone(), fact.raw.clone());
            Some((index, Entry::Value { file, label, place, printed, value, reason }))
        }) else {
            return;
        };
        let (fact, entry) = made;
        let said = name(&entry);
        self.log.update(|log| log.add(entry));
        self.decided();
        // The finding that was open may hold no more; the figure shows what was decided.
        self.show(Target::Figure { job, fact });
        dom::focus_later("source-title");
        self.say(said);
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
        match self.log.try_update(|log| log.undo(&reports)).flatten() {
            Some(entry) => {
                self.decided();
                self.say(fill(vi::DECIDE_UNDONE, &[("what", &what(&entry))]));
            }
            None => self.say(vi::DECIDE_NOTHING),
        }
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
    pub(super) fn take_decisions(self, job: JobId, entries: Vec<Entry>) {
        self.queue.update(|queue| {
            queue.remove(job);
        });
        self.files.update_value(|files| {
            files.remove(&job);
        });
        let added = self.log.try_update(|log| log.merge(entries)).unwrap_or_default();
        self.decided();
        self.pump();
        self.say(with_count(vi::DECIDE_TAKEN, added));
    }

    /// Saves the decisions as a file.
    pub fn save_decisions(self) {
        let text = self.log.with_untracked(|log| decisions::to_text(log.entries()));
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
        let kept = storage().is_some_and(|storage| storage.set_item(KEY, &decisions::to_text(&entries)).is_ok());
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

/// The buttons that take a proposed value.
pub fn proposals(app: App, finding: &FindingView) -> Option<impl IntoView + use<>> {
    let button = |proposal: &ProposalView| {
        let (job, start, end) = *finding.places.get(proposal.place)?;
        let raw = app.queue.with_untracked(|queue| {
            target::figure_at(queue.report(job)?, (start, end)).map(|(_, fact)| fact.raw.clone())
        })?;
        let name = fill(vi::DECIDE_PROPOSE, &[("value", &proposal.shown), ("raw", &raw)]);
        let (value, why) = (proposal.value.clone(), proposal.why.clone());
        let reason = why.clone();
        let take = move |_| app.decide_value(job, (start, end), value.clone(), reason.clone());
        Some(view! {
            <li>
                <button type="button" class="propose" on:click=take>{name}</button>
                " " <span class="quiet">{why}</span>
            </li>
        })
    };
    let buttons: Vec<_> = finding.proposals.iter().filter_map(button).collect();
    (!buttons.is_empty()).then(|| {
        view! { <h3>{vi::DECIDE_PROPOSALS}</h3> <ul class="proposals">{buttons}</ul> }
    })
}

/// The form that gives the figure at a place another value.
pub fn value_form(app: App, job: JobId, fact: &FactView, title: &'static str) -> impl IntoView + use<> {
    let (value, reason): (NodeRef<Input>, NodeRef<Input>) = (NodeRef::new(), NodeRef::new());
    let wrong = RwSignal::new(false);
    let span = fact.span;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(decided) = decisions::typed(&typed(value)) {
            return app.decide_value(job, span, decided, typed(reason));
        }
        wrong.set(true);
        value.get_untracked().iter().for_each(|field| dom::focus(field));
    };
    view! {
        <details class="decide">
            <summary>{title}</summary>
            <form on:submit=submit>
                <label>
                    <span>{fill(vi::DECIDE_OTHER_FOR, &[("raw", &fact.raw)])}</span>
                    <input name="value" inputmode="decimal" autocomplete="off" required node_ref=value
                        aria-invalid=move || wrong.get().to_string() aria-describedby="decide-wrong" />
                </label>
                <label><span>{vi::DECIDE_REASON}</span><input name="reason" autocomplete="off" node_ref=reason /></label>
                <p class="report-error" id="decide-wrong" role="alert">{move || wrong.get().then_some(vi::DECIDE_MALFORMED)}</p>
                <button type="submit">{vi::DECIDE_USE}</button>
            </form>
        </details>
    }
}

/// The form that leaves what a finding is about as it is, with a reason.
pub fn keep_form(app: App, finding: &FindingView) -> impl IntoView + use<> {
    let reason: NodeRef<Input> = NodeRef::new();
    let wrong = RwSignal::new(false);
    let finding = finding.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let why = typed(reason);
        if why.is_empty() {
            wrong.set(true);
            return reason.get_untracked().iter().for_each(|field| dom::focus(field));
        }
        app.decide_keep(&finding, why);
    };
    view! {
        <details class="decide">
            <summary>{vi::DECIDE_KEEP_WHY}</summary>
            <form on:submit=submit novalidate>
                <label>
                    <span>{vi::DECIDE_REASON_NEEDED}</span>
                    <input name="keep-reason" autocomplete="off" node_ref=reason
                        aria-invalid=move || wrong.get().to_string() aria-describedby="keep-wrong" />
                </label>
                <p class="report-error" id="keep-wrong" role="alert">{move || wrong.get().then_some(vi::DECIDE_NO_REASON)}</p>
                <button type="submit">{vi::DECIDE_KEEP}</button>
            </form>
        </details>
    }
}

fn typed(field: NodeRef<Input>) -> String {
    field.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default()
}

/// What was decided on a figure beside what is printed, and the button that takes it back.
pub fn decided(app: App, job: JobId, fact: &FactView) -> Option<impl IntoView + use<>> {
    let fact = Some(fact.clone()).filter(|fact| fact.decided)?;
    let (raw, value, reason) = (fact.raw.clone(), fact.value.clone(), fact.reason.clone());
    Some(view! {
        <dl class="repaired">
            <div><dt>{vi::DECIDE_PRINTED}</dt><dd>{raw}</dd></div>
            <div><dt>{vi::DECIDE_DECIDED}</dt><dd>{value}</dd></div>
            {(!reason.is_empty()).then(|| view! { <div><dt>{vi::DECIDE_WHY}</dt><dd>{reason.clone()}</dd></div> })}
        </dl>
        <button type="button" id="withdraw" on:click=move |_| app.withdraw_value(job, &fact)>{vi::DECIDE_UNDO} " (Ctrl+Z)"</button>
    })
}

/// The list of what was decided on the reports of the list.
#[component]
pub fn Standing() -> impl IntoView {
    let app = App::here();
    let standing = Memo::new(move |_| {
        let reports = app.fingerprints();
        app.log.with(|log| log.standing(&reports).into_iter().cloned().collect::<Vec<Entry>>())
    });
    let row = move |entry: Entry| {
        let (said, name) = (what(&entry), fill(vi::DECIDE_UNDO_NAME, &[("what", &what(&entry))]));
        let (file, reason) = match &entry {
            Entry::Value { file, reason, .. } | Entry::Keep { file, reason, .. } => (file.clone(), reason.clone()),
        };
        let file = if file.is_empty() { vi::FINDINGS_SET.to_owned() } else { file };
        view! {
            <li class="finding is-decided">
                <p class="finding-head"><span class="sign" aria-hidden="true">"✎ "</span>{file}</p>
                <p>{said}</p>
                {(!reason.is_empty()).then(|| view! { <p class="hint">{reason}</p> })}
                <button type="button" class="link" aria-label=name on:click=move |_| app.withdraw(&entry)>{vi::DECIDE_UNDO}</button>
            </li>
        }
    };
    view! {
        <Show when=move || !standing.with(Vec::is_empty)>
            <details class="standing" open>
                <summary>{move || with_count(vi::DECIDE_TITLE, standing.with(Vec::len))}</summary>
                <ul class="findings">{move || standing.get().into_iter().map(row).collect_view()}</ul>
                <button type="button" id="save-decisions" title=vi::DECIDE_FILE_TITLE on:click=move |_| app.save_decisions()>
                    {vi::DECIDE_FILE}
                </button>
            </details>
        </Show>
    }
}
