//! Everything that has to hold before a change is shared, in one command.

use std::fs;

use crate::build::{self, Profile};
use crate::process::{cargo, program, quietly};
use crate::step::{Outcome, step};
use crate::{browser, size, tools};

/// How many tests passed and failed.
#[derive(Clone, Copy, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Runs every step in order, up to the first that fails.
pub fn everything() -> Outcome {
    tools::for_checks()?;
    let path = tools::for_build()?;
    step("browser", browser::find_or_install)?;
    step("format", || quietly(&mut cargo(&["fmt", "--all", "--check"]), "Run `cargo fmt --all`.").map(drop))?;
    step("lints", || clippy(&["--workspace", "--all-targets"]))?;
    step("lints of the page", || clippy(&["--package", "tonghop", "--target", "wasm32-unknown-unknown"]))?;
    let native = step("native tests", native)?;
    step("page", || build::page(&path, Profile::Release))?;
    step("sizes", size::check)?;
    println!("{}", size::table()?);
    let browser = run_flows(None)?;
    println!("{} passed, {} failed", native.passed + browser.passed, native.failed + browser.failed);
    Ok(())
}

/// Runs the flows in a browser on the last build; with a name, only those that contain it.
pub fn flows(name: Option<&str>) -> Outcome {
    run_flows(name).map(drop)
}

fn clippy(what: &[&str]) -> Outcome {
    let command = [&["clippy", "--quiet"], what, &["--", "--deny", "warnings"]].concat();
    quietly(&mut cargo(&command), "Mend what clippy names; an exception needs its reason beside it.").map(drop)
}

fn native() -> Outcome<Count> {
    let advice =
        "Mend what fails. A changed expectation is blessed with UPDATE_EXPECT=1 cargo test, after reading it.";
    let text = quietly(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), advice)?;
    let results = text.lines().filter_map(|line| line.strip_prefix("test result: "));
    Ok(count(results.flat_map(|line| line.split([';', '.'])).map(str::trim), |part, word| {
        part.strip_suffix(word)?.trim().parse().ok()
    }))
}

fn run_flows(name: Option<&str>) -> Outcome<Count> {
    let browser = browser::find_or_install()?;
    step("flows in the browser", || {
        let mut command = program("node", &["--test", "--test-reporter=spec"]);
        command.args(name.map(|name| format!("--test-name-pattern={name}"))).args(files()?);
        command.env(browser::VARIABLE, &browser).env("NO_COLOR", "1");
        let text = quietly(&mut command, "Run one flow alone with `cargo xtask flows NAME`.")?;
        let lines = text.lines().filter_map(|line| line.strip_prefix("ℹ "));
        Ok(count(lines, |part, word| part.strip_prefix(&word[..4])?.trim().parse().ok()))
    })
}

/// Adds up the numbers that stand beside "passed" and "failed".
fn count<'a>(parts: impl Iterator<Item = &'a str>, number: impl Fn(&str, &str) -> Option<usize>) -> Count {
    parts.fold(Count::default(), |sum, part| Count {
        passed: sum.passed + number(part, "passed").unwrap_or_default(),
        failed: sum.failed + number(part, "failed").unwrap_or_default(),
    })
}

/// The files that hold flows, in order.
fn files() -> Outcome<Vec<std::path::PathBuf>> {
    let folder = tools::npm_folder();
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}
