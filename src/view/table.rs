//! The table of the period: a grid that is walked with the arrow keys; each figure leads to its source.
//!
//! One listener serves all cells and the state of the walk stands in attributes, so that a table of hundreds of
//! rows costs no more than its text.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::state::App;
use super::{table_pick, table_row};
use crate::lang::vi;
use crate::page::grid;
use crate::page::groups::{self, Group};
use crate::page::target::Target;
use crate::page::words::{fill, sentence_case, with_count};
use tonghop_job::{ComparisonView, TableView};

/// The table, or what there is to say while there is none.
#[component]
pub fn Table() -> impl IntoView {
    let app = App::here();
    let others = RwSignal::new(false);
    view! {
        {move || match app.table.get() {
            Some(table) if !table.rows.is_empty() => grid(app, &table, others).into_any(),
            Some(_) => view! { <p class="quiet nothing">{vi::TABLE_NONE}</p> }.into_any(),
            None => view! { <Waiting /> }.into_any(),
        }}
    }
}

/// Before the first table: what the reports are being read for.
#[component]
fn Waiting() -> impl IntoView {
    let app = App::here();
    let reading = move || app.queue.with(|queue| queue.progress().is_some());
    view! { <p class="quiet nothing">{move || if reading() { vi::TABLE_WAIT } else { vi::TABLE_NONE }}</p> }
}

fn grid(app: App, table: &Arc<TableView>, others: RwSignal<bool>) -> impl IntoView + use<> {
    let groups = groups::of(table);
    let loose = groups.last().filter(|group| group.system.is_empty()).map_or(0, |group| group.rows.len());
    let node: NodeRef<html::Table> = NodeRef::new();
    let kept = Arc::clone(table);
    let bodies = move || bodies(&kept, &groups, others.get());
    Effect::new(move || {
        // The walk begins at the first cell whenever other rows are drawn.
        others.track();
        node.with(|table| table.as_ref().and_then(|table| make_current(table, (0, 0))));
    });
    Effect::new(move || {
        others.track();
        if let Some(table) = node.get() {
            table_pick::mark(&table, app.picked.get());
        }
    });
    Effect::new(move || {
        app.target.with(|target| {
            if let Some(table) = node.get() {
                mark(&table, target.as_ref());
            }
        });
    });
    view! {
        <div class="sheet">
            <table
                class="grid"
                role="grid"
                id="table"
                aria-describedby="table-help"
                aria-multiselectable="true"
                data-columns=columns(table).to_string()
                node_ref=node
                on:click=move |event| clicked(app, &event)
                on:keydown=move |event| pressed(app, &event)
            >
                <caption class="hidden">{fill(vi::TABLE_CAPTION, &[("period", &table.period_name)])}</caption>
                {head(table)}
                {bodies}
            </table>
            <p class="hidden" id="table-help">{vi::TABLE_HELP}</p>
        </div>
        <p class="legend">
            {vi::TABLE_LEGEND}
            {(loose > 0).then(|| view! {
                <button type="button" class="link" id="others" aria-expanded=move || others.get().to_string()
                    on:click=move |_| others.update(|shown| *shown = !*shown)>
                    {move || if others.get() { vi::TABLE_HIDE_OTHERS.to_owned() } else { with_count(vi::TABLE_SHOW_OTHERS, loose) }}
                </button>
            })}
        </p>
    }
}

/// How many columns of figures there are: the months, the period, three for each comparison.
fn columns(table: &TableView) -> usize {
    table.months.len() + 1 + 3 * shown(table).count()
}

fn shown(table: &TableView) -> impl Iterator<Item = &ComparisonView> {
    table.comparisons.iter().filter(|one| one.on)
}

fn head(table: &TableView) -> impl IntoView + use<> {
    let total = table.months.len();
    let compared = shown(table).enumerate().map(|(at, one)| {
        let heads = [sentence_case(&one.name), vi::TABLE_DIFFERENCE.to_owned(), vi::TABLE_PERCENT.to_owned()];
        let cell = move |(offset, text): (usize, String)| {
            let column = total + 1 + 3 * at + offset;
            view! { <th scope="col" class="figure compared" data-pick-column=column.to_string()>{text}</th> }
        };
        heads.into_iter().enumerate().map(cell).collect_view()
    });
    let compared = compared.collect_view();
    let months = table.months.iter().enumerate().map(|(column, month)| {
        let missing = month.job.is_none();
        view! {
            <th scope="col" class="figure" class:is-missing=missing id=format!("month-{column}") tabindex="-1" data-pick-column=column.to_string()>
                {month.name.clone()}
                {missing.then(|| view! { <span class="missing-word">{vi::STRIP_MISSING}</span> })}
            </th>
        }
    });
    view! {
        <thead>
            <tr>
                <th scope="col" class="indicator">{vi::TABLE_INDICATOR}</th>
                {months.collect_view()}
                <th scope="col" class="figure total" data-pick-column=total.to_string()>{vi::TABLE_TOTAL}</th>
                {compared}
            </tr>
        </thead>
    }
}

/// A body a system; the rows are numbered as they are seen, from the first body to the last.
fn bodies(table: &Arc<TableView>, groups: &[Group], others: bool) -> impl IntoView + use<> {
    let mut seen = 0;
    let shown = groups.iter().filter(|group| others || !group.system.is_empty());
    shown
        .map(|group| {
            let first = seen;
            seen += group.rows.len();
            let name = if group.system.is_empty() { vi::TABLE_OTHERS.to_owned() } else { group.system.clone() };
            let rows = group.rows.iter().enumerate().map(|(offset, of)| table_row::row(table, *of, first + offset));
            view! {
                <tbody>
                    <tr class="system">
                        <th scope="rowgroup" colspan=(columns(table) + 1).to_string()><span>{name}</span></th>
                    </tr>
                    {rows.collect_view()}
                </tbody>
            }
        })
        .collect_view()
}

/// A click takes a cell and shows its source; the focus stays, so that the arrow keys go on from there.
fn clicked(app: App, event: &MouseEvent) {
    let Some(table) = dom::around(event, "table") else { return };
    let Some(cell) = dom::around(event, "[data-row]") else {
        table_pick::head(app, event, extent(&table));
        return;
    };
    let from = dom::focused().filter(|cell| cell.has_attribute("data-row")).map(|cell| place(&cell));
    let picking = table_pick::clicked(app, event, from, place(&cell));
    make_current(&table, place(&cell));
    dom::focus(&cell);
    if picking {
        return;
    }
    if let Some(target) = target(&cell) {
        app.show(target);
    }
}

/// Enter shows the source and takes the focus there; arrows walk, and the open panel goes along.
fn pressed(app: App, event: &KeyboardEvent) {
    let (Some(cell), Some(table)) = (dom::around(event, "[data-row]"), dom::around(event, "table")) else { return };
    if table_pick::pressed(app, event, place(&cell), extent(&table)) {
        return;
    }
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.prevent_default();
        return target(&cell).into_iter().for_each(|target| app.open(target));
    }
    let (rows, columns) = extent(&table);
    let ctrl = event.ctrl_key() || event.meta_key();
    let Some(to) = grid::step(place(&cell), &event.key(), ctrl, rows, columns) else { return };
    event.prevent_default();
    if event.shift_key() {
        table_pick::extend(app, place(&cell), to);
    } else if app.picked.with_untracked(Option::is_some) {
        app.picked.set(None);
    }
    if let Some(cell) = make_current(&table, to) {
        dom::focus(&cell);
        if let Some(target) = target(&cell).filter(|_| app.target.with_untracked(Option::is_some)) {
            app.show(target);
        }
    }
}

/// What a cell leads to; nothing where it is empty.
fn target(cell: &Element) -> Option<Target> {
    if let Some(row) = dom::number(cell, "data-total") {
        return Some(Target::Total { row });
    }
    let (job, fact) = (dom::number(cell, "data-job")?, dom::number(cell, "data-fact")?);
    Some(Target::Figure { job: u32::try_from(job).ok()?, fact })
}

fn place(cell: &Element) -> grid::Place {
    (dom::number(cell, "data-row").unwrap_or(0), dom::number(cell, "data-column").unwrap_or(0))
}

/// How many rows and columns the walk has.
fn extent(table: &Element) -> (usize, usize) {
    let cells = table.query_selector_all("[data-total]").map_or(0, |cells| cells.length() as usize);
    let columns = dom::number(table, "data-columns").unwrap_or(0);
    (cells, columns)
}

/// Makes a cell the one that Tab comes to.
fn make_current(table: &Element, (row, column): grid::Place) -> Option<web_sys::HtmlElement> {
    let next = dom::first(table, &format!("[data-row=\"{row}\"][data-column=\"{column}\"]"))?;
    if let Some(last) = dom::first(table, "td[tabindex=\"0\"]") {
        last.set_tab_index(-1);
    }
    next.set_tab_index(0);
    Some(next)
}

/// Marks the cell whose source is shown.
fn mark(table: &Element, target: Option<&Target>) {
    // Setting an attribute fails for malformed names only.
    if let Some(cell) = dom::first(table, "[aria-selected]") {
        let _ = cell.remove_attribute("aria-selected");
    }
    let selector = match target {
        Some(Target::Figure { job, fact }) => format!("[data-job=\"{job}\"][data-fact=\"{fact}\"]"),
        Some(Target::Total { row }) => format!("[data-total=\"{row}\"]"),
        _ => return,
    };
    if let Some(cell) = dom::first(table, &selector) {
        let _ = cell.set_attribute("aria-selected", "true");
    }
}
