//! The indicators as data: name, system, unit, kind, cues, parts and ratios.
//!
//! The data stands in `crates/series/src/catalogue/*.toml`, one file a system; the build checks its form and turns it
//! into one JSON text, which is read here.

pub mod cue;
pub mod index;
pub mod numbers;

use std::collections::HashMap;

use serde::Deserialize;

use cue::Cue;
use index::Index;
use tonghop_model::kind::Kind;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// All that is known of indicators.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    systems: Vec<System>,
    places: HashMap<String, (usize, usize)>,
    index: Index,
}

/// A group of indicators of one information system or field of work.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// The first part of its indicators' ids.
    pub id: String,
    /// Its name in tables.
    pub name: String,
    /// Cues that all must hold for the paragraph, so that an indicator of the system can be meant; none: always.
    #[serde(default)]
    pub scope: Vec<Cue>,
    /// The indicators, in the order of tables.
    pub indicator: Vec<Indicator>,
    /// The equations between them.
    #[serde(default)]
    pub sum: Vec<Sum>,
    /// Stocks and what they grow and fall by from one month to the next.
    #[serde(default)]
    pub roll: Vec<Roll>,
    /// Pairs of indicators that count the same things in two places, so that their figures must agree.
    #[serde(default)]
    pub equal: Vec<[String; 2]>,
    /// Lists of names with a figure each, whose indicators are made of the names.
    #[serde(default)]
    pub list: Vec<List>,
}

/// A stock rolled forward: the month before, and what came and went in the month.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roll {
    /// The stock, or the cumulative figure.
    pub stock: String,
    /// What it grew by.
    pub new: String,
    /// What it fell by; none where it never falls.
    #[serde(default)]
    pub gone: Option<String>,
}

/// A list of names with a figure each: "Các đơn vị trễ hạn: Sở Y tế: 69; UBND xã Đông Hải: 1".
///
/// Who stands in it differs from month to month, so that the id of an item is the prefix and the item's own name:
/// `hotline.overdue.so_y_te`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// What stands before the name in the ids of its items.
    pub prefix: String,
    /// What stands before the name in tables.
    pub name: String,
    /// What is counted.
    pub unit: String,
    /// How months add up.
    pub kind: Kind,
    /// The ways in which it is led in: in one of them all cues must hold, `<` in the words of the lead or the head
    /// of the column, `@` in scope.
    pub lead: Vec<Vec<Cue>>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// `system.indicator[.part]`.
    pub id: String,
    /// Its name in tables.
    pub name: String,
    /// What is counted; "%" for ratios.
    pub unit: String,
    /// How months add up.
    pub kind: Kind,
    /// The ways in which it is written: in one of them all cues must hold.
    #[serde(default)]
    pub when: Vec<Vec<Cue>>,
    /// Ways that leave something out, so that a figure read by them is never certain.
    #[serde(default)]
    pub weak: Vec<Vec<Cue>>,
    /// Whether "Không có" counts as a figure of 0.
    #[serde(default)]
    pub nil: bool,
    /// Whether it is the difference of two percentages, which is counted in percentage points.
    #[serde(default)]
    pub points: bool,
    /// The parts of a ratio: it is `part` of `whole`, in percent.
    #[serde(default)]
    pub ratio: Option<Ratio>,
}

/// What a ratio is the ratio of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// The indicator that is counted in.
    pub part: String,
    /// The indicator that it is counted in relation to.
    pub whole: String,
}

/// Parts and their total.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The total.
    pub total: String,
    /// The parts.
    pub parts: Vec<String>,
    /// Whether the parts need not be complete: they must not exceed the total.
    #[serde(default)]
    pub partial: bool,
}

impl Catalogue {
    /// The catalogue that ships with the program.
    pub fn shipped() -> Self {
        // The build has checked the data, so that this only falls back to nothing if the build itself is broken;
        // a test holds it to more than nothing.
        Self::new(serde_json::from_str(DATA).unwrap_or_default())
    }

    /// A catalogue of the given systems.
    pub fn new(mut systems: Vec<System>) -> Self {
        let mut places = HashMap::new();
        for (s, system) in systems.iter().enumerate() {
            for (i, indicator) in system.indicator.iter().enumerate() {
                places.insert(indicator.id.clone(), (s, i));
            }
        }
        let index = Index::new(&mut systems);
        Self { systems, places, index }
    }

    /// The systems, in the order of tables.
    pub fn systems(&self) -> &[System] {
        &self.systems
    }

    /// The phrases of all cues.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The indicator of an id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.places.get(id).map(|&(s, i)| &self.systems[s].indicator[i])
    }

    /// The system of an id, items of lists included.
    pub fn system(&self, id: &str) -> Option<&System> {
        self.order(id).map(|(s, _)| &self.systems[s])
    }

    /// The place of an id in the order of tables: its system's, then its own; the items of a list stand with the
    /// indicator that has the list's prefix for an id, or at the end of their system.
    pub fn order(&self, id: &str) -> Option<(usize, usize)> {
        self.places.get(id).copied().or_else(|| {
            let item = |list: &List| id.strip_prefix(&list.prefix).is_some_and(|name| name.starts_with('.'));
            let (s, list) = self
                .systems
                .iter()
                .enumerate()
                .find_map(|(s, system)| system.list.iter().find(|list| item(list)).map(|list| (s, list)))?;
            Some(self.places.get(&list.prefix).copied().unwrap_or((s, self.systems[s].indicator.len())))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_data_is_whole() {
        let catalogue = Catalogue::shipped();
        assert!(!catalogue.systems().is_empty());
        for system in catalogue.systems() {
            let ids: Vec<&str> = system.indicator.iter().map(|indicator| indicator.id.as_str()).collect();
            for (index, indicator) in system.indicator.iter().enumerate() {
                assert!(indicator.id.starts_with(&format!("{}.", system.id)), "{}", indicator.id);
                assert!(!ids[..index].contains(&indicator.id.as_str()), "twice: {}", indicator.id);
                for part in indicator.ratio.iter().flat_map(|ratio| [&ratio.part, &ratio.whole]) {
                    assert!(catalogue.indicator(part).is_some(), "{}: no {part}", indicator.id);
                }
            }
            let summed = system.sum.iter().flat_map(|sum| sum.parts.iter().chain([&sum.total]));
            let rolled = system.roll.iter().flat_map(|roll| [&roll.stock, &roll.new].into_iter().chain(&roll.gone));
            for id in summed.chain(system.equal.iter().flatten()).chain(rolled) {
                assert!(catalogue.indicator(id).is_some(), "{}: no {id}", system.id);
            }
        }
    }
}
