//! The left side: the reports and the findings, one behind the other as tabs.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::dom;
use super::findings::Findings;
use super::reports::Reports;
use super::state::{App, Side};
use crate::lang::vi;
use crate::page::words::with_count;
use crate::page::{findings, grid};

/// The tabs in their order, with the ids of their buttons.
const TABS: [(Side, &str); 2] = [(Side::Reports, "tab-reports"), (Side::Findings, "tab-findings")];

/// The left side with its two tabs.
#[component]
pub fn SidePanel() -> impl IntoView {
    let app = App::here();
    let listed =
        Memo::new(move |_| app.queue.with(|queue| app.table.with(|table| findings::all(queue, table.as_deref()))));
    let reports = Memo::new(move |_| app.queue.with(|queue| queue.entries().len()));
    let label = move |side| match side {
        Side::Reports => with_count(vi::REPORTS_TAB, reports.get()),
        Side::Findings => with_count(vi::FINDINGS_TAB, listed.with(Vec::len)),
    };
    let tab = move |(side, id)| {
        view! {
            <button
                type="button"
                role="tab"
                id=id
                aria-controls="side-panel"
                aria-selected=move || (app.side.get() == side).to_string()
                tabindex=move || if app.side.get() == side { "0" } else { "-1" }
                on:click=move |_| app.side.set(side)
            >
                {move || label(side)}
            </button>
        }
    };
    view! {
        <aside class="side" aria-label=vi::REPORTS_TITLE>
            <div role="tablist" class="tabs" on:keydown=move |event| walk(app, &event)>
                {TABS.map(tab).collect_view()}
            </div>
            <div
                role="tabpanel"
                id="side-panel"
                class="side-panel"
                tabindex="-1"
                aria-labelledby=move || TABS[usize::from(app.side.get() == Side::Findings)].1
            >
                {move || match app.side.get() {
                    Side::Reports => view! {
                        <Reports />
                        <p class="more">
                            <button type="button" id="clear" on:click=move |_| app.clear()>{vi::REPORTS_CLEAR}</button>
                        </p>
                    }
                    .into_any(),
                    Side::Findings => view! { <Findings listed /> }.into_any(),
                }}
            </div>
        </aside>
    }
}

/// The arrow keys go from tab to tab.
fn walk(app: App, event: &KeyboardEvent) {
    let from = usize::from(app.side.get_untracked() == Side::Findings);
    if let Some((side, id)) = grid::step_along(from, &event.key(), TABS.len()).and_then(|to| TABS.get(to)) {
        event.prevent_default();
        app.side.set(*side);
        dom::by_id(id).iter().for_each(dom::focus);
    }
}
