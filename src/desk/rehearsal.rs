//! What the worker does while the user reaches for the files.
//!
//! A browser compiles well only what it has seen run for a while, so that the first files would be read several times
//! slower than the later ones.

use super::Desk;
use crate::job::{JobId, ReadChoice, Request, TableChoice};
use crate::samples::SAMPLES;

/// How often the samples are read; behind that a browser has compiled what is worth it.
const ROUNDS: usize = 10;

/// Takes the samples over a desk of its own, again and again, with all that is answered of files.
#[derive(Debug)]
pub struct Rehearsal {
    desk: Desk,
    done: usize,
}

impl Default for Rehearsal {
    fn default() -> Self {
        Self { desk: Desk::new(), done: 0 }
    }
}

impl Rehearsal {
    /// Reads a sample and makes the table of those read in this round; the answer is whether there is more to do.
    pub fn step(&mut self) -> bool {
        let at = self.done % SAMPLES.len();
        if at == 0 {
            self.desk.reports.clear();
        }
        let (sample, job) = (SAMPLES[at], JobId::try_from(at).unwrap_or_default());
        let read = Request::Read { job, name: sample.name.to_owned(), choice: ReadChoice::default() };
        let replies = [
            self.desk.answer(read, Some(sample.bytes.to_vec())),
            self.desk.answer(Request::Consolidate { choice: TableChoice::default() }, None),
        ];
        for reply in replies.iter().flatten() {
            // What it would be on the wire is made as well, and dropped.
            let _ = reply.to_json();
        }
        self.done += 1;
        self.done < SAMPLES.len() * ROUNDS
    }
}
