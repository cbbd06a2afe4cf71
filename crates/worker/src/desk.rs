//! The worker's side of the wire: takes requests, runs the engine, keeps the reports, gives views.
//!
//! There is no browser in it, so that it is tested natively; `talk` only carries the messages.

mod draft;
mod finding;
mod outline;
mod picture;
mod rehearsal;
mod table;
mod view;

use std::collections::BTreeMap;

use picture::Sheets;
use tonghop_edge::decisions;
use tonghop_figures::decision::{Decision, decide};
use tonghop_figures::report::{self, Report};
use tonghop_figures::table::Source;
use tonghop_job::decisions::Entry;
use tonghop_job::{JobId, KEPT, PictureView, ReadChoice, Remedy, Reply, ReportView, Request, TableChoice, TableView};
use tonghop_model::vietnamese::legacy::Encoding;
use tonghop_readers::error::ReadError;
use tonghop_readers::{Letters, Options};
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;

pub use rehearsal::Rehearsal;

/// The reports that were read, and what is needed to read more.
#[derive(Debug, Default)]
pub struct Desk {
    catalogue: Catalogue,
    reports: BTreeMap<JobId, Kept>,
    decisions: Vec<Decision>,
    /// The files whose pages can be painted, scans among them, which have no report.
    sheets: BTreeMap<JobId, Sheets>,
}

/// A report with the name of its file.
#[derive(Debug)]
struct Kept {
    name: String,
    report: Report,
}

impl Desk {
    /// A desk without reports, with the catalogue that ships with the program.
    pub fn new() -> Self {
        Self { catalogue: Catalogue::shipped(), ..Self::default() }
    }

    /// Does what is asked; `bytes` are those of the file that came with the request.
    pub fn answer(&mut self, request: Request, bytes: Option<Vec<u8>>) -> Option<Reply> {
        match request {
            Request::Read { job, name, choice } => Some(self.read(job, name, choice, bytes.unwrap_or_default())),
            Request::Forget { job } => {
                self.forget(job);
                None
            }
            Request::Picture { job, page, mark, width } => {
                let layout = self.reports.get(&job).and_then(|kept| kept.report.document.layout.as_ref());
                let view = picture::picture(self.sheets.get(&job)?, layout, page, mark, width);
                Some(Reply::Picture(Box::new(PictureView { job, ..view })))
            }
            Request::Consolidate { choice } => Some(Reply::Table(Box::new(self.table(&choice)))),
            Request::Draft { draft } => Some(Reply::Draft(Box::new(self.set(|set| draft::view(set, &draft))))),
            Request::Decide { entries } => Some(Reply::Decided { reports: self.decide(&entries) }),
            Request::Save { format, draft } => Some(self.set(|set| draft::file(set, &format, &draft))),
            Request::Samples => Some(samples()),
            Request::Outline { text } => Some(outline::read(&text)),
        }
    }

    /// Whether nothing was read yet.
    pub fn is_empty(&self) -> bool {
        self.reports.is_empty()
    }

    fn read(&mut self, job: JobId, name: String, choice: ReadChoice, bytes: Vec<u8>) -> Reply {
        self.forget(job);
        match decisions::open(&bytes) {
            Ok(Some((entries, drafts))) => return Reply::Decisions { job, entries, drafts },
            Err(message) => return Reply::Refused { job, message, remedy: Remedy::None },
            Ok(None) => {}
        }
        let letters = match choice.letters.as_str() {
            KEPT => Letters::Kept,
            id => Encoding::of_id(id).map_or(Letters::Told, Letters::In),
        };
        let options = Options { password: choice.password, letters };
        let read = report::read_with(&name, &bytes, &options, &self.catalogue);
        let remedy = read.as_ref().err().map(remedy).unwrap_or_default();
        let painted = read.as_ref().is_ok_and(|report| report.document.layout.is_some());
        if painted || matches!(remedy, Remedy::Pages { .. }) {
            self.sheets.insert(job, Sheets { file: bytes, password: options.password });
        }
        match read {
            Ok(mut report) => {
                decide(&mut report, &self.decisions, &self.catalogue);
                let view = view::report(job, &report, &self.decisions);
                self.reports.insert(job, Kept { name, report });
                Reply::Report { job, report: Box::new(view) }
            }
            Err(error) => Reply::Refused { job, message: error.to_string(), remedy },
        }
    }

    fn forget(&mut self, job: JobId) {
        self.reports.remove(&job);
        self.sheets.remove(&job);
    }

    fn table(&self, choice: &TableChoice) -> TableView {
        self.set(|set| table::table(&table::made(set, choice), set))
    }

    /// Puts the decisions into effect; the answer is the reports that look otherwise by it.
    fn decide(&mut self, entries: &[Entry]) -> Vec<(JobId, ReportView)> {
        let before = std::mem::replace(&mut self.decisions, decisions::to_engine(entries));
        let mut changed = Vec::new();
        for (&job, kept) in &mut self.reports {
            let shown = finding::of_report(job, &kept.report, &before);
            let other = decide(&mut kept.report, &self.decisions, &self.catalogue);
            if other || finding::of_report(job, &kept.report, &self.decisions) != shown {
                changed.push((job, view::report(job, &kept.report, &self.decisions)));
            }
        }
        changed
    }

    /// Hands the reports out as the engine takes them.
    fn set<T>(&self, of: impl FnOnce(Set<'_>) -> T) -> T {
        let jobs: Vec<JobId> = self.reports.keys().copied().collect();
        let sources: Vec<Source<'_>> =
            self.reports.values().map(|kept| Source { name: &kept.name, report: &kept.report }).collect();
        of(Set { sources: &sources, jobs: &jobs, catalogue: &self.catalogue, decisions: &self.decisions })
    }
}

/// The samples that the program carries.
fn samples() -> Reply {
    let names = SAMPLES.iter().map(|sample| sample.name.to_owned()).collect();
    Reply::Samples { names, files: SAMPLES.iter().map(|sample| sample.bytes.to_vec()).collect() }
}

/// What can be done on the page about a file that could not be read.
fn remedy(error: &ReadError) -> Remedy {
    match *error {
        ReadError::Password { wrong } => Remedy::Password { wrong },
        ReadError::Encoding => Remedy::Letters,
        ReadError::Scan { pages } => Remedy::Pages { pages },
        _ => Remedy::None,
    }
}

/// The reports on the desk.
#[derive(Clone, Copy)]
pub(crate) struct Set<'a> {
    sources: &'a [Source<'a>],
    /// The file of each source.
    jobs: &'a [JobId],
    catalogue: &'a Catalogue,
    decisions: &'a [Decision],
}

#[cfg(test)]
mod tests;
