//! The readers from outside: bytes in, documents out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]
#![allow(clippy::needless_pass_by_value, reason = "expectations are written in place")]

mod damage;
mod doc;
mod docx;
mod html;
mod legacy;
mod legacy_shared;
mod lists;
mod odt;
mod pdf;
mod pdf_aligned;
mod pdf_directions;
mod pdf_file;
mod pdf_locked;
mod pdf_shared;
mod properties;
mod rtf;
mod shared;
mod sheets;
mod support;
mod traps;
