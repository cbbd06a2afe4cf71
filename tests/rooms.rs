//! Arrows run one way: crates know only those below them, and inside a crate neither rooms nor files hang together in
//! circles.
//!
//! The order of the rooms is drawn from the imports: a failure prints the rooms or files that stand in a circle.
#![allow(clippy::unwrap_used)] // A test may stop at the first thing that is not as it should be.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

/// Each crate of the project with the others that it may know, from the ground up.
const CRATES: [(&str, &[&str]); 12] = [
    ("numbers", &[]),
    ("job", &["numbers"]),
    ("samples", &[]),
    ("model", &["numbers"]),
    ("readers", &["numbers", "model"]),
    ("statements", &["numbers", "model"]),
    ("series", &["numbers", "model", "statements"]),
    ("figures", &["numbers", "model", "readers", "statements", "series"]),
    ("drafts", &["numbers", "model", "statements", "series", "figures"]),
    ("edge", &["job", "numbers", "model", "readers", "statements", "series", "figures", "drafts"]),
    (
        "worker",
        &["job", "samples", "numbers", "model", "readers", "statements", "series", "figures", "drafts", "edge"],
    ),
    ("cli", &["job", "numbers", "model", "readers", "statements", "series", "figures", "drafts", "edge"]),
];

/// What the page may know: nothing of the engine.
const PAGE: [&str; 3] = ["job", "numbers", "samples"];

/// The crates whose files must not hang together in circles.
const WITHOUT_CIRCLES: [&str; 4] = ["statements", "series", "figures", "drafts"];

/// A module by the names on the way to it; the crate itself has none.
type Module = Vec<String>;

type Graph = BTreeMap<Module, BTreeSet<Module>>;

#[test]
fn crates_know_only_those_below_them() {
    for (name, below) in CRATES {
        assert_eq!(
            known(&format!("crates/{name}/Cargo.toml"), below),
            BTreeSet::new(),
            "crates/{name} calls upstairs"
        );
    }
    assert_eq!(known("Cargo.toml", &PAGE), BTreeSet::new(), "the page knows the engine");
}

#[test]
fn rooms_of_a_crate_stand_in_an_order() {
    for (name, _) in CRATES {
        let mut rooms = Graph::new();
        for (from, imports) in graph(name) {
            let room = |module: &Module| module.iter().take(1).cloned().collect::<Module>();
            let imports = imports.iter().map(room).filter(|to| !to.is_empty() && *to != room(&from)).collect();
            rooms.entry(room(&from)).or_default().append(&mut BTreeSet::<Module>::clone(&imports));
        }
        rooms.remove(&Module::new());
        assert_eq!(circles(&rooms), Vec::<String>::new(), "rooms of crates/{name} in a circle");
    }
}

#[test]
fn files_do_not_hang_together_in_circles() {
    for name in WITHOUT_CIRCLES {
        assert_eq!(circles(&graph(name)), Vec::<String>::new(), "files of crates/{name} in a circle");
    }
}

#[test]
fn a_circle_is_found() {
    let module = |name: &str| vec![name.to_owned()];
    let edge = |from: &str, to: &[&str]| (module(from), to.iter().map(|to| module(to)).collect::<BTreeSet<_>>());
    let graph = Graph::from([edge("a", &["b"]), edge("b", &["c"]), edge("c", &["b"]), edge("d", &["a", "c"])]);
    assert_eq!(circles(&graph), ["b", "c"]);
    let text = "use super::{spot::{self, Spot}, date};\nuse crate::line::Line as Row;\nlet x = super::name::y();";
    let base = ["numeral".to_owned(), "class".to_owned()];
    let found: Vec<String> = imports(text, &base).iter().map(|path| path.join("::")).collect();
    let expected = ["line::Line", "numeral::spot::self", "numeral::spot::Spot", "numeral::date", "numeral::name::y"];
    assert_eq!(found, expected);
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The crates of the project that a manifest depends on, but for those that it may.
fn known(manifest: &str, allowed: &[&str]) -> BTreeSet<String> {
    let table: Table = fs::read_to_string(root().join(manifest)).unwrap().parse().unwrap();
    let mut names: Vec<&String> =
        table.get("dependencies").and_then(|own| own.as_table()).into_iter().flat_map(Table::keys).collect();
    let targets = table.get("target").and_then(|targets| targets.as_table()).into_iter().flatten();
    names.extend(targets.filter_map(|(_, target)| target.get("dependencies")?.as_table()).flat_map(Table::keys));
    let own = names.into_iter().filter_map(|name| name.strip_prefix("tonghop-"));
    own.filter(|name| !allowed.contains(name)).map(str::to_owned).collect()
}

/// Which file of a crate imports which; what only tests import does not count.
fn graph(name: &str) -> Graph {
    let source = root().join("crates").join(name).join("src");
    let files = modules(&source);
    let edges = files.iter().map(|(module, path)| {
        let text = production(&fs::read_to_string(path).unwrap());
        let mut paths = imports(&text, module);
        let children = files.keys().filter(|file| file.len() == module.len() + 1 && file.starts_with(module));
        paths.extend(children.filter(|child| calls(&text, child.last().unwrap())).cloned());
        let file =
            |path: &Module| (0..=path.len()).rev().map(|end| path[..end].to_vec()).find(|p| files.contains_key(p));
        let imported = paths.iter().filter_map(file).filter(|file| file != module).collect();
        (module.clone(), imported)
    });
    edges.collect()
}

/// The files of a crate by their module, without those of tests.
fn modules(source: &Path) -> BTreeMap<Module, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![source.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let module = path.strip_prefix(source).unwrap().with_extension("");
                let mut module: Module = module.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                module.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
                if !module.iter().any(|part| part.contains("test")) {
                    found.insert(module, path);
                }
            }
        }
    }
    found
}

/// A file without its comments and its tests.
fn production(text: &str) -> String {
    let end =
        text.find("\n#[cfg(test)]\nmod ").or_else(|| text.find("\n#[cfg(test)]\npub mod ")).unwrap_or(text.len());
    // A module of tests in a file of its own is only declared; what stands behind it counts.
    let end = if text[end..].lines().nth(2).is_some_and(|line| line.ends_with(';')) { text.len() } else { end };
    text[..end].lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Whether the text calls into a module that it declares.
fn calls(text: &str, child: &str) -> bool {
    let starts = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.'));
    text.match_indices(&format!("{child}::")).any(|(at, _)| starts(at))
}

/// The paths from the crate's root that a text of a module names.
fn imports(text: &str, module: &[String]) -> Vec<Module> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in text.match_indices(start) {
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':')) {
                continue;
            }
            expand(&text[at..], "", &mut found);
        }
    }
    found.iter().map(|path| absolute(path, module)).collect()
}

/// Adds the paths that a path with braces stands for; gives what stands behind it.
fn expand<'t>(text: &'t str, before: &str, found: &mut Vec<String>) -> &'t str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':' | '*'))).unwrap_or(text.len());
    let path = format!("{before}{}", &text[..end]);
    let mut rest = &text[end..];
    if !(path.ends_with("::") && rest.starts_with('{')) {
        found.push(path);
        return rest;
    }
    while let Some(inner) = rest.strip_prefix(['{', ',']) {
        let inner = inner.trim_start();
        if inner.starts_with('}') {
            rest = inner;
            break;
        }
        rest = expand(inner, &path, found);
        rest = &rest[rest.find(['}', ',']).unwrap_or(rest.len())..];
    }
    rest.strip_prefix('}').unwrap_or(rest)
}

fn absolute(path: &str, module: &[String]) -> Module {
    let mut base = module.to_vec();
    let mut rest = Module::new();
    for part in path.split("::").filter(|part| !part.is_empty()) {
        match part {
            "crate" => base.clear(),
            "super" => drop(base.pop()),
            part => rest.push(part.to_owned()),
        }
    }
    base.extend(rest);
    base
}

/// The modules that stand in circles: what is left when those that nothing left imports from are taken away, and those
/// that import nothing that is left.
fn circles(graph: &Graph) -> Vec<String> {
    let mut left = graph.clone();
    loop {
        let names: BTreeSet<Module> = left.keys().cloned().collect();
        let imported: BTreeSet<Module> = left.values().flatten().cloned().collect();
        let stays = |module: &Module, imports: &BTreeSet<Module>| {
            imported.contains(module) && imports.iter().any(|to| names.contains(to))
        };
        left.retain(|module, imports| stays(module, imports));
        if left.len() == names.len() {
            return left.keys().map(|module| module.join("::")).collect();
        }
    }
}
