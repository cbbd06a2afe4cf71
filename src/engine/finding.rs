//! What the official should know about a report: a code, how serious it is, where it stands, one sentence.

use super::span::Span;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something to know; nothing has to be done.
    Info,
    /// Something that is probably wrong or could not be told.
    Warning,
    /// Something that is wrong.
    Error,
}

/// Something that does not fit, or that the official should know, with the places it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A short stable name of the rule, such as `sum` or `ratio`.
    pub code: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// One Vietnamese sentence: what does not fit, and by how much.
    pub message: String,
    /// What to do, or the value that would mend it, where there is one; in Vietnamese.
    pub hint: Option<String>,
    /// The figures and words that it is about, the most important one first.
    pub places: Vec<Span>,
}

impl Finding {
    /// A finding without a hint.
    pub fn new(code: &'static str, severity: Severity, message: impl Into<String>, places: Vec<Span>) -> Self {
        Self { code, severity, message: message.into(), hint: None, places }
    }

    /// The same finding with a hint.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
