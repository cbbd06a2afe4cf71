//! Figures that are bound to each other, and whether they hold together, also with other values for some of them.
//!
//! What a sum is off by is worked out once, so that another value for one of its figures is judged without going
//! through all of them again.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::addends::{addends, chain};
use super::interval::{Interval, Stance};
use tonghop_model::finding::Finding;
use tonghop_model::percent::{half_up, percent};
use tonghop_numbers::format::format;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// How the figures of an equation are bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The first is the sum of the others.
    Sum,
    /// The others together are not more than the first.
    Within,
    /// The first is the share of the second in the third, in percent.
    Share,
}

/// Figures that are bound to each other.
#[derive(Clone, Debug)]
pub struct Equation<'a> {
    /// How they are bound.
    pub form: Form,
    /// The figures in the order of the form.
    pub facts: Vec<&'a Fact>,
    /// By how much the others are more than the first, as printed; `None` where that is too large to be said.
    residual: Option<Decimal>,
    /// The same as all that it can be, for figures that are rounded and for such that are cut off.
    gaps: [OnceCell<Option<Interval>>; 2],
    /// Whether every figure is exact.
    exact: bool,
}

/// An equation with what is to be said of it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The equation.
    pub equation: Equation<'a>,
    /// What is wrong with it; `None`: it holds.
    pub finding: Option<Finding>,
}

/// Another value for the figure at an index.
pub type Change = (usize, Decimal);

impl<'a> Equation<'a> {
    /// The equation of some figures in the order of the form.
    pub fn new(form: Form, facts: Vec<&'a Fact>) -> Self {
        let residual = if form == Form::Share { None } else { residual(&facts) };
        let exact = facts.iter().all(|fact| fact.approximate.is_none());
        Self { form, facts, residual, gaps: Default::default(), exact }
    }

    /// Whether the figures hold together where they were rounded, or cut off.
    pub fn fits(&self, stance: Stance) -> bool {
        self.gap_holds(stance, Some(Decimal::ZERO))
    }

    /// By how much the parts are more than the total, as printed; `None` for shares, and where it is too much to say.
    pub fn residual(&self) -> Option<Decimal> {
        self.residual
    }

    /// Whether every figure is exact.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Whether the figures hold together where some of them, which are exact, have other values.
    pub fn holds_with(&self, changes: &[Change]) -> bool {
        if self.form == Form::Share {
            return share_holds(self.values(changes));
        }
        let shift = self.shift(changes);
        [Stance::Rounded, Stance::Cut].into_iter().any(|stance| self.gap_holds(stance, shift))
    }

    /// The value with which the figure at an index would mend the equation where some others have other values; `None`
    /// where there is no such value, or more than one.
    pub fn mend(&self, at: usize, changes: &[Change]) -> Option<Decimal> {
        let old = self.facts.get(at)?.value;
        if !self.exact {
            return None;
        }
        let value = match (self.form, at) {
            (Form::Sum, _) => {
                let residual = self.residual?.checked_add(self.shift(changes)?)?;
                if at == 0 { old.checked_add(residual) } else { old.checked_sub(residual) }
            }
            (Form::Share, 0) => {
                let [_, part, whole] = self.values(changes)?;
                Some(half_up(percent(part, whole)?, old.scale()))
            }
            (Form::Share | Form::Within, _) => None,
        };
        value.filter(|value| *value >= Decimal::ZERO && *value != old)
    }

    /// What the value at an index is made of by the others: "5 + 5", "20 − 6 − 4", "205.200 / 552.581".
    pub fn made_of(&self, at: usize) -> String {
        match (self.form, at) {
            (Form::Share, _) => {
                self.facts[1..].iter().map(|fact| indicator_name::figure(fact)).collect::<Vec<_>>().join(" / ")
            }
            (_, 0) => addends(&self.facts[1..]),
            (_, at) => {
                let others = self.facts.iter().enumerate().filter(|(index, _)| *index != at);
                chain(&others.map(|(_, fact)| format(fact.value)).collect::<Vec<_>>(), " − ")
            }
        }
    }

    /// By how much the changes make the parts more than the total.
    fn shift(&self, changes: &[Change]) -> Option<Decimal> {
        changes.iter().try_fold(Decimal::ZERO, |shift, (at, value)| {
            let more = value.checked_sub(self.facts.get(*at)?.value)?;
            if *at == 0 { shift.checked_sub(more) } else { shift.checked_add(more) }
        })
    }

    /// Whether the gap, moved by so much, allows for none; what is too large to be said is left alone.
    fn gap_holds(&self, stance: Stance, shift: Option<Decimal>) -> bool {
        let gap = *self.gaps[usize::from(stance == Stance::Cut)].get_or_init(|| gap(&self.facts, stance));
        let moved = gap.zip(shift).and_then(|(gap, shift)| gap.checked_add(Interval::exactly(shift)));
        let Some(gap) = moved else { return true };
        let none = Interval::exactly(Decimal::ZERO);
        if self.form == Form::Within { !gap.above(none) } else { gap.meets(none) }
    }

    /// The values of a share with the changes: percentage, part, whole.
    fn values(&self, changes: &[Change]) -> Option<[Decimal; 3]> {
        let [printed, part, whole] = self.facts[..] else { return None };
        let mut values = [printed.value, part.value, whole.value];
        for (at, value) in changes {
            *values.get_mut(*at)? = *value;
        }
        Some(values)
    }
}

/// Whether the total that stands first is what the parts behind it make, however they were rounded.
pub fn is_sum(facts: &[&Fact]) -> bool {
    // Parts that are too large to add contradict nothing, but show nothing either.
    let mut parts = facts.iter().skip(1).map(|part| part.value);
    let added = parts.try_fold(Decimal::ZERO, Decimal::checked_add);
    added.is_some() && Equation::new(Form::Sum, facts.to_vec()).holds_with(&[])
}

/// Whether the printed percentage, which stands first, is the rounded or cut share of the two behind it.
pub fn is_share(facts: &[&Fact]) -> bool {
    let [printed, part, whole] = facts else { return true };
    share_holds(Some([printed.value, part.value, whole.value]))
}

/// Whether a percentage is the rounded or cut share of the two values behind it; also where there is nothing to say.
fn share_holds(values: Option<[Decimal; 3]>) -> bool {
    let Some([printed, part, whole]) = values else { return true };
    percent(part, whole).is_none_or(|exact| {
        let places = printed.scale();
        half_up(exact, places) == printed || exact.trunc_with_scale(places) == printed
    })
}

fn residual(facts: &[&Fact]) -> Option<Decimal> {
    let (total, parts) = facts.split_first()?;
    let added = parts.iter().try_fold(Decimal::ZERO, |added, part| added.checked_add(part.value))?;
    added.checked_sub(total.value)
}

/// All that the parts can be more than the total, which stands first.
fn gap(facts: &[&Fact], stance: Stance) -> Option<Interval> {
    let (total, parts) = facts.split_first()?;
    let mut parts = parts.iter().map(|part| Interval::of_fact(part, stance));
    let first = parts.next()?;
    let added = parts.try_fold(first, Interval::checked_add)?;
    added.checked_add(Interval::of_fact(total, stance).negated())
}
