//! How large what ships is, against what it may be.

use std::collections::BTreeSet;
use std::fmt::{Arguments, Write as _};
use std::fs;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::build::{dist, single_file};
use crate::html::texts;
use crate::pack::gzip;
use crate::process::{cargo, program as node, quietly};
use crate::step::Outcome;

/// What the program may be, compressed by a server (brotli), in bytes. Reading PDF and painting its pages is half of it.
const PROGRAM_LIMIT: usize = 1_700_000;
/// What the single file may be, in bytes: the program compressed by gzip, which every browser undoes, a third longer as
/// text. Of it 400,000 are what the engine's speed costs.
const SINGLE_LIMIT: usize = 3_150_000;

/// Prints the sizes, the sums and the number of crates.
pub fn report() -> Outcome {
    println!("{}", table()?);
    println!("{} crates in the program", crates()?);
    Ok(())
}

/// The sizes of the last build, one line a part, then the SHA-256 of each file.
pub fn table() -> Outcome<String> {
    lines(brotli()?)
}

/// The same where the last build is no larger than it may be.
pub fn check() -> Outcome<String> {
    let program = brotli()?;
    let single = read(&single_file())?.len();
    if program <= PROGRAM_LIMIT && single <= SINGLE_LIMIT {
        return lines(program);
    }
    Err(format!(
        "The program is {program} bytes brotli of {PROGRAM_LIMIT}, the single file {single} of {SINGLE_LIMIT}.\n\
         Look for the dependency that came last: `cargo tree --target wasm32-unknown-unknown --edges normal`."
    ))
}

/// The lines of the table; `brotli` is how long the program is as a server would send it.
fn lines(brotli: usize) -> Outcome<String> {
    let page = read(&dist().join("index.html"))?;
    let text = String::from_utf8_lossy(&page);
    let (program, single) = (read(&program()?)?, read(&single_file())?);
    let (script, styles) = (texts(&text, "script").concat(), texts(&text, "style").concat());
    let parts = [
        ("wasm", &program[..]),
        ("script", script.as_bytes()),
        ("styles", styles.as_bytes()),
        ("page", &page),
        ("single file", &single),
    ];
    let mut out = format!("{:<12} {:>10} {:>10}\n", "bytes", "raw", "gzip");
    for (name, bytes) in parts {
        append(&mut out, format_args!("{name:<12} {:>10} {:>10}\n", bytes.len(), gzip(bytes)?.len()));
    }
    append(&mut out, format_args!("{:<12} {:>10} brotli\n", "wasm", brotli));
    for (name, bytes) in [("wasm", &program), ("page", &page), ("single file", &single)] {
        append(&mut out, format_args!("sha256 {name:<12} {}\n", sum(bytes)));
    }
    Ok(out.trim_end().to_owned())
}

/// How long the wasm is as a server would send it, compressed by Node's brotli.
fn brotli() -> Outcome<usize> {
    let script = "process.stdout.write(String(zlib.brotliCompressSync(fs.readFileSync(process.argv[1])).length))";
    let length = quietly(node("node", &["-e", script]).arg(program()?), "Node could not compress the program.")?;
    length.trim().parse().map_err(|_| format!("Node says no length: {length}"))
}

/// The wasm file; its name carries a hash of its content.
fn program() -> Outcome<PathBuf> {
    let missing = || "dist/ holds no build: run `cargo xtask build`.".to_owned();
    let mut files = fs::read_dir(dist()).map_err(|_| missing())?.filter_map(|entry| Some(entry.ok()?.path()));
    files.find(|file| file.extension().is_some_and(|end| end == "wasm")).ok_or_else(missing)
}

/// How many crates are compiled into the program, beside itself.
fn crates() -> Outcome<usize> {
    let target = "wasm32-unknown-unknown";
    let arguments = ["tree", "--package", "tonghop-ui", "--target", target, "--edges", "normal", "--prefix", "none"];
    let tree = quietly(&mut cargo(&[&arguments[..], &["--format", "{p}"]].concat()), "")?;
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(" (").next()).collect();
    Ok(names.len().saturating_sub(1))
}

fn sum(bytes: &[u8]) -> String {
    let mut hex = String::new();
    Sha256::digest(bytes).iter().for_each(|byte| append(&mut hex, format_args!("{byte:02x}")));
    hex
}

fn append(out: &mut String, text: Arguments) {
    // Writing to a text cannot fail.
    out.write_fmt(text).ok();
}

fn read(file: &PathBuf) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|_| format!("{} is missing: run `cargo xtask build`.", file.display()))
}
