//! The figures of a line with the words on both sides of them, and the bracket that they stand in.

use std::ops::Range;

use jiff::civil::Date;

use crate::cells::Cell;
use crate::line::{Line, Token, TokenKind};
use crate::numeral::{Class, Numeral, Quantity};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::alike::Tolerance;
use tonghop_model::vietnamese::lexicon::LEXICON;

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
    /// Where its own words begin to its left: what stands before a comma or "và" may belong to the figure before it.
    pub own: usize,
    /// The figure whose left words it shares, where it has none of its own: "ban hành 04 công văn và 01 văn bản".
    pub shares: Option<usize>,
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
    /// The date that it is as of, where its line says it.
    pub as_of: Option<Date>,
    /// Where its sentence stands in the document.
    pub said: Span,
}

/// The figures of a line; `first` is the index of its first numeral in the document.
pub fn figures(line: &Line, first: usize, numerals: &[Numeral]) -> Vec<Figure> {
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
    if !found.is_empty() {
        settle(line, &mut found);
        note_places(line, &mut found);
    }
    found
}

/// The known unit right behind a figure, "%" for a percentage; empty where there is none.
pub fn unit(line: &Line, figure: &Figure) -> String {
    if figure.quantity.is_some_and(|quantity| quantity.percent) {
        return "%".to_owned();
    }
    let at = figure.right.start;
    // Words that multiply stay with the unit, so that the value keeps the precision that it is printed with.
    let times =
        line.tokens[at..].iter().take_while(|token| LEXICON.multiplier(&token.text, line.poor).is_some()).count();
    let own = line.longest_at(at, &LEXICON.unit);
    let words = if own > 0 { own } else { times + line.longest_at(at + times, &LEXICON.unit) };
    line.text(at..at + words).to_lowercase()
}

/// The figures but for those that are taken out; what the others say of each other goes on to name the same figures.
pub fn without(figures: Vec<Figure>, out: impl Fn(&Figure) -> bool) -> Vec<Figure> {
    let mut places = Vec::with_capacity(figures.len());
    let mut kept = 0;
    for figure in &figures {
        let stays = !out(figure);
        places.push(stays.then_some(kept));
        kept += usize::from(stays);
    }
    if kept == figures.len() {
        return figures;
    }
    let place = |at: usize| places.get(at).copied().flatten();
    let stays = figures.into_iter().zip(&places).filter(|(_, place)| place.is_some());
    let moved = stays.map(|(mut figure, _)| {
        figure.governors = figure.governors.iter().filter_map(|&at| place(at)).collect();
        figure.shares = figure.shares.and_then(place);
        figure
    });
    moved.collect()
}

/// The figure of a table's value in the line that was made of its row: its last numeral.
pub fn of_cell(line: &Line, cell: &Cell) -> Vec<Figure> {
    let Some(token) = line.tokens.iter().rposition(Token::is_numeral) else { return Vec::new() };
    let end = token + 1 + usize::from(line.tokens.get(token + 1).is_some_and(|next| next.is_mark('%')));
    let mut figure = bare_figure(line, Some(cell.numeral), token..end, Some(cell.quantity));
    figure.sentence = 0..line.tokens.len();
    figure.left = 0..token;
    figure.own = 0;
    figure.right = end..line.tokens.len();
    let mut figures = vec![figure];
    note_places(line, &mut figures);
    figures
}

/// The end of words for nothing: "không có", or "không" as the whole answer behind a colon.
fn nothing_end(line: &Line, at: usize) -> Option<usize> {
    let asked = || line.before(at).is_some_and(|mark| mark.is_mark(':'));
    let found = if line.poor {
        // Behind the colon of a question, damaged words can hardly be anything else.
        let tolerance = if asked() { Tolerance::Letter } else { Tolerance::Shape };
        line.damaged(at, &LEXICON.nothing, tolerance)
    } else {
        line.standing(at, &LEXICON.nothing).next()
    };
    let phrase = found.map(|phrase| at + phrase.len());
    phrase.or_else(|| {
        let whole = || line.tokens.get(at + 1).is_none_or(|next| next.is_mark('.') || next.is_mark(';'));
        (line.is_word(at, "không") && asked() && whole()).then_some(at + 1)
    })
}

fn bare_figure(line: &Line, numeral: Option<usize>, tokens: Range<usize>, quantity: Option<Quantity>) -> Figure {
    Figure {
        approximate: numeral.and_then(|_| approximator(line, tokens.start)),
        sentence: line.sentence(tokens.start),
        left: 0..0,
        right: 0..0,
        head: 0..0,
        own: 0,
        shares: None,
        governors: Vec::new(),
        numeral,
        tokens,
        quantity,
        as_of: None,
        said: Span::default(),
    }
}

/// The word right before a figure that makes it approximate.
fn approximator(line: &Line, token: usize) -> Option<&'static str> {
    let last = line.before(token).map_or("", |last| &last.text);
    let before = |word: &&String| {
        (line.poor || word.ends_with(last))
            && word
                .split(' ')
                .rev()
                .enumerate()
                .all(|(back, part)| token > back && line.is_word(token - back - 1, part))
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
    /// The total of the parts that it interrupts.
    whole: Option<usize>,
    /// The words before it.
    head: Range<usize>,
}

/// What the walk along a line knows.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Where the words begin that belong to the next figure.
    left: usize,
    /// The figure before it in the same item.
    last: Option<usize>,
    /// The figure before it in the sentence.
    before: Option<usize>,
    /// The figure whose parts are listed, behind "gồm" and "trong đó".
    whole: Option<usize>,
}

/// The most figures that one may stand under.
const GOVERNORS: usize = 6;

/// Gives a figure its left side and the figures that it is part of or follows, and those that these follow.
///
/// `around` are the figure before its bracket, the one before it in its item, and the one before it in its sentence.
fn place(
    line: &Line,
    figures: &mut [Figure],
    at: usize,
    left: usize,
    around: (Option<usize>, Option<usize>, Option<usize>),
) {
    let (owner, last, before) = around;
    let end = figures[at].tokens.start;
    let parts = |token: &usize| {
        matches!(line.tokens[*token].kind, TokenKind::Mark(',')) || line.any_at(*token, &LEXICON.coordinate)
    };
    let follows = last.is_some_and(|last| figures[last].tokens.end == left);
    let own = (left..end).rev().find(parts).filter(|_| follows).map_or(left, |token| token + 1);
    let wordless = line.tokens[own..end].iter().all(|token| matches!(token.kind, TokenKind::Mark(_)));
    let mut governors: Vec<usize> = owner.into_iter().chain(last.filter(|last| Some(*last) != owner)).collect();
    let further: Vec<usize> = governors.iter().rev().flat_map(|&at| figures[at].governors.clone()).collect();
    for governor in further {
        if governors.len() < GOVERNORS && !governors.contains(&governor) {
            governors.push(governor);
        }
    }
    let shares = before.filter(|_| wordless).map(|before| figures[before].shares.unwrap_or(before));
    let figure = &mut figures[at];
    figure.governors = governors;
    figure.shares = shares;
    figure.own = own;
    figure.left = left..end;
}

/// Fills in sides and governors.
///
/// Brackets form the tree: the figure before a bracket owns those in it. A bracket that is never closed ends with
/// its sentence.
fn settle(line: &Line, figures: &mut [Figure]) {
    let mut owners: Vec<Bracket> = Vec::new();
    let mut state = State::default();
    let mut next = 0;
    for at in 0..line.tokens.len() {
        let token = &line.tokens[at];
        while next < figures.len() && figures[next].tokens.start == at {
            let owner = owners.last().and_then(|bracket| bracket.owner);
            place(line, figures, next, state.left.min(at), (owner, state.last, state.before));
            figures[next].head = owners.last().map_or(0..0, |bracket| bracket.head.clone());
            (state.last, state.before) = (Some(next), Some(next));
            state.left = figures[next].tokens.end;
            next += 1;
        }
        if line.any_at(at, &LEXICON.some_parts) || line.any_at(at, &LEXICON.all_parts) {
            state.whole = state.last.or(state.before);
            state.last = state.whole;
        } else if token.is_mark('(') {
            owners.push(Bracket { from: next, owner: state.last, whole: state.whole, head: state.left.min(at)..at });
            if holds_figure(figures, next, line.closing(at)) {
                state.left = at + 1;
            }
        } else if token.is_mark(')') {
            if let Some(bracket) = owners.pop()
                && next > bracket.from
            {
                (state.last, state.whole, state.left) = (bracket.owner, bracket.whole, at + 1);
            }
        } else if token.is_mark(';') {
            state.left = at + 1;
            state.last = owners.last().and_then(|bracket| bracket.owner).or(state.whole);
        } else if line.ends_sentence(at) {
            owners.clear();
            state = State { left: at + 1, ..State::default() };
        }
    }
    for i in 0..figures.len() {
        let (start, limit) =
            (figures[i].tokens.end, figures.get(i + 1).map_or(line.tokens.len(), |next| next.tokens.start));
        figures[i].right = start..right_end(line, figures, i, start, limit.max(start));
    }
}

fn right_end(line: &Line, figures: &[Figure], index: usize, start: usize, limit: usize) -> usize {
    let mut depth = 0_usize;
    for at in start..limit {
        let token = &line.tokens[at];
        if token.is_mark('(') {
            if holds_figure(figures, index + 1, line.closing(at)) {
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

/// Notes what holds for a figure by its place in the line: where its sentence stands, and the date that it is as of,
/// the last one behind "đến" or "tới" before it. Each is looked for once, however many figures the line has.
fn note_places(line: &Line, figures: &mut [Figure]) {
    let dates = dates(line);
    let mut sentence = (0..0, Span::default());
    for figure in figures {
        if sentence.0 != figure.sentence {
            let tokens = line.tokens.get(figure.sentence.clone()).unwrap_or_default();
            let chars = tokens.first().zip(tokens.last()).map(|(first, last)| first.at.start..last.at.end);
            sentence = (figure.sentence.clone(), line.paragraph.text.span(chars.unwrap_or_default()));
        }
        figure.said = sentence.1;
        let before = dates.partition_point(|(token, _)| *token < figure.tokens.start);
        figure.as_of = before.checked_sub(1).and_then(|at| dates[at].1);
    }
}

/// The dates behind "đến" and "tới" with their tokens, in order; none where the day is impossible.
fn dates(line: &Line) -> Vec<(usize, Option<Date>)> {
    let until = |at: usize| {
        (1..=2).any(|back| at >= back && (line.is_word(at - back, "đến") || line.is_word(at - back, "tới")))
    };
    let date = |at: usize| {
        let fields: Vec<i16> = line.tokens[at].text.split('/').map(str::parse).collect::<Result<_, _>>().ok()?;
        let [day, month, year] = fields[..] else { return None };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Some((at, Date::new(year, month, day).ok()))
    };
    let numerals = (0..line.tokens.len()).filter(|&at| line.tokens[at].is_numeral());
    numerals.filter(|&at| until(at)).filter_map(date).collect()
}
