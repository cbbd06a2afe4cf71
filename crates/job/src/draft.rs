//! The draft on the wire.

use serde::{Deserialize, Serialize};

use super::{JobId, TableChoice};

/// What the user chose of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftChoice {
    /// What the user decided of the table.
    pub table: TableChoice,
    /// The id of the outline; empty for the first one that ships.
    pub outline: String,
    /// An outline of the user's own in the place of one that ships.
    pub own: Option<OutlineView>,
    /// What the official wrote over.
    pub edits: Vec<EditView>,
    /// The sections that are switched off, by their place in the outline.
    pub without: Vec<usize>,
}

/// A draft as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftView {
    /// What was drafted.
    pub choice: DraftChoice,
    /// The outlines to choose from: id and name.
    pub outlines: Vec<(String, String)>,
    /// The outline that it follows.
    pub outline: OutlineView,
    /// The groups of indicators that a section of an outline can take: id and name.
    pub systems: Vec<(String, String)>,
    /// The agency above, and the one that reports.
    pub agencies: (String, String),
    /// The number, its digits left to fill in.
    pub number: String,
    /// Place and date, the day left to fill in.
    pub date: String,
    /// What stands below "BÁO CÁO".
    pub title: String,
    /// The line of the addressee; empty where there is none.
    pub addressee: String,
    /// The paragraphs before the first section.
    pub opening: Vec<PassageView>,
    /// The sections, those that are switched off among them.
    pub sections: Vec<SectionView>,
    /// The last paragraph.
    pub closing: PassageView,
    /// The lines of the receivers, with their hyphens: "- Như trên;".
    pub receivers: Vec<String>,
    /// The lines of the signer's title.
    pub signer: Vec<String>,
    /// The signer's name.
    pub signer_name: String,
}

/// A section of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SectionView {
    /// Its place in the outline, by which it is switched off.
    pub place: usize,
    /// By what an edit of its title is known again.
    pub key: String,
    /// How deep it stands, 1 to 3.
    pub level: u8,
    /// Its label, such as "I." or "a)"; empty where it is switched off.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Whether it stands in the draft.
    pub on: bool,
    /// What it says; nothing where it is switched off.
    pub passages: Vec<PassageView>,
}

/// A paragraph of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PassageView {
    /// `body`, `item` or `remark`.
    pub form: String,
    /// By what it is known again when the draft is made anew.
    pub key: String,
    /// Whether the official wrote it over.
    pub edited: bool,
    /// Its pieces.
    pub runs: Vec<RunView>,
    /// Where the months say so: the file, start and end.
    pub places: Vec<(JobId, usize, usize)>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunView {
    /// Its text.
    pub text: String,
    /// The row of the table that its figure comes from.
    pub row: Option<usize>,
    /// The name by which an edit keeps the figure.
    pub link: Option<String>,
    /// Whether the official wrote the figure.
    pub hand: bool,
}

/// A text that the official wrote over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EditView {
    /// The paragraph's [`PassageView::key`], or the name of a line of the letter.
    pub key: String,
    /// The text.
    pub pieces: Vec<PieceView>,
}

/// A piece of an edited text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PieceView {
    /// Its words.
    pub text: String,
    /// The [`RunView::link`] of a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Whether the figure was written over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hand: bool,
}

/// An outline as the page shows and changes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutlineView {
    /// A short stable name.
    pub id: String,
    /// What the user chooses it by.
    pub name: String,
    /// The title below "BÁO CÁO".
    pub title: String,
    /// The line of the addressee.
    pub addressee: String,
    /// The paragraphs before the first section.
    pub opening: Vec<String>,
    /// The last paragraph.
    pub closing: String,
    /// The sections.
    pub places: Vec<PlaceView>,
}

/// A section of an outline.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceView {
    /// How deep it stands, 1 to 3.
    pub level: u8,
    /// Its title.
    pub title: String,
    /// What stands in it: `results`, `documents`, `rest`, `evaluation`, `plan` or `proposal`.
    pub content: String,
    /// The indicators whose figures stand in it: ids, or what ids begin with.
    pub figures: Vec<String>,
    /// Phrases in the titles of the months' sections whose text it takes.
    pub from: Vec<String>,
}
