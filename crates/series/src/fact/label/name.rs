//! What a figure is called, and how long that may be.

use super::words;
use tonghop_model::kind::Kind;

/// The longest name, in characters.
pub(super) const LONGEST: usize = 80;

/// What a figure is called by its context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// What it counts; empty where the context says nothing.
    pub label: String,
    /// What the paragraph is about, which tells figures of one label apart; empty where nothing says it.
    pub topic: String,
    /// What is counted ("hồ sơ", "%"); empty where nothing says it.
    pub unit: String,
    /// How figures of the kind add up.
    pub kind: Kind,
}

impl Name {
    /// Cuts a name that is too long at the end of a word.
    pub(super) fn within_bounds(mut self) -> Self {
        self.label = words::cut(&self.label, LONGEST);
        self
    }
}
