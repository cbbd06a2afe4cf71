//! The page: Trunk compiles and binds it, its hook ([`crate::pack`]) makes the two forms that ship.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{program, quietly, root};
use crate::size;
use crate::step::{Outcome, step};
use crate::tools;

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast: what ships.
    Release,
    /// Quick to compile: while working on the page.
    Debug,
}

/// The folder that any web server can serve.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The whole app in one file.
pub fn single_file() -> PathBuf {
    dist().join("tonghop.html")
}

/// Sets up what is missing, builds, and prints what came out.
pub fn build(profile: Profile) -> Outcome {
    let path = tools::for_build()?;
    step("page", || page(&path, profile))?;
    println!("{}", size::table()?);
    println!("{}", single_file().display());
    Ok(())
}

/// Builds both forms with the tools on this PATH.
pub fn page(path: &OsStr, profile: Profile) -> Outcome {
    let advice = "The page does not build: mend what is named above.";
    quietly(&mut trunk("build", path, profile)?, advice).map(drop)
}

/// Trunk with its environment.
pub fn trunk(task: &str, path: &OsStr, profile: Profile) -> Outcome<Command> {
    let mut command = program("trunk", &[task]);
    if profile == Profile::Release {
        command.args(["--release", "--cargo-profile", "page"]);
    }
    command.env("PATH", path).envs(remap()?);
    // Trunk takes this variable for a flag of its own and refuses most of its values.
    command.env_remove("NO_COLOR");
    Ok(command)
}

/// The places of panics carry paths of source files. Named relative to cargo's folders and the project's, they
/// tell nothing of the machine, and another machine builds the same bytes. Cargo splits the flags at spaces, so
/// that a folder with a space in its name keeps it. For the page's target alone: the task runner, which Trunk
/// calls, is not to be compiled anew.
fn remap() -> Outcome<Option<(&'static str, String)>> {
    let flag = |folder: PathBuf, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let mut flags: Vec<String> = tools::sources()?.into_iter().map(|folder| flag(folder, "crates")).collect();
    flags.push(flag(root(), "tonghop"));
    let plain = flags.iter().all(|flag| !flag.contains(' '));
    Ok(plain.then(|| ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "))))
}
