//! The page's hand on the worker: one file at a time, and another worker where one was lost.

use std::collections::HashMap;
use std::sync::Arc;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

use super::clock;
use super::dom;
use super::save;
use super::shell;
use super::state::App;
use crate::lang::vi;
use crate::page::queue::Queue;
use crate::page::words;
use tonghop_job::{JobId, Remedy, Reply, Request, TableChoice, VERSION};

/// The worker that runs, and what it was asked for.
#[derive(Default)]
pub struct Handle {
    worker: Option<Running>,
    /// Grows with every worker, so that what was begun for an earlier one is told from the rest.
    generation: u32,
    /// Whether the worker has said that it runs.
    ready: bool,
    /// The reports and the decisions that the table was asked for last.
    asked: Option<(u32, TableChoice)>,
    /// How many tables were asked for and have not come.
    pending: u32,
    /// The file that lies ready for the worker behind the one that it reads.
    ahead: Option<JobId>,
    /// Whether files came since the page said how many were read.
    news: bool,
    /// What is said along with how many were read, as it came with them.
    aside: Option<String>,
}

/// A worker with its ears; dropping it ends it.
struct Running {
    worker: Worker,
    _ears: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl App {
    /// Starts a worker in the place of the one before.
    pub fn start_worker(self) {
        let started = run(self);
        self.handle.update_value(|handle| {
            handle.generation += 1;
            handle.ready = false;
            handle.pending = 0;
            handle.ahead = None;
            handle.worker = started.ok();
        });
        if self.handle.with_value(|handle| handle.worker.is_none()) {
            self.say(vi::PROGRESS_WORKER);
        }
        self.tell_decisions();
    }

    /// Gives the worker what it should do next, where it is free.
    pub fn pump(self) {
        let next = self.queue.try_update(Queue::start_next).flatten();
        if let Some(job) = next {
            let lies_ready =
                self.handle.try_update_value(|handle| handle.ahead.take() == Some(job)).unwrap_or_default();
            if lies_ready {
                self.send_ahead();
            } else {
                spawn_local(self.send(job));
            }
        } else if self.queue.with_untracked(Queue::is_idle) {
            self.consolidate();
        }
    }

    /// Ends the worker; what it had not read is marked as stopped.
    pub fn stop(self) {
        self.queue.update(Queue::stop);
        self.start_worker();
        self.say(vi::PROGRESS_STOPPED);
        self.pump();
        dom::catch_focus();
    }

    /// Takes a file off the list.
    pub fn remove(self, job: JobId) {
        let name = self.queue.with_untracked(|queue| queue.entry(job).map(|entry| entry.name.clone()));
        if self.queue.try_update(|queue| queue.remove(job)).unwrap_or_default() {
            self.ask(&Request::Forget { job });
        }
        self.files.update_value(|files| {
            files.remove(&job);
        });
        self.say(words::fill(vi::REPORTS_REMOVED, &[("name", &name.unwrap_or_default())]));
        self.drop_lost();
        self.pump();
        dom::catch_focus();
    }

    /// Takes all files off the list; what the worker holds goes with it.
    pub fn clear(self) {
        self.queue.update(Queue::clear);
        self.files.update_value(HashMap::clear);
        self.choice.set(TableChoice::default());
        self.edits.set(Vec::new());
        self.start_worker();
        self.drop_lost();
        self.consolidate();
        self.say(vi::REPORTS_CLEARED);
        dom::catch_focus();
    }

    /// Lets a file that was stopped or refused be read again.
    pub fn retry(self, job: JobId) {
        if self.handle.with_value(|handle| handle.worker.is_none()) {
            self.start_worker();
        }
        self.queue.update(|queue| queue.retry(job));
        self.files_wait();
    }

    /// Makes the table of another period.
    pub fn choose_period(self, period: String) {
        self.decide(|choice| choice.period = Some(period));
    }

    /// Makes the table anew with what the user decided.
    pub fn decide(self, how: impl FnOnce(&mut TableChoice)) {
        self.choice.update(how);
        self.pump();
    }

    /// Files were added that wait: the worker is put to work.
    pub(super) fn files_wait(self) {
        self.handle.update_value(|handle| handle.news = true);
        self.pump();
    }

    /// Sends a file's bytes; where they cannot be had, the file is refused with a sentence.
    async fn send(self, job: JobId) {
        let generation = self.generation();
        let sent = self.send_bytes(job).await;
        if generation != self.generation() || self.queue.with_untracked(|queue| queue.running() != Some(job)) {
            return;
        }
        if sent {
            self.send_ahead();
        } else {
            self.refuse(job, vi::DROP_UNREADABLE);
        }
    }

    /// Lays the next file ready for the worker, so that it does not wait for the page between two files.
    fn send_ahead(self) {
        let Some(job) = self.queue.with_untracked(Queue::following) else { return };
        self.handle.update_value(|handle| handle.ahead = Some(job));
        spawn_local(async move {
            let generation = self.generation();
            if self.send_bytes(job).await || generation != self.generation() {
                return;
            }
            // Its turn may have come meanwhile; else it is sent, and refused, in its turn.
            if self.queue.with_untracked(|queue| queue.running() == Some(job)) {
                self.refuse(job, vi::DROP_UNREADABLE);
            } else {
                self.handle.update_value(|handle| handle.ahead = None);
            }
        });
    }

    /// Whether a file's bytes went to the worker that runs.
    async fn send_bytes(self, job: JobId) -> bool {
        let generation = self.generation();
        let Some(file) = self.files.with_value(|files| files.get(&job).cloned()) else { return false };
        let bytes = JsFuture::from(file.array_buffer()).await;
        let choice = self.queue.try_update_untracked(|queue| queue.tell(job)).unwrap_or_default();
        let request = Request::Read { job, name: file.name(), choice };
        generation == self.generation()
            && bytes.is_ok_and(|bytes| self.ask_with(&request, Some(bytes.unchecked_ref())))
    }

    /// Asks for the table where the reports or the period changed since it was asked for.
    fn consolidate(self) {
        let (revision, any) = self.queue.with_untracked(|queue| {
            (queue.revision(), queue.entries().iter().any(|entry| queue.report(entry.job).is_some()))
        });
        if !any {
            self.handle.update_value(|handle| handle.asked = None);
            if self.table.with_untracked(Option::is_some) {
                self.set_table(None);
            }
            return;
        }
        let wanted = Some((revision, self.choice.get_untracked()));
        if self.handle.with_value(|handle| handle.asked == wanted) {
            return;
        }
        if self.ask(&Request::Consolidate { choice: self.choice.get_untracked() }) {
            self.handle.update_value(|handle| {
                handle.asked = wanted;
                handle.pending += 1;
            });
        }
    }

    /// Asks for the draft of the table that is shown.
    pub fn ask_draft(self) {
        self.ask(&Request::Draft { draft: self.draft_choice() });
    }

    /// Asks for a file to save, by its [format](Request::Save).
    pub fn ask_file(self, format: &str) {
        self.say(vi::SAVE_WRITING);
        self.ask(&Request::Save { format: format.to_owned(), draft: self.draft_choice() });
    }

    fn refuse(self, job: JobId, message: &str) {
        self.queue.update(|queue| queue.refuse(job, message));
        self.pump();
    }

    pub(super) fn ask(self, request: &Request) -> bool {
        self.ask_with(request, None)
    }

    fn ask_with(self, request: &Request, bytes: Option<&js_sys::ArrayBuffer>) -> bool {
        self.handle.with_value(|handle| {
            handle.worker.as_ref().is_some_and(|running| shell::ask(&running.worker, request, bytes).is_ok())
        })
    }

    fn generation(self) -> u32 {
        self.handle.with_value(|handle| handle.generation)
    }

    fn hear(self, reply: Reply) {
        match reply {
            Reply::Ready { version: VERSION } => self.worker_runs(),
            Reply::Ready { .. } => self.say(vi::PROGRESS_WORKER),
            Reply::Warm => clock::worker_warm(),
            Reply::Report { job, report } => {
                let known = self.queue.try_update(|queue| queue.finish(job, *report)).unwrap_or_default();
                if !known {
                    self.ask(&Request::Forget { job });
                }
                self.reopened(job);
                self.pump();
            }
            Reply::Refused { job, message, remedy } => {
                if let Remedy::Password { .. } = remedy {
                    self.say(message.clone());
                }
                self.queue.update(|queue| queue.refuse_but(job, message, remedy));
                self.reopened(job);
                self.pump();
            }
            Reply::Decisions { job, entries, drafts } => self.take_decisions(job, entries, drafts),
            Reply::Decided { reports } => {
                self.queue.update(|queue| queue.replace(reports));
                self.target.notify();
                self.pump();
            }
            Reply::Draft(draft) => self.set_draft(*draft),
            Reply::Outline { outline: Some(outline), .. } => super::draft_outline::take(self, *outline),
            Reply::Outline { message, .. } => self.say(message),
            Reply::Samples { names, files } => self.take_samples(&names, &files),
            Reply::File { name, kind, bytes } => save::save(self, &name, &kind, &bytes),
            Reply::Picture(picture) => self.picture.set(Some(Arc::new(*picture))),
            Reply::Table(table) => {
                // Only the table that was asked for last is of what the page shows.
                let last = self.handle.try_update_value(|handle| {
                    handle.pending = handle.pending.saturating_sub(1);
                    handle.pending == 0
                });
                if last == Some(true) {
                    self.tell_done();
                    self.set_table(Some(*table));
                }
            }
        }
    }

    fn worker_runs(self) {
        self.handle.update_value(|handle| handle.ready = true);
        if self.notice.with_untracked(|notice| notice == vi::STATE_STARTING) {
            self.say(vi::STATE_READY);
        }
    }

    /// The worker died: the file it had is named, the others go on with another worker.
    fn worker_died(self) {
        let (ready, tabling) = self.handle.with_value(|handle| (handle.ready, handle.pending > 0));
        if !ready {
            // A worker that never ran is nobody's fault, and the next one would not run either.
            self.queue.update(Queue::stop);
            self.handle.update_value(|handle| handle.worker = None);
            return self.say(vi::PROGRESS_WORKER);
        }
        let culprit = self.queue.try_update(|queue| queue.worker_died(vi::REPORTS_FAILED)).flatten();
        if culprit.is_none() && tabling {
            self.say(vi::TABLE_FAILED);
        }
        self.start_worker();
        self.pump();
    }

    fn tell_done(self) {
        if !self.handle.try_update_value(|handle| std::mem::take(&mut handle.news)).unwrap_or_default() {
            return;
        }
        let read = self
            .queue
            .with_untracked(|queue| queue.entries().iter().filter(|entry| queue.report(entry.job).is_some()).count());
        let aside = self.handle.try_update_value(|handle| handle.aside.take()).flatten();
        let said: Vec<String> = aside.into_iter().chain([words::with_count(vi::PROGRESS_DONE, read)]).collect();
        self.say(said.join(" "));
    }

    /// Says what came among files: at once, and again where how many were read would take its place.
    pub(super) fn say_with_done(self, said: String) {
        self.handle.update_value(|handle| handle.aside = handle.news.then(|| said.clone()));
        self.say(said);
    }
}

/// A worker whose replies and whose death the page hears.
fn run(app: App) -> Result<Running, JsValue> {
    let worker = shell::new_worker()?;
    let replies = EventListener::new(&worker, "message", move |event| {
        if let Some(reply) = event.dyn_ref().and_then(shell::reply) {
            app.hear(reply);
        }
    });
    // The death is a state of the page, not an error that nobody handles.
    let kept_quiet = EventListenerOptions::enable_prevent_default();
    let death = EventListener::new_with_options(&worker, "error", kept_quiet, move |event| {
        event.prevent_default();
        // The ears must not be dropped while they are heard, and starting another worker drops them.
        spawn_local(async move { app.worker_died() });
    });
    Ok(Running { worker, _ears: [replies, death] })
}
