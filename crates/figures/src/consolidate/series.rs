//! Where a series of months breaks, and which words mark a corrected report; the data stands in `series.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::table::Row;
use tonghop_model::finding::{Proof, SetFinding, Severity};
use tonghop_model::name_key::key;
use tonghop_series::report::Report;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/series.json"));

static SERIES: LazyLock<Series> = LazyLock::new(|| serde_json::from_str(DATA).unwrap_or_default());

/// How many characters of a report are its head, in which it says that it replaces another.
const HEAD: usize = 1_500;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Series {
    correction: Vec<String>,
    #[serde(rename = "break")]
    breaks: Vec<Break>,
}

/// Indicators that count the same field in other classes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    before: Vec<String>,
    after: Vec<String>,
    /// The classes before, in words.
    pub old: String,
    /// The classes after.
    pub new: String,
    /// Why the two are kept apart.
    pub why: String,
}

impl Break {
    fn has(side: &[String], id: &str) -> bool {
        side.iter().any(|prefix| {
            id.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// Whether rows of one side say what those of the other are asked for.
    fn other_side(&self, id: &str, rows: &[Row]) -> bool {
        let side = |side: &[String]| {
            rows.iter().any(|row| {
                row.cells.iter().any(Option::is_some)
                    && row.indicator.as_deref().is_some_and(|id| Self::has(side, id))
            })
        };
        Self::has(&self.before, id) && side(&self.after) || Self::has(&self.after, id) && side(&self.before)
    }
}

/// The break that keeps an indicator from being continued in the rows.
pub fn broken(id: &str, rows: &[Row]) -> Option<&'static Break> {
    SERIES.breaks.iter().find(|one| one.other_side(id, rows))
}

/// Marks the rows of broken series, and names each break that the months of a table run over.
pub fn mark(rows: &mut [Row]) -> Vec<SetFinding> {
    let broken: Vec<Option<&Break>> = rows.iter().map(|row| broken(row.indicator.as_deref()?, rows)).collect();
    let mut found: Vec<&Break> = Vec::new();
    for (row, one) in rows.iter_mut().zip(broken) {
        let Some(one) = one else { continue };
        row.notes.push(format!("Các tháng ghi theo hai cách: {} và {}; không cộng với nhau.", one.old, one.new));
        if !found.iter().any(|known| known.old == one.old) {
            found.push(one);
        }
    }
    let finding = |one: &Break| SetFinding {
        code: "series_break",
        severity: Severity::Info,
        message: format!("Có tháng ghi theo {}, có tháng ghi theo {}. {}.", one.old, one.new, one.why),
        hint: None,
        places: Vec::new(),
        proof: Proof::default(),
    };
    found.into_iter().map(finding).collect()
}

/// Whether a report says in its head that it replaces or corrects another.
pub fn corrects(report: &Report) -> bool {
    let head: String = report.document.text.chars().take(HEAD).collect();
    let head = format!(" {} ", key(&head));
    SERIES.correction.iter().any(|words| head.contains(&format!(" {} ", key(words))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_series::catalogue::Catalogue;

    #[test]
    fn the_breaks_name_indicators() {
        let catalogue = Catalogue::shipped();
        let ids = || catalogue.systems().iter().flat_map(|system| &system.indicator).map(|one| one.id.as_str());
        assert!(!SERIES.breaks.is_empty() && !SERIES.correction.is_empty());
        for one in &SERIES.breaks {
            for side in [&one.before, &one.after] {
                assert!(ids().any(|id| Break::has(side, id)), "{side:?}");
            }
            assert!(!ids().any(|id| Break::has(&one.before, id) && Break::has(&one.after, id)));
        }
    }
}
