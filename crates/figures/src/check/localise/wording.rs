//! The findings on equations with the figures that are likely wrong.

use std::borrow::Borrow;
use std::collections::HashMap;

use super::network::{Candidate, Change, Network};
use super::slip::is_slip;
use crate::check::equation::Form;
use tonghop_model::finding::{Finding, Operand, Proposal, Severity};
use tonghop_model::span::Span;
use tonghop_numbers::format::format;

/// A total of more parts than these is not searched for the wrong part: each could be.
const FEW: usize = 4;

/// More than these are not told as alternatives.
const MOST: usize = 3;

/// What follows a value that is proposed because it looks like a slip.
const SLIP: &str = "; có thể gõ nhầm chữ số";

/// The finding on one equation with what would mend it: a figure that is one digit off before the others.
pub fn alone<'a, C: Borrow<Candidate<'a>>>(network: &Network<'_, 'a>, at: usize, candidates: &[C]) -> Finding {
    let judged = network.judged(at);
    let Some(mut finding) = judged.finding.clone() else { return Finding::new("", Severity::Info, "", Vec::new()) };
    let equation = &judged.equation;
    let mends = |candidate: &&Candidate<'a>| candidate.mends.contains(&at);
    let mut changes: Vec<(bool, Change<'a>)> = candidates
        .iter()
        .map(Borrow::borrow)
        .filter(mends)
        .map(|candidate: &Candidate<'a>| (is_slip(&candidate.change), candidate.change))
        .collect();
    if equation.facts.len() > FEW + 1 {
        changes.retain(|(slip, change)| *slip || change.fact.span == equation.facts[0].span);
    }
    changes.sort_by_key(|(slip, _)| !slip);
    changes.truncate(FEW + 1);
    let slips = changes.iter().filter(|(slip, _)| *slip).count();
    if let (1, [(_, likely), ..], Form::Sum) = (slips, &changes[..], equation.form) {
        finding.hint = Some(format!("{}: {}{SLIP}.", told(likely), why(network, &[at], likely)));
    }
    let places: HashMap<Span, usize> = finding.places.iter().enumerate().map(|(at, span)| (*span, at)).collect();
    let proposal = |(_, change): &(bool, Change<'a>)| {
        let place = *places.get(&change.fact.span)?;
        Some(Proposal { place, value: change.value, why: why(network, &[at], change), with: None })
    };
    finding.proof.proposals = changes.iter().filter_map(proposal).collect();
    finding
}

/// One finding of the equations that some changes mend together; `slip`: they were chosen because they look like slips.
pub fn merged(network: &Network<'_, '_>, component: &[usize], changes: &[Change<'_>], slip: bool) -> Finding {
    let mut merged = joined(network, component, changes);
    let slip = if slip { SLIP } else { "" };
    match changes {
        [first, second] => {
            let count = component.len();
            merged.hint = Some(format!(
                "{} và {}: sửa cả hai thì {count} phép tính đều khớp{slip}.",
                told(first),
                told(second)
            ));
            let why = format!("cùng với {}, thì {count} phép tính đều khớp", told(second));
            let with = Some((1, second.value));
            merged.proof.proposals.push(Proposal { place: 0, value: first.value, why, with });
        }
        changes => {
            for (place, change) in changes.iter().enumerate() {
                let why = why(network, component, change);
                merged.hint = Some(format!("{}: {why}{slip}.", told(change)));
                merged.proof.proposals.push(Proposal { place, value: change.value, why, with: None });
            }
        }
    }
    merged
}

/// One finding of the equations that each of several changes mends; none of them is named as the right one.
pub fn alternatives(network: &Network<'_, '_>, component: &[usize], candidates: &[&Candidate<'_>]) -> Finding {
    let changes: Vec<Change<'_>> = candidates.iter().take(MOST).map(|candidate| candidate.change).collect();
    let mut merged = joined(network, component, &changes);
    let list: Vec<String> = changes.iter().map(told).collect();
    merged.hint = Some(format!("Chưa rõ số nào sai; mỗi cách sửa sau đều làm khớp cả: {}.", list.join("; ")));
    for (place, change) in changes.iter().enumerate() {
        let why = why(network, component, change);
        merged.proof.proposals.push(Proposal { place, value: change.value, why, with: None });
    }
    merged
}

/// One finding of several equations, in which the figures of the changes stand first.
fn joined(network: &Network<'_, '_>, component: &[usize], changes: &[Change<'_>]) -> Finding {
    let findings: Vec<&Finding> = component.iter().filter_map(|&at| network.judged(at).finding.as_ref()).collect();
    let severity = findings.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Warning);
    let code = findings.first().map_or("", |finding| finding.code);
    let messages: Vec<&str> = findings.iter().map(|finding| finding.message.trim_end_matches('.')).collect();
    let mut merged = Finding::new(code, severity, format!("{}.", messages.join("; ")), Vec::new());
    let mut places: HashMap<Span, usize> = HashMap::new();
    let spans = changes.iter().map(|change| &change.fact.span);
    for span in spans.chain(findings.iter().flat_map(|finding| &finding.places)) {
        places.entry(*span).or_insert_with(|| {
            merged.places.push(*span);
            merged.places.len() - 1
        });
    }
    for finding in findings {
        let moved = |operand: &Operand| {
            let place = finding.places.get(operand.place).and_then(|span| places.get(span)).copied().unwrap_or(0);
            Operand { place, ..operand.clone() }
        };
        for calculation in &finding.proof.calculations {
            let mut calculation = calculation.clone();
            calculation.operands = calculation.operands.iter().map(moved).collect();
            calculation.stated = moved(&calculation.stated);
            merged.proof.calculations.push(calculation);
        }
    }
    merged
}

/// "61.447 → 61.407".
fn told(change: &Change<'_>) -> String {
    format!("{} → {}", change.fact.raw.trim_end_matches(['%', ' ']), format(change.value))
}

/// "khớp với 5 + 5 và 20 − 6 − 4".
fn why(network: &Network<'_, '_>, equations: &[usize], change: &Change<'_>) -> String {
    let made = equations.iter().filter_map(|&at| {
        let place = network.place(at, change.fact)?;
        Some(network.equation(at).made_of(place))
    });
    format!("khớp với {}", made.collect::<Vec<_>>().join(" và "))
}
