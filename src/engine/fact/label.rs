//! What to call a figure that no indicator claims: words of its own context.

use std::ops::Range;

use super::Kind;
use super::context::Statement;
use super::figure::Figure;
use crate::engine::numeral::line::{Line, TokenKind};
use crate::engine::vietnamese::lexicon::LEXICON;

/// How many words a side of the label takes.
const SIDE: usize = 7;

/// A label of the words on both sides: "đăng tải – tin bài tiếng Việt"; never empty where the line has words.
pub fn label(line: &Line<'_>, figure: &Figure) -> String {
    let right = figure.right.start..figure.right.end.min(figure.right.start + SIDE);
    let left = figure.left.end.saturating_sub(SIDE).max(figure.left.start)..figure.left.end;
    let (left, right) = (words_back(line, left, figure.approximate), words_on(line, right));
    match (left.is_empty(), right.is_empty()) {
        (false, false) => format!("{left} – {right}"),
        (true, false) => right,
        (false, true) => left,
        (true, true) => opening(line),
    }
}

/// The first words of the line, for a figure that has no words beside it.
fn opening(line: &Line<'_>) -> String {
    let start = line.tokens.iter().position(|token| token.kind == TokenKind::Word).unwrap_or(0);
    line.text(start..(start + SIDE).min(line.tokens.len()))
}

/// What is counted: the unit behind the figure, or the word behind it where no unit is known.
pub fn unit(line: &Line<'_>, figure: &Figure) -> String {
    if figure.quantity.is_some_and(|quantity| quantity.percent) {
        return "%".to_owned();
    }
    let at = figure.right.start;
    let known = LEXICON.unit.0.iter().filter(|phrase| line.has_at(at, phrase)).map(Vec::len).max();
    line.text(at..at + known.unwrap_or(0)).to_lowercase()
}

/// The kind that the words around a figure tell.
pub fn kind(line: &Line<'_>, statement: &Statement<'_>, figure: &Figure) -> Kind {
    let _ = statement;
    let has = |phrases: &[&[&str]]| {
        (figure.left.start..figure.left.end).any(|at| {
            phrases.iter().any(|phrase| phrase.iter().enumerate().all(|(i, word)| line.is_word(at + i, word)))
        })
    };
    match () {
        () if figure.quantity.is_some_and(|quantity| quantity.percent) => Kind::Ratio,
        () if has(&[&["lũy", "kế"], &["từ", "đầu", "năm"], &["tính", "đến"]]) => Kind::Cumulative,
        () if has(&[&["hiện", "có"], &["hiện", "tại"], &["tổng", "số"], &["toàn", "tỉnh"], &["đến", "nay"]]) => {
            Kind::Stock
        }
        () => Kind::Flow,
    }
}

/// The words of the clause that ends at the figure.
fn words_back(line: &Line<'_>, range: Range<usize>, approximate: Option<&str>) -> String {
    let inner = |at: &usize| line.tokens[*at].kind != TokenKind::Word;
    let marks = range.clone().rev().take_while(inner).count();
    let mut end = range.end - marks;
    // What makes the figure approximate belongs to its value, not to its name.
    if let Some(word) = approximate {
        end = end.saturating_sub(word.split(' ').count()).max(range.start);
    }
    let start = (range.start..end).rev().find(inner).map_or(range.start, |at| at + 1);
    line.text(start..end)
}

/// The words of the clause that begins behind the figure.
fn words_on(line: &Line<'_>, range: Range<usize>) -> String {
    let inner = |at: &usize| line.tokens[*at].kind != TokenKind::Word;
    let end = range.clone().find(inner).unwrap_or(range.end);
    line.text(range.start..end)
}
