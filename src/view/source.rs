//! The source panel: where a figure comes from, or how a total was made.

use std::sync::Arc;

use leptos::prelude::*;

use super::calculation;
use super::decide_views;
use super::findings::severity;
use super::picture;
use super::source_total;
use super::state::App;
use crate::lang::vi;
use crate::page::excerpt::Part;
use crate::page::findings;
use crate::page::target::{self, Target};
use crate::page::words::{count, fill, sentence_case};
use tonghop_job::{FactView, FindingView, JobId, ReportView};

/// The code of a "finding" that only says where a sentence of the draft was read.
pub const QUOTED: &str = "quoted";

/// The panel; Esc closes it from anywhere on the page.
#[component]
pub fn SourcePanel() -> impl IntoView {
    let app = App::here();
    let title = move || {
        app.target.with(|target| match target {
            Some(Target::Total { .. }) => vi::SOURCE_TOTAL_TITLE,
            Some(Target::Pages { .. }) => vi::PICTURE_TITLE,
            Some(Target::Finding { finding, .. }) if finding.code != QUOTED => vi::FINDINGS_TITLE,
            _ => vi::SOURCE_TITLE,
        })
    };
    view! {
        <aside class="source" id="source" aria-labelledby="source-title">
            <div class="source-head">
                <h2 id="source-title" tabindex="-1">{title}</h2>
                <button type="button" class="close" id="source-close" aria-label=vi::SOURCE_CLOSE_NAME on:click=move |_| app.close()>
                    {vi::SOURCE_CLOSE} " (Esc)"
                </button>
            </div>
            <div class="source-body" aria-live="polite">
                {move || match app.target.get() {
                    Some(Target::Figure { job, fact }) => figure(app, job, fact),
                    Some(Target::Pages { job }) => pages(app, job),
                    Some(Target::Total { row }) => source_total::total(app, row),
                    Some(Target::Finding { finding, place }) => found(app, &finding, place),
                    None => ().into_any(),
                }}
            </div>
        </aside>
    }
}

/// A figure: its value, its words, its sentence, its neighbours.
fn figure(app: App, job: JobId, fact: usize) -> AnyView {
    let Some((name, report)) = file(app, job) else { return gone() };
    let Some(view) = report.facts.get(fact) else { return gone() };
    let neighbour = |forward: bool, id: &'static str, text: &'static str| {
        let to = target::neighbour(&report, fact, forward);
        let go = move |_| to.into_iter().for_each(|fact| app.show(Target::Figure { job, fact }));
        view! { <button type="button" id=id disabled=to.is_none() on:click=go>{text}</button> }
    };
    let label = if view.label.is_empty() { vi::SOURCE_UNLABELLED.to_owned() } else { sentence_case(&view.label) };
    let place = fill(vi::SOURCE_PLACE_OF, &[("n", &count(fact + 1)), ("all", &count(report.facts.len()))]);
    view! {
        <p class="source-label">{label}</p>
        <p class="source-value">{view.value.clone()} " " <span class="unit">{unit(view)}</span></p>
        {repaired(view)}
        {decide_views::decided(app, job, view)}
        {on_figure(app, job, &report, view)}
        {quote(target::marked(&report, view.span, &[]))}
        {(report.pages > 0).then(|| picture::picture(app, job, name.clone(), view.span, view.raw.clone()))}
        <dl>
            {term(vi::SOURCE_SECTION, &view.section)}
            {term(vi::SOURCE_FILE, &name)}
            {term(vi::SOURCE_PERIOD, &sentence_case(&report.period_name))}
            {term(vi::SOURCE_CERTAINTY, certainty(&view.certainty))}
        </dl>
        {(!view.decided && !view.label.is_empty()).then(|| decide_views::value_form(app, job, view, vi::DECIDE_CHANGE))}
        {view.approximate.then(|| view! { <p class="hint">{sentence_case(vi::SOURCE_APPROXIMATE)} "."</p> })}
        <div class="walk">
            {neighbour(false, "source-previous", vi::SOURCE_PREVIOUS)}
            {neighbour(true, "source-next", vi::SOURCE_NEXT)}
            <span class="quiet">{place}</span>
        </div>
    }
    .into_any()
}

/// What was found on a figure; each leads to its calculation.
fn on_figure(app: App, job: JobId, report: &ReportView, fact: &FactView) -> Option<impl IntoView + use<>> {
    let found = app.table.with_untracked(|table| findings::on(job, fact.span, report, table.as_deref()));
    let row = |finding: Arc<FindingView>| {
        let message = sentence_case(&finding.message);
        let class = format!("finding is-{}", finding.severity);
        let place = finding.places.iter().position(|place| place.0 == job && place.1 == fact.span.0).unwrap_or(0);
        let mark = if finding.kept { vi::DECIDE_KEPT.into_any() } else { severity(&finding.severity).into_any() };
        let open = move |_| app.show(Target::Finding { finding: Arc::clone(&finding), place });
        view! { <li class=class>{mark} " · " <button type="button" class="link" on:click=open>{message}</button></li> }
    };
    (!found.is_empty()).then(|| {
        view! { <ul class="findings" aria-label=vi::FINDINGS_ON_FIGURE>{found.into_iter().map(row).collect_view()}</ul> }
    })
}

/// The pages of a file, from the first.
fn pages(app: App, job: JobId) -> AnyView {
    let Some(name) = app.queue.with_untracked(|queue| queue.entry(job).map(|entry| entry.name.clone())) else {
        return gone();
    };
    view! {
        <p class="source-label">{name.clone()}</p>
        {picture::picture(app, job, name, (0, 0), String::new())}
    }
    .into_any()
}

/// A finding: what it says, its calculation, what can be decided, and one of its places.
fn found(app: App, finding: &Arc<FindingView>, place: usize) -> AnyView {
    let places = finding.places.len();
    let to = |index: usize| {
        let finding = Arc::clone(finding);
        let go = move |_| app.show(Target::Finding { finding: Arc::clone(&finding), place: index });
        let name = fill(vi::SOURCE_PLACE, &[("n", &count(index + 1)), ("all", &count(places))]);
        view! { <button type="button" aria-pressed=(index == place).to_string() on:click=go>{name}</button> }
    };
    let source = finding.places.get(place).and_then(|&(job, start, end)| {
        let (name, report) = file(app, job)?;
        let figure = target::figure_at(&report, (start, end)).map(|(_, fact)| fact);
        let others: Vec<(usize, usize)> =
            finding.places.iter().filter(|other| other.0 == job).map(|other| (other.1, other.2)).collect();
        let printed = target::source(&report, (start, end)).mark;
        let section = figure.map(|fact| fact.section.clone()).unwrap_or_default();
        let form = figure.filter(|fact| finding.code != QUOTED && !fact.label.is_empty());
        Some(view! {
            {form.map(|fact| decide_views::value_form(app, job, fact, vi::DECIDE_OTHER))}
            {quote(target::marked(&report, (start, end), &others))}
            {(report.pages > 0).then(|| picture::picture(app, job, name.clone(), (start, end), printed))}
            <dl>{term(vi::SOURCE_SECTION, &section)} {term(vi::SOURCE_FILE, &name)}</dl>
        })
    });
    view! {
        {(finding.code != QUOTED).then(|| view! {
            <p class=format!("finding-head is-{}", finding.severity)><strong>{severity(&finding.severity)}</strong></p>
        })}
        <p>{sentence_case(&finding.message)}</p>
        {(!finding.hint.is_empty()).then(|| view! { <p class="hint">{finding.hint.clone()}</p> })}
        {calculation::calculations(app, finding, place)}
        {decide_views::proposals(app, finding)}
        {(finding.code != QUOTED && !finding.kept && places > 0).then(|| decide_views::keep_form(app, finding))}
        {source}
        {(places > 1).then(|| view! { <div class="walk">{(0..places).map(to).collect_view()}</div> })}
    }
    .into_any()
}

/// The text around a place, the place marked; other figures of the same calculation are underlined.
fn quote(pieces: Vec<(Part, String)>) -> impl IntoView + use<> {
    let piece = |(part, text): (Part, String)| match part {
        Part::Around => view! { <span class="around">{text}</span> }.into_any(),
        Part::Sentence => view! { <span class="sentence">{text}</span> }.into_any(),
        Part::Mark => view! { <mark>{text}</mark> }.into_any(),
        Part::Other => view! { <span class="sentence other">{text}</span> }.into_any(),
    };
    view! { <blockquote tabindex="0">{pieces.into_iter().map(piece).collect_view()}</blockquote> }
}

/// What is printed beside what is understood, where the two differ.
fn repaired(fact: &FactView) -> Option<impl IntoView + use<>> {
    (fact.repaired && !fact.decided).then(|| {
        view! {
            <dl class="repaired">
                {term(vi::SOURCE_RAW, &fact.raw)}
                {term(vi::SOURCE_UNDERSTOOD, &fact.value)}
            </dl>
            <p class="hint">{vi::SOURCE_REPAIRED}</p>
        }
    })
}

/// A name and what it names; nothing where nothing is known.
pub fn term(name: &'static str, value: &str) -> Option<impl IntoView + use<>> {
    (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{value.to_owned()}</dd></div> })
}

/// The unit behind a value that does not carry it.
pub fn unit(fact: &FactView) -> String {
    if fact.value.ends_with('%') { String::new() } else { fact.unit.clone() }
}

/// How certain a reading is, in words.
pub fn certainty(name: &str) -> &'static str {
    match name {
        "sure" => vi::SOURCE_SURE,
        "likely" => vi::SOURCE_LIKELY,
        _ => vi::SOURCE_UNSURE,
    }
}

/// The name and the report of a file.
pub fn file(app: App, job: JobId) -> Option<(String, Arc<ReportView>)> {
    app.queue.with_untracked(|queue| Some((queue.entry(job)?.name.clone(), Arc::clone(queue.report(job)?))))
}

fn gone() -> AnyView {
    view! { <p class="quiet">{vi::SOURCE_GONE}</p> }.into_any()
}
