//! One row of the table: the indicator, its months, its total.

use leptos::prelude::*;

use crate::lang::vi;
use tonghop_job::{CellView, RowView, TableView};

/// The row of index `of`, which is the `seen`th that is shown.
pub fn row(table: &TableView, of: usize, seen: usize) -> impl IntoView + use<> {
    let row = table.rows.get(of);
    let months = row.into_iter().flat_map(|row| row.cells.iter().zip(&table.months).enumerate());
    let cells = months
        .map(|(column, (cell, month))| match cell {
            Some(cell) => figure(cell, seen, column).into_any(),
            None => gap(month.job.is_none(), seen, column).into_any(),
        })
        .collect_view();
    let label = row.map(|row| {
        let unit =
            (!row.unit.is_empty() && row.unit != "%").then(|| view! { <span class="unit">{row.unit.clone()}</span> });
        view! { <th scope="row" class="indicator" data-pick-row=seen.to_string()><span class="label">{row.label.clone()}</span> " " {unit}</th> }
    });
    let total = row.map(|row| total(row, of, seen, table.months.len()));
    let compared = row.map(|row| compared(row, seen, table.months.len() + 1));
    view! { <tr>{label} {cells} {total} {compared}</tr> }
}

fn figure(cell: &CellView, row: usize, column: usize) -> impl IntoView + use<> {
    let mark = mark(cell);
    view! {
        <td
            role="gridcell"
            class="figure is-source"
            class:is-look={cell.look || !cell.finding.is_empty()}
            class:is-wrong={cell.finding == "error"}
            class:is-decided=cell.decided
            tabindex="-1"
            data-row=row.to_string()
            data-column=column.to_string()
            data-job=cell.job.to_string()
            data-fact=cell.fact.to_string()
        >
            {mark}
            {cell.value.clone()}
        </td>
    }
}

/// A month without the figure: the report does not name it, or there is no report.
fn gap(missing: bool, row: usize, column: usize) -> impl IntoView {
    let words = if missing { vi::TABLE_NO_REPORT } else { vi::TABLE_ABSENT };
    view! {
        <td
            role="gridcell"
            class="figure is-gap"
            class:is-missing=missing
            tabindex="-1"
            data-row=row.to_string()
            data-column=column.to_string()
        >
            <span aria-hidden="true">"–"</span>
            <span class="hidden">{words}</span>
        </td>
    }
}

fn total(row: &RowView, of: usize, seen: usize, column: usize) -> impl IntoView + use<> {
    let value = if row.total.is_empty() {
        view! { <span class="no-total">{vi::TABLE_NO_TOTAL}</span> }.into_any()
    } else {
        row.total.clone().into_any()
    };
    let noted = (!row.notes.is_empty()).then(|| {
        view! { <span class="sign" aria-hidden="true">"*"</span> <span class="hidden">{vi::TABLE_NOTED}</span> }
    });
    view! {
        <td
            role="gridcell"
            class="figure total is-source"
            tabindex="-1"
            data-row=seen.to_string()
            data-column=column.to_string()
            data-total=of.to_string()
        >
            {value}
            {noted}
        </td>
    }
}

/// The figures of earlier periods and what differs from them.
fn compared(row: &RowView, seen: usize, first: usize) -> impl IntoView + use<> {
    let figures = row.compared.iter().flatten().enumerate().map(|(offset, text)| {
        view! {
            <td role="gridcell" class="figure compared" tabindex="-1" data-row=seen.to_string() data-column=(first + offset).to_string()>
                {text.clone()}
            </td>
        }
    });
    figures.collect_view()
}

/// The sign of a figure that was found wrong, deserves a look or was decided on, with its words.
fn mark(cell: &CellView) -> Option<impl IntoView + use<>> {
    let (sign, words) = match cell.finding.as_str() {
        "error" => ("✕", vi::TABLE_WRONG),
        "warning" => ("⚠\u{FE0E}", vi::TABLE_LOOK),
        _ if cell.look => ("⚠\u{FE0E}", vi::TABLE_LOOK),
        _ if cell.decided => ("✎", vi::TABLE_DECIDED),
        _ => return None,
    };
    Some(view! {
        <span class="sign" aria-hidden="true">{sign}</span>
        <span class="hidden">{words} ": "</span>
    })
}
