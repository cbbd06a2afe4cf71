//! What `LibreOffice` makes of the Word and the Excel file: every figure read back, and the decree's layout on the page.
//!
//! `cargo test --test office -- --nocapture` prints every element of the layout as it was measured, for `docs/draft.md`.
//! `cargo xtask test` sets up `LibreOffice`, Poppler and fonts; a run by hand without them skips the tests, and says so.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used)] // A test may stop at the first thing that is not as it should be.
#![allow(clippy::print_stdout, reason = "the measured table and what was skipped are for the reader")]

mod figures;
mod layout;
mod made;
mod page;
mod passage;
mod saved;
mod tools;
