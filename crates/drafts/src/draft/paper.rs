//! The draft as a whole: its head, its sections, its foot, and what is open.

use super::passage::Passage;
use tonghop_model::vietnamese::period::Period;

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
