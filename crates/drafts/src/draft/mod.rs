//! The table of a period and the text of its months to the draft of the report.
//!
//! Figures come from the table alone, each in a sentence of a pattern kept as data ([`pattern`], [`sentence`]); what
//! is not a figure is gathered from the months and never made up ([`gather`], [`merge`]). An outline says what stands
//! where ([`outline`]); what it has no place for stands in the annex with the whole table. What is left to the
//! official is an ellipsis: the number, the day, the addressee, and every figure that the months do not make.
//!
//! Every figure names its row, every gathered sentence the places it was read at, so that nothing in a draft is
//! without a source.

mod assemble;
mod compare;
pub mod edit;
mod gather;
mod letter;
mod merge;
mod open;
pub mod outline;
pub mod pattern;
mod sentence;
#[cfg(test)]
mod tests;
pub mod wording;

use outline::Outline;
use tonghop_figures::table::{Source, Table};
use tonghop_model::finding::Place;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;

/// The draft of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The period that it reports on.
    pub period: Option<Period>,
    /// The head of the first page.
    pub letterhead: Letterhead,
    /// What stands below "BÁO CÁO".
    pub title: String,
    /// The agency in running text; the letterhead has it in capitals.
    pub agency: String,
    /// The line of the addressee; empty where the outline has none.
    pub addressee: String,
    /// The paragraphs before the first section.
    pub opening: Vec<Passage>,
    /// The sections that have something to say, in order, numbered.
    pub sections: Vec<Section>,
    /// The last paragraph, which ends with "./.".
    pub closing: Passage,
    /// The receivers, without their hyphens, the last one for the archive.
    pub receivers: Vec<String>,
    /// Who signs.
    pub signer: Signer,
    /// What is open, for the second annex.
    pub issues: Vec<Issues>,
    /// The rows of the table that no section states, by their index.
    pub unplaced: Vec<usize>,
}

/// The head of the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The agency above, in capitals: "UBND TỈNH …".
    pub parent: String,
    /// The agency that reports, in capitals.
    pub agency: String,
    /// The number, its digits left to fill in: "Số: … /BC-STTTT".
    pub number: String,
    /// Place and date, the day left to fill in.
    pub place_and_date: String,
}

/// Who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// The lines of the title, in capitals: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".
    pub titles: Vec<String>,
    /// The name.
    pub name: String,
}

/// A section of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its place in the outline, by which it can be switched off.
    pub place: usize,
    /// How deep it stands, 1 to 3.
    pub level: u8,
    /// Its number: "I", "1", "a".
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub passages: Vec<Passage>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// By what it is known again in the draft that is made when the reports change.
    pub key: String,
    /// Whether the official wrote it over.
    pub edited: bool,
    /// What kind of paragraph it is.
    pub form: Form,
    /// Its text, piece by piece.
    pub runs: Vec<Run>,
    /// The months that say so, for gathered text.
    pub months: Vec<Period>,
    /// Where the months say so; the sources of a figure are those of its row.
    pub sources: Vec<Place>,
}

/// What kind of paragraph a passage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Running text.
    #[default]
    Body,
    /// An item of a list, which a hyphen leads.
    Item,
    /// A remark to the official, to be taken out before the report is signed.
    Remark,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text(String),
    /// The figure of a row, as it is written.
    Figure {
        /// The row of the table.
        row: usize,
        /// The figure, with the word that makes it approximate.
        text: String,
    },
    /// By how much the figure of a row differs from an earlier period's, as it is written.
    Difference {
        /// The row of the table.
        row: usize,
        /// 0 for the increase in the period, else the number of the comparison, counted from 1.
        of: usize,
        /// The difference, without its sign.
        text: String,
    },
    /// A figure that the official wrote.
    Hand {
        /// The row of the table whose figure stood there.
        row: Option<usize>,
        /// What was written.
        text: String,
    },
    /// A figure that the months do not make, left to fill in.
    Blank {
        /// The row of the table.
        row: usize,
    },
}

/// A list of what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues {
    /// What the items are.
    pub title: String,
    /// The items.
    pub items: Vec<Passage>,
}

impl Draft {
    /// The lines of the receivers as they are written: "- Như trên;", the last one with a full stop.
    pub fn lines_of_receivers(&self) -> Vec<String> {
        let last = self.receivers.len().saturating_sub(1);
        let line = |(at, receiver): (usize, &String)| format!("- {receiver}{}", if at == last { "." } else { ";" });
        self.receivers.iter().enumerate().map(line).collect()
    }
}

impl Section {
    /// By what an edit of its title is known again, also where sections above it come and go.
    pub fn key(&self) -> String {
        format!("heading:{}", self.title)
    }
}

impl Run {
    /// The text as it stands on the page.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Figure { text, .. }
            | Self::Difference { text, .. }
            | Self::Hand { text, .. } => text,
            Self::Blank { .. } => wording::BLANK,
        }
    }
}

impl Passage {
    /// A passage of words alone.
    pub fn words(form: Form, text: impl Into<String>) -> Self {
        Self { form, runs: vec![Run::Text(text.into())], ..Self::default() }
    }

    /// The text as it stands on the page.
    pub fn text(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }

    /// The rows whose figures it states or leaves to fill in.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.runs.iter().filter_map(|run| match run {
            Run::Figure { row, .. } | Run::Blank { row } => Some(*row),
            Run::Hand { row, .. } => *row,
            Run::Text(_) | Run::Difference { .. } => None,
        })
    }
}

/// The draft of the report on the period of a table.
///
/// `sources` are those that the table was made from.
pub fn draft(sources: &[Source<'_>], table: &Table, catalogue: &Catalogue, outline: &Outline) -> Draft {
    assemble::draft(sources, table, catalogue, outline)
}
