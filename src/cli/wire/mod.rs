//! What the command line prints as JSON. These types belong to it alone; the engine's are turned into them here.
//!
//! Values are decimal strings with a point; start and end count Unicode scalar values, end exclusive.

mod report;
mod table;

use serde::Serialize;

use crate::engine::fact::Kind;
use crate::engine::finding::Severity;
use crate::engine::span::Span;

pub use report::report_line;
pub use table::table_file;

/// A finding, of a report or of a set.
#[derive(Debug, Serialize)]
struct Note<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    places: Vec<Spot<'a>>,
}

/// A place in a file.
#[derive(Debug, Serialize)]
struct Spot<'a> {
    file: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Spot<'a> {
    fn new(file: &'a str, span: Span) -> Self {
        Self { file, start: span.start, end: span.end }
    }
}

/// The name of a kind of figure.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Flow => "flow",
        Kind::Stock => "stock",
        Kind::Ratio => "ratio",
        Kind::Cumulative => "cumulative",
        Kind::Change => "change",
        Kind::Target => "target",
        Kind::Count => "count",
    }
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
