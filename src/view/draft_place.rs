//! One section in the editor of the outline.

use leptos::ev::Event;
use leptos::prelude::*;

use super::dom;
use super::draft_outline::change;
use super::state::App;
use crate::lang::vi;
use crate::page::words::fill;
use tonghop_job::PlaceView;

/// What can stand in a section: the name on the wire, and in words.
const CONTENTS: [(&str, &str); 6] = [
    ("results", vi::OUTLINE_RESULTS),
    ("documents", vi::OUTLINE_DOCUMENTS),
    ("rest", vi::OUTLINE_REST),
    ("evaluation", vi::OUTLINE_EVALUATION),
    ("plan", vi::OUTLINE_PLAN),
    ("proposal", vi::OUTLINE_PROPOSAL),
];

/// A section with what can be changed of it; `(at, count)` is its place among how many.
pub fn place(
    app: App,
    drawn: RwSignal<u32>,
    (at, count): (usize, usize),
    place: &PlaceView,
    systems: &[(String, String)],
) -> impl IntoView + use<> {
    let level = move |event: Event| {
        let level = event_target_value(&event).parse().unwrap_or(2);
        change(app, |outline| outline.places[at].level = level);
        drawn.update(|n| *n += 1);
    };
    let title = move |event: Event| change(app, |outline| outline.places[at].title = event_target_value(&event));
    let content = move |event: Event| change(app, |outline| outline.places[at].content = event_target_value(&event));
    let from = move |event: Event| {
        let phrases = event_target_value(&event);
        let phrases = phrases.split(';').map(str::trim).filter(|phrase| !phrase.is_empty()).map(str::to_owned);
        change(app, |outline| outline.places[at].from = phrases.collect());
    };
    let levels = (1..=3_u8)
        .map(|level| view! { <option value=level.to_string() selected=level == place.level>{level}</option> });
    let contents = CONTENTS.map(|(id, name)| view! { <option value=id selected=id == place.content>{name}</option> });
    view! {
        <li class=format!("place level-{}", place.level) data-place=at.to_string()>
            <select aria-label=vi::OUTLINE_LEVEL on:change=level>{levels.collect_view()}</select>
            <input type="text" class="place-title" aria-label=vi::OUTLINE_SECTION prop:value=place.title.clone() on:change=title />
            <select aria-label=vi::OUTLINE_CONTENT on:change=content>{contents.collect_view()}</select>
            {figures(app, at, place, systems)}
            <input type="text" class="place-from" aria-label=vi::OUTLINE_FROM placeholder=vi::OUTLINE_FROM title=vi::OUTLINE_FROM_HINT
                prop:value=place.from.join("; ") on:change=from />
            {buttons(app, drawn, at, count, &place.title)}
        </li>
    }
}

/// The groups of indicators that stand in the section; parts of a group that it names stay as they are.
fn figures(app: App, at: usize, place: &PlaceView, systems: &[(String, String)]) -> impl IntoView + use<> {
    let own = place.figures.clone();
    let boxes = systems.iter().map(|(id, name)| {
        let on = own.iter().any(|figures| figures == id);
        let id = id.clone();
        let switch = move |_| {
            change(app, |outline| {
                let figures = &mut outline.places[at].figures;
                match figures.iter().position(|known| *known == id) {
                    Some(known) => drop(figures.remove(known)),
                    None => figures.push(id.clone()),
                }
            });
        };
        view! { <label><input type="checkbox" prop:checked=on on:change=switch /> {name.clone()}</label> }
    });
    let name = fill(vi::OUTLINE_FIGURES_OF, &[("name", &place.title)]);
    view! {
        <details class="place-figures">
            <summary aria-label=name>{vi::OUTLINE_FIGURES}</summary>
            <div>{boxes.collect_view()}</div>
        </details>
    }
}

fn buttons(app: App, drawn: RwSignal<u32>, at: usize, count: usize, title: &str) -> impl IntoView + use<> {
    let named = |text: &str| fill(text, &[("name", title)]);
    let step = move |to: usize| {
        change(app, |outline| outline.places.swap(at, to));
        drawn.update(|n| *n += 1);
        // The focus goes along with the section.
        request_animation_frame(move || {
            let moved = document().query_selector(&format!("[data-place=\"{to}\"] .place-title"));
            if let Some(title) = moved.ok().flatten().and_then(|place| place.parent_element()) {
                dom::first(&title, ".place-title").iter().for_each(dom::focus);
            }
        });
    };
    let remove = move |_| {
        change(app, |outline| drop(outline.places.remove(at)));
        drawn.update(|n| *n += 1);
    };
    view! {
        <button type="button" class="place-up" aria-label=named(vi::OUTLINE_UP_NAME) disabled=at == 0 on:click=move |_| step(at.saturating_sub(1))>{vi::OUTLINE_UP}</button>
        <button type="button" class="place-down" aria-label=named(vi::OUTLINE_DOWN_NAME) disabled=at + 1 == count on:click=move |_| step(at + 1)>{vi::OUTLINE_DOWN}</button>
        <button type="button" class="place-remove" aria-label=named(vi::OUTLINE_REMOVE_NAME) disabled=count == 1 on:click=remove>{vi::OUTLINE_REMOVE}</button>
    }
}
