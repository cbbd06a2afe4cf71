//! What the official wrote over a draft, put back into the draft that is made anew.
//!
//! An edit names its passage by a key that stays the same while reports come and go, and keeps its figures as links to
//! the rows that they come from: a changed source changes them in the edited text too. A figure that was written over
//! by hand, and a numeral that only the edited text has, is a [`Run::Hand`], which the page marks and the second annex
//! lists. An edit whose passage is no more is not dropped either: its text stands in the annex.

use super::paper::{Draft, Issues, Section};
use super::passage::{Form, Passage, Run};
use tonghop_figures::table::Table;
use tonghop_figures::table::wording::figure;

/// A text of the official's in the place of a passage, or of a line of the letterhead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The passage's [`Passage::key`], or the name of a line as [`line`] knows it.
    pub key: String,
    /// The text, piece by piece; none where the passage was taken out.
    pub pieces: Vec<Piece>,
}

/// A piece of an edited text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The words, or the figure as it stood when the text was edited.
    pub text: String,
    /// The [`link`] of a figure of the table.
    pub link: Option<String>,
    /// Whether the figure was written over by hand.
    pub hand: bool,
}

/// The name by which an edit keeps a figure; `None` for words.
pub fn link(run: &Run, table: &Table) -> Option<String> {
    let id = |row: usize| table.rows.get(row)?.indicator.clone();
    match run {
        Run::Figure { row, .. } | Run::Blank { row } => id(*row),
        Run::Difference { row, of, .. } => Some(format!("{}#{of}", id(*row)?)),
        Run::Hand { row, .. } => id((*row)?),
        Run::Text(_) => None,
    }
}

/// Puts the edits into a draft.
pub fn apply(draft: &mut Draft, edits: &[Edit], table: &Table) {
    let mut lost = Vec::new();
    for edit in edits {
        let text: String = edit.pieces.iter().map(|piece| piece.text.as_str()).collect();
        if let Some(passage) = passages(draft).find(|passage| passage.key == edit.key) {
            rewrite(passage, edit, table);
        } else if !line(draft, &edit.key, &text) && !text.trim().is_empty() {
            lost.push(Passage::words(Form::Item, text));
        }
    }
    let by_hand: Vec<Passage> =
        passages(draft).filter(|passage| by_hand(passage)).map(|passage| noted(passage, table)).collect();
    for (title, items) in [("Số sửa tay trong dự thảo", by_hand), ("Đoạn đã sửa mà dự thảo mới không còn", lost)]
    {
        if !items.is_empty() {
            draft.issues.push(Issues { title: title.to_owned(), items });
        }
    }
}

fn passages(draft: &mut Draft) -> impl Iterator<Item = &mut Passage> {
    let sections = draft.sections.iter_mut().flat_map(|section: &mut Section| section.passages.iter_mut());
    draft.opening.iter_mut().chain(sections).chain(std::iter::once(&mut draft.closing))
}

/// Writes over a line that is no passage; whether there is such a line.
fn line(draft: &mut Draft, key: &str, text: &str) -> bool {
    let lines = || -> Vec<String> {
        text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let letter = &mut draft.letterhead;
    match key {
        "parent" => text.clone_into(&mut letter.parent),
        "agency" => {
            text.clone_into(&mut letter.agency);
            text.clone_into(&mut draft.agency);
        }
        "number" => text.clone_into(&mut letter.number),
        "date" => text.clone_into(&mut letter.place_and_date),
        "title" => text.clone_into(&mut draft.title),
        "addressee" => text.clone_into(&mut draft.addressee),
        "receivers" => draft.receivers = lines().iter().map(|line| receiver(line)).collect(),
        "signer" => draft.signer.titles = lines(),
        "signer_name" => text.clone_into(&mut draft.signer.name),
        _ => {
            // The title of a section that is switched off waits for it.
            let Some(section) = draft.sections.iter_mut().find(|section| section.key() == key) else {
                return key.starts_with("heading:");
            };
            text.clone_into(&mut section.title);
        }
    }
    true
}

/// A receiver without the hyphen and the end that the layout gives it.
fn receiver(line: &str) -> String {
    line.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ' ']).to_owned()
}

fn rewrite(passage: &mut Passage, edit: &Edit, table: &Table) {
    let made: Vec<(Option<String>, Run)> = passage.runs.iter().map(|run| (link(run, table), run.clone())).collect();
    let printed = passage.text();
    let mut runs = Vec::new();
    for piece in &edit.pieces {
        let Some(wanted) = &piece.link else {
            words(&piece.text, &printed, &mut runs);
            continue;
        };
        let row = table.rows.iter().position(|row| row.indicator.as_deref() == wanted.split('#').next());
        let fresh = made.iter().find(|(link, _)| link.as_ref() == Some(wanted)).map(|(_, run)| run.clone());
        runs.push(match (piece.hand, fresh, row) {
            (false, Some(run), _) => run,
            (false, None, Some(row)) if !wanted.contains('#') => of_row(row, table),
            (_, _, row) => Run::Hand { row, text: piece.text.clone() },
        });
    }
    passage.runs = runs;
    passage.edited = true;
}

/// The figure of a row that the passage made anew does not state any more.
fn of_row(row: usize, table: &Table) -> Run {
    table.rows[row]
        .total
        .map_or(Run::Blank { row }, |total| Run::Figure { row, text: figure(total.value, total.approximate) })
}

/// Words of the official's; a numeral that the draft did not have stands apart.
fn words(text: &str, printed: &str, runs: &mut Vec<Run>) {
    let known: Vec<&str> = numerals(printed).collect();
    let mut rest = text;
    for numeral in numerals(text).filter(|numeral| !known.contains(numeral)) {
        let Some((before, behind)) = rest.split_once(numeral) else { continue };
        if !before.is_empty() {
            runs.push(Run::Text(before.to_owned()));
        }
        runs.push(Run::Hand { row: None, text: numeral.to_owned() });
        rest = behind;
    }
    if !rest.is_empty() {
        runs.push(Run::Text(rest.to_owned()));
    }
}

fn numerals(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/'));
    parts.map(|part| part.trim_matches(['.', ',', '/'])).filter(|part| !part.is_empty())
}

fn by_hand(passage: &Passage) -> bool {
    passage.runs.iter().any(|run| matches!(run, Run::Hand { .. }))
}

/// "Đã ghi 130 (bảng: 127): …".
fn noted(passage: &Passage, table: &Table) -> Passage {
    let written = passage.runs.iter().filter_map(|run| match run {
        Run::Hand { row, text } => {
            let total = row.and_then(|row| table.rows.get(row)?.total);
            Some(total.map_or_else(
                || text.clone(),
                |total| format!("{text} (bảng: {})", figure(total.value, total.approximate)),
            ))
        }
        _ => None,
    });
    let written: Vec<String> = written.collect();
    Passage::words(Form::Item, format!("{}: “{}”", written.join("; "), passage.text()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_figures::consolidate::consolidate;
    use tonghop_figures::table::Source;
    use tonghop_model::vietnamese::period::Period;
    use tonghop_series::testing;

    fn table(sent: &str) -> Table {
        let catalogue = testing::catalogue();
        let report = testing::report(&format!("2022-01\ndocs.sent; {sent}"), &catalogue);
        consolidate(&[Source { name: "a", report: &report }], Period::parse("2022-01"), &catalogue)
    }

    fn made(sent: &str) -> Draft {
        let runs = vec![
            Run::Text("Trong tháng có ".to_owned()),
            Run::Figure { row: 0, text: sent.to_owned() },
            Run::Text(" văn bản trên 02 hệ thống.".to_owned()),
        ];
        let passage = Passage { key: "f:docs.sent".to_owned(), runs, ..Passage::default() };
        let section = Section { passages: vec![passage], ..Section::default() };
        Draft { sections: vec![section], ..Draft::default() }
    }

    fn piece(text: &str, link: Option<&str>, hand: bool) -> Piece {
        Piece { text: text.to_owned(), link: link.map(str::to_owned), hand }
    }

    fn check(sent: &str, pieces: Vec<Piece>, expected: &str, issues: &[&str]) {
        let (mut draft, table) = (made(sent), table(sent));
        apply(&mut draft, &[Edit { key: "f:docs.sent".to_owned(), pieces }], &table);
        let passage = &draft.sections[0].passages[0];
        let marked = passage.runs.iter().map(|run| match run {
            Run::Hand { text, .. } => format!("<{text}>"),
            Run::Figure { text, .. } => format!("[{text}]"),
            run => run.text().to_owned(),
        });
        assert_eq!(marked.collect::<String>(), expected);
        let found: Vec<String> = draft.issues.iter().flat_map(|issues| &issues.items).map(Passage::text).collect();
        assert_eq!(found, issues);
    }

    #[test]
    fn a_linked_figure_follows_its_source() {
        let pieces = || {
            vec![
                piece("Đã gửi ", None, false),
                piece("1.000", Some("docs.sent"), false),
                piece(" văn bản.", None, false),
            ]
        };
        check("1.000", pieces(), "Đã gửi [1.000] văn bản.", &[]);
        check("1.250", pieces(), "Đã gửi [1.250] văn bản.", &[]);
    }

    #[test]
    fn a_figure_written_by_hand_is_marked_and_listed() {
        check(
            "1.000",
            vec![
                piece("Đã gửi ", None, false),
                piece("1.100", Some("docs.sent"), true),
                piece(" văn bản.", None, false),
            ],
            "Đã gửi <1.100> văn bản.",
            &["1.100 (bảng: 1.000): “Đã gửi 1.100 văn bản.”"],
        );
        check(
            "1.000",
            vec![piece("Đã gửi 1.100 văn bản trên 02 hệ thống.", None, false)],
            "Đã gửi <1.100> văn bản trên 02 hệ thống.",
            &["1.100: “Đã gửi 1.100 văn bản trên 02 hệ thống.”"],
        );
    }

    #[test]
    fn lines_of_the_letter_are_written_over_and_lost_text_is_kept() {
        let mut draft = made("1");
        draft.sections[0].title = "Các mặt".to_owned();
        let edit = |key: &str, text: &str| Edit { key: key.to_owned(), pieces: vec![piece(text, None, false)] };
        let edits = [
            edit("number", "Số: 12/BC-STTTT"),
            edit("heading:Các mặt", "Kết quả"),
            edit("t:gone", "Câu cũ."),
            edit("signer", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
            edit("receivers", "- Như trên;\nLãnh đạo Sở\n- Lưu: VT."),
        ];
        apply(&mut draft, &edits, &table("1"));
        assert_eq!(draft.letterhead.number, "Số: 12/BC-STTTT");
        assert_eq!(draft.sections[0].title, "Kết quả");
        assert_eq!(draft.signer.titles, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]);
        assert_eq!(draft.receivers, ["Như trên", "Lãnh đạo Sở", "Lưu: VT"]);
        assert_eq!(draft.issues[0].items[0].text(), "Câu cũ.");
    }
}
