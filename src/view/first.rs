//! The first screen: plain HTML that stands before the program runs (`index.html`), and what it took meanwhile.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FileSystemEntry};

use super::dom;
use super::drop;
use super::folder::{self, Found};
use super::state::App;

/// Takes the first screen away, for the page to stand in its place in the same frame. The answer is the id of the
/// element that had the focus: the page has one of the same.
pub fn leave() -> Option<String> {
    let focused = dom::focused().map(|element| element.id());
    if let Some(screen) = document().get_element_by_id("opening") {
        screen.remove();
    }
    focused
}

/// Does what was asked of the first screen, which hears nothing from here on.
pub fn take_over(app: App) {
    came().unwrap_or_default().iter().for_each(|one| take(app, &one));
}

fn came() -> Result<Array, JsValue> {
    let edge = Reflect::get(&js_sys::global(), &"tonghop".into())?;
    let take: Function = Reflect::get(&edge, &"take".into())?.dyn_into()?;
    take.call0(&edge)?.dyn_into()
}

fn take(app: App, one: &JsValue) {
    let part = |name: &str| Reflect::get(one, &name.into()).unwrap_or_default();
    let entries: Vec<FileSystemEntry> = list(&part("entries"));
    let files: Vec<File> = list(&part("files"));
    if part("samples").is_truthy() {
        app.add_samples();
    } else if part("folder").is_truthy() {
        drop::take_found(app, folder::chosen(files));
    } else if entries.is_empty() {
        drop::take_found(app, Found::of(files));
    } else {
        drop::take_entries(app, entries);
    }
}

/// The elements of a list that first.js has made.
fn list<T: JsCast>(of: &JsValue) -> Vec<T> {
    of.dyn_ref::<Array>().map(|list| list.iter().map(JsCast::unchecked_into).collect()).unwrap_or_default()
}
