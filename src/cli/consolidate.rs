//! `tonghop consolidate`: the table of a period.

use std::fs;
use std::io::{self, Write};

use super::args::{Consolidate, Output};
use super::{DONE, FAILED, name, read, wire};
use crate::engine::Report;
use crate::engine::catalogue::Catalogue;
use crate::engine::consolidate::{Source, Table, consolidate as table_of};
use crate::engine::write::{csv, html};

/// Writes the table of the reports that can be read, and returns the exit status.
pub fn consolidate(options: &Consolidate, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let catalogue = Catalogue::shipped();
    let mut reports: Vec<(String, Report)> = Vec::new();
    for path in &options.files {
        reports.extend(read(path, &catalogue, err)?.map(|report| (name(path), report)));
    }
    let mut status = if reports.len() == options.files.len() { DONE } else { FAILED };
    let sources: Vec<Source<'_>> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    let table = table_of(&sources, options.period, &catalogue);
    let Some((path, output)) = &options.output else {
        out.write_all(json(&table, &sources)?.as_bytes())?;
        return Ok(status);
    };
    let text = match output {
        Output::Csv => csv::csv(&table),
        Output::Html => html::document(&table),
        Output::Json => json(&table, &sources)?,
    };
    if let Err(error) = fs::write(path, text) {
        writeln!(err, "{}: Không ghi được tệp ({error}).", name(path))?;
        status = FAILED;
    }
    // The table alone does not say what was left out of it.
    for finding in &table.findings {
        writeln!(err, "{}", finding.message)?;
    }
    Ok(status)
}

fn json(table: &Table, sources: &[Source<'_>]) -> io::Result<String> {
    let mut text = serde_json::to_string_pretty(&wire::table_file(table, sources))?;
    text.push('\n');
    Ok(text)
}
