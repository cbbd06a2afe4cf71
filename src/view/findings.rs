//! The list of the findings; each place leads to its source.

use std::sync::Arc;

use leptos::prelude::*;

use super::copy;
use super::decide_views::Standing;
use super::state::{App, Copied};
use crate::lang::vi;
use crate::page::findings::Listed;
use crate::page::target::Target;
use crate::page::words::{Severities, problems, sentence_case};

/// The list of the findings, the most serious first.
#[component]
pub fn Findings(
    /// The findings in the order of the list.
    listed: Memo<Vec<Listed>>,
) -> impl IntoView {
    let app = App::here();
    let summary = move || {
        listed.with(|listed| problems(Severities::of(listed.iter().map(|item| item.finding.severity.as_str()))))
    };
    view! {
        <Show
            when=move || !listed.with(Vec::is_empty)
            fallback=|| view! { <p class="quiet">{vi::FINDINGS_NONE}</p> }
        >
            <p class="quiet">{summary}</p>
            <div class="walk tools" role="group" aria-label=vi::FINDINGS_TOOLS>
                <button type="button" id="copy-findings" on:click=move |_| copy::copy(app, Copied::Findings)>{vi::COPY_FINDINGS}</button>
                <button type="button" id="findings-docx" on:click=move |_| app.ask_file("findings.docx")>{vi::FINDINGS_WORD}</button>
                <button type="button" id="findings-csv" on:click=move |_| app.ask_file("findings.csv")>{vi::FINDINGS_CSV}</button>
            </div>
            <ul class="findings">
                {move || listed.with(|listed| listed.iter().map(|item| row(app, item)).collect_view())}
            </ul>
        </Show>
        <Standing />
    }
}

fn row(app: App, item: &Listed) -> impl IntoView + use<> {
    let finding = Arc::clone(&item.finding);
    let file = if item.file.is_empty() { vi::FINDINGS_SET.to_owned() } else { item.file.clone() };
    let class = format!("finding is-{}", finding.severity);
    let hint = (!finding.hint.is_empty()).then(|| view! { <p class="hint">{finding.hint.clone()}</p> });
    let opener = (!finding.places.is_empty()).then(|| {
        let finding = Arc::clone(&item.finding);
        let open = move |_| app.open(Target::Finding { finding: Arc::clone(&finding), place: 0 });
        view! { <button type="button" class="link" on:click=open>{vi::FINDINGS_OPEN}</button> }
    });
    view! {
        <li class=class data-finding-job=item.job.map(|job| job.to_string())>
            <p class="finding-head"><strong class="severity">{severity(&finding.severity)}</strong> " · " {file}</p>
            <p>{sentence_case(&finding.message)}</p>
            {hint}
            {opener}
        </li>
    }
}

/// The severity in words, with its sign.
pub fn severity(name: &str) -> impl IntoView + use<> {
    let (sign, word) = match name {
        "error" => ("✕", vi::FINDINGS_ERROR),
        "warning" => ("⚠\u{FE0E}", vi::FINDINGS_WARNING),
        _ => ("i", vi::FINDINGS_INFO),
    };
    view! { <span class="sign" aria-hidden="true">{sign}</span> " " {word} }
}
