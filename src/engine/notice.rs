//! What a reader noticed on the way: parts left out, damage that was passed over, letters that were converted.
//!
//! A notice is a code with its data and no sentence, so that whoever uses a reader can say it in words of their own. It
//! has no place in the text: what it is about was left out of the text, or is the file as a whole.

use super::finding::Severity;
use super::format::Format;
use super::vietnamese::legacy::Encoding;

/// Something that a reader noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The name of the file ends as those of another format do; it was read by its content.
    OtherFormat {
        /// The ending, in lower case, without its point.
        ending: String,
        /// The format of the content.
        format: Format,
    },
    /// Some characters are broken and were read as U+FFFD.
    BrokenLetters {
        /// How many.
        count: usize,
    },
    /// Text in fonts of an encoding from before Unicode was converted.
    ConvertedByFont {
        /// The encoding that the names of the fonts told.
        encoding: Encoding,
        /// How many letters were converted.
        letters: usize,
    },
    /// The text was converted from an encoding that its words told.
    ConvertedByWords {
        /// The encoding.
        encoding: Encoding,
        /// How sure it is, in percent.
        percent: u16,
    },
    /// The words raise the suspicion of an encoding and do not prove it, so that the text was kept as it is.
    Suspected {
        /// The encoding.
        encoding: Encoding,
        /// How sure it is, in percent.
        percent: u16,
    },
    /// The text was read in the encoding that the caller chose.
    ConvertedAsChosen {
        /// The encoding.
        encoding: Encoding,
    },
    /// The letters were kept as they are, as the caller chose.
    KeptAsChosen,
    /// The content breaks off, or is malformed from some place on; it was read up to there.
    CutOff,
    /// A part of the file other than its content is damaged: styles, numbering, notes, headers.
    DamagedParts,
    /// The list of the file's parts is missing, and the parts were found without it.
    Salvaged,
    /// A part of what stands on these pages could not be read.
    DamagedPages {
        /// The pages, from 1.
        pages: Vec<usize>,
    },
    /// Changes are recorded in the document, which was read as if all were accepted.
    RecordedChanges,
    /// Hidden text was left out.
    HiddenText {
        /// How many stretches of it.
        stretches: usize,
    },
    /// Hidden sheets were left out.
    HiddenSheets {
        /// Their names.
        names: Vec<String>,
    },
    /// Hidden rows and columns with text were left out.
    HiddenLines {
        /// How many.
        count: usize,
    },
    /// Formulas of a sheet were never computed; their cells are empty.
    NoResult {
        /// How many.
        formulas: usize,
    },
    /// The sheets have more cells than are read; those behind were left out.
    TooManyCells,
    /// Some pages have no letters: scans, or blank pages.
    NoText {
        /// The pages, from 1.
        pages: Vec<usize>,
        /// How many pages the file has.
        of: usize,
    },
    /// The letters of some pages lie unseen under a picture: a machine recognised them in a scan.
    Recognised {
        /// The pages, from 1.
        pages: Vec<usize>,
    },
    /// Text that is written in another direction than the rest of its page was left out.
    OtherDirection {
        /// The pages, from 1, each with that text.
        texts: Vec<(usize, String)>,
    },
}

impl Notice {
    /// A short stable name of what was noticed. Some share one, where the same is to be done about them.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherFormat { .. } => "other-format",
            Self::BrokenLetters { .. } => "encoding",
            Self::ConvertedByFont { .. }
            | Self::ConvertedByWords { .. }
            | Self::Suspected { .. }
            | Self::ConvertedAsChosen { .. }
            | Self::KeptAsChosen => "legacy-encoding",
            Self::CutOff | Self::DamagedParts | Self::Salvaged | Self::DamagedPages { .. } => "damaged",
            Self::RecordedChanges => "tracked-changes",
            Self::HiddenText { .. } | Self::HiddenLines { .. } => "hidden-text",
            Self::HiddenSheets { .. } => "hidden-sheets",
            Self::NoResult { .. } => "no-result",
            Self::TooManyCells => "too-many-cells",
            Self::NoText { .. } => "scan",
            Self::Recognised { .. } => "ocr",
            Self::OtherDirection { .. } => "other-direction",
        }
    }

    /// How serious it is: a warning where something is missing or may be wrong that figures can stand in.
    pub fn severity(&self) -> Severity {
        match self {
            Self::OtherFormat { .. }
            | Self::ConvertedByFont { .. }
            | Self::ConvertedByWords { .. }
            | Self::ConvertedAsChosen { .. }
            | Self::KeptAsChosen
            | Self::RecordedChanges
            | Self::HiddenText { .. }
            | Self::HiddenSheets { .. }
            | Self::HiddenLines { .. } => Severity::Info,
            Self::OtherDirection { texts } if !texts.iter().any(|(_, text)| has_figure(text)) => Severity::Info,
            _ => Severity::Warning,
        }
    }
}

fn has_figure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}
