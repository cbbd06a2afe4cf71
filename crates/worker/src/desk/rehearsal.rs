//! What the worker does while the user reaches for the files.
//!
//! A browser compiles well only what it has seen run for a while, so that the first files would be read several times
//! slower than the later ones.

use super::Desk;
use tonghop_job::{JobId, ReadChoice, Request, TableChoice};
use tonghop_model::vietnamese::fold::bare_char;
use tonghop_samples::SAMPLES;

/// How often the samples are read; behind that a browser has compiled what is worth it.
const ROUNDS: usize = 20;

/// Takes the samples over a desk of its own, again and again, with all that is answered of files.
#[derive(Debug)]
pub struct Rehearsal {
    desk: Desk,
    files: Vec<(&'static str, Vec<u8>)>,
    done: usize,
}

impl Default for Rehearsal {
    fn default() -> Self {
        let samples = SAMPLES.iter().map(|sample| (sample.name, sample.bytes.to_vec()));
        // Text that was recognised badly goes ways of its own.
        let poor = SAMPLES.iter().find_map(|sample| Some((sample.name, badly_recognised(sample.bytes)?)));
        Self { desk: Desk::new(), files: samples.chain(poor).collect(), done: 0 }
    }
}

impl Rehearsal {
    /// Reads a sample and makes the table of those read in this round; the answer is whether there is more to do.
    pub fn step(&mut self) -> bool {
        let at = self.done % self.files.len();
        if at == 0 {
            self.desk.reports.clear();
        }
        let ((name, bytes), job) = (&self.files[at], JobId::try_from(at).unwrap_or_default());
        let read = Request::Read { job, name: (*name).to_owned(), choice: ReadChoice::default() };
        let replies = [
            self.desk.answer(read, Some(bytes.clone())),
            self.desk.answer(Request::Consolidate { choice: TableChoice::default() }, None),
        ];
        for reply in replies.iter().flatten() {
            // What it would be on the wire is made as well, and dropped.
            let _ = reply.to_json();
        }
        self.done += 1;
        self.done < self.files.len() * ROUNDS
    }
}

/// A text as recognition leaves it that does not know Vietnamese: only marks of Latin-1 are left. `None` for bytes that
/// are no text.
fn badly_recognised(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let left = |c| if c > 'ÿ' { bare_char(c) } else { c };
    Some(text.chars().map(left).collect::<String>().into_bytes())
}
