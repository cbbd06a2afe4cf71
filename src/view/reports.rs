//! The list of the reports: one row a file, with what was understood of it and what can be done with it.

use leptos::prelude::*;

use super::reopen;
use super::state::{App, View};
use crate::lang::vi;
use crate::page::queue::{Entry, State};
use crate::page::target::Target;
use crate::page::words::{Severities, count, fill, problems, sentence_case};
use tonghop_job::{JobId, Remedy, ReportView};

/// The list of the reports.
#[component]
pub fn Reports() -> impl IntoView {
    let app = App::here();
    let jobs = Memo::new(move |_| {
        app.queue.with(|queue| queue.entries().iter().map(|entry| entry.job).collect::<Vec<JobId>>())
    });
    view! {
        <ul class="reports">
            <For each=move || jobs.get() key=|job| *job let:job><Row job /></For>
        </ul>
    }
}

/// A file of the list.
#[component]
fn Row(job: JobId) -> impl IntoView {
    let app = App::here();
    let entry = Memo::new(move |_| app.queue.with(|queue| queue.entry(job).cloned()));
    let name = entry.with_untracked(|entry| entry.as_ref().map(|entry| entry.name.clone())).unwrap_or_default();
    let remove = fill(vi::REPORTS_REMOVE, &[("name", &name)]);
    view! {
        <li
            class="report"
            id=format!("report-{job}")
            tabindex="-1"
            data-state=move || entry.with(|entry| entry.as_ref().map(state_name))
        >
            <div class="report-head">
                <span class="report-name" title=name.clone()>{name.clone()}</span>
                <span class="report-state">{move || entry.with(|entry| entry.as_ref().map(state_text))}</span>
                <button type="button" class="remove" aria-label=remove.clone() title=remove on:click=move |_| app.remove(job)>
                    "✕"
                </button>
            </div>
            {move || entry.get().map(|entry| body(app, &entry))}
        </li>
    }
}

/// What stands below the name, by how far the file is.
fn body(app: App, entry: &Entry) -> AnyView {
    match &entry.state {
        State::Waiting | State::Reading => ().into_any(),
        State::Done(report) => done(app, entry, report).into_any(),
        State::Refused(message, remedy) => refused(app, entry, message.clone(), *remedy),
        State::Stopped => {
            let job = entry.job;
            let name = fill(vi::REPORTS_RETRY_NAME, &[("name", &entry.name)]);
            view! {
                <button type="button" class="retry" aria-label=name on:click=move |_| app.retry(job)>
                    {vi::REPORTS_RETRY}
                </button>
            }
            .into_any()
        }
    }
}

/// Why a file could not be read, and what can be done about it here.
fn refused(app: App, entry: &Entry, message: String, remedy: Remedy) -> AnyView {
    let remedied = match remedy {
        Remedy::Password { wrong } => return reopen::password(app, entry, message, wrong),
        Remedy::Letters => reopen::letters(app, entry),
        Remedy::Pages { pages } => self::pages(app, entry, pages).into_any(),
        Remedy::None => ().into_any(),
    };
    view! {
        <p class="report-error">{message}</p>
        {remedied}
    }
    .into_any()
}

/// The way to the pictures of a file's pages; nothing for files without pages.
fn pages(app: App, entry: &Entry, pages: usize) -> Option<impl IntoView + use<>> {
    let job = entry.job;
    let name = fill(vi::REPORTS_PAGES_NAME, &[("name", &entry.name)]);
    let open = move |_| app.open(Target::Pages { job });
    (pages > 0).then(|| {
        view! { <button type="button" class="link" aria-label=name on:click=open>{vi::REPORTS_PAGES}</button> }
    })
}

fn done(app: App, entry: &Entry, report: &ReportView) -> impl IntoView + use<> {
    let or = |text: &str, instead: &str| if text.is_empty() { instead.to_owned() } else { sentence_case(text) };
    let period = or(&report.period_name, vi::REPORTS_NO_PERIOD);
    let agency = or(&report.agency, vi::REPORTS_NO_AGENCY);
    let rest = report.numerals.saturating_sub(report.understood);
    let pairs = [("found", count(report.understood)), ("all", count(report.numerals)), ("rest", count(rest))];
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (found, explained) = (fill(vi::REPORTS_FOUND, &pairs), fill(vi::REPORTS_FOUND_TITLE, &pairs));
    let open = report.findings.iter().filter(|finding| !finding.kept);
    let severities = Severities::of(open.map(|finding| finding.severity.as_str()));
    let wrong = problems(severities);
    let job = entry.job;
    let name = fill(vi::REPORTS_FIGURES_NAME, &[("name", &entry.name)]);
    view! {
        <p class="report-what"><strong class="report-period">{period}</strong> " · " <span class="report-agency">{agency}</span> " · " <span class="report-format">{report.format.clone()}</span></p>
        <p class="report-counts">
            <span class="found" class:is-short={rest > 0} title=explained>{found}</span>
            {if wrong.is_empty() {
                view! { <span class="fine">{vi::REPORTS_NO_PROBLEM}</span> }.into_any()
            } else {
                view! {
                    <button type="button" class="link wrong" class:is-error={severities.errors > 0} on:click=move |_| app.look_at_findings(job)>
                        {wrong}
                    </button>
                }
                .into_any()
            }}
            {pages(app, entry, report.pages)}
            <button type="button" class="link" aria-label=name on:click=move |_| app.look_at(View::Figures(job))>
                {vi::REPORTS_FIGURES}
            </button>
        </p>
        {reopen::letters_asked(entry, report).then(|| reopen::letters(app, entry))}
    }
}

/// How far a file is, for style sheets and tests.
fn state_name(entry: &Entry) -> &'static str {
    match entry.state {
        State::Waiting => "waiting",
        State::Reading => "reading",
        State::Done(_) => "done",
        State::Refused(_, Remedy::Password { .. }) => "locked",
        State::Refused(..) => "refused",
        State::Stopped => "stopped",
    }
}

fn state_text(entry: &Entry) -> &'static str {
    match entry.state {
        State::Waiting => vi::REPORTS_WAITING,
        State::Reading => vi::REPORTS_READING,
        State::Done(_) => vi::REPORTS_DONE,
        State::Refused(_, Remedy::Password { .. }) => vi::REPORTS_LOCKED,
        State::Refused(_, Remedy::Pages { .. }) => vi::REPORTS_SCAN,
        State::Refused(..) => vi::REPORTS_REFUSED,
        State::Stopped => vi::REPORTS_STOPPED,
    }
}
