//! The numbered sections of a report, each within the one around it.

use crate::line::label::Kind;
use tonghop_model::span::Span;

/// A numbered section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The number as it is printed, without its dot ("I", "6.1", "a"); "*" for a starred heading, empty for one without
    /// a label.
    pub number: String,
    /// What its label is; `None` where it has none.
    pub kind: Option<Kind>,
    /// The title.
    pub title: String,
    /// How deep it stands, 1 outermost.
    pub level: u8,
    /// Where the heading stands.
    pub span: Span,
    /// The index of the heading's paragraph among the document's paragraphs; where label and title stand apart, the
    /// title's.
    pub paragraph: usize,
    /// The index behind the section's last paragraph.
    pub end: usize,
    /// The index of the section around it among the sections.
    pub parent: Option<usize>,
    /// Whether it plans: its figures are not results.
    pub plan: bool,
}

/// The sections around a paragraph, outermost first.
pub fn path(sections: &[Section], paragraph: usize) -> impl DoubleEndedIterator<Item = &Section> {
    let mut at = sections.partition_point(|section| section.paragraph <= paragraph).checked_sub(1);
    let mut found = Vec::new();
    while let Some(section) = at.and_then(|at| sections.get(at)) {
        if paragraph < section.end {
            found.push(section);
        }
        at = section.parent;
    }
    found.into_iter().rev()
}
