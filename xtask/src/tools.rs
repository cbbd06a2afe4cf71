//! What a build needs beside Rust: found where it is of the right version, installed where it is not.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::process::{cargo, path_with, program, quietly, root, version};
use crate::step::{Outcome, step};
use crate::versions;

/// Sets up all that the page is built with; gives the PATH on which it stands.
pub fn for_build() -> Outcome<OsString> {
    let versions = versions::read()?;
    step("wasm target", wasm_target)?;
    let trunk = step(&format!("Trunk {}", versions.trunk), || cargo_tool("trunk", "trunk", &versions.trunk))?;
    let bindgen = step(&format!("wasm-bindgen {}", versions.wasm_bindgen), || {
        cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &versions.wasm_bindgen)
    })?;
    step("npm packages", npm_packages)?;
    path_with(&[trunk, bindgen, npm_folder().join("node_modules").join(".bin")])
}

/// Sets up rustfmt and clippy, which a minimal toolchain lacks.
pub fn for_checks() -> Outcome {
    step("rustfmt and clippy", || {
        let there = |tool| quietly(&mut cargo(&[tool, "--version"]), "").is_ok();
        if there("fmt") && there("clippy") {
            return Ok(());
        }
        let advice = "Install rustfmt and clippy for the toolchain that `rustc --version` names.";
        quietly(&mut program("rustup", &["component", "add", "rustfmt", "clippy"]), advice).map(drop)
    })
}

/// The folder of `package.json`.
pub fn npm_folder() -> PathBuf {
    root().join("tests").join("browser")
}

fn wasm_target() -> Outcome {
    let sysroot = quietly(&mut program("rustc", &["--print", "sysroot"]), "Install Rust with rustup.")?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    let advice = "Install the target wasm32-unknown-unknown for the toolchain that `rustc --version` names.";
    quietly(&mut program("rustup", &["target", "add", "wasm32-unknown-unknown"]), advice).map(drop)
}

/// The folder of a tool that cargo installs: the one on PATH where it is of this version, else one of the
/// project's own, beside which a user's other version stays untouched.
fn cargo_tool(package: &str, name: &str, wanted: &str) -> Outcome<PathBuf> {
    if version(name).as_deref() == Some(wanted) {
        return Ok(PathBuf::new());
    }
    let place = cargo_home()?.join("tonghop-tools").join(format!("{package}-{wanted}"));
    let folder = place.join("bin");
    if version(folder.join(name)).as_deref() != Some(wanted) {
        install(package, wanted, &place)?;
    }
    Ok(folder)
}

/// Installs with the tool's own lock file, and without it where a registry does not serve all that it names.
fn install(package: &str, version: &str, place: &Path) -> Outcome {
    let place = place.to_string_lossy();
    let arguments = ["install", package, "--version", version, "--root", &place];
    let build = |more: &[&str], advice: &str| {
        let mut command = cargo(&[&arguments, more].concat());
        // Quick to build beats quick to run: Trunk alone takes half the time.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        quietly(&mut command, advice)
    };
    let advice = format!("Try `cargo install {package} --version {version}`; cargo has to reach its registry.");
    build(&["--locked"], "").or_else(|_| build(&[], &advice)).map(drop)
}

/// The folders that hold the sources of all crates, one for each registry.
pub fn sources() -> Outcome<Vec<PathBuf>> {
    let folder = cargo_home()?.join("registry").join("src");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    Ok(folders)
}

/// Cargo's own folder.
fn cargo_home() -> Outcome<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).ok_or_else(|| "Set CARGO_HOME.".to_owned())
}

/// The program of npm.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// Installs what the lock file names, unless what is installed is younger than it.
fn npm_packages() -> Outcome {
    let node = version("node").ok_or("Install Node 20 or later.")?;
    let major: u32 = node.split('.').next().and_then(|number| number.parse().ok()).unwrap_or_default();
    if major < 20 {
        return Err(format!("Node {node} is too old: install Node 20 or later."));
    }
    let age = |file: &str| fs::metadata(npm_folder().join(file)).and_then(|data| data.modified());
    if let (Ok(locked), Ok(installed)) = (age("package-lock.json"), age("node_modules/.package-lock.json"))
        && locked <= installed
    {
        return Ok(());
    }
    let mut command = program(npm(), &["ci", "--no-audit", "--no-fund"]);
    quietly(command.current_dir(npm_folder()), "npm has to reach its registry; then run this again.").map(drop)
}
