//! How figures add up over months.

use serde::Deserialize;

/// How figures of an indicator add up over months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What happened in the period: months are summed.
    Flow,
    /// What there is at the end of the period: the latest counts.
    Stock,
    /// A share in percent: computed anew from its parts, never averaged.
    Ratio,
    /// Counted since the start of the year or since a named date: the latest counts.
    Cumulative,
    /// The difference to the period before: derived anew.
    Change,
    /// What should be reached.
    Target,
    /// Any other count or rate: the latest counts and nothing is added.
    #[default]
    Count,
}

impl Kind {
    /// The stable name, in data files and in what the command line prints.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Stock => "stock",
            Self::Ratio => "ratio",
            Self::Cumulative => "cumulative",
            Self::Change => "change",
            Self::Target => "target",
            Self::Count => "count",
        }
    }
}
