//! How files come in: dropped anywhere, chosen, pasted, or the samples.

use gloo_events::EventListener;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, FileSystemEntry, HtmlElement, HtmlInputElement};

use super::dom;
use super::folder::{self, Found};
use super::state::App;
use crate::lang::vi;

/// The fields of the browser's file pickers.
const FILES: &str = "files";
const FOLDER: &str = "folder";

/// The buttons that open the browser's file pickers, whose fields stand in `index.html`.
#[component]
pub fn Pickers() -> impl IntoView {
    let app = App::here();
    for (id, is_folder) in [(FILES, false), (FOLDER, true)] {
        if let Some(input) = dom::by_id(id) {
            // The page hears it for as long as it stands.
            EventListener::new(&input, "change", move |event| take(app, event, is_folder)).forget();
        }
    }
    view! {
        <button type="button" class="primary" id="choose" on:click=|_| pick(FILES)>{vi::DROP_CHOOSE}</button>
        <button type="button" id="choose-folder" on:click=|_| pick(FOLDER)>{vi::DROP_FOLDER}</button>
    }
}

/// The button that reads the samples.
#[component]
pub fn Samples() -> impl IntoView {
    let app = App::here();
    view! {
        <button type="button" id="samples" on:click=move |_| app.add_samples()>
            {vi::DROP_SAMPLES}
        </button>
    }
}

/// What covers the page while files are dragged over it; it also takes what is dropped or pasted anywhere.
#[component]
pub fn DropZone() -> impl IntoView {
    let app = App::here();
    let over = RwSignal::new(false);
    let enter = window_event_listener(ev::dragenter, move |event| over.set(hold(&event)));
    let drag = window_event_listener(ev::dragover, move |event| {
        if hold(&event) && !over.get_untracked() {
            over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        // Between two elements of the page the event names where it goes; out of the page it names nothing.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        if hold(&event) {
            over.set(false);
            event.data_transfer().iter().for_each(|transfer| take_dropped(app, transfer));
        }
    });
    let pasted = window_event_listener(ev::paste, move |event| take_pasted(app, &event));
    on_cleanup(move || {
        enter.remove();
        drag.remove();
        leave.remove();
        dropped.remove();
        pasted.remove();
    });
    view! {
        <div class="dropzone" hidden=move || !over.get() aria-hidden="true">
            <div>
                <p class="big">{vi::DROP_OVER}</p>
                <p>{vi::DROP_OVER_HINT}</p>
            </div>
        </div>
    }
}

/// Opens the file picker from elsewhere on the page.
pub fn choose() {
    pick(FILES);
}

fn pick(field: &str) {
    dom::by_id(field).iter().for_each(HtmlElement::click);
}

/// Whether files are dragged; then the browser is kept from opening them in place of the page.
fn hold(event: &DragEvent) -> bool {
    let files = event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0));
    if files {
        event.prevent_default();
    }
    files
}

fn take(app: App, event: &Event, is_folder: bool) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let files = input.files().map(|list| folder::list_files(&list)).unwrap_or_default();
    // Emptied, so that choosing the same file again is an event again.
    input.set_value("");
    take_found(app, if is_folder { folder::chosen(files) } else { Found::of(files) });
}

fn take_dropped(app: App, transfer: &DataTransfer) {
    let entries = folder::entries(transfer);
    if entries.is_empty() {
        // A script that makes a drop, such as a test, has files without entries.
        transfer.files().iter().for_each(|list| take_found(app, Found::of(folder::list_files(list))));
    } else {
        take_entries(app, entries);
    }
}

/// Takes the files of what was dropped, folders opened.
pub fn take_entries(app: App, entries: Vec<FileSystemEntry>) {
    spawn_local(async move { take_found(app, folder::files(entries).await) });
}

/// Takes what was found.
pub fn take_found(app: App, found: Found) {
    let notes = found.notes();
    app.add(found.files, notes);
}

fn take_pasted(app: App, event: &ClipboardEvent) {
    let Some(transfer) = event.clipboard_data() else { return };
    let files = transfer.files().map(|list| folder::list_files(&list)).unwrap_or_default();
    // Word puts a picture of a text beside it, file managers the paths beside files: formatted text tells them apart.
    if !files.is_empty() && !transfer.types().includes(&"text/html".into(), 0) {
        event.prevent_default();
        return app.add(files, Vec::new());
    }
    let text = transfer.get_data("text/plain").unwrap_or_default();
    if !text.trim().is_empty() {
        event.prevent_default();
        app.add_text(&text);
    }
}
