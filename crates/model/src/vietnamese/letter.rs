//! What is a letter, told without the tables of Unicode for what a Vietnamese text is made of.
//!
//! Every character of a report is asked several times. The answers are those of the standard library.

/// The letters that tables are kept of, in the order of their places: the Latin letters beyond ASCII that Vietnamese is
/// written with, and some more. What is asked of each letter of a report is looked up by its place.
pub fn latin() -> impl Iterator<Item = char> {
    (FIRST..=FIRST_END).chain(SECOND..=SECOND_END)
}

const FIRST: char = '\u{C0}';
const FIRST_END: char = '\u{24F}';
const SECOND: char = '\u{1E00}';
const SECOND_END: char = '\u{1EFF}';

/// The place of a letter in such a table.
#[inline]
pub fn latin_place(c: char) -> Option<usize> {
    match c {
        FIRST..=FIRST_END => Some(c as usize - FIRST as usize),
        SECOND..=SECOND_END => Some(c as usize - SECOND as usize + FIRST_END as usize - FIRST as usize + 1),
        _ => None,
    }
}

/// Whether a character is a letter ([`char::is_alphabetic`]).
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        '\u{80}'..='\u{BF}' => matches!(c, 'ª' | 'µ' | 'º'),
        '\u{C0}'..='\u{24F}' => !matches!(c, '×' | '÷'),
        '\u{1E00}'..='\u{1EFF}' => true,
        // General punctuation: dashes, quotation marks, bullets.
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is a letter or a number ([`char::is_alphanumeric`]).
#[inline]
pub fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2000}'..='\u{206F}' => is_letter(c),
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_has_its_place() {
        assert!(latin().enumerate().all(|(at, c)| latin_place(c) == Some(at)));
        assert!(['a', '\u{250}', '\u{1DFF}', '\u{1F00}'].iter().all(|&c| latin_place(c).is_none()));
    }

    #[test]
    fn the_answers_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
