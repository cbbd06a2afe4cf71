//! The draft as the page of paper that it becomes: figures lead to how they were made, sentences to where they stand.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::save::{self, SaveWord, none};
use super::source::QUOTED;
use super::state::{App, View};
use super::{dom, draft_edit, draft_outline};
use crate::lang::vi;
use crate::page::target::Target;
use crate::page::words::{fill, with_count};
use tonghop_job::{DraftView, FindingView, PassageView, RunView, SectionView};

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
        app.own.track();
        app.edits.track();
        app.ask_draft();
    });
    Effect::new(move || {
        app.draft.track();
        draft_edit::come_back(app);
    });
    let undo = move || {
        let written = app.edits.with(Vec::len);
        (written > 0).then(|| view! {
            <button type="button" id="undo-all" on:click=move |_| app.edits.set(Vec::new())>{with_count(vi::DRAFT_EDIT_UNDO_ALL, written)}</button>
        })
    };
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
                <button type="button" id="outline-open" on:click=move |_| app.look_at(View::Outline)>{vi::OUTLINE_EDIT}</button>
                <SaveWord />
                <button type="button" id="draft-print" on:click=move |_| save::print()>{vi::DRAFT_PRINT}</button>
                <button type="button" id="save-work" title=vi::DRAFT_KEEP_TITLE on:click=move |_| app.save_decisions()>{vi::DRAFT_KEEP}</button>
                {undo}
                <p class="quiet">{vi::DRAFT_HINT}</p>
            </div>
            <div
                class="desktop"
                tabindex="0"
                role="region"
                aria-label=vi::DRAFT_PAGE
                on:keydown=move |event| pressed(app, &event)
                on:focusout=move |event| draft_edit::left(app, &event)
                on:dblclick=move |event| edit(&event, "[data-key]")
                on:click=move |event| edit(&event, ".pencil.edit")
            >
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
        let selected = draft.choice.own.is_none() && *id == draft.choice.outline;
        view! { <option value=id.clone() selected=selected>{name.clone()}</option> }
    });
    let own = app.own.get_untracked().map(|own| {
        view! { <option value="own" selected=true>{fill(vi::OUTLINE_OWN, &[("name", &own.name)])}</option> }
    });
    let choose = move |event| {
        let id = event_target_value(&event);
        if id != "own" {
            draft_outline::keep(app, None);
            app.drafting.set((id, Vec::new()));
        }
    };
    view! {
        <label class="draft-outline">
            <span>{vi::DRAFT_OUTLINE}</span>
            <select id="outline" on:change=choose>{own}{options.collect_view()}</select>
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
    let line = |key: &str, class: &'static str, text: &str| line(app, key, class, text, false);
    view! {
        <article class="paper" lang="vi">
            <div class="halves">
                <div>
                    {line("parent", "small", &draft.agencies.0)}
                    {line("agency", "small strong ruled", &draft.agencies.1)}
                </div>
                <div>
                    <p class="small strong">"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"</p>
                    <p class="middle strong ruled-whole">"Độc lập - Tự do - Hạnh phúc"</p>
                </div>
            </div>
            <div class="halves dated">
                {line("number", "middle", &draft.number)}
                {line("date", "middle slanted", &draft.date)}
            </div>
            <p class="title strong">"BÁO CÁO"</p>
            {line("title", "subject strong ruled", &draft.title)}
            {(!draft.addressee.is_empty()).then(|| line("addressee", "addressee", &draft.addressee))}
            {draft.opening.iter().map(|part| passage(app, part)).collect_view()}
            {sections.collect_view()}
            {passage(app, &draft.closing)}
            {signature(app, draft)}
        </article>
    }
}

fn signature(app: App, draft: &DraftView) -> impl IntoView + use<> {
    view! {
        <div class="halves signature">
            <div>
                <p class="receivers">"Nơi nhận:"</p>
                {self::line(app, "receivers", "lines", &draft.receivers.join("\n"), true)}
            </div>
            <div>
                {self::line(app, "signer", "strong lines", &draft.signer.join("\n"), true)}
                {self::line(app, "signer_name", "strong signed", &draft.signer_name, false)}
            </div>
        </div>
    }
}

fn section(app: App, section: &SectionView) -> impl IntoView + use<> {
    let key = section.key.clone();
    let class = format!("heading level-{}", section.level);
    let title = section.title.clone();
    view! {
        <p class=class data-key=key.clone()>
            {section.label.clone()} " "
            <span class="editable" data-text=title.clone()>{title.clone()}</span>
            {draft_edit::tools(app, &key, vi::DRAFT_EDIT_LINE)}
        </p>
        {section.passages.iter().map(|part| passage(app, part)).collect_view()}
    }
}

/// A line of the letter, or several lines in one field.
fn line(app: App, key: &str, class: &'static str, text: &str, several: bool) -> impl IntoView + use<> {
    view! {
        <p class=class data-key=key.to_owned()>
            <span class="editable" data-text=text.to_owned() data-lines=several.then_some("")>{fields(text)}</span>
            {draft_edit::tools(app, key, vi::DRAFT_EDIT_LINE)}
        </p>
    }
}

/// A paragraph; one that months say leads to their sentences.
fn passage(app: App, passage: &PassageView) -> impl IntoView + use<> {
    let runs = passage.runs.iter().map(|run| match (run.row, run.hand) {
        (_, true) => by_hand(run).into_any(),
        (Some(row), _) => figure(app, run, row).into_any(),
        (None, _) if passage.places.is_empty() => fields(&run.text).into_any(),
        (None, _) => quoted(app, &run.text, passage).into_any(),
    });
    let lead = (passage.form == "item").then_some("- ");
    let removed = passage.runs.is_empty().then(|| view! { <span class="removed">{vi::DRAFT_REMOVED}</span> });
    let (key, edited) = (passage.key.clone(), passage.edited);
    let tools = (!key.is_empty()).then(|| draft_edit::tools(app, &key, vi::DRAFT_EDIT));
    view! {
        <p class=passage.form.clone() class:is-edited=edited data-key=(!key.is_empty()).then_some(key)>
            {lead} <span class="editable" data-text=draft_edit::text(passage)>{runs.collect_view()}</span> {removed} {tools}
        </p>
    }
}

/// Enter and the space bar do what a click does. A button of HTML would not flow with the words around it.
fn pressed(app: App, event: &KeyboardEvent) {
    if !draft_edit::pressed(app, event)
        && matches!(event.key().as_str(), "Enter" | " ")
        && let Some(link) = dom::around(event, "[role=button]")
    {
        event.prevent_default();
        link.click();
    }
}

/// Makes the text that an event stands in a field, where it comes from what a selector names.
fn edit(event: &MouseEvent, selector: &str) {
    if let Some(from) = dom::around(event, selector).filter(|_| !draft_edit::is_writing(event)) {
        draft_edit::begin(&from);
    }
}

fn figure(app: App, run: &RunView, row: usize) -> impl IntoView + use<> {
    let name = fill(vi::DRAFT_FIGURE, &[("value", &run.text)]);
    let open = move |event: MouseEvent| {
        if !draft_edit::is_writing(&event) {
            app.open(Target::Total { row });
        }
    };
    let (text, link) = (run.text.clone(), run.link.clone());
    let blank = text == "…";
    view! {
        <span role="button" tabindex="0" class="figure-link" class:blank=blank data-row=row data-link=link data-shown=text.clone() aria-label=name on:click=open>{text.clone()}</span>
    }
}

/// A figure that the official wrote: marked, so that it is told from those of the table.
fn by_hand(run: &RunView) -> impl IntoView + use<> {
    let name = fill(vi::DRAFT_HAND, &[("value", &run.text)]);
    view! {
        <mark class="by-hand" title=name data-link=run.link.clone() data-shown=run.text.clone() data-hand="">{run.text.clone()}</mark>
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
    let open = move |event: MouseEvent| {
        if !draft_edit::is_writing(&event) {
            app.open(Target::Finding { finding: Arc::clone(&finding), place: 0 });
        }
    };
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
