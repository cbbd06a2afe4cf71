//! The decisions of an official as a file: what the browser keeps, what is taken along, what the command line loads.
//!
//! It is JSON: `{"format": "tonghop-decisions", "version": 1, "decisions": […]}`, the entries in the order in which
//! they were made; [`drafts`] may stand beside them. It holds no more of a report than the decided figures and findings.
//! What a decision does, the engine says.

pub mod drafts;

use drafts::KeptDraft;
use serde::{Deserialize, Serialize};

const FORMAT: &str = "tonghop-decisions";
const VERSION: u32 = 1;

/// How many bytes of a file are looked at for the name of its form.
const HEAD: usize = 100;

/// A decision as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Entry {
    /// A figure has a value of its own.
    Value {
        /// The name of the file, for the reader.
        file: String,
        /// What the figure counts, for the reader.
        label: String,
        /// The figure.
        place: Place,
        /// The numeral as it is printed.
        printed: String,
        /// The value, with a point before decimals.
        value: String,
        /// Why; may be empty.
        reason: String,
        /// The other figure that was decided in the same step, so that both are taken back in one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<Place>,
    },
    /// A finding is known, and what it is about stays as it is.
    Keep {
        /// The name of the file, for the reader; empty where the finding is about several.
        file: String,
        /// The finding's rule.
        code: String,
        /// Its message.
        message: String,
        /// Its places.
        places: Vec<Place>,
        /// Why.
        reason: String,
    },
}

/// What a file keeps: the decisions in the order in which they were made, and the drafts.
pub type Kept = (Vec<Entry>, Vec<KeptDraft>);

/// A place in a report that is named by its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The fingerprint of the text, as 16 hexadecimal digits.
    pub report: String,
    /// The first character.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
}

/// The file.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    decisions: Vec<Entry>,
}

/// The text of a file of decisions.
pub fn to_text(entries: &[Entry]) -> String {
    let file = File { format: FORMAT.to_owned(), version: VERSION, decisions: entries.to_vec() };
    // Types of texts and numbers always serialise.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The decisions of a file; `None` where it is no such file, or of a later version.
pub fn from_bytes(bytes: &[u8]) -> Option<Vec<Entry>> {
    let file: File = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()?;
    (file.format == FORMAT && file.version <= VERSION).then_some(file.decisions)
}

/// Whether the beginning of a file says that it is one of decisions.
pub fn is_named(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    head.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

impl Entry {
    /// Whether both decide on the same figure or finding, so that the later one counts.
    pub fn is_on_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value { place, .. }, Self::Value { place: other, .. }) => place == other,
            (Self::Keep { code, message, places, .. }, Self::Keep { code: c, message: m, places: p, .. }) => {
                (code, message, places) == (c, m, p)
            }
            _ => false,
        }
    }

    /// Whether both were made in one step.
    pub fn is_made_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value { place, with: Some(with), .. }, Self::Value { place: p, with: Some(w), .. }) => {
                (place, with) == (w, p)
            }
            _ => false,
        }
    }

    /// The places that it is about.
    pub fn places(&self) -> &[Place] {
        match self {
            Self::Value { place, .. } => std::slice::from_ref(place),
            Self::Keep { places, .. } => places,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry> {
        let place = Place { report: "8c5cf3ab21e2f0a1".into(), start: 3, end: 8 };
        vec![
            Entry::Value {
                file: "a.txt".into(),
                label: "Chứng thư số".into(),
                place: place.clone(),
                printed: "2.293".into(),
                value: "2318".into(),
                reason: String::new(),
                with: None,
            },
            Entry::Keep {
                file: String::new(),
                code: "sum".into(),
                message: "lệch 25".into(),
                places: vec![place],
                reason: "đã hỏi".into(),
            },
        ]
    }

    #[test]
    fn a_file_gives_back_what_was_written() {
        let text = to_text(&entries());
        assert_eq!(from_bytes(text.as_bytes()), Some(entries()));
        assert_eq!(from_bytes(format!("\u{feff}{text}").as_bytes()), Some(entries()));
    }

    #[test]
    fn other_files_are_no_decisions() {
        let later = to_text(&entries()).replace("\"version\": 1", "\"version\": 2");
        for other in [later.as_str(), "", "{}", "[]", "BÁO CÁO", r#"{"format": "x", "version": 1, "decisions": []}"#]
        {
            assert_eq!(from_bytes(other.as_bytes()), None, "{other}");
        }
    }
}
