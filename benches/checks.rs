//! How long all checks take over 60 reports of 40 KB: `cargo xtask bench`.
//!
//! The reports are the project's own samples, repeated to that size; ten sets of six months are held against each other.
//! The best of several runs counts: the others measure what else the machine does.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A measuring program prints, and may stop at what is missing.

use std::time::{Duration, Instant};

use tonghop_figures::check;
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::Source;
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

const SETS: u32 = 10;
const SIZE: usize = 40_000;
const RUNS: usize = 10;

fn main() {
    let catalogue = Catalogue::shipped();
    let read = |sample: &tonghop_samples::Sample| {
        let text = report::read(sample.name, sample.bytes, &catalogue).unwrap().document.text;
        let long = text.repeat(SIZE.div_ceil(text.len()));
        report::read("dai.txt", long.as_bytes(), &catalogue).unwrap()
    };
    let reports: Vec<Report> = SAMPLES.iter().map(read).collect();
    let sources: Vec<Source<'_>> = reports.iter().map(|report| Source { name: "dai.txt", report }).collect();
    let table = consolidate(&sources, None, &catalogue);
    let months: Vec<_> = table.months.iter().map(|month| month.period).collect();
    let within = best(|| reports.iter().map(|report| check::report(report, &catalogue).len()).sum());
    let between = best(|| check::months::check(&table.rows, &months, &sources, &catalogue).len());
    let milliseconds = |time: Duration| (time * SETS).as_secs_f64() * 1000.0;
    println!(
        "checks: {:.1} ms for {} reports of {} KB, of which {:.1} ms between the months",
        milliseconds(within + between),
        SETS as usize * reports.len(),
        SIZE / 1000,
        milliseconds(between)
    );
}

/// The best time of some runs.
fn best(run: impl Fn() -> usize) -> Duration {
    let timed = || {
        let begun = Instant::now();
        let found = run();
        let taken = begun.elapsed();
        // The count is used, so that the work is done.
        assert!(found < usize::MAX);
        taken
    };
    (0..RUNS).map(|_| timed()).min().unwrap_or_default()
}
