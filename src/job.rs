//! What crosses between page and worker, as JSON texts: requests one way, replies the other.
//!
//! These types belong to the wire alone; the worker makes them from the engine's at its edge, and the page
//! knows nothing of the engine. All offsets count Unicode scalar values of [`ReportView::text`], end exclusive.
//! The bytes of a file ride beside its request as an `ArrayBuffer`.
//!
//! The worker keeps the reports that it has read. A job is cancelled by ending the worker; the page then
//! starts another and sends the files of the reports that it still shows once more.

use serde::{Deserialize, Serialize};

/// The version of the wire; page and worker are of one build, so that a difference is a broken cache.
pub const VERSION: u32 = 3;

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
        /// The period as [`Period::id`](crate::engine::vietnamese::period::Period::id) writes it; `None`: the
        /// half-year that most of the monthly reports belong to.
        period: Option<String>,
    },
    /// Draft the report of a period. Answered by [`Reply::Draft`].
    Draft {
        /// What to draft.
        draft: DraftChoice,
    },
    /// Write a file to save. Answered by [`Reply::File`].
    Save {
        /// `docx` for the draft, `xlsx` for the table.
        format: String,
        /// What to draft.
        draft: DraftChoice,
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

/// What the user chose of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftChoice {
    /// The period of the table that is shown, by its id.
    pub period: Option<String>,
    /// The id of the outline; empty for the first one that ships.
    pub outline: String,
    /// The sections that are switched off, by their place in the outline.
    pub without: Vec<usize>,
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
    /// The table that was asked for.
    Table(Box<TableView>),
    /// The page that was asked for.
    Picture(Box<PictureView>),
    /// The draft that was asked for.
    Draft(Box<DraftView>),
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

/// A draft as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftView {
    /// What was drafted.
    pub choice: DraftChoice,
    /// The outlines to choose from: id and name.
    pub outlines: Vec<(String, String)>,
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
    pub closing: String,
    /// The receivers.
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
    /// Its pieces: the text, and the row of the table for a figure.
    pub runs: Vec<(String, Option<usize>)>,
    /// Where the months say so: the file, start and end.
    pub places: Vec<(JobId, usize, usize)>,
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
}

/// A finding with its places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// The rule.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// What to do, or the value that would mend it; empty where there is none.
    pub hint: String,
    /// The places: the file, start and end.
    pub places: Vec<(JobId, usize, usize)>,
}

/// The table of a period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableView {
    /// The period's id, such as `2022-H1`.
    pub period: String,
    /// The period in words.
    pub period_name: String,
    /// The periods that the reports allow the user to choose from: id and name.
    pub periods: Vec<(String, String)>,
    /// The months, in order.
    pub months: Vec<MonthView>,
    /// The rows, in the order of the catalogue, figures without indicator last.
    pub rows: Vec<RowView>,
    /// What concerns the set: missing months, two reports of one month, another agency.
    pub findings: Vec<FindingView>,
    /// The table as HTML for the clipboard.
    pub html: String,
    /// The table as tab-separated text for the clipboard.
    pub tsv: String,
}

/// A month of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// The month's id, such as `2022-05`.
    pub period: String,
    /// The head of its column, such as "Tháng 5".
    pub name: String,
    /// The file whose figures stand in the column; `None`: the month is missing.
    pub job: Option<JobId>,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RowView {
    /// The indicator's id; `None` for a figure that no indicator claims.
    pub indicator: Option<String>,
    /// What it counts.
    pub label: String,
    /// The name of its system, the same for all rows of a group.
    pub system: String,
    /// What is counted.
    pub unit: String,
    /// One cell a month; `None` where the month's report does not have the figure.
    pub cells: Vec<Option<CellView>>,
    /// The total in vi-VN format; empty where it cannot be said.
    pub total: String,
    /// How the total was made, or why there is none; in Vietnamese.
    pub derivation: String,
    /// What else to know of the row; in Vietnamese.
    pub notes: Vec<String>,
}

/// A cell of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// The value in vi-VN format, with "khoảng", "hơn" … where the report says so.
    pub value: String,
    /// The file.
    pub job: JobId,
    /// The index of the fact in [`ReportView::facts`] of that file.
    pub fact: usize,
    /// Whether it deserves a look: repaired, or not certain.
    pub look: bool,
}
