//! What Trunk compiles: the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    tonghop::view::start();
}
