//! What the official should know about a report: a code, how serious it is, where it stands, one sentence; and where
//! figures are held against each other, the calculation and the values that would mend it.

use rust_decimal::Decimal;

use crate::span::Span;

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
    /// The calculations that show it, and the values that would mend it.
    pub proof: Proof,
}

/// What shows that a finding is right, and what would mend it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// The calculations that do not hold; none for findings on words and dates.
    pub calculations: Vec<Calculation>,
    /// The values that would mend all of them, the likeliest first; none where nothing speaks for any.
    pub proposals: Vec<Proposal>,
}

/// Figures that are calculated with, and the figure that the report states in place of what they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calculation {
    /// The figures, in order.
    pub operands: Vec<Operand>,
    /// What they make, as it is written: "2.386", "37,13%".
    pub result: String,
    /// The figure that should be what they make; its sign says how it should stand to it, `=` or `≥`.
    pub stated: Operand,
    /// By how much it is off, as it is written; empty where that says nothing.
    pub off: String,
}

/// A figure of a calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// What is done with it: `+`, `−`, `/`; empty for the first.
    pub sign: &'static str,
    /// What it counts.
    pub name: String,
    /// As it is written.
    pub figure: String,
    /// Its place among those of the finding.
    pub place: usize,
}

/// A value that a figure could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The figure, by its place among those of the finding.
    pub place: usize,
    /// The value.
    pub value: Decimal,
    /// What speaks for it, in Vietnamese, without a full stop.
    pub why: String,
    /// Another figure, by its place, and its value, where only both together mend the calculations.
    pub with: Option<(usize, Decimal)>,
}

impl Finding {
    /// A finding without a hint.
    pub fn new(code: &'static str, severity: Severity, message: impl Into<String>, places: Vec<Span>) -> Self {
        Self { code, severity, message: message.into(), hint: None, places, proof: Proof::default() }
    }

    /// The same finding with a hint.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same finding with the calculation that shows it.
    pub fn with_calculation(mut self, calculation: Calculation) -> Self {
        self.proof.calculations.push(calculation);
        self
    }

    /// The same finding with a value that would mend it.
    pub fn with_proposal(mut self, place: usize, value: Decimal, why: impl Into<String>) -> Self {
        self.proof.proposals.push(Proposal { place, value, why: why.into(), with: None });
        self
    }
}

/// Something that concerns the set of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFinding {
    /// A short stable name, such as `missing_months`.
    pub code: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// One Vietnamese sentence.
    pub message: String,
    /// What to do, where there is something; in Vietnamese.
    pub hint: Option<String>,
    /// The figures or heads that it is about.
    pub places: Vec<Place>,
    /// The calculations that show it, and the values that would mend it.
    pub proof: Proof,
}

/// A place in one of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The report, by its index among the sources.
    pub report: usize,
    /// Where it stands in the report's text; empty at 0 for the report as a whole.
    pub span: Span,
}

impl SetFinding {
    /// The finding with what to do.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
