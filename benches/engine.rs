//! How long the engine takes, in milliseconds per 30 KB: `cargo xtask bench`.
//!
//! The texts are the project's own samples, repeated to the size that is measured, and where `../shared` lies beside the
//! checkout four real reports, the last of them badly recognised. The best of several runs counts: the others measure what else the machine does.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A measuring program prints, and may stop at what is missing.

use std::path::Path;
use std::time::{Duration, Instant};

use tonghop_figures::report;
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;

fn main() {
    let begun = Instant::now();
    let catalogue = Catalogue::shipped();
    println!("catalogue: {:.2} ms, once", milliseconds(begun.elapsed()));
    for extension in ["txt", "md"] {
        let sample = SAMPLES.iter().find(|sample| sample.name.ends_with(extension)).unwrap();
        let long = sample.bytes.repeat(30_000_usize.div_ceil(sample.bytes.len()));
        measure(extension, sample.name, &long, long.len(), &catalogue);
    }
    let word = SAMPLES.iter().find(|sample| sample.name.ends_with("docx")).unwrap();
    let read = report::read(word.name, word.bytes, &catalogue).unwrap();
    measure("docx", word.name, word.bytes, read.document.text.len(), &catalogue);
    let text = SAMPLES.iter().find(|sample| sample.name.ends_with("txt")).unwrap();
    let long = text.bytes.repeat(3_000_000 / text.bytes.len());
    measure("3 MB", text.name, &long, long.len(), &catalogue);
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reports");
    for name in ["travinh-2021-05.md", "travinh-2022-02.md", "travinh-2022-h1.txt", "travinh-2020-06-ocr.txt"] {
        match std::fs::read(shared.join(name)) {
            Ok(bytes) => measure(name, name, &bytes, bytes.len(), &catalogue),
            Err(_) => println!("{name}: skipped, no ../shared beside this checkout"),
        }
    }
}

/// Prints the best time of reading a report; `length` is that of its text, in bytes.
fn measure(what: &str, name: &str, bytes: &[u8], length: usize, catalogue: &Catalogue) {
    let runs = if length > 1_000_000 { 3 } else { 40 };
    let run = || {
        let begun = Instant::now();
        let report = report::read(name, bytes, catalogue).unwrap();
        assert!(!report.facts.is_empty(), "{what}: nothing was read");
        begun.elapsed()
    };
    let best = (0..runs).map(|_| run()).min().unwrap();
    let size = u32::try_from(length).unwrap();
    let per = milliseconds(best) * 30_000.0 / f64::from(size);
    println!("{what}: {:.2} ms for {} KB, {per:.2} ms per 30 KB", milliseconds(best), length / 1000);
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
