//! The page and its worker: a thin layer over the engine, compiled only for wasm32.
//!
//! `start.js` loads the program and runs it in both; [`shell`] is the edge towards it and between the two.
//! [`page`] is the whole of the page, [`state`] what it knows, `worker_handle` what it asks of the worker;
//! files come in by `drop`, and every other module draws one panel.
//!
//! It is a crate of its own because it is compiled for size, while the engine below it is compiled for speed.

#![cfg(target_arch = "wasm32")]

mod calculation;
mod clock;
mod copy;
mod decide;
mod decide_views;
mod dom;
mod draft;
mod draft_edit;
mod draft_outline;
mod draft_place;
mod drop;
mod figures;
mod files;
mod findings;
mod folder;
mod keep;
mod memory;
pub mod page;
mod picture;
mod progress;
mod reopen;
mod reports;
mod save;
pub mod shell;
mod side;
mod source;
mod source_total;
pub mod state;
mod strip;
mod table;
mod table_held;
mod table_pick;
mod table_row;
mod table_settings;
pub mod worker;
mod worker_handle;

/// Mounts the page, or starts the worker's loop where there is no document.
pub fn start() {
    console_error_panic_hook::set_once();
    if shell::is_worker() {
        worker::run();
    } else {
        page::mount();
    }
}
