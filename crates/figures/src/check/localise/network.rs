//! The equations by the figures that they hold, and what another value for a figure does to them.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::check::equation::{self, Equation, Judged};
use tonghop_model::span::Span;
use tonghop_series::fact::Fact;

/// Another value for a figure.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// The figure.
    pub fact: &'a Fact,
    /// The value.
    pub value: Decimal,
}

/// Another value for a figure that would mend some equations and break none that holds.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The figure and the value.
    pub change: Change<'a>,
    /// The equations that it mends, in order.
    pub mends: Vec<usize>,
}

/// A figure that many equations want to have many values is not the one that is wrong.
const MOST_VALUES: usize = 8;

/// The equations by the figures that they hold; equations are named by their index, the failing ones first.
pub struct Network<'n, 'a> {
    failing: &'n [Judged<'a>],
    holding: &'n [Judged<'a>],
    /// For each figure the equations that have it, each with its place there, in order.
    uses: HashMap<Span, Vec<(usize, usize)>>,
    steps: Cell<usize>,
}

impl<'n, 'a> Network<'n, 'a> {
    /// The network of the equations that do not hold, and of those that do.
    pub fn new(failing: &'n [Judged<'a>], holding: &'n [Judged<'a>]) -> Self {
        let mut uses: HashMap<Span, Vec<(usize, usize)>> = HashMap::new();
        for (at, judged) in failing.iter().chain(holding).enumerate() {
            for (place, fact) in judged.equation.facts.iter().enumerate() {
                uses.entry(fact.span).or_default().push((at, place));
            }
        }
        Self { failing, holding, uses, steps: Cell::new(0) }
    }

    /// How often an equation was tried with other values.
    pub fn steps(&self) -> usize {
        self.steps.get()
    }

    /// An equation that does not hold.
    pub fn judged(&self, at: usize) -> &'n Judged<'a> {
        &self.failing[at]
    }

    /// An equation.
    pub fn equation(&self, at: usize) -> &'n Equation<'a> {
        let judged = self.failing.get(at).unwrap_or_else(|| &self.holding[at - self.failing.len()]);
        &judged.equation
    }

    /// Whether an equation is one of those that do not hold.
    pub fn is_failing(&self, at: usize) -> bool {
        at < self.failing.len()
    }

    /// The equations that have a figure, each with its place there.
    pub fn uses(&self, fact: &Fact) -> &[(usize, usize)] {
        self.uses.get(&fact.span).map_or(&[], Vec::as_slice)
    }

    /// The place of a figure in an equation.
    pub fn place(&self, at: usize, fact: &Fact) -> Option<usize> {
        let uses = self.uses(fact);
        uses.binary_search_by_key(&at, |(equation, _)| *equation).ok().map(|found| uses[found].1)
    }

    /// The equations that do not hold, those together that share a figure; each group in order.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.failing.len()];
        let mut walked: HashSet<Span> = HashSet::new();
        let mut found = Vec::new();
        for start in 0..self.failing.len() {
            let (mut component, mut open) = (Vec::new(), vec![start]);
            while let Some(at) = open.pop() {
                if std::mem::replace(&mut seen[at], true) {
                    continue;
                }
                component.push(at);
                let facts = self.failing[at].equation.facts.iter().filter(|fact| walked.insert(fact.span));
                open.extend(
                    facts.flat_map(|fact| self.uses(fact)).map(|(at, _)| *at).filter(|at| self.is_failing(*at)),
                );
            }
            component.sort_unstable();
            found.extend((!component.is_empty()).then_some(component));
        }
        found
    }

    /// Whether an equation holds with other values for some figures.
    pub fn holds(&self, at: usize, changes: &[Change<'_>]) -> bool {
        self.steps.set(self.steps.get() + 1);
        self.equation(at).holds_with(&self.places(at, changes))
    }

    /// The value of the figure at a place of an equation that would mend it where others have other values.
    pub fn mend(&self, at: usize, place: usize, changes: &[Change<'_>]) -> Option<Decimal> {
        self.steps.set(self.steps.get() + 1);
        self.equation(at).mend(place, &self.places(at, changes))
    }

    fn places(&self, at: usize, changes: &[Change<'_>]) -> Vec<equation::Change> {
        changes.iter().filter_map(|change| Some((self.place(at, change.fact)?, change.value))).collect()
    }

    /// The values that would mend an equation of a component and break none that holds, in the order of the equations.
    pub fn candidates(&self, component: &[usize]) -> Vec<Candidate<'a>> {
        let mut wanted: HashMap<Span, Vec<Decimal>> = HashMap::new();
        let mut found = Vec::new();
        for &at in component {
            for (place, &fact) in self.failing[at].equation.facts.iter().enumerate() {
                let Some(value) = self.mend(at, place, &[]) else { continue };
                let values = wanted.entry(fact.span).or_default();
                if values.contains(&value) || values.len() >= MOST_VALUES {
                    continue;
                }
                values.push(value);
                found.extend(self.candidate(Change { fact, value }));
            }
        }
        found
    }

    fn candidate(&self, change: Change<'a>) -> Option<Candidate<'a>> {
        let uses = self.uses(change.fact).iter().map(|(at, _)| *at);
        let (failing, holding): (Vec<usize>, Vec<usize>) = uses.partition(|at| self.is_failing(*at));
        let breaks = holding.into_iter().any(|at| !self.holds(at, &[change]));
        let mends = || failing.into_iter().filter(|at| self.holds(*at, &[change])).collect();
        (!breaks).then(|| Candidate { change, mends: mends() })
    }
}
