//! The worker's loop: a request in, the desk's reply out.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::wire;
use crate::desk::{Desk, Rehearsal};
use tonghop_job::{Reply, VERSION};

/// Tells the page that the worker runs, and answers its requests from then on.
pub fn run() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let desk = Rc::new(RefCell::new(Desk::new()));
    let busy = Rc::clone(&desk);
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event| {
        let reply = wire::request(&event).and_then(|(request, bytes)| busy.borrow_mut().answer(request, bytes));
        if let Some(reply) = reply {
            post(&page, &reply);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // The loop lives as long as the worker.
    listen.forget();
    post(&scope, &Reply::Ready { version: VERSION });
    warm(scope, desk, Rehearsal::default());
}

/// Rehearses step by step, each in its turn behind what the page has asked for meanwhile, until there are files.
fn warm(scope: DedicatedWorkerGlobalScope, desk: Rc<RefCell<Desk>>, mut rehearsal: Rehearsal) {
    let turn = Timeout::new(0, move || {
        if desk.borrow().is_empty() && rehearsal.step() {
            warm(scope, desk, rehearsal);
        } else {
            post(&scope, &Reply::Warm);
        }
    });
    // Nobody takes the turn back.
    turn.forget();
}

/// A reply that cannot be sent is told to the console, where the page's error handler does not reach.
fn post(page: &DedicatedWorkerGlobalScope, reply: &Reply) {
    if let Err(error) = wire::answer(page, reply) {
        web_sys::console::error_1(&error);
    }
}
