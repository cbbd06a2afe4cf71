//! What the wording of a line tells of paragraphs: how it begins, how it ends.
//!
//! Reports come as text whose lines were broken by a page, a scanner or a mail program. Whether a line goes
//! on in the next is told by Vietnamese usage: list marks, closing signs, words that want another word.

use std::sync::LazyLock;

use serde::Deserialize;
use smol_str::SmolStr;

use tonghop_model::span;
use tonghop_model::vietnamese::fold::small;
use tonghop_model::vietnamese::form::{self, Forms, Name};

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/heads.json"));

/// The forms of heads; they are constant data, compiled when the first text is read.
static HEADS: LazyLock<Forms<Form, Beginning>> = LazyLock::new(|| Forms::read(DATA));

/// The forms of `heads.toml`, where each is described with its examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    Bullet,
    DoubtfulDash,
    SpacedDash,
    SpacedSign,
    JoinedSign,
    JoinedDash,
    Bracketed,
    Decimal,
    UndottedDecimal,
    Arabic,
    ArabicInBracket,
    LetterInBracket,
    SmallLetter,
    Roman,
    CapitalLetter,
    ColonBehind,
    NumberBehind,
    SmallFirst,
    CapitalFirst,
    DigitFirst,
    PageNumber,
}

impl Name for Form {
    fn place(self) -> u32 {
        self as u32
    }
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// In a hyphen or slash within a word or number ("NQ-", "COVID-"): the rest follows without a space.
    Glued,
    /// In a comma, a dash, an open bracket or a word that cannot end a sentence ("của").
    Open,
    /// In a word that wants a number behind it ("tháng").
    WantsNumber,
    /// In a sign that ends a sentence or an item of a list.
    Closed,
    /// In nothing that tells.
    Plain,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Beginning {
    /// With a list mark or another sign that only stands at the head of a paragraph.
    Mark,
    /// With a number and a dot, which may also be the end of a sentence ("trong tháng ⏎ 5. Qua đó").
    Number,
    /// With what may be a list mark and may be part of a sentence: "(1)", "– 2025", "Điều 5".
    MaybeMark,
    /// With a small letter.
    Lower,
    /// With a capital letter.
    Upper,
    /// With a digit that is no label.
    Digit,
    /// With anything else.
    Other,
}

/// Words that hardly ever end a sentence: what they lead to follows on the next line.
const LEADING: [&str; 20] = [
    "bởi", "các", "cho", "của", "gồm", "hoặc", "là", "mà", "mỗi", "nhằm", "những", "như", "tại", "theo", "thì",
    "trong", "từ", "và", "với", "để",
];

/// Words behind which a number stands.
const BEFORE_NUMBER: [&str; 23] = [
    "biểu",
    "cấp",
    "chương",
    "đạt",
    "điều",
    "điểm",
    "độ",
    "đợt",
    "giờ",
    "khoản",
    "khóa",
    "khoá",
    "kỳ",
    "lần",
    "lớp",
    "mục",
    "năm",
    "ngày",
    "phường",
    "quận",
    "quý",
    "số",
    "tháng",
];

/// Words with a dot that ends no sentence.
const ABBREVIATIONS: [&str; 12] =
    ["tp.", "tx.", "tt.", "ths.", "ts.", "pgs.", "gs.", "bs.", "q.", "p.", "kt.", "tm."];

/// Words that open a paragraph where a colon follows, as the decree on paperwork (30/2020/NĐ-CP) sets them.
const OPENERS: [&str; 4] = ["kính gửi", "nơi nhận", "số", "đvt"];

/// Words that name a part of a document where a number follows.
const PARTS: [&str; 7] = ["điều", "chương", "phần", "mục", "phụ lục", "biểu", "bảng"];

/// How a line ends.
pub(super) fn ending(line: &str) -> Ending {
    let mut back = line.chars().rev();
    let Some(last) = back.next() else { return Ending::Plain };
    match last {
        '-' | '/' if back.next().is_some_and(char::is_alphanumeric) => Ending::Glued,
        ',' | '-' | '–' | '—' | '(' | '[' | '“' | '+' | '/' => Ending::Open,
        _ if closes(line) => Ending::Closed,
        _ => word_ending(line),
    }
}

/// Whether a closing sign stands at the end, within quotes and brackets or not.
fn closes(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    match line.chars().next_back() {
        Some(';' | ':' | '!' | '?' | '…') => true,
        Some('.') => !ABBREVIATIONS.contains(&last_word(line).as_str()),
        _ => false,
    }
}

fn word_ending(line: &str) -> Ending {
    let word = last_word(line);
    // A bracket that is still open wants its end: "(tỷ lệ", then "90,00%)".
    if LEADING.contains(&word.as_str()) || line.rfind('(') > line.rfind(')') {
        Ending::Open
    } else if BEFORE_NUMBER.contains(&word.as_str()) {
        Ending::WantsNumber
    } else {
        Ending::Plain
    }
}

/// The last word in small composed letters; a word longer than any of Vietnamese comes back cut.
fn last_word(line: &str) -> SmolStr {
    let start = line.char_indices().rev().take(HEAD).find(|(_, c)| c.is_whitespace());
    let word = start.map_or(line, |(at, c)| &line[at + c.len_utf8()..]);
    Head::of(word).letters().iter().map(|&c| small(c)).collect()
}

/// So many characters of a line are looked at for how it begins.
const HEAD: usize = 24;

/// The first characters of a line, composed.
struct Head {
    chars: [char; HEAD],
    length: usize,
}

impl Head {
    fn of(line: &str) -> Self {
        let mut head = Self { chars: [' '; HEAD], length: 0 };
        let first = || line.chars().take(HEAD);
        if first().all(span::is_composed) {
            head.fill(first());
        } else {
            head.fill(span::composed(first()).into_iter());
        }
        head
    }

    fn fill(&mut self, chars: impl Iterator<Item = char>) {
        for (place, c) in self.chars.iter_mut().zip(chars) {
            *place = c;
            self.length += 1;
        }
    }

    fn letters(&self) -> &[char] {
        &self.chars[..self.length]
    }

    fn view(&self) -> Vec<u8> {
        form::view(self.letters())
    }
}

/// What stands behind a word in small letters at the head of a line, whatever letters the line has it in.
fn behind<'h>(head: &'h [char], word: &str) -> Option<&'h [char]> {
    let mut rest = head;
    for letter in word.chars() {
        let (&first, others) = rest.split_first()?;
        if small(first) != letter {
            return None;
        }
        rest = others;
    }
    Some(rest)
}

/// How a line begins.
pub(super) fn beginning(line: &str) -> Beginning {
    let head = Head::of(line);
    let found = HEADS.of(&head.view());
    let plain = || HEADS.first(found).unwrap_or(Beginning::Other);
    let letter = [Form::SmallFirst, Form::CapitalFirst].iter().any(|&form| found.has(form));
    let opened = if letter { opener(head.letters(), found.has(Form::CapitalFirst)) } else { None };
    opened.unwrap_or_else(plain)
}

/// "Nơi nhận:", "Số: 12/BC", "Điều 5".
fn opener(head: &[char], capital: bool) -> Option<Beginning> {
    let has = |rest: &[char], wanted: Form| HEADS.of(&form::view(rest)).has(wanted);
    let opens = |word: &str| behind(head, word).is_some_and(|rest| has(rest, Form::ColonBehind));
    // The first column of a table's head.
    let counts = behind(head, "stt ").or_else(|| behind(head, "tt ")).is_some();
    if counts || OPENERS.into_iter().any(opens) {
        return Some(Beginning::Mark);
    }
    let numbered = |word: &str| behind(head, word).is_some_and(|rest| has(rest, Form::NumberBehind));
    (capital && PARTS.into_iter().any(numbered)).then_some(Beginning::MaybeMark)
}

/// Whether a line is set in capitals, as titles are: at least five letters, none of them small.
pub(super) fn in_capitals(line: &str) -> bool {
    let mut letters = 0;
    for c in line.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_uppercase());
    }
    letters >= 5
}

/// Whether a line holds columns: a wide gap or a tab within it, as letterheads and printed tables have.
pub(super) fn in_columns(line: &str) -> bool {
    line.contains('\t') || line.as_bytes().windows(4).any(|gap| gap == b"    ")
}

/// Whether a line is only the label of a list item ("10."), whose text follows on the next line.
pub(super) fn is_bare_label(line: &str) -> bool {
    line.len() <= 6 && !line.contains(' ') && matches!(beginning(line), Beginning::Mark | Beginning::Number)
}

/// Whether a line is nothing but an address, as the targets of links stand at the foot of a page.
pub(super) fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(char::is_whitespace)
}

/// Whether a line is nothing but a page number: "2", "- 2 -", "Trang 3/8".
pub(super) fn is_page_number(line: &str) -> bool {
    if line.len() > 16 {
        return false;
    }
    let head = Head::of(line);
    let number = behind(head.letters(), "trang").unwrap_or(head.letters());
    HEADS.of(&form::view(number)).has(Form::PageNumber)
}

#[cfg(test)]
mod tests {
    use crate::wording::*;

    #[test]
    fn each_head_has_its_examples_and_no_other() {
        assert_eq!(HEADS.faults(Form::PageNumber), Vec::<String>::new());
    }
}
