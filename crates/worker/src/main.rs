//! The program that a browser runs beside the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    tonghop_worker::start();
}
