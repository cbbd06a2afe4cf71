//! Findings on a report as a whole.

use crate::table::Source;
use tonghop_model::finding::{Place, Proof, SetFinding, Severity};

/// A finding on a report as a whole.
pub fn about(
    sources: &[Source<'_>],
    report: usize,
    code: &'static str,
    severity: Severity,
    message: String,
) -> SetFinding {
    SetFinding { code, severity, message, hint: None, places: vec![whole(sources, report)], proof: Proof::default() }
}

/// The words that name a report's period, for the report as a whole.
pub fn whole(sources: &[Source<'_>], report: usize) -> Place {
    Place { report, span: sources[report].report.header.period_span.unwrap_or_default() }
}
