//! How far the reading is, with the button that stops it, and what happened last.

use leptos::prelude::*;

use super::state::App;
use crate::lang::vi;
use crate::page::queue::Queue;
use crate::page::words::{count, fill};

/// The bar of progress; nothing while nothing is read for the first time.
#[component]
pub fn Progress() -> impl IntoView {
    let app = App::here();
    let progress = Memo::new(move |_| app.queue.with(Queue::progress));
    let text = move || {
        app.queue.with(|queue| {
            let progress = queue.progress()?;
            let name = queue.running().and_then(|job| queue.entry(job)).map_or("", |entry| entry.name.as_str());
            let (done, all) = (count((progress.done + 1).min(progress.total)), count(progress.total));
            Some(fill(vi::PROGRESS_READING, &[("done", &done), ("all", &all), ("name", name)]))
        })
    };
    view! {
        <Show when=move || progress.get().is_some()>
            <div class="progress">
                <progress
                    aria-labelledby="progress-text"
                    max=move || progress.get().map_or(1, |progress| progress.total).to_string()
                    value=move || progress.get().map_or(0, |progress| progress.done).to_string()
                ></progress>
                <span id="progress-text">{text}</span>
                <button type="button" id="stop" on:click=move |_| app.stop()>{vi::PROGRESS_STOP}</button>
            </div>
        </Show>
    }
}

/// What happened last. It stands in the page from the start, so that screen readers hear its changes.
#[component]
pub fn Notice() -> impl IntoView {
    let app = App::here();
    view! { <p class="notice" id="notice" role="status" aria-live="polite">{move || app.notice.get()}</p> }
}
