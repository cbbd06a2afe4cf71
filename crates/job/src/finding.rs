//! Findings on the wire.

use serde::{Deserialize, Serialize};

use super::JobId;

/// A finding with its places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// The rule.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// What to do, or the value that would mend it; empty where there is none.
    pub hint: String,
    /// The places: the file, start and end.
    pub places: Vec<(JobId, usize, usize)>,
    /// The calculations that show it.
    pub calculations: Vec<CalculationView>,
    /// The values that would mend it, the likeliest first.
    pub proposals: Vec<ProposalView>,
    /// Whether the user decided to leave what it is about as it is.
    pub kept: bool,
    /// The reason of that decision.
    pub reason: String,
}

/// Figures that are calculated with, and the figure that is stated in place of what they make.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CalculationView {
    /// The figures, in order.
    pub operands: Vec<OperandView>,
    /// What they make.
    pub result: String,
    /// The figure that should be what they make; its sign is `=` or `≥`.
    pub stated: OperandView,
    /// By how much it is off; may be empty.
    pub off: String,
}

/// A figure of a calculation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OperandView {
    /// What is done with it; empty for the first.
    pub sign: String,
    /// What it counts.
    pub name: String,
    /// As it is written.
    pub figure: String,
    /// The index of its place among [`FindingView::places`].
    pub place: usize,
}

/// A value that a figure could have.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposalView {
    /// The index of the figure's place among [`FindingView::places`].
    pub place: usize,
    /// The value, with a point before decimals.
    pub value: String,
    /// The value in vi-VN format.
    pub shown: String,
    /// What speaks for it.
    pub why: String,
    /// What another figure has to have at the same time, where only both together mend the calculations.
    pub with: Option<ChangeView>,
}

/// Another value for a figure of a finding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChangeView {
    /// The index of the figure's place among [`FindingView::places`].
    pub place: usize,
    /// The value, with a point before decimals.
    pub value: String,
    /// The value in vi-VN format.
    pub shown: String,
}
