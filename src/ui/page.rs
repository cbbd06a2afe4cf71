//! The page: the app's name, and whether the worker runs.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::MessageEvent;

use super::shell;
use crate::job::Reply;
use crate::lang::vi;

/// Mounts the page and starts its worker.
pub fn mount() {
    mount_to_body(Page);
}

/// The whole page.
#[component]
fn Page() -> impl IntoView {
    let (state, set_state) = signal(vi::STATE_STARTING);
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event| {
        if let Some(Reply::Ready { .. }) = shell::reply(&event) {
            set_state.set(vi::STATE_READY);
        }
    });
    match shell::new_worker() {
        Ok(worker) => worker.set_onmessage(Some(listen.as_ref().unchecked_ref())),
        Err(error) => web_sys::console::error_1(&error),
    }
    // The worker may speak as long as the page lives.
    listen.forget();
    view! {
        <main>
            <h1>{vi::APP_NAME}</h1>
            <p role="status">{state}</p>
        </main>
    }
}
