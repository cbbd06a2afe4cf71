//! What the data says of a system: its indicators, their equations and its lists.

use serde::Deserialize;

use super::cue::Cue;
use tonghop_model::kind::Kind;

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
