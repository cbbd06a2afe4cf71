//! The findings of the engine as the page shows them, with what the user decided on them.

use super::Set;
use tonghop_figures::decision::{Decision, Spot, fingerprint, kept};
use tonghop_figures::report::Report;
use tonghop_figures::table::Table;
use tonghop_job::{CalculationView, ChangeView, FindingView, JobId, OperandView, ProposalView};
use tonghop_model::finding::{Calculation, Operand, Place, Proof, Proposal, SetFinding, Severity};
use tonghop_model::span::Span;
use tonghop_numbers::format::format;

/// The findings of a report.
pub fn of_report(job: JobId, report: &Report, decisions: &[Decision]) -> Vec<FindingView> {
    let print = fingerprint(&report.document.text);
    let view = |found: &tonghop_model::finding::Finding| {
        let spots: Vec<Spot> = found.places.iter().map(|&span| Spot { report: print, span }).collect();
        let places = found.places.iter().map(|span| (job, span.start, span.end)).collect();
        let hint = found.hint.clone().unwrap_or_default();
        let view = view((found.code, found.severity), &found.message, hint, &found.proof);
        settled(FindingView { places, ..view }, decisions, &spots)
    };
    report.findings.iter().map(view).collect()
}

/// A finding of the set; a place without extent is a report as a whole, for which its head is shown.
pub fn of_set(found: &SetFinding, set: Set<'_>) -> FindingView {
    let span = |place: &Place| {
        let head = || set.sources.get(place.report).and_then(|source| source.report.header.period_span);
        if place.span.start == place.span.end { head().unwrap_or(place.span) } else { place.span }
    };
    let places: Vec<(JobId, Spot)> = found
        .places
        .iter()
        .filter_map(|place| {
            let (source, job) = (set.sources.get(place.report)?, set.jobs.get(place.report)?);
            Some((*job, Spot { report: fingerprint(&source.report.document.text), span: span(place) }))
        })
        .collect();
    let spots: Vec<Spot> = places.iter().map(|place| place.1).collect();
    let places = places.iter().map(|(job, spot)| (*job, spot.span.start, spot.span.end)).collect();
    let hint = found.hint.clone().unwrap_or_default();
    let view = view((found.code, found.severity), &found.message, hint, &found.proof);
    settled(FindingView { places, ..view }, set.decisions, &spots)
}

fn view((code, severity): (&str, Severity), message: &str, hint: String, proof: &Proof) -> FindingView {
    FindingView {
        severity: severity_name(severity).to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
        hint,
        calculations: proof.calculations.iter().map(calculation).collect(),
        proposals: proof.proposals.iter().map(proposal).collect(),
        ..FindingView::default()
    }
}

fn settled(view: FindingView, decisions: &[Decision], spots: &[Spot]) -> FindingView {
    match kept(decisions, &view.code, &view.message, spots) {
        Some(reason) => FindingView { kept: true, reason: reason.to_owned(), ..view },
        None => view,
    }
}

fn calculation(calculation: &Calculation) -> CalculationView {
    CalculationView {
        operands: calculation.operands.iter().map(operand).collect(),
        result: calculation.result.clone(),
        stated: operand(&calculation.stated),
        off: calculation.off.clone(),
    }
}

fn operand(operand: &Operand) -> OperandView {
    let Operand { sign, name, figure, place } = operand.clone();
    OperandView { sign: sign.to_owned(), name, figure, place }
}

fn proposal(proposal: &Proposal) -> ProposalView {
    let Proposal { place, value, why, with } = proposal.clone();
    let with = with.map(|(place, value)| ChangeView { place, value: value.to_string(), shown: format(value) });
    ProposalView { place, value: value.to_string(), shown: format(value), why, with }
}

/// The name of a severity on the wire.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The findings of style, whose figures are certain: a mark on each would hide the others.
const STYLE: [&str; 2] = ["undotted", "points"];

/// Which figures of the set have findings that are not settled.
pub struct Marks(Vec<(usize, Span, Severity)>);

impl Marks {
    /// The marks of a table and its reports.
    pub fn of(table: &Table, set: Set<'_>) -> Self {
        let mut marks = Vec::new();
        for (index, source) in set.sources.iter().enumerate() {
            let views = of_report(0, source.report, set.decisions);
            for (found, view) in source.report.findings.iter().zip(views) {
                if !view.kept && found.severity > Severity::Info && !STYLE.contains(&found.code) {
                    marks.extend(found.places.iter().map(|&span| (index, span, found.severity)));
                }
            }
        }
        for found in table.findings.iter().filter(|found| found.severity > Severity::Info) {
            if !of_set(found, set).kept {
                marks.extend(found.places.iter().map(|place| (place.report, place.span, found.severity)));
            }
        }
        Self(marks)
    }

    /// The most serious finding on a figure, by the name of its severity; empty where there is none.
    pub fn on(&self, report: usize, span: Span) -> &'static str {
        let on = self.0.iter().filter(|(of, place, _)| *of == report && place.overlaps(span));
        on.map(|mark| mark.2).max().map_or("", severity_name)
    }
}
