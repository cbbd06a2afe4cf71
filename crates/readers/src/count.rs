//! The counts of automatic lists, and the figures and letters that they print: what all formats have in common.
//!
//! Word counts alike in its old format and in its present one: instances of one list go on counting where the other
//! left, unless an instance restarts a level at its first item. Each level keeps its own count, which begins anew
//! behind an item further out.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use tonghop_model::roman;

/// How many levels a list of Word has.
pub(super) const LEVELS: usize = 9;

/// The last number of each level of a list.
pub(super) type Counts = [Option<u32>; LEVELS];

/// How far each list `L` has counted, and which of their instances `I` were met.
#[derive(Debug)]
pub(super) struct Counters<L, I> {
    counts: HashMap<L, Counts>,
    met: HashSet<I>,
}

impl<L, I> Default for Counters<L, I> {
    fn default() -> Self {
        Self { counts: HashMap::new(), met: HashSet::new() }
    }
}

/// What an instance of a list says of its levels.
pub(super) trait Counting {
    /// The number at which a level begins, where the instance itself says so.
    fn own_start(&self, level: usize) -> Option<u32>;

    /// The number at which a level begins.
    fn start(&self, level: usize) -> u32;

    /// Behind items of how many levels from the outermost a level begins anew; `None`: of all that stand further out.
    fn restart(&self, level: usize) -> Option<usize>;
}

impl<L: Eq + Hash, I: Eq + Hash> Counters<L, I> {
    /// Counts an item of a list that stands at a level of an instance; gives the numbers of all levels.
    pub fn next(&mut self, list: L, instance: I, level: usize, levels: &impl Counting) -> Counts {
        let counts = self.counts.entry(list).or_default();
        if self.met.insert(instance) {
            (0..LEVELS).filter(|level| levels.own_start(*level).is_some()).for_each(|level| counts[level] = None);
        }
        for (outer, count) in counts[..level].iter_mut().enumerate() {
            count.get_or_insert_with(|| levels.start(outer));
        }
        counts[level] = Some(counts[level].map_or_else(|| levels.start(level), |count| count.saturating_add(1)));
        for (inner, count) in counts.iter_mut().enumerate().skip(level + 1) {
            if levels.restart(inner).is_none_or(|behind| level < behind) {
                *count = None;
            }
        }
        *counts
    }
}

/// Bullets of symbol fonts are private letters, of which only the font knows the picture: a dash stands for them.
pub(super) fn bullet(pattern: &str) -> &str {
    match pattern.trim() {
        known @ ("-" | "+" | "•" | "*") => known,
        "\u{F0B7}" => "•",
        "\u{F02B}" => "+",
        "" => "",
        _ => "-",
    }
}

/// How a list writes its numbers; each format has names of its own for these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Not at all.
    Nothing,
    /// In figures.
    Figures,
    /// In two figures or more.
    TwoFigures,
    /// In Roman capitals.
    Roman,
    /// In small Roman letters.
    SmallRoman,
    /// A to Z, then AA to ZZ, AAA and so on.
    Letters,
    /// As [`Self::Letters`], in small letters.
    SmallLetters,
    /// A to Z, then AA, AB, AC and so on.
    Places,
    /// As [`Self::Places`], in small letters.
    SmallPlaces,
    /// In figures, in brackets.
    Brackets,
    /// In figures, between dashes.
    Dashes,
}

impl Writing {
    /// A number that is written so; 0 in letters of any kind but places is in figures.
    pub fn of(self, count: u32) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Figures => count.to_string(),
            Self::TwoFigures => format!("{count:02}"),
            Self::Roman => roman::of(count),
            Self::SmallRoman => roman::of(count).to_lowercase(),
            Self::Letters => letters(count),
            Self::SmallLetters => letters(count).to_lowercase(),
            Self::Places => places(count),
            Self::SmallPlaces => places(count).to_lowercase(),
            Self::Brackets => format!("({count})"),
            Self::Dashes => format!("- {count} -"),
        }
    }
}

/// A to Z, then AA to ZZ, AAA and so on, as Word goes on.
fn letters(count: u32) -> String {
    let Some(index) = count.checked_sub(1).filter(|index| *index < 26 * 20) else { return count.to_string() };
    std::iter::repeat_n(letter(index), index as usize / 26 + 1).collect()
}

/// A to Z, then AA, AB, AC and so on; 0 has no letter.
fn places(count: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = count;
    while let Some(index) = rest.checked_sub(1) {
        letters.push(letter(index));
        rest = index / 26;
    }
    letters.iter().rev().collect()
}

/// The capital of a number from 0; behind Z comes A again.
fn letter(index: u32) -> char {
    char::from(b'A' + u8::try_from(index % 26).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(writing: Writing, expected: [&str; 4]) {
        assert_eq!([0, 3, 27, 53].map(|count| writing.of(count)), expected, "{writing:?}");
    }

    #[test]
    fn numbers_as_lists_write_them() {
        check(Writing::Nothing, ["", "", "", ""]);
        check(Writing::Figures, ["0", "3", "27", "53"]);
        check(Writing::TwoFigures, ["00", "03", "27", "53"]);
        check(Writing::Roman, ["0", "III", "XXVII", "LIII"]);
        check(Writing::SmallRoman, ["0", "iii", "xxvii", "liii"]);
        check(Writing::Letters, ["0", "C", "AA", "AAA"]);
        check(Writing::SmallLetters, ["0", "c", "aa", "aaa"]);
        check(Writing::Places, ["", "C", "AA", "BA"]);
        check(Writing::SmallPlaces, ["", "c", "aa", "ba"]);
        check(Writing::Brackets, ["(0)", "(3)", "(27)", "(53)"]);
        check(Writing::Dashes, ["- 0 -", "- 3 -", "- 27 -", "- 53 -"]);
    }
}
