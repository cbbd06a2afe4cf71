//! Where the phrases of the catalogue stand in the lines of a document.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::catalogue::cue::Wanted;
use crate::catalogue::id::Id;
use crate::catalogue::index::Index;
use crate::catalogue::numbers::Numbers;
use tonghop_model::vietnamese::alike::Letters;
use tonghop_statements::line::{Line, Token, TokenKind};

/// The phrases that stand in a line. Marks are passed over: places are counted in words and numerals.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// How many words stand before each token, and at the end how many there are.
    rank: Vec<usize>,
    /// Every phrase with the word it begins at, sorted.
    found: Vec<(Id, usize)>,
}

/// The lines of a document with the phrases that stand in them.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The lines.
    pub lines: &'t [Line],
    /// The phrases of each line.
    pub sights: &'t Sights<'t>,
}

/// The phrases of each line of a document, looked for when they are asked for: most lines have no figures.
#[derive(Debug)]
pub struct Sights<'t> {
    lines: &'t [Line],
    seen: Vec<OnceCell<Sight>>,
    finder: RefCell<Finder<'t>>,
}

/// The phrases that stand in any of some lines.
#[derive(Clone, Debug, Default)]
pub struct Present(Numbers);

/// Looks for the phrases of a catalogue.
#[derive(Debug)]
struct Finder<'c> {
    index: &'c Index,
    /// What the words of poor text can be, by their folded text.
    known: FxHashMap<SmolStr, Seen>,
    /// The words of the catalogue that words of poor text are like.
    alike: Vec<Id>,
}

/// The words of the catalogue that a token can be.
#[derive(Clone, Debug)]
struct Seen {
    /// The one that is written.
    written: Option<Id>,
    /// The others, by their places among those that are alike.
    alike: Range<usize>,
    /// A bit for each of the others, shared by many words: most are told by it not to be among them.
    signs: u64,
}

impl<'t> Text<'t> {
    /// The phrases of a line.
    pub fn sight(self, line: usize) -> &'t Sight {
        self.sights.seen[line].get_or_init(|| self.sights.finder.borrow_mut().sight(&self.sights.lines[line]))
    }
}

impl<'t> Sights<'t> {
    /// The phrases of a catalogue's index in each of the lines.
    pub fn new(lines: &'t [Line], index: &'t Index) -> Self {
        let seen = lines.iter().map(|_| OnceCell::new()).collect();
        Self { lines, seen, finder: RefCell::new(Finder::new(index)) }
    }
}

impl<'c> Finder<'c> {
    fn new(index: &'c Index) -> Self {
        Self { index, known: FxHashMap::default(), alike: Vec::new() }
    }

    fn sight(&mut self, line: &Line) -> Sight {
        let mut rank = Vec::with_capacity(line.tokens.len() + 1);
        let mut tokens = Vec::with_capacity(line.tokens.len());
        for token in line.tokens.iter() {
            rank.push(tokens.len());
            if !matches!(token.kind, TokenKind::Mark(_)) {
                tokens.push(self.seen(token, line.poor));
            }
        }
        rank.push(tokens.len());
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            for phrases in self.words(token).map(|word| self.index.starting(word)) {
                let stands = phrases.iter().filter(|&&phrase| self.stands(&tokens[at..], phrase));
                found.extend(stands.map(|&phrase| (phrase, at)));
            }
        }
        found.sort_unstable();
        found.dedup();
        Sight { rank, found }
    }

    fn words(&self, token: &Seen) -> impl Iterator<Item = Id> {
        token.written.into_iter().chain(self.alike[token.alike.clone()].iter().copied())
    }

    fn stands(&self, tokens: &[Seen], phrase: Id) -> bool {
        let words = self.index.phrase(phrase);
        // The first is a word that the first token can be.
        words.len() <= tokens.len() && words.iter().zip(tokens).skip(1).all(|(&word, token)| self.is(word, token))
    }

    fn is(&self, word: Id, token: &Seen) -> bool {
        token.written == Some(word)
            || token.signs & sign(word) != 0 && self.alike[token.alike.clone()].contains(&word)
    }

    /// The words that a token can be; in poor text it can be several.
    fn seen(&mut self, token: &Token, poor: bool) -> Seen {
        if !poor {
            return Seen { written: self.index.word(&token.text), alike: 0..0, signs: 0 };
        }
        if let Some(seen) = self.known.get(&token.text) {
            return seen.clone();
        }
        let (written, start) = (self.index.word(&token.text), self.alike.len());
        let noisy = Letters::of(&token.bare);
        let others = self.index.alike(&noisy).filter(|&word| Some(word) != written);
        others.for_each(|word| self.alike.push(word));
        let signs = self.alike[start..].iter().fold(0, |signs, &word| signs | sign(word));
        let seen = Seen { written, alike: start..self.alike.len(), signs };
        self.known.insert(token.text.clone(), seen.clone());
        seen
    }
}

fn sign(word: Id) -> u64 {
    1 << (word % 64)
}

impl Sight {
    /// Whether a phrase stands anywhere in the line.
    pub fn has(&self, wanted: &Wanted) -> bool {
        !self.places(wanted).is_empty()
    }

    /// Where a phrase stands first, or last, among the words of a range of tokens, and how many words there are.
    pub fn find(&self, range: Range<usize>, wanted: &Wanted, last: bool) -> Option<(usize, usize)> {
        let (start, end) = (self.rank.get(range.start).copied()?, self.rank.get(range.end).copied()?);
        let inside = |&&(_, at): &&(Id, usize)| at >= start && at + wanted.words.len() <= end;
        let mut places = self.places(wanted).iter().filter(inside);
        let (_, at) = if last { places.next_back()? } else { places.next()? };
        Some((at - start, end - start))
    }

    fn places(&self, wanted: &Wanted) -> &[(Id, usize)] {
        let start = self.found.partition_point(|(id, _)| *id < wanted.phrase);
        let count = self.found[start..].iter().take_while(|(id, _)| *id == wanted.phrase).count();
        &self.found[start..start + count]
    }
}

impl Present {
    /// The phrases of some lines; `count` is how many phrases there are.
    pub fn of<'s>(count: usize, sights: impl Iterator<Item = &'s Sight>) -> Self {
        let mut found = Numbers::below(count);
        sights.flat_map(|sight| &sight.found).for_each(|&(phrase, _)| found.add(phrase));
        Self(found)
    }

    /// Whether a phrase is among them.
    pub fn has(&self, wanted: &Wanted) -> bool {
        self.0.has(wanted.phrase)
    }

    /// All of them, in order.
    pub fn phrases(&self) -> impl Iterator<Item = Id> {
        self.0.iter()
    }
}
