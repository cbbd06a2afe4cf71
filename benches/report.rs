//! How long a report takes from its months' files: `cargo xtask bench`.
//!
//! Six samples to the bytes of the Word file, and ten years of months to those of the Excel file; reading, consolidating,
//! drafting and writing apart. The best of several runs counts: the others measure what else the machine does.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // A measuring program prints, and may stop at what is missing.

use std::time::{Duration, Instant};

use tonghop_drafts::draft::draft;
use tonghop_drafts::draft::outline::Outline;
use tonghop_drafts::write::{docx, xlsx};
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::Source;
use tonghop_model::vietnamese::period::Period;
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

fn main() {
    let catalogue = Catalogue::shipped();
    let outline = Outline::shipped().swap_remove(0);
    best("6 reports to docx", 10, |clock| {
        let reports = clock.lap(|| (0..6).map(|at| read(at, None, &catalogue)).collect::<Vec<_>>());
        let sources = sources(&reports);
        let table = clock.lap(|| consolidate(&sources, Period::parse("2022-H1"), &catalogue));
        let draft = clock.lap(|| draft(&sources, &table, &catalogue, &outline));
        clock.lap(|| docx::docx(&draft, &table)).len()
    });
    best("120 reports to xlsx", 3, |clock| {
        let reports = clock.lap(|| (0..120).map(|at| read(at, Some(2013), &catalogue)).collect::<Vec<_>>());
        let sources = sources(&reports);
        let table = clock.lap(|| consolidate(&sources, Period::parse("2013-01..2022-12"), &catalogue));
        assert!(table.months.iter().all(|month| month.report.is_some()), "a month has no report");
        clock.lap(|| ());
        clock.lap(|| xlsx::xlsx(&table, &sources)).len()
    });
}

/// A sample; with a first year told to be of the month that many months behind its January.
fn read(at: usize, first: Option<i16>, catalogue: &Catalogue) -> Report {
    let sample = &SAMPLES[at % SAMPLES.len()];
    let mut report = report::read(sample.name, sample.bytes, catalogue).unwrap();
    let month = |year: i16| Period::Month { year, month: 1 }.months_on(i16::try_from(at).unwrap());
    report.header.period = first.map_or(report.header.period, month);
    report
}

fn sources(reports: &[Report]) -> Vec<Source<'_>> {
    reports.iter().map(|report| Source { name: "bc.txt", report }).collect()
}

/// The times of a run's steps.
#[derive(Default)]
struct Clock(Vec<Duration>);

impl Clock {
    fn lap<T>(&mut self, step: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let made = step();
        self.0.push(begun.elapsed());
        made
    }
}

/// Prints the best of several runs with its steps, and the size of what was written.
fn best(what: &str, runs: u32, run: impl Fn(&mut Clock) -> usize) {
    let timed = || {
        let mut clock = Clock::default();
        let begun = Instant::now();
        let size = run(&mut clock);
        (begun.elapsed(), clock.0, size)
    };
    let (time, steps, size) = (0..runs).map(|_| timed()).min().unwrap();
    let [reading, consolidating, drafting, writing] = [0, 1, 2, 3].map(|at| milliseconds(steps[at]));
    println!(
        "{what}: {:.1} ms, {} KB (reading {reading:.1}, consolidating {consolidating:.1}, drafting {drafting:.1}, \
         writing {writing:.1})",
        milliseconds(time),
        size / 1000
    );
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
