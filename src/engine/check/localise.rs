//! Which figure is most likely wrong where equations do not hold: the smallest set of figures whose change mends all
//! of them and breaks none that holds, as official statistics localise errors (Fellegi and Holt).
//!
//! | equations | finding |
//! |---|---|
//! | 20 = 12 + 6 + 4 and 12 = 5 + 5 | one: 12 → 10 mends both |
//! | 1.914 = 1.236 + 80 alone | one: of each figure the value that would mend it; none is named as the wrong one |
//! | the same, and 80 is confirmed by its percentage | 80 is not proposed |
//! | 67.910 = 61.447 + 6.503 | 61.447 → 61.407: differs from what is printed in one digit |
//!
//! One figure that mends several equations is likelier wrong than several figures, so that these make one finding.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::equation::{Equation, Form, Judged};
use crate::engine::fact::Fact;
use crate::engine::finding::{Finding, Operand, Proposal, Severity};
use crate::engine::numeral;
use crate::engine::span::Span;
use crate::engine::vietnamese::format::format;

/// A total of more parts than these is not searched for the wrong part: each could be.
const FEW: usize = 4;

/// The findings on equations, each with the values that would mend it.
pub fn findings(judged: Vec<Judged<'_>>) -> Vec<Finding> {
    let (failing, holding): (Vec<_>, Vec<_>) = judged.into_iter().partition(|judged| fails(judged));
    let mut network = Network::new(&failing, &holding);
    let mut found = Vec::new();
    while let Some((group, best)) = network.next_shared() {
        found.push(merged(&failing, &group, &best));
    }
    found.extend(network.open.iter().map(|&at| network.alone(at)));
    // Figures that were cut off hold as equations and are only mentioned.
    found.extend(holding.iter().filter_map(|judged| judged.finding.clone()));
    found
}

fn fails(judged: &Judged<'_>) -> bool {
    judged.finding.as_ref().is_some_and(|finding| finding.severity > Severity::Info)
}

/// A figure with a value that would mend an equation.
#[derive(Clone, Debug)]
struct Candidate<'a> {
    fact: &'a Fact,
    value: Decimal,
}

/// The equations by the figures that they hold.
struct Network<'n, 'a> {
    failing: &'n [Judged<'a>],
    holding: &'n [Judged<'a>],
    failing_of: HashMap<Span, Vec<usize>>,
    holding_of: HashMap<Span, Vec<usize>>,
    /// The failing equations that no finding has taken yet.
    open: Vec<usize>,
}

impl<'n, 'a> Network<'n, 'a> {
    fn new(failing: &'n [Judged<'a>], holding: &'n [Judged<'a>]) -> Self {
        let index = |judged: &[Judged<'a>]| {
            let mut index: HashMap<Span, Vec<usize>> = HashMap::new();
            for (at, judged) in judged.iter().enumerate() {
                judged.equation.facts.iter().for_each(|fact| index.entry(fact.span).or_default().push(at));
            }
            index
        };
        let (failing_of, holding_of) = (index(failing), index(holding));
        Self { failing, holding, failing_of, holding_of, open: (0..failing.len()).collect() }
    }

    /// The figure that mends most of the open equations, at least two, and these; they are open no more.
    fn next_shared(&mut self) -> Option<(Vec<usize>, Candidate<'a>)> {
        let candidates = self.open.iter().flat_map(|&at| self.candidates(at));
        let shared = candidates.map(|candidate| (self.mended(&candidate), candidate));
        let best = shared.filter(|(mended, _)| mended.len() > 1);
        // Of several that mend as many, the first in the text wins.
        let best = best.max_by_key(|(mended, candidate)| (mended.len(), std::cmp::Reverse(candidate.fact.span)))?;
        self.open.retain(|at| !best.0.contains(at));
        Some(best)
    }

    /// The values that would mend an equation and break none that holds.
    fn candidates(&self, at: usize) -> Vec<Candidate<'a>> {
        let equation = &self.failing[at].equation;
        let figures = equation.facts.iter().enumerate();
        let mending = figures.filter_map(|(place, &fact)| Some(Candidate { fact, value: equation.mend(place)? }));
        mending.filter(|candidate| !self.breaks(candidate)).collect()
    }

    fn breaks(&self, candidate: &Candidate<'_>) -> bool {
        let holding = self.holding_of.get(&candidate.fact.span).into_iter().flatten();
        holding.into_iter().any(|&at| !holds(&self.holding[at].equation, candidate))
    }

    fn mended(&self, candidate: &Candidate<'_>) -> Vec<usize> {
        let failing = self.failing_of.get(&candidate.fact.span).into_iter().flatten().copied();
        failing.filter(|at| self.open.contains(at) && holds(&self.failing[*at].equation, candidate)).collect()
    }

    /// The finding on one equation with what would mend it: a figure that is one digit off before the others.
    fn alone(&self, at: usize) -> Finding {
        let Judged { equation, finding } = &self.failing[at];
        let Some(mut finding) = finding.clone() else { return Finding::new("", Severity::Info, "", Vec::new()) };
        let mut candidates = self.candidates(at);
        if equation.facts.len() > FEW + 1 {
            candidates.retain(|candidate| candidate.fact.span == equation.facts[0].span || is_slip(candidate));
        }
        candidates.sort_by_key(|candidate| !is_slip(candidate));
        let slips = candidates.iter().filter(|candidate| is_slip(candidate)).count();
        if let (1, [likely, ..], Form::Sum) = (slips, &candidates[..], equation.form) {
            let place = equation.facts.iter().position(|fact| fact.span == likely.fact.span).unwrap_or(0);
            finding.hint = Some(format!(
                "{} → {}: khớp với {}; có thể gõ nhầm chữ số.",
                likely.fact.raw,
                format(likely.value),
                equation.made_of(place)
            ));
        }
        finding.proof.proposals =
            candidates.iter().filter_map(|candidate| proposal(&finding, &[equation], candidate)).collect();
        finding
    }
}

fn holds(equation: &Equation<'_>, candidate: &Candidate<'_>) -> bool {
    let place = equation.facts.iter().position(|fact| fact.span == candidate.fact.span);
    place.is_none_or(|place| equation.holds_with(place, candidate.value))
}

/// Whether a figure would be printed so by a slip of the hand: one digit more, less or other, or two changed over.
fn is_slip(candidate: &Candidate<'_>) -> bool {
    let raw = candidate.fact.raw.trim_end_matches(['%', ' ']);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
    let (printed, meant) = (digits(raw), digits(&format(candidate.value)));
    // Of the shortest figures nearly every one is a digit off.
    let long = printed.len().min(meant.len()) >= 3;
    let crossed = || {
        let off: Vec<usize> = (0..printed.len()).filter(|&at| printed[at] != meant[at]).collect();
        matches!(off[..], [a, b] if b == a + 1 && printed[a] == meant[b] && printed[b] == meant[a])
    };
    long && (numeral::one_digit_apart(raw, candidate.value) || printed.len() == meant.len() && crossed())
}

fn proposal(finding: &Finding, equations: &[&Equation<'_>], candidate: &Candidate<'_>) -> Option<Proposal> {
    let place = finding.places.iter().position(|place| *place == candidate.fact.span)?;
    Some(Proposal { place, value: candidate.value, why: why(equations, candidate) })
}

/// "khớp với 5 + 5 và 20 − 6 − 4".
fn why(equations: &[&Equation<'_>], candidate: &Candidate<'_>) -> String {
    let made = equations.iter().filter_map(|equation| {
        let place = equation.facts.iter().position(|fact| fact.span == candidate.fact.span)?;
        Some(equation.made_of(place))
    });
    format!("khớp với {}", made.collect::<Vec<_>>().join(" và "))
}

/// One finding of the equations that one figure mends.
fn merged(failing: &[Judged<'_>], group: &[usize], best: &Candidate<'_>) -> Finding {
    let findings: Vec<&Finding> = group.iter().filter_map(|&at| failing[at].finding.as_ref()).collect();
    let equations: Vec<&Equation<'_>> = group.iter().map(|&at| &failing[at].equation).collect();
    let severity = findings.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Warning);
    let code = findings.first().map_or("", |finding| finding.code);
    let messages: Vec<&str> = findings.iter().map(|finding| finding.message.trim_end_matches('.')).collect();
    // The figure that is likely wrong stands first.
    let mut places = vec![best.fact.span];
    for place in findings.iter().flat_map(|finding| &finding.places) {
        if !places.contains(place) {
            places.push(*place);
        }
    }
    let why = why(&equations, best);
    let (raw, value) = (best.fact.raw.trim_end_matches(['%', ' ']), format(best.value));
    let hint = format!("{raw} → {value}: {why}.");
    let mut merged = Finding::new(code, severity, format!("{}.", messages.join("; ")), places).with_hint(hint);
    for finding in findings {
        for calculation in &finding.proof.calculations {
            let moved = |operand: &Operand| {
                let span = finding.places.get(operand.place);
                let place = merged.places.iter().position(|place| Some(place) == span).unwrap_or(0);
                Operand { place, ..operand.clone() }
            };
            let mut calculation = calculation.clone();
            calculation.operands = calculation.operands.iter().map(moved).collect();
            calculation.stated = moved(&calculation.stated);
            merged.proof.calculations.push(calculation);
        }
    }
    merged.with_proposal(0, best.value, why)
}
