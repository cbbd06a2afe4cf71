//! How figures are printed in Vietnamese: read and written.
//!
//! The engine reads reports by it, and the page takes what an official types and shows what they decided: one grammar
//! for both, without the rest of the engine.

pub mod format;
pub mod number;
