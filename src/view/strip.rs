//! The months of the period as a strip, so that a gap is seen at once.

use leptos::prelude::*;

use super::draft::DraftButton;
use super::drop;
use super::save::SaveButtons;
use super::state::{App, Side};
use super::table_held::HeldButtons;
use super::table_settings::Settings;
use super::{copy::CopyButton, dom};
use crate::lang::vi;
use crate::page::words::{sentence_case, with_count};
use tonghop_job::{JobId, MonthView};

/// The period, its months and the button that copies the table.
#[component]
pub fn Strip() -> impl IntoView {
    let app = App::here();
    let months =
        Memo::new(move |_| app.table.with(|table| table.as_ref().map_or_else(Vec::new, |t| t.months.clone())));
    view! {
        <Show when=move || !months.with(Vec::is_empty)>
            <section class="period" aria-labelledby="period-title">
                <div class="period-head">
                    <PeriodTitle />
                    <CopyButton />
                    <DraftButton />
                    <SaveButtons />
                    <Settings />
                    <HeldButtons />
                    {move || months.with(|months| gaps(months)).map(|text| view! { <p class="quiet">{text}</p> })}
                </div>
                <ol class="strip" aria-label=vi::STRIP_TITLE>
                    {move || months.with(|months| {
                        months.iter().enumerate().map(|(column, month)| tile(app, column, month)).collect_view()
                    })}
                </ol>
            </section>
        </Show>
    }
}

/// The period in words; where more than one is possible, with a chooser.
#[component]
fn PeriodTitle() -> impl IntoView {
    let app = App::here();
    let shown = Memo::new(move |_| {
        app.table.with(|table| table.as_ref().map(|t| (t.period.clone(), t.period_name.clone(), t.periods.clone())))
    });
    let choose = move |event| app.choose_period(event_target_value(&event));
    view! {
        <h2 id="period-title">
            {vi::TABLE_TITLE} " " {move || shown.with(|shown| shown.as_ref().map(|(_, name, _)| name.clone()))}
        </h2>
        {move || shown.get().filter(|(_, _, periods)| periods.len() > 1).map(|(id, name, mut periods)| {
            // Months of the user's own choice are none of those that the reports suggest.
            if !periods.iter().any(|(known, _)| *known == id) {
                periods.insert(0, (id.clone(), name));
            }
            view! {
            <label class="period-choice">
                <span class="hidden">{vi::STRIP_PERIOD}</span>
                <select id="period" on:change=choose>
                    {periods.into_iter().map(|(value, name)| {
                        let selected = value == id;
                        view! { <option value=value selected=selected>{sentence_case(&name)}</option> }
                    }).collect_view()}
                </select>
            </label>
        }})}
    }
}

/// How many months are missing; nothing where none is.
fn gaps(months: &[MonthView]) -> Option<String> {
    let missing = months.iter().filter(|month| month.job.is_none()).count();
    (missing > 0).then(|| with_count(vi::STRIP_GAP, missing))
}

fn tile(app: App, column: usize, month: &MonthView) -> AnyView {
    let name = format!("{}:", month.name);
    let Some(job) = month.job else {
        return view! {
            <li>
                <button type="button" class="month is-missing" title=vi::STRIP_MISSING_HINT on:click=move |_| drop::choose()>
                    <strong>{name}</strong>
                    <span>{vi::TABLE_NO_REPORT}</span>
                </button>
            </li>
        }
        .into_any();
    };
    let file = app.queue.with_untracked(|queue| queue.entry(job).map(|entry| entry.name.clone())).unwrap_or_default();
    view! {
        <li>
            <button type="button" class="month" title=vi::STRIP_PRESENT_HINT on:click=move |_| go(app, column, job)>
                <strong>{name}</strong>
                <span>{file}</span>
            </button>
        </li>
    }
    .into_any()
}

/// Brings the month's column and its report in sight; the focus goes to the column's head.
fn go(app: App, column: usize, job: JobId) {
    app.side.set(Side::Reports);
    request_animation_frame(move || {
        if let Some(row) = dom::by_id(&format!("report-{job}")) {
            row.scroll_into_view_with_bool(false);
        }
        if let Some(head) = dom::by_id(&format!("month-{column}")) {
            head.scroll_into_view_with_bool(false);
            dom::focus(&head);
        }
    });
}
