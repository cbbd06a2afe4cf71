//! Document to header and numbered sections.

mod agency;
mod case;
mod head;
mod heading;
mod letterhead;
mod mention;
mod named;
mod signature;
#[cfg(test)]
mod tests;
mod title;

use jiff::civil::Date;

use crate::line::Line;
pub use mention::{Issue, Mention, Role};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;

/// What the head and foot of a report say of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The issuing agency ("Sở Thông tin và Truyền thông").
    pub agency: Option<String>,
    /// The province ("Hòa Bình").
    pub province: Option<String>,
    /// The number as it is printed behind "Số:" ("953/BC-STTTT").
    pub number: Option<String>,
    /// The date of issue.
    pub issued: Option<Date>,
    /// The period that is reported on; its kind is the report's kind.
    pub period: Option<Period>,
    /// The period that is planned.
    pub plan_period: Option<Period>,
    /// Who signed.
    pub signer: Option<String>,
    /// Where the period was read.
    pub period_span: Option<Span>,
    /// Where the number was read.
    pub number_span: Option<Span>,
    /// The date of issue as far as it is filled in, with its place.
    pub issue: Option<Issue>,
    /// Every place that says which period is reported on or planned, title first.
    pub mentions: Vec<Mention>,
    /// Where the title names a length of time that is not consolidated, such as a week.
    pub other_period: Option<Span>,
}

/// A numbered section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The number as it is printed, without its dot ("I", "6.1", "a"); "*" for a starred heading, empty for one without
    /// a label.
    pub number: String,
    /// What its label is; `None` where it has none.
    pub kind: Option<crate::line::label::Kind>,
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

/// What the head and foot of the document say.
pub fn header(lines: &[Line], sections: &[Section]) -> Header {
    head::header(lines, sections)
}

/// The numbered sections of a document, in order.
pub fn sections(lines: &[Line]) -> Vec<Section> {
    heading::sections(lines, title::block(lines).end)
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
