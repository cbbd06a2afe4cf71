//! The rules of the house that no compiler checks: short files that say what they are, one version of each tool,
//! no sheet that the page forgets, and no test that the list of tests forgets.

#![allow(clippy::unwrap_used, reason = "a test says best what went wrong by failing there")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use toml::Table;

/// The longest that a source file may be, in lines.
const LONGEST: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}

/// All files below a folder whose names end so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = entries
        .flat_map(|path| if path.is_dir() { files(&path, end) } else { vec![path] })
        .filter(|path| path.to_string_lossy().ends_with(end))
        .collect();
    all.sort();
    all
}

/// The names of the source files that break a rule.
fn offenders(breaks: impl Fn(&str) -> bool) -> Vec<String> {
    let sources = ["src", "crates", "xtask/src"].iter().flat_map(|folder| files(&root().join(folder), ".rs"));
    let broken = sources.filter(|file| breaks(&fs::read_to_string(file).unwrap()));
    broken.map(|file| file.strip_prefix(root()).unwrap().display().to_string()).collect()
}

#[test]
fn source_files_are_short() {
    assert_eq!(offenders(|text| text.lines().count() > LONGEST), Vec::<String>::new());
}

#[test]
fn source_files_say_what_they_are() {
    assert_eq!(offenders(|text| !text.starts_with("//! ")), Vec::<String>::new());
}

#[test]
fn trunk_binds_with_the_version_that_is_locked() {
    let (trunk, lock): (Table, Table) = (read("Trunk.toml").parse().unwrap(), read("Cargo.lock").parse().unwrap());
    let packages = lock["package"].as_array().unwrap();
    let locked = packages.iter().find(|package| package["name"].as_str() == Some("wasm-bindgen")).unwrap();
    assert_eq!(trunk["tools"]["wasm_bindgen"], locked["version"]);
}

#[test]
fn trunk_optimises_with_the_version_that_npm_installs() {
    let trunk: Table = read("Trunk.toml").parse().unwrap();
    let package: Value = serde_json::from_str(&read("tests/browser/package.json")).unwrap();
    let major = package["devDependencies"]["binaryen"].as_str().unwrap().split('.').next().unwrap();
    assert_eq!(trunk["tools"]["wasm_opt"].as_str(), Some(format!("version_{major}").as_str()));
}

#[test]
fn npm_versions_are_exact_and_name_no_registry() {
    let package: Value = serde_json::from_str(&read("tests/browser/package.json")).unwrap();
    let lock = read("tests/browser/package-lock.json");
    let locked: Value = serde_json::from_str(&lock).unwrap();
    for (name, version) in package["devDependencies"].as_object().unwrap() {
        assert_eq!(&locked["packages"][format!("node_modules/{name}")]["version"], version, "{name}");
    }
    assert!(!lock.contains("://"), "tests/browser/package-lock.json names a registry");
}

#[test]
fn the_page_links_every_sheet() {
    let page = read("index.html");
    for sheet in files(&root().join("style"), ".css") {
        let name = sheet.file_name().unwrap().to_string_lossy().into_owned();
        assert!(page.contains(&format!("href=\"style/{name}\"")), "index.html does not link style/{name}");
    }
}

/// What stands between backticks, blocks of examples left out.
fn quoted(page: &str) -> Vec<&str> {
    let prose = page.split("```").step_by(2);
    prose.flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn the_list_of_tests_names_every_test() {
    let page = read("tests/README.md");
    let entries = fs::read_dir(root().join("tests")).unwrap().map(|entry| entry.unwrap().path());
    let named = |entry: &PathBuf| {
        let name = entry.file_name().unwrap().to_string_lossy();
        let name = if entry.is_dir() { format!("{name}/") } else { name.into_owned() };
        name == "README.md" || quoted(&page).iter().any(|quote| quote.starts_with(&name))
    };
    let unnamed: Vec<PathBuf> = entries.filter(|entry| !named(entry)).collect();
    assert_eq!(unnamed, Vec::<PathBuf>::new());
}

#[test]
fn the_list_of_tests_names_nothing_else() {
    let page = read("tests/README.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let folder = root().join("tests");
    // Up to a pattern a name is that of a folder: "rules/*.md".
    let is_there = |name: &str| folder.join(name.split('*').next().unwrap_or(name)).exists();
    let paths = rows.flat_map(quoted).filter(|name| name.contains(['/', '.']));
    let missing: Vec<&str> = paths.filter(|name| !is_there(name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
    let targets = quoted(&page).into_iter().filter_map(|command| command.split_once("cargo test --test "));
    let target = |rest: &str| rest.split(' ').next().unwrap_or_default().to_owned();
    let unknown = |name: &String| !is_there(&format!("{name}.rs")) && !is_there(&format!("{name}/main.rs"));
    let unknown: Vec<String> = targets.map(|(_, rest)| target(rest)).filter(unknown).collect();
    assert_eq!(unknown, Vec::<String>::new());
}
