//! The drafts that the tests write: of the six samples, and of four of them.

use tonghop_engine::catalogue::Catalogue;
use tonghop_engine::consolidate::{Source, Table, consolidate};
use tonghop_engine::draft::outline::Outline;
use tonghop_engine::draft::{Draft, draft};
use tonghop_engine::vietnamese::period::Period;
use tonghop_engine::write::{docx, xlsx};
use tonghop_engine::{self as engine, Report};
use tonghop_samples::SAMPLES;

/// A table, its draft, and both files.
pub struct Made {
    pub table: Table,
    pub draft: Draft,
    pub docx: Vec<u8>,
    pub xlsx: Vec<u8>,
}

/// The half-year of the samples whose names hold none of the words.
pub fn made(without: &[&str]) -> Made {
    let catalogue = Catalogue::shipped();
    let kept = SAMPLES.iter().filter(|sample| !without.iter().any(|word| sample.name.contains(word)));
    let reports: Vec<(&str, Report)> =
        kept.map(|sample| (sample.name, engine::read(sample.name, sample.bytes, &catalogue).unwrap())).collect();
    let sources: Vec<Source<'_>> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    let table = consolidate(&sources, Period::parse("2022-H1"), &catalogue);
    let drafted = draft(&sources, &table, &catalogue, &Outline::shipped()[0]);
    Made { docx: docx::docx(&drafted, &table), xlsx: xlsx::xlsx(&table, &sources), draft: drafted, table }
}
