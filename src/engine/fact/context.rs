//! The context of each figure: the words on both sides, the bracket it stands in, what leads its paragraph in.

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;

use crate::engine::numeral::line::{Line, Token, TokenKind};
use crate::engine::numeral::{Class, Numeral, Quantity};
use crate::engine::outline::{self, Section, label};
use crate::engine::vietnamese::lexicon::{LEXICON, Phrase};
use crate::engine::vietnamese::noise::Tolerance;

/// How many paragraphs ago a lead-in may stand.
const LEAD_REACH: usize = 40;

/// A quantity, or the words for nothing, in its context. All ranges are of tokens of its line.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The index among the document's numerals; `None` for words ("Không có").
    pub numeral: Option<usize>,
    /// The tokens it takes.
    pub tokens: Range<usize>,
    /// The words to its left, back to the figure before it, its bracket or its sentence.
    pub left: Range<usize>,
    /// The words to its right, up to the next figure or the end of its item.
    pub right: Range<usize>,
    /// Inside of a bracket, the words that stand directly before the bracket.
    pub head: Range<usize>,
    /// The sentence it stands in.
    pub sentence: Range<usize>,
    /// The figures of the same line that it is part of or follows: first the one before its bracket, then the
    /// one before it in the same item.
    pub governors: Vec<usize>,
    /// What it says; `None` where the numeral is too long to be a number.
    pub quantity: Option<Quantity>,
    /// The word before it that makes it approximate.
    pub approximate: Option<&'static str>,
}

/// A paragraph with figures and what they are read in.
#[derive(Clone, Debug)]
pub struct Statement<'l> {
    /// The index of the line.
    pub line: usize,
    /// The figures, in order.
    pub figures: Vec<Figure>,
    /// The lines whose words are in scope: titles of sections outermost first, then lead-ins.
    pub scope: Vec<usize>,
    /// The line under which this one is listed, if any.
    pub lead: Option<usize>,
    /// Whether it stands in a section that plans, or outside of all sections.
    pub plan: bool,
    /// The words of the line and of those in scope, so that a phrase with another word is passed over at once.
    pub words: HashSet<&'l str>,
}

/// The statements of a document, in order.
pub fn statements<'l>(lines: &'l [Line<'_>], outline: &[Section], numerals: &[Numeral]) -> Vec<Statement<'l>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (index, line) in lines.iter().enumerate() {
        let first = next;
        while numerals.get(next).is_some_and(|numeral| numeral.paragraph == index) {
            next += 1;
        }
        let figures = figures(line, first, &numerals[first..next]);
        if figures.is_empty() {
            continue;
        }
        let sections: Vec<&Section> = outline::path(outline, index).collect();
        let mut scope: Vec<usize> =
            sections.iter().map(|section| section.paragraph).filter(|&at| at != index).collect();
        let floor = scope.last().map_or(0, |&at| at + 1).max(index.saturating_sub(LEAD_REACH));
        let led = leads(lines, floor, index);
        scope.extend(
            lead_ins(lines, floor, index).into_iter().chain(led.iter().copied().filter(|&at| is_open(&lines[at]))),
        );
        scope.sort_unstable();
        scope.dedup();
        let plan = sections.iter().any(|section| section.plan) || sections.is_empty() && !outline.is_empty();
        let read = scope.iter().chain([&index]).flat_map(|&at| &lines[at].tokens);
        let words = read.map(|token| token.text.as_str()).collect();
        found.push(Statement { line: index, figures, scope, lead: led.first().copied(), plan, words });
    }
    found
}

/// The last two paragraphs before this one, in its section, that end with a colon.
fn lead_ins(lines: &[Line<'_>], floor: usize, index: usize) -> Vec<usize> {
    (floor..index).rev().filter(|&at| ends_with_colon(&lines[at])).take(2).collect()
}

/// Whether a line ends with a colon; marks of emphasis and quotation behind it are not counted.
fn ends_with_colon(line: &Line<'_>) -> bool {
    let trails = |kind: TokenKind| matches!(kind, TokenKind::Mark('*' | '_' | '"' | '”' | '\''));
    line.tokens.iter().rev().find(|token| !trails(token.kind)).is_some_and(|last| last.is_mark(':'))
}

/// The lines that this one is listed under, the nearest first: items of one bullet stand under the nearest line before
/// them that has another bullet or none; bullets that were passed on the way are those of deeper lists.
fn leads(lines: &[Line<'_>], floor: usize, index: usize) -> Vec<usize> {
    let Some(own) = bullet(&lines[index]) else { return Vec::new() };
    let (mut passed, mut found) = (vec![own], Vec::new());
    for at in (floor..index).rev() {
        match bullet(&lines[at]) {
            Some(bullet) if passed.contains(&bullet) => {}
            Some(bullet) => {
                found.push(at);
                passed.push(bullet);
            }
            None => {
                found.push(at);
                break;
            }
        }
    }
    found
}

/// The mark before an item; all numbers are one mark.
fn bullet(line: &Line<'_>) -> Option<String> {
    label::read(line).map(|label| if label.level == 0 { label.number } else { "1".to_owned() })
}

/// Whether a line leaves open what follows, as what leads a list in does.
fn is_open(line: &Line<'_>) -> bool {
    line.tokens.last().is_some_and(|last| !last.is_mark('.') && !last.is_mark(';'))
}

/// The figures of a line; `first` is the index of its first numeral in the document.
fn figures(line: &Line<'_>, first: usize, numerals: &[Numeral]) -> Vec<Figure> {
    let mut found: Vec<Figure> = numerals
        .iter()
        .enumerate()
        .filter(|(_, numeral)| numeral.class == Class::NarrativeCount)
        .map(|(i, numeral)| {
            let percent = numeral.quantity.is_some_and(|quantity| quantity.percent);
            bare_figure(
                line,
                Some(first + i),
                numeral.token..numeral.token + 1 + usize::from(percent),
                numeral.quantity,
            )
        })
        .collect();
    for at in 0..line.tokens.len() {
        if let Some(end) = nothing_end(line, at) {
            found.push(bare_figure(line, None, at..end, None));
        }
    }
    found.sort_by_key(|figure| (figure.tokens.start, figure.numeral));
    settle(line, &mut found);
    found
}

/// The end of words for nothing: "không có", or "không" as the whole answer behind a colon.
fn nothing_end(line: &Line<'_>, at: usize) -> Option<usize> {
    let asked = line.before(at).is_some_and(|mark| mark.is_mark(':'));
    // Behind the colon of a question, damaged words can hardly be anything else.
    let same = |phrase: &&Phrase| {
        let tokens = line.tokens.get(at..at + phrase.len());
        let damaged = |(token, word): (&Token, &String)| line.same(token, word, Tolerance::Letter);
        line.has_at(at, phrase) || asked && tokens.is_some_and(|tokens| tokens.iter().zip(*phrase).all(damaged))
    };
    let phrase = LEXICON.nothing.0.iter().find(same).map(|phrase| at + phrase.len());
    phrase.or_else(|| {
        let whole = line.tokens.get(at + 1).is_none_or(|next| next.is_mark('.') || next.is_mark(';'));
        (asked && whole && line.is_word(at, "không")).then_some(at + 1)
    })
}

fn bare_figure(line: &Line<'_>, numeral: Option<usize>, tokens: Range<usize>, quantity: Option<Quantity>) -> Figure {
    Figure {
        approximate: numeral.and_then(|_| approximator(line, tokens.start)),
        sentence: line.sentence(tokens.start),
        left: 0..0,
        right: 0..0,
        head: 0..0,
        governors: Vec::new(),
        numeral,
        tokens,
        quantity,
    }
}

/// The word right before a figure that makes it approximate.
fn approximator(line: &Line<'_>, token: usize) -> Option<&'static str> {
    let before = |word: &&String| {
        word.split(' ').rev().enumerate().all(|(back, part)| token > back && line.is_word(token - back - 1, part))
    };
    // "trên 02 hệ thống": nobody rounds to a count that is written with a zero, so that the word is a preposition.
    let zero = line.tokens[token].text.starts_with('0') && !line.tokens[token].text.contains(',');
    let holds = |word: &&String| before(word) && !(zero && *word == "trên");
    LEXICON.approximate.iter().filter(holds).max_by_key(|word| word.len()).map(String::as_str)
}

/// A bracket that stands open.
struct Bracket {
    /// The first figure that may stand in it.
    from: usize,
    /// The figure before it.
    owner: Option<usize>,
    /// The words before it.
    head: Range<usize>,
}

/// Fills in sides and governors.
///
/// Brackets form the tree: the figure before a bracket owns those in it. A bracket that is never closed ends with
/// its sentence.
fn settle(line: &Line<'_>, figures: &mut [Figure]) {
    let mut owners: Vec<Bracket> = Vec::new();
    let mut last: Option<usize> = None;
    let mut left = 0;
    let mut next = 0;
    for at in 0..line.tokens.len() {
        let token = &line.tokens[at];
        while next < figures.len() && figures[next].tokens.start == at {
            let figure = &mut figures[next];
            figure.left = left.min(at)..at;
            figure.head = owners.last().map_or(0..0, |bracket| bracket.head.clone());
            let owner = owners.last().and_then(|bracket| bracket.owner);
            figure.governors.extend(owner);
            figure.governors.extend(last.filter(|last| Some(*last) != owner));
            last = Some(next);
            left = figure.tokens.end;
            next += 1;
        }
        if token.is_mark('(') {
            owners.push(Bracket { from: next, owner: last, head: left.min(at)..at });
            if holds_figure(figures, next, closing(line, at)) {
                left = at + 1;
            }
        } else if token.is_mark(')') {
            if let Some(bracket) = owners.pop()
                && next > bracket.from
            {
                last = bracket.owner;
                left = at + 1;
            }
        } else if token.is_mark(';') {
            left = at + 1;
            last = owners.last().and_then(|bracket| bracket.owner);
        } else if line.ends_sentence(at) {
            left = at + 1;
            owners.clear();
            last = None;
        }
    }
    for i in 0..figures.len() {
        let (start, limit) =
            (figures[i].tokens.end, figures.get(i + 1).map_or(line.tokens.len(), |next| next.tokens.start));
        figures[i].right = start..right_end(line, figures, i, start, limit.max(start));
    }
}

fn right_end(line: &Line<'_>, figures: &[Figure], index: usize, start: usize, limit: usize) -> usize {
    let mut depth = 0_usize;
    for at in start..limit {
        let token = &line.tokens[at];
        if token.is_mark('(') {
            if holds_figure(figures, index + 1, closing(line, at)) {
                return at;
            }
            depth += 1;
        } else if token.is_mark(')') {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        } else if token.is_mark(';') || line.ends_sentence(at) {
            return at;
        }
    }
    limit
}

fn holds_figure(figures: &[Figure], from: usize, close: usize) -> bool {
    figures.get(from).is_some_and(|figure| figure.tokens.start < close)
}

/// The bracket that closes the one at this token, or the end of the line.
fn closing(line: &Line<'_>, open: usize) -> usize {
    let mut depth = 0_usize;
    for at in open..line.tokens.len() {
        if line.tokens[at].is_mark('(') {
            depth += 1;
        } else if line.tokens[at].is_mark(')') {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    line.tokens.len()
}

/// The date that a figure is as of: the last one behind "đến" or "ngày" before the figure, in its line.
pub fn as_of(line: &Line<'_>, figure: &Figure) -> Option<Date> {
    (0..figure.tokens.start).rev().find_map(|at| {
        let until =
            (1..=2).any(|back| at >= back && (line.is_word(at - back, "đến") || line.is_word(at - back, "tới")));
        let mut fields = line.tokens[at].text.split('/').map(str::parse::<i16>);
        match (until, fields.next(), fields.next(), fields.next(), fields.next()) {
            (true, Some(Ok(day)), Some(Ok(month)), Some(Ok(year)), None) => {
                Some(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())
            }
            _ => None,
        }
    })?
}
