//! The forms and lists by which decisions are made and taken back.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::decide::what;
use super::dom;
use super::state::App;
use crate::lang::vi;
use crate::page::figure;
use crate::page::target;
use crate::page::words::{fill, with_count};
use tonghop_job::decisions::Entry;
use tonghop_job::{FactView, FindingView, JobId, ProposalView};

/// The buttons that take a proposed value.
pub fn proposals(app: App, finding: &FindingView) -> Option<impl IntoView + use<>> {
    let button = |proposal: &ProposalView| {
        let change = |place: usize, value: &str| {
            let (job, start, end) = *finding.places.get(place)?;
            let raw = app.queue.with_untracked(|queue| {
                target::figure_at(queue.report(job)?, (start, end)).map(|(_, fact)| fact.raw.clone())
            })?;
            Some(((job, (start, end), value.to_owned()), raw))
        };
        let (first, raw) = change(proposal.place, &proposal.value)?;
        let mut name = fill(vi::DECIDE_PROPOSE, &[("value", &proposal.shown), ("raw", &raw)]);
        let mut changes = vec![first];
        if let Some(with) = &proposal.with {
            let (second, raw) = change(with.place, &with.value)?;
            name += &fill(vi::DECIDE_PROPOSE_WITH, &[("value", &with.shown), ("raw", &raw)]);
            changes.insert(0, second);
        }
        let why = proposal.why.clone();
        let reason = why.clone();
        let take = move |_| app.decide_values(changes.clone(), &reason);
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
        if let Some(decided) = figure::typed(&typed(value)) {
            return app.decide_values(vec![(job, span, decided)], &typed(reason));
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
