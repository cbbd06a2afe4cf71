//! How well the context of a figure fits the cues of an indicator.

use std::ops::Range;

use super::seen::Seen;
use super::sight::{Sight, Text};
use crate::catalogue::cue::{Cue, Wanted, Zone};
use crate::catalogue::{Catalogue, Indicator};
use tonghop_model::kind::Kind;
use tonghop_statements::cells::Column;
use tonghop_statements::figure::Figure;
use tonghop_statements::line::{Line, Token, TokenKind};

/// What one word of a cue beside the figure is worth.
const WORD: u32 = 10;
/// What one word of a cue in scope is worth, twice that in the figure's own paragraph: it tells the system, not the
/// figure.
const SCOPE_WORD: u32 = 2;
/// What standing under the right figure is worth.
const GOVERNOR: u32 = 25;
/// How many figures one can stand under directly: the one before its bracket and the one before it.
const DIRECT: usize = 2;
/// How many words may stand between a figure and a phrase that belongs to it.
const REACH: usize = 3;
/// The worth of standing right beside the figure; each word between takes one away.
const NEAR: u32 = 12;

/// An indicator that a figure may belong to, and how well it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<'c> {
    /// The indicator.
    pub indicator: &'c Indicator,
    /// How well it fits; more is better.
    pub score: u32,
    /// Whether the way in which it is written leaves something out, so that it is less certain.
    pub weak: bool,
}

/// An indicator with the ways of writing it that a statement has the words for.
#[derive(Clone, Debug)]
pub struct Possible<'c> {
    indicator: &'c Indicator,
    when: Vec<&'c [Cue]>,
    weak: Vec<&'c [Cue]>,
}

/// The indicators that the figures of a statement may belong to: their system's scope holds, and every cue of one way
/// of writing them has a phrase that stands somewhere in the statement or in its scope. Most are told apart by this.
pub fn possible<'c>(statement: &Seen<'_>, catalogue: &'c Catalogue) -> Vec<Possible<'c>> {
    let systems = catalogue.systems();
    let present = |wanted: &Wanted| statement.present.has(wanted);
    let open: Vec<bool> = systems
        .iter()
        .map(|system| system.scope.iter().all(|cue| cue.options.iter().any(present) != cue.negated))
        .collect();
    let may_hold = |cue: &Cue| {
        let stands = |wanted: &Wanted| stands(statement, cue.zone, wanted);
        cue.negated || cue.zone == Zone::NothingLeft || cue.options.iter().any(stands)
    };
    let mut found: Vec<Possible<'c>> = Vec::new();
    for way in catalogue.index().ways(statement.present.phrases()).filter(|way| open[way.system]) {
        let indicator = &systems[way.system].indicator[way.indicator];
        let cues = way.cues(indicator);
        if !cues.iter().all(may_hold) {
            continue;
        }
        if found.last().is_none_or(|last| !std::ptr::eq(last.indicator, indicator)) {
            found.push(Possible { indicator, when: Vec::new(), weak: Vec::new() });
        }
        if let Some(last) = found.last_mut() {
            if way.weak { last.weak.push(cues) } else { last.when.push(cues) }
        }
    }
    found
}

/// Whether a phrase stands in any line in which a cue of a zone looks for it; most do not, which is told by this.
fn stands(statement: &Seen<'_>, zone: Zone, wanted: &Wanted) -> bool {
    match zone {
        Zone::Left | Zone::Right | Zone::FarRight | Zone::Head => statement.own.has(wanted),
        Zone::Scope | Zone::Column => statement.present.has(wanted),
        Zone::Governor | Zone::NothingLeft => true,
    }
}

/// The indicators that a figure fits, best first; `governors` are the indicators of the figures it stands under.
pub fn candidates<'c>(
    text: Text<'_>,
    statement: &Seen<'_>,
    figure: &Figure,
    governors: &[&str],
    possible: &[Possible<'c>],
) -> Vec<Candidate<'c>> {
    let percent = figure.quantity.is_some_and(|quantity| quantity.percent);
    let rises = rises(&text.lines[statement.line], figure);
    let mut found: Vec<Candidate<'c>> = Vec::new();
    for Possible { indicator, when, weak } in possible {
        let fits = if figure.numeral.is_some() { (indicator.unit == "%") == percent } else { indicator.nil };
        if !fits || statement.plan && indicator.kind != Kind::Target {
            continue;
        }
        let best = |ways: &[&'c [Cue]]| {
            let open = ways.iter().filter(|cues| fits_column(statement, indicator.kind, cues));
            let open = open.filter(|cues| !rises || indicator.kind == Kind::Change || asks_for_rise(cues));
            open.filter_map(|cues| score(text, statement, figure, governors, cues)).max()
        };
        match (best(when), best(weak)) {
            (Some(score), _) => found.push(Candidate { indicator, score, weak: false }),
            (None, Some(score)) => found.push(Candidate { indicator, score: score / 2, weak: true }),
            (None, None) => {}
        }
    }
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
    found
}

/// Whether a figure is by how much something rose or fell ("hộp thư đang sử dụng tăng 39"): it is not that thing's own.
fn rises(line: &Line, figure: &Figure) -> bool {
    let last = figure.left.end.wrapping_sub(1);
    figure.left.contains(&last) && (line.is_word(last, "tăng") || line.is_word(last, "giảm"))
}

/// Whether a way of writing is that of a rise or fall.
fn asks_for_rise(cues: &[Cue]) -> bool {
    let says = |wanted: &Wanted| wanted.words.iter().any(|word| matches!(word.as_str(), "tăng" | "giảm"));
    cues.iter().any(|cue| !cue.negated && cue.options.iter().any(says))
}

/// Whether a lead holds all cues of a list: `<` anywhere in its words, the others as for a figure in this statement.
pub fn leads(text: Text<'_>, statement: &Seen<'_>, lead: (usize, &Range<usize>), cues: &[Cue]) -> bool {
    cues.iter().all(|cue| {
        let holds = |wanted: &Wanted| match cue.zone {
            Zone::Scope => statement.present.has(wanted),
            _ => text.sight(lead.0).find(lead.1.clone(), wanted, false).is_some(),
        };
        cue.options.iter().any(holds) != cue.negated
    })
}

/// Whether a way of writing may be meant in the column of a table's value: columns of plans, of other periods and of
/// sums over longer time are not the figure of the period, unless the way asks for their head.
fn fits_column(statement: &Seen<'_>, kind: Kind, cues: &[Cue]) -> bool {
    let Some(table) = &statement.table else { return true };
    let named = cues.iter().any(|cue| cue.zone == Zone::Column && !cue.negated);
    named
        || match table.column {
            Column::Period => true,
            Column::Cumulative => kind == Kind::Cumulative,
            Column::Plan | Column::Comparison => false,
        }
}

/// The score of one way of writing; `None` where one of its cues does not hold.
fn score(text: Text<'_>, statement: &Seen<'_>, figure: &Figure, governors: &[&str], cues: &[Cue]) -> Option<u32> {
    let (line, sight) = (&text.lines[statement.line], text.sight(statement.line));
    let mut total = 0;
    for cue in cues {
        let best = |worth: &dyn Fn(&Wanted) -> Option<u32>| {
            cue.options.iter().filter(|wanted| stands(statement, cue.zone, wanted)).filter_map(worth).max()
        };
        let worth = match cue.zone {
            Zone::Left => best(&|wanted| left(sight, statement, figure, wanted)),
            Zone::Head => best(&|wanted| side(sight, figure.head.clone(), wanted, true)),
            Zone::Right => best(&|wanted| side(sight, near(line, figure, wanted), wanted, false))
                .filter(|_| !is_closed(line, figure))
                .or_else(|| {
                    best(&|wanted| named_before((line, sight), statement, figure, wanted)).filter(|_| !cue.negated)
                }),
            Zone::FarRight => best(&|wanted| side(sight, figure.right.clone(), wanted, false)),
            Zone::Column => best(&|wanted| {
                let head = statement.table.iter().flat_map(|table| &table.cell.head);
                head.filter_map(|piece| side(text.sight(piece.line), piece.tokens.clone(), wanted, true)).max()
            }),
            Zone::Scope => best(&|wanted| {
                let own = sight.find(0..figure.sentence.end, wanted, false).is_some();
                let held = own || statement.scope.iter().any(|&at| text.sight(at).has(wanted));
                held.then(|| SCOPE_WORD * words(wanted) * (1 + u32::from(own)))
            }),
            Zone::Governor => best(&|wanted| {
                let at = governors.iter().position(|governor| *governor == wanted.written)?;
                Some(if at < DIRECT { GOVERNOR } else { GOVERNOR / 2 })
            }),
            Zone::NothingLeft => words_of(line, clause(line, figure.left.clone())).next().is_none().then_some(NEAR),
        };
        match (worth, cue.negated) {
            (Some(worth), false) => total += worth,
            (None, true) => {}
            _ => return None,
        }
    }
    Some(total)
}

/// Whether a figure is closed by a mark, so that the words behind the mark name the next one: it is named before it
/// ("trực tuyến 20, trực tiếp 01"), or the next one stands right behind them ("11.236, ký số 9.274").
fn is_closed(line: &Line, figure: &Figure) -> bool {
    let mark = line.tokens.get(figure.right.start).filter(|_| !figure.right.is_empty());
    let named = || words_of(line, figure.own.min(figure.left.end)..figure.left.end).next().is_some();
    let next = || line.tokens.get(figure.right.end).is_some_and(Token::is_numeral);
    mark.is_some_and(|mark| mark.is_mark(',')) && (named() || next())
}

/// The worth of a phrase to the left: a third where another figure stands nearer to it, and half in the words that the
/// figure shares with the one before it.
fn left(sight: &Sight, statement: &Seen<'_>, figure: &Figure, wanted: &Wanted) -> Option<u32> {
    let own = figure.own.clamp(figure.left.start, figure.left.end);
    let shared = || statement.figures.get(figure.shares?).map(|other| other.left.clone());
    side(sight, own..figure.left.end, wanted, true)
        .or_else(|| side(sight, figure.left.clone(), wanted, true).map(|worth| worth / 3))
        .or_else(|| side(sight, shared()?, wanted, true).map(|worth| worth / 2))
}

/// The worth of a phrase that should follow the figure but names it before: "Số hồ sơ tiếp nhận: 4.614". The words
/// to the left name a figure behind a colon or in a table, where none follow that say what it counts.
fn named_before(
    (line, sight): (&Line, &Sight),
    statement: &Seen<'_>,
    figure: &Figure,
    wanted: &Wanted,
) -> Option<u32> {
    let next = line.tokens.get(figure.right.start).filter(|_| !figure.right.is_empty());
    let behind_colon = line.before(figure.tokens.start).is_some_and(|before| before.is_mark(':'));
    let bare = next.is_none_or(|next| matches!(next.kind, TokenKind::Mark(_)));
    let named = statement.table.is_some() || behind_colon && bare;
    named.then(|| side(sight, figure.left.clone(), wanted, true)).flatten().map(|worth| worth / 2)
}

/// The tokens to the left that belong to the clause of the figure: back to the last mark but a colon.
fn clause(line: &Line, left: Range<usize>) -> Range<usize> {
    let bounds = |at: &usize| matches!(line.tokens[*at].kind, TokenKind::Mark(mark) if mark != ':');
    left.clone().rev().find(bounds).map_or(left.start, |at| at + 1)..left.end
}

/// The tokens to the right in which a phrase that belongs to the figure stands; marks count as tokens here.
fn near(line: &Line, figure: &Figure, wanted: &Wanted) -> Range<usize> {
    let mut words = 0;
    let beyond = figure.right.clone().find(|&at| {
        words += usize::from(!matches!(line.tokens[at].kind, TokenKind::Mark(_)));
        words > REACH + wanted.words.len()
    });
    figure.right.start..beyond.unwrap_or(figure.right.end)
}

fn words(wanted: &Wanted) -> u32 {
    u32::try_from(wanted.words.len()).unwrap_or(1)
}

/// The worth of a phrase on one side of the figure; the nearer it stands the better.
fn side(sight: &Sight, range: Range<usize>, wanted: &Wanted, nearest_last: bool) -> Option<u32> {
    let (at, total) = sight.find(range, wanted, nearest_last)?;
    let distance = if nearest_last { total - at - wanted.words.len() } else { at };
    let near = NEAR.saturating_sub(u32::try_from(distance).unwrap_or(NEAR));
    Some(words(wanted) * WORD + near)
}

fn words_of(line: &Line, range: Range<usize>) -> impl Iterator<Item = &Token> {
    line.tokens[range].iter().filter(|token| !matches!(token.kind, TokenKind::Mark(_)))
}
