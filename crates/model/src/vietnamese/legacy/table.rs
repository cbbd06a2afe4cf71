//! The tables of `encodings.toml`, ready to decode with.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::Encoding;
use super::bytes::byte_of;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/encodings.json"));

/// The encodings that are tables; they are constant data, read once.
pub(super) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    // The build has checked the data; a test holds every encoding to be there.
    let data: Data = serde_json::from_str(DATA).unwrap_or_default();
    data.encoding.into_iter().filter_map(Table::new).collect()
});

/// An encoding as its codes.
pub(super) struct Table {
    pub encoding: Encoding,
    /// The beginnings of the names of fonts, in small letters.
    pub fonts: Vec<String>,
    single: FxHashMap<u8, char>,
    /// Codes of two bytes.
    double: FxHashMap<[u8; 2], char>,
    #[cfg(test)]
    pub letters: Vec<(char, Vec<u8>)>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    encoding: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "source")]
    _source: String,
    fonts: Vec<String>,
    letters: BTreeMap<String, String>,
    #[serde(default)]
    also: BTreeMap<String, String>,
}

impl Table {
    fn new(entry: Entry) -> Option<Self> {
        let encoding = Encoding::of_id(&entry.id)?;
        let mut table = Self {
            encoding,
            fonts: entry.fonts,
            single: FxHashMap::default(),
            double: FxHashMap::default(),
            #[cfg(test)]
            letters: entry.letters.iter().flat_map(|(letters, codes)| pairs(letters, codes)).collect(),
        };
        for (letters, codes) in entry.letters.iter().chain(&entry.also) {
            pairs(letters, codes).for_each(|(letter, code)| table.add(letter, &code));
        }
        table.let_cases_mix();
        Some(table)
    }

    fn add(&mut self, letter: char, code: &[u8]) {
        match *code {
            [only] => drop(self.single.insert(only, letter)),
            [first, second] => drop(self.double.insert([first, second], letter)),
            _ => {}
        }
    }

    /// A vowel and its mark need not be of one case: "Aø" is À as "AØ" is. The vowel tells.
    fn let_cases_mix(&mut self) {
        for ([first, second], letter) in self.double.clone() {
            self.double.entry([first, second ^ 0x20]).or_insert(letter);
        }
    }

    /// The letter of a code of one byte.
    pub fn letter(&self, byte: u8) -> Option<char> {
        self.single.get(&byte).copied()
    }

    /// The text with codes replaced by their letters; what is no code stays.
    pub fn decode(&self, text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while at < chars.len() {
            let first = self.byte(&chars, at);
            let pair = first.zip(self.byte(&chars, at + 1));
            let double = pair.and_then(|(first, second)| self.double.get(&[first, second]));
            let letter = double.or_else(|| self.single.get(&first?)).copied();
            out.push(letter.unwrap_or(chars[at]));
            at += 1 + usize::from(double.is_some());
        }
        out
    }

    /// The byte behind a character, if it comes from one.
    fn byte(&self, chars: &[char], at: usize) -> Option<u8> {
        let c = *chars.get(at)?;
        let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let in_word = || {
            [before, after].into_iter().flatten().any(char::is_alphabetic)
                && !before.is_some_and(|c| c.is_ascii_digit())
        };
        // Readers of PDF give the names of glyphs: the letter ư of TCVN3 is drawn at the place of the soft hyphen.
        match c {
            '\u{2212}' if self.encoding == Encoding::Tcvn3 && in_word() => Some(0xAD),
            '\u{2219}' if self.encoding == Encoding::Tcvn3 && in_word() => Some(0xB7),
            '\u{3BC}' => Some(0xB5),
            '\u{2C9}' => Some(0xAF),
            c => byte_of(c),
        }
    }
}

/// Letters and codes as they stand side by side in the data.
fn pairs<'a>(letters: &'a str, codes: &'a str) -> impl Iterator<Item = (char, Vec<u8>)> + 'a {
    let letters = letters.split(' ').filter_map(|letter| letter.chars().next());
    letters.zip(codes.split(' ').map(code))
}

fn code(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2).filter_map(|at| u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()).collect()
}
