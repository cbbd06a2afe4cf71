//! What is kept and sent, as the engine takes it: decisions, edits of drafts, outlines.
//!
//! The worker and the terminal both stand on this edge, so that a file of decisions means the same to both.

pub mod decisions;
pub mod edits;
pub mod outline;
