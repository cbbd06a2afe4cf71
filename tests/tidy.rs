//! The rules of the house that no compiler checks: short files that say what they are, one version of each tool,
//! and no sheet that the page forgets.

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
