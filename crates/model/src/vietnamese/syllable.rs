//! Whether a word is spelled as a Vietnamese syllable can be: beginning, rime and tone, from `syllables.toml`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::letter;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/syllables.json"));

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    // The build has checked the data; a test holds the lists to be filled.
    serde_json::from_str(DATA).unwrap_or_default()
});

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spellings {
    onset: FxHashSet<String>,
    rime: FxHashSet<String>,
}

/// The longest syllable, "nghiêng", has seven letters; anything much longer need not be looked at.
const LONGEST: usize = 8;

/// Whether a word, in letters of any case, can be a syllable.
pub fn is_syllable(word: &str) -> bool {
    if word.chars().nth(3 * LONGEST).is_some() {
        return false;
    }
    let Some((letters, tone)) = without_tone(word) else { return false };
    if letters.chars().count() > LONGEST {
        return false;
    }
    // Syllables that end in a stop have one of two tones.
    let stops = ["c", "ch", "p", "t"].iter().any(|stop| letters.ends_with(stop));
    if stops && !matches!(tone, Some('\u{301}' | '\u{323}')) {
        return false;
    }
    let starts = letters.char_indices().map(|(at, _)| at).take(4);
    starts.into_iter().any(|at| {
        let (onset, rime) = letters.split_at(at);
        (onset.is_empty() || SPELLINGS.onset.contains(onset)) && SPELLINGS.rime.contains(rime)
    })
}

/// The word in small letters without its tone, and the tone; `None` where it has two.
fn without_tone(word: &str) -> Option<(String, Option<char>)> {
    let (mut tone, mut letters) = (None, String::with_capacity(word.len()));
    for c in word.chars() {
        let (letter, own) = if c.is_ascii() {
            (c.to_ascii_lowercase(), None)
        } else {
            let Some(Some(known)) = letter::latin_place(c).and_then(|at| LETTERS.get(at)) else {
                return taken_apart(word);
            };
            *known
        };
        letters.push(letter);
        if own.is_some() && tone.replace(own).is_some() {
            return None;
        }
    }
    Some((letters, tone.flatten()))
}

/// A small letter without its tone, and the tone.
type Toned = (char, Option<char>);

/// The letters beyond ASCII that stand for themselves in nearly every text: their small form without a tone, and the
/// tone; none of those that are more than that. Six encodings are tried on each word of a doubtful text.
static LETTERS: LazyLock<Vec<Option<Toned>>> = LazyLock::new(|| {
    let letter = |c: char| {
        let (letters, tone) = taken_apart(c.encode_utf8(&mut [0; 4]))?;
        let mut letters = letters.chars();
        letters.next().filter(|_| letters.next().is_none()).map(|letter| (letter, tone))
    };
    letter::latin().map(letter).collect()
});

/// The same, letter by letter with its marks.
fn taken_apart(word: &str) -> Option<(String, Option<char>)> {
    let mut tone = None;
    let mut letters = String::new();
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        if !is_tone(c) {
            letters.push(c);
        } else if tone.replace(c).is_some() {
            return None;
        }
    }
    Some((letters.nfc().collect(), tone))
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_table_are_taken_apart_alike() {
        for c in letter::latin() {
            let word = format!("ng{c}Ế");
            assert_eq!(without_tone(&word), taken_apart(&word), "{word}");
            let word = format!("{c}n");
            assert_eq!(without_tone(&word), taken_apart(&word), "{word}");
        }
    }

    #[test]
    fn syllables_are_told_from_other_words() {
        let words = "báo cáo tháng Nghiêng quyết giếng gì ỦY uỷ quốc quỳnh đường HỘI khuya ý yếu tô\u{309}ng";
        for word in words.split(' ') {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["", "UBND", "ngđ", "b¸o", "toång", "Ðôòc", "cat", "hòc", "wa", "áá", "nghiêngnghiêng", "f"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
