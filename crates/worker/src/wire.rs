//! The worker's end of the wire: a message of the page as a request, a reply as a message.
//!
//! A request is the array `[json]` or `[json, ArrayBuffer]`, a reply `[ArrayBuffer]` with its JSON in UTF-8, or
//! `[ArrayBuffer, ArrayBuffer…]` with files behind it: replies are long, and buffers are moved and need not be made texts
//! of the browser.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use tonghop_job::{Reply, Request};

/// The request of a message, and the bytes beside it; `None`: the message is not of this wire.
pub fn request(event: &MessageEvent) -> Option<(Request, Option<Vec<u8>>)> {
    let message: Array = event.data().dyn_into().ok()?;
    let request = serde_json::from_str(&message.get(0).as_string()?).ok()?;
    let bytes = message.get(1).dyn_into::<ArrayBuffer>().ok();
    Some((request, bytes.map(|buffer| Uint8Array::new(&buffer).to_vec())))
}

/// Sends a reply to the page; the bytes of files are copied once, into buffers of their own.
///
/// # Errors
/// What the browser throws, for example where memory runs out.
pub fn answer(page: &DedicatedWorkerGlobalScope, reply: &Reply) -> Result<(), JsValue> {
    let buffer = |bytes: &[u8]| Uint8Array::from(bytes).buffer();
    let message = Array::of1(&buffer(&reply.to_json()?));
    for file in reply.files() {
        message.push(&buffer(file));
    }
    page.post_message_with_transfer(&message, &message)
}
