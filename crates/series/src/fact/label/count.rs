//! The name of a number of things: from the clause before it, the thing behind it, or the figure that it hangs on.

use super::clause::{Joint, Left, Right, measures};
use super::name::{LONGEST, Name};
use super::prose::{Named, Prose};
use super::words::{self, Words};
use super::{kind, topic};
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// Names of so few words say too little where the paragraph begins with what it is about.
const SHORT: usize = 5;

impl Prose<'_> {
    /// A number of things.
    pub(super) fn count(&self, index: usize) -> Named {
        let (line, left, right) = (self.line, &self.sides[index].0, self.right(index));
        let subject = left.words.first().is_some_and(|&at| left.joins(Joint::Names) || measures(line, at));
        let verb = if subject { Words::new() } else { self.verb(&left.words) };
        let whole = self.whole(index, left, &verb);
        let kind = self.kind(index, whole, &verb);
        if let Some(again) = self.again(index, kind) {
            return again;
        }
        let enumerated = if left.words.is_empty() { self.enumerated(index) } else { Words::new() };
        let side = self.is_side(index, subject);
        let label = if let Some(whole) = whole {
            words::under(&self.done[whole].name.label, &self.part(whole, left, right), LONGEST)
        } else {
            let own = self.own(left, right, subject, if left.words.is_empty() { &enumerated } else { &verb });
            let carried = if subject || !verb.is_empty() { String::new() } else { self.carried(index) };
            let own = if carried.is_empty() { own } else { format!("{carried} {own}") };
            let named: Words = left.words.iter().chain(&enumerated).chain(&right.words).copied().collect();
            let thin = words::is_thin(line, &named, &right.words[..right.unit]);
            if side || thin || self.is_short(index, &named) {
                words::under(&self.outer(index, side), &own, LONGEST)
            } else {
                own
            }
        };
        let verb = if verb.is_empty() { enumerated } else { verb };
        let side_of = self.follows(index).and_then(|at| self.done[at].owner).filter(|_| side && whole.is_none());
        let side_of = side_of.map(|at| self.done[at].side_of.unwrap_or(at));
        Named { name: Name { label, kind, ..Name::default() }, owner: Some(index), verb, whole, side_of }
    }

    /// Whether a name of few words stands in a paragraph that begins with what it is about ("Lúa Đông Xuân: …").
    pub(super) fn is_short(&self, index: usize, named: &Words) -> bool {
        let first = self.figures[index].tokens.start;
        let start = self.sides[index].0.words.first().copied().unwrap_or(first);
        if self.listed && named.len() <= 2 * SHORT {
            return true;
        }
        let Some(topic) = topic::opening(self.line, &self.time, start) else { return false };
        let topic = topic.to_lowercase();
        let said = |&at: &usize| topic.split(' ').any(|word| *word == self.line.tokens[at].text);
        named.len() <= SHORT && !named.iter().any(said)
    }

    /// The name of a number of things without what it stands under.
    pub(super) fn own(&self, left: &Left, right: &Right, subject: bool, verb: &Words) -> String {
        let line = self.line;
        let counts = right.unit == right.words.len() && self.is_counter(right);
        let said = if verb.is_empty() { &left.words } else { verb };
        match () {
            () if subject => {
                let more = right.words.len() > right.unit + 1 && !left.joins(Joint::Has);
                let more = if more { words::render(line, &right.words) } else { String::new() };
                // "Tổng số" and what it is the number of are one name.
                if words::is_thin(line, &left.words, &[]) && !right.words.is_empty() && !counts {
                    return format!("{} {}", words::render(line, &left.words), words::render(line, &right.words));
                }
                words::under(&words::render(line, &left.words), &more, LONGEST)
            }
            () if counts && !self.said(said).is_empty() && !left.words.is_empty() => {
                words::render(line, &self.said(said))
            }
            () => self.thing(right, said, left.joins(Joint::To) && !left.words.is_empty()),
        }
    }

    /// Whether the figure is a side of the one before it: what is counted with it, or the money that it took.
    pub(super) fn is_side(&self, index: usize, subject: bool) -> bool {
        let left = &self.sides[index].0;
        let Some(before) = self.follows(index) else { return false };
        let unit = |at: usize| self.unit(self.done.get(at).and_then(|named| named.owner).unwrap_or(at));
        let measured = subject && left.words.first().is_some_and(|&at| measures(self.line, at));
        let money = unit(index).ends_with("đồng") && !unit(before).ends_with("đồng");
        let thin = words::is_thin(self.line, &left.words, &[]);
        left.words.is_empty() && left.joins(Joint::With) || measured && (money || thin || left.joins(Joint::With))
    }

    /// The figure before, counted over another time: "tháng 5 … 512 tỷ đồng, lũy kế 5 tháng 2.845 tỷ đồng".
    pub(super) fn again(&self, index: usize, kind: Kind) -> Option<Named> {
        let (left, right) = (&self.sides[index].0, self.right(index));
        let range = &self.figures[index].left;
        let timed = range.clone().any(|at| self.time[at]);
        let before = self.follows(index).and_then(|at| self.done[at].owner)?;
        let same = self.unit(before) == self.unit(index);
        if !left.words.is_empty() || right.words.len() > right.unit || !timed || !same {
            return None;
        }
        let over = if kind == Kind::Cumulative { "lũy kế" } else { "" };
        let label = words::under(&self.done[before].name.label, over, LONGEST);
        Some(Named { name: Name { label, kind, ..Name::default() }, owner: Some(index), ..Named::default() })
    }

    /// What a name that leaves open what is meant stands under: for a side of the figure before it ("tổng kinh
    /// phí …") that figure, or else what the paragraph is about.
    pub(super) fn outer(&self, index: usize, side: bool) -> String {
        let before = self.follows(index).filter(|_| side).and_then(|at| self.done[at].owner);
        // The sides of one figure stand beside each other.
        let before = before.map(|at| self.done[at].side_of.unwrap_or(at));
        before.map_or_else(|| self.topic(index), |at| self.done[at].name.label.clone())
    }

    pub(super) fn kind(&self, index: usize, whole: Option<usize>, verb: &Words) -> Kind {
        let timed = self.figures[index].left.clone().any(|at| self.time[at]);
        let inherited =
            whole.or_else(|| self.follows(index).filter(|_| self.sides[index].0.words.is_empty() && !timed));
        match inherited.map(|at| self.done[at].name.kind) {
            Some(kind @ (Kind::Flow | Kind::Stock | Kind::Cumulative | Kind::Count)) => kind,
            _ => kind::kind(self.line, &self.figures[index], verb.first().copied()),
        }
    }

    pub(super) fn is_counter(&self, right: &Right) -> bool {
        right.words.first().is_none_or(|&at| {
            self.line.longest_at(at, &LEXICON.counter) >= right.unit
                || LEXICON.measure.contains(&words::render(self.line, &right.words))
        })
    }

    /// What a part is called within its whole: without the unit that both count.
    pub(super) fn part(&self, whole: usize, left: &Left, right: &Right) -> String {
        let line = self.line;
        let same = |own: &Words| {
            let outer = &self.right(whole).words;
            own.iter().zip(outer).take_while(|(a, b)| line.tokens[**a].text == line.tokens[**b].text).count()
        };
        let shared = same(&right.words).max(if right.unit == right.words.len() { right.unit } else { 0 });
        let rest = &right.words[if shared >= right.unit { shared.min(right.words.len()) } else { 0 }..];
        let rest = if rest.is_empty() && left.words.is_empty() { &right.words[..] } else { rest };
        let mut own = left.words.clone();
        own.extend(rest);
        words::trim_front(line, &mut own, &[&LEXICON.name_edge]);
        words::render(line, &own)
    }
}
