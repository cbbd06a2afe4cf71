//! The draft of the engine as the page shows it, and the files that are saved.

use super::{Set, table as tables};
use tonghop_drafts::draft::outline::Outline;
use tonghop_drafts::draft::{Draft, Form, Passage, Run, Section, draft, edit};
use tonghop_drafts::write::{csv, docx, findings, html, json, xlsx};
use tonghop_edge::edits::edits;
use tonghop_edge::outline as outlines;
use tonghop_figures::table::Table;
use tonghop_job::{DraftChoice, DraftView, JobId, PassageView, Reply, RunView, SectionView};
use tonghop_model::finding::Place;
use tonghop_model::vietnamese::period::Period;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The draft that was chosen; sections that are switched off are named and say nothing.
pub fn view(set: Set<'_>, choice: &DraftChoice) -> DraftView {
    let table = tables::made(set, &choice.table);
    let outline = outline(choice);
    let whole = draft(set.sources, &table, set.catalogue, &outline);
    let made = edited(set, choice, &table);
    let letter = made.letterhead.clone();
    let passages = Passages { table: &table, jobs: set.jobs };
    DraftView {
        choice: DraftChoice { outline: outline.id.clone(), ..choice.clone() },
        outlines: Outline::shipped().into_iter().map(|outline| (outline.id, outline.name)).collect(),
        systems: set.catalogue.systems().iter().map(|system| (system.id.clone(), system.name.clone())).collect(),
        agencies: (letter.parent, letter.agency),
        number: letter.number,
        date: letter.place_and_date,
        title: made.title.clone(),
        addressee: made.addressee.clone(),
        opening: made.opening.iter().map(|passage| passages.view(passage)).collect(),
        sections: sections(&whole, &made, &choice.without, passages),
        closing: passages.view(&made.closing),
        receivers: made.lines_of_receivers(),
        signer: made.signer.titles,
        signer_name: made.signer.name,
        outline: outlines::view(&outline),
    }
}

/// The file of a format: the draft as `docx`, its outline as `outline`, the report of findings as `findings.docx` and
/// `findings.csv`, else the table.
pub fn file(set: Set<'_>, format: &str, choice: &DraftChoice) -> Reply {
    let table = tables::made(set, &choice.table);
    let period = table.period.map_or_else(|| "bang".to_owned(), Period::id);
    let file = |name: String, kind: &str, bytes: Vec<u8>| Reply::File { name, kind: kind.to_owned(), bytes };
    match format {
        "findings.docx" | "findings.csv" => {
            let report = findings::of(&table, set.sources, set.decisions);
            let name = |kind: &str| format!("can-xem-lai-{period}.{kind}");
            if format == "findings.docx" {
                file(name("docx"), WORD, docx::findings(&report))
            } else {
                file(name("csv"), "text/csv;charset=utf-8", findings::csv(&report).into_bytes())
            }
        }
        "docx" => {
            let bytes = docx::docx(&edited(set, choice, &table), &table);
            file(format!("bao-cao-{period}.docx"), WORD, bytes)
        }
        "outline" => {
            let outline = outline(choice);
            file(format!("de-cuong-{}.json", outline.id), "application/json", outline.to_json().into_bytes())
        }
        "csv" => file(format!("bang-{period}.csv"), "text/csv", csv::csv(&table).into_bytes()),
        "html" => file(format!("bang-{period}.html"), "text/html", html::document(&table).into_bytes()),
        "json" => {
            let bytes = json::json(&table, set.sources).into_bytes();
            file(format!("bang-{period}.json"), "application/json", bytes)
        }
        _ => file(format!("bang-{period}.xlsx"), EXCEL, xlsx::xlsx(&table, set.sources)),
    }
}

/// The draft with what was switched off and written over.
fn edited(set: Set<'_>, choice: &DraftChoice, table: &Table) -> Draft {
    let mut made = draft(set.sources, table, set.catalogue, &outline(choice).without(&choice.without));
    edit::apply(&mut made, &edits(&choice.edits), table);
    made
}

fn outline(choice: &DraftChoice) -> Outline {
    outlines::chosen(&choice.outline, choice.own.as_ref())
}

/// All sections of the whole draft; those that are off keep their place, so that they can be switched on again.
fn sections(whole: &Draft, made: &Draft, without: &[usize], passages: Passages<'_>) -> Vec<SectionView> {
    let section = |section: &Section| {
        let on = made.sections.iter().find(|made| made.place == section.place);
        if without.contains(&section.place) || on.is_none() {
            return SectionView {
                place: section.place,
                key: section.key(),
                level: section.level,
                title: section.title.clone(),
                ..SectionView::default()
            };
        }
        let shown = on.unwrap_or(section);
        let mark = if shown.level == 3 { ")" } else { "." };
        SectionView {
            place: shown.place,
            key: section.key(),
            level: shown.level,
            label: format!("{}{mark}", shown.number),
            title: shown.title.clone(),
            on: true,
            passages: shown.passages.iter().map(|passage| passages.view(passage)).collect(),
        }
    };
    whole.sections.iter().map(section).collect()
}

/// What passages lead to.
#[derive(Clone, Copy)]
struct Passages<'a> {
    table: &'a Table,
    jobs: &'a [JobId],
}

impl Passages<'_> {
    fn view(self, passage: &Passage) -> PassageView {
        let form = match passage.form {
            Form::Body => "body",
            Form::Item => "item",
            Form::Remark => "remark",
        };
        let run = |run: &Run| RunView {
            text: run.text().to_owned(),
            row: match run {
                Run::Text(_) => None,
                Run::Hand { row, .. } => *row,
                Run::Figure { row, .. } | Run::Difference { row, .. } | Run::Blank { row } => Some(*row),
            },
            link: edit::link(run, self.table),
            hand: matches!(run, Run::Hand { .. }),
        };
        let place = |place: &Place| Some((*self.jobs.get(place.report)?, place.span.start, place.span.end));
        PassageView {
            form: form.to_owned(),
            key: passage.key.clone(),
            edited: passage.edited,
            runs: passage.runs.iter().map(run).collect(),
            places: passage.sources.iter().filter_map(place).collect(),
        }
    }
}
