//! Turns the data files into what the program carries: one JSON text for the catalogue, one Rust constant
//! for each interface text. A malformed file stops the build with its name.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Data files that are carried as they are, as JSON.
const DATA: [(&str, &str); 4] = [
    ("words.json", "src/engine/vietnamese/words.toml"),
    ("outline.json", "src/engine/outline/words.toml"),
    ("authorities.json", "src/engine/authority/authorities.toml"),
    ("provinces.json", "src/engine/authority/provinces.toml"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("catalogue.json"), catalogue(Path::new("src/engine/catalogue"))?)?;
    for (data, source) in DATA {
        fs::write(out.join(data), serde_json::to_string(&table(Path::new(source))?)?)?;
    }
    fs::write(out.join("vi.rs"), texts(Path::new("src/lang/vi.toml"))?)?;
    Ok(())
}

/// The systems in the order of their files' names.
fn catalogue(folder: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
    paths.sort();
    let systems = paths.iter().map(|path| table(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(serde_json::to_string(&systems)?)
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
