//! Everything that has to hold before a change is shared, in one command.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use crate::build::{self, Profile};
use crate::process::{cargo, program, quietly};
use crate::step::{Outcome, step};
use crate::{browser, office, size, tools};

/// The flows whose times count, so that nothing else may run beside them.
const MEASURED: &str = "speed.test.mjs";

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

impl Display for Count {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs every step in order, up to the first that fails.
pub fn everything() -> Outcome {
    tools::for_checks()?;
    let path = tools::for_build()?;
    step("browser", browser::find_or_install)?;
    let office = step("LibreOffice, Poppler and fonts", office::find_or_install)?;
    step("format", || quietly(&mut cargo(&["fmt", "--all", "--check"]), "Run `cargo fmt --all`.").map(drop))?;
    step("lints", || clippy(&["--workspace", "--all-targets"]))?;
    step("lints of the page", || {
        clippy(&[
            "--package",
            "tonghop",
            "--package",
            "tonghop-worker",
            "--lib",
            "--bins",
            "--target",
            "wasm32-unknown-unknown",
        ])
    })?;
    // For minutes the page is put together on one core; the native tests take the other meanwhile.
    let native = thread::scope(|scope| {
        let page = scope.spawn(|| build::page(&path, Profile::Release));
        let native = step("native tests", || native(&office))?;
        step("page", || page.join().unwrap_or_else(|_| Err("The task that builds the page broke off.".to_owned())))?;
        Ok::<_, String>(native)
    })?;
    println!("{}", step("sizes", size::check)?);
    let browser = run_flows(None)?;
    println!("{}", Count { passed: native.passed + browser.passed, failed: native.failed + browser.failed });
    Ok(())
}

/// Runs the flows in a browser on the last build; with a name, only those that contain it.
pub fn flows(name: Option<&str>) -> Outcome {
    run_flows(name).map(|count| println!("{count}"))
}

fn clippy(what: &[&str]) -> Outcome {
    let command = [&["clippy", "--quiet"], what, &["--", "--deny", "warnings"]].concat();
    quietly(&mut cargo(&command), "Mend what clippy names; an exception needs its reason beside it.").map(drop)
}

fn native(office: &Path) -> Outcome<Count> {
    let advice =
        "Mend what fails. A changed expectation is blessed with UPDATE_EXPECT=1 cargo test, after reading it.";
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    quietly(command.env(office::VARIABLE, office), advice).map(|text| count(&text))
}

fn run_flows(name: Option<&str>) -> Outcome<Count> {
    let browser = browser::find_or_install()?;
    let run = |files: &[PathBuf], at_once: &str| {
        let mut command = program("node", &["--test", "--test-reporter=spec", at_once]);
        command.args(name.map(|name| format!("--test-name-pattern={name}"))).args(files);
        command.env(browser::VARIABLE, &browser);
        quietly(&mut command, "Run one flow alone with `cargo xtask flows NAME`.").map(|text| count(&text))
    };
    let (measured, flows): (Vec<_>, Vec<_>) = files()?.into_iter().partition(|file| file.ends_with(MEASURED));
    let flows = step("flows in the browser", || run(&flows, "--test-concurrency=2"))?;
    let measured = step("times in the browser", || run(&measured, "--test-concurrency=1"))?;
    Ok(Count { passed: flows.passed + measured.passed, failed: flows.failed + measured.failed })
}

/// Adds up what cargo ("test result: ok. 3 passed; 0 failed; …") and Node ("ℹ pass 3") say at the end of a run.
fn count(text: &str) -> Count {
    let mut sum = Count::default();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |index: usize| words.get(index).and_then(|word| word.parse().ok()).unwrap_or(0_usize);
        match words.as_slice() {
            ["test", "result:", _, _, "passed;", ..] => {
                sum.passed += number(3);
                sum.failed += number(5);
            }
            ["ℹ", "pass", _] => sum.passed += number(2),
            ["ℹ", "fail", _] => sum.failed += number(2),
            _ => {}
        }
    }
    sum
}

/// The files that hold flows, in order.
fn files() -> Outcome<Vec<PathBuf>> {
    let folder = tools::npm_folder();
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{Count, count};

    #[test]
    fn both_runners_are_counted() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\
                    test result: FAILED. 2 passed; 1 failed; 0 ignored\n\
                    ✔ served: opens (5ms)\nℹ tests 5\nℹ pass 4\nℹ fail 1\n";
        assert_eq!(count(text), Count { passed: 9, failed: 2 });
    }
}
