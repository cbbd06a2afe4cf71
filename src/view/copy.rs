//! The table, or what is picked of it, and the report of findings on the clipboard, as formatted and as plain text.
//!
//! The `copy` event is asked first: what it sets arrives as it is, while the asynchronous clipboard cleans HTML of
//! the hints that keep Excel from reading "30.704" as a decimal, and is missing where a page is opened from a disk.

use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, HtmlDocument};

use super::dom;
use super::state::{App, Copied};
use crate::lang::vi;
use crate::page::{clip, groups};
use tonghop_job::TableView;

/// The button that copies the table.
#[component]
pub fn CopyButton() -> impl IntoView {
    let app = App::here();
    let none = move || app.table.with(|table| table.as_ref().is_none_or(|table| table.rows.is_empty()));
    view! {
        <button type="button" class="primary" id="copy" disabled=none on:click=move |_| copy(app, Copied::Table)>
            {move || if app.picked.with(Option::is_some) { vi::COPY_PICKED } else { vi::COPY_BUTTON }}
        </button>
    }
}

/// Ctrl+C in the table while nothing is selected copies the table; elsewhere the browser does what it does.
pub fn on_copy(app: App, event: &ClipboardEvent) {
    let asked = app.copying.get_value();
    let in_table = dom::focused().is_some_and(|element| dom::within(&element, "#table"));
    let selected = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if asked.is_none() && (!in_table || selected) {
        return;
    }
    let what = asked.unwrap_or(Copied::Table);
    let Some((html, text)) = texts(app, what) else { return };
    let Some(data) = event.clipboard_data() else { return };
    if data.set_data("text/html", &html).and_then(|()| data.set_data("text/plain", &text)).is_ok() {
        event.prevent_default();
        app.copying.set_value(None);
        app.say(done(app, what));
    }
}

fn done(app: App, what: Copied) -> &'static str {
    match what {
        Copied::Table if app.picked.with_untracked(Option::is_some) => vi::COPY_PICKED_DONE,
        Copied::Table => vi::COPY_DONE,
        Copied::Findings => vi::COPY_FINDINGS_DONE,
    }
}

/// Copies by the event, and where the browser does not raise it, by the asynchronous clipboard.
pub fn copy(app: App, what: Copied) {
    app.copying.set_value(Some(what));
    let document: HtmlDocument = document().unchecked_into();
    // Whether the listener served is told by the flag; what the command returns differs between browsers.
    let _ = document.exec_command("copy");
    if app.copying.get_value().is_none() {
        return;
    }
    app.copying.set_value(None);
    spawn_local(async move {
        let written = match write(app, what) {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        app.say(if written { done(app, what) } else { vi::COPY_FAILED });
    });
}

fn write(app: App, what: Copied) -> Result<Promise, JsValue> {
    let (html, text) = texts(app, what).ok_or(JsValue::UNDEFINED)?;
    let record = Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)?;
        Reflect::set(&record, &kind.into(), &Promise::resolve(&blob))?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&record)?;
    // The clipboard is missing where the page does not count as secure.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    Ok(clipboard.write(&Array::of1(&item)))
}

/// The texts of what is copied; of the table what is picked, or the whole of it.
fn texts(app: App, what: Copied) -> Option<(String, String)> {
    app.table.with_untracked(|table| {
        let table = table.as_ref()?;
        match (what, app.picked.get_untracked()) {
            (Copied::Table, _) if table.rows.is_empty() => None,
            (Copied::Table, Some(pick)) => Some(clip::part(table, &shown(table), pick)),
            (Copied::Table, None) => Some((table.html.clone(), table.tsv.clone())),
            (Copied::Findings, _) => Some((table.findings_html.clone(), table.findings_text.clone())),
        }
    })
}

/// The rows in the order in which they are seen; those without indicator may be folded away.
fn shown(table: &TableView) -> Vec<usize> {
    let open =
        dom::by_id("others").is_some_and(|button| button.get_attribute("aria-expanded").as_deref() == Some("true"));
    let shown = groups::of(table).into_iter().filter(|group| open || !group.system.is_empty());
    shown.flat_map(|group| group.rows).collect()
}
