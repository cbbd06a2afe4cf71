//! How a total was made: the rule in words, the months that went into it, the notes.

use leptos::prelude::*;

use super::state::App;
use crate::lang::vi;
use crate::page::target::Target;
use crate::page::words::sentence_case;
use tonghop_job::{CellView, MonthView, RowView, TableView};

/// The derivation of the total of a row.
pub fn total(app: App, row: usize) -> AnyView {
    let table = app.table.get_untracked();
    let Some((table, view)) = table.as_ref().and_then(|table| Some((table, table.rows.get(row)?))) else {
        return ().into_any();
    };
    let value = if view.total.is_empty() { vi::SOURCE_NO_TOTAL.to_owned() } else { view.total.clone() };
    let unit = if view.unit == "%" || view.total.is_empty() { String::new() } else { view.unit.clone() };
    view! {
        <p class="source-label">{view.label.clone()}</p>
        <p class="source-value">{value} " " <span class="unit">{unit}</span></p>
        <p class="derivation">{view.derivation.clone()}</p>
        {notes(&view.notes.iter().chain(&view.also).cloned().collect::<Vec<_>>())}
        <h3>{vi::SOURCE_PARTS}</h3>
        {months(app, table, view)}
    }
    .into_any()
}

fn notes(notes: &[String]) -> Option<impl IntoView + use<>> {
    (!notes.is_empty()).then(|| {
        let items = notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view();
        view! { <h3>{vi::SOURCE_NOTES}</h3> <ul class="notes">{items}</ul> }
    })
}

fn months(app: App, table: &TableView, row: &RowView) -> impl IntoView + use<> {
    let months = table.months.iter().zip(&row.cells).map(|(month, cell)| part(app, month, cell.as_ref()));
    let longer = row.longer.iter().map(|(name, cell)| {
        let month = MonthView { name: sentence_case(name), job: Some(cell.job), ..MonthView::default() };
        part(app, &month, Some(cell))
    });
    let rows = months.chain(longer).collect_view();
    view! { <table class="parts"><tbody>{rows}</tbody></table> }
}

/// A month and its figure, which leads to its own source.
fn part(app: App, month: &MonthView, cell: Option<&CellView>) -> impl IntoView + use<> {
    let figure = match cell {
        Some(cell) => {
            let target = Target::Figure { job: cell.job, fact: cell.fact };
            let open = move |_| app.show(target.clone());
            view! { <button type="button" class="link" on:click=open>{cell.value.clone()}</button> }.into_any()
        }
        None if month.job.is_none() => vi::TABLE_NO_REPORT.into_any(),
        None => vi::TABLE_ABSENT.into_any(),
    };
    view! { <tr><th scope="row">{month.name.clone()}</th><td class="figure">{figure}</td></tr> }
}
