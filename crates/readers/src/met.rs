//! What readers meet on the way and have to tell of: what is left out, what is converted, what is damaged.

use tonghop_model::notice::Notice;
use tonghop_model::vietnamese::legacy::{Converted, Detected};

/// What was met and left out, or converted.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    /// Whether changes are recorded in the document.
    pub changes: bool,
    /// How many stretches of text are hidden.
    pub hidden: usize,
    /// What was converted from the encodings of old fonts.
    pub converted: Converted,
}

impl Met {
    /// What there is to say of it.
    pub fn notices(&self) -> impl Iterator<Item = Notice> + '_ {
        let changes = self.changes.then_some(Notice::RecordedChanges);
        let hidden = (self.hidden > 0).then_some(Notice::HiddenText { stretches: self.hidden });
        changes.into_iter().chain(hidden).chain(converted(&self.converted))
    }
}

/// What of a file is damaged that was read all the same.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Damage {
    /// Whether the content breaks off.
    pub cut: bool,
    /// Whether the list of the file's parts is missing.
    pub salvaged: bool,
    /// Whether a part other than the content is damaged.
    pub parts: bool,
}

impl Damage {
    /// What there is to say of it.
    pub fn notices(self) -> impl Iterator<Item = Notice> {
        let cut = self.cut.then_some(Notice::CutOff);
        let salvaged = self.salvaged.then_some(Notice::Salvaged);
        cut.into_iter().chain(salvaged).chain(self.parts.then_some(Notice::DamagedParts))
    }
}

/// What there is to say of letters that were converted by the names of their fonts: a notice an encoding.
pub(super) fn converted(converted: &Converted) -> impl Iterator<Item = Notice> + '_ {
    converted.each().map(|(encoding, letters)| Notice::ConvertedByFont { encoding, letters })
}

/// What there is to say of a text without fonts in which an encoding was found; it is converted where that is sure.
pub(super) fn told(detected: Detected) -> Notice {
    let (encoding, percent) = (detected.encoding, detected.certainty / 10);
    if detected.is_sure() {
        Notice::ConvertedByWords { encoding, percent }
    } else {
        Notice::Suspected { encoding, percent }
    }
}
