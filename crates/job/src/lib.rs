//! What crosses between page and worker, as JSON: requests one way, replies the other.
//!
//! These types belong to the wire alone; the worker makes them from the engine's at its edge, and the page
//! knows nothing of the engine. All offsets count Unicode scalar values of [`ReportView::text`], end exclusive.
//! The bytes of a file ride beside its request as an `ArrayBuffer`.
//!
//! The worker keeps the reports that it has read. A job is cancelled by ending the worker; the page then
//! starts another and sends the files of the reports that it still shows once more.

pub mod decisions;
mod draft;
mod finding;
mod known;
mod table;

use serde::{Deserialize, Serialize};

use crate::decisions::Entry;
use crate::decisions::drafts::KeptDraft;

pub use draft::{
    DraftChoice, DraftView, EditView, OutlineView, PassageView, PieceView, PlaceView, RunView, SectionView,
};
pub use finding::{CalculationView, ChangeView, FindingView, OperandView, ProposalView};
pub use known::{ENCODINGS, MAX_BYTES, too_large};
pub use table::{
    CellView, ComparisonView, HeldView, MonthView, ReconciliationView, RivalsView, RowView, TableChoice, TableView,
};

/// The version of the wire; page and worker are of one build, so that a difference is a broken cache.
pub const VERSION: u32 = 5;

/// Names a file that was dropped, for as long as the page lives.
pub type JobId = u32;

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read a file; its bytes come beside the request. Answered by [`Reply::Report`] or [`Reply::Refused`].
    Read {
        /// The file.
        job: JobId,
        /// Its name, for messages and to tell Markdown from plain text.
        name: String,
        /// What the user says of it.
        choice: ReadChoice,
    },
    /// Forget a report.
    Forget {
        /// The file.
        job: JobId,
    },
    /// Paint a page of a report that came as PDF. Answered by [`Reply::Picture`].
    Picture {
        /// The file.
        job: JobId,
        /// The page, from 0; `None`: the page on which `mark` begins.
        page: Option<usize>,
        /// The stretch of the report's text that is to be marked.
        mark: (usize, usize),
        /// How many pixels wide the picture should be.
        width: u16,
    },
    /// Make the table of a period from the reports that were read. Answered by [`Reply::Table`].
    Consolidate {
        /// What the user decided.
        choice: TableChoice,
    },
    /// Draft the report of a period. Answered by [`Reply::Draft`].
    Draft {
        /// What to draft.
        draft: DraftChoice,
    },
    /// Put the decisions of the user into effect, in the place of those before. Answered by [`Reply::Decided`].
    Decide {
        /// All decisions, in the order in which they were made.
        entries: Vec<Entry>,
    },
    /// Write a file to save. Answered by [`Reply::File`].
    Save {
        /// `docx` for the draft, `outline` for its outline, `xlsx`, `csv`, `html` or `json` for the table,
        /// `findings.docx` and `findings.csv` for the report of findings.
        format: String,
        /// What to draft.
        draft: DraftChoice,
    },
    /// Hand out the sample reports, which only the worker carries. Answered by [`Reply::Samples`].
    Samples,
    /// Read an outline that was kept as a file. Answered by [`Reply::Outline`].
    Outline {
        /// The text of the file.
        text: String,
    },
}

/// What the user says of a file where the file itself leaves it open; the default says nothing.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadChoice {
    /// The password that opens it; empty where none was given.
    pub password: String,
    /// The id of the encoding of its letters, [`KEPT`] to leave them as they stand, empty to tell it by their words.
    pub letters: String,
}

/// The value of [`ReadChoice::letters`] for letters that are left as they stand.
pub const KEPT: &str = "kept";

/// A password is never printed.
impl std::fmt::Debug for ReadChoice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReadChoice").field("letters", &self.letters).finish_non_exhaustive()
    }
}

/// What can be done on the page about a file that could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remedy {
    /// Nothing.
    #[default]
    None,
    /// It opens with a password.
    Password {
        /// Whether one was given that does not open it.
        wrong: bool,
    },
    /// It can be read in an encoding that the user chooses.
    Letters,
    /// Its pages are pictures that can be looked at.
    Pages {
        /// How many there are.
        pages: usize,
    },
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker runs and takes requests.
    Ready {
        /// [`VERSION`] of the worker's build.
        version: u32,
    },
    /// The worker has run through all of its parts once, so that no file waits for the browser to compile them.
    Warm,
    /// A file was read.
    Report {
        /// The file.
        job: JobId,
        /// What was understood.
        report: Box<ReportView>,
    },
    /// A file could not be read at all.
    Refused {
        /// The file.
        job: JobId,
        /// Why, and what to do: one Vietnamese sentence.
        message: String,
        /// What can be done on the page.
        remedy: Remedy,
    },
    /// A file was read that holds decisions and no report.
    Decisions {
        /// The file.
        job: JobId,
        /// The decisions.
        entries: Vec<Entry>,
        /// What was made of drafts.
        drafts: Vec<KeptDraft>,
    },
    /// The decisions are in effect.
    Decided {
        /// The reports that changed by it.
        reports: Vec<(JobId, ReportView)>,
    },
    /// The table that was asked for.
    Table(Box<TableView>),
    /// The page that was asked for.
    Picture(Box<PictureView>),
    /// The outline of a file; `None` where it is none, with the reason.
    Outline {
        /// The outline.
        outline: Option<Box<OutlineView>>,
        /// Why it cannot be read: one Vietnamese sentence.
        message: String,
    },
    /// The draft that was asked for.
    Draft(Box<DraftView>),
    /// The sample reports; their bytes ride beside the reply, an `ArrayBuffer` each.
    Samples {
        /// The names of the files.
        names: Vec<String>,
        /// Their bytes.
        #[serde(skip)]
        files: Vec<Vec<u8>>,
    },
    /// A file to save; its bytes ride beside the reply as an `ArrayBuffer`.
    File {
        /// What the file should be called.
        name: String,
        /// Its media type.
        kind: String,
        /// Its bytes.
        #[serde(skip)]
        bytes: Vec<u8>,
    },
}

impl Reply {
    /// The files that ride beside it.
    pub fn files(&self) -> &[Vec<u8>] {
        match self {
            Self::Samples { files, .. } => files,
            Self::File { bytes, .. } => std::slice::from_ref(bytes),
            _ => &[],
        }
    }

    /// Puts the files that rode beside it back; `next` takes one after the other. Whether all were there.
    pub fn with_files(&mut self, mut next: impl FnMut() -> Option<Vec<u8>>) -> bool {
        let (files, count) = match self {
            Self::Samples { names, files } => (files, names.len()),
            Self::File { bytes, .. } => return next().map(|file| *bytes = file).is_some(),
            _ => return true,
        };
        files.extend((0..count).map_while(|_| next()));
        files.len() == count
    }

    /// Its JSON in UTF-8; the bytes of files are not in it.
    ///
    /// # Errors
    /// None in practice: replies hold only texts, numbers and lists.
    pub fn to_json(&self) -> Result<Vec<u8>, String> {
        serde_json::to_vec(self).map_err(|error| error.to_string())
    }

    /// The reply of such a text; `None`: it is not of this wire.
    pub fn of_json(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }
}

/// A report as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportView {
    /// The format that the file was read as, by the name that the official knows it by.
    pub format: String,
    /// `month`, `quarter`, `half_year`, `nine_months`, `year`; empty where the report does not say.
    pub kind: String,
    /// The period's id, such as `2022-05`; empty where the report does not say.
    pub period: String,
    /// The period in words, such as "tháng 5 năm 2022"; empty where the report does not say.
    pub period_name: String,
    /// The issuing agency; empty where the report does not say.
    pub agency: String,
    /// The province; empty where the report does not say.
    pub province: String,
    /// The number of the report; empty where it is blank.
    pub number: String,
    /// The date of issue as dd/mm/yyyy; empty where it is blank.
    pub issued: String,
    /// How many numerals of the report are understood (M − not understood).
    pub understood: usize,
    /// How many numerals the report has.
    pub numerals: usize,
    /// How many pages the file has; 0 for formats without pages.
    pub pages: usize,
    /// The text that all offsets count in.
    pub text: String,
    /// The figures, in order.
    pub facts: Vec<FactView>,
    /// What does not fit.
    pub findings: Vec<FindingView>,
    /// What stands for the text in decisions.
    pub fingerprint: String,
}

/// A page of a report as a picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PictureView {
    /// The file.
    pub job: JobId,
    /// The stretch of text that was asked for.
    pub mark: (usize, usize),
    /// The page, from 0.
    pub page: usize,
    /// How many pages the file has.
    pub pages: usize,
    /// The picture as an address of the kind `data:`; empty where the page cannot be painted.
    pub image: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Where the stretch stands on this page: left, top, right and bottom edge of each line, in ten-thousandths of
    /// the page's width and height.
    pub marks: Vec<[u32; 4]>,
}

/// A figure with its source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FactView {
    /// The indicator's id; `None` where no indicator claims the figure.
    pub indicator: Option<String>,
    /// What it counts.
    pub label: String,
    /// The value in vi-VN format, with "khoảng", "hơn" … where the report says so and its unit sign where that is
    /// %, such as "30.704" or "79,37%".
    pub value: String,
    /// The numeral as it is printed.
    pub raw: String,
    /// What is counted.
    pub unit: String,
    /// Whether the report says that the figure is approximate.
    pub approximate: bool,
    /// Whether the value was repaired, so that `raw` says something else.
    pub repaired: bool,
    /// How certain the reading is: `sure`, `likely` or `unsure`.
    pub certainty: String,
    /// The section it stands in, such as "I.4. Ứng dụng công nghệ thông tin".
    pub section: String,
    /// Where the numeral stands.
    pub span: (usize, usize),
    /// Where its sentence stands.
    pub sentence: (usize, usize),
    /// Whether the user decided on the value.
    pub decided: bool,
    /// The reason of that decision; may be empty.
    pub reason: String,
}
