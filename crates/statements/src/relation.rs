//! How the figures of a report hang together by the way they are written, without any catalogue.
//!
//! | in the text | relation |
//! |---|---|
//! | `16 lớp (09 lớp trực tiếp, 07 lớp trực tuyến)` | 16 is made of 9 and 7: every part names the unit of the total |
//! | `120 hồ sơ (nam 70, nữ 50)` | made of: the words are the two sides of one pair |
//! | `55 văn bản (gồm: 04 quyết định, 51 công văn)` | made of: the text says so |
//! | `120 ha (bắp 41 ha, khoai 26 ha, còn lại là rau)` | 41 and 26 are some of its parts |
//! | `120 khách (8 quốc tế, 112 nội địa, trong đó 97 lưu trú)` | 97 is a part of 112, not of 120 |
//! | `120 hồ sơ, trong đó 70 hồ sơ trực tuyến` | 70 is one part of 120 |
//! | `đạt 1.863/1.884 hộ (98,89%)` | 98,89 is the share of 1.863 in 1.884 |
//! | `5.600 hồ sơ (42 trực tuyến (tỷ lệ 0,75%))` | 0,75 is the share of 42 in 5.600 |
//! | `5.600 hồ sơ (42 trực tuyến, đạt 78% kế hoạch)`, `tăng 12,4% (1.024/911)` | none: it is of something else |
//! | `05 hội nghị (320 đại biểu, 12 báo cáo viên)` | none: other things are counted in the bracket |

use std::collections::HashSet;
use std::ops::Range;

use crate::figure::{self, Figure};
use crate::line::{Line, TokenKind};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::lexicon::{LEXICON, Phrases};

/// What the way of writing tells of the figures of a report. Facts are named by their index; within one line, before
/// its facts are known, figures are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// Totals and their parts.
    pub breakdowns: Vec<Breakdown>,
    /// Percentages and what they are the percentage of.
    pub shares: Vec<Share>,
    /// Brackets behind a figure that are never closed.
    pub unclosed: Vec<Unclosed>,
    /// Facts whose own words are missing, so that only their place tells what they are.
    pub unlabelled: Vec<usize>,
}

/// A bracket that is never closed, so that nobody can tell which figures stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// Where the bracket stands.
    pub bracket: Span,
    /// The figure before it.
    pub owner: usize,
    /// The figures behind it that stand in no other bracket, in order.
    pub inside: Vec<usize>,
}

/// A total and parts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The total.
    pub total: usize,
    /// Its parts, in order.
    pub parts: Vec<usize>,
    /// How sure it is that these are all the parts.
    pub grade: Grade,
}

/// How sure it is that the parts make the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The text says that the total is made of them ("gồm").
    Stated,
    /// They count what the total counts, or are the sides of one division ("trực tiếp", "trực tuyến").
    Shown,
    /// They are some of the parts ("trong đó").
    Open,
}

/// A percentage with its part and its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The percentage.
    pub percent: usize,
    /// What it is the percentage of, the smaller figure.
    pub part: usize,
    /// The larger figure.
    pub whole: usize,
    /// Whether part and whole are written as one fraction, so that nothing else can be meant.
    pub fraction: bool,
}

/// How many words at the end of a bracket may say that there are other parts.
const TAIL: usize = 10;

/// How many words behind a percentage tell what it is the share of.
const OTHER_REACH: usize = 3;

/// How many words may stand between a percentage and its part.
const SHARE_REACH: usize = 12;

impl Grade {
    /// What the words of a range say of the parts that follow.
    pub fn of(line: &Line, mut words: Range<usize>) -> Option<Self> {
        let has = |words: &mut Range<usize>, phrases: &Phrases| words.any(|at| line.any_at(at, phrases));
        if has(&mut words.clone(), &LEXICON.some_parts) {
            return Some(Self::Open);
        }
        has(&mut words, &LEXICON.all_parts).then_some(Self::Stated)
    }
}

impl Relations {
    /// Adds the relations of one line, which name figures; `facts` has the fact of each figure, where it is one.
    pub fn add(&mut self, line: &Self, facts: &[Option<usize>]) {
        let all = |figures: &[usize]| figures.iter().map(|&figure| facts[figure]).collect::<Option<Vec<_>>>();
        self.breakdowns.extend(line.breakdowns.iter().filter_map(|breakdown| {
            Some(Breakdown { total: facts[breakdown.total]?, parts: all(&breakdown.parts)?, ..*breakdown })
        }));
        self.shares.extend(line.shares.iter().filter_map(|share| {
            let [percent, part, whole] = [share.percent, share.part, share.whole].map(|figure| facts[figure]);
            Some(Share { percent: percent?, part: part?, whole: whole?, ..*share })
        }));
        self.unclosed.extend(line.unclosed.iter().filter_map(|unclosed| {
            let inside: Vec<usize> = unclosed.inside.iter().filter_map(|&figure| facts[figure]).collect();
            let owner = facts[unclosed.owner].filter(|_| !inside.is_empty())?;
            Some(Unclosed { owner, inside, ..*unclosed })
        }));
    }
}

/// The relations of one line; they name its figures by their index.
pub fn of_line(line: &Line, figures: &[Figure]) -> Relations {
    let row = Row { line, figures };
    let (brackets, unclosed) = row.brackets();
    let in_brackets = brackets.iter().filter_map(|b| row.breakdown(b));
    let breakdowns = in_brackets.chain((0..figures.len()).filter_map(|owner| row.listed(owner))).collect();
    let shares = (0..figures.len()).filter_map(|index| row.share(index, &brackets)).collect();
    let bracket = |at: usize| line.paragraph.text.span(line.tokens[at].at.clone());
    let unclosed =
        unclosed.into_iter().map(|b| Unclosed { bracket: bracket(b.open), owner: b.owner, inside: b.parts });
    Relations { breakdowns, shares, unclosed: unclosed.collect(), unlabelled: Vec::new() }
}

struct Row<'a> {
    line: &'a Line,
    figures: &'a [Figure],
}

/// A bracket with the figure before it and the figures right in it.
struct Bracket {
    open: usize,
    /// Its other end; the end of the line where there is none.
    close: usize,
    owner: usize,
    parts: Vec<usize>,
}

impl Row<'_> {
    /// Every bracket that stands behind a figure: those that are closed, and those that are not.
    fn brackets(&self) -> (Vec<Bracket>, Vec<Bracket>) {
        let mut found = Vec::new();
        let mut open: Vec<(usize, Option<usize>, Vec<usize>)> = Vec::new();
        let mut last: Option<usize> = None;
        let mut next = 0;
        for (at, token) in self.line.tokens.iter().enumerate() {
            while self.figures.get(next).is_some_and(|figure| figure.tokens.start == at) {
                if let Some((_, _, parts)) = open.last_mut() {
                    parts.push(next);
                }
                last = Some(next);
                next += 1;
            }
            if token.is_mark('(') {
                open.push((at, last.take(), Vec::new()));
            } else if token.is_mark(')') {
                let Some((start, owner, parts)) = open.pop() else { continue };
                last = owner;
                if let Some(owner) = owner {
                    found.push(Bracket { open: start, close: at, owner, parts });
                }
            } else if token.is_mark(';') || token.is_mark('.') {
                last = None;
            }
        }
        let unclosed = open.into_iter().filter_map(|(open, owner, parts)| {
            Some(Bracket { open, close: self.line.tokens.len(), owner: owner?, parts })
        });
        (found, unclosed.collect())
    }

    fn is_percent(&self, index: usize) -> bool {
        self.figures[index].quantity.is_some_and(|quantity| quantity.percent)
    }

    /// What a figure counts, as it is printed behind it.
    fn unit(&self, index: usize) -> String {
        figure::unit(self.line, &self.figures[index])
    }

    /// The parts of a total that stand in a bracket.
    fn breakdown(&self, bracket: &Bracket) -> Option<Breakdown> {
        let total = bracket.owner;
        let mut parts: Vec<usize> = bracket.parts.iter().copied().filter(|&part| !self.is_percent(part)).collect();
        let first = *parts.first()?;
        // Behind a "trong đó" between two parts stand parts of the first of them.
        let of_part = |pair: &[usize]| {
            let between = self.figures[pair[0]].tokens.end..self.figures[pair[1]].tokens.start;
            Grade::of(self.line, between) == Some(Grade::Open)
        };
        if let Some(last) = parts.windows(2).position(of_part) {
            parts.truncate(last + 1);
        }
        let introduced = Grade::of(self.line, bracket.open + 1..self.figures[first].tokens.start)
            .or_else(|| Grade::of(self.line, self.figures[total].right.clone()));
        let breakdown = self.graded(total, parts, introduced)?;
        let goes_on = self.goes_on(*breakdown.parts.last()?, bracket.close);
        Some(Breakdown { grade: if goes_on { Grade::Open } else { breakdown.grade }, ..breakdown })
    }

    /// Whether the words behind the last part say that there are others: "còn lại là cây màu khác", "…".
    fn goes_on(&self, last: usize, close: usize) -> bool {
        let dots = |at: usize| {
            let is = |at: usize| self.line.tokens.get(at).is_some_and(|token| token.is_mark('.'));
            self.line.tokens[at].is_mark('…') || is(at) && is(at + 1)
        };
        let start = self.figures[last].tokens.end.max(close.saturating_sub(TAIL));
        (start..close).any(|at| dots(at) || self.line.any_at(at, &LEXICON.more_parts))
    }

    /// The parts that follow a total in its sentence behind "gồm" or "trong đó".
    fn listed(&self, total: usize) -> Option<Breakdown> {
        let figure = &self.figures[total];
        let introduced = Grade::of(self.line, figure.right.clone())?;
        let depth = |at: usize| {
            let before = &self.line.tokens[figure.tokens.end..at];
            let count = |mark| before.iter().filter(|token| token.is_mark(mark)).count();
            (count('('), count(')'))
        };
        let mut parts = Vec::new();
        for next in total + 1..self.figures.len() {
            let at = self.figures[next].tokens.start;
            let (opened, closed) = depth(at);
            if self.figures[next].sentence != figure.sentence || closed > opened {
                break;
            }
            if opened == closed && !self.is_percent(next) {
                parts.push(next);
            }
        }
        self.graded(total, parts, Some(introduced))
    }

    /// Parts only belong to a total where they count the same things.
    fn graded(&self, total: usize, mut parts: Vec<usize>, introduced: Option<Grade>) -> Option<Breakdown> {
        if self.is_percent(total) {
            return None;
        }
        let unit = self.unit(total);
        let same = |part: &usize| !unit.is_empty() && self.unit(*part) == unit;
        let grade = match introduced {
            // What follows "trong đó" may soon speak of other things.
            Some(Grade::Open) => {
                parts.truncate(parts.iter().take_while(|part| same(part)).count());
                Grade::Open
            }
            Some(grade) if parts.iter().all(same) => grade,
            Some(_) if !parts.iter().all(|&part| self.is_kind_of(part, &unit)) => return None,
            Some(grade) => grade,
            None if parts.iter().all(same) || self.is_division(&parts) => Grade::Shown,
            None => return None,
        };
        if parts.len() < if grade == Grade::Open { 1 } else { 2 } {
            return None;
        }
        Some(Breakdown { total, parts, grade })
    }

    /// Whether the part is one of the kinds that a total of documents is made of.
    fn is_kind_of(&self, part: usize, unit: &str) -> bool {
        LEXICON.general_unit.iter().any(|general| general == unit)
            && (self.line.any_at(self.figures[part].right.start, &LEXICON.document)
                || self.line.any_at(self.figures[part].right.start, &LEXICON.unit))
    }

    /// Whether each part has its own side of one division; the sides stand all behind their figures or all before.
    fn is_division(&self, parts: &[usize]) -> bool {
        let behind = |part: usize| self.figures[part].right.clone();
        let before = |part: usize| self.figures[part].left.clone();
        LEXICON.division.iter().any(|sides| {
            self.sides_differ(sides, parts.iter().map(|&part| behind(part)))
                || self.sides_differ(sides, parts.iter().map(|&part| before(part)))
        })
    }

    fn sides_differ(&self, sides: &Phrases, places: impl Iterator<Item = Range<usize>>) -> bool {
        let side =
            |mut words: Range<usize>| words.find_map(|at| sides.0.iter().position(|side| self.line.has_at(at, side)));
        let found: Option<Vec<usize>> = places.map(side).collect();
        found.is_some_and(|found| found.iter().collect::<HashSet<_>>().len() == found.len())
    }

    /// What a percentage is the share of: the fraction beside it, or the figure that its own figure is part of.
    fn share(&self, percent: usize, brackets: &[Bracket]) -> Option<Share> {
        if !self.is_percent(percent) || self.is_growth(percent) {
            return None;
        }
        let fraction = self.fraction_behind(percent, brackets).or_else(|| self.fraction_before(percent));
        let (part, whole) = fraction.or_else(|| self.part_before(percent, brackets))?;
        let counted = !self.is_percent(part) && !self.is_percent(whole);
        counted.then_some(Share { percent, part, whole, fraction: fraction.is_some() })
    }

    /// `86,02% (62.904/73.124 hồ sơ)`.
    fn fraction_behind(&self, percent: usize, brackets: &[Bracket]) -> Option<(usize, usize)> {
        let bracket = brackets.iter().find(|bracket| bracket.owner == percent)?;
        let [part, whole] = bracket.parts[..] else { return None };
        self.is_fraction(part, whole).then_some((part, whole))
    }

    /// `62.904/73.124 hồ sơ, đạt 86,02%`.
    fn fraction_before(&self, percent: usize) -> Option<(usize, usize)> {
        let (part, whole) = (percent.checked_sub(2)?, percent - 1);
        (self.is_fraction(part, whole) && self.is_share_of(whole, percent)).then_some((part, whole))
    }

    /// `5.600 hồ sơ (42 trực tuyến, tỷ lệ 0,75%)`, `5.600 hồ sơ (42 trực tuyến (tỷ lệ 0,75%))`.
    fn part_before(&self, percent: usize, brackets: &[Bracket]) -> Option<(usize, usize)> {
        let before = percent.checked_sub(1).filter(|&before| self.is_share_of(before, percent))?;
        let words = self.figures[before].tokens.end..self.figures[percent].tokens.start;
        if !words.clone().any(|at| self.line.any_at(at, &LEXICON.share)) || self.is_of_other(percent) {
            return None;
        }
        // Behind the bracket a percentage is that of the figure before it.
        let marks = |mark| words.clone().filter(|&at| self.line.tokens[at].is_mark(mark)).count();
        if marks(')') > marks('(') {
            return None;
        }
        let owner = |of: usize| brackets.iter().find(|bracket| bracket.parts.contains(&of)).map(|b| b.owner);
        Some((before, owner(before)?))
    }

    /// "Tăng 12,4%": no share, but how much more.
    fn is_growth(&self, percent: usize) -> bool {
        let start = self.figures[percent].tokens.start;
        (start.saturating_sub(2)..start).any(|at| self.line.any_at(at, &LEXICON.moved))
    }

    /// Whether the words right behind a percentage name what it is the share of: "đạt 78% kế hoạch".
    fn is_of_other(&self, percent: usize) -> bool {
        let end = self.figures[percent].tokens.end;
        let words = (end..self.line.tokens.len()).take_while(|&at| self.line.tokens[at].kind == TokenKind::Word);
        words.take(OTHER_REACH).any(|at| self.line.any_at(at, &LEXICON.no_share))
    }

    fn is_fraction(&self, part: usize, whole: usize) -> bool {
        self.figures[part].tokens.start == self.figures[whole].tokens.start
    }

    /// Whether nothing between a figure and a percentage says that it is a share of something else.
    fn is_share_of(&self, figure: usize, percent: usize) -> bool {
        let mut words = self.figures[figure].tokens.end..self.figures[percent].tokens.start;
        words.len() <= SHARE_REACH
            && self.figures[figure].sentence == self.figures[percent].sentence
            && !words.any(|at| self.line.any_at(at, &LEXICON.no_share))
    }
}
