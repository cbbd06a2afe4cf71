//! What is known of the numbers and the issuers of documents: `documents.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use tonghop_model::vietnamese::fold;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/documents.json"));

/// The data, read once. The build has checked its form, and a test that the lists are filled.
static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| serde_json::from_str(DATA).unwrap_or_default());

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Documents {
    legal: Vec<String>,
    counted_apart: Vec<CountedApart>,
    issuer: Vec<Issuer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountedApart {
    symbol: String,
    since: i16,
    most: u32,
}

/// Who issues the documents of some symbols.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    symbols: Vec<String>,
    /// Its name.
    pub name: String,
    /// Whom it is mistaken for.
    pub other: String,
    mistaken: [String; 2],
    /// What to tell who mistook it.
    pub hint: String,
}

impl Issuer {
    /// Whether the words behind a document, folded and without marks, say that it is of the other authority.
    pub fn is_mistaken(&self, behind: &str) -> bool {
        let [begins, goes_on] = &self.mistaken;
        behind.strip_prefix(&*plain(begins)).is_some_and(|rest| rest.contains(&*plain(goes_on)))
    }

    /// Whether the words behind a document, folded and without marks, name the issuer itself.
    pub fn is_named(&self, behind: &str) -> bool {
        behind.strip_prefix("cua ").is_some_and(|name| name.starts_with(&*plain(&self.name)))
    }
}

/// The issuer that goes with a symbol, where it is one that is often mistaken.
pub fn issuer(symbol: &str) -> Option<&'static Issuer> {
    DOCUMENTS.issuer.iter().find(|issuer| issuer.symbols.iter().any(|known| known == symbol))
}

/// The symbol with the hyphen that it has lost: "TTBTTTT" is "TT-BTTTT"; `None` where it has lost none.
pub fn hyphenated(symbol: &str) -> Option<String> {
    let kind = DOCUMENTS.legal.iter().find(|kind| symbol.starts_with(kind.as_str()))?;
    let issuer = &symbol[kind.len()..];
    let letters = issuer.chars().count() >= 2 && issuer.chars().all(char::is_uppercase);
    letters.then(|| format!("{kind}-{issuer}"))
}

/// Whether a document with a year in its number is counted too high to be one of the legal ones, which alone have it.
pub fn has_no_year(number: u32, year: i16, symbol: &str) -> bool {
    let mut apart = DOCUMENTS.counted_apart.iter();
    apart.any(|apart| apart.symbol == symbol && year >= apart.since && number > apart.most)
}

fn plain(text: &str) -> String {
    fold::bare(&fold::fold_str(text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_lists_are_filled_and_hold_together() {
        let Documents { legal, counted_apart, issuer } = &*DOCUMENTS;
        assert!(!legal.is_empty() && !counted_apart.is_empty() && !issuer.is_empty());
        for (at, kind) in legal.iter().enumerate() {
            assert!(!kind.is_empty() && kind.chars().all(char::is_uppercase), "{kind}");
            assert!(!legal[..at].iter().any(|before| kind.starts_with(before.as_str())), "{kind} is never reached");
        }
        assert!(counted_apart.iter().all(|apart| apart.since > 1990 && apart.most > 0));
        let mut symbols = BTreeSet::new();
        for Issuer { symbols: own, name, other, mistaken: [begins, _], hint } in issuer {
            assert!(own.iter().all(|symbol| symbols.insert(symbol)), "{name}: a symbol twice");
            assert!(begins.starts_with("của ") && name != other && hint.ends_with('.'), "{name}");
        }
    }

    #[test]
    fn an_issuer_is_told_from_the_one_that_is_mistaken_for_it() {
        for (symbol, behind, named, mistaken) in [
            ("NĐ-CP", "cua chinh phu ve viec", true, false),
            ("NĐ-CP", "cua thu tuong chinh phu", false, true),
            ("NQ-CP", "cua thu tu6ng chinh phu", false, true),
            ("NĐ-CP", "ve viec", false, false),
        ] {
            let found = issuer(symbol).map(|issuer| (issuer.is_named(behind), issuer.is_mistaken(behind)));
            assert_eq!(found, Some((named, mistaken)), "{symbol} {behind}");
        }
        assert!(issuer("KH-UBND").is_none());
    }
}
