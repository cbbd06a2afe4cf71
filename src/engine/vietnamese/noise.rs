//! Text that was recognised badly: how to tell it, and how to compare words in it.
//!
//! A scan recognised with the wrong language loses its diacritics and confuses letters of one shape
//! (`chứng thư số` → `chimg thu sd`). Words are then compared without marks and with a bounded cost of edits.

use super::fold::bare_char;
use super::letter::is_letter;

/// The cost of one whole wrong letter; letters of one shape cost half of it.
const WRONG: usize = 2;
/// The cost of what must not be taken for each other.
const DIFFERENT: usize = 1000;

/// Whether a text is Vietnamese that has lost its letters.
///
/// In clean Vietnamese more than one letter in five carries a mark that only Vietnamese has (ă, ơ, ạ, ế, đ …);
/// recognised with another language, only marks of Latin-1 (é, ô) are left.
pub fn is_poor(text: &str) -> bool {
    let (mut letters, mut marked) = (0_usize, 0_usize);
    // Marks that stand apart from their letters count with the letter before them.
    for c in text.chars() {
        letters += usize::from(is_letter(c));
        marked += usize::from(is_vietnamese(c));
    }
    letters > 200 && marked * 100 < letters * 8
}

fn is_vietnamese(c: char) -> bool {
    // Nearly all letters of a text stand before them.
    c >= 'Ă'
        && matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{300}'..='\u{323}' | '\u{1EA0}'..='\u{1EF9}')
}

/// How sure two words have to be the same: what one wrong letter more may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// In words of five letters and more, a letter may be read as one of its shape.
    Shape,
    /// A letter in three or four may be wrong.
    Letter,
}

/// Whether the letters of a mended word ([`mend`]) may be what recognition left of those of another bare word.
pub fn same_letters(word: &[char], noisy: &[char], tolerance: Tolerance) -> bool {
    let (a, b) = (word, noisy);
    let (Some(&first), Some(&read)) = (a.first(), b.first()) else { return a == b };
    let bound = match (tolerance, a.len()) {
        (_, 0..=1) | (Tolerance::Shape, ..=4) => 0,
        (Tolerance::Shape, _) => WRONG / 2,
        (Tolerance::Letter, 2..=4) => WRONG,
        (Tolerance::Letter, _) => WRONG + WRONG / 2,
    };
    a == b || may_begin(first, read, tolerance) && a.len().abs_diff(b.len()) <= 1 && is_within(a, b, bound)
}

/// Whether a word that begins with one letter may have been read as one that begins with the other.
pub fn may_begin(first: char, read: char, tolerance: Tolerance) -> bool {
    first == read || tolerance == Tolerance::Letter && substitution(first, read) < WRONG
}

/// Undoes what recognition regularly does inside of words: digits in the place of letters of their shape
/// ("s6" is "so", "16p" is "lop", "do6" is "do"), and ư read as "ir", "ur" or "tr", which no syllable has behind its
/// first letter.
pub fn mend(noisy: &str) -> String {
    let word = noisy.chars().any(is_letter);
    let mut out: Vec<char> = Vec::new();
    if !word {
        return noisy.to_owned();
    }
    for c in noisy.chars().map(bare_char) {
        let c = match c {
            '6' | '0' => 'o',
            '1' => 'l',
            '3' | '4' => 'a',
            '¢' => 'c',
            '€' => 'e',
            _ => c,
        };
        match (out.len(), out.last(), c) {
            // "chiic" is "chức": no syllable has two i, nor two o in a text without marks.
            (2.., Some('i' | 'u' | 't'), 'r') | (_, Some('i'), 'i') => {
                out.pop();
                out.push('u');
            }
            (_, Some('o'), 'o') => {}
            _ => out.push(c),
        }
    }
    out.into_iter().collect()
}

/// Whether edits of at most this cost, under that of two letters left out, make one word of the other. Only the places
/// that are a letter apart are looked at: beyond them two letters at least are left out.
fn is_within(a: &[char], b: &[char], bound: usize) -> bool {
    // The costs of making the letters of `b` so far of one letter less, as many, and one more of `a`.
    let mut costs = [DIFFERENT, 0, WRONG];
    for (at, &c) in b.iter().enumerate() {
        let mut next = [DIFFERENT; 3];
        for k in 0..3 {
            let length = at + k;
            if length > a.len() {
                continue;
            }
            let replaced = length.checked_sub(1).map_or(DIFFERENT, |last| costs[k] + substitution(a[last], c));
            let added = costs.get(k + 1).map_or(DIFFERENT, |cost| cost + WRONG);
            let left_out = k.checked_sub(1).map_or(DIFFERENT, |before| next[before] + WRONG);
            next[k] = replaced.min(added).min(left_out);
        }
        if next.iter().all(|cost| *cost > bound) {
            return false;
        }
        costs = next;
    }
    costs.get(a.len() + 1 - b.len()).is_some_and(|cost| *cost <= bound)
}

fn substitution(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.is_ascii_digit() && b.is_ascii_digit() {
        // A digit that is wanted tells things apart ("mức 3", "mức 4") and is never read as another one.
        DIFFERENT
    } else if matches!((a, b), ('l', 'i') | ('i', 'l')) {
        // A capital I and a small l are one stroke.
        WRONG / 2
    } else if shape(a) != 0 && shape(a) == shape(b) {
        WRONG / 2
    } else {
        WRONG
    }
}

/// Letters that recognition takes for each other.
fn shape(c: char) -> u8 {
    match c {
        'a' | 'e' | 'o' | 'u' | 'i' | 'y' | '¢' | '€' | '&' | '@' | '6' | '4' => 1,
        'm' | 'n' | 'r' => 2,
        'l' | '1' | '|' | 't' | 'f' => 3,
        'd' | 'b' | 'h' | 'p' => 4,
        'c' | 'q' | 'g' => 5,
        's' | '5' | '8' => 6,
        'v' | 'w' => 7,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn same_word(word: &str, noisy: &str, tolerance: Tolerance) -> bool {
        same_letters(&word.chars().collect::<Vec<_>>(), &noisy.chars().collect::<Vec<_>>(), tolerance)
    }

    #[test]
    fn words_survive_recognition() {
        for (word, noisy) in [
            ("chung", "chimg"),
            ("chung", "chirng"),
            ("muc", "murc"),
            ("muc", "mirc"),
            ("so", "sd"),
            ("do", "d6"),
            ("le", "1€"),
            ("tuyen", "tuyen"),
            ("moi", "mei"),
            ("nam", "ndm"),
            ("nam", "nim"),
        ] {
            assert!(same_word(word, &mend(noisy), Tolerance::Letter), "{word} {noisy}");
        }
        for (word, noisy) in
            [("tiep", "tuyen"), ("thu", "dien"), ("3", "4"), ("nam", "ngay"), ("nam", "nhan"), ("muc", "thong")]
        {
            assert!(!same_word(word, noisy, Tolerance::Letter), "{word} {noisy}");
        }
        assert!(!same_word("khoi", "khai", Tolerance::Shape) && same_word("do", &mend("do6"), Tolerance::Shape));
    }

    /// The cost of all edits, place by place.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=a.len()).map(|i| i * WRONG).collect();
        for (j, &c) in b.iter().enumerate() {
            let mut diagonal = row[0];
            row[0] = (j + 1) * WRONG;
            for (i, &p) in a.iter().enumerate() {
                let cost = (diagonal + substitution(p, c)).min(row[i] + WRONG).min(row[i + 1] + WRONG);
                diagonal = row[i + 1];
                row[i + 1] = cost;
            }
        }
        row[a.len()]
    }

    proptest! {
        #[test]
        fn a_bounded_look_finds_what_a_whole_one_does(a in "[aeonmrlt6]{1,9}", b in "[aeonmrlt6]{1,9}", bound in 0..4_usize) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            if a.len().abs_diff(b.len()) <= 1 {
                prop_assert_eq!(is_within(&a, &b, bound), distance(&a, &b) <= bound);
            }
        }
    }

    #[test]
    fn quality_is_told_by_the_letters() {
        let clean = "Hệ thống quản lý văn bản và điều hành tiếp tục hoạt động ổn định. ".repeat(10);
        assert!(!is_poor(&clean));
        assert!(!is_poor(&clean.nfd().collect::<String>()));
        let poor: String = clean.chars().map(bare_char).collect();
        assert!(is_poor(&poor));
        assert!(!is_poor("12 345"));
    }
}
