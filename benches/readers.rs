//! How long the readers take, from bytes to document: `cargo xtask bench`.
//!
//! One report of the samples in every format that it was saved in; for files with pages also the time of a page, and of
//! its picture. The best of several runs counts: the others measure what else the machine does.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A measuring program prints, and may stop at what is missing.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tonghop_readers::{document, picture};

/// How often each file is read.
const RUNS: usize = 20;

/// How wide pictures are painted, in pixels, as the page asks for them.
const WIDTH: u16 = 1_000;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        "samples/bc-thang-03-2022.docx",
        "tests/same/bao-cao.doc",
        "tests/same/bao-cao.rtf",
        "tests/same/bao-cao.odt",
        "tests/same/bao-cao.html",
        "tests/same/bao-cao.pdf",
        "tests/same/so-lieu.xlsx",
        "tests/same/so-lieu.xls",
        "tests/same/so-lieu.ods",
    ];
    for name in files {
        let bytes = fs::read(root.join(name)).unwrap();
        let pages = document(name, &bytes).unwrap().layout.map_or(0, |layout| layout.pages.len());
        let time = best(|| drop(document(name, &bytes).unwrap()));
        let per = milliseconds(time) * 30_000.0 / f64::from(u32::try_from(bytes.len()).unwrap());
        print!("read {name}: {:.2} ms for {} KB, {per:.2} ms per 30 KB", milliseconds(time), bytes.len() / 1000);
        if pages > 0 {
            let painted = best(|| drop(picture(&bytes, 0, WIDTH, "").unwrap()));
            let page = milliseconds(time) / f64::from(u32::try_from(pages).unwrap());
            print!(", {page:.2} ms a page, {:.2} ms for the picture of one", milliseconds(painted));
        }
        println!();
    }
}

fn best(run: impl Fn()) -> Duration {
    let time = || {
        let begun = Instant::now();
        run();
        begun.elapsed()
    };
    (0..RUNS).map(|_| time()).min().unwrap()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
