//! The words of `words.toml`, ready to be looked for among the tokens of a line.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};
use serde::Deserialize;

use super::alike::{Initials, Letters, Tolerance};
use super::fold;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/words.json"));

/// The word lists; they are constant data, read once.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The build has checked the data; a test holds the lists to be filled.
    serde_json::from_str(DATA).unwrap_or_default()
});

/// A phrase as its folded words.
pub type Phrase = Vec<String>;

/// The word lists of `words.toml`, where each is described.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // The data file describes each list.
pub struct Lexicon {
    pub name_before: Phrases,
    pub rank_before: Phrases,
    pub level_before: Phrases,
    pub identifier_before: Phrases,
    pub version_before: Phrases,
    pub age_before: Phrases,
    pub name_after: Phrases,
    pub name_after_one: Phrases,
    pub document: Phrases,
    pub document_bare: Phrases,
    pub document_part: Phrases,
    pub document_part_not: Phrases,
    pub document_after: Phrases,
    pub year_before: Phrases,
    pub date_before: Phrases,
    pub day_before: Phrases,
    pub date_after: Phrases,
    pub approximate: Vec<String>,
    pub at_least: Vec<String>,
    pub at_most: Vec<String>,
    pub nothing: Phrases,
    pub coordinate: Phrases,
    pub list_lead: Phrases,
    pub row_number: Phrases,
    pub row_total: Phrases,
    pub unit_of_table: Phrases,
    pub column_result: Phrases,
    pub column_plan: Phrases,
    pub column_cumulative: Phrases,
    pub column_comparison: Phrases,
    pub dependent: Phrases,
    pub issue: Phrases,
    pub duration: Phrases,
    pub anniversary_before: Phrases,
    pub anniversary_after: Phrases,
    pub multiplier: BTreeMap<String, u32>,
    pub glued_unit: Vec<String>,
    pub not_counted: Vec<String>,
    pub number_before: Phrases,
    pub unit: Phrases,
    pub measure: Vec<String>,
    pub measure_sign: Vec<String>,
    pub growth: Phrases,
    pub stock_opening: Phrases,
    pub stock_came: Phrases,
    pub stock_went: Phrases,
    pub stock_closing: Phrases,
    pub moved: Phrases,
    pub rise: Phrases,
    pub fall: Phrases,
    pub moved_by: Phrases,
    pub month_before: Phrases,
    pub quarter_before: Phrases,
    pub period_before: Phrases,
    pub year_ago: Phrases,
    pub told_as: Phrases,
    pub told_not: Phrases,
    pub told_against: Phrases,
    pub all_parts: Phrases,
    pub some_parts: Phrases,
    pub more_parts: Phrases,
    pub general_unit: Vec<String>,
    pub division: Vec<Phrases>,
    pub share: Phrases,
    pub no_share: Phrases,
    pub signer_title: Phrases,
    pub verb: Phrases,
    pub light_verb: Phrases,
    pub copula: Phrases,
    pub name_edge: Phrases,
    pub name_tail: Phrases,
    pub name_guard: Phrases,
    pub name_joint: Phrases,
    pub name_stop: Phrases,
    pub time: Phrases,
    pub time_edge: Phrases,
    pub everywhere: Phrases,
    pub measure_noun: Phrases,
    pub thin: Phrases,
    pub thing: Phrases,
    pub counter: Phrases,
    pub event: Phrases,
    pub compared: Phrases,
    pub kind_flow: Phrases,
    pub kind_stock: Phrases,
    pub kind_total: Phrases,
    pub kind_until: Phrases,
    pub kind_target: Phrases,
    pub column_number: Phrases,
    pub column_unit: Phrases,
    pub column_plain: Phrases,
    pub topic_lead: Phrases,
    pub narrative: Phrases,
    pub receivers: Phrases,
}

impl Lexicon {
    /// The power of ten of a folded word that multiplies the number before it; in `poor` text the word may have lost
    /// its marks ("20 trieu dong"), unless the word without its marks also begins a unit: "van" is hardly ever "vạn".
    pub fn multiplier(&self, word: &str, poor: bool) -> Option<u32> {
        let counted =
            || self.unit.beginning(word, Sign::of(word)).any(|unit| !self.multiplier.contains_key(&unit[0]));
        let bare = || {
            let known = self.multiplier.iter().find(|(known, _)| fold::is_bare(word, known));
            known.map(|(_, power)| *power).filter(|_| !counted())
        };
        self.multiplier.get(word).copied().or_else(|| if poor { bare() } else { None })
    }
}

/// A list of phrases, with the way to those that begin or end with a word.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Phrases(pub Vec<Phrase>, Ways);

/// The ways to the phrases of a list.
#[derive(Clone, Debug, Default)]
struct Ways {
    begins: Index,
    ends: Index,
    /// The letters of each phrase's words without marks.
    bare: Vec<Vec<Letters>>,
    /// What the first words of the phrases may begin with in poor text, and what the last.
    initials: (Initials, Initials),
}

/// The phrases of a list by one of their words, without marks; in the order of the list.
#[derive(Clone, Debug, Default)]
struct Index {
    places: FxHashMap<String, Vec<usize>>,
    signs: [u64; Sign::COUNT / 64],
}

/// A number that equal words share and most others do not: nearly every word of a text begins none of a list's
/// phrases, which is told by it at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign(u16);

impl Sign {
    const COUNT: usize = 1024;

    /// The sign of a word.
    pub fn of(word: &str) -> Self {
        let mut hasher = FxHasher::default();
        word.hash(&mut hasher);
        // The remainder is smaller than the count of signs.
        Self(u16::try_from(hasher.finish() % Self::COUNT as u64).unwrap_or_default())
    }
}

impl Index {
    fn new(phrases: &[Phrase], word: fn(&Phrase) -> Option<&String>) -> Self {
        let mut index = Self::default();
        for (at, phrase) in phrases.iter().enumerate() {
            let bare = word(phrase).map(|word| fold::bare(word)).unwrap_or_default();
            let sign = usize::from(Sign::of(&bare).0);
            index.signs[sign / 64] |= 1 << (sign % 64);
            index.places.entry(bare).or_default().push(at);
        }
        index
    }

    fn get(&self, bare: &str, sign: Sign) -> &[usize] {
        let sign = usize::from(sign.0);
        if self.signs[sign / 64] >> (sign % 64) & 1 == 0 {
            return &[];
        }
        self.places.get(bare).map_or(&[], Vec::as_slice)
    }
}

impl Phrases {
    /// All phrases, each with the letters of its words without marks.
    pub fn bare(&self) -> impl Iterator<Item = (&Phrase, &Vec<Letters>)> {
        self.0.iter().zip(&self.1.bare)
    }

    /// Whether one of the phrases may begin with a mended word of poor text, as far as its first letter tells.
    pub fn may_begin(&self, noisy: &Letters, tolerance: Tolerance) -> bool {
        self.1.initials.0.allow(noisy, tolerance)
    }

    /// Whether one of the phrases may end with a mended word of poor text, as far as its first letter tells.
    pub fn may_end(&self, noisy: &Letters, tolerance: Tolerance) -> bool {
        self.1.initials.1.allow(noisy, tolerance)
    }

    /// The phrases whose first word is this one, of this sign, when both have lost their marks.
    pub fn beginning(&self, bare: &str, sign: Sign) -> impl Iterator<Item = &Phrase> {
        self.1.begins.get(bare, sign).iter().map(|&at| &self.0[at])
    }

    /// The phrases whose last word is this one, of this sign, when both have lost their marks.
    pub fn ending(&self, bare: &str, sign: Sign) -> impl Iterator<Item = &Phrase> {
        self.1.ends.get(bare, sign).iter().map(|&at| &self.0[at])
    }
}

impl From<Vec<String>> for Phrases {
    fn from(list: Vec<String>) -> Self {
        let list: Vec<Phrase> = list.iter().map(|phrase| phrase.split(' ').map(str::to_owned).collect()).collect();
        let letters = |phrase: &Phrase| phrase.iter().map(|word| Letters::of(word)).collect();
        let bare = list.iter().map(letters).collect();
        let (begins, ends) = (Index::new(&list, |phrase| phrase.first()), Index::new(&list, |phrase| phrase.last()));
        let initials = |index: &Index| Initials::of(index.places.keys().map(String::as_str));
        let initials = (initials(&begins), initials(&ends));
        Self(list, Ways { begins, ends, bare, initials })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::fold::fold_str;

    #[test]
    fn the_lists_are_filled_and_folded() {
        let all = [&LEXICON.name_before, &LEXICON.document, &LEXICON.unit, &LEXICON.nothing];
        for list in all {
            assert!(!list.0.is_empty());
            for word in list.0.iter().flatten() {
                assert_eq!(&fold_str(word), word);
            }
        }
    }
}
