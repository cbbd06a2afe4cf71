//! What the official made of drafts, kept beside the decisions: texts written over, sections switched off, the outline.
//!
//! In the file of decisions it is the field `drafts`, which programs that do not know it pass over, and which may be
//! missing. A draft is named by its period and by the reports that it was made from; it belongs to every set of reports
//! that shares one with it, as reports come and go.

use serde::{Deserialize, Serialize};

use super::{Entry, FORMAT, VERSION};
use crate::{EditView, OutlineView};

/// How many drafts are kept; those that were written longest ago go first.
const MOST: usize = 24;

/// What was made of the draft of a period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// The period's id, such as "2022-H1".
    pub period: String,
    /// The fingerprints of the reports, as [`super::Place::report`] has them.
    pub reports: Vec<String>,
    /// The id of the outline; empty for the first one that ships.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outline: String,
    /// An outline of the user's own in the place of one that ships.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OutlineView>,
    /// The sections that are switched off, by their place in the outline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<usize>,
    /// What was written over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<EditView>,
}

/// The drafts of a file of decisions.
#[derive(Deserialize)]
struct Read {
    format: String,
    version: u32,
    #[serde(default)]
    drafts: Vec<KeptDraft>,
}

/// A file of decisions with drafts.
#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u32,
    decisions: &'a [Entry],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    drafts: &'a [KeptDraft],
}

/// The text of a file of decisions and drafts; [`super::from_bytes`] reads its decisions.
pub fn to_text(entries: &[Entry], drafts: &[KeptDraft]) -> String {
    let file = Written { format: FORMAT, version: VERSION, decisions: entries, drafts };
    // Types of texts and numbers always serialise.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The drafts of a file of decisions; `None` where it is no such file, or they were damaged.
pub fn from_bytes(bytes: &[u8]) -> Option<Vec<KeptDraft>> {
    let file: Read = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()?;
    (file.format == FORMAT && file.version <= VERSION).then_some(file.drafts)
}

/// The draft of a period that shares most reports with a set; of equal ones that which was written last.
pub fn find<'a>(drafts: &'a [KeptDraft], period: &str, reports: &[String]) -> Option<&'a KeptDraft> {
    let fitting = drafts.iter().filter(|draft| draft.period == period);
    let shared = fitting.map(|draft| (draft.shared(reports), draft)).filter(|(shared, _)| *shared > 0);
    shared.max_by_key(|(shared, _)| *shared).map(|(_, draft)| draft)
}

/// Puts a draft in the place of the one that it continues; one in which nothing was made only takes that one away.
pub fn put(drafts: &mut Vec<KeptDraft>, draft: KeptDraft) {
    drafts.retain(|other| other.period != draft.period || other.shared(&draft.reports) == 0);
    if !draft.is_empty() {
        drafts.push(draft);
    }
    drafts.drain(..drafts.len().saturating_sub(MOST));
}

/// Adds the drafts of a file: of two edits of one text that of the file counts. The answer is how many edits came.
pub fn merge(drafts: &mut Vec<KeptDraft>, others: Vec<KeptDraft>) -> usize {
    let came = others.iter().map(|draft| draft.edits.len()).sum();
    for mut draft in others {
        if let Some(known) = find(drafts, &draft.period, &draft.reports) {
            let written = |key: &str| draft.edits.iter().any(|edit| edit.key == key);
            let more: Vec<EditView> = known.edits.iter().filter(|edit| !written(&edit.key)).cloned().collect();
            draft.edits.extend(more);
        }
        put(drafts, draft);
    }
    came
}

impl KeptDraft {
    /// Whether nothing was made of the draft.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.without.is_empty() && self.own.is_none()
    }

    /// How many reports of a set it was made from.
    pub fn shared(&self, reports: &[String]) -> usize {
        self.reports.iter().filter(|report| reports.contains(report)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PieceView;
    use crate::decisions;

    fn edit(key: &str, text: &str) -> EditView {
        let linked = PieceView { text: "1.250".into(), link: Some("docs.sent".into()), hand: false };
        let words = PieceView { text: text.into(), ..PieceView::default() };
        EditView { key: key.into(), pieces: vec![words, linked] }
    }

    fn kept(period: &str, reports: &[&str], edits: Vec<EditView>) -> KeptDraft {
        let reports = reports.iter().map(|&report| report.to_owned()).collect();
        KeptDraft { period: period.into(), reports, edits, ..KeptDraft::default() }
    }

    fn set(reports: &[&str]) -> Vec<String> {
        reports.iter().map(|&report| report.to_owned()).collect()
    }

    #[test]
    fn a_file_gives_back_what_was_written() {
        let mut draft = kept("2022-H1", &["a", "b"], vec![edit("number", "Số: 12")]);
        draft.without = vec![3];
        draft.own =
            Some(OutlineView { id: "rieng".into(), name: "Đề cương riêng".into(), ..OutlineView::default() });
        let text = to_text(&[], std::slice::from_ref(&draft));
        assert_eq!(from_bytes(format!("\u{feff}{text}").as_bytes()), Some(vec![draft]));
        assert_eq!(decisions::from_bytes(text.as_bytes()), Some(Vec::new()));
    }

    #[test]
    fn files_without_drafts_are_read_as_before() {
        let before = decisions::to_text(&[]);
        assert_eq!(from_bytes(before.as_bytes()), Some(Vec::new()));
        assert_eq!(to_text(&[], &[]), before);
        for other in ["", "{}", r#"{"format": "x", "version": 1, "drafts": []}"#] {
            assert_eq!(from_bytes(other.as_bytes()), None, "{other}");
        }
        // What is damaged is refused with its file, where it is not only what the browser kept.
        let damaged = before.replace("\"version\": 1", "\"version\": 1, \"drafts\": [{\"period\": 7}]");
        assert_eq!(from_bytes(damaged.as_bytes()), None);
        assert_eq!(decisions::from_bytes(damaged.as_bytes()), Some(Vec::new()));
        assert!(decisions::is_named(damaged.as_bytes()));
    }

    #[test]
    fn a_draft_belongs_to_sets_that_share_a_report() {
        let drafts = [
            kept("2022-H1", &["a", "b", "c"], vec![edit("number", "1")]),
            kept("2022-H1", &["x"], vec![edit("number", "2")]),
            kept("2022-Q1", &["a"], vec![edit("number", "3")]),
        ];
        let number = |period: &str, reports: &[&str]| {
            find(&drafts, period, &set(reports)).map(|draft| draft.edits[0].pieces[0].text.clone())
        };
        assert_eq!(number("2022-H1", &["b", "d"]).as_deref(), Some("1"));
        assert_eq!(number("2022-H1", &["x", "a", "b"]).as_deref(), Some("1"));
        assert_eq!(number("2022-Q1", &["a"]).as_deref(), Some("3"));
        assert_eq!(number("2022-H2", &["a"]), None);
        assert_eq!(number("2022-H1", &["d"]), None);
    }

    #[test]
    fn a_draft_takes_the_place_of_the_one_before() {
        let mut drafts = vec![kept("2022-H1", &["a"], vec![edit("number", "1")])];
        put(&mut drafts, kept("2022-H1", &["a", "b"], vec![edit("number", "2")]));
        assert_eq!(drafts, [kept("2022-H1", &["a", "b"], vec![edit("number", "2")])]);
        put(&mut drafts, kept("2022-H1", &["b"], Vec::new()));
        assert_eq!(drafts, []);
        for number in 0..=MOST {
            put(&mut drafts, kept("2022-H1", &[&number.to_string()], vec![edit("number", "1")]));
        }
        assert_eq!((drafts.len(), drafts[0].reports[0].as_str()), (MOST, "1"));
    }

    #[test]
    fn the_edits_of_a_file_count_before_those_of_the_machine() {
        let mut drafts = vec![kept("2022-H1", &["a"], vec![edit("number", "1"), edit("date", "2")])];
        assert_eq!(merge(&mut drafts, vec![kept("2022-H1", &["a", "b"], vec![edit("number", "9")])]), 1);
        assert_eq!(drafts, [kept("2022-H1", &["a", "b"], vec![edit("number", "9"), edit("date", "2")])]);
    }
}
