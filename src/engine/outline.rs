//! Document to header and numbered sections.

use jiff::civil::Date;

use super::document::Document;
use super::span::Span;
use super::vietnamese::period::Period;

/// What the head and foot of a report say of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The issuing agency ("Sở Thông tin và Truyền thông").
    pub agency: Option<String>,
    /// The province ("Trà Vinh").
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
}

/// A numbered section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The number as it is printed, without its dot ("I", "6.1", "a"); "*" for a starred heading.
    pub number: String,
    /// The title.
    pub title: String,
    /// How deep it stands, 1 outermost.
    pub level: u8,
    /// Where the heading stands.
    pub span: Span,
    /// The index of the heading's paragraph among [`Document::paragraphs`].
    pub paragraph: usize,
    /// The index behind the section's last paragraph.
    pub end: usize,
}

/// The numbered sections of a document, in order.
pub fn sections(document: &Document) -> Vec<Section> {
    let _ = document;
    Vec::new()
}

/// What the head and foot of the document say.
pub fn header(document: &Document, sections: &[Section]) -> Header {
    let _ = (document, sections);
    Header::default()
}
