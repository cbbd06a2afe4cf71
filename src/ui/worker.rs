//! The worker's loop: a request in, the desk's reply out.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::shell;
use crate::desk::Desk;
use crate::job::{Reply, VERSION};

/// Tells the page that the worker runs, and answers its requests from then on.
pub fn run() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let mut desk = Desk::new();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event| {
        let reply = shell::request(&event).and_then(|(request, bytes)| desk.answer(request, bytes));
        if let Some(reply) = reply {
            post(&page, &reply);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // The loop lives as long as the worker.
    listen.forget();
    post(&scope, &Reply::Ready { version: VERSION });
}

/// A reply that cannot be sent is told to the console, where the page's error handler does not reach.
fn post(page: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let sent: Result<(), JsValue> = shell::message(reply).and_then(|message| page.post_message(&message));
    if let Err(error) = sent {
        web_sys::console::error_1(&error);
    }
}
