//! Tổng Hợp turns monthly reports of a Vietnamese authority into the consolidated report of a half-year.
//!
//! # Pipeline
//! report files → one document model → numbered sections → every numeral classed → figures matched to
//! indicators → checks → months consolidated → table → draft report → clipboard, CSV, JSON.
//!
//! # Invariants
//! 1. **Nothing leaves the machine.** After the page has loaded it makes no request; the content security
//!    policy forbids it, and a test proves it with a positive control.
//! 2. **No figure without a source.** Every fact, finding and cell carries the span that it came from, or the
//!    derivation from facts that do.
//! 3. **No figure lost in silence.** Every numeral of a report has a class. What is not understood is listed as
//!    not understood; the count "found N of M" is always in sight.
//! 4. **Never a guess dressed as a fact.** Certainty is a field; a value that had to be repaired keeps what was
//!    printed beside what is proposed.
//! 5. The engine takes bytes and gives values: no clock, no I/O, no browser, no global state; same bytes, same
//!    output. It never panics on content.
//! 6. Figures are decimals with their printed precision; there is no floating point in the engine.
//! 7. Knowledge (indicators, units, agencies, interface texts) is data with tests of its form.
//! 8. Engine types are not the wire: page, worker and command line convert at the edge.
//!
//! # Reading order
//! The rooms are crates, and a crate knows only those below it. From the ground up:
//!
//! - `crates/numbers`: how figures are printed;
//! - `crates/model`: the words that every room speaks: documents and places in them, findings, periods, letters;
//! - `crates/readers`: bytes to document, one folder a format; it can be used alone;
//! - `crates/statements`: document to lines that are annotated once, `outline` (header and sections), `numeral` (a class
//!   for every numeral), `cells` (the values of tables), `statement` (figures in their context);
//! - `crates/series`: `catalogue` (the indicators as data), `fact` (figures matched to indicators), `report` (a report
//!   with all that was understood of it);
//! - `crates/figures`: `check` (what does not add up), `decision` (what an official decided on it), `consolidate` (months
//!   to `table`);
//! - `crates/drafts`: `draft` (table and text to the draft report), `write` (both to files and clipboard);
//! - `crates/job`: what crosses between page and worker, and the file of decisions; it knows nothing of the engine;
//! - `crates/edge`: what is kept and sent, as the engine takes it;
//! - `crates/worker`: the engine behind the wire, one of the two programs of the page;
//! - `crates/cli`: the same in a terminal;
//! - this crate: the page, the other program. [`page`] is what it decides without a browser, [`lang`] what it says,
//!   `view` what it draws. It knows nothing of the engine.

pub mod lang;
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod view;
