//! What can be decided of the table: its months, when they are closed, whose reports they are, which of two reports
//! counts, and what the table is compared with.

use std::sync::Arc;

use leptos::ev::{Event, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use super::state::App;
use crate::lang::vi;
use crate::page::words::{fill, sentence_case};
use tonghop_job::{ComparisonView, JobId, RivalsView, TableView};

/// The settings, folded away.
#[component]
pub fn Settings() -> impl IntoView {
    let app = App::here();
    view! {
        <details class="settings" id="settings">
            <summary>{vi::SETTINGS_TITLE}</summary>
            <div class="settings-body">
                {move || app.table.get().map(|table| view! {
                    {window(&table)}
                    {closing(app)}
                    {span(app, &table)}
                    {agencies(app, &table)}
                    {rivals(app, &table)}
                    {comparisons(app, &table)}
                })}
            </div>
        </details>
    }
}

fn window(table: &Arc<TableView>) -> impl IntoView + use<> {
    let (from, to) = (table.window.0.clone(), table.window.1.clone());
    (!from.is_empty())
        .then(|| view! { <p id="window">{fill(vi::SETTINGS_WINDOW, &[("from", &from), ("to", &to)])}</p> })
}

fn closing(app: App) -> impl IntoView {
    let calendar = app.choice.with_untracked(|choice| choice.calendar);
    let choose = move |event: Event| {
        let calendar = event_target_value(&event) == "calendar";
        app.decide(|choice| choice.calendar = calendar);
    };
    view! {
        <label>
            <span>{vi::SETTINGS_CLOSING}</span>
            <select id="closing" on:change=choose>
                <option value="decree" selected=!calendar>{vi::SETTINGS_DECREE}</option>
                <option value="calendar" selected=calendar>{vi::SETTINGS_CALENDAR}</option>
            </select>
        </label>
    }
}

/// From which to which month: any span, such as ten months that run over the year.
fn span(app: App, table: &Arc<TableView>) -> impl IntoView + use<> {
    let month = |at: Option<&tonghop_job::MonthView>| at.map(|month| month.period.clone()).unwrap_or_default();
    let (first, last) = (month(table.months.first()), month(table.months.last()));
    let (from, to): (NodeRef<html::Input>, NodeRef<html::Input>) = (NodeRef::new(), NodeRef::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let value = |node: NodeRef<html::Input>| node.get_untracked().map(|input| input.value()).unwrap_or_default();
        let (from, to) = (value(from), value(to));
        if from.is_empty() || to.is_empty() || from > to {
            return app.say(vi::SETTINGS_SPAN_WRONG);
        }
        app.choose_period(format!("{from}..{to}"));
    };
    view! {
        <form class="span" on:submit=submit>
            <label><span>{vi::SETTINGS_FROM}</span> <input type="month" id="span-from" node_ref=from value=first /></label>
            <label><span>{vi::SETTINGS_TO}</span> <input type="month" id="span-to" node_ref=to value=last /></label>
            <button type="submit" id="span-set">{vi::SETTINGS_SPAN}</button>
        </form>
    }
}

fn agencies(app: App, table: &Arc<TableView>) -> impl IntoView + use<> {
    let own = table.agency;
    let choose = move |event: Event| {
        let job: Option<JobId> = event_target_value(&event).parse().ok();
        app.decide(|choice| choice.agency = job);
    };
    let options = table.agencies.iter().enumerate().map(|(at, (job, name))| {
        view! { <option value=job.to_string() selected=at == own>{name.clone()}</option> }
    });
    (table.agencies.len() > 1).then(|| {
        view! {
            <label>
                <span>{vi::SETTINGS_AGENCY}</span>
                <select id="agency" on:change=choose>{options.collect_view()}</select>
            </label>
        }
    })
}

/// Where there are several reports of one month: which of them counts.
fn rivals(app: App, table: &Arc<TableView>) -> impl IntoView + use<> {
    let choice = |rivals: &RivalsView| {
        let (jobs, used) = (rivals.jobs.clone(), rivals.used);
        let options = jobs.clone().into_iter().map(|job| {
            let name = app.queue.with_untracked(|queue| queue.entry(job).map(|entry| entry.name.clone()));
            view! { <option value=job.to_string() selected=job == used>{name.unwrap_or_default()}</option> }
        });
        let options = options.collect_view();
        let choose = move |event: Event| {
            let Ok(chosen) = event_target_value(&event).parse::<JobId>() else { return };
            let jobs = jobs.clone();
            app.decide(move |choice| {
                choice.preferred.retain(|job| !jobs.contains(job));
                choice.preferred.push(chosen);
            });
        };
        view! {
            <label>
                <span>{fill(vi::SETTINGS_RIVALS, &[("period", &rivals.name)])}</span>
                <select class="rivals" on:change=choose>{options}</select>
            </label>
        }
    };
    table.rivals.iter().map(choice).collect_view()
}

fn comparisons(app: App, table: &Arc<TableView>) -> impl IntoView + use<> {
    let switch = |one: &ComparisonView| {
        let against = one.against.clone();
        let change = move |_| {
            let against = against.clone();
            app.decide(move |choice| match choice.without.iter().position(|off| *off == against) {
                Some(at) => drop(choice.without.remove(at)),
                None => choice.without.push(against),
            });
        };
        let name = fill(vi::SETTINGS_COMPARE, &[("period", &one.name)]);
        view! {
            <label class="check"><input type="checkbox" class="comparison" prop:checked=one.on on:change=change /> {sentence_case(&name)}</label>
        }
    };
    table.comparisons.iter().map(switch).collect_view()
}
