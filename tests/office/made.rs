//! The drafts that the tests write: of the six samples, and of four of them.

use tonghop_drafts::draft::outline::Outline;
use tonghop_drafts::draft::{Draft, draft};
use tonghop_drafts::write::{docx, xlsx};
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::{Source, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

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
        kept.map(|sample| (sample.name, report::read(sample.name, sample.bytes, &catalogue).unwrap())).collect();
    let sources: Vec<Source<'_>> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    let table = consolidate(&sources, Period::parse("2022-H1"), &catalogue);
    let drafted = draft(&sources, &table, &catalogue, &Outline::shipped()[0]);
    Made { docx: docx::docx(&drafted, &table), xlsx: xlsx::xlsx(&table, &sources), draft: drafted, table }
}
