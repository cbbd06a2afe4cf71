//! A text as its lines: where each begins in the text, how wide it is, what came before it.

use tonghop_model::span::is_mark;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The line without the spaces at its ends.
    pub text: &'a str,
    /// Where `text` begins in the whole text, in Unicode scalar values.
    pub start: usize,
    /// How many letters wide it prints: combining marks have no width of their own.
    pub width: usize,
    /// How far it is indented, in columns; a tab counts as [`TAB`].
    pub indent: usize,
    /// Whether blank lines or a page break stand before it.
    pub gap: bool,
}

/// How many columns a tab indents.
const TAB: usize = 8;

/// The lines of a text that are not blank, in order. Form feeds and the line separators of Unicode end a line too.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    let mut gap = false;
    text.split_inclusive(is_break).filter_map(move |raw| {
        let start = at;
        at += raw.chars().count();
        let line = measure(raw, start, gap);
        gap = match line {
            Some(_) => raw.ends_with('\u{C}'),
            // The second half of "\r\n" is not a blank line.
            None => gap || raw != "\n" || !ends_in_carriage_return(text, raw),
        };
        line
    })
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the character before `rest`, a part of `text`, is a carriage return.
fn ends_in_carriage_return(text: &str, rest: &str) -> bool {
    let before = rest.as_ptr() as usize - text.as_ptr() as usize;
    text.as_bytes()[..before].last() == Some(&b'\r')
}

fn measure(raw: &str, start: usize, gap: bool) -> Option<Line<'_>> {
    let body = raw.trim_start_matches(is_unseen);
    let text = body.trim_end_matches(is_unseen);
    if text.is_empty() {
        return None;
    }
    let lead = &raw[..raw.len() - body.len()];
    Some(Line {
        text,
        start: start + lead.chars().count(),
        width: text.chars().filter(|c| !is_mark(*c)).count(),
        indent: lead.chars().map(|c| if c == '\t' { TAB } else { 1 }).sum(),
        gap,
    })
}

/// Spaces, the byte order mark and other characters that print nothing.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, usize, usize, bool)]) {
        let found: Vec<_> = lines(text).map(|line| (line.text, line.start, line.indent, line.gap)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn offsets_count_characters_of_the_whole_text() {
        check(
            "\u{FEFF}Số\n\n  liệu \n\tđã\u{C}gửi",
            &[("Số", 1, 1, false), ("liệu", 7, 2, true), ("đã", 14, 8, false), ("gửi", 17, 0, true)],
        );
    }

    #[test]
    fn carriage_returns_make_no_blank_lines() {
        check(
            "a\r\nb\r\n\r\nc\rd",
            &[("a", 0, 0, false), ("b", 3, 0, false), ("c", 8, 0, true), ("d", 10, 0, false)],
        );
    }

    #[test]
    fn marks_have_no_width() {
        assert_eq!(lines("tô\u{309}ng").next().map(|line| line.width), Some(4));
    }
}
