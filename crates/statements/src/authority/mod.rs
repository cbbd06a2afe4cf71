//! Authorities and provinces by name: their full form, the symbols of their documents, and what became of them when
//! they were merged in 2025.
//!
//! The names are data: `authorities.toml` and `provinces.toml` tell their sources.

pub mod documents;

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use tonghop_model::vietnamese::fold;

const AUTHORITIES: &str = include_str!(concat!(env!("OUT_DIR"), "/authorities.json"));
const PROVINCES: &str = include_str!(concat!(env!("OUT_DIR"), "/provinces.json"));

/// The data, read once. The build has checked its form, and a test that the lists are filled.
static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| Directory {
    authorities: serde_json::from_str::<Authorities>(AUTHORITIES).unwrap_or_default().authority,
    provinces: serde_json::from_str(PROVINCES).unwrap_or_default(),
});

/// The names of authorities and of provinces, each behind its [`key`].
static KEYS: LazyLock<[Vec<(String, &'static str)>; 2]> = LazyLock::new(|| {
    let keyed = |name: &'static str| (key(name), name);
    let authorities = DIRECTORY.authorities.iter().map(|authority| authority.name.as_str());
    [authorities.map(keyed).collect(), all_provinces().map(keyed).collect()]
});

struct Directory {
    authorities: Vec<Authority>,
    provinces: Provinces,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Authorities {
    authority: Vec<Authority>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Authority {
    name: String,
    symbols: Vec<String>,
    successor: Option<String>,
    /// The first day of the successor, as "2025-03-01".
    since: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Provinces {
    since: String,
    province: Vec<Province>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Province {
    name: String,
    #[serde(default)]
    city: bool,
    #[serde(default)]
    from: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
}

/// A name that another one took the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The name before.
    pub old: &'static str,
    /// The name since.
    pub new: &'static str,
    /// The first day of the new name.
    pub since: Date,
}

/// The full name of the authority that a name is, or begins with, whatever its case, marks and punctuation.
pub fn authority(name: &str) -> Option<&'static str> {
    longest(name, &KEYS[0])
}

/// The authority that the symbol of a document names: "STTTT" in `953/BC-STTTT-VP`.
///
/// The symbol begins with the abbreviated kind of the document; parts behind the authority's name its office.
pub fn of_symbol(number: &str) -> Option<&'static str> {
    let symbol = number.split_once(['/', '-']).map_or(number, |(_, symbol)| symbol);
    let of = |part: &str| DIRECTORY.authorities.iter().find(|authority| authority.symbols.iter().any(|s| s == part));
    symbol.split('-').find_map(of).map(|authority| authority.name.as_str())
}

/// The province, of today or before 2025, that a name is or begins with.
pub fn province(name: &str) -> Option<&'static str> {
    longest(name, &KEYS[1])
}

/// Whether a province is a city under the central government, which is named "thành phố".
pub fn is_city(name: &str) -> bool {
    let key = key(name);
    DIRECTORY.provinces.province.iter().any(|province| province.city && self::key(&province.name) == key)
}

/// How one of two authorities follows the other, if it does.
pub fn authority_succession(a: &str, b: &str) -> Option<Succession> {
    let (a, b) = (key(a), key(b));
    DIRECTORY.authorities.iter().find_map(|authority| {
        let (new, since) = (authority.successor.as_deref()?, authority.since.as_ref()?.parse().ok()?);
        let pair = (key(&authority.name), key(new));
        (pair == (a.clone(), b.clone()) || pair == (b.clone(), a.clone())).then_some(Succession {
            old: &authority.name,
            new,
            since,
        })
    })
}

/// How one of two provinces went into the other, if it did.
pub fn province_succession(a: &str, b: &str) -> Option<Succession> {
    let (a, b) = (key(a), key(b));
    let since = DIRECTORY.provinces.since.parse().ok()?;
    DIRECTORY.provinces.province.iter().find_map(|province| {
        let new = key(&province.name);
        let other = if new == a { &b } else { &a };
        let involved = (new == a || new == b) && a != b;
        let old = province.from.iter().find(|old| involved && key(old) == *other)?;
        Some(Succession { old, new: &province.name, since })
    })
}

/// The provinces that were merged into this one, itself included; empty where none was.
pub fn merged(province: &str) -> &'static [String] {
    let key = key(province);
    let found = DIRECTORY.provinces.province.iter().find(|province| self::key(&province.name) == key);
    found.map_or(&[], |province| &province.from)
}

fn all_provinces() -> impl Iterator<Item = &'static str> {
    let of = |province: &'static Province| {
        let others = province.from.iter().chain(&province.also).map(String::as_str);
        std::iter::once(province.name.as_str()).chain(others)
    };
    DIRECTORY.provinces.province.iter().flat_map(of)
}

/// The longest of some names that a name is, or begins with.
fn longest(name: &str, names: &[(String, &'static str)]) -> Option<&'static str> {
    let wanted = key(name);
    let begins = |(full, _): &&(String, &'static str)| {
        wanted.strip_prefix(full.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    names.iter().filter(begins).map(|(_, full)| *full).max_by_key(|full| full.len())
}

/// The words of a name without case, marks and punctuation.
fn key(name: &str) -> String {
    let bare = fold::bare(&fold::fold_str(name));
    bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_34_provinces_made_of_63() {
        let provinces = &DIRECTORY.provinces.province;
        assert_eq!(provinces.len(), 34);
        let before: Vec<&String> =
            provinces
                .iter()
                .flat_map(|province| {
                    if province.from.is_empty() { std::slice::from_ref(&province.name) } else { &province.from }
                })
                .collect();
        assert_eq!(before.len(), 63);
        assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 63);
        for province in provinces.iter().filter(|province| !province.from.is_empty()) {
            assert!(province.from.len() > 1 && province.from.contains(&province.name), "{}", province.name);
        }
        assert_eq!(provinces.iter().filter(|province| province.city).count(), 6);
    }

    #[test]
    fn successors_and_symbols_hold_together() {
        let all = &DIRECTORY.authorities;
        assert!(all.is_sorted_by_key(|authority| key(&authority.name)));
        let mut symbols = BTreeSet::new();
        for authority in all {
            let since = authority.since.as_ref().map(|since| since.parse::<Date>().unwrap());
            assert_eq!(authority.successor.is_some(), since.is_some(), "{}", authority.name);
            if let Some(new) = &authority.successor {
                assert!(all.iter().any(|other| other.name == *new && other.successor.is_none()), "{new}");
            }
            for symbol in &authority.symbols {
                assert!(symbols.insert(symbol), "{symbol} twice");
            }
        }
    }

    #[test]
    fn names_are_found_in_any_form() {
        for (name, full) in [
            ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", Some("Sở Thông tin và Truyền thông")),
            ("So Thong tin va Truyen thong Tra Vinh", Some("Sở Thông tin và Truyền thông")),
            ("Sở Lao động – Thương binh và Xã hội", Some("Sở Lao động - Thương binh và Xã hội")),
            ("Sở Văn hoá, Thể thao và Du lịch", Some("Sở Văn hóa, Thể thao và Du lịch")),
            ("Sở Y", None),
        ] {
            assert_eq!(authority(name), full, "{name}");
        }
        assert_eq!(province("BÀ RỊA – VŨNG TÀU"), Some("Bà Rịa - Vũng Tàu"));
        assert_eq!(province("Hà Nội, ngày 5"), Some("Hà Nội"));
        assert_eq!(province("Hà"), None);
        assert!(is_city("Huế") && !is_city("Vĩnh Long"));
    }

    #[test]
    fn symbols_name_their_authority() {
        for (number, name) in [
            ("953/BC-STTTT-VP", Some("Sở Thông tin và Truyền thông")),
            ("/BC-SKHCN", Some("Sở Khoa học và Công nghệ")),
            ("12/BC-SGD&ĐT", Some("Sở Giáo dục và Đào tạo")),
            ("68-BC/TU", None),
            ("15/BC-UBND", None),
        ] {
            assert_eq!(of_symbol(number), name, "{number}");
        }
    }

    #[test]
    fn mergers_are_told_in_both_orders() {
        let old_and_new = |succession: Option<Succession>| succession.map(|s| (s.old, s.new));
        let pair = Some(("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"));
        for (a, b) in [
            ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
            ("Sở Khoa học và Công nghệ", "SO THONG TIN VA TRUYEN THONG"),
        ] {
            assert_eq!(old_and_new(authority_succession(a, b)), pair);
        }
        assert_eq!(old_and_new(province_succession("Vĩnh Long", "Trà Vinh")), Some(("Trà Vinh", "Vĩnh Long")));
        assert_eq!(province_succession("Trà Vinh", "Bến Tre"), None);
        assert_eq!(province_succession("Vĩnh Long", "Vĩnh Long"), None);
        assert_eq!(authority_succession("Sở Y tế", "Sở Nội vụ"), None);
        assert_eq!(merged("Vĩnh Long").len(), 3);
    }
}
