//! The draft as the page of paper that it becomes: figures lead to how they were made, sentences to where they stand.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::dom;
use super::save::{SaveWord, none};
use super::source::QUOTED;
use super::state::{App, View};
use crate::job::{DraftView, FindingView, PassageView, SectionView};
use crate::lang::vi;
use crate::page::target::Target;
use crate::page::words::fill;

/// The button that shows the draft.
#[component]
pub fn DraftButton() -> impl IntoView {
    let app = App::here();
    view! {
        <button type="button" id="draft-open" disabled=move || none(app) on:click=move |_| app.look_at(View::Draft)>
            {vi::DRAFT_OPEN}
        </button>
    }
}

/// The draft with what can be chosen of it.
#[component]
pub fn Draft() -> impl IntoView {
    let app = App::here();
    Effect::new(move || {
        // The draft follows the reports, the period and what was chosen of it.
        app.table.track();
        app.drafting.track();
        app.ask_draft();
    });
    let title = move || {
        let period = app.table.with(|table| table.as_ref().map(|table| table.period_name.clone()));
        fill(vi::DRAFT_TITLE, &[("period", &period.unwrap_or_default())])
    };
    view! {
        <section class="draft" aria-labelledby="draft-title">
            <div class="draft-head">
                <button type="button" id="draft-back" on:click=move |_| app.look_at(View::Table)>"← " {vi::DRAFT_BACK}</button>
                <h2 id="draft-title" tabindex="-1">{title}</h2>
                {move || app.draft.with(|draft| draft.as_ref().map(|draft| outlines(app, draft)))}
                {move || app.draft.with(|draft| draft.as_ref().map(|draft| switches(app, draft)))}
                <SaveWord />
                <p class="quiet">{vi::DRAFT_HINT}</p>
            </div>
            <div class="desktop" tabindex="0" role="region" aria-label=vi::DRAFT_PAGE on:keydown=move |event| pressed(&event)>
                {move || match app.draft.get() {
                    Some(draft) => paper(app, &draft).into_any(),
                    None => view! { <p class="quiet nothing">{vi::DRAFT_WAIT}</p> }.into_any(),
                }}
            </div>
        </section>
    }
}

/// The outlines to choose from; with another one all sections are on.
fn outlines(app: App, draft: &Arc<DraftView>) -> impl IntoView + use<> {
    let options = draft.outlines.iter().map(|(id, name)| {
        let selected = *id == draft.choice.outline;
        view! { <option value=id.clone() selected=selected>{name.clone()}</option> }
    });
    let choose = move |event| app.drafting.set((event_target_value(&event), Vec::new()));
    view! {
        <label class="draft-outline">
            <span>{vi::DRAFT_OUTLINE}</span>
            <select id="outline" on:change=choose>{options.collect_view()}</select>
        </label>
    }
}

/// A box for each section that can be switched off.
fn switches(app: App, draft: &Arc<DraftView>) -> impl IntoView + use<> {
    let boxes = draft.sections.iter().map(|section| {
        let place = section.place;
        let switch = move |_| {
            app.drafting.update(|(_, without)| match without.iter().position(|&off| off == place) {
                Some(at) => drop(without.remove(at)),
                None => without.push(place),
            });
        };
        let label = format!("{} {}", section.label, section.title);
        view! {
            <li class=format!("level-{}", section.level)>
                <label><input type="checkbox" prop:checked=section.on on:change=switch /> {label.trim().to_owned()}</label>
            </li>
        }
    });
    // The list stays open while boxes in it are ticked.
    let open = document().get_element_by_id("draft-sections").is_some_and(|list| list.has_attribute("open"));
    view! {
        <details id="draft-sections" open=open>
            <summary>{vi::DRAFT_SECTIONS}</summary>
            <ul>{boxes.collect_view()}</ul>
        </details>
    }
}

fn paper(app: App, draft: &Arc<DraftView>) -> impl IntoView + use<> {
    let sections = draft.sections.iter().filter(|section| section.on).map(|part| section(app, part));
    let receivers = draft.receivers.iter().map(|receiver| view! { <li>{receiver.clone()}</li> });
    let signer = draft.signer.iter().map(|title| view! { <p class="strong">{title.clone()}</p> });
    view! {
        <article class="paper" lang="vi">
            <div class="halves">
                <div>
                    <p class="small">{draft.agencies.0.clone()}</p>
                    <p class="small strong ruled">{draft.agencies.1.clone()}</p>
                    <p class="middle">{fields(&draft.number)}</p>
                </div>
                <div>
                    <p class="small strong">"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"</p>
                    <p class="middle strong ruled-whole">"Độc lập - Tự do - Hạnh phúc"</p>
                    <p class="middle slanted">{fields(&draft.date)}</p>
                </div>
            </div>
            <p class="title strong">"BÁO CÁO"</p>
            <p class="subject strong ruled">{draft.title.clone()}</p>
            {(!draft.addressee.is_empty()).then(|| view! { <p class="addressee">{fields(&draft.addressee)}</p> })}
            {draft.opening.iter().map(|part| passage(app, part)).collect_view()}
            {sections.collect_view()}
            <p class="body">{fields(&draft.closing)}</p>
            <div class="halves signature">
                <div><p class="receivers">"Nơi nhận:"</p><ul>{receivers.collect_view()}</ul></div>
                <div>{signer.collect_view()}<p class="strong signed">{draft.signer_name.clone()}</p></div>
            </div>
        </article>
    }
}

fn section(app: App, section: &SectionView) -> impl IntoView + use<> {
    let title = if section.level == 1 { section.title.to_uppercase() } else { section.title.clone() };
    view! {
        <p class=format!("heading level-{}", section.level)>{section.label.clone()} " " {title}</p>
        {section.passages.iter().map(|part| passage(app, part)).collect_view()}
    }
}

/// A paragraph; one that months say leads to their sentences.
fn passage(app: App, passage: &PassageView) -> impl IntoView + use<> {
    let runs = passage.runs.iter().map(|(text, row)| match row {
        Some(row) => figure(app, text, *row).into_any(),
        None if passage.places.is_empty() => fields(text).into_any(),
        None => quoted(app, text, passage).into_any(),
    });
    let lead = (passage.form == "item").then_some("- ");
    view! { <p class=passage.form.clone()>{lead} {runs.collect_view()}</p> }
}

/// Enter and the space bar do what a click does. A button of HTML would not flow with the words around it.
fn pressed(event: &KeyboardEvent) {
    if matches!(event.key().as_str(), "Enter" | " ")
        && let Some(link) = dom::around(event, "[role=button]")
    {
        event.prevent_default();
        link.click();
    }
}

fn figure(app: App, text: &str, row: usize) -> impl IntoView + use<> {
    let name = fill(vi::DRAFT_FIGURE, &[("value", text)]);
    let open = move |_| app.open(Target::Total { row });
    let text = text.to_owned();
    let blank = text == "…";
    view! {
        <span role="button" tabindex="0" class="figure-link" class:blank=blank data-row=row aria-label=name on:click=open>{text}</span>
    }
}

fn quoted(app: App, text: &str, passage: &PassageView) -> impl IntoView + use<> {
    let finding = Arc::new(FindingView {
        severity: "info".to_owned(),
        code: QUOTED.to_owned(),
        message: vi::DRAFT_QUOTED.to_owned(),
        places: passage.places.clone(),
        ..FindingView::default()
    });
    let open = move |_| app.open(Target::Finding { finding: Arc::clone(&finding), place: 0 });
    view! { <span role="button" tabindex="0" class="quote-link" on:click=open>{text.to_owned()}</span> }
}

/// Text in which what is left to fill in is marked.
fn fields(text: &str) -> impl IntoView + use<> {
    let pieces: Vec<String> = text.split('…').map(str::to_owned).collect();
    let piece = |(index, piece): (usize, String)| {
        view! { {(index > 0).then(|| view! { <mark class="blank">"…"</mark> })} {piece} }
    };
    pieces.into_iter().enumerate().map(piece).collect_view()
}
