//! How figures add up over months.

/// How figures of an indicator add up over months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
