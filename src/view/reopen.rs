//! What the user can say of a file so that it can be read, or read rightly: its password, the encoding of its letters.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::dom;
use super::state::App;
use crate::lang::vi;
use crate::page::queue::Entry;
use crate::page::words::fill;
use tonghop_job::{ENCODINGS, JobId, KEPT, ReadChoice, ReportView};

impl App {
    /// Has a file read as the user says.
    pub fn read_as(self, job: JobId, choice: ReadChoice) {
        self.queue.update(|queue| queue.choose(job, choice));
        self.reopening.set_value(Some(job));
        self.files_wait();
    }

    /// Brings the focus back to a file that was read as the user said: to what is still asked of it, else to its row.
    pub fn reopened(self, job: JobId) {
        if self.reopening.try_update_value(|of| of.take_if(|of| *of == job)).flatten().is_none() {
            return;
        }
        request_animation_frame(move || {
            let row = ["password", "letters", "report"].map(|part| format!("{part}-{job}"));
            row.iter().find_map(|id| dom::by_id(id)).iter().for_each(dom::focus);
        });
    }
}

/// The field for the password of a file; it can be left empty for ever, and the other files are read all the same.
pub fn password(app: App, entry: &Entry, message: String, wrong: bool) -> AnyView {
    let job = entry.job;
    let field = NodeRef::<Input>::new();
    let choice = entry.choice.clone();
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let password = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if !password.is_empty() {
            app.read_as(job, ReadChoice { password, ..choice.clone() });
        }
    };
    view! {
        <form class="reopen" on:submit=open>
            <p id=format!("locked-{job}") class:report-error=wrong>{message}</p>
            <label for=format!("password-{job}")>{vi::REOPEN_PASSWORD}</label>
            <input
                type="password"
                id=format!("password-{job}")
                autocomplete="off"
                aria-label=fill(vi::REOPEN_PASSWORD_NAME, &[("name", &entry.name)])
                aria-describedby=format!("locked-{job}")
                aria-invalid=wrong.then_some("true")
                node_ref=field
            />
            <button type="submit">{vi::REOPEN_OPEN}</button>
        </form>
    }
    .into_any()
}

/// Whether the encoding of a report is worth a question: it was converted, or may have to be.
pub fn letters_asked(entry: &Entry, report: &ReportView) -> bool {
    !entry.choice.letters.is_empty() || report.findings.iter().any(|finding| finding.code == "legacy-encoding")
}

/// The choice of the encoding in which the letters of a file are read; the file itself stays as it is.
pub fn letters(app: App, entry: &Entry) -> AnyView {
    let job = entry.job;
    let (before, chosen) = (entry.choice.clone(), entry.choice.letters.clone());
    let choose = move |event| {
        app.read_as(job, ReadChoice { letters: event_target_value(&event), ..before.clone() });
    };
    let told = [("", vi::REOPEN_LETTERS_TOLD), (KEPT, vi::REOPEN_LETTERS_KEPT)];
    let options = told.into_iter().chain(ENCODINGS).map(|(id, name)| {
        let selected = id == chosen;
        view! { <option value=id selected=selected>{name}</option> }
    });
    view! {
        <p class="reopen">
            <label for=format!("letters-{job}")>{vi::REOPEN_LETTERS}</label>
            <select
                id=format!("letters-{job}")
                aria-label=fill(vi::REOPEN_LETTERS_NAME, &[("name", &entry.name)])
                on:change=choose
            >
                {options.collect_view()}
            </select>
        </p>
    }
    .into_any()
}
