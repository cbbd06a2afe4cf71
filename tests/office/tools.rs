//! `LibreOffice` and Poppler, called as programs.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Names the program of `LibreOffice`. The task runner names it, which sets all of it up: then nothing is skipped.
const VARIABLE: &str = "TONGHOP_OFFICE";

/// What a test does with the files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Saves them in other formats.
    Saving,
    /// Prints them, and measures the page.
    Measuring,
}

/// The programs of Poppler that measure a page.
const POPPLER: [&str; 3] = ["pdftotext", "pdftohtml", "pdftoppm"];

/// Fonts in which a line is as long as in the font of the decree.
const FONTS: [&str; 3] = ["Times New Roman", "Tinos", "Liberation Serif"];

/// The folder of the files that the tests make.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("office")
}

fn office() -> OsString {
    std::env::var_os(VARIABLE).unwrap_or_else(|| "soffice".into())
}

/// Whether all is there that the test works with; else says that it is skipped.
#[allow(clippy::explicit_write, reason = "what a passing test prints is not shown, what it writes like this is")]
pub fn at_hand(test: &str, work: Work) -> bool {
    let missing = missing(work);
    let named = std::env::var_os(VARIABLE).is_some();
    assert!(missing.is_empty() || !named, "{VARIABLE} is set, but these are missing: {missing:?}");
    if !missing.is_empty() {
        writeln!(io::stderr(), "SKIPPED {test}: no {} here; `cargo xtask test` sets it up", missing.join(", "))
            .unwrap();
    }
    missing.is_empty()
}

fn missing(work: Work) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !answers(&office(), "--version") {
        missing.push("LibreOffice");
    }
    if work == Work::Measuring {
        missing.extend(POPPLER.iter().filter(|program| !answers(OsStr::new(program), "-v")));
        // Systems without fontconfig have Times New Roman itself.
        let families = Command::new("fc-list").args([":", "family"]).output();
        let families =
            families.map_or_else(|_| FONTS[0].to_owned(), |out| String::from_utf8_lossy(&out.stdout).into());
        if !FONTS.iter().any(|font| families.contains(font)) {
            missing.push("font as wide as Times New Roman");
        }
    }
    missing
}

fn answers(program: &OsStr, version: &str) -> bool {
    let call = Command::new(program).arg(version).stdout(Stdio::null()).stderr(Stdio::null()).status();
    call.is_ok_and(|status| status.success())
}

/// What `LibreOffice` saves files of one kind as in another format; it is started once for all of them.
pub fn converted(extension: &str, files: &[&[u8]], format: &str) -> Vec<Vec<u8>> {
    let (from, to) = (folder().join("from"), folder().join(format!("{extension}-{format}")));
    fs::create_dir_all(&from).unwrap();
    // What an earlier run made is no answer; that it made nothing is no trouble.
    fs::remove_dir_all(&to).ok();
    let names: Vec<PathBuf> = (0..files.len()).map(|at| PathBuf::from(format!("{at}.{extension}"))).collect();
    names.iter().zip(files).for_each(|(name, bytes)| fs::write(from.join(name), bytes).unwrap());
    let profile = format!("-env:UserInstallation=file://{}", folder().join("profile").display());
    let mut call = Command::new(office());
    call.arg(profile).args(["--headless", "--convert-to", format, "--outdir"]).arg(&to);
    let output = call.args(names.iter().map(|name| from.join(name))).output().unwrap();
    let said = [&output.stdout[..], &output.stderr].map(String::from_utf8_lossy).concat();
    let file = |name: &PathBuf| fs::read(to.join(name).with_extension(format));
    names
        .iter()
        .map(|name| file(name).unwrap_or_else(|_| panic!("LibreOffice made no {format} of it:\n{said}")))
        .collect()
}

/// What a program of Poppler prints about a PDF.
pub fn printed(program: &str, arguments: &[&str], pdf: &[u8]) -> Vec<u8> {
    let path = folder().join(format!("{program}.pdf"));
    fs::create_dir_all(folder()).unwrap();
    fs::write(&path, pdf).unwrap();
    // Without a name for what it makes, pdftotext makes a file beside the PDF.
    let to = (program == "pdftotext").then_some("-");
    let output = Command::new(program).args(arguments).arg(&path).args(to).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
