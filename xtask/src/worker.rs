//! The worker's program: compiled and bound beside the page, for Trunk builds one program only.

use std::env;
use std::path::PathBuf;

use crate::build::Profile;
use crate::process::{cargo, program, quietly, root};
use crate::step::Outcome;

const ADVICE: &str = "The worker does not build: mend what is named above.";

/// The folder that the bound program stands in until the page is packed.
fn folder() -> PathBuf {
    root().join("target").join("worker")
}

/// The text that binds the program to the browser.
pub fn glue() -> PathBuf {
    folder().join("worker.js")
}

/// The program.
pub fn wasm() -> PathBuf {
    folder().join("worker_bg.wasm")
}

/// The program as the compiler leaves it, with the names of its functions.
pub fn compiled(profile: Profile) -> PathBuf {
    let name = if profile == Profile::Release { "worker" } else { "debug" };
    root().join("target/wasm32-unknown-unknown").join(name).join("tonghop-worker.wasm")
}

/// Builds with the profile that Trunk builds the page with.
pub fn build() -> Outcome {
    let debug = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let profile = if debug { Profile::Debug } else { Profile::Release };
    let target =
        ["build", "--quiet", "--locked", "--package", "tonghop-worker", "--target", "wasm32-unknown-unknown"];
    let optimised: &[&str] = if debug { &[] } else { &["--profile", "worker"] };
    quietly(&mut cargo(&[&target, optimised].concat()), ADVICE)?;
    bind(profile)?;
    if debug { Ok(()) } else { optimise() }
}

fn bind(profile: Profile) -> Outcome {
    let mut command = program("wasm-bindgen", &["--target", "no-modules", "--no-typescript", "--out-name", "worker"]);
    quietly(command.arg("--out-dir").arg(folder()).arg(compiled(profile)), ADVICE).map(drop)
}

fn optimise() -> Outcome {
    let mut command = program("wasm-opt", &["-O1"]);
    quietly(command.arg(wasm()).arg("--output").arg(wasm()), ADVICE).map(drop)
}
