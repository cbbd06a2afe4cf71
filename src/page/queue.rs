//! The files of the page, and the order in which the worker reads them.
//!
//! The worker reads one file at a time, so that the one that ends it is known; the next one may lie ready for it. Ending it, by the user or by
//! a fault, is one path: the next worker is sent again what the last one held, and the page shows no change.

use std::sync::Arc;

use tonghop_job::{JobId, ReadChoice, Remedy, ReportView};

/// A file of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The file.
    pub job: JobId,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// How far it is.
    pub state: State,
    /// What the user says of it.
    pub choice: ReadChoice,
    /// What of that the worker was told last.
    told: Option<ReadChoice>,
    /// Whether the worker that runs holds the report.
    held: bool,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// It waits for its turn.
    Waiting,
    /// The worker reads it.
    Reading,
    /// It was read.
    Done(Arc<ReportView>),
    /// It could not be read: why and what to do in one Vietnamese sentence, and what can be done on the page.
    Refused(String, Remedy),
    /// The user stopped before it was read.
    Stopped,
}

/// The files, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    entries: Vec<Entry>,
    last: JobId,
    running: Option<JobId>,
    batch: usize,
    revision: u32,
}

/// How far the files that came together are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many are settled.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

impl Queue {
    /// The files, in the order in which they came.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A file.
    pub fn entry(&self, job: JobId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.job == job)
    }

    /// What was understood of a file.
    pub fn report(&self, job: JobId) -> Option<&Arc<ReportView>> {
        match &self.entry(job)?.state {
            State::Done(report) => Some(report),
            _ => None,
        }
    }

    /// Whether a file has pages that can be painted.
    pub fn has_pages(&self, job: JobId) -> bool {
        match self.entry(job).map(|entry| &entry.state) {
            Some(State::Done(report)) => report.pages > 0,
            Some(State::Refused(_, remedy)) => matches!(remedy, Remedy::Pages { .. }),
            _ => false,
        }
    }

    /// Appends a file that waits.
    pub fn add(&mut self, name: impl Into<String>, size: u64) -> JobId {
        self.last += 1;
        self.batch += 1;
        let (job, name) = (self.last, name.into());
        let choice = ReadChoice::default();
        self.entries.push(Entry { job, name, size, state: State::Waiting, choice, told: None, held: false });
        job
    }

    /// The next file for the worker: one that waits, or one that the worker lost. `None` while it is busy.
    pub fn start_next(&mut self) -> Option<JobId> {
        if self.running.is_some() {
            return None;
        }
        let entry = self.entries.iter_mut().find(|entry| entry.is_due())?;
        if entry.state == State::Waiting {
            entry.state = State::Reading;
        }
        self.running = Some(entry.job);
        self.running
    }

    /// The file that [`start_next`](Self::start_next) will give once the one that runs is settled.
    pub fn following(&self) -> Option<JobId> {
        self.entries.iter().find(|entry| entry.is_due() && self.running != Some(entry.job)).map(|entry| entry.job)
    }

    /// Whether the worker has nothing to read and nothing to be sent.
    pub fn is_idle(&self) -> bool {
        self.running.is_none() && !self.entries.iter().any(Entry::is_due)
    }

    /// The file that the worker has.
    pub fn running(&self) -> Option<JobId> {
        self.running
    }

    /// Settles a file as read. False where it was removed meanwhile, so that the worker should forget it.
    pub fn finish(&mut self, job: JobId, report: ReportView) -> bool {
        self.settle(job, State::Done(Arc::new(report)), true)
    }

    /// Puts reports in the place of those of the same files, after a decision on them; the table is another then, even
    /// where no report is.
    pub fn replace(&mut self, reports: Vec<(JobId, ReportView)>) {
        for (job, report) in reports {
            if let Some(entry) = self.entries.iter_mut().find(|entry| entry.job == job)
                && matches!(entry.state, State::Done(_))
            {
                entry.state = State::Done(Arc::new(report));
            }
        }
        self.revision += 1;
    }

    /// Settles a file as not readable, with its sentence.
    pub fn refuse(&mut self, job: JobId, message: impl Into<String>) {
        self.refuse_but(job, message, Remedy::None);
    }

    /// Settles a file as not readable but for what can be done about it on the page.
    pub fn refuse_but(&mut self, job: JobId, message: impl Into<String>, remedy: Remedy) {
        self.settle(job, State::Refused(message.into(), remedy), matches!(remedy, Remedy::Pages { .. }));
    }

    /// What the worker is to be told of a file, which is remembered as told.
    pub fn tell(&mut self, job: JobId) -> ReadChoice {
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.job == job) else {
            return ReadChoice::default();
        };
        entry.told = Some(entry.choice.clone());
        entry.choice.clone()
    }

    /// Has a file read as the user says. What was read of it stands in sight until then.
    pub fn choose(&mut self, job: JobId, choice: ReadChoice) {
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.job == job) else { return };
        entry.choice = choice;
        entry.held = false;
        if matches!(entry.state, State::Refused(..)) {
            entry.state = State::Waiting;
            self.batch += 1;
        }
    }

    /// Marks what is not done as stopped; the worker is gone.
    pub fn stop(&mut self) {
        for entry in &mut self.entries {
            if matches!(entry.state, State::Waiting | State::Reading) {
                entry.state = State::Stopped;
            }
        }
        self.lose_worker();
    }

    /// Refuses the file that the worker had when it died; the worker is gone. Returns that file.
    pub fn worker_died(&mut self, message: &str) -> Option<JobId> {
        let culprit = self.running;
        if let Some(job) = culprit {
            self.refuse(job, message);
        }
        self.lose_worker();
        culprit
    }

    /// Lets a file that was stopped or refused wait again.
    pub fn retry(&mut self, job: JobId) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.job == job)
            && matches!(entry.state, State::Stopped | State::Refused(..))
        {
            entry.state = State::Waiting;
            self.batch += 1;
        }
    }

    /// Takes a file off the list. True where the worker holds its report and should forget it.
    pub fn remove(&mut self, job: JobId) -> bool {
        let Some(index) = self.entries.iter().position(|entry| entry.job == job) else { return false };
        let entry = self.entries.remove(index);
        self.revision += 1;
        self.rest();
        entry.held
    }

    /// Takes every file off the list; the worker is gone. The names of files are not used again.
    pub fn clear(&mut self) {
        *self = Self { last: self.last, revision: self.revision + 1, ..Self::default() };
    }

    /// How far the files that came together are; `None` while nothing is to be read for the first time.
    pub fn progress(&self) -> Option<Progress> {
        let open = self.entries.iter().filter(|entry| entry.is_open()).count();
        (open > 0).then(|| Progress { done: self.batch.saturating_sub(open), total: self.batch.max(open) })
    }

    /// A number that differs whenever the reports that the worker holds differ.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    fn settle(&mut self, job: JobId, state: State, held: bool) -> bool {
        if self.running == Some(job) {
            self.running = None;
        }
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.job == job) else { return false };
        // A report that is read again after its worker was lost is the same report: nothing changes in sight.
        let again = entry.state == state;
        // What the user has said meanwhile is still to be done.
        entry.held = held && entry.told.as_ref().is_none_or(|told| *told == entry.choice);
        if !again {
            entry.state = state;
            self.revision += 1;
        }
        self.rest();
        true
    }

    fn lose_worker(&mut self) {
        self.running = None;
        self.entries.iter_mut().for_each(|entry| entry.held = false);
        self.rest();
    }

    /// The next files to come are a batch of their own.
    fn rest(&mut self) {
        if !self.entries.iter().any(Entry::is_open) {
            self.batch = 0;
        }
    }
}

impl Entry {
    fn is_open(&self) -> bool {
        matches!(self.state, State::Waiting | State::Reading)
    }

    fn is_due(&self) -> bool {
        match self.state {
            State::Waiting => true,
            // The worker paints the pages of scans too.
            State::Done(_) | State::Refused(_, Remedy::Pages { .. }) => !self.held,
            State::Reading | State::Refused(..) | State::Stopped => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One word a file: its name and how far it is, `!` where the worker has it.
    fn check(queue: &Queue, expected: &str) {
        let shown: Vec<String> = queue
            .entries()
            .iter()
            .map(|entry| {
                let state = match &entry.state {
                    State::Waiting => "waiting",
                    State::Reading => "reading",
                    State::Done(_) => "done",
                    State::Refused(..) => "refused",
                    State::Stopped => "stopped",
                };
                format!("{}:{state}{}", entry.name, if queue.running() == Some(entry.job) { "!" } else { "" })
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    fn three() -> Queue {
        let mut queue = Queue::default();
        for name in ["a", "b", "c"] {
            queue.add(name, 1);
        }
        queue
    }

    fn report(period: &str) -> ReportView {
        ReportView { period: period.into(), ..ReportView::default() }
    }

    #[test]
    fn one_file_at_a_time() {
        let mut queue = three();
        assert_eq!(queue.start_next(), Some(1));
        assert_eq!(queue.start_next(), None);
        assert_eq!(queue.following(), Some(2));
        check(&queue, "a:reading! b:waiting c:waiting");
        assert!(queue.finish(1, report("2022-01")));
        assert_eq!(queue.progress(), Some(Progress { done: 1, total: 3 }));
        assert_eq!(queue.start_next(), Some(2));
        queue.refuse(2, "hỏng");
        assert_eq!(queue.start_next(), Some(3));
        queue.finish(3, report("2022-03"));
        check(&queue, "a:done b:refused c:done");
        assert!(queue.is_idle());
        assert_eq!(queue.progress(), None);
    }

    #[test]
    fn stopping_keeps_what_was_read_and_sends_it_again_in_silence() {
        let mut queue = three();
        queue.start_next();
        queue.finish(1, report("2022-01"));
        queue.start_next();
        queue.stop();
        check(&queue, "a:done b:stopped c:stopped");
        let revision = queue.revision();
        assert_eq!(queue.start_next(), Some(1));
        assert_eq!(queue.following(), None);
        check(&queue, "a:done! b:stopped c:stopped");
        assert_eq!(queue.progress(), None);
        queue.finish(1, report("2022-01"));
        assert!(queue.is_idle());
        assert_eq!(queue.revision(), revision);
        queue.retry(2);
        assert_eq!(queue.start_next(), Some(2));
        assert_eq!(queue.progress(), Some(Progress { done: 0, total: 1 }));
    }

    #[test]
    fn a_worker_that_dies_names_its_file_and_the_others_go_on() {
        let mut queue = three();
        queue.start_next();
        queue.finish(1, report("2022-01"));
        queue.start_next();
        assert_eq!(queue.worker_died("hỏng"), Some(2));
        check(&queue, "a:done b:refused c:waiting");
        assert_eq!(queue.start_next(), Some(1));
        queue.finish(1, report("2022-01"));
        assert_eq!(queue.start_next(), Some(3));
        queue.finish(3, report("2022-03"));
        assert_eq!(queue.worker_died("hỏng"), None);
        check(&queue, "a:done b:refused c:done");
    }

    #[test]
    fn a_file_removed_while_it_is_read_is_forgotten_when_it_comes() {
        let mut queue = three();
        queue.start_next();
        assert!(!queue.remove(1));
        assert_eq!(queue.start_next(), None);
        assert!(!queue.finish(1, report("2022-01")));
        assert_eq!(queue.start_next(), Some(2));
        queue.finish(2, report("2022-02"));
        assert!(queue.remove(2));
        check(&queue, "c:waiting");
    }

    #[test]
    fn a_cleared_list_names_its_next_file_anew() {
        let mut queue = three();
        queue.start_next();
        queue.clear();
        check(&queue, "");
        assert!(queue.is_idle());
        assert!(!queue.finish(1, report("2022-01")));
        assert_eq!(queue.add("d", 1), 4);
    }
}
