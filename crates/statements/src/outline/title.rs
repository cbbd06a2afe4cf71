//! The title of a report: "BÁO CÁO" and the lines below it, and the periods that they name.

use std::ops::Range;

use super::named::{self, Named, What};
use crate::line::{Line, Token, TokenKind};
use crate::vocabulary::WORDS;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;

/// How many paragraphs may stand before the title.
const REACH: usize = 40;
/// How many paragraphs a title takes at most.
const LENGTH: usize = 5;
/// How many tokens a line of a title has at most.
const WIDTH: usize = 60;

/// The lines of the title; empty where none can be told.
pub(super) fn block(lines: &[Line]) -> Range<usize> {
    let near = &lines[..lines.len().min(REACH)];
    let start = near.iter().position(is_title).or_else(|| near.iter().position(is_untitled));
    let Some(start) = start else { return 0..0 };
    let below = &lines[start + 1..];
    let more = below.iter().take(LENGTH - 1).take_while(|line| goes_on(line)).count();
    // Below "BÁO CÁO" alone stands the title, even where the opening sentence was joined to it.
    let joined =
        more == 0 && lines[start].tokens.len() == 2 && below.first().is_some_and(|line| line.label.is_none());
    start..start + 1 + if joined { 1 } else { more }
}

/// "BÁO CÁO" alone on its line, or at its start.
fn is_title(line: &Line) -> bool {
    let shouted = line.paragraph.text.chars().iter().take(3).all(|c| !c.is_lowercase());
    let alone = line.tokens.len() == 2;
    (shouted || alone) && line.is_word(0, "báo") && line.is_word(1, "cáo")
}

/// A short first line that says what it reports on: "Tình hình kinh tế - xã hội tháng 12 năm 2024".
fn is_untitled(line: &Line) -> bool {
    let closed = line.tokens.last().is_some_and(|last| matches!(last.kind, TokenKind::Mark('.' | ';' | ':' | ',')));
    let short = line.tokens.len() <= 40 && !closed && line.label.is_none();
    short && line.any_at(0, &WORDS.untitled) && !named::periods(line).is_empty()
}

fn goes_on(line: &Line) -> bool {
    let ends = line.tokens.last().is_none_or(|last| matches!(last.kind, TokenKind::Mark('.' | ':' | ';')));
    let remark = line.tokens.first().is_some_and(|first| first.is_mark('(')) || line.any_at(0, &WORDS.remark);
    !ends && !remark && line.tokens.len() <= WIDTH && line.label.is_none() && !line.any_at(0, &WORDS.contents)
}

/// A period that some lines name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// The period, without a year where none is named.
    pub period: Period,
    /// Whether it is planned and not reported on.
    pub planned: bool,
    /// Where it stands.
    pub span: Span,
}

/// The periods of some lines in order, and the year that one of them names, or 0.
///
/// What stands behind "kế hoạch" or "phương hướng" is planned, once a period was named before it.
pub(super) fn periods(lines: &[Line]) -> (Vec<Found>, i16) {
    let mut found: Vec<Found> = Vec::new();
    let (mut seen, mut planned, mut year) = (false, false, 0);
    for line in lines {
        let mut at = 0;
        let end = end(line);
        for named in named::periods(line).into_iter().filter(|named| named.end <= end) {
            planned |= seen && (at..named.start).any(|at| line.any_at(at, &WORDS.planned));
            at = named.end;
            seen = true;
            year = if year == 0 { named.year() } else { year };
            found.extend(of(line, &named, planned));
        }
        planned |= seen && (at..end).any(|at| line.any_at(at, &WORDS.planned));
    }
    (found, year)
}

/// The token at which the opening sentence begins in a line that it was joined to, or the end of the line: "… tháng 6 năm
/// 2021 Trong tháng 5, Sở …".
pub(super) fn end(line: &Line) -> usize {
    let opens = |at: &usize| {
        // A title ends in its year.
        let year = line.before(*at).is_some_and(Token::is_numeral);
        line.is_capital(*at) && year && line.any_at(*at, &WORDS.opening)
    };
    let written = line.paragraph.text.chars().iter().any(|c| c.is_lowercase());
    (4..line.tokens.len()).filter(|_| written).find(opens).unwrap_or(line.tokens.len())
}

/// The period that a line names there, with its place.
pub(super) fn of(line: &Line, named: &Named, planned: bool) -> Option<Found> {
    let What::Period(period) = named.what else { return None };
    let tokens = line.tokens.get(named.start..named.end)?;
    let at = tokens.first()?.at.start..tokens.last()?.at.end;
    Some(Found { period, planned, span: line.paragraph.text.span(at) })
}

/// Whether the title names a length of time that is not consolidated, such as a week.
pub(super) fn other_period(lines: &[Line]) -> Option<Span> {
    lines.iter().find_map(|line| {
        let phrase = |at: usize| WORDS.other_period.0.iter().find(|phrase| line.has_at(at, phrase));
        let (at, phrase) = (0..line.tokens.len()).find_map(|at| phrase(at).map(|phrase| (at, phrase)))?;
        let tokens = &line.tokens[at..at + phrase.len()];
        Some(line.paragraph.text.span(tokens.first()?.at.start..tokens.last()?.at.end))
    })
}
