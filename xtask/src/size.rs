//! How large what ships is, against what it may be.

use std::collections::BTreeSet;
use std::fmt::{Arguments, Write as _};
use std::fs;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::build::{dist, single_file};
use crate::html::texts;
use crate::pack::{PAGE, WORKER, gzip};
use crate::process::{cargo, given, program as node, quietly};
use crate::step::Outcome;

/// What the page's program may be, compressed by a server (brotli), in bytes: nothing is answered before it is there.
const PAGE_LIMIT: usize = 337_000;
/// What both programs may be, compressed so. Reading PDF and painting its pages is half of it.
const PROGRAMS_LIMIT: usize = 1_922_300;
/// What the single file may be, in bytes: both programs compressed by gzip, which every browser undoes, a third longer as
/// text.
const SINGLE_LIMIT: usize = 3_566_000;

/// Prints the sizes, the sums and the number of crates.
pub fn report() -> Outcome {
    println!("{}", table()?);
    println!("{} crates in the page, {} in the worker", crates("tonghop")?, crates("tonghop-worker")?);
    Ok(())
}

/// The sizes of the last build, one line a part, then the SHA-256 of each file.
pub fn table() -> Outcome<String> {
    lines(brotlis()?)
}

/// The same where the last build is no larger than it may be.
pub fn check() -> Outcome<String> {
    let [page, worker] = brotlis()?;
    let single = read(&single_file())?.len();
    if page <= PAGE_LIMIT && page + worker <= PROGRAMS_LIMIT && single <= SINGLE_LIMIT {
        return lines([page, worker]);
    }
    Err(format!(
        "The page is {page} bytes brotli of {PAGE_LIMIT}, with the worker {} of {PROGRAMS_LIMIT}, the single file \
         {single} of {SINGLE_LIMIT}.\n\
         Look for the dependency that came last: `cargo tree --target wasm32-unknown-unknown --edges normal`.",
        page + worker
    ))
}

/// The lines of the table; `brotlis` is how long each program is as a server would send it.
fn lines(brotlis: [usize; 2]) -> Outcome<String> {
    let page = read(&dist().join("index.html"))?;
    let text = String::from_utf8_lossy(&page);
    let [page_wasm, worker_wasm] = programs()?;
    let (page_wasm, worker_wasm, single) = (read(&page_wasm)?, read(&worker_wasm)?, read(&single_file())?);
    let (script, styles) = (texts(&text, "script").concat(), texts(&text, "style").concat());
    let parts = [
        ("page wasm", &page_wasm[..]),
        ("worker wasm", &worker_wasm),
        ("scripts", script.as_bytes()),
        ("styles", styles.as_bytes()),
        ("page", &page),
        ("single file", &single),
    ];
    let mut out = format!("{:<12} {:>10} {:>10}\n", "bytes", "raw", "gzip");
    for (name, bytes) in parts {
        append(&mut out, format_args!("{name:<12} {:>10} {:>10}\n", bytes.len(), gzip(bytes)?.len()));
    }
    for (name, brotli) in ["page wasm", "worker wasm"].iter().zip(brotlis) {
        append(&mut out, format_args!("{name:<12} {brotli:>10} brotli\n"));
    }
    for (name, bytes) in
        [("page wasm", &page_wasm), ("worker wasm", &worker_wasm), ("page", &page), ("single file", &single)]
    {
        append(&mut out, format_args!("sha256 {name:<12} {}\n", sum(bytes)));
    }
    Ok(out.trim_end().to_owned())
}

/// How long the programs of the page and of the worker are as a server would send them.
fn brotlis() -> Outcome<[usize; 2]> {
    let [page, worker] = programs()?;
    Ok([brotli(&read(&page)?)?, brotli(&read(&worker)?)?])
}

/// How long bytes are as a server would send them, compressed by Node's brotli.
pub fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let script = "process.stdout.write(String(zlib.brotliCompressSync(fs.readFileSync(0)).length))";
    let mut command = node("node", &["-e", script]);
    let length = given(&mut command, bytes, "Node could not compress the program.")?;
    length.trim().parse().map_err(|_| format!("Node says no length: {length}"))
}

/// The programs of the page and of the worker; their names carry a hash of their content.
fn programs() -> Outcome<[PathBuf; 2]> {
    Ok([program(PAGE)?, program(WORKER)?])
}

fn program(begin: &str) -> Outcome<PathBuf> {
    let missing = || "dist/ holds no build: run `cargo xtask build`.".to_owned();
    let files = fs::read_dir(dist()).map_err(|_| missing())?.filter_map(Result::ok);
    let named = |name: &str| name.starts_with(begin) && name.ends_with("_bg.wasm");
    let mut programs = files.filter(|file| named(&file.file_name().to_string_lossy()));
    programs.next().map(|file| file.path()).ok_or_else(missing)
}

/// How many crates are compiled into the program of a package, beside itself.
fn crates(package: &str) -> Outcome<usize> {
    let target = "wasm32-unknown-unknown";
    let arguments = ["tree", "--package", package, "--target", target, "--edges", "normal", "--prefix", "none"];
    let tree = quietly(&mut cargo(&[&arguments[..], &["--format", "{p}"]].concat()), "")?;
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(" (").next()).collect();
    Ok(names.len().saturating_sub(1))
}

/// The SHA-256 in hexadecimal digits.
pub fn sum(bytes: &[u8]) -> String {
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
