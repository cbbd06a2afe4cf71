//! What is done with the things counted, and how a thing and its verb make one name.

use super::clause::{Joint, Right};
use super::name::LONGEST;
use super::prose::Prose;
use super::words::{self, Words};
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_statements::line::TokenKind;

impl Prose<'_> {
    /// A thing with what is done with it: "hồ sơ tiếp nhận", "lao động được giải quyết việc làm".
    pub(super) fn thing(&self, right: &Right, verb: &Words, to: bool) -> String {
        // What is only measured is named without its measure: "124 kg thực phẩm" are "thực phẩm".
        let unit = words::render(self.line, &right.words[..right.unit]);
        let measured = right.words.len() > right.unit && LEXICON.measure.contains(&unit);
        let thing = words::render(self.line, &right.words[if measured { right.unit } else { 0 }..]);
        let verb = self.said(verb);
        let said = words::render_small(self.line, &verb);
        match () {
            () if thing.is_empty() => said,
            () if said.is_empty() => thing,
            () if to => format!("{thing} được {said}"),
            () if right.words.len() <= 3 && verb.len() <= 4 => format!("{thing} {said}"),
            () => words::under(&thing, &said, LONGEST),
        }
    }

    /// The words of a verb without those that add nothing.
    pub(super) fn said(&self, verb: &Words) -> Words {
        let mut verb = verb.clone();
        words::trim_front(self.line, &mut verb, &[&LEXICON.light_verb]);
        words::trim_back(self.line, &mut verb, &[&LEXICON.name_tail]);
        verb
    }

    /// The verb of the figure before, where this one names another object of it: "tiêm phòng lở mồm long móng 32 con,
    /// cúm gia cầm 12 con".
    pub(super) fn carried(&self, index: usize) -> String {
        let (left, right) = (&self.sides[index].0, self.right(index));
        let Some(before) = self.previous(index) else { return String::new() };
        let verb = self.said(&self.done[before].verb);
        let length = verb.first().map_or(0, |&at| self.line.longest_at(at, &LEXICON.verb));
        let counts = |right: &Right| right.unit == right.words.len() && self.is_counter(right);
        let same = self.unit(before) == self.unit(index) && counts(self.right(before)) && counts(right);
        let listed = !left.words.is_empty() && same && length > 0 && length < verb.len();
        if listed { words::render_small(self.line, &verb[..length]) } else { String::new() }
    }

    /// The verb of the figure before, where this one only goes on with its enumeration.
    pub(super) fn enumerated(&self, index: usize) -> Words {
        let Some(previous) = self.previous(index) else { return Words::new() };
        let between = &self.line.tokens[self.figures[previous].tokens.end..self.figures[index].tokens.start];
        let ends = between.iter().any(|token| matches!(token.kind, TokenKind::Mark(';' | '(' | ')' | ':')));
        if ends || self.sides[index].0.joins(Joint::With) || self.sides[index].0.joins(Joint::Has) {
            Words::new()
        } else {
            self.done[previous].verb.clone()
        }
    }

    /// The predicate of a clause: from its last verb on, and the verbs that stand right before it.
    pub(super) fn verb(&self, words: &Words) -> Words {
        let line = self.line;
        let opens = |at: usize| {
            at == 0
                || line.longest_before(words[at], &LEXICON.light_verb) > 0
                || line.longest_before(words[at], &LEXICON.verb) > 1
                || line.is_word(words[at - 1], "và")
        };
        // A verb of one syllable is often the second one of another word ("trợ cấp").
        let length = |at: usize| {
            let length = line.longest_at(words[at], &LEXICON.verb);
            if length == 1 && !opens(at) { 0 } else { length }
        };
        let Some(mut start) = (0..words.len()).rev().find(|&at| length(at) > 0) else { return Words::new() };
        while let Some(earlier) = (0..start).find(|&at| {
            let reach = at + length(at);
            let joined = reach == start || reach + 1 == start && line.is_word(words[reach], "và");
            length(at) > 0 && (joined || reach > start)
        }) {
            start = earlier;
        }
        if start > 0 && ["đang", "chưa", "bị", "không"].iter().any(|word| line.is_word(words[start - 1], word)) {
            start -= 1;
        }
        words[start..].to_vec()
    }
}
