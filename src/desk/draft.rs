//! The draft of the engine as the page shows it, and the files that are saved.

use super::Set;
use crate::engine::consolidate::{Place, Table, consolidate};
use crate::engine::draft::outline::Outline;
use crate::engine::draft::{Draft, Form, Passage, Run, Section, draft};
use crate::engine::vietnamese::period::Period;
use crate::engine::write::{docx, xlsx};
use crate::job::{DraftChoice, DraftView, JobId, PassageView, Reply, SectionView};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The draft that was chosen; sections that are switched off are named and say nothing.
pub fn view(set: Set<'_>, choice: &DraftChoice) -> DraftView {
    let table = table(set, choice);
    let outlines = Outline::shipped();
    let outline = outline(&choice.outline);
    let whole = draft(set.sources, &table, set.catalogue, &outline);
    let made = draft(set.sources, &table, set.catalogue, &outline.clone().without(&choice.without));
    let letter = made.letterhead.clone();
    DraftView {
        choice: DraftChoice { outline: outline.id, ..choice.clone() },
        outlines: outlines.into_iter().map(|outline| (outline.id, outline.name)).collect(),
        agencies: (letter.parent, letter.agency),
        number: letter.number,
        date: letter.place_and_date,
        title: made.title.clone(),
        addressee: made.addressee.clone(),
        opening: made.opening.iter().map(|passage| self::passage(passage, set.jobs)).collect(),
        sections: sections(&whole, &made, &choice.without, set.jobs),
        closing: made.closing.text(),
        receivers: made.receivers,
        signer: made.signer.titles,
        signer_name: made.signer.name,
    }
}

/// The file of a format: the draft as `docx`, else the table as `xlsx`.
pub fn file(set: Set<'_>, format: &str, choice: &DraftChoice) -> Reply {
    let table = table(set, choice);
    let period = table.period.map_or_else(|| "bang".to_owned(), Period::id);
    if format == "docx" {
        let outline = outline(&choice.outline).without(&choice.without);
        let bytes = docx::docx(&draft(set.sources, &table, set.catalogue, &outline), &table);
        return Reply::File { name: format!("bao-cao-{period}.docx"), kind: WORD.to_owned(), bytes };
    }
    let bytes = xlsx::xlsx(&table, set.sources);
    Reply::File { name: format!("bang-{period}.xlsx"), kind: EXCEL.to_owned(), bytes }
}

fn table(set: Set<'_>, choice: &DraftChoice) -> Table {
    consolidate(set.sources, choice.period.as_deref().and_then(Period::parse), set.catalogue)
}

fn outline(id: &str) -> Outline {
    let mut shipped = Outline::shipped();
    let at = shipped.iter().position(|outline| outline.id == id).unwrap_or(0);
    if at < shipped.len() { shipped.swap_remove(at) } else { Outline::default() }
}

/// All sections of the whole draft; those that are off keep their place, so that they can be switched on again.
fn sections(whole: &Draft, made: &Draft, without: &[usize], jobs: &[JobId]) -> Vec<SectionView> {
    let section = |section: &Section| {
        let on = made.sections.iter().find(|made| made.place == section.place);
        if without.contains(&section.place) || on.is_none() {
            return SectionView {
                place: section.place,
                level: section.level,
                title: section.title.clone(),
                ..SectionView::default()
            };
        }
        let shown = on.unwrap_or(section);
        let mark = if shown.level == 3 { ")" } else { "." };
        SectionView {
            place: shown.place,
            level: shown.level,
            label: format!("{}{mark}", shown.number),
            title: shown.title.clone(),
            on: true,
            passages: shown.passages.iter().map(|passage| self::passage(passage, jobs)).collect(),
        }
    };
    whole.sections.iter().map(section).collect()
}

fn passage(passage: &Passage, jobs: &[JobId]) -> PassageView {
    let form = match passage.form {
        Form::Body => "body",
        Form::Item => "item",
        Form::Remark => "remark",
    };
    let run = |run: &Run| match run {
        Run::Text(text) => (text.clone(), None),
        Run::Figure { row, .. } | Run::Difference { row, .. } | Run::Blank { row } => {
            (run.text().to_owned(), Some(*row))
        }
    };
    let place = |place: &Place| Some((*jobs.get(place.report)?, place.span.start, place.span.end));
    PassageView {
        form: form.to_owned(),
        runs: passage.runs.iter().map(run).collect(),
        places: passage.sources.iter().filter_map(place).collect(),
    }
}
