//! The names of the figures of a paragraph, each from its own words and those of the figures that it hangs on.

use super::clause::{self, Joint, Left, Right, measures};
use super::name::{LONGEST, Name};
use super::words::{self, Words};
use super::{time, topic};
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_statements::figure::Figure;
use tonghop_statements::line::Line;
use tonghop_statements::numeral::Numeral;
use tonghop_statements::outline::Section;
use tonghop_statements::statement::Statement;

/// The figures of a paragraph on the way to their names.
pub struct Prose<'a> {
    pub(super) line: &'a Line,
    pub(super) figures: &'a [Figure],
    pub(super) time: Vec<bool>,
    above: String,
    /// Whether the line is one item of a list ("- Sở Y tế: 69;").
    pub(super) listed: bool,
    pub(super) sides: Vec<(Left, Right)>,
    pub(super) done: Vec<Named>,
}

/// So many tokens an item of a list has at most that says nothing but a name and its figure.
const ITEM: usize = 14;

/// Whether the words before a figure only end the thing before it: "23 chứng chỉ khám bệnh, chữa bệnh và 08 giấy …".
fn is_tail(line: &Line, left: &Left) -> bool {
    let said = |&at: &usize| line.longest_at(at, &LEXICON.verb) > 1 || measures(line, at);
    (left.joins(Joint::And) || left.joins(Joint::With)) && !left.joins(Joint::Names) && !left.words.iter().any(said)
}

/// A name with what later figures hang on.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// The name.
    pub name: Name,
    /// The figure that its percentages and parts are said of: itself, or for a percentage what that is said of.
    pub owner: Option<usize>,
    /// What is done with the thing, for the next figure of an enumeration.
    pub verb: Words,
    /// The figure that it is a part of.
    pub whole: Option<usize>,
    /// The figure that it is a side of: what is counted with it.
    pub side_of: Option<usize>,
}

impl<'a> Prose<'a> {
    /// The figures of a statement, with their sides read.
    pub fn new(lines: &'a [Line], outline: &[Section], statement: &'a Statement, numerals: &[Numeral]) -> Self {
        let line = &lines[statement.line];
        let from = numerals.partition_point(|numeral| numeral.paragraph < statement.line);
        let to = numerals.partition_point(|numeral| numeral.paragraph <= statement.line);
        let time = time::mask(line, &numerals[from..to]);
        let mut sides: Vec<(Left, Right)> = Vec::with_capacity(statement.figures.len());
        for figure in &statement.figures {
            // What the figure before counts is not said of this one.
            let taken = sides.last().map_or(0, |(_, right)| right.end);
            let range = figure.left.start.max(taken).min(figure.left.end)..figure.left.end;
            let mut left = clause::left(line, &time, range.clone());
            if taken > 0
                && range.start == taken
                && line.tokens.get(taken).is_some_and(|mark| mark.is_mark(','))
                && is_tail(line, &left)
            {
                left.words.clear();
            }
            sides.push((left, clause::right(line, &time, figure)));
        }
        let above = topic::above(lines, outline, statement);
        let leads = statement.lead.is_some_and(|at| lines[at].tokens.last().is_some_and(|last| last.is_mark(':')));
        let listed = leads && statement.figures.len() == 1 && line.tokens.len() <= ITEM;
        Self { line, figures: &statement.figures, time, above, listed, sides, done: Vec::new() }
    }

    /// The names, in order.
    pub fn names(mut self) -> Vec<Name> {
        for index in 0..self.figures.len() {
            let named = self.named(index);
            self.done.push(named);
        }
        self.done.into_iter().map(|named| named.name).collect()
    }

    pub(super) fn named(&self, index: usize) -> Named {
        let figure = &self.figures[index];
        if self.second_of_fraction(index) {
            let first = &self.done[index - 1];
            let label = words::under(&first.name.label, "trên tổng số", LONGEST);
            return Named { name: Name { label, ..first.name.clone() }, owner: Some(index - 1), ..Named::default() };
        }
        let mut named = if figure.quantity.is_some_and(|quantity| quantity.percent) {
            self.share(index)
        } else if let Some(change) = self.change(index) {
            change
        } else {
            self.count(index)
        };
        named.name.topic = self.topic(index);
        named.name.unit = self.unit(index);
        named
    }

    /// Whether this is the whole of a fraction: `389/612 trường`, `1.240 ha/1.300 ha`.
    pub(super) fn second_of_fraction(&self, index: usize) -> bool {
        let at = self.figures[index].tokens.start;
        let slash = at > 0 && self.line.tokens[at - 1].is_mark('/');
        index > 0 && (self.figures[index - 1].tokens.start == at || slash && self.figures[index].left.len() <= 4)
    }

    /// The thing counted; of a fraction both numbers count what stands behind the second.
    pub(super) fn right(&self, index: usize) -> &Right {
        let next = self.figures.get(index + 1).filter(|next| next.tokens.start == self.figures[index].tokens.start);
        &self.sides[if next.is_some() { index + 1 } else { index }].1
    }

    pub(super) fn unit(&self, index: usize) -> String {
        if self.figures[index].quantity.is_some_and(|quantity| quantity.percent) {
            return "%".to_owned();
        }
        let right = self.right(index);
        words::render(self.line, &right.words[..right.unit]).to_lowercase()
    }

    pub(super) fn topic(&self, index: usize) -> String {
        let used = self.sides[index].0.words.first().copied().unwrap_or(self.figures[index].tokens.start);
        topic::opening(self.line, &self.time, used).unwrap_or_else(|| self.above.clone())
    }

    /// The figure whose bracket this one stands in.
    pub(super) fn bracket(&self, index: usize) -> Option<usize> {
        let owner = *self.figures[index].governors.first()?;
        let between = self.figures[owner].tokens.end..self.figures[index].tokens.start;
        let depth = |mark: char| between.clone().filter(|&at| self.line.tokens[at].is_mark(mark)).count();
        (depth('(') > depth(')')).then_some(owner)
    }

    /// The figure that this one follows: not one inside of a bracket that is closed again, and behind a semicolon
    /// no part of another one.
    pub(super) fn follows(&self, index: usize) -> Option<usize> {
        let whole =
            |&at: &usize| self.done[at].whole.is_none() && self.figures[at].sentence == self.figures[index].sentence;
        self.figures[index].governors.last().copied().or_else(|| (0..index).rev().find(whole))
    }

    /// The figure before this one in its sentence.
    pub(super) fn previous(&self, index: usize) -> Option<usize> {
        let last = index.checked_sub(1)?;
        (self.figures[last].sentence == self.figures[index].sentence).then_some(last)
    }

    /// The figure that this one is a part of: that of its bracket, that before "trong đó", and for the further
    /// parts of an enumeration that of the first.
    pub(super) fn whole(&self, index: usize, left: &Left, verb: &Words) -> Option<usize> {
        let owner = |at: usize| self.done[at].owner;
        if let Some(bracket) = self.bracket(index) {
            return owner(bracket);
        }
        if left.part {
            return self.larger(index);
        }
        let previous = self.previous(index)?;
        let item = self.line.tokens[self.figures[previous].tokens.end..self.figures[index].tokens.start].iter();
        let goes_on = verb.is_empty()
            && !left.joins(Joint::With)
            && !item.clone().any(|token| token.is_mark(';') || token.is_mark(')'));
        // Of "(2.488 … và 602 …)" both stand in the bracket; here the parts of "trong đó" go on.
        owner(previous).and_then(|at| self.done[at].whole).filter(|_| goes_on && self.bracket(previous).is_none())
    }

    /// The nearest figure before this one that it can be a part of: it counts the same and is not smaller.
    pub(super) fn larger(&self, index: usize) -> Option<usize> {
        let value = |at: usize| self.figures[at].quantity.map(|quantity| quantity.value);
        let mut wholes =
            (0..index).rev().filter(|&at| self.done[at].owner == Some(at) && self.done[at].whole.is_none());
        let same = wholes.clone().find(|&at| self.unit(at) == self.unit(index) && value(at) >= value(index));
        same.or_else(|| wholes.find(|&at| self.figures[at].sentence == self.figures[index].sentence))
    }
}
