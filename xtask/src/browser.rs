//! The browser that the flows run in: named, found, or on Debian installed.

use std::env;
use std::path::PathBuf;

use crate::debian;
use crate::process::on_path;
use crate::step::Outcome;

/// Names the browser; the flows read it too.
pub const VARIABLE: &str = "TONGHOP_BROWSER";

const ADVICE: &str = "Install Chrome, Chromium or Edge, or name one: TONGHOP_BROWSER=/path/to/it cargo xtask test";

/// Its programs where PATH has them.
const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
];

/// Its places where PATH does not: macOS, then Windows below each of [`WINDOWS_ROOTS`].
const MAC_PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_ROOTS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
const WINDOWS_PLACES: [&str; 2] = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

/// The browser's program.
pub fn find_or_install() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE).map(PathBuf::from) {
        return if named.is_file() { Ok(named) } else { Err(format!("{VARIABLE} names no file.\n{ADVICE}")) };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(&["chromium"], ADVICE)?;
    find().ok_or_else(|| ADVICE.to_owned())
}

fn find() -> Option<PathBuf> {
    let windows = WINDOWS_ROOTS.iter().filter_map(env::var_os).flat_map(|root| {
        let root = PathBuf::from(root);
        WINDOWS_PLACES.iter().map(move |place| root.join(place))
    });
    let places = MAC_PLACES.iter().map(PathBuf::from).chain(windows).find(|place| place.is_file());
    NAMES.iter().find_map(|name| on_path(name)).or(places)
}
