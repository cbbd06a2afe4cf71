//! Texts of the draft written over in place; the figures in them stay linked to the table.
//!
//! A passage is read until its pencil is pressed, or it is clicked twice; then it is a field whose figures are spans that
//! carry their link. What leaves the field is read back from the spans: a figure that still says what it said stays
//! linked, one that says something else is written by hand.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Node};

use super::dom;
use super::state::App;
use crate::lang::vi;
use tonghop_job::{EditView, PassageView, PieceView};

/// A text that is being written.
const FIELD: &str = "[data-editing]";

/// Whether an event comes out of a text that is being written, where a figure is a word and no button.
pub fn is_writing(event: &Event) -> bool {
    dom::around(event, FIELD).is_some()
}

/// The pencil of a text, and the way back where it was written over.
pub fn tools(app: App, key: &str, name: &'static str) -> impl IntoView + use<> {
    let (own, undo) = (key.to_owned(), key.to_owned());
    let edited = app.edits.with_untracked(|edits| edits.iter().any(|edit| edit.key == own));
    let back = edited.then(|| {
        let drop = move |_| app.edits.update(|edits| edits.retain(|edit| edit.key != undo));
        view! {
            <button type="button" class="pencil undo" aria-label=vi::DRAFT_EDIT_UNDO title=vi::DRAFT_EDIT_UNDO on:click=drop>"↶"</button>
            <span class="hidden">{vi::DRAFT_EDITED}</span>
        }
    });
    view! {
        <span class="tools">
            <button type="button" class="pencil edit" aria-label=name title=name>"✎"</button>
            {back}
        </span>
    }
}

/// Makes the text around an event a field; whether there is one.
pub fn begin(from: &Element) -> bool {
    let Some(text) = from.closest("[data-key]").ok().flatten().and_then(|whole| dom::first(&whole, ".editable"))
    else {
        return false;
    };
    let lines = text.has_attribute("data-lines");
    // Setting an attribute fails for malformed names only. Lines are plain text; other texts hold figures.
    let _ = text.set_attribute("contenteditable", if lines { "plaintext-only" } else { "true" });
    let _ = text.set_attribute("role", "textbox");
    let _ = text.set_attribute("data-editing", "");
    dom::focus(&text);
    true
}

/// Enter ends the editing of a text, Escape takes it back; whether the key was one of a field.
pub fn pressed(app: App, event: &KeyboardEvent) -> bool {
    let Some(text) = dom::around(event, FIELD) else { return false };
    match event.key().as_str() {
        "Enter" if event.ctrl_key() || !text.has_attribute("data-lines") => {
            event.prevent_default();
            // Losing the focus is what ends the editing.
            let _ = text.blur();
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            stop(&text);
            // The draft is drawn as it was.
            app.draft.update(|_| {});
        }
        _ => {}
    }
    true
}

/// Keeps what was written in a field that lost the focus.
pub fn left(app: App, event: &FocusEvent) {
    let Some(text) = dom::around(event, FIELD) else { return };
    stop(&text);
    let Some(key) = text.closest("[data-key]").ok().flatten().and_then(|whole| whole.get_attribute("data-key"))
    else {
        return;
    };
    app.drafts.update_value(|drafts| drafts.written = Some(key.clone()));
    let pieces = pieces(&text);
    let before = text.get_attribute("data-text").unwrap_or_default();
    if pieces.iter().map(|piece| piece.text.as_str()).collect::<String>().trim() == before.trim() {
        return app.draft.update(|_| {});
    }
    app.edits.update(|edits| {
        edits.retain(|edit| edit.key != key);
        edits.push(EditView { key, pieces });
    });
    app.say(vi::DRAFT_EDIT_DONE);
}

fn stop(text: &HtmlElement) {
    let _ = text.set_attribute("contenteditable", "false");
    let _ = text.remove_attribute("data-editing");
}

/// Gives the focus back to the pencil of the text that was written last, once it is drawn anew.
pub fn come_back(app: App) {
    let Some(key) = app.drafts.try_update_value(|drafts| drafts.written.take()).flatten() else { return };
    request_animation_frame(move || {
        let Ok(all) = document().query_selector_all("[data-key]") else { return };
        let texts = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok());
        let mut same = texts.filter(|text| text.get_attribute("data-key").as_deref() == Some(key.as_str()));
        if let Some(pencil) =
            same.next().filter(|_| dom::focused().is_none()).and_then(|text| dom::first(&text, ".edit"))
        {
            dom::focus(&pencil);
        }
    });
}

/// The text of a passage, against which an edit is held.
pub fn text(passage: &PassageView) -> String {
    passage.runs.iter().map(|run| run.text.as_str()).collect()
}

/// The pieces of a field: words, and figures with their links.
fn pieces(field: &HtmlElement) -> Vec<PieceView> {
    let mut out: Vec<PieceView> = Vec::new();
    read(field, &mut out);
    // Words that follow each other are one piece.
    let mut joined: Vec<PieceView> = Vec::new();
    for piece in out {
        match joined.last_mut().filter(|last| last.link.is_none() && piece.link.is_none()) {
            Some(last) => last.text.push_str(&piece.text),
            None => joined.push(piece),
        }
    }
    joined.retain(|piece| !piece.text.is_empty());
    if joined.iter().all(|piece| piece.text.trim().is_empty()) { Vec::new() } else { joined }
}

fn read(node: &Node, out: &mut Vec<PieceView>) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.item(at)) {
        let element = child.dyn_ref::<Element>();
        if let Some(link) = element.and_then(|element| element.get_attribute("data-link")) {
            let text = child.text_content().unwrap_or_default().replace('\u{a0}', " ");
            let shown = element.and_then(|element| element.get_attribute("data-shown")).unwrap_or_default();
            let by_hand = element.is_some_and(|element| element.has_attribute("data-hand"));
            if !text.trim().is_empty() {
                out.push(PieceView { hand: by_hand || text.trim() != shown, text, link: Some(link) });
            }
        } else if let Some(element) = element.filter(|element| element.tag_name() == "BR") {
            let line = element.next_sibling().is_some();
            out.extend(line.then(|| PieceView { text: "\n".to_owned(), ..PieceView::default() }));
        } else if element.is_some() {
            read(&child, out);
        } else {
            let text = child.text_content().unwrap_or_default().replace('\u{a0}', " ");
            out.push(PieceView { text, ..PieceView::default() });
        }
    }
}
