//! `tonghop check`: what does not fit in reports and between them, to send back to who wrote them.

use std::fs;
use std::io::{self, Write};

use super::args::{Check, List};
use super::{DONE, Decided, FAILED, decisions, name, read};
use tonghop_drafts::write::{docx, findings};
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::table::Source;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// Writes the findings of the reports that can be read, and returns the exit status.
pub fn check(options: &Check, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let catalogue = Catalogue::shipped();
    let Some(Decided { decisions, .. }) = decisions(options.decisions.as_deref(), err)? else { return Ok(FAILED) };
    let mut reports: Vec<(String, Report)> = Vec::new();
    for path in &options.files {
        reports.extend(read(path, &catalogue, &decisions, err)?.map(|report| (name(path), report)));
    }
    let status = if reports.len() == options.files.len() { DONE } else { FAILED };
    let sources: Vec<Source<'_>> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    let table = consolidate(&sources, None, &catalogue);
    let found = findings::of(&table, &sources, &decisions);
    let Some((path, list)) = &options.output else {
        out.write_all(findings::text(&found).as_bytes())?;
        return Ok(status);
    };
    let written = match list {
        List::Docx => docx::findings(&found),
        List::Csv => findings::csv(&found).into_bytes(),
        List::Html => findings::document(&found).into_bytes(),
        List::Text => findings::text(&found).into_bytes(),
    };
    if let Err(error) = fs::write(path, written) {
        writeln!(err, "{}: Không ghi được tệp ({error}).", name(path))?;
        return Ok(FAILED);
    }
    Ok(status)
}
