//! The names of percentages and of increases and decreases, which are said of another figure.

use super::clause;
use super::name::{LONGEST, Name};
use super::prose::{Named, Prose};
use super::words::{self, Words};
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::lexicon::LEXICON;

impl Prose<'_> {
    /// An increase or decrease; `None` where the figure is none.
    pub(super) fn change(&self, index: usize) -> Option<Named> {
        let (said, subject) = self.rise(index)?;
        let right = self.right(index);
        let more: &[usize] = &right.words[right.unit..];
        let percent = self.figures[index].quantity.is_some_and(|quantity| quantity.percent);
        let same = |&at: &usize| self.done[at].owner == Some(at) && self.unit(at) == self.unit(index);
        let owner =
            if percent { self.hangs_on(index) } else { (0..index).rev().find(same).or_else(|| self.hangs_on(index)) };
        let of = match () {
            () if !subject.is_empty() => words::render(self.line, &subject),
            () if !more.is_empty() => {
                words::under(&self.outer(index, false), &words::render(self.line, &right.words), LONGEST)
            }
            () => owner.map_or_else(|| self.topic(index), |at| self.done[at].name.label.clone()),
        };
        let label = words::under(&of, &said, LONGEST);
        Some(Named { name: Name { label, kind: Kind::Change, ..Name::default() }, owner, ..Named::default() })
    }

    /// "tăng so với cùng kỳ" and what it is said of, where the words before a figure end with a rise or fall.
    pub(super) fn rise(&self, index: usize) -> Option<(String, Words)> {
        let (line, figure) = (self.line, &self.figures[index]);
        let rises = |at: &usize| line.is_word(*at, "tăng") || line.is_word(*at, "giảm");
        let at = (figure.left.start..figure.left.end).rev().take(4).find(rises)?;
        let whole = line.longest_before(at + 1, &LEXICON.verb) > 1;
        let joint = |at: &usize| self.time[*at] || line.longest_before(*at + 1, &LEXICON.copula) > 0;
        let whole = whole || !(at + 1..figure.left.end).all(|at| joint(&at));
        if whole || (at..figure.left.end).any(|at| line.tokens[at].is_mark(',') || line.is_word(at, "cho")) {
            return None;
        }
        let taken = index.checked_sub(1).map_or(0, |before| self.sides[before].1.end);
        let start = figure.left.start.max(taken).min(at);
        let mut subject = clause::left(line, &self.time, start..at).words;
        if self.line.is_word(at, "giảm")
            && subject.last() == Some(&(at.wrapping_sub(1)))
            && line.is_word(at - 1, "cắt")
        {
            return None;
        }
        let behind = start.max(at.saturating_sub(6))..at;
        if behind.into_iter().any(|at| {
            line.longest_at(at, &LEXICON.compared) > 0
                || line.longest_at(at, &LEXICON.time) > 0 && line.is_word(at - 1, "với")
        }) {
            subject.clear();
        }
        let to = self.compared(index).map(|to| format!(" so với {to}")).unwrap_or_default();
        Some((format!("{}{to}", line.tokens[at].text), subject))
    }

    /// What a figure is compared with, by the words behind it or else before it in its sentence.
    pub(super) fn compared(&self, index: usize) -> Option<String> {
        let (line, figure) = (self.line, &self.figures[index]);
        let found = |mut range: std::ops::Range<usize>| {
            range
                .find(|&at| line.longest_at(at, &LEXICON.compared) > 0)
                .map(|at| line.text(at..at + line.longest_at(at, &LEXICON.compared)))
        };
        found(figure.right.clone()).or_else(|| found(figure.sentence.start..figure.tokens.start))
    }

    /// The figure that a percentage or change is said of.
    pub(super) fn hangs_on(&self, index: usize) -> Option<usize> {
        self.bracket(index).or_else(|| self.follows(index)).and_then(|at| self.done[at].owner)
    }

    /// A percentage.
    pub(super) fn share(&self, index: usize) -> Named {
        if let Some(change) = self.change(index) {
            return change;
        }
        let (line, left, right) = (self.line, &self.sides[index].0, self.right(index));
        let owner = self.hangs_on(index);
        let compared = line.longest_at(self.figures[index].right.start, &LEXICON.compared) > 0
            || line.is_word(self.figures[index].right.start, "so");
        let own = self.share_of(&left.words);
        let of = |own: &str| {
            if own.is_empty() {
                owner.map_or_else(|| self.topic(index), |at| self.done[at].name.label.clone())
            } else {
                own.to_owned()
            }
        };
        let named = !own.is_empty();
        let part = left.part && named;
        let label = match self.compared(index).filter(|_| compared) {
            Some(to) => words::under(&of(&own), &format!("so với {to}"), LONGEST),
            None if named && (part || words::is_thin(line, &left.words, &[])) => words::under(&of(""), &own, LONGEST),
            None if named => own,
            None if owner.is_none() && !right.words.is_empty() => {
                format!("tỷ lệ {}", words::render_small(line, &right.words))
            }
            None => words::under(&of(""), "tỷ lệ", LONGEST),
        };
        let owner = owner.filter(|_| !named).or(Some(index));
        Named { name: Name { label, kind: Kind::Ratio, ..Name::default() }, owner, ..Named::default() }
    }

    /// The words before a percentage that name it; none where they are only "tỷ lệ".
    pub(super) fn share_of(&self, words: &Words) -> String {
        let line = self.line;
        let rate = |at: &usize| line.is_word(words[*at], "lệ");
        let start = (0..words.len()).rev().find(rate).map_or(0, |at| at.saturating_sub(1));
        let own = &words[start..];
        let only = own.len() <= 2
            && own.iter().all(|&at| line.is_word(at, "tỷ") || line.is_word(at, "tỉ") || line.is_word(at, "lệ"));
        if only { String::new() } else { words::render(line, own) }
    }
}
