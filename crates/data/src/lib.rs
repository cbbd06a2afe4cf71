//! Turns data files into what a crate carries, for the build scripts of the crates that hold knowledge: TOML is checked
//! while building and carried as JSON, so that the program has no TOML reader. A malformed file stops the build with its
//! name.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What a build script ends with.
pub type Outcome = Result<(), Box<dyn Error>>;

/// Carries each of the files `src/NAME.toml` as `NAME.json`, without its folders, in the build's folder.
///
/// # Errors
/// Where a file is missing or malformed; the message names it.
pub fn files(names: &[&str]) -> Outcome {
    for name in names {
        let path = Path::new("src").join(name).with_extension("toml");
        let short = Path::new(name).file_name().unwrap_or_default();
        fs::write(out()?.join(short).with_extension("json"), serde_json::to_string(&table(&path)?)?)?;
    }
    Ok(())
}

/// Carries the files of the folder `src/FOLDER`, in the order of their names, as one list in `FOLDER.json`, without the
/// folders around it.
///
/// # Errors
/// As [`files`].
pub fn folder(name: &str) -> Outcome {
    let folder = Path::new("src").join(name);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "toml"));
    paths.sort();
    let tables = paths.iter().map(|path| table(path)).collect::<Result<Vec<_>, _>>()?;
    let short = folder.file_name().unwrap_or_default();
    fs::write(out()?.join(short).with_extension("json"), serde_json::to_string(&tables)?)?;
    Ok(())
}

/// A TOML file; cargo builds again when it changes.
///
/// # Errors
/// As [`files`].
pub fn table(path: &Path) -> Result<toml::Table, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path)?.parse().map_err(|error| format!("{}: {error}", path.display()).into())
}

fn out() -> Result<PathBuf, Box<dyn Error>> {
    Ok(PathBuf::from(env::var("OUT_DIR")?))
}
