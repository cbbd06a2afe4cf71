//! The worker: the engine behind the wire, a program of its own beside the page.
//!
//! [`desk`] takes requests and gives replies and knows no browser; `talk` carries the messages, as `wire` writes them.
//! It is compiled for speed: an official waits for it.

pub mod desk;
#[cfg(target_arch = "wasm32")]
mod memory;
#[cfg(target_arch = "wasm32")]
mod talk;
#[cfg(target_arch = "wasm32")]
mod wire;

/// Starts the worker's loop.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    console_error_panic_hook::set_once();
    talk::run();
}
