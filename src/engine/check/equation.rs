//! Figures that are bound to each other, and whether they hold together, also with another value for one of them.

use rust_decimal::Decimal;

use super::{name, ratio, sum};
use crate::engine::fact::Fact;
use crate::engine::finding::Finding;
use crate::engine::vietnamese::format::format;

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
}

/// An equation with what is to be said of it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The equation.
    pub equation: Equation<'a>,
    /// What is wrong with it; `None`: it holds.
    pub finding: Option<Finding>,
}

impl Equation<'_> {
    /// Whether the figures hold together where the one at an index has another value.
    pub fn holds_with(&self, at: usize, value: Decimal) -> bool {
        let Some(&old) = self.facts.get(at) else { return false };
        let other = Fact { value, approximate: None, ..old.clone() };
        let mut facts = self.facts.clone();
        facts[at] = &other;
        match self.form {
            Form::Sum => sum::holds(&facts),
            Form::Within => sum::within(&facts),
            Form::Share => ratio::holds(&facts),
        }
    }

    /// The value with which the figure at an index would mend the equation; `None` where there is no such value, or
    /// more than one.
    pub fn mend(&self, at: usize) -> Option<Decimal> {
        if self.facts.iter().any(|fact| fact.approximate.is_some()) {
            return None;
        }
        let values = || self.facts.iter().map(|fact| fact.value);
        let value = match (self.form, at) {
            (Form::Sum, 0) => values().skip(1).try_fold(Decimal::ZERO, Decimal::checked_add),
            (Form::Sum, _) => {
                let others = values().enumerate().skip(1).filter(|(index, _)| *index != at);
                let others = others.map(|(_, value)| value).try_fold(Decimal::ZERO, Decimal::checked_add)?;
                self.facts.first()?.value.checked_sub(others)
            }
            (Form::Share, 0) => {
                let [printed, part, whole] = self.facts[..] else { return None };
                Some(ratio::half_up(ratio::percent(part.value, whole.value)?, printed.value.scale()))
            }
            (Form::Share | Form::Within, _) => None,
        };
        value.filter(|value| *value >= Decimal::ZERO && *value != self.facts[at].value)
    }

    /// What the value at an index is made of by the others: "5 + 5", "20 − 6 − 4", "205.200 / 552.581".
    pub fn made_of(&self, at: usize) -> String {
        match (self.form, at) {
            (Form::Share, _) => self.facts[1..].iter().map(|fact| name::figure(fact)).collect::<Vec<_>>().join(" / "),
            (_, 0) => sum::addends(&self.facts[1..]),
            (_, at) => {
                let others = self.facts.iter().enumerate().skip(1).filter(|(index, _)| *index != at);
                let others = others.map(|(_, fact)| format!(" − {}", format(fact.value)));
                format(self.facts[0].value) + &others.collect::<String>()
            }
        }
    }
}
