//! A longer report of the set against its months, figure by figure.

use leptos::prelude::*;

use super::state::{App, View};
use crate::lang::vi;
use crate::page::target::Target;
use crate::page::words::{count, fill, sentence_case};
use tonghop_job::{CellView, HeldView, JobId, ReconciliationView};

/// A button for each longer report, with how many figures differ.
#[component]
pub fn HeldButtons() -> impl IntoView {
    let app = App::here();
    let found = Memo::new(move |_| {
        app.table.with(|table| {
            let all = table.iter().flat_map(|table| &table.reconciliations);
            all.map(|one| (one.job, button(one))).collect::<Vec<_>>()
        })
    });
    move || {
        found.get().into_iter().map(|(job, text)| {
            view! { <button type="button" class="held-open" on:click=move |_| app.look_at(View::Held(job))>{text}</button> }
        }).collect_view()
    }
}

/// The longer report against its months.
#[component]
pub fn Held(
    /// The file of the longer report.
    job: JobId,
) -> impl IntoView {
    let app = App::here();
    let found =
        move || app.table.with(|table| table.as_ref()?.reconciliations.iter().find(|one| one.job == job).cloned());
    view! {
        <section class="figures" aria-labelledby="held-title">
            <div class="period-head">
                <h2 id="held-title" tabindex="-1">
                    {move || found().map(|one| fill(vi::HELD_TITLE, &[("period", &one.name)]))}
                </h2>
                <button type="button" id="held-back" on:click=move |_| app.look_at(View::Table)>{vi::DRAFT_BACK}</button>
                {move || found().map(|one| view! { <p class="quiet">{told(vi::HELD_SUMMARY, &one)}</p> })}
            </div>
            <div class="sheet">{move || found().map(|one| list(app, &one))}</div>
        </section>
    }
}

/// What the button of a report says: how many of its figures could be compared, and how many of them differ.
fn button(one: &ReconciliationView) -> String {
    let words = match (one.differ, one.agree) {
        (0, 0) => vi::HELD_OPEN_NONE,
        (0, _) => vi::HELD_OPEN_FINE,
        _ => vi::HELD_OPEN,
    };
    told(words, one)
}

/// A text with the counts of a report put in.
fn told(words: &str, one: &ReconciliationView) -> String {
    let all = one.lines.iter().filter(|line| line.stated.is_some()).count();
    let counts = [one.differ, one.agree, one.differ + one.agree, all].map(count);
    let [differ, agree, compared, all] = &counts;
    let pairs = [("period", &one.name), ("differ", differ), ("agree", agree), ("compared", compared), ("all", all)];
    fill(words, &pairs.map(|(name, value)| (name, value.as_str())))
}

fn list(app: App, found: &ReconciliationView) -> impl IntoView + use<> {
    let rows = found.lines.iter().map(|line| row(app, line)).collect_view();
    view! {
        <table class="list" id="held">
            <thead>
                <tr>
                    <th scope="col">{vi::TABLE_INDICATOR}</th>
                    <th scope="col" class="figure">{vi::HELD_STATED}</th>
                    <th scope="col" class="figure">{vi::HELD_COMPUTED}</th>
                    <th scope="col" class="figure">{vi::HELD_DIFFERENCE}</th>
                    <th scope="col">{vi::HELD_VERDICT}</th>
                    <th scope="col">{vi::HELD_DERIVATION}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(app: App, line: &HeldView) -> impl IntoView + use<> {
    let unit = (!line.unit.is_empty() && line.unit != "%")
        .then(|| view! { " " <span class="unit">{line.unit.clone()}</span> });
    let dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let differs = line.verdict == "differs";
    let sign = differs.then(|| view! { <span class="sign" aria-hidden="true">"⚠\u{FE0E} "</span> });
    view! {
        <tr data-verdict=line.verdict.clone()>
            <th scope="row">{sentence_case(&line.label)} {unit}</th>
            <td class="figure">{stated(app, line.stated.as_ref())}</td>
            <td class="figure">{dash(&line.computed)}</td>
            <td class="figure" class:is-look=differs>{dash(&line.difference)}</td>
            <td>{sign}{verdict(&line.verdict)}</td>
            <td class="sentence">{line.derivation.clone()}</td>
        </tr>
    }
}

/// The figure of the report, which leads to its sentence.
fn stated(app: App, cell: Option<&CellView>) -> AnyView {
    let Some(cell) = cell else { return "–".into_any() };
    let target = Target::Figure { job: cell.job, fact: cell.fact };
    let open = move |_| app.open(target.clone());
    view! { <button type="button" class="link" on:click=open>{cell.value.clone()}</button> }.into_any()
}

fn verdict(name: &str) -> &'static str {
    match name {
        "differs" => vi::HELD_DIFFERS,
        "not_computed" => vi::HELD_NOT_COMPUTED,
        "only_report" => vi::HELD_ONLY_REPORT,
        "not_stated" => vi::HELD_NOT_STATED,
        _ => vi::HELD_AGREES,
    }
}
