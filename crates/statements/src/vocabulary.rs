//! The words of `vocabulary.toml`, which describes each list.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use tonghop_model::vietnamese::lexicon::Phrases;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/vocabulary.json"));

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    number: BTreeMap<String, u8>,
    ordinal: BTreeMap<String, u8>,
    words: Words,
}

/// The data, read once. The build has checked its form, and a test that the lists are filled.
static READ: LazyLock<Data> = LazyLock::new(|| serde_json::from_str(DATA).unwrap_or_default());

/// The word lists.
pub(crate) static WORDS: LazyLock<&'static Words> = LazyLock::new(|| &READ.words);

/// The word lists of `vocabulary.toml`, where each is described.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub other_period: Phrases,
    pub untitled: Phrases,
    pub opening: Phrases,
    pub planned: Phrases,
    pub plan: Phrases,
    pub coming: Phrases,
    pub contents: Phrases,
    pub annex: Phrases,
    pub form: Phrases,
    pub table_head: Phrases,
    pub part: Phrases,
    pub article: Phrases,
    pub motto: Phrases,
    pub motto_part: Vec<String>,
    pub remark: Phrases,
    pub body: Phrases,
    pub over: Phrases,
    pub national: Phrases,
    pub place: Phrases,
    pub committee: Phrases,
    pub agency: Phrases,
    pub department: Phrases,
    pub name_end: Vec<String>,
    pub closing: Phrases,
    pub sign_for: Phrases,
    pub honorific: Phrases,
    pub stamp: Phrases,
    pub surname: Vec<String>,
}

/// The number that a folded word names: "một", "giêng", "chạp".
pub(crate) fn number(word: &str) -> Option<u8> {
    READ.number.get(word).copied()
}

/// The place in a row that a folded word names: "ii", "hai", "nhất".
pub(crate) fn ordinal(word: &str) -> Option<u8> {
    READ.ordinal.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_model::vietnamese::fold::fold_str;

    #[test]
    fn the_lists_are_filled_and_folded() {
        let words = *WORDS;
        for list in [&words.plan, &words.body, &words.place, &words.agency, &words.stamp] {
            assert!(!list.0.is_empty());
            for word in list.0.iter().flatten() {
                assert_eq!(&fold_str(word), word);
            }
        }
        for word in words.surname.iter().chain(&words.name_end).chain(READ.number.keys()).chain(READ.ordinal.keys()) {
            assert_eq!(&fold_str(word), word);
        }
        assert_eq!((number("chạp"), ordinal("nhất"), number("mười một")), (Some(12), Some(1), None));
    }
}
