//! What Trunk compiles: the page, and in a worker its other side.

fn main() {
    #[cfg(target_arch = "wasm32")]
    tonghop_ui::start();
}
