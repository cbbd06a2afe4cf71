//! The worker's side of the wire: takes requests, runs the engine, keeps the reports, gives views.
//!
//! There is no browser in it, so that it is tested natively; `ui::worker` only carries the messages.

mod draft;
mod finding;
mod picture;
mod table;
mod view;

use std::collections::BTreeMap;

use crate::decisions::{self, Entry};
use crate::engine::catalogue::Catalogue;
use crate::engine::consolidate::{Source, consolidate};
use crate::engine::decision::{Decision, decide};
use crate::engine::error::ReadError;
use crate::engine::read::MAX_BYTES;
use crate::engine::report::{self, Report};
use crate::engine::vietnamese::period::Period;
use crate::job::{JobId, PictureView, Reply, ReportView, Request, TableView};
use crate::samples::SAMPLES;

/// The reports that were read, and what is needed to read more.
#[derive(Debug, Default)]
pub struct Desk {
    catalogue: Catalogue,
    reports: BTreeMap<JobId, Kept>,
    decisions: Vec<Decision>,
}

/// A report with the name of its file.
#[derive(Debug)]
struct Kept {
    name: String,
    report: Report,
    /// The file, where its pages can be painted.
    file: Option<Vec<u8>>,
}

/// The sentence for a file of this size in bytes, where it is too large to be read; it need not be loaded for that.
pub fn too_large(size: u64) -> Option<String> {
    (size > MAX_BYTES).then(|| ReadError::TooLarge { limit: MAX_BYTES }.to_string())
}

impl Desk {
    /// A desk without reports, with the catalogue that ships with the program.
    pub fn new() -> Self {
        Self { catalogue: Catalogue::shipped(), ..Self::default() }
    }

    /// Does what is asked; `bytes` are those of the file that came with the request.
    pub fn answer(&mut self, request: Request, bytes: Option<Vec<u8>>) -> Option<Reply> {
        match request {
            Request::Read { job, name } => Some(self.read(job, name, bytes.unwrap_or_default())),
            Request::Forget { job } => {
                self.reports.remove(&job);
                None
            }
            Request::Picture { job, page, mark, width } => {
                let kept = self.reports.get(&job)?;
                let view = picture::picture(&kept.report, kept.file.as_deref()?, page, mark, width);
                Some(Reply::Picture(Box::new(PictureView { job, ..view })))
            }
            Request::Consolidate { period } => Some(Reply::Table(Box::new(self.table(period.as_deref())))),
            Request::Draft { draft } => Some(Reply::Draft(Box::new(self.set(|set| draft::view(set, &draft))))),
            Request::Decide { entries } => Some(Reply::Decided { reports: self.decide(&entries) }),
            Request::Save { format, draft } => Some(self.set(|set| draft::file(set, &format, &draft))),
        }
    }

    /// Takes a sample through the engine and forgets it, so that the first file of the user does not wait for the
    /// browser to compile what it runs; `step` counts from 0, and the answer is whether there is another step.
    ///
    /// It does nothing once the user has given files of their own.
    pub fn warm(&self, step: usize) -> bool {
        // A text, a Markdown text and a Word file: one of each reader.
        const STEPS: usize = 3;
        let Some(sample) = SAMPLES.get(step).filter(|_| self.reports.is_empty() && step < STEPS) else {
            return false;
        };
        if let Ok(report) = report::read(sample.name, sample.bytes, &self.catalogue) {
            let _ = view::report(0, &report, &[]);
            let sources = [Source { name: sample.name, report: &report }];
            let set = Set { sources: &sources, jobs: &[0], catalogue: &self.catalogue, decisions: &[] };
            let _ = table::table(&consolidate(&sources, None, &self.catalogue), set);
        }
        step + 1 < STEPS
    }

    fn read(&mut self, job: JobId, name: String, bytes: Vec<u8>) -> Reply {
        if let Some(entries) = decisions::from_bytes(&bytes) {
            return Reply::Decisions { job, entries };
        }
        match report::read(&name, &bytes, &self.catalogue) {
            Ok(mut report) => {
                decide(&mut report, &self.decisions, &self.catalogue);
                let view = view::report(job, &report, &self.decisions);
                let file = report.document.layout.is_some().then_some(bytes);
                self.reports.insert(job, Kept { name, report, file });
                Reply::Report { job, report: Box::new(view) }
            }
            Err(error) => {
                self.reports.remove(&job);
                Reply::Refused { job, message: error.to_string() }
            }
        }
    }

    fn table(&self, period: Option<&str>) -> TableView {
        self.set(|set| {
            let made = consolidate(set.sources, period.and_then(Period::parse), set.catalogue);
            table::table(&made, set)
        })
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

/// The reports on the desk.
#[derive(Clone, Copy)]
struct Set<'a> {
    sources: &'a [Source<'a>],
    /// The file of each source.
    jobs: &'a [JobId],
    catalogue: &'a Catalogue,
    decisions: &'a [Decision],
}

#[cfg(test)]
mod tests;
