//! The page and its worker: a thin layer over the engine, compiled only for wasm32.
//!
//! `start.js` loads the program and runs it in both; [`shell`] is the edge towards it and between the two.

pub mod page;
pub mod shell;
pub mod worker;

/// Mounts the page, or starts the worker's loop where there is no document.
pub fn start() {
    console_error_panic_hook::set_once();
    if shell::is_worker() {
        worker::run();
    } else {
        page::mount();
    }
}
