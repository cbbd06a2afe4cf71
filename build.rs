//! Turns the interface texts into one Rust constant each. A malformed file stops the build with its name.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("vi.rs"), texts(Path::new("src/lang/vi.toml"))?)?;
    Ok(())
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
