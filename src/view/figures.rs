//! One report: every figure in the order of the text, with what it counts and its sentence.

use std::sync::Arc;

use leptos::prelude::*;

use super::source;
use super::state::{App, View};
use crate::lang::vi;
use crate::page::target::{self, Target};
use crate::page::words::{count, fill, sentence_case, with_count};
use tonghop_job::{FactView, JobId, ReportView};

/// Which figures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    All,
    Doubtful,
    Loose,
}

impl Filter {
    const EVERY: [Self; 3] = [Self::All, Self::Doubtful, Self::Loose];

    fn takes(self, fact: &FactView) -> bool {
        match self {
            Self::All => true,
            Self::Doubtful => fact.certainty != "sure" || fact.repaired,
            Self::Loose => fact.indicator.is_none(),
        }
    }

    fn name(self, report: &ReportView) -> String {
        let text = match self {
            Self::All => vi::FIGURES_ALL,
            Self::Doubtful => vi::FIGURES_DOUBTFUL,
            Self::Loose => vi::FIGURES_LOOSE,
        };
        with_count(text, report.facts.iter().filter(|fact| self.takes(fact)).count())
    }
}

/// The figures of a report.
#[component]
pub fn Figures(
    /// The file.
    job: JobId,
) -> impl IntoView {
    let app = App::here();
    let filter = RwSignal::new(Filter::All);
    let Some((name, report)) = source::file(app, job) else { return ().into_any() };
    let filters = Filter::EVERY.map(|each| {
        let name = each.name(&report);
        let pressed = move || (filter.get() == each).to_string();
        view! { <button type="button" aria-pressed=pressed on:click=move |_| filter.set(each)>{name}</button> }
    });
    view! {
        <section class="figures" aria-labelledby="figures-title">
            <div class="period-head">
                <h2 id="figures-title" tabindex="-1">{fill(vi::FIGURES_TITLE, &[("name", &name)])}</h2>
                <button type="button" id="back" on:click=move |_| app.look_at(View::Table)>{vi::FIGURES_BACK}</button>
            </div>
            <div class="filters" role="group" aria-label=vi::FIGURES_FILTER>{filters.collect_view()}</div>
            <div class="sheet">{move || list(app, job, &report, filter.get())}</div>
        </section>
    }
    .into_any()
}

fn list(app: App, job: JobId, report: &Arc<ReportView>, filter: Filter) -> AnyView {
    let mut shown: Vec<_> = report.facts.iter().enumerate().filter(|(_, fact)| filter.takes(fact)).collect();
    // Numerals that are not understood stand behind the facts on the wire; here all stand as in the text.
    shown.sort_by_key(|(_, fact)| fact.span);
    if shown.is_empty() {
        return view! { <p class="quiet nothing">{vi::FIGURES_NONE}</p> }.into_any();
    }
    let rows = shown.into_iter().enumerate();
    let rows = rows.map(|(place, (index, fact))| row(app, job, report, (place, index), fact)).collect_view();
    view! {
        <table class="list">
            <thead>
                <tr>
                    <th scope="col" class="figure">{vi::FIGURES_NUMBER}</th>
                    <th scope="col">{vi::FIGURES_LABEL}</th>
                    <th scope="col" class="figure">{vi::FIGURES_VALUE}</th>
                    <th scope="col">{vi::FIGURES_UNIT}</th>
                    <th scope="col">{vi::FIGURES_SENTENCE}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A row, by its place in the list and the figure's index on the wire.
fn row(
    app: App,
    job: JobId,
    report: &ReportView,
    (place, index): (usize, usize),
    fact: &FactView,
) -> impl IntoView + use<> {
    let label = if fact.label.is_empty() { vi::SOURCE_UNLABELLED.to_owned() } else { sentence_case(&fact.label) };
    let doubt = (fact.certainty != "sure" || fact.repaired)
        .then(|| view! { <span class="doubt"><span class="sign" aria-hidden="true">"⚠\u{FE0E} "</span>{source::certainty(&fact.certainty)}</span> });
    let loose = fact.indicator.is_none().then(|| view! { <span class="quiet">{vi::FIGURES_NO_INDICATOR}</span> });
    let cut = target::source(report, fact.span);
    let open = move |_| app.open(Target::Figure { job, fact: index });
    view! {
        <tr>
            <td class="figure quiet">{count(place + 1)}</td>
            <th scope="row">{label} {doubt} {loose}</th>
            <td class="figure"><button type="button" class="link" on:click=open>{fact.value.clone()}</button></td>
            <td>{source::unit(fact)}</td>
            <td class="sentence">{cut.lead}<mark>{cut.mark}</mark>{cut.tail}</td>
        </tr>
    }
}
