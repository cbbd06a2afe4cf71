//! `tonghop consolidate`: the table of a period, or the draft of its report.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};

use super::args::{Consolidate, Output};
use super::{DONE, Decided, FAILED, decisions, name, read};
use tonghop_drafts::draft::outline::Outline;
use tonghop_drafts::draft::{draft, edit};
use tonghop_drafts::write::{csv, docx, html, json, xlsx};
use tonghop_edge::decisions::fingerprint;
use tonghop_edge::edits::edits;
use tonghop_edge::outline::chosen;
use tonghop_figures::consolidate::{agency_of, consolidate_as};
use tonghop_figures::table::{Against, Choice, Source, Table};
use tonghop_job::decisions::drafts::{self, KeptDraft};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// Writes the table of the reports that can be read, and returns the exit status.
pub fn consolidate(options: &Consolidate, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let catalogue = Catalogue::shipped();
    let Some(Decided { decisions, drafts }) = decisions(options.decisions.as_deref(), err)? else {
        return Ok(FAILED);
    };
    let mut reports: Vec<(String, Report)> = Vec::new();
    for path in &options.files {
        reports.extend(read(path, &catalogue, &decisions, err)?.map(|report| (name(path), report)));
    }
    let mut status = if reports.len() == options.files.len() { DONE } else { FAILED };
    let sources: Vec<Source<'_>> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    let choice = match choice(options, &sources) {
        Ok(choice) => choice,
        Err(reason) => {
            writeln!(err, "{reason}")?;
            return Ok(FAILED);
        }
    };
    let table = consolidate_as(&sources, &choice, &catalogue);
    let Some((path, output)) = &options.output else {
        out.write_all(json::json(&table, &sources).as_bytes())?;
        return Ok(status);
    };
    let kept = kept(&drafts, &table, &sources);
    let outline = match outline(options.outline.as_deref(), kept) {
        Ok(outline) => outline,
        Err(reason) => {
            writeln!(err, "{reason}")?;
            return Ok(FAILED);
        }
    };
    let written = match output {
        Output::Docx => {
            // What is switched off names places of the outline that it was switched off in.
            let without = kept.filter(|_| options.outline.is_none()).map(|kept| kept.without.as_slice());
            let mut made = draft(&sources, &table, &catalogue, &outline.without(without.unwrap_or_default()));
            edit::apply(&mut made, &kept.map(|kept| edits(&kept.edits)).unwrap_or_default(), &table);
            docx::docx(&made, &table)
        }
        Output::Xlsx => xlsx::xlsx(&table, &sources),
        Output::Csv => csv::csv(&table).into_bytes(),
        Output::Html => html::document(&table).into_bytes(),
        Output::Json => json::json(&table, &sources).into_bytes(),
    };
    if let Err(error) = fs::write(path, written) {
        writeln!(err, "{}: Không ghi được tệp ({error}).", name(path))?;
        status = FAILED;
    }
    // The table alone does not say what was left out of it.
    for finding in &table.findings {
        writeln!(err, "{}", finding.message)?;
    }
    Ok(status)
}

/// What the file of decisions has of the draft of a table.
fn kept<'a>(drafts: &'a [KeptDraft], table: &Table, sources: &[Source<'_>]) -> Option<&'a KeptDraft> {
    let reports: Vec<String> = sources.iter().map(|source| fingerprint(&source.report.document.text)).collect();
    drafts::find(drafts, &table.period?.id(), &reports)
}

/// The outline of an id that ships, or of a file; without either that of the kept draft, else the first one that ships.
fn outline(wanted: Option<&OsStr>, kept: Option<&KeptDraft>) -> Result<Outline, String> {
    let Some(wanted) = wanted else {
        return Ok(kept.map_or_else(|| chosen("", None), |kept| chosen(&kept.outline, kept.own.as_ref())));
    };
    if let Some(outline) = Outline::shipped().into_iter().find(|outline| wanted == outline.id.as_str()) {
        return Ok(outline);
    }
    let shown = wanted.to_string_lossy();
    let text = fs::read_to_string(wanted).map_err(|error| format!("{shown}: Không mở được đề cương ({error})."))?;
    Outline::from_json(&text).map_err(|reason| format!("{shown}: {reason}"))
}

/// What the options decide of the table; the error names an agency that no report is of.
fn choice(options: &Consolidate, sources: &[Source<'_>]) -> Result<Choice, String> {
    let mut choice = Choice { period: options.period, closing: options.closing, ..Choice::default() };
    if !options.compare {
        choice.without = Against::EVERY.to_vec();
    }
    if let Some(wanted) = &options.agency {
        choice.agency =
            Some(agency_of(wanted, sources).ok_or_else(|| format!("Không có báo cáo nào của “{wanted}”."))?);
    }
    Ok(choice)
}
