//! How much of a text was converted.

use super::Encoding;

/// How many letters were converted by the names of their fonts, by encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted(Vec<(Encoding, usize)>);

impl Converted {
    /// Counts converted letters.
    pub fn add(&mut self, encoding: Encoding, letters: usize) {
        match self.0.iter_mut().find(|(known, _)| *known == encoding) {
            Some((_, count)) => *count += letters,
            None => self.0.push((encoding, letters)),
        }
    }

    /// Counts what was converted elsewhere in the same document.
    pub fn extend(&mut self, other: &Self) {
        other.0.iter().for_each(|(encoding, letters)| self.add(*encoding, *letters));
    }

    /// The encodings that were met, in the order in which they were, each with its letters.
    pub fn each(&self) -> impl Iterator<Item = (Encoding, usize)> + '_ {
        self.0.iter().copied()
    }
}
