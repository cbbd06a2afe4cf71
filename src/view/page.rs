//! The page as a whole: its head, its three columns, and what is heard anywhere on it.

use leptos::ev;
use leptos::mount::mount_to_body;
use leptos::prelude::*;

use super::clock;
use super::copy;
use super::decide;
use super::dom;
use super::draft::Draft;
use super::draft_outline::OutlineEditor;
use super::drop::{DropZone, Pickers, Samples};
use super::figures::Figures;
use super::first;
use super::progress::{Notice, Progress};
use super::side::SidePanel;
use super::source::SourcePanel;
use super::state::{App, View};
use super::strip::Strip;
use super::table::Table;
use super::table_held::Held;
use crate::lang::vi;

/// Mounts the page and starts its worker.
pub fn mount() {
    let focused = first::leave();
    mount_to_body(Page);
    focused.and_then(|id| dom::by_id(&id)).iter().for_each(dom::focus);
    clock::page_mounted();
}

/// The whole page.
#[component]
fn Page() -> impl IntoView {
    let app = App::empty();
    provide_context(app);
    app.recall();
    app.recall_drafts();
    app.start_worker();
    listen(app);
    first::take_over(app);
    let empty = Memo::new(move |_| app.queue.with(|queue| queue.entries().is_empty()));
    view! {
        <a class="skip" href="#work">{vi::APP_SKIP}</a>
        <header class="bar">
            <h1>{vi::APP_NAME}</h1>
            <p class="private"><span aria-hidden="true">"✓ "</span>{vi::APP_PRIVATE}</p>
            <div class="actions"><Pickers /></div>
        </header>
        <Progress />
        <div class="desk" class:is-empty=move || empty.get() class:has-source=move || app.target.with(Option::is_some)>
            <Show when=move || !empty.get()><SidePanel /></Show>
            <main id="work" tabindex="-1" data-table-ms=move || app.shown_after.get().map(|ms| ms.round().to_string())>
                <Show when=move || !empty.get() fallback=Empty><Work /></Show>
            </main>
            <Show when=move || app.target.with(Option::is_some)><SourcePanel /></Show>
        </div>
        <Notice />
        <DropZone />
    }
}

/// What stands in the middle: the table with its months, the figures of one report, or the draft.
#[component]
fn Work() -> impl IntoView {
    let app = App::here();
    view! {
        {move || match app.view.get() {
            View::Table => view! {
                <Strip />
                <Table />
            }
            .into_any(),
            View::Figures(job) => {
                // A decision makes another report of the file.
                let report = Memo::new(move |_| app.queue.with(|queue| queue.report(job).cloned()));
                (move || {
                    report.track();
                    view! { <Figures job /> }
                })
                .into_any()
            }
            View::Draft => view! { <Draft /> }.into_any(),
            View::Held(job) => view! { <Held job /> }.into_any(),
            View::Outline => view! { <OutlineEditor /> }.into_any(),
        }}
    }
}

/// What stands in the middle before there is a file: the same as `index.html` has.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <h2 id="empty-title">{vi::EMPTY_TITLE}</h2>
            <ul>
                <li>{vi::EMPTY_ONE}</li>
                <li>{vi::EMPTY_TWO}</li>
                <li>{vi::EMPTY_THREE}</li>
            </ul>
            <p class="try">{vi::EMPTY_OR} " " <Samples /></p>
        </section>
    }
}

/// Esc closes the source panel from anywhere, Ctrl+Z takes the last decision back; a copy without selection copies the table.
fn listen(app: App) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && app.target.with_untracked(Option::is_some) {
            event.prevent_default();
            app.close();
        }
        if decide::is_undo(&event) {
            event.prevent_default();
            app.undo();
        }
    });
    let copied = window_event_listener(ev::copy, move |event| copy::on_copy(app, &event));
    on_cleanup(move || {
        keys.remove();
        copied.remove();
    });
}
