//! Which encoding a text is in, told by trying them: read rightly, its words are Vietnamese syllables.

use unicode_normalization::char::is_combining_mark;

use super::{Encoding, decode_line};
use crate::vietnamese::syllable::is_syllable;

/// What a text was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The encoding that fits best.
    pub encoding: Encoding,
    /// How sure that is, in thousandths; from [`SURE`] on the text may be converted without asking.
    pub certainty: u16,
}

impl Detected {
    /// Whether the text may be converted without asking.
    pub fn is_sure(self) -> bool {
        self.certainty >= SURE
    }
}

/// The certainty from which a text is converted without asking.
pub const SURE: u16 = 800;

/// How much of a text is tried, in characters: some six hundred words with marks.
const SAMPLE: usize = 4_000;

/// The share of words, in thousandths, that have to be syllables in the right encoding.
const FITTING: usize = 850;

/// One word in so many of a long sample is tried first, from all over it, and an encoding is given up whose share there is
/// below this: of those that fit or come near enough to raise a doubt, more than half of the words are syllables.
const TRIAL: usize = 10;
const HOPELESS: usize = 400;

/// By how much the best encoding has to beat the text as it is, and the next encoding to be sure, in thousandths.
const MARGIN: usize = 150;

/// Words with marks: how many there are, and how many of them are syllables.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    marked: usize,
    valid: usize,
}

impl Score {
    /// The share of syllables in thousandths. One word is taken off, so that few words never prove much.
    fn share(self) -> usize {
        self.valid * 1000 / (self.marked + 1)
    }
}

/// The encoding of a text whose bytes were read as Windows-1252 (see [`latin`](crate::vietnamese::legacy::latin)), or that was pasted so;
/// `None` where the text is Unicode, not Vietnamese, or has no words to tell by.
pub fn detect(text: &str) -> Option<Detected> {
    let sample = sample(text);
    let plain = score(&sample).share();
    // No encoding can beat words of which nearly all are syllables as they stand.
    if plain + MARGIN > 1000 {
        return None;
    }
    let trial: String = sample.split(' ').step_by(TRIAL).flat_map(|word| [word, " "]).collect();
    let mut shares: Vec<(usize, Encoding)> =
        Encoding::ALL.map(|encoding| (share(&sample, &trial, encoding), encoding)).to_vec();
    // The sort is stable: of two that fit alike the more common one stands first.
    shares.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    let [(best, encoding), (second, _), ..] = shares[..] else { return None };
    // Of a few words, all have to fit.
    if best < FITTING.min(700) || best < plain + MARGIN {
        return None;
    }
    let doubtful = best < second + MARGIN;
    let certainty = u16::try_from(if doubtful { best / 2 } else { best }).unwrap_or(0);
    Some(Detected { encoding, certainty })
}

/// The share of syllables in a sample that is read in an encoding; that of the trial where it is hopeless.
fn share(sample: &str, trial: &str, encoding: Encoding) -> usize {
    let share = |words: &str| score(&decode_line(words, encoding)).share();
    let long = sample.len() > SAMPLE / 2;
    Some(trial).filter(|_| long).map(share).filter(|&tried| tried < HOPELESS).unwrap_or_else(|| share(sample))
}

/// The words that tell an encoding, of the lines that can be in another one, cut to what is enough.
fn sample(text: &str) -> String {
    let suspect = |line: &&str| line.chars().any(is_suspect) && !is_unicode(line);
    // Other spaces are letters in some encodings.
    let words = text.lines().filter(suspect).flat_map(|line| line.split([' ', '\t']));
    words
        .filter(|word| word.chars().any(is_suspect))
        .flat_map(|word| word.chars().chain([' ']))
        .take(SAMPLE)
        .collect()
}

/// Characters that may stand for letters in another encoding.
fn is_suspect(c: char) -> bool {
    !c.is_ascii() || (c.is_ascii_control() && !c.is_ascii_whitespace())
}

/// Whether a text has letters that only Unicode has, so that it cannot come from another encoding.
pub(super) fn is_unicode(text: &str) -> bool {
    text.chars().filter(|c| !c.is_ascii()).any(|c| {
        matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1EA0}'..='\u{1EF9}')
            || is_combining_mark(c)
    })
}

fn score(text: &str) -> Score {
    let mut score = Score::default();
    for word in text.split(|c| !is_letter(c)).filter(|word| word.chars().any(is_suspect)) {
        score.marked += 1;
        score.valid += usize::from(is_syllable(word));
    }
    score
}

/// Letters, and the signs of Latin-1 that stand for letters in another encoding.
fn is_letter(c: char) -> bool {
    match c {
        '«' | '»' | '\u{A0}' | '\u{FEFF}' => false,
        '\u{80}'..='\u{BF}' => true,
        _ if c.is_ascii_graphic() => c.is_ascii_alphabetic(),
        _ => c.is_alphabetic() || is_combining_mark(c) || (c.is_ascii_control() && !c.is_ascii_whitespace()),
    }
}
