//! How long it takes from the files to the table in sight, in the page's own timing.
//!
//! The figure is for tests and for whoever asks: `performance.getEntriesByName("tonghop:table")`, and
//! `data-table-ms` of the page's main part; `tonghop:usable` marks the first frame of the page, `tonghop:warm` the worker
//! that has compiled what it runs: until then the first files take up to half a second longer.

use leptos::prelude::*;
use web_sys::Performance;

use super::state::App;

/// The mark that the files that came last have set.
const START: &str = "tonghop:files";
/// The measure from that mark to the table in sight.
const TABLE: &str = "tonghop:table";

/// The mark of the worker having compiled what it runs.
const WARM: &str = "tonghop:warm";

/// The mark of the first frame in which the page can be used.
const USABLE: &str = "tonghop:usable";

/// Notes that the page was handed to the document; it can be used with the next frame.
pub fn page_mounted() {
    request_animation_frame(|| mark(USABLE));
}

/// Notes that the worker has compiled what it runs.
pub fn worker_warm() {
    mark(WARM);
}

/// Notes that files came.
pub fn files_came() {
    mark(START);
}

/// Notes that the table was handed to the document; it is in sight with the next frame.
pub fn table_shown(app: App) {
    request_animation_frame(move || {
        if let Some(after) = window().performance().and_then(|performance| measure(&performance)) {
            app.shown_after.set(Some(after));
        }
    });
}

/// A browser without marks only has no measure.
fn mark(name: &str) {
    let _ = window().performance().map(|performance| performance.mark(name));
}

/// The milliseconds since the mark; the mark is used up, so that later tables are not counted from it.
fn measure(performance: &Performance) -> Option<f64> {
    performance.measure_with_start_mark(TABLE, START).ok()?;
    performance.clear_marks_with_mark_name(START);
    let measures = performance.get_entries_by_name(TABLE);
    let last = measures.get(measures.length().checked_sub(1)?);
    js_sys::Reflect::get(&last, &"duration".into()).ok()?.as_f64()
}
