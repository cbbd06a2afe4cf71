//! Turns the data files into what the program carries: JSON texts for knowledge, one Rust constant
//! for each interface text. A malformed file stops the build with its name.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Data files of the engine that are carried as they are, as JSON.
const DATA: [&str; 11] = [
    "authority/authorities",
    "authority/documents",
    "authority/provinces",
    "consolidate/series",
    "draft/patterns",
    "numeral/forms",
    "outline/vocabulary",
    "read/heads",
    "vietnamese/legacy/encodings",
    "vietnamese/syllables",
    "vietnamese/words",
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("catalogue.json"), tables(Path::new("src/engine/catalogue"))?)?;
    fs::write(out.join("outlines.json"), tables(Path::new("src/engine/draft/outlines"))?)?;
    for data in DATA {
        let path = Path::new("src/engine").join(data).with_extension("toml");
        let name = Path::new(data).file_name().unwrap_or_default();
        fs::write(out.join(name).with_extension("json"), serde_json::to_string(&table(&path)?)?)?;
    }
    fs::write(out.join("vi.rs"), texts(Path::new("src/lang/vi.toml"))?)?;
    Ok(())
}

/// One table a file, in the order of the files' names.
fn tables(folder: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
    paths.sort();
    let tables = paths.iter().map(|path| table(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(serde_json::to_string(&tables)?)
}

/// `[section] key = "text"` becomes `pub const SECTION_KEY: &str = "text";`.
fn texts(path: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    for (section, keys) in table(path)? {
        let keys = keys.as_table().ok_or_else(|| format!("{}: {section} is not a section", path.display()))?;
        for (key, text) in keys {
            let text = text.as_str().ok_or_else(|| format!("{}: {section}.{key} is not a text", path.display()))?;
            let name = format!("{section}_{key}").to_uppercase();
            writeln!(out, "/// {text:?}\npub const {name}: &str = {text:?};")?;
        }
    }
    Ok(out)
}

fn table(path: &Path) -> Result<toml::Table, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path)?.parse().map_err(|error| format!("{}: {error}", path.display()).into())
}
