//! Which version of each tool: read from `Trunk.toml`, where they stand.

use std::fs;

use toml::Table;

use crate::process::root;
use crate::step::Outcome;

/// The versions that are installed with cargo.
pub struct Versions {
    /// Of Trunk.
    pub trunk: String,
    /// Of wasm-bindgen-cli.
    pub wasm_bindgen: String,
    /// The port that the page is served on.
    pub port: u16,
}

/// Reads `Trunk.toml`.
pub fn read() -> Outcome<Versions> {
    let text = fs::read_to_string(root().join("Trunk.toml")).map_err(|error| format!("Trunk.toml: {error}"))?;
    let table: Table = text.parse().map_err(|error| format!("Trunk.toml: {error}"))?;
    find(&table).ok_or_else(|| "Trunk.toml: needs trunk-version, tools.wasm_bindgen and serve.port".to_owned())
}

fn find(table: &Table) -> Option<Versions> {
    let trunk = table.get("trunk-version")?.as_str()?.trim_start_matches('=').to_owned();
    let wasm_bindgen = table.get("tools")?.get("wasm_bindgen")?.as_str()?.to_owned();
    let port = table.get("serve")?.get("port")?.as_integer()?.try_into().ok()?;
    Some(Versions { trunk, wasm_bindgen, port })
}
