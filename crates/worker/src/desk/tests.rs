//! The desk with the sample reports: what the page would show.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a reply of another kind is the failure of the test")]

use super::*;
use tonghop_job::{DraftChoice, ENCODINGS, EditView, PieceView, ReportView, TableChoice, too_large};
use tonghop_samples::SAMPLES;

fn read(desk: &mut Desk, job: JobId, name: &str, bytes: &[u8]) -> Reply {
    let choice = ReadChoice::default();
    desk.answer(Request::Read { job, name: name.into(), choice }, Some(bytes.to_vec())).unwrap()
}

fn report(desk: &mut Desk, job: JobId, name: &str, bytes: &[u8]) -> ReportView {
    match read(desk, job, name, bytes) {
        Reply::Report { job: of, report } if of == job => *report,
        other => panic!("{other:?}"),
    }
}

fn table(desk: &mut Desk, period: Option<&str>) -> TableView {
    match desk.answer(
        Request::Consolidate { choice: TableChoice { period: period.map(Into::into), ..TableChoice::default() } },
        None,
    ) {
        Some(Reply::Table(table)) => *table,
        other => panic!("{other:?}"),
    }
}

/// A desk that has read the samples but those of the given months.
fn samples(without: &[usize]) -> (Desk, Vec<(JobId, ReportView)>) {
    let mut desk = Desk::new();
    let mut reports = Vec::new();
    for (index, sample) in SAMPLES.iter().enumerate().filter(|(index, _)| !without.contains(&(index + 1))) {
        let job = JobId::try_from(index).unwrap() + 10;
        reports.push((job, report(&mut desk, job, sample.name, sample.bytes)));
    }
    (desk, reports)
}

#[test]
fn every_cell_leads_to_a_figure_of_its_value() {
    let (mut desk, reports) = samples(&[]);
    let table = table(&mut desk, None);
    assert_eq!(table.period, "2022-H1");
    assert!(table.months.iter().all(|month| month.job.is_some()));
    for cell in table.rows.iter().flat_map(|row| &row.cells).flatten() {
        let (_, report) = reports.iter().find(|(job, _)| *job == cell.job).unwrap();
        let fact = &report.facts[cell.fact];
        assert!(cell.value.ends_with(&fact.value), "{cell:?} {fact:?}");
        let printed: String = report.text.chars().skip(fact.span.0).take(fact.span.1 - fact.span.0).collect();
        assert!(!printed.trim().is_empty() && fact.sentence.0 <= fact.span.0 && fact.span.1 <= fact.sentence.1);
    }
}

#[test]
fn every_report_counts_what_it_shows() {
    for (_, report) in samples(&[]).1 {
        let doubtful = report.facts.iter().filter(|fact| fact.certainty == "unsure").count();
        assert_eq!(report.understood + doubtful, report.numerals, "{}", report.period);
        assert!(report.numerals > 0 && !report.agency.is_empty() && report.kind == "month");
    }
}

#[test]
fn a_missing_month_is_named_and_its_flows_have_no_total() {
    let (mut desk, _) = samples(&[3]);
    let table = table(&mut desk, Some("2022-H1"));
    assert_eq!(table.months.iter().position(|month| month.job.is_none()), Some(2));
    assert_eq!(table.months[2].name, "Tháng 3");
    assert!(table.findings.iter().any(|finding| finding.code == "missing_months"));
    let sent = table.rows.iter().find(|row| row.indicator.as_deref() == Some("ioffice.docs_sent")).unwrap();
    assert_eq!((sent.total.as_str(), sent.cells[2].is_none()), ("", true));
    assert!(!sent.derivation.is_empty());
}

#[test]
fn a_file_that_cannot_be_read_has_a_sentence_and_the_others_stay() {
    let (mut desk, _) = samples(&[]);
    let before = table(&mut desk, None);
    match read(&mut desk, 99, "trống.docx", b"") {
        Reply::Refused { job: 99, message, remedy: Remedy::None } => assert!(message.ends_with('.'), "{message}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(table(&mut desk, None), before);
}

/// No report is made of a file of decisions, and none of its decisions is lost unsaid.
#[test]
fn a_damaged_file_of_decisions_is_refused() {
    let mut desk = Desk::new();
    let entry = r#"{"kind": "keep", "file": "", "code": "sum", "message": "a", "places": [], "reason": "b"}"#;
    let file =
        |decisions: &str| format!(r#"{{"format": "tonghop-decisions", "version": 1, "decisions": [{decisions}"#);
    let damaged = entry.replace("\"places\": []", r#""places": [{"report": "?", "start": 1, "end": 2}]"#);
    for (decisions, said) in [
        (format!("{entry}]}}"), "1"),
        (format!("{entry}, {damaged}]}}"), "1 quyết định bị hỏng"),
        (format!("{entry}, "), "Tệp quyết định này bị hỏng"),
        (format!("{entry}], \"drafts\": [{{}}]}}"), "Tệp quyết định này bị hỏng"),
    ] {
        let what = match read(&mut desk, 1, "quyet-dinh.json", file(&decisions).as_bytes()) {
            Reply::Decisions { entries, .. } => entries.len().to_string(),
            Reply::Refused { message, .. } => message,
            other => format!("{other:?}"),
        };
        assert!(what.starts_with(said), "{what}");
    }
}

fn ask(desk: &mut Desk, name: &str, bytes: &[u8], choice: ReadChoice) -> Reply {
    desk.answer(Request::Read { job: 1, name: name.into(), choice }, Some(bytes.to_vec())).unwrap()
}

#[test]
fn a_locked_file_is_read_with_its_password() {
    let file = include_bytes!("../../../../tests/readers/files/locked.pdf");
    let mut desk = Desk::new();
    let mut open = |password: &str| match ask(
        &mut desk,
        "a.pdf",
        file,
        ReadChoice { password: password.into(), ..ReadChoice::default() },
    ) {
        Reply::Refused { remedy, .. } => Some(remedy),
        _ => None,
    };
    assert_eq!(open(""), Some(Remedy::Password { wrong: false }));
    assert_eq!(open("sai"), Some(Remedy::Password { wrong: true }));
    assert_eq!(open("Mở-2022"), None);
    let picture = Request::Picture { job: 1, page: None, mark: (0, 0), width: 100 };
    let Some(Reply::Picture(picture)) = desk.answer(picture, None) else { panic!() };
    assert!(picture.image.starts_with("data:image/png") && picture.pages == 1);
}

#[test]
fn letters_are_read_as_the_user_says_and_told_by_their_words_again() {
    let mut desk = Desk::new();
    let mut text = |letters: &str| match ask(
        &mut desk,
        "a.txt",
        "H\u{E5} s\u{AC}: 12".as_bytes(),
        ReadChoice { letters: letters.into(), ..ReadChoice::default() },
    ) {
        Reply::Report { report, .. } => report.text,
        other => panic!("{other:?}"),
    };
    assert_eq!(["", "tcvn3", "kept", ""].map(&mut text), ["Hå s¬: 12", "Hồ sơ: 12", "Hå s¬: 12", "Hå s¬: 12"]);
}

#[test]
fn the_samples_ride_beside_their_reply() {
    let reply = Desk::new().answer(Request::Samples, None).unwrap();
    let mut ridden = reply.files().to_vec().into_iter();
    let mut come = Reply::of_json(&reply.to_json().unwrap()).unwrap();
    assert!(come.with_files(|| ridden.next()));
    assert_eq!(come, reply);
    assert_eq!(come.files().len(), SAMPLES.len());
    assert!(!Reply::of_json(&reply.to_json().unwrap()).unwrap().with_files(|| None));
}

#[test]
fn a_forgotten_report_leaves_the_table() {
    let (mut desk, reports) = samples(&[]);
    assert_eq!(desk.answer(Request::Forget { job: reports[0].0 }, None), None);
    assert_eq!(table(&mut desk, None).months[0].job, None);
}

#[test]
fn the_page_knows_of_the_readers_what_they_know() {
    let limit = tonghop_readers::MAX_BYTES;
    assert_eq!(too_large(limit), None);
    assert_eq!(too_large(limit + 1), Some(ReadError::TooLarge { limit }.to_string()));
    assert_eq!(ENCODINGS, Encoding::ALL.map(|encoding| (encoding.id(), encoding.name())));
}

#[test]
fn a_draft_leads_from_its_figures_to_rows_and_from_its_sentences_to_reports() {
    let mut desk = Desk::new();
    for (job, sample) in (1..).zip(&SAMPLES) {
        let request = Request::Read { job, name: sample.name.to_owned(), choice: ReadChoice::default() };
        assert!(matches!(desk.answer(request, Some(sample.bytes.to_vec())), Some(Reply::Report { .. })));
    }
    let choice = DraftChoice::default();
    let Some(Reply::Draft(draft)) = desk.answer(Request::Draft { draft: choice.clone() }, None) else { panic!() };
    let Some(Reply::Table(table)) = desk.answer(Request::Consolidate { choice: TableChoice::default() }, None) else {
        panic!()
    };
    let passages = || draft.sections.iter().flat_map(|section| &section.passages);
    let runs = || passages().flat_map(|passage| &passage.runs);
    let figures = || runs().filter_map(|run| Some((&run.text, run.row?)));
    assert!(figures().count() > 50);
    for (text, row) in figures() {
        let total = table.rows[row].total.trim_end_matches('%');
        assert!(
            text.trim_start_matches('0') == total || text == total || text.ends_with("Không có."),
            "{text}: {total}"
        );
    }
    assert!(passages().filter(|passage| !passage.places.is_empty()).count() > 10);
    let off = draft.sections.iter().find(|section| section.level == 2).unwrap().place;
    let choice = DraftChoice { without: vec![off], ..choice };
    let Some(Reply::Draft(without)) = desk.answer(Request::Draft { draft: choice }, None) else { panic!() };
    let section = without.sections.iter().find(|section| section.place == off).unwrap();
    assert!(!section.on && section.passages.is_empty() && section.label.is_empty());
    assert_eq!(without.sections.len(), draft.sections.len());
}

#[test]
fn files_are_named_after_their_period() {
    let mut desk = Desk::new();
    let request = Request::Read { job: 1, name: SAMPLES[0].name.to_owned(), choice: ReadChoice::default() };
    desk.answer(request, Some(SAMPLES[0].bytes.to_vec()));
    for (format, expected) in [("docx", "bao-cao-2022-H1.docx"), ("xlsx", "bang-2022-H1.xlsx")] {
        let request = Request::Save { format: format.to_owned(), draft: DraftChoice::default() };
        let Some(Reply::File { name, bytes, .. }) = desk.answer(request, None) else { panic!() };
        assert_eq!(name, expected);
        assert!(bytes.starts_with(b"PK"));
    }
}

#[test]
fn a_text_written_over_keeps_its_figures() {
    let (mut desk, _) = samples(&[]);
    let Some(Reply::Draft(draft)) = desk.answer(Request::Draft { draft: DraftChoice::default() }, None) else {
        panic!()
    };
    let passages = draft.sections.iter().flat_map(|section| &section.passages);
    let passage = passages.clone().find(|passage| passage.runs.iter().any(|run| run.link.is_some())).unwrap();
    let run = passage.runs.iter().find(|run| run.link.is_some()).unwrap();
    let piece = |hand: bool| PieceView { text: "7".to_owned(), link: run.link.clone(), hand };
    let words = PieceView { text: "Số là ".to_owned(), ..PieceView::default() };
    let edit = |hand| EditView { key: passage.key.clone(), pieces: vec![words.clone(), piece(hand)] };
    for (hand, expected) in [(false, format!("Số là {}", run.text)), (true, "Số là 7".to_owned())] {
        let choice = DraftChoice { edits: vec![edit(hand)], ..DraftChoice::default() };
        let Some(Reply::Draft(draft)) = desk.answer(Request::Draft { draft: choice }, None) else { panic!() };
        let mut passages = draft.sections.iter().flat_map(|section| &section.passages);
        let found = passages.find(|found| found.key == passage.key).unwrap();
        assert_eq!(found.runs.iter().map(|run| run.text.as_str()).collect::<String>(), expected);
        assert!(found.edited && found.runs.iter().any(|run| run.hand) == hand);
    }
}

#[test]
fn a_rehearsal_ends() {
    let mut rehearsal = Rehearsal::default();
    let steps = std::iter::repeat_with(|| rehearsal.step()).take_while(|more| *more).count();
    assert!(steps > SAMPLES.len() && steps < 200, "{steps} steps");
}
