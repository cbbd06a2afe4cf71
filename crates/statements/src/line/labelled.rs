//! The labels of sections and list items, as they are printed at the start of a paragraph.
//!
//! | printed | kind |
//! |---|---|
//! | `Phụ lục I`, `Biểu mẫu 2` | annex, form |
//! | `Phần I`, `PHẦN THỨ NHẤT`, `Chương II` | part |
//! | `A.`, `B -` before a title | capital letter |
//! | `I.`, `II -`, `III/`, `IV)`, and `I11.`, `lI.` where recognition was bad | Roman |
//! | `Điều 5.`, `Mục 1:` | article |
//! | `1.`, `1)`, `1/`, `1 -` before a title | Arabic |
//! | `6.1.`, `4. 4.`, `3.1` | decimal, as deep as it has numbers |
//! | `a)`, `đ.`, `b/` | small letter |
//! | `(1)`, `(a)` | item |
//! | `*`, `-`, `+`, `•` | bullet |

use super::annotated::Line;
use super::label::{Kind, Label};
use super::token::TokenKind;
use crate::vocabulary::{self, WORDS};
use tonghop_model::roman;

/// Reads the label at the start of a line.
pub(super) fn label(line: &Line) -> Option<Label> {
    let first = line.tokens.first()?;
    match first.kind {
        TokenKind::Mark('(') => item(line),
        TokenKind::Mark(mark) => bullet(line, mark),
        TokenKind::Numeral => arabic(line).or_else(|| roman(line)),
        TokenKind::Word => named(line).or_else(|| roman(line)).or_else(|| letter(line)),
    }
}

fn bullet(line: &Line, mark: char) -> Option<Label> {
    let known = matches!(mark, '*' | '-' | '+' | '•' | '~' | '–' | '·' | '●' | '○' | '▪' | '❖' | '➢' | '\u{F0B7}');
    // A bullet of the source and one of its own text can follow each other: "- + Đã xử lý".
    let more = line.tokens.get(1).filter(|next| matches!(next.kind, TokenKind::Mark('+' | '-' | '*')));
    let mark = more.and_then(|next| next.text.chars().next()).unwrap_or(mark);
    known.then(|| Label { number: mark.to_string(), kind: Kind::Bullet, tokens: 1 + usize::from(more.is_some()) })
}

/// `(1)`, `(a)` before a word.
fn item(line: &Line) -> Option<Label> {
    let inner = line.tokens.get(1).filter(|inner| {
        let short = (1..=2).contains(&inner.text.chars().count());
        short && (inner.text.bytes().all(|b| b.is_ascii_digit()) || inner.kind == TokenKind::Word)
    })?;
    let close = line.tokens.get(2)?.is_mark(')');
    let followed = line.tokens.get(3).is_some_and(|next| next.kind == TokenKind::Word);
    (close && followed).then(|| Label { number: inner.text.to_string(), kind: Kind::Item, tokens: 3 })
}

/// `Phần I`, `PHẦN THỨ NHẤT`, `Điều 5.`, `Phụ lục II`, `Biểu mẫu 1`.
fn named(line: &Line) -> Option<Label> {
    let words = *WORDS;
    let found = |phrases: &tonghop_model::vietnamese::lexicon::Phrases| {
        let longest = phrases
            .0
            .iter()
            .filter(|phrase| line.has_at(0, phrase))
            .map(Vec::len)
            .max()
            .filter(|_| line.is_capital(0))?;
        Some(longest)
    };
    if let Some(at) = found(&words.annex) {
        return titled(line, at, Kind::Annex, true);
    }
    if let Some(at) = found(&words.form) {
        return titled(line, at, Kind::Form, true).filter(|label| label.tokens > at);
    }
    if let Some(at) = found(&words.part) {
        let at = at + usize::from(line.is_word(at, "thứ"));
        return titled(line, at, Kind::Part, false).filter(|label| label.tokens > at);
    }
    let at = found(&words.article)?;
    let label = titled(line, at, Kind::Article, false).filter(|label| label.tokens > at)?;
    // "Điều 5 của Luật" is a sentence: only a mark or the end of the line makes a heading of it.
    let end = line.tokens.get(label.tokens - 1)?;
    (label.tokens == line.tokens.len() || matches!(end.kind, TokenKind::Mark('.' | ':'))).then_some(label)
}

/// A word such as "Phần", its number and a mark behind it; annexes and forms keep their word in the number.
fn titled(line: &Line, at: usize, kind: Kind, keep: bool) -> Option<Label> {
    let is_roman = |token: &str| roman::is_number(&token.to_ascii_uppercase());
    let numbered = |token: &str| is_roman(token) || vocabulary::ordinal(token).is_some() || is_count(token);
    let number = line.tokens.get(at).filter(|token| numbered(&token.text));
    let mut tokens = at + usize::from(number.is_some());
    let alone = tokens == line.tokens.len();
    let mark =
        line.tokens.get(tokens).is_some_and(|mark| matches!(mark.kind, TokenKind::Mark('.' | ':' | '-' | '/')));
    if keep && !alone && !mark && line.tokens[tokens..].iter().any(|token| token.is_mark('.') || token.is_mark(';')) {
        return None;
    }
    tokens += usize::from(mark);
    let printed = if keep {
        line.text(0..at + usize::from(number.is_some()))
    } else {
        let number = number?;
        if is_roman(&number.text) || is_count(&number.text) {
            line.text(at..at + 1)
        } else {
            roman::of(vocabulary::ordinal(&number.text)?.into())
        }
    };
    Some(Label { number: printed, kind, tokens })
}

fn is_count(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `1.`, `6.1.`, `4. 4.`, `1)`; without a mark behind it only where it has a dot inside (`3.1 Về …`) or stands alone.
fn arabic(line: &Line) -> Option<Label> {
    let mut number = String::new();
    let mut tokens = 0;
    while let Some(token) = line.tokens.get(tokens).filter(|token| is_section_number(&token.text)) {
        if !number.is_empty() {
            number.push('.');
        }
        number.push_str(&token.text);
        tokens += 1;
        match line.tokens.get(tokens).map(|next| next.kind) {
            Some(TokenKind::Mark('.')) => tokens += 1,
            Some(TokenKind::Mark(')')) => {
                tokens += 1;
                break;
            }
            Some(TokenKind::Mark('/' | '-')) if starts_title(line, tokens + 1) => {
                tokens += 1;
                break;
            }
            Some(_) if number.contains('.') && starts_title(line, tokens) => break,
            None if number.contains('.') => break,
            _ => return None,
        }
    }
    let depth = u8::try_from(number.matches('.').count() + 1).ok()?;
    let kind = if depth == 1 { Kind::Arabic } else { Kind::Decimal(depth) };
    (!number.is_empty()).then_some(Label { number, kind, tokens })
}

fn starts_title(line: &Line, token: usize) -> bool {
    line.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word) && line.is_capital(token)
}

/// At most two digits a level, so that `1.858 dịch vụ` is a number.
fn is_section_number(text: &str) -> bool {
    text.split('.').all(is_count)
}

/// `I.`, `II -`, `III/`; without a mark only alone on its line or before a title in capitals.
///
/// Recognition reads I as 1 or l: such a label must have a dot, and a true letter or a title in capitals behind it.
fn roman(line: &Line) -> Option<Label> {
    let token = line.tokens.first()?;
    let printed = &line.paragraph.text.chars()[token.at.clone()];
    let shape = printed.len() <= 5 && printed.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | '1' | 'l' | '|'));
    let sure = printed.first().is_some_and(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = printed.iter().any(|c| matches!(c, 'I' | 'V' | 'X' | 'l'));
    if !shape || !letter {
        return None;
    }
    let mark = line.tokens.get(1).map(|mark| mark.kind);
    let dotted = matches!(mark, Some(TokenKind::Mark('.' | '/' | ')' | ':')));
    let dashed = matches!(mark, Some(TokenKind::Mark('-'))) && starts_title(line, 2);
    let read = if sure {
        dotted || dashed || line.tokens.len() == 1 || shouts(line, 1)
    } else {
        matches!(mark, Some(TokenKind::Mark('.'))) && shouts(line, 2)
    };
    let number = printed.iter().map(|&c| if matches!(c, '1' | 'l' | '|') { 'I' } else { c }).collect();
    read.then(|| Label { number, kind: Kind::Roman, tokens: 1 + usize::from(dotted || dashed) })
}

/// Whether two words or more, all in capitals, follow from a token on.
fn shouts(line: &Line, from: usize) -> bool {
    let words = line.tokens.get(from..).unwrap_or_default().iter().filter(|token| token.kind == TokenKind::Word);
    let small = line
        .tokens
        .get(from)
        .is_some_and(|token| line.paragraph.text.chars()[token.at.start..].iter().any(|c| c.is_lowercase()));
    words.count() >= 2 && !small
}

/// `a)`, `đ)`, `b.`, `c/`, and `A.`, `B -` before a title.
fn letter(line: &Line) -> Option<Label> {
    let token = line.tokens.first().filter(|token| token.text.chars().count() == 1)?;
    let mark = line.tokens.get(1)?;
    let printed = line.text(0..1);
    let touching = mark.at.start == token.at.end;
    if line.is_capital(0) {
        let marked = matches!(mark.kind, TokenKind::Mark('.' | '/')) && touching || mark.is_mark('-') && !touching;
        let label = Label { number: printed, kind: Kind::Capital, tokens: 2 };
        // "Q. GIÁM ĐỐC" and initials are no labels: few letters come in question.
        return (marked && "ABCDĐEGH".contains(&label.number) && starts_title(line, 2)).then_some(label);
    }
    let marked = mark.is_mark(')') || matches!(mark.kind, TokenKind::Mark('.' | '/')) && starts_title(line, 2);
    (marked && touching).then_some(Label { number: printed, kind: Kind::Letter, tokens: 2 })
}

#[cfg(test)]
mod tests {
    use super::Kind::{Annex, Arabic, Article, Bullet, Capital, Decimal, Form, Item, Letter, Part, Roman};
    use super::*;
    use crate::line::lines;
    use crate::line::tests::document;

    fn check(text: &str, expected: Option<(&str, Kind)>) {
        let document = document(text);
        let found = label(&lines(&document)[0]);
        assert_eq!(found.as_ref().map(|label| (label.number.as_str(), label.kind)), expected, "{text}");
    }

    #[test]
    fn labels() {
        check("I. KẾT QUẢ", Some(("I", Roman)));
        check("II - KẾT QUẢ", Some(("II", Roman)));
        check("III/ KẾT QUẢ", Some(("III", Roman)));
        check("IV) Kết quả", Some(("IV", Roman)));
        check("V KẾT QUẢ CHUNG", Some(("V", Roman)));
        check("I11. PHUONG HUONG", Some(("III", Roman)));
        check("lI. KET QUA", Some(("II", Roman)));
        check("l. KET QUA CHUNG", Some(("I", Roman)));
        check("Phần II KẾT QUẢ", Some(("II", Part)));
        check("PHẦN THỨ NHẤT", Some(("I", Part)));
        check("Phần thứ hai: Phương hướng", Some(("II", Part)));
        check("A. TÌNH HÌNH CHUNG", Some(("A", Capital)));
        check("1. Lĩnh vực bưu chính", Some(("1", Arabic)));
        check("2/ Trồng trọt", Some(("2", Arabic)));
        check("3 - Chăn nuôi", Some(("3", Arabic)));
        check("6.1. Báo chí", Some(("6.1", Decimal(2))));
        check("4. 4. Nền tảng", Some(("4.4", Decimal(2))));
        check("3.2 Về đẩy mạnh", Some(("3.2", Decimal(2))));
        check("a) Nội bộ", Some(("a", Letter)));
        check("đ. Bảo trợ xã hội", Some(("đ", Letter)));
        check("Điều 5. Tổ chức thực hiện", Some(("5", Article)));
        check("Phụ lục II", Some(("Phụ lục II", Annex)));
        check("PHỤ LỤC", Some(("PHỤ LỤC", Annex)));
        check("Biểu mẫu 3", Some(("Biểu mẫu 3", Form)));
        check("(1) Tham mưu ban hành", Some(("1", Item)));
        check("- + Đã xử lý: 52", Some(("+", Bullet)));
    }

    #[test]
    fn what_only_looks_like_a_label() {
        for text in [
            "1.858 dịch vụ công",
            "12 công văn",
            "Internet",
            "16 hệ thống",
            "Q. GIÁM ĐỐC",
            "Điều 5 Luật Báo chí quy định",
            "Phần mềm quản lý văn bản",
            "Phụ lục kèm theo có các biểu; số liệu đã chốt.",
            "5 - 7 người",
            "VI phạm",
        ] {
            check(text, None);
        }
    }
}
