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
//! [`engine::document`] and [`engine::span`] (the model), [`engine::read`] (bytes to document), [`engine::notice`] and
//! [`engine::remark`] (what a reader noticed, as data and in words),
//! [`engine::vietnamese`] (numbers, dates, references), [`engine::outline`] (header and sections),
//! [`engine::numeral`] (a class for every numeral), [`engine::catalogue`] (the indicators as data),
//! [`engine::fact`] (figures matched to indicators), [`engine::check`] (what does not add up),
//! [`engine::decision`] and [`decisions`] (what an official decides on it, and the file of that),
//! [`engine::consolidate`] (months to table), [`engine::draft`] (table and text to the draft report),
//! [`engine::write`] (table and draft to files and clipboard);
//! then [`job`] (what crosses between page and worker), [`desk`] (the worker's side of it), [`page`] (what the page
//! decides without a browser), and the two faces: `cli`, and the crate in the folder `ui`.

pub mod decisions;
pub mod desk;
pub mod engine;
pub mod job;
pub mod lang;
pub mod page;
pub mod samples;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
