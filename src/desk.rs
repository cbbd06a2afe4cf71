//! The worker's desk: a request of the wire in, its reply out, with the engine between.

use crate::job::{Reply, Request};

/// Keeps the reports that were read, for as long as the worker lives.
#[derive(Debug, Default)]
pub struct Desk {}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a request; `bytes` are those of the file that it names.
    pub fn answer(&mut self, _request: Request, _bytes: Option<Vec<u8>>) -> Option<Reply> {
        None
    }
}
