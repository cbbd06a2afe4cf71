//! The labels of sections and list items, as they are printed at the start of a paragraph.
//!
//! | printed | level |
//! |---|---|
//! | `I.`, `Phần I`, and `I11.` where recognition was bad | 1 |
//! | `1.`, `1)` | 2 |
//! | `6.1.`, `4. 4.`, `3.1` | 3 and deeper, one for each number |
//! | `a)`, `đ)` | 4 |
//! | `*`, `-`, `+`, `•` | a bullet, no level |

use crate::engine::numeral::line::{Line, TokenKind};

/// The label at the start of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As it is printed, without its dot or bracket and without spaces.
    pub number: String,
    /// How deep it stands among numbered labels, 1 outermost; 0 for a bullet.
    pub level: u8,
    /// How many tokens it takes.
    pub tokens: usize,
}

/// Reads the label at the start of a line.
pub fn read(line: &Line<'_>) -> Option<Label> {
    let first = line.tokens.first()?;
    match first.kind {
        TokenKind::Mark(bullet @ ('*' | '-' | '+' | '•' | '~' | '–' | '\u{F0B7}')) => {
            // A bullet of the source and one of its own text can follow each other: "- + Đã xử lý".
            let more = line.tokens.get(1).filter(|next| matches!(next.kind, TokenKind::Mark('+' | '-' | '*')));
            let bullet = more.map_or(bullet, |next| next.text.chars().next().unwrap_or(bullet));
            Some(Label { number: bullet.to_string(), level: 0, tokens: 1 + usize::from(more.is_some()) })
        }
        TokenKind::Numeral => arabic(line).or_else(|| roman(line, 0)),
        TokenKind::Word if first.text == "phần" || first.text == "chương" => {
            let mut label = roman(line, 1)?;
            label.tokens += 1;
            Some(label)
        }
        TokenKind::Word => roman(line, 0).or_else(|| letter(line)),
        TokenKind::Mark(_) => None,
    }
}

/// `1.`, `6.1.`, `4. 4.`, `1)`; without a mark behind it only where it has a dot inside (`3.1 Về …`) or stands alone.
fn arabic(line: &Line<'_>) -> Option<Label> {
    let mut number = String::new();
    let mut tokens = 0;
    while let Some(token) = line.tokens.get(tokens).filter(|token| is_section_number(&token.text)) {
        if !number.is_empty() {
            number.push('.');
        }
        number.push_str(&token.text);
        tokens += 1;
        match line.tokens.get(tokens) {
            Some(mark) if mark.is_mark('.') => tokens += 1,
            Some(mark) if mark.is_mark(')') => return Some(Label { number, level: 2, tokens: tokens + 1 }),
            Some(_)
                if number.contains('.')
                    && line.tokens.get(tokens).is_some_and(|next| starts_title(line, next.at.start)) =>
            {
                break;
            }
            None if number.contains('.') => break,
            _ => return None,
        }
    }
    let level = u8::try_from(number.matches('.').count() + 2).ok()?;
    (!number.is_empty()).then_some(Label { number, level, tokens })
}

fn starts_title(line: &Line<'_>, at: usize) -> bool {
    line.paragraph.text.chars().get(at).is_some_and(|c| c.is_uppercase())
}

/// At most two digits a level, so that `1.858 dịch vụ` is a number.
fn is_section_number(text: &str) -> bool {
    text.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// `I.` and `IV.`; a dot must follow, but not behind "Phần". Recognition reads I as 1 or l behind the first letter.
fn roman(line: &Line<'_>, index: usize) -> Option<Label> {
    let token = line.tokens.get(index)?;
    let chars = line.paragraph.text.chars();
    let printed = &chars[token.at.clone()];
    let roman = printed.first().is_some_and(|c| matches!(c, 'I' | 'V' | 'X'))
        && printed.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | '1' | 'l'))
        && printed.len() <= 5;
    let dot = line.tokens.get(index + 1).is_some_and(|mark| mark.is_mark('.') || mark.is_mark('/'));
    let alone = index > 0 || line.tokens.len() == index + 1;
    if !roman || !(dot || alone) {
        return None;
    }
    let number = printed.iter().map(|&c| if matches!(c, '1' | 'l') { 'I' } else { c }).collect();
    Some(Label { number, level: 1, tokens: index + 1 + usize::from(dot) - index.min(1) })
}

/// `a)`, `đ)`, `b.`.
fn letter(line: &Line<'_>) -> Option<Label> {
    let token = line.tokens.first().filter(|token| token.text.chars().count() == 1)?;
    let mark = line.tokens.get(1).filter(|mark| mark.is_mark(')'))?;
    (mark.at.start == token.at.end).then(|| Label { number: token.text.clone(), level: 4, tokens: 2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::numeral::line::{lines, tests::document};

    fn check(text: &str, expected: Option<(&str, u8)>) {
        let document = document(text);
        let found = read(&lines(&document)[0]);
        assert_eq!(found.as_ref().map(|label| (label.number.as_str(), label.level)), expected, "{text}");
    }

    #[test]
    fn labels() {
        check("I. KẾT QUẢ", Some(("I", 1)));
        check("I11. PHUONG HUONG", Some(("III", 1)));
        check("Phần II KẾT QUẢ", Some(("II", 1)));
        check("1. Lĩnh vực bưu chính", Some(("1", 2)));
        check("6.1. Báo chí", Some(("6.1", 3)));
        check("4. 4. Nền tảng", Some(("4.4", 3)));
        check("3.2 Về đẩy mạnh", Some(("3.2", 3)));
        check("a) Nội bộ", Some(("a", 4)));
        check("- + Đã xử lý: 52", Some(("+", 0)));
        check("1.858 dịch vụ công", None);
        check("12 công văn", None);
        check("Internet", None);
        check("16 hệ thống", None);
    }
}
