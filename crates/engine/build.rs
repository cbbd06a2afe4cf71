//! Turns the data files into what the program carries: JSON texts. A malformed file stops the build with its name.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Data files of the engine that are carried as they are, as JSON.
const DATA: [&str; 9] = [
    "authority/authorities",
    "authority/documents",
    "authority/provinces",
    "consolidate/series",
    "draft/patterns",
    "outline/vocabulary",
    "vietnamese/legacy/encodings",
    "vietnamese/syllables",
    "vietnamese/words",
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("catalogue.json"), tables(Path::new("src/catalogue"))?)?;
    fs::write(out.join("outlines.json"), tables(Path::new("src/draft/outlines"))?)?;
    for data in DATA {
        let path = Path::new("src").join(data).with_extension("toml");
        let name = Path::new(data).file_name().unwrap_or_default();
        fs::write(out.join(name).with_extension("json"), serde_json::to_string(&table(&path)?)?)?;
    }
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

fn table(path: &Path) -> Result<toml::Table, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path)?.parse().map_err(|error| format!("{}: {error}", path.display()).into())
}
