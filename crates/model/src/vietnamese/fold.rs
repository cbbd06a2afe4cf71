//! Folding: the form in which words are compared, one character for one character.
//!
//! | written | folded | why |
//! |---|---|---|
//! | `UBND` | `ubnd` | case does not tell words apart |
//! | `Ðề`, `ðề` | `đề` | eth and African D are typed for đ |
//! | `luỹ kế`, `hoà` | `lũy kế`, `hòa` | old and new placement of the tone |
//! | `quý`, `thuở` | `quý`, `thuở` | the tone stays where no rule moves it |
//! | `2021 – 2025` | `2021 - 2025` | one dash |
//!
//! Because lengths stay, an index into the folded text is an index into the text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::letter::{self, is_letter};
use crate::span;

/// The small forms of Latin letters and their forms without marks: each letter of a report is asked for both.
static FORMS: LazyLock<Vec<(char, char)>> =
    LazyLock::new(|| letter::latin().map(|c| (lower(c), std::iter::once(c).nfd().next().unwrap_or(c))).collect());

/// The folded form of composed (NFC) text.
pub fn fold(chars: &[char]) -> Vec<char> {
    folded(chars.to_vec())
}

/// The folded form of a text.
pub fn fold_str(text: &str) -> String {
    // Most text is composed as it stands, and need not be taken apart to see it.
    let chars = if text.chars().all(is_composed) { text.chars().collect() } else { span::composed(text.chars()) };
    let mut out = String::with_capacity(text.len());
    out.extend(folded(chars));
    out
}

fn folded(mut chars: Vec<char>) -> Vec<char> {
    for c in &mut chars {
        *c = fold_char(*c);
    }
    place_tones(&mut chars);
    chars
}

/// Whether a character stays as it is when a text is composed, whatever stands beside it.
fn is_composed(c: char) -> bool {
    c < '\u{300}' || ('\u{1E00}'..='\u{1EFF}').contains(&c) || ('\u{2010}'..='\u{2027}').contains(&c)
}

/// The letter without its marks: `ố` is `o`, `đ` is `d`; other characters stay.
#[inline]
pub fn bare_char(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        _ => latin_bare(c).unwrap_or_else(|| std::iter::once(c).nfd().next().unwrap_or(c)),
    }
}

/// The letter without its marks of a Latin letter beyond ASCII; `None` for other characters.
#[inline]
pub fn latin_bare(c: char) -> Option<char> {
    match c {
        'đ' => Some('d'),
        'Đ' => Some('D'),
        _ => forms(c).map(|(_, bare)| bare),
    }
}

/// The folded text without any marks, for texts that have lost them.
pub fn bare(folded: &str) -> String {
    folded.chars().map(bare_char).collect()
}

/// Whether a text is a folded one without its marks.
pub fn is_bare(text: &str, folded: &str) -> bool {
    text.chars().eq(folded.chars().map(bare_char))
}

#[inline]
fn forms(c: char) -> Option<(char, char)> {
    letter::latin_place(c).and_then(|at| FORMS.get(at)).copied()
}

/// The small letter.
#[inline]
pub fn small(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { forms(c).map_or_else(|| lower(c), |(small, _)| small) }
}

/// The small letter by the tables of Unicode, where it is one letter.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

/// The folded form of one letter.
#[inline]
pub fn fold_char(c: char) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'Ð' | 'Ɖ' | 'ð' | 'ɖ' | 'Đ' => 'đ',
        '‐'..='―' | '−' => '-',
        '‘' | '’' | 'ʼ' => '\'',
        '０'..='９' | '．' | '，' | '％' | '（' | '）' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => small(c),
    }
}

/// Moves the tone of an open `oa`, `oe`, `uy` to its first vowel, as it is written today.
fn place_tones(text: &mut [char]) {
    for i in 1..text.len() {
        let first = text[i - 1];
        if !matches!(first, 'o' | 'u') {
            continue;
        }
        let toned = matches!(
            text[i],
            'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ'
        );
        if !toned || text.get(i + 1).is_some_and(|&c| is_letter(c)) {
            continue;
        }
        let Some((second, tone)) = split_tone(text[i]) else { continue };
        let moves = match first {
            'o' => matches!(second, 'a' | 'e'),
            _ => second == 'y' && (i < 2 || text[i - 2] != 'q'),
        };
        if moves && let Some(toned) = [first, tone].into_iter().nfc().next() {
            text[i - 1] = toned;
            text[i] = second;
        }
    }
}

/// A plain vowel and its tone, where the letter is just that.
fn split_tone(c: char) -> Option<(char, char)> {
    let mut parts = std::iter::once(c).nfd();
    let (base, tone) = (parts.next()?, parts.next()?);
    let is_tone = matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    (is_tone && parts.next().is_none()).then_some((base, tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_to_one_form() {
        for (written, folded) in [
            ("UBND Tỉnh", "ubnd tỉnh"),
            ("Uỷ ban, luỹ kế, hoà, khoá, toạ độ", "ủy ban, lũy kế, hòa, khóa, tọa độ"),
            ("quý, quỳnh, thuở, hoàn, toàn, quà", "quý, quỳnh, thuở, hoàn, toàn, quà"),
            ("Ðề án ðã", "đề án đã"),
            ("２０２１－２０２５", "2021－2025"),
        ] {
            assert_eq!(fold_str(written), folded);
        }
        assert_eq!(bare("đã giải quyết"), "da giai quyet");
    }
}
