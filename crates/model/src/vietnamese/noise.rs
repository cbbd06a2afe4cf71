//! Text that was recognised badly: how to tell it, and what is regularly wrong in its words.
//!
//! A scan recognised with the wrong language loses its diacritics and confuses letters of one shape
//! (`chứng thư số` → `chimg thu sd`). Words are then compared without marks, see [`alike`](crate::vietnamese::alike).

use std::borrow::Cow;

use super::fold::bare_char;
use super::letter::is_letter;

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

/// Undoes what recognition regularly does inside of words: digits in the place of letters of their shape
/// ("s6" is "so", "16p" is "lop", "do6" is "do"), and ư read as "ir", "ur" or "tr", which no syllable has behind its
/// first letter.
pub fn mend(noisy: &str) -> Cow<'_, str> {
    if !noisy.chars().any(is_letter) || !is_damaged(noisy) {
        return Cow::Borrowed(noisy);
    }
    let mut out = String::with_capacity(noisy.len());
    let mut last = None;
    for c in noisy.chars().map(bare_char) {
        let c = match c {
            '6' | '0' => 'o',
            '1' => 'l',
            '3' | '4' => 'a',
            '¢' => 'c',
            '€' => 'e',
            _ => c,
        };
        match (last, c) {
            // "chiic" is "chức": no syllable has two i, nor two o in a text without marks.
            (Some('i'), 'i') => replace_last(&mut out, 'u'),
            (Some('i' | 'u' | 't'), 'r') if out.chars().nth(1).is_some() => replace_last(&mut out, 'u'),
            (Some('o'), 'o') => {}
            _ => out.push(c),
        }
        last = out.chars().next_back();
    }
    Cow::Owned(out)
}

/// Whether a word has anything that [`mend`] undoes.
fn is_damaged(noisy: &str) -> bool {
    let pair = |pair: &[u8]| matches!(pair, [b'i' | b'u' | b't', b'r'] | [b'i', b'i'] | [b'o', b'o']);
    noisy.bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii()) || noisy.as_bytes().windows(2).any(pair)
}

fn replace_last(out: &mut String, c: char) {
    out.pop();
    out.push(c);
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

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
