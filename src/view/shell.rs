//! The edge between page and worker: how one starts the other and how they talk.
//!
//! A request is the array `[json]` or `[json, ArrayBuffer]`, a reply `[ArrayBuffer]` with its JSON in UTF-8, or
//! `[ArrayBuffer, ArrayBuffer…]` with files behind it: replies are long, and buffers are moved and need not be made texts
//! of the browser. [`tonghop_job`] owns the types. The worker itself comes from `globalThis.tonghop.newWorker()`, which
//! `start/page.js` sets before Rust runs.

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use tonghop_job::{Reply, Request};

/// Starts a worker. It takes requests at once; they wait until it runs.
///
/// # Errors
/// What the browser throws, for example where a policy forbids workers.
pub fn new_worker() -> Result<Worker, JsValue> {
    let edge = Reflect::get(&js_sys::global(), &"tonghop".into())?;
    let make: Function = Reflect::get(&edge, &"newWorker".into())?.dyn_into()?;
    make.call0(&edge)?.dyn_into()
}

/// Sends a request to a worker; the bytes are moved, not copied, and the sender's buffer is empty afterwards.
///
/// # Errors
/// What the browser throws, for example where the buffer was moved before.
pub fn ask(worker: &Worker, request: &Request, bytes: Option<&ArrayBuffer>) -> Result<(), JsValue> {
    let json = serde_json::to_string(request).map_err(|error| error.to_string())?;
    let message = Array::of1(&json.into());
    let moved = Array::new();
    if let Some(bytes) = bytes {
        message.push(bytes);
        moved.push(bytes);
    }
    worker.post_message_with_transfer(&message, &moved)
}

/// The reply of a message; `None`: the message is not of this wire.
pub fn reply(event: &MessageEvent) -> Option<Reply> {
    let message: Array = event.data().dyn_into().ok()?;
    let bytes = |at| message.get(at).dyn_into::<ArrayBuffer>().ok().map(|buffer| Uint8Array::new(&buffer).to_vec());
    let mut reply = Reply::of_json(&bytes(0)?)?;
    let mut at = 0;
    let all = reply.with_files(|| {
        at += 1;
        bytes(at)
    });
    all.then_some(reply)
}
