//! Which words and phrases stand in a line; in poor text also where they are damaged.

use super::annotated::Line;
use super::token::Token;
use tonghop_model::vietnamese::alike::{self, Letters, Tolerance};
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::{Phrase, Phrases};

impl Line {
    /// Whether the phrase stands at this token; in poor text a letter of a word may have taken another shape.
    pub fn has_at(&self, index: usize, phrase: &Phrase) -> bool {
        self.tokens.get(index..index + phrase.len()).is_some_and(|tokens| {
            tokens.iter().zip(phrase).all(|(token, word)| self.same(token, word, Tolerance::Shape))
        })
    }

    /// Whether the phrase ends right before this token.
    pub fn has_before(&self, index: usize, phrase: &Phrase) -> bool {
        index >= phrase.len() && self.has_at(index - phrase.len(), phrase)
    }

    /// Whether one of the phrases ends right before this token.
    pub fn any_before(&self, index: usize, phrases: &Phrases) -> bool {
        let Some(last) = self.before(index) else { return false };
        if self.poor {
            return self.any_damaged_before(index, phrases, Tolerance::Shape, 1);
        }
        phrases.ending(&last.bare, last.sign).any(|phrase| self.has_before(index, phrase))
    }

    /// Whether one of the phrases ends right before this token; in poor text a letter of each word of a longer phrase
    /// may be wrong, for two damaged words together are hardly taken for two others ("mức độ" read "mic do").
    pub fn ends_with_name(&self, index: usize, phrases: &Phrases) -> bool {
        self.any_before(index, phrases) || self.poor && self.any_damaged_before(index, phrases, Tolerance::Letter, 2)
    }

    /// Whether one of the phrases of so many words at least ends right before this token of poor text, damaged as far
    /// as the tolerance goes.
    fn any_damaged_before(&self, index: usize, phrases: &Phrases, tolerance: Tolerance, words: usize) -> bool {
        let stands = |phrase: (&Phrase, &Vec<Letters>)| {
            let begin = index.checked_sub(phrase.0.len()).filter(|_| phrase.0.len() >= words);
            begin.is_some_and(|at| self.damaged_at(at, phrase, tolerance))
        };
        self.before(index).is_some_and(|last| phrases.may_end(&last.letters, tolerance)) && phrases.bare().any(stands)
    }

    /// The first of the phrases that stands at this token of poor text, damaged as far as the tolerance goes.
    pub fn damaged<'p>(&self, index: usize, phrases: &'p Phrases, tolerance: Tolerance) -> Option<&'p Phrase> {
        let first = self.tokens.get(index).filter(|first| phrases.may_begin(&first.letters, tolerance));
        let mut all = first.into_iter().flat_map(|_| phrases.bare());
        all.find(|phrase| self.damaged_at(index, *phrase, tolerance)).map(|(phrase, _)| phrase)
    }

    /// Whether a phrase of [`Phrases::bare`] stands at this token of poor text, damaged as far as the tolerance goes.
    fn damaged_at(&self, index: usize, phrase: (&Phrase, &Vec<Letters>), tolerance: Tolerance) -> bool {
        let (phrase, bare) = phrase;
        let same = |(token, (word, bare)): (&Token, (&String, &Letters))| {
            token.text == *word || bare.may_be(&token.letters, tolerance)
        };
        let tokens = self.tokens.get(index..index + phrase.len());
        tokens.is_some_and(|tokens| tokens.iter().zip(phrase.iter().zip(bare)).all(same))
    }

    /// Whether one of the phrases stands at this token.
    pub fn any_at(&self, index: usize, phrases: &Phrases) -> bool {
        let Some(first) = self.tokens.get(index) else { return false };
        if self.poor {
            return self.damaged(index, phrases, Tolerance::Shape).is_some();
        }
        phrases.beginning(&first.bare, first.sign).any(|phrase| self.has_at(index, phrase))
    }

    /// The phrases that stand at this token.
    pub fn standing<'p>(&self, index: usize, phrases: &'p Phrases) -> impl Iterator<Item = &'p Phrase> {
        let first = self.tokens.get(index);
        let begin =
            first.filter(|_| !self.poor).into_iter().flat_map(|first| phrases.beginning(&first.bare, first.sign));
        let may = self.poor && first.is_some_and(|first| phrases.may_begin(&first.letters, Tolerance::Shape));
        let all = if may { phrases.0.as_slice() } else { &[] };
        begin.chain(all).filter(move |phrase| self.has_at(index, phrase))
    }

    /// How many tokens the longest of the phrases takes that stands at this token, 0 where none does. In poor text
    /// words may have lost their marks, and nothing else.
    pub fn longest_at(&self, index: usize, phrases: &Phrases) -> usize {
        let Some(first) = self.tokens.get(index) else { return 0 };
        let stands = |phrase: &&Phrase| self.plainly(index, phrase);
        phrases.beginning(&first.bare, first.sign).filter(stands).map(Vec::len).max().unwrap_or(0)
    }

    /// How many tokens the longest of the phrases takes that ends right before this token, 0 where none does.
    pub fn longest_before(&self, index: usize, phrases: &Phrases) -> usize {
        let Some(last) = self.before(index) else { return 0 };
        let stands = |phrase: &&Phrase| index >= phrase.len() && self.plainly(index - phrase.len(), phrase);
        phrases.ending(&last.bare, last.sign).filter(stands).map(Vec::len).max().unwrap_or(0)
    }

    /// Whether the phrase stands at this token as it is written, or in poor text without its marks.
    fn plainly(&self, index: usize, phrase: &Phrase) -> bool {
        let same =
            |(token, word): (&Token, &String)| token.text == *word || self.poor && fold::is_bare(&token.bare, word);
        self.tokens.get(index..index + phrase.len()).is_some_and(|tokens| tokens.iter().zip(phrase).all(same))
    }

    /// Whether the token is this one word. In poor text only short words may be damaged: longer ones are so
    /// common that others would be taken for them ("tháng", "thông").
    pub fn is_word(&self, index: usize, word: &str) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            let short = || word.chars().nth(3).is_none();
            let damaged = || fold::is_bare(&token.bare, word) || short() && self.same(token, word, Tolerance::Letter);
            token.text == word || self.poor && damaged()
        })
    }

    /// Whether the line begins with one of the phrases; in poor text a letter of a word may be wrong.
    pub fn begins(&self, phrases: &Phrases) -> bool {
        let same = |(token, word): (&Token, &String)| self.same(token, word, Tolerance::Letter);
        let may = |first: &Token| !self.poor || phrases.may_begin(&first.letters, Tolerance::Letter);
        self.tokens.first().is_none_or(may)
            && phrases
                .0
                .iter()
                .any(|phrase| self.tokens.len() >= phrase.len() && self.tokens.iter().zip(phrase).all(same))
    }

    /// Whether a token is a folded word, damaged as far as the tolerance goes in poor text.
    pub fn same(&self, token: &Token, word: &str, tolerance: Tolerance) -> bool {
        if token.text == word {
            return true;
        }
        // Most words differ in length or in their first letter, which is told without looking at the others.
        let begins = |(first, read): (char, char)| alike::may_begin(fold::bare_char(first), read, tolerance);
        self.poor
            && word.chars().next().zip(token.letters.first()).is_some_and(begins)
            && word.chars().count().abs_diff(token.letters.count()) <= 1
            && Letters::of(word).may_be(&token.letters, tolerance)
    }
}
