//! One program, two faces: in a browser the page or its worker, in a terminal the command line.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tonghop::cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    tonghop::ui::start();
}
