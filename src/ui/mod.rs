//! The page and its worker: a thin layer over the engine, compiled only for wasm32.

/// Mounts the page, or starts the worker's loop where there is no window.
pub fn start() {
    console_error_panic_hook::set_once();
}
