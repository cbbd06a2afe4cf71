//! Text that is put together from runs, each decoded as its font says.

use super::{Coding, Converted, detect};
use crate::vietnamese::syllable::is_syllable;

/// Text from runs. Neighbours of one coding are decoded together, because a letter may be split between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    text: String,
    /// Where the text begins that is still to be decoded.
    from: usize,
    coding: Option<Coding>,
    converted: Converted,
}

impl Runs {
    /// Appends the text of a run.
    pub fn push(&mut self, text: &str, coding: Option<Coding>) {
        if coding != self.coding {
            self.settle();
            self.coding = coding;
        }
        self.text.push_str(text);
    }

    /// The text, and what of it was converted.
    pub fn finish(mut self) -> (String, Converted) {
        self.settle();
        (self.text, self.converted)
    }

    fn settle(&mut self) {
        if let Some(coding) = self.coding
            && let Some(decoded) = decode(&self.text[self.from..], coding)
        {
            if decoded != self.text[self.from..] {
                self.converted.add(coding.encoding, decoded.chars().count());
            }
            self.text.truncate(self.from);
            self.text.push_str(&decoded);
        }
        self.from = self.text.len();
    }
}

/// Text decoded as its font says, unless it is plainly Unicode: programs leave the name of the old font on letters
/// that they take from another one.
pub(super) fn decode(text: &str, coding: Coding) -> Option<String> {
    if detect::is_unicode(text) {
        return None;
    }
    let decoded = coding.decode(text);
    (syllables(&decoded) >= syllables(text)).then_some(decoded)
}

/// How many words with marks are syllables.
fn syllables(text: &str) -> usize {
    let words = text.split(|c: char| !c.is_alphabetic() && c.is_ascii());
    words.filter(|word| !word.is_ascii() && is_syllable(word)).count()
}
