//! The edge between page and worker: how one starts the other and how they talk.
//!
//! A request is the array `[json]` or `[json, ArrayBuffer]`, a reply is its JSON text or `[json, ArrayBuffer]`; [`crate::job`] owns the
//! types. The worker itself comes from `globalThis.tonghop.newWorker()`, which `start.js` sets before Rust runs.

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use crate::job::{Reply, Request};

/// Whether this is the worker: its global scope has no document.
pub fn is_worker() -> bool {
    Reflect::get(&js_sys::global(), &"document".into()).is_ok_and(|document| document.is_undefined())
}

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

/// The request of a message, and the bytes beside it; `None`: the message is not of this wire.
pub fn request(event: &MessageEvent) -> Option<(Request, Option<Vec<u8>>)> {
    let message: Array = event.data().dyn_into().ok()?;
    let request = serde_json::from_str(&message.get(0).as_string()?).ok()?;
    let bytes = message.get(1).dyn_into::<ArrayBuffer>().ok();
    Some((request, bytes.map(|buffer| Uint8Array::new(&buffer).to_vec())))
}

/// The message of a reply; the bytes of a file are copied once, into a buffer of their own.
///
/// # Errors
/// None in practice: replies hold only texts, numbers and lists.
pub fn message(reply: &Reply) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(reply).map_err(|error| error.to_string())?;
    let Reply::File { bytes, .. } = reply else { return Ok(json.into()) };
    Ok(Array::of2(&json.into(), &Uint8Array::from(bytes.as_slice()).buffer()).into())
}

/// The reply of a message; `None`: the message is not of this wire.
pub fn reply(event: &MessageEvent) -> Option<Reply> {
    let data = event.data();
    if let Some(json) = data.as_string() {
        return serde_json::from_str(&json).ok();
    }
    let message: Array = data.dyn_into().ok()?;
    let mut reply = serde_json::from_str(&message.get(0).as_string()?).ok()?;
    if let (Reply::File { bytes, .. }, Ok(buffer)) = (&mut reply, message.get(1).dyn_into::<ArrayBuffer>()) {
        *bytes = Uint8Array::new(&buffer).to_vec();
    }
    Some(reply)
}
