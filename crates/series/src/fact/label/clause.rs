//! The words beside a figure: the clause that ends at it, and the thing that begins behind it.

use std::ops::Range;

use super::words::{self, Words};
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_statements::figure::Figure;
use tonghop_statements::line::{Line, TokenKind};

/// The longest clause that is taken whole, commas included, before a colon; in tokens.
const WHOLE: usize = 16;
/// Behind so many characters the thing counted ends at the next small word that joins.
const THING: usize = 40;

/// The words before a figure, without what only joins the two.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// The clause, its edges trimmed.
    pub words: Words,
    /// What stands between the clause and the figure.
    pub joints: Vec<Joint>,
    /// Whether the text says that the figure is a part ("trong đó", "gồm").
    pub part: bool,
}

/// What a small word between a clause and its figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A colon or a word like "là": the clause names the figure.
    Names,
    /// "Có": what is behind the figure exists.
    Has,
    /// "Cho": the thing counted is who gets something.
    To,
    /// "Với", "tại": the figure may be a side of the one before it.
    With,
    /// "Và": the figure goes on with an enumeration.
    And,
}

impl Left {
    /// Whether such a joint stands between the clause and the figure.
    pub fn joins(&self, joint: Joint) -> bool {
        self.joints.contains(&joint)
    }
}

/// The thing that a figure counts, and its unit at its beginning.
#[derive(Clone, Debug, Default)]
pub struct Right {
    /// The thing, unit included.
    pub words: Words,
    /// How many of the words are the unit.
    pub unit: usize,
    /// The token behind all that is said of the thing, what its name leaves out included.
    pub end: usize,
}

/// The clause before a figure. `time` tells the words of time of the line.
pub fn left(line: &Line, time: &[bool], range: Range<usize>) -> Left {
    let first = line.label_end().max(range.start).min(range.end);
    let mut left = Left { part: says_part(line, first..range.end), ..Left::default() };
    let end = joint(line, time, first..range.end, &mut left);
    let start = start(line, time, first, end, &left);
    left.words = (start..end).filter(|&at| !time[at]).collect();
    let edges = [&LEXICON.name_edge, &LEXICON.copula];
    words::trim_front(line, &mut left.words, &edges);
    words::trim_places(line, &mut left.words);
    words::trim_front(line, &mut left.words, &edges);
    if left.words.is_empty() {
        left.joints.retain(|joint| *joint != Joint::To);
    }
    words::trim_back(line, &mut left.words, &[&LEXICON.name_tail]);
    left
}

fn says_part(line: &Line, range: Range<usize>) -> bool {
    range.into_iter().any(|at| line.is_word(at, "gồm") || line.is_word(at, "trong") && line.is_word(at + 1, "đó"))
}

/// The token behind the clause: what joins it to the figure is passed over, and noted.
fn joint(line: &Line, time: &[bool], range: Range<usize>, left: &mut Left) -> usize {
    let mut end = range.end;
    while end > range.start {
        let last = &line.tokens[end - 1];
        if time[end - 1] || matches!(last.kind, TokenKind::Mark('-' | '–' | '+' | '≥' | '≤')) {
            end -= 1;
            continue;
        }
        if last.is_mark(':') {
            left.joints.push(Joint::Names);
            end -= 1;
            continue;
        }
        let taken = line.longest_before(end, &LEXICON.copula).min(end - range.start);
        if taken == 0 || words::guarded_before(line, end) > taken {
            break;
        }
        let word = |back: usize, word: &str| back <= taken && line.is_word(end - back, word);
        let joints: [(Joint, &[&str]); 5] = [
            (Joint::Names, &["là", "đạt", "còn", "mức", "bằng", "tính", "lên"]),
            (Joint::Has, &["có"]),
            (Joint::To, &["cho"]),
            (Joint::With, &["với", "đương", "ứng", "tại", "cho", "của", "trên"]),
            (Joint::And, &["và"]),
        ];
        let said = joints.iter().filter(|(_, words)| words.iter().any(|last| word(1, last))).map(|(joint, _)| *joint);
        left.joints.extend(said);
        end -= taken;
    }
    end
}

/// Where the clause begins: behind the last mark, or with the noun that measures, if the clause is its name.
fn start(line: &Line, time: &[bool], first: usize, end: usize, left: &Left) -> usize {
    let hard = |at: &usize| match line.tokens[*at].kind {
        TokenKind::Mark(mark) => matches!(mark, ';' | ':' | '.' | '(' | ')' | '“' | '”' | '"' | '['),
        _ => false,
    };
    let wide = (first..end).rev().find(hard).map_or(first, |at| at + 1);
    let narrow = (wide..end).rev().find(|&at| line.tokens[at].is_mark(',')).map_or(wide, |at| at + 1);
    let said =
        (wide..end).find(|&at| says_part(line, at..at + 1)).map(|at| at + 1 + usize::from(!line.is_word(at, "gồm")));
    if let Some(behind) = said.filter(|_| left.joins(Joint::Names)) {
        return behind.min(end);
    }
    if !left.joins(Joint::Names) || measures(line, narrow) {
        return narrow;
    }
    let initial = |at: usize| at == wide || line.tokens[at - 1].is_mark(',') || time[at - 1];
    let named = (wide..narrow).rev().find(|&at| initial(at) && measures(line, at));
    let whole =
        (end - wide <= WHOLE).then_some(wide).filter(|_| line.tokens.get(end).is_some_and(|next| next.is_mark(':')));
    named.or(whole).unwrap_or(narrow)
}

/// Whether a noun that measures ("tổng số", "diện tích") stands at this token.
pub fn measures(line: &Line, at: usize) -> bool {
    let length = line.longest_at(at, &LEXICON.measure_noun);
    length > 0 && line.longest_at(at, &LEXICON.verb) <= length
}

/// The thing behind a figure, up to what cannot belong to its name.
pub fn right(line: &Line, time: &[bool], figure: &Figure) -> Right {
    let mut start = figure.right.start;
    if figure.quantity.is_none() && figure.numeral.is_none() {
        return Right::default();
    }
    let mult = usize::from(["nghìn", "ngàn", "triệu", "tỷ", "tỉ"].iter().any(|word| line.is_word(start, word)));
    let known = counted(line, start);
    let unit = if known > 0 {
        known
    } else if mult > 0 {
        mult + counted(line, start + mult)
    } else {
        0
    };
    if figure.quantity.is_some_and(|quantity| quantity.percent) {
        start = figure.right.start;
    }
    let stops = |at: usize| {
        let mark = match line.tokens[at].kind {
            TokenKind::Mark('/' | '-') => at + 1 >= figure.right.end || line.tokens[at + 1].kind != TokenKind::Word,
            TokenKind::Mark(_) => true,
            TokenKind::Numeral => {
                line.tokens[at].text.as_bytes().first().is_some_and(u8::is_ascii_digit) && !named(line, at)
            }
            TokenKind::Word => false,
        };
        let side = line.is_word(at, "với") && measures(line, at + 1);
        let guarded = line.longest_at(at, &LEXICON.name_guard) > 0
            || at > 0 && line.longest_at(at - 1, &LEXICON.name_guard) > 1;
        at >= start + unit && (mark || side || !guarded && line.longest_at(at, &LEXICON.name_stop) > 0)
    };
    let end = (start..figure.right.end).find(|&at| stops(at)).unwrap_or(figure.right.end).max(start);
    let mut words: Words = (start..end).filter(|&at| !time[at] || at < start + unit).collect();
    // "2.310 ha và rau các loại 2.258 ha": behind a bare unit another thing begins.
    if words.get(unit).is_some_and(|&at| line.is_word(at, "và")) {
        words.truncate(unit);
    }
    while words.len() > unit && trim_once(line, &mut words) {}
    let end = words.last().map_or(start, |&last| last + 1);
    shorten(line, &mut words, unit);
    while words.len() > unit && trim_once(line, &mut words) {}
    let unit = unit.min(words.len());
    Right { words, unit, end }
}

/// How many tokens the unit takes that stands at this token.
fn counted(line: &Line, at: usize) -> usize {
    [&LEXICON.unit, &LEXICON.thing, &LEXICON.counter].iter().map(|list| line.longest_at(at, list)).max().unwrap_or(0)
}

/// Whether a numeral goes on with a name ("lớp 9", "mức độ 4").
fn named(line: &Line, at: usize) -> bool {
    [&LEXICON.name_before, &LEXICON.rank_before, &LEXICON.level_before]
        .iter()
        .any(|list| line.longest_before(at, list) > 0)
}

/// Cuts a long thing before the first small word behind which it becomes too long.
fn shorten(line: &Line, words: &mut Words, unit: usize) {
    let length = |end: usize| words::render(line, &words[..end]).chars().count();
    if length(words.len()) <= THING {
        return;
    }
    let joint = |i: &usize| line.longest_at(words[*i], &LEXICON.name_joint) > 0;
    let joints: Vec<usize> = (unit.max(1)..words.len()).filter(joint).collect();
    let fits = joints.iter().rev().find(|&&i| length(i) <= THING).or(joints.first());
    if let Some(&end) = fits {
        words.truncate(end);
    }
}

fn trim_once(line: &Line, words: &mut Words) -> bool {
    let before = words.len();
    words::trim_back(line, words, &[&LEXICON.name_tail]);
    words.len() < before
}
