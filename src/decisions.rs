//! The decisions of an official as a file: what the browser keeps, what is taken along, what the command line loads.
//!
//! It is JSON: `{"format": "tonghop-decisions", "version": 1, "decisions": […]}`, the entries in the order in which
//! they were made; [`drafts`] may stand beside them. It holds no more of a report than the decided figures and findings. [`crate::engine::decision`] says
//! what a decision does.

pub mod drafts;

use drafts::KeptDraft;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::engine::decision::{Decision, Spot};
use crate::engine::span::Span;
use crate::engine::vietnamese::format::format;
use crate::engine::vietnamese::number::{self, Shape};

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

/// The decisions of a file that may be one, and the drafts beside them; `None` where it is another file.
///
/// # Errors
/// A sentence where it is one, but not all of it can be read: to go on without some of the decisions would use figures
/// that the official has decided otherwise, and to go on without a draft would lose what was written by hand.
pub fn open(bytes: &[u8]) -> Result<Option<Kept>, String> {
    match (from_bytes(bytes), drafts::from_bytes(bytes)) {
        (Some(entries), Some(drafts)) => match entries.len() - to_engine(&entries).len() {
            0 => Ok(Some((entries, drafts))),
            damaged => Err(format!("{damaged} quyết định bị hỏng; hãy lưu lại tệp quyết định từ trang.")),
        },
        _ if is_named(bytes) => {
            Err("Tệp quyết định này bị hỏng hoặc của bản mới hơn; hãy lưu lại tệp quyết định từ trang.".to_owned())
        }
        _ => Ok(None),
    }
}

/// Whether the beginning of a file says that it is one of decisions.
fn is_named(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    head.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

/// The decisions for the engine; entries that were damaged are left out.
pub fn to_engine(entries: &[Entry]) -> Vec<Decision> {
    entries.iter().filter_map(Entry::decision).collect()
}

/// The fingerprint of a text as a file writes it.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", crate::engine::decision::fingerprint(text))
}

/// The value of a figure as an official types it, with a point before decimals; `None` where it is no figure.
///
/// It is written as in reports ("2.386", "37,13%"); whole numbers without dots are taken too. A comma before three
/// digits is not taken: it may be meant for a dot.
pub fn typed(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let number = number::parse(text).filter(|number| matches!(number.shape, Shape::Plain | Shape::Grouped))?;
    Some(number.value.to_string())
}

/// A value of an entry as reports write it.
pub fn shown(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), format)
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

    fn decision(&self) -> Option<Decision> {
        Some(match self {
            Self::Value { place, printed, value, reason, .. } => Decision::Value {
                place: place.spot()?,
                printed: printed.clone(),
                value: value.parse::<Decimal>().ok()?,
                reason: reason.clone(),
            },
            Self::Keep { code, message, places, reason, .. } => Decision::Keep {
                code: code.clone(),
                message: message.clone(),
                places: places.iter().map(Place::spot).collect::<Option<_>>()?,
                reason: reason.clone(),
            },
        })
    }
}

impl Place {
    fn spot(&self) -> Option<Spot> {
        let report = u64::from_str_radix(&self.report, 16).ok()?;
        Some(Spot { report, span: Span::new(self.start, self.end) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the test's own file is well formed")]

    use super::*;

    fn entries() -> Vec<Entry> {
        let place = Place { report: fingerprint("văn bản"), start: 3, end: 8 };
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
        assert_eq!(to_engine(&entries()).len(), 2);
    }

    #[test]
    fn other_files_are_no_decisions() {
        let later = to_text(&entries()).replace("\"version\": 1", "\"version\": 2");
        for other in [later.as_str(), "", "{}", "[]", "BÁO CÁO", r#"{"format": "x", "version": 1, "decisions": []}"#]
        {
            assert_eq!(from_bytes(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn damaged_entries_are_left_out() {
        let text = to_text(&entries()).replace("\"2318\"", "\"hai nghìn\"");
        assert_eq!(to_engine(&from_bytes(text.as_bytes()).unwrap()).len(), 1);
    }

    #[test]
    fn figures_are_typed_as_they_are_printed() {
        for (text, value) in
            [("2.386", Some("2386")), (" 37,13 % ", Some("37.13")), ("2386", Some("2386")), ("0", Some("0"))]
        {
            assert_eq!(typed(text).as_deref(), value, "{text}");
        }
        for text in ["", "hai", "80.5231", "157,203", "1.2", "12/5", "1e5", "--"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
