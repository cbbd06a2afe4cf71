//! The phrases of all cues with a number each, and the way from a phrase to the ways of writing that ask for it.
//!
//! A report has hundreds of figures and the catalogue hundreds of ways to write one. Each line is therefore searched
//! once for all phrases together, and only those ways are looked at that ask for a phrase which stands there.

use rustc_hash::FxHashMap;

use super::cue::{Cue, Wanted, Zone};
use super::id::{Id, number};
use super::numbers::Numbers;
use super::system::{Indicator, System};
use tonghop_model::vietnamese::alike::{self, Letters, Tolerance};

/// The letters of words without their marks, and the numbers of the words.
pub type Bare = (Letters, Vec<Id>);

/// What the phrases of a catalogue are found by.
#[derive(Clone, Debug, Default)]
pub struct Index {
    words: FxHashMap<String, Id>,
    /// The words without their marks, by their first letter and by how many they have.
    bare: Vec<(char, Vec<Vec<Bare>>)>,
    phrases: Vec<Vec<Id>>,
    starts: Vec<Vec<Id>>,
    ways: Vec<Way>,
    asking: Vec<Vec<Id>>,
    free: Vec<Id>,
}

/// One way in which an indicator is written.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// The place of its system.
    pub system: usize,
    /// The place of its indicator in the system.
    pub indicator: usize,
    /// Its place among the ways of its indicator.
    at: usize,
    /// Whether it leaves something out.
    pub weak: bool,
}

impl Way {
    /// Its cues.
    pub fn cues<'c>(&self, indicator: &'c Indicator) -> &'c [Cue] {
        let ways = if self.weak { &indicator.weak } else { &indicator.when };
        ways.get(self.at).map_or(&[], Vec::as_slice)
    }
}

impl Index {
    /// The index of the systems' cues, whose phrases get their numbers.
    pub fn new(systems: &mut [System]) -> Self {
        let mut index = Self::default();
        let mut known = FxHashMap::default();
        let cues = systems.iter_mut().flat_map(|system| {
            let leads = system.list.iter_mut().flat_map(|list| &mut list.lead);
            let ways = system.indicator.iter_mut().flat_map(|one| one.when.iter_mut().chain(&mut one.weak));
            system.scope.iter_mut().chain(leads.chain(ways).flatten())
        });
        for wanted in cues.filter(|cue| cue.zone != Zone::Governor).flat_map(|cue| &mut cue.options) {
            let next = index.phrases.len();
            let id = *known.entry(wanted.words.clone()).or_insert(next);
            if id == next {
                index.add(wanted);
            }
            wanted.phrase = number(id);
        }
        index.asking = vec![Vec::new(); index.phrases.len()];
        for (at, system) in systems.iter().enumerate() {
            for (place, indicator) in system.indicator.iter().enumerate() {
                index.ask(at, place, &indicator.when, false);
                index.ask(at, place, &indicator.weak, true);
            }
        }
        index
    }

    /// The number of a folded word, where a phrase has it.
    pub fn word(&self, folded: &str) -> Option<Id> {
        self.words.get(folded).copied()
    }

    /// The words that recognition may have made a mended word of.
    pub fn alike<'i>(&'i self, noisy: &'i Letters) -> impl Iterator<Item = Id> + 'i {
        let near = move |words: &'_ Vec<Vec<Bare>>| {
            let end = (noisy.count() + 2).min(words.len());
            noisy.count().saturating_sub(1).min(end)..end
        };
        let begins = |first| noisy.first().is_some_and(|read| alike::may_begin(first, read, Tolerance::Letter));
        let words = self.bare.iter().filter(move |(first, _)| begins(*first));
        let about = words.flat_map(move |(_, words)| &words[near(words)]);
        about.flat_map(|words| alike::among(words, noisy, Tolerance::Letter)).flat_map(|(_, ids)| ids.iter().copied())
    }

    /// How many phrases there are.
    pub fn count(&self) -> usize {
        self.phrases.len()
    }

    /// The phrases that begin with a word.
    pub fn starting(&self, word: Id) -> &[Id] {
        self.starts.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The words of a phrase.
    pub fn phrase(&self, id: Id) -> &[Id] {
        self.phrases.get(id as usize).map_or(&[], Vec::as_slice)
    }

    /// The ways that can hold where just these phrases stand, in the order of the catalogue.
    pub fn ways(&self, present: impl Iterator<Item = Id>) -> impl Iterator<Item = &Way> {
        let asking = present.filter_map(|phrase| self.asking.get(phrase as usize)).flatten();
        let mut found = Numbers::below(self.ways.len());
        asking.chain(&self.free).for_each(|&way| found.add(way));
        let found: Vec<Id> = found.iter().collect();
        found.into_iter().filter_map(|way| self.ways.get(way as usize))
    }

    fn add(&mut self, wanted: &Wanted) {
        let id = number(self.phrases.len());
        let mut words = Vec::with_capacity(wanted.words.len());
        for word in &wanted.words {
            let next = number(self.words.len());
            let at = *self.words.entry(word.clone()).or_insert(next);
            if at == next {
                self.add_bare(at, Letters::of(word));
                self.starts.push(Vec::new());
            }
            words.push(at);
        }
        if let Some(&first) = words.first() {
            self.starts[first as usize].push(id);
        }
        self.phrases.push(words);
    }

    fn add_bare(&mut self, word: Id, letters: Letters) {
        let first = letters.first().unwrap_or_default();
        let place = self.bare.iter().position(|(other, _)| *other == first).unwrap_or_else(|| {
            self.bare.push((first, Vec::new()));
            self.bare.len() - 1
        });
        let words = &mut self.bare[place].1;
        if words.len() <= letters.count() {
            words.resize_with(letters.count() + 1, Vec::new);
        }
        let alike = &mut words[letters.count()];
        match alike.iter_mut().find(|(other, _)| *other == letters) {
            Some((_, words)) => words.push(word),
            None => alike.push((letters, vec![word])),
        }
    }

    /// Enters the ways of an indicator under the phrases of one of their cues, of which one has to stand there.
    fn ask(&mut self, system: usize, indicator: usize, ways: &[Vec<Cue>], weak: bool) {
        for (at, cues) in ways.iter().enumerate() {
            let way = number(self.ways.len());
            self.ways.push(Way { system, indicator, at, weak });
            let asks = |cue: &&Cue| !cue.negated && !matches!(cue.zone, Zone::Governor | Zone::NothingLeft);
            // Words of the scope are common to a whole section, so that they are the worst to tell ways apart.
            match cues.iter().filter(asks).min_by_key(|cue| (cue.zone == Zone::Scope, cue.options.len())) {
                Some(cue) => cue.options.iter().for_each(|wanted| self.asking[wanted.phrase as usize].push(way)),
                None => self.free.push(way),
            }
        }
    }
}
