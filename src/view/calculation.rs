//! A calculation that does not hold, as a column of figures that each lead to their sentence.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::App;
use crate::lang::vi;
use crate::page::target::Target;
use crate::page::words::sentence_case;
use tonghop_job::{CalculationView, FindingView, OperandView};

/// The calculations of a finding; `place` is the one that is shown.
pub fn calculations(app: App, finding: &Arc<FindingView>, place: usize) -> impl IntoView + use<> {
    finding.calculations.iter().map(|calculation| table(app, finding, calculation, place)).collect_view()
}

fn table(app: App, finding: &Arc<FindingView>, calculation: &CalculationView, place: usize) -> impl IntoView + use<> {
    let operands = &calculation.operands;
    let added = operands.len() > 1 && operands.iter().all(|operand| matches!(operand.sign.as_str(), "" | "+"));
    let result = if added { vi::DECIDE_RESULT } else { vi::DECIDE_QUOTIENT };
    let rows = calculation.operands.iter().map(|operand| row(app, finding, operand, place)).collect_view();
    let stated = OperandView {
        name: format!("{}: {}", vi::DECIDE_STATED, calculation.stated.name),
        sign: String::new(),
        ..calculation.stated.clone()
    };
    let off = (!calculation.off.is_empty()).then(|| {
        let off = calculation.off.clone();
        view! { <tr class="off"><th scope="row">{vi::DECIDE_OFF}</th><td></td><td class="figure">{off}</td></tr> }
    });
    view! {
        <table class="calculation">
            <caption class="hidden">{vi::DECIDE_CALCULATION}</caption>
            <tbody>
                {rows}
                <tr class="result">
                    <th scope="row">{result}</th>
                    <td class="sign">"="</td>
                    <td class="figure">{calculation.result.clone()}</td>
                </tr>
                {row(app, finding, &stated, place)}
                {off}
            </tbody>
        </table>
    }
}

/// A figure; pressing it shows its sentence.
fn row(app: App, finding: &Arc<FindingView>, operand: &OperandView, place: usize) -> impl IntoView + use<> {
    let (finding, to) = (Arc::clone(finding), operand.place);
    let go = move |_| app.show(Target::Finding { finding: Arc::clone(&finding), place: to });
    let OperandView { sign, name, figure, .. } = operand.clone();
    view! {
        <tr>
            <th scope="row">{sentence_case(&name)}</th>
            <td class="sign">{sign}</td>
            <td class="figure">
                <button type="button" class="link" aria-pressed=(to == place).to_string() on:click=go>{figure}</button>
            </td>
        </tr>
    }
}
