//! The command line: `tonghop extract`, `tonghop check` and `tonghop consolidate`, for batch use, tests and benchmarks.
//!
//! Exit status 0; 1 where a file could not be read or written (the others are still done, the reason stands on
//! standard error); 2 for wrong use.

mod args;
mod check;
mod consolidate;
mod extract;
mod plain;
mod wire;

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use args::Command;
use tonghop_edge::decisions;
use tonghop_figures::decision::{Decision, decide};
use tonghop_figures::report;
use tonghop_job::decisions::drafts::KeptDraft;
use tonghop_readers::MAX_BYTES;
use tonghop_readers::error::ReadError;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// All was done.
const DONE: u8 = 0;
/// A file could not be read or written.
const FAILED: u8 = 1;
/// Wrong use.
const MISUSED: u8 = 2;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(io::stdout().lock()), io::stderr().lock());
    match run_with(std::env::args_os().skip(1), &mut out, &mut err) {
        Ok(status) => ExitCode::from(status),
        // Whoever read the output wanted no more of it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Where standard error fails too, the status is all that can be said.
            let _ = writeln!(err, "tonghop: không ghi được kết quả: {error}");
            ExitCode::from(FAILED)
        }
    }
}

/// Runs the program with the given arguments, without its name, and returns its exit status.
///
/// # Errors
/// Where `out` or `err` cannot be written to.
pub fn run_with(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let status = match args::parse(args) {
        Ok(Command::Help) => {
            out.write_all(args::HELP.as_bytes())?;
            DONE
        }
        Ok(Command::Extract(options)) => extract::extract(&options, out, err)?,
        Ok(Command::Check(options)) => check::check(&options, out, err)?,
        Ok(Command::Consolidate(options)) => consolidate::consolidate(&options, out, err)?,
        Err(misuse) => {
            writeln!(err, "tonghop: {misuse}\nXem cách dùng: tonghop --help")?;
            MISUSED
        }
    };
    out.flush()?;
    Ok(status)
}

/// Reads a report and puts the decisions into effect, or says on standard error why it could not be read.
fn read(
    path: &Path,
    catalogue: &Catalogue,
    decisions: &[Decision],
    err: &mut dyn Write,
) -> io::Result<Option<Report>> {
    let reason = match bytes(path) {
        Ok(bytes) => match report::read(&name(path), &bytes, catalogue) {
            Ok(mut report) => {
                decide(&mut report, decisions, catalogue);
                return Ok(Some(report));
            }
            Err(error) => error.to_string(),
        },
        Err(reason) => reason,
    };
    writeln!(err, "{}: {reason}", name(path))?;
    Ok(None)
}

/// What a file of decisions holds.
#[derive(Default)]
struct Decided {
    decisions: Vec<Decision>,
    drafts: Vec<KeptDraft>,
}

/// The decisions of a file; without one none. `None`: it could not be read, and why stands on standard error.
fn decisions(path: Option<&Path>, err: &mut dyn Write) -> io::Result<Option<Decided>> {
    let Some(path) = path else { return Ok(Some(Decided::default())) };
    let reason = match bytes(path) {
        Ok(bytes) => match decisions::open(&bytes) {
            Ok(Some((entries, drafts))) => {
                return Ok(Some(Decided { decisions: decisions::to_engine(&entries), drafts }));
            }
            Ok(None) => "Không phải tệp quyết định của Tổng Hợp.".to_owned(),
            Err(reason) => reason,
        },
        Err(reason) => reason,
    };
    writeln!(err, "{}: {reason}", name(path))?;
    Ok(None)
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let unreadable = |error: io::Error| format!("Không mở được tệp ({error}).");
    if fs::metadata(path).map_err(unreadable)?.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES }.to_string());
    }
    fs::read(path).map_err(unreadable)
}

/// The path as it was given.
fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "writing to memory does not fail")]

    use expect_test::{Expect, expect};

    use super::*;

    fn check(args: &str, status: u8, expected: &Expect) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = args.split_whitespace().map(OsString::from);
        assert_eq!(run_with(args, &mut out, &mut err).unwrap(), status);
        assert_eq!(String::from_utf8(out).unwrap(), "");
        expected.assert_eq(&String::from_utf8(err).unwrap());
    }

    #[test]
    fn wrong_use_is_told_in_one_sentence() {
        check(
            "",
            2,
            &expect![[r#"
            tonghop: Thiếu lệnh: extract, check hoặc consolidate.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "gather a.md",
            2,
            &expect![[r#"
            tonghop: Không có lệnh “gather”.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "extract",
            2,
            &expect![[r#"
            tonghop: Thiếu tệp báo cáo.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "extract --format xml a.md",
            2,
            &expect![[r#"
            tonghop: Không có định dạng “xml”; chỉ có json và table.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "extract --colour a.md",
            2,
            &expect![[r#"
            tonghop: Không có tùy chọn --colour.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "extract a.md --format",
            2,
            &expect![[r#"
            tonghop: Tùy chọn --format thiếu giá trị.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "consolidate --period 2022-H3 a.md",
            2,
            &expect![[r#"
                tonghop: Không có kỳ “2022-H3”; ví dụ đúng: 2022-H1, 2022-Q1, 2022-9M, 2022, 2022-05, 2021-10..2022-03.
                Xem cách dùng: tonghop --help
            "#]],
        );
        check(
            "consolidate -o bang.pdf a.md",
            2,
            &expect![[r#"
            tonghop: Không ghi được “bang.pdf”; đuôi tệp phải là .docx, .xlsx, .csv, .html hoặc .json.
            Xem cách dùng: tonghop --help
        "#]],
        );
        check(
            "consolidate -o ./a.csv a.csv",
            2,
            &expect![[r#"
            tonghop: Kết quả sẽ ghi đè báo cáo “a.csv”; hãy chọn tên khác.
            Xem cách dùng: tonghop --help
        "#]],
        );
    }

    #[test]
    fn a_file_that_is_not_there_fails_alone() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["consolidate", "--period", "2022-Q1", "no/such/file.md"].map(OsString::from);
        assert_eq!(run_with(args, &mut out, &mut err).unwrap(), FAILED);
        assert!(String::from_utf8(err).unwrap().starts_with("no/such/file.md: Không mở được tệp"));
        assert!(String::from_utf8(out).unwrap().contains("\"period\": \"2022-Q1\""));
    }

    #[test]
    fn help_names_both_commands() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        assert_eq!(run_with(["--help".into()], &mut out, &mut err).unwrap(), DONE);
        let help = String::from_utf8(out).unwrap();
        assert!(help.contains("tonghop extract") && help.contains("tonghop consolidate"), "{help}");
        assert!(err.is_empty());
    }
}
