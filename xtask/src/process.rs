//! Other programs: how they are found, run and reported.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, iter};

use crate::step::Outcome;

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The cargo that runs this task, in the project's folder.
pub fn cargo(arguments: &[&str]) -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// A program with its arguments, in the project's folder.
pub fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program without showing what it prints; gives what it wrote to standard output. Where it fails, all
/// that it printed is shown, and then what to do.
pub fn quietly(command: &mut Command, advice: &str) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name}: {error}\n{advice}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("{text}{}\n{advice}", String::from_utf8_lossy(&output.stderr)))
    }
}

/// Runs a program that reads these bytes from standard input; gives what it wrote to standard output.
pub fn given(command: &mut Command, bytes: &[u8], advice: &str) -> Outcome<String> {
    let failed = |error: io::Error| format!("{error}\n{advice}");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    // Dropped at the end of the statement, so that the program sees the end of its input.
    child.stdin.take().map_or(Ok(()), |mut input| input.write_all(bytes)).map_err(failed)?;
    let output = child.wait_with_output().map_err(failed)?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() { Ok(text) } else { Err(advice.to_owned()) }
}

/// The first word that looks like a version in what `name --version` prints; `None`: it does not run.
pub fn version(name: impl AsRef<OsStr>) -> Option<String> {
    let text = quietly(program(name, &["--version"]).env_remove("NO_COLOR"), "").ok()?;
    let mut words = text.split_whitespace().map(|word| word.trim_start_matches('v'));
    words.find(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned)
}

/// Where a program of this name stands on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

/// PATH with these folders before all others.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(iter::once(path).flat_map(|p| env::split_paths(&p).collect::<Vec<_>>()));
    env::join_paths(all).map_err(|error| format!("PATH: {error}"))
}
