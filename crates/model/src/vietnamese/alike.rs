//! Which words may be the same in text that was recognised badly: a bounded cost of edits makes one of the other.

use smol_str::SmolStr;

use super::fold::bare_char;
use super::noise::mend;

/// The cost of one whole wrong letter; letters of one shape cost half of it.
const WRONG: usize = 2;
/// The cost of what must not be taken for each other.
const DIFFERENT: usize = 1000;

/// How sure two words have to be the same: what one wrong letter more may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// In words of five letters and more, a letter may be read as one of its shape.
    Shape,
    /// A letter in three or four may be wrong.
    Letter,
}

/// The letters of a word without marks, as they are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    all: SmolStr,
    first: Option<char>,
    count: usize,
    /// The letters side by side.
    row: Row,
    /// In the place of each the one that stands for its shape.
    shapes: Row,
}

/// The first twelve letters of a word side by side, five bits each, the first one lowest; 0 behind the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row(u64);

/// The letters that the words of a list may begin with in poor text: nearly every word of a text is told by its first
/// letter to be none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Initials {
    shape: u32,
    letter: u32,
}

impl Letters {
    /// Those of a word, without their marks.
    pub fn of(word: &str) -> Self {
        let all: SmolStr = if word.is_ascii() { word.into() } else { word.chars().map(bare_char).collect() };
        let (mut count, mut row, mut shapes) = (0, Row::default(), Row::default());
        for c in all.chars() {
            row.put(count, code(c));
            shapes.put(count, shape_code(c));
            count += 1;
        }
        Self { first: all.chars().next(), all, count, row, shapes }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The first of them.
    pub fn first(&self) -> Option<char> {
        self.first
    }

    /// Whether the letters of a mended word ([`mend`]) may be what recognition left of these.
    pub fn may_be(&self, noisy: &Self, tolerance: Tolerance) -> bool {
        let begin = self.first == noisy.first
            || self.first.zip(noisy.first).is_some_and(|(first, read)| may_begin(first, read, tolerance));
        begin && self.is(noisy, bound(self.count, tolerance))
    }

    /// Whether edits of at most this cost make one word of the other.
    #[inline]
    fn is(&self, noisy: &Self, bound: usize) -> bool {
        let near = match noisy.count.abs_diff(self.count) {
            0 => apart([self.row, noisy.row], [self.shapes, noisy.shapes]) <= bound,
            // With one letter left out there is nothing left for another of another shape.
            1 if bound >= WRONG => self.shapes.are_but_for_one(noisy.shapes, self.count.max(noisy.count)),
            _ => false,
        };
        near && is_within(&self.all, &noisy.all, bound)
    }
}

/// Those of some words that recognition may have made the mended word of, where it may have made its first letter of
/// theirs ([`may_begin`]). They all have as many letters.
pub fn among<'w, T>(
    words: &'w [(Letters, T)],
    noisy: &'w Letters,
    tolerance: Tolerance,
) -> impl Iterator<Item = &'w (Letters, T)> {
    let bound = words.first().map_or(0, |(first, _)| bound(first.count, tolerance));
    words.iter().filter(move |(word, _)| word.is(noisy, bound))
}

/// The least that letters cost which stand for those at their place: one where they are others, and one more where
/// they have another shape.
#[inline]
fn apart(letters: [Row; 2], shapes: [Row; 2]) -> usize {
    // The bits of one are beside those of the other.
    (Row::differing(letters) | Row::differing(shapes) >> 1).count_ones() as usize
}

impl Row {
    const BITS: usize = 5;
    const MOST: usize = 12;
    /// The highest bit of each letter.
    const HIGHEST: u64 = 0x0842_1084_2108_4210;
    /// The others.
    const LOWER: u64 = 0x07bd_ef7b_def7_bdef;

    fn put(&mut self, at: usize, code: u8) {
        if at < Self::MOST {
            self.0 |= u64::from(code) << (at * Self::BITS);
        }
    }

    /// The highest bit of each letter in which two rows differ.
    fn differing([one, other]: [Self; 2]) -> u64 {
        let bits = one.0 ^ other.0;
        (((bits & Self::LOWER) + Self::LOWER) | bits) & Self::HIGHEST
    }

    /// Whether one letter left out of the longer row, which has so many, may make the other of it.
    fn are_but_for_one(self, other: Self, letters: usize) -> bool {
        let (short, long) = (self.0.min(other.0), self.0.max(other.0));
        let (before, behind) = (short ^ long, (short << Self::BITS) ^ long);
        let left_out = before.trailing_zeros() as usize / Self::BITS;
        letters > Self::MOST || behind >> (left_out * Self::BITS) < 1 << Self::BITS
    }
}

/// What the edits in a word of so many letters may cost.
fn bound(letters: usize, tolerance: Tolerance) -> usize {
    match (tolerance, letters) {
        (_, 0..=1) | (Tolerance::Shape, ..=4) => 0,
        (Tolerance::Shape, _) => WRONG / 2,
        (Tolerance::Letter, 2..=4) => WRONG,
        (Tolerance::Letter, _) => WRONG + WRONG / 2,
    }
}

/// Whether a word that begins with one letter may have been read as one that begins with the other.
pub fn may_begin(first: char, read: char, tolerance: Tolerance) -> bool {
    first == read || tolerance == Tolerance::Letter && substitution(first, read) < WRONG
}

impl Initials {
    /// Those of some bare words.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let letter = |word: &str| word.chars().next().map_or(u32::MAX, bit);
        words.fold(Self::default(), |initials, word| {
            let written = letter(word) | letter(&mend(word));
            // What does not begin with a letter has no shape that is known; any word may then be meant.
            let shape = if written & OTHER == 0 { written } else { u32::MAX };
            let read = |first| ('a'..='z').filter(move |&read| may_begin(first, read, Tolerance::Letter)).map(bit);
            let like = word.chars().next().into_iter().flat_map(read).fold(OTHER, |all, bit| all | bit);
            Self { shape: initials.shape | shape, letter: initials.letter | shape | like }
        })
    }

    /// Whether a mended word may be one of the list, as far as its first letter tells.
    pub fn allow(self, noisy: &Letters, tolerance: Tolerance) -> bool {
        let letters = if tolerance == Tolerance::Shape { self.shape } else { self.letter };
        noisy.first().is_none_or(|first| letters & bit(first) != 0)
    }
}

/// The bit of all that is no letter.
const OTHER: u32 = 1 << 26;

/// A bit for each letter of the alphabet.
fn bit(c: char) -> u32 {
    if c.is_ascii_lowercase() { 1 << (u32::from(c) - u32::from('a')) } else { OTHER }
}

/// Whether edits of at most this cost make one word of the other. The cost is under that of two letters left out, so
/// that there are only two ways: every letter stands for the one at its place, or one letter is left out and those
/// before it and behind it stand for each other.
fn is_within(a: &str, b: &str, bound: usize) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return are_within(a.as_bytes(), b.as_bytes(), bound);
    }
    let [a, b] = [a, b].map(|word| word.chars().collect::<Vec<char>>());
    are_within(&a, &b, bound)
}

fn are_within<C: Copy + Into<char>>(a: &[C], b: &[C], bound: usize) -> bool {
    if a.len() == b.len() {
        return alike(a.iter().zip(b), bound) == a.len();
    }
    let Some(rest) = bound.checked_sub(WRONG).filter(|_| a.len().abs_diff(b.len()) == 1) else { return false };
    let before = |cost| alike(a.iter().zip(b), cost);
    let behind = |cost| alike(a.iter().rev().zip(b.iter().rev()), cost);
    let all = a.len().min(b.len());
    before(0) + behind(rest) >= all || rest > 0 && before(rest) + behind(0) >= all
}

/// How many pairs of letters come before the one whose cost is too much.
#[inline]
fn alike<'a, C: Copy + Into<char> + 'a>(pairs: impl Iterator<Item = (&'a C, &'a C)>, bound: usize) -> usize {
    let mut cost = 0;
    let within = |&(&a, &b): &(&C, &C)| {
        cost += substitution(a.into(), b.into());
        cost <= bound
    };
    pairs.take_while(within).count()
}

fn substitution(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.is_ascii_digit() && b.is_ascii_digit() {
        // A digit that is wanted tells things apart ("mức 3", "mức 4") and is never read as another one.
        DIFFERENT
    } else if matches!((a, b), ('l', 'i') | ('i', 'l')) {
        // A capital I and a small l are one stroke.
        WRONG / 2
    } else if shape(a) != 0 && shape(a) == shape(b) {
        WRONG / 2
    } else {
        WRONG
    }
}

/// Which letters recognition takes for each other: those of one shape.
const SHAPES: [&str; 7] = ["aeouiy&@64", "mnr", "l1|tf", "dbhp", "cqg", "s58", "vw"];

/// The shape of each character of ASCII, counted from 1; 0 where no other character has its shape.
const SHAPE: [u8; 128] = {
    let mut of = [0; 128];
    let mut shape: u8 = 0;
    while (shape as usize) < SHAPES.len() {
        let letters = SHAPES[shape as usize].as_bytes();
        let mut at = 0;
        while at < letters.len() {
            of[letters[at] as usize] = shape + 1;
            at += 1;
        }
        shape += 1;
    }
    of
};

fn shape(c: char) -> u8 {
    SHAPE.get(c as usize).copied().unwrap_or_else(|| u8::from(matches!(c, '¢' | '€')))
}

/// A number from 1 to 26 for a letter; all that is no letter has the next.
fn code(c: char) -> u8 {
    if c.is_ascii_lowercase() { c as u8 - b'a' + 1 } else { 27 }
}

/// The same number for letters that may be read as each other for less than a whole wrong letter.
fn shape_code(c: char) -> u8 {
    // A small l has the shape of a capital I as well, so that those like it are not told from vowels.
    let shape = if shape(c) == shape('l') { shape('i') } else { shape(c) };
    // The first letter of a shape stands for it; it is of no other.
    shape.checked_sub(1).map_or_else(|| code(c), |at| SHAPES[usize::from(at)].as_bytes()[0] - b'a' + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same_word(word: &str, noisy: &str, tolerance: Tolerance) -> bool {
        Letters::of(word).may_be(&Letters::of(noisy), tolerance)
    }

    #[test]
    fn words_survive_recognition() {
        for (word, noisy) in [
            ("chung", "chimg"),
            ("chung", "chirng"),
            ("muc", "murc"),
            ("muc", "mirc"),
            ("so", "sd"),
            ("do", "d6"),
            ("le", "1€"),
            ("tuyen", "tuyen"),
            ("moi", "mei"),
            ("nam", "ndm"),
            ("nam", "nim"),
        ] {
            assert!(same_word(word, &mend(noisy), Tolerance::Letter), "{word} {noisy}");
        }
        for (word, noisy) in
            [("tiep", "tuyen"), ("thu", "dien"), ("3", "4"), ("nam", "ngay"), ("nam", "nhan"), ("muc", "thong")]
        {
            assert!(!same_word(word, noisy, Tolerance::Letter), "{word} {noisy}");
        }
        assert!(!same_word("khoi", "khai", Tolerance::Shape) && same_word("do", &mend("do6"), Tolerance::Shape));
    }

    /// The cost of all edits, place by place.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=a.len()).map(|i| i * WRONG).collect();
        for (j, &c) in b.iter().enumerate() {
            let mut diagonal = row[0];
            row[0] = (j + 1) * WRONG;
            for (i, &p) in a.iter().enumerate() {
                let cost = (diagonal + substitution(p, c)).min(row[i] + WRONG).min(row[i + 1] + WRONG);
                diagonal = row[i + 1];
                row[i + 1] = cost;
            }
        }
        row[a.len()]
    }

    proptest! {
        #[test]
        fn a_bounded_look_finds_what_a_whole_one_does(
            (begin, end) in ("[a-z]{0,10}", "[a-z]{0,3}"),
            (a, b) in ("[aeionltd6ø]{0,4}", "[aeionltd6ø]{0,4}"),
        ) {
            let (a, b) = (format!("{begin}{a}{end}"), format!("{begin}{b}{end}"));
            let letters = |word: &str| word.chars().map(bare_char).collect::<Vec<char>>();
            let (one, other) = (letters(&a), letters(&b));
            for tolerance in [Tolerance::Shape, Tolerance::Letter] {
                let bound = bound(one.len(), tolerance);
                let begin = one.first().zip(other.first());
                let near = bound > 0
                    && begin.is_some_and(|(&first, &read)| may_begin(first, read, tolerance))
                    && distance(&one, &other) <= bound;
                prop_assert_eq!(same_word(&a, &b, tolerance), one == other || near);
            }
        }

        #[test]
        fn first_letters_rule_out_no_word_that_is_the_same(word in "[a-z36]{1,7}", noisy in "[a-z36¢€-]{1,7}") {
            let (initials, read) = (Initials::of([word.as_str()].into_iter()), Letters::of(&mend(&noisy)));
            for tolerance in [Tolerance::Shape, Tolerance::Letter] {
                let same = same_word(&word, &mend(&noisy), tolerance) || word == noisy;
                prop_assert!(!same || initials.allow(&read, tolerance));
            }
        }
    }
}
