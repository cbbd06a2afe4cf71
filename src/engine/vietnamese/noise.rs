//! Text that was recognised badly: how to tell it, and how to compare words in it.
//!
//! A scan recognised with the wrong language loses its diacritics and confuses letters of one shape
//! (`chứng thư số` → `chimg thu sd`). Words are then compared without marks and with a bounded cost.

use super::fold::bare_char;

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
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        marked += usize::from(is_vietnamese(c));
    }
    letters > 200 && marked * 100 < letters * 8
}

fn is_vietnamese(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{300}'..='\u{323}' | '\u{1EA0}'..='\u{1EF9}')
}

/// Finds a phrase in noisy text; both are bare (folded, without marks and without spaces).
///
/// Returns where the best match ends, in characters, and its cost, if the cost is at most a quarter of the
/// phrase. The method is Sellers' approximate search (1980): one row of edit costs, free start.
pub fn find(phrase: &[char], text: &[char]) -> Option<(usize, usize)> {
    let bound = phrase.len() * WRONG / 4;
    let mut row: Vec<usize> = (0..=phrase.len()).map(|i| i * WRONG).collect();
    let mut best = None;
    for (end, &c) in text.iter().enumerate() {
        let mut diagonal = row[0];
        for (i, &p) in phrase.iter().enumerate() {
            let cost = (diagonal + substitution(p, c)).min(row[i] + WRONG).min(row[i + 1] + insertion(c));
            diagonal = row[i + 1];
            row[i + 1] = cost;
        }
        let cost = row[phrase.len()];
        if cost <= bound && best.is_none_or(|(_, least)| cost <= least) {
            best = Some((end + 1, cost));
        }
    }
    best
}

/// Whether two bare words may be the same word.
pub fn same_word(word: &str, noisy: &str) -> bool {
    let letters = |text: &str| text.chars().map(bare_char).collect::<Vec<_>>();
    let (a, b) = (letters(word), letters(noisy));
    if a == b {
        return true;
    }
    a.len() >= 2 && a.len().abs_diff(b.len()) <= 1 && a[0] == b[0] && distance(&a, &b) <= WRONG
}

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

fn substitution(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.is_ascii_digit() && b.is_ascii_digit() {
        // A digit that is wanted tells things apart ("mức 3", "mức 4") and is never read as another one.
        DIFFERENT
    } else if shape(a) != 0 && shape(a) == shape(b) {
        WRONG / 2
    } else {
        WRONG
    }
}

/// A mark or digit that recognition put in costs less than a letter.
fn insertion(c: char) -> usize {
    if c.is_ascii_alphabetic() { WRONG } else { WRONG / 2 }
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
    use super::*;

    fn check(phrase: &str, text: &str) -> bool {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>();
        find(&letters(phrase), &letters(text)).is_some()
    }

    #[test]
    fn phrases_survive_recognition() {
        assert!(check("chung thu so", "trong thang cap moi 16 chimg thu sd"));
        assert!(check("truc tuyen", "673 truc tuyen, da"));
        assert!(!check("truc tuyen", "9.651 truc tiep"));
        assert!(!check("chung thu so", "hop thu dien tu"));
        assert!(same_word("nam", "ndam") && same_word("thang", "thang") && !same_word("nam", "ngay"));
    }

    #[test]
    fn quality_is_told_by_the_letters() {
        let clean = "Hệ thống quản lý văn bản và điều hành tiếp tục hoạt động ổn định. ".repeat(10);
        assert!(!is_poor(&clean));
        let poor: String = clean.chars().map(bare_char).collect();
        assert!(is_poor(&poor));
        assert!(!is_poor("12 345"));
    }
}
