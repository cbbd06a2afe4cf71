//! The indicators as data: name, system, unit, kind, cues, parts and ratios.
//!
//! The data stands in `crates/series/src/catalogue/*.toml`, one file a system; the build checks its form and turns it
//! into one JSON text, which is read here.

pub mod cue;
pub mod id;
pub mod index;
pub mod numbers;
mod system;

use std::collections::HashMap;

use index::Index;
pub use system::{Indicator, List, Ratio, Roll, Sum, System};

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// All that is known of indicators.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    systems: Vec<System>,
    places: HashMap<String, (usize, usize)>,
    index: Index,
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
