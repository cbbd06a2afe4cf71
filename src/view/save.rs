//! The buttons that save a file, and the saving itself.

use gloo_file::{Blob, ObjectUrl};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlAnchorElement, HtmlSelectElement};

use super::state::App;
use crate::lang::vi;
use crate::page::words::fill;

/// The buttons that save the draft as a Word file and the table as an Excel file.
#[component]
pub fn SaveButtons() -> impl IntoView {
    let app = App::here();
    view! {
        <SaveWord />
        <button type="button" id="save-xlsx" title=vi::SAVE_EXCEL_TITLE disabled=move || none(app) on:click=move |_| app.ask_file("xlsx")>
            {vi::SAVE_EXCEL}
        </button>
        <label class="save-other">
            <span class="hidden">{vi::SAVE_OTHER}</span>
            <select id="save-other" disabled=move || none(app) on:change=move |event| other(app, &event)>
                <option value="">{vi::SAVE_OTHER}</option>
                <option value="csv">"CSV"</option>
                <option value="html">"HTML"</option>
                <option value="json">"JSON"</option>
            </select>
        </label>
        <button type="button" id="print" disabled=move || none(app) on:click=move |_| print()>{vi::SAVE_PRINT}</button>
    }
}

/// Saves the table in the format that was chosen; the list goes back to its name, so that one can be chosen again.
fn other(app: App, event: &Event) {
    let format = event_target_value(event);
    if let Some(list) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
        list.set_value("");
    }
    if !format.is_empty() {
        app.ask_file(&format);
    }
}

/// Prints what is shown: the table, or the draft as pages of paper.
pub fn print() {
    // A browser that does not print shows nothing either.
    let _ = window().print();
}

/// The button that saves the draft.
#[component]
pub fn SaveWord() -> impl IntoView {
    let app = App::here();
    view! {
        <button type="button" id="save-docx" title=vi::SAVE_WORD_TITLE disabled=move || none(app) on:click=move |_| app.ask_file("docx")>
            {vi::SAVE_WORD}
        </button>
    }
}

/// Whether there is nothing to save.
pub fn none(app: App) -> bool {
    app.table.with(|table| table.as_ref().is_none_or(|table| table.rows.is_empty()))
}

/// Saves a file in the folder for downloads, and says so.
pub fn save(app: App, name: &str, kind: &str, bytes: &[u8]) {
    match download(name, kind, bytes) {
        Ok(()) => app.say(fill(vi::SAVE_DONE, &[("name", name)])),
        Err(_) => app.say(vi::SAVE_FAILED),
    }
}

fn download(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let address = ObjectUrl::from(Blob::new_with_options(bytes, Some(kind)));
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    // The browser has taken hold of the bytes when the click returns, and the address falls.
    anchor.click();
    Ok(())
}
