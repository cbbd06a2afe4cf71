//! `tonghop extract`: what was understood of each report.

use std::io::{self, Write};

use super::args::Extract;
use super::{DONE, Decided, FAILED, decisions, name, plain, read, wire};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;

/// Prints each report that can be read, and returns the exit status.
pub fn extract(options: &Extract, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let catalogue = Catalogue::shipped();
    let Some(Decided { decisions, .. }) = decisions(options.decisions.as_deref(), err)? else { return Ok(FAILED) };
    let mut status = DONE;
    for path in &options.files {
        let Some(report) = read(path, &catalogue, &decisions, err)? else {
            status = FAILED;
            continue;
        };
        let file = name(path);
        if options.table {
            plain::report(&file, &report, out)?;
            if options.text {
                writeln!(out, "{}\n", report.document.text)?;
            }
        } else {
            let period = report.header.period.map(Period::id);
            serde_json::to_writer(&mut *out, &wire::report_line(&file, &report, period.as_deref(), options.text))?;
            writeln!(out)?;
        }
    }
    Ok(status)
}
