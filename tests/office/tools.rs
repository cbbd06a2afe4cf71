//! `LibreOffice` and Poppler, called as programs.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// `LibreOffice` answers one call at a time.
static ONE: Mutex<()> = Mutex::new(());

/// The folder of the files that the tests make.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("office")
}

/// Whether all programs answer; else says which test is skipped.
pub fn at_hand(test: &str, programs: &[&str]) -> bool {
    let answers = |program: &&&str| {
        let version = if **program == "soffice" { "--version" } else { "-v" };
        let call = Command::new(program).arg(version).stdout(Stdio::null()).stderr(Stdio::null()).status();
        call.is_ok_and(|status| status.success())
    };
    let missing: Vec<&&str> = programs.iter().filter(|program| !answers(program)).collect();
    if !missing.is_empty() {
        println!("skipped: {test}: no {missing:?} on this machine");
    }
    missing.is_empty()
}

/// What `LibreOffice` saves a file as in another format.
pub fn converted(name: &str, bytes: &[u8], format: &str) -> Vec<u8> {
    let _one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let (from, to) = (folder().join("from"), folder().join("to"));
    fs::create_dir_all(&from).unwrap();
    let path = from.join(name);
    fs::write(&path, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder().join("profile").display());
    let mut call = Command::new("soffice");
    call.arg(profile).args(["--headless", "--convert-to", format, "--outdir"]).arg(&to).arg(&path);
    let output = call.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read(to.join(name).with_extension(format)).unwrap()
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
