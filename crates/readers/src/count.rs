//! The counts of automatic lists, and the figures and letters that they print.
//!
//! Word counts alike in its old format and in its present one: instances of one list go on counting where the other
//! left, unless an instance restarts a level at its first item. Each level keeps its own count, which begins anew
//! behind an item further out.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

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

/// Roman numerals in capitals.
pub(super) fn roman(mut count: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    // Beyond this the letters would only grow in number.
    if count == 0 || count > 5000 {
        return count.to_string();
    }
    let mut text = String::new();
    for (value, letters) in PARTS {
        while count >= value {
            text.push_str(letters);
            count -= value;
        }
    }
    text
}

/// A to Z, then AA to ZZ, AAA and so on, as Word goes on.
pub(super) fn letters(count: u32) -> String {
    let Some(index) = count.checked_sub(1).filter(|index| *index < 26 * 20) else { return count.to_string() };
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, index as usize / 26 + 1).collect()
}
