//! Cells of the table picked for the clipboard: with Shift and the arrow keys or a click, a row or a column by its head.
//!
//! What is picked is a signal of the page; the cells only bear a class, because one that leads to a source is selected
//! in another sense.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom;
use super::state::App;
use crate::lang::vi;
use crate::page::clip::Pick;
use crate::page::grid::Place;
use crate::page::words::with_count;

/// Picks from the cell that has the focus to the one of a click with Shift; whether it was such a click.
pub fn clicked(app: App, event: &MouseEvent, from: Option<Place>, to: Place) -> bool {
    if event.shift_key() {
        // The browser would mark the text between the two clicks.
        window().get_selection().ok().flatten().iter().for_each(|selection| drop(selection.remove_all_ranges()));
        extend(app, from.unwrap_or(to), to);
    } else {
        app.picked.set(None);
    }
    event.shift_key()
}

/// A click on the head of a row or a column picks it; whether it was one.
pub fn head(app: App, event: &MouseEvent, extent: (usize, usize)) -> bool {
    let (rows, columns) = extent;
    if rows == 0 || columns == 0 {
        return false;
    }
    let number = |name: &str| dom::around(event, &format!("[{name}]")).and_then(|head| dom::number(&head, name));
    let pick = if let Some(row) = number("data-pick-row") {
        whole_row(row, columns)
    } else if let Some(column) = number("data-pick-column") {
        whole_column(column, rows)
    } else {
        return false;
    };
    take(app, pick);
    // Ctrl and C then mean the table.
    let walked = dom::by_id("table").and_then(|table| dom::first(&table, "td[tabindex=\"0\"]"));
    walked.iter().for_each(dom::focus);
    true
}

/// What the keys pick: Shift and Space a row, Ctrl and Space a column, Ctrl and A all figures with their heads; whether
/// the key was one of these.
pub fn pressed(app: App, event: &KeyboardEvent, at: Place, (rows, columns): (usize, usize)) -> bool {
    let ctrl = event.ctrl_key() || event.meta_key();
    let pick = match (event.key().as_str(), event.shift_key(), ctrl) {
        (" ", true, false) => whole_row(at.0, columns),
        (" ", false, true) => whole_column(at.1, rows),
        ("a" | "A", false, true) => Pick {
            whole_rows: true,
            whole_columns: true,
            ..Pick::between((0, 0), (rows.saturating_sub(1), columns.saturating_sub(1)))
        },
        _ => return false,
    };
    event.prevent_default();
    take(app, pick);
    true
}

/// Picks the block between the place where the picking began and another.
pub fn extend(app: App, from: Place, to: Place) {
    let table = dom::by_id("table");
    let begun = table.as_ref().and_then(|table| {
        app.picked.with_untracked(Option::is_some).then_some(())?;
        Some((dom::number(table, "data-from-row")?, dom::number(table, "data-from-column")?))
    });
    let from = begun.unwrap_or(from);
    if let Some(table) = table {
        // Setting an attribute fails for malformed names only.
        let _ = table.set_attribute("data-from-row", &from.0.to_string());
        let _ = table.set_attribute("data-from-column", &from.1.to_string());
    }
    take(app, Pick::between(from, to));
}

/// Draws what is picked.
pub fn mark(table: &Element, pick: Option<Pick>) {
    let Ok(cells) = table.query_selector_all("td[data-column]") else { return };
    for index in 0..cells.length() {
        let Some(cell) = cells.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let at = dom::number(&cell, "data-row").zip(dom::number(&cell, "data-column"));
        let picked = pick.zip(at).is_some_and(|(pick, at)| pick.has(at));
        if picked != cell.class_list().contains("is-picked") {
            let _ = cell.class_list().toggle_with_force("is-picked", picked);
        }
    }
}

fn whole_row(row: usize, columns: usize) -> Pick {
    Pick { whole_rows: true, ..Pick::between((row, 0), (row, columns.saturating_sub(1))) }
}

fn whole_column(column: usize, rows: usize) -> Pick {
    Pick { whole_columns: true, ..Pick::between((0, column), (rows.saturating_sub(1), column)) }
}

fn take(app: App, pick: Pick) {
    app.picked.set(Some(pick));
    app.say(with_count(vi::TABLE_PICKED, pick.cells()));
}
