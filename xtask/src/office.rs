//! What the tests of the Word and the Excel file need: `LibreOffice`, Poppler, and a font with the widths of Times New
//! Roman; named, found, or on Debian installed.

use std::env;
use std::path::PathBuf;

use crate::debian;
use crate::process::{on_path, program, quietly};
use crate::step::Outcome;

/// Names the program of `LibreOffice`; the tests read it too, and skip nothing where it is set.
pub const VARIABLE: &str = "TONGHOP_OFFICE";

const ADVICE: &str = "Install LibreOffice (Writer and Calc), Poppler (pdftotext, pdftohtml, pdftoppm) and a font with the \
widths of Times New Roman (Tinos or Liberation Serif); TONGHOP_OFFICE=/path/to/soffice names LibreOffice where PATH does not.";

/// Where `LibreOffice` stands if PATH does not have it.
const PLACES: [&str; 2] =
    ["/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.exe"];

/// The programs of Poppler that measure a page.
const POPPLER: [&str; 3] = ["pdftotext", "pdftohtml", "pdftoppm"];

/// Fonts in which a line is as long as in the font of the decree.
const FONTS: [&str; 3] = ["Times New Roman", "Tinos", "Liberation Serif"];

/// All of it on Debian. Only the newer Liberation fonts have the Vietnamese letters; Tinos has them everywhere.
const PACKAGES: [&str; 6] =
    ["libreoffice-writer", "libreoffice-calc", "poppler-utils", "fontconfig", "fonts-liberation", "fonts-croscore"];

/// The program of `LibreOffice`, with everything beside it that the tests need.
pub fn find_or_install() -> Outcome<PathBuf> {
    let named = env::var_os(VARIABLE).map(PathBuf::from);
    if named.as_ref().is_some_and(|named| !named.is_file()) {
        return Err(format!("{VARIABLE} names no file.\n{ADVICE}"));
    }
    let find = || named.clone().or_else(find).filter(|_| measures());
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(&PACKAGES, ADVICE)?;
    find().ok_or_else(|| ADVICE.to_owned())
}

fn find() -> Option<PathBuf> {
    on_path("soffice").or_else(|| PLACES.iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// Whether a page can be measured: with Poppler, and with one of the fonts.
fn measures() -> bool {
    POPPLER.iter().all(|name| on_path(name).is_some()) && has_font()
}

/// Systems without fontconfig have Times New Roman itself.
fn has_font() -> bool {
    let families = quietly(&mut program("fc-list", &[":", "family"]), "");
    families.map_or(!cfg!(target_os = "linux"), |families| FONTS.iter().any(|font| families.contains(font)))
}
