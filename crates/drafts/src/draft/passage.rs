//! The paragraphs of a draft, piece by piece.

use super::wording;
use tonghop_model::finding::Place;
use tonghop_model::vietnamese::period::Period;

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
