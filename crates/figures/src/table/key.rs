//! Which figures of several reports are of one row.

use super::row::Row;
use tonghop_model::kind::Kind;
use tonghop_model::name_key::key;
use tonghop_series::fact::Fact;

/// What makes two facts the same: the indicator, or for want of one the words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The id of the indicator.
    Indicator(String),
    /// The words, the unit and the kind of a figure that no indicator claims.
    Words {
        /// The label, folded.
        label: String,
        /// The unit, folded.
        unit: String,
        /// How months add up.
        kind: Kind,
    },
}

impl Key {
    /// The key of a fact.
    pub fn of(fact: &Fact) -> Self {
        fact.indicator.clone().map_or_else(
            || Self::Words { label: key(&fact.label), unit: key(&fact.unit), kind: fact.kind },
            Self::Indicator,
        )
    }

    /// The key of a row.
    pub fn of_row(row: &Row) -> Self {
        row.indicator.clone().map_or_else(
            || Self::Words { label: key(&row.label), unit: key(&row.unit), kind: row.kind },
            Self::Indicator,
        )
    }
}
