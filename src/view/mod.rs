//! What the page draws, with the browser: a thin layer over [`crate::page`], compiled only for wasm32.
//!
//! `start/page.js` loads the two programs and runs this one; `shell` is the edge towards it and towards the worker.
//! `page` is the whole of the page, `state` what it knows, `worker_handle` what it asks of the worker;
//! files come in by `drop`, and every other module draws one panel.

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
mod first;
mod folder;
mod keep;
mod page;
mod picture;
mod progress;
mod reopen;
mod reports;
mod save;
mod shell;
mod side;
mod source;
mod source_total;
mod state;
mod store;
mod strip;
mod table;
mod table_held;
mod table_pick;
mod table_row;
mod table_settings;
mod worker_handle;

/// Mounts the page.
pub fn start() {
    console_error_panic_hook::set_once();
    page::mount();
}
