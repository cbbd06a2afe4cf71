//! The outline of the draft: its sections changed, moved, added, saved and loaded; the last one is kept on the machine.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::draft_place;
use super::state::{App, View};
use super::store::{self, Key};
use crate::lang::vi;
use crate::page::words::fill;
use tonghop_job::{OutlineView, PlaceView, Request};

/// The outline that was kept; one of another build that cannot be read is none.
pub fn kept() -> Option<OutlineView> {
    serde_json::from_str(&store::get(Key::Outline)?).ok()
}

/// Takes an outline of the user's own, or goes back to those that ship, and keeps that on the machine.
pub fn keep(app: App, outline: Option<OutlineView>) {
    match outline.as_ref().and_then(|outline| serde_json::to_string(outline).ok()) {
        // A browser that keeps nothing only forgets the outline with the page.
        Some(text) => drop(store::set(Key::Outline, &text)),
        None => store::remove(Key::Outline),
    }
    app.own.set(outline);
}

/// Takes the outline of a file.
pub fn take(app: App, outline: OutlineView) {
    app.say(fill(vi::OUTLINE_LOADED, &[("name", &outline.name)]));
    app.drafting.update(|(_, without)| without.clear());
    keep(app, Some(outline));
}

/// The editor of the outline.
#[component]
pub fn OutlineEditor() -> impl IntoView {
    let app = App::here();
    Effect::new(move || {
        app.own.track();
        app.ask_draft();
    });
    // Texts that are typed do not draw the list anew; a section that is moved, added or removed does.
    let drawn = RwSignal::new(0_u32);
    // Only an outline that ships and is not drawn yet is drawn anew when its draft comes: a draft that answers to a
    // change must not throw away the text that is being typed.
    let last = StoredValue::new(None::<OutlineView>);
    Effect::new(move || {
        let shipped = app.draft.with(|draft| {
            let draft = draft.as_ref().filter(|draft| draft.choice.own.is_none());
            draft.map(|draft| draft.outline.clone())
        });
        if shipped.is_some() && app.own.with_untracked(Option::is_none) && last.get_value() != shipped {
            last.set_value(shipped);
            drawn.update(|n| *n += 1);
        }
    });
    let shown = move || {
        drawn.track();
        let outline = current(app)?;
        let systems = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.systems.clone()))?;
        Some(editor(app, drawn, &outline, &systems))
    };
    let ready = Memo::new(move |_| app.draft.with(Option::is_some));
    view! {
        <section class="outline" aria-labelledby="outline-title">
            <div class="draft-head">
                <button type="button" id="outline-back" on:click=move |_| app.look_at(View::Draft)>"← " {vi::OUTLINE_BACK}</button>
                <h2 id="outline-title" tabindex="-1">{vi::OUTLINE_TITLE}</h2>
                <button type="button" id="outline-save" on:click=move |_| app.ask_file("outline")>{vi::OUTLINE_SAVE}</button>
                <label class="outline-load">
                    <span>{vi::OUTLINE_LOAD}</span>
                    <input type="file" id="outline-load" accept=".json,application/json" on:change=move |event| load(app, &event) />
                </label>
                <button type="button" id="outline-reset" on:click=move |_| { last.set_value(None); keep(app, None); }>{vi::OUTLINE_RESET}</button>
                <p class="quiet">{vi::OUTLINE_HINT}</p>
            </div>
            <div class="outline-body">{move || ready.get().then(shown)}</div>
        </section>
    }
}

/// The outline that the draft follows.
fn current(app: App) -> Option<OutlineView> {
    let shipped = || app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.outline.clone()));
    app.own.get_untracked().or_else(shipped)
}

/// Changes the outline; the sections that are switched off are named by their place, and so are on again.
pub fn change(app: App, how: impl FnOnce(&mut OutlineView)) {
    let Some(mut outline) = current(app) else { return };
    how(&mut outline);
    if app.drafting.with_untracked(|(_, without)| !without.is_empty()) {
        app.drafting.update(|(_, without)| without.clear());
    }
    keep(app, Some(outline));
}

fn editor(
    app: App,
    drawn: RwSignal<u32>,
    outline: &OutlineView,
    systems: &[(String, String)],
) -> impl IntoView + use<> {
    let places = outline.places.iter().enumerate();
    let places = places.map(|(at, place)| draft_place::place(app, drawn, (at, outline.places.len()), place, systems));
    let add = move |_| {
        let place = PlaceView {
            level: 2,
            title: vi::OUTLINE_NEW_SECTION.to_owned(),
            content: "results".to_owned(),
            ..PlaceView::default()
        };
        change(app, |outline| outline.places.push(place));
        drawn.update(|n| *n += 1);
    };
    let name = move |event| change(app, |outline| outline.name = event_target_value(&event));
    let title = move |event| change(app, |outline| outline.title = event_target_value(&event));
    view! {
        <p class="outline-names">
            <label><span>{vi::OUTLINE_NAME}</span> <input type="text" id="outline-name" prop:value=outline.name.clone() on:change=name /></label>
            <label><span>{vi::OUTLINE_REPORT_TITLE}</span> <input type="text" id="outline-report-title" prop:value=outline.title.clone() on:change=title /></label>
        </p>
        <ol class="places">{places.collect_view()}</ol>
        <button type="button" id="outline-add" on:click=add>{vi::OUTLINE_ADD}</button>
    }
}

/// Reads the file that was chosen; the worker says what is wrong with it.
fn load(app: App, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = input.as_ref().and_then(|input| input.files()?.get(0)) else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        match text {
            Some(text) => drop(app.ask(&Request::Outline { text })),
            None => app.say(vi::DROP_UNREADABLE),
        }
        // The same file can be chosen again.
        if let Some(input) = &input {
            input.set_value("");
        }
        app.look_at(View::Draft);
    });
}
