//! Document to header and numbered sections.

mod head;
pub mod label;
mod names;
mod title;

use jiff::civil::Date;

use super::numeral::line::{Line, TokenKind};
use super::span::Span;
use super::vietnamese::lexicon::LEXICON;
use super::vietnamese::period::Period;
use crate::engine::document::{Place, Role};

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
    /// The index of the heading's paragraph among the document's paragraphs.
    pub paragraph: usize,
    /// The index behind the section's last paragraph.
    pub end: usize,
    /// Whether it plans: its figures are not results.
    pub plan: bool,
}

/// What the head and foot of the document say.
pub fn header(lines: &[Line<'_>], sections: &[Section]) -> Header {
    head::header(lines, sections)
}

/// The numbered sections of a document, in order.
pub fn sections(lines: &[Line<'_>]) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(label) = label::read(line).filter(|label| is_heading(line, label)) else { continue };
        let inner = found.last().map_or(1, |last| if last.number == "*" { last.level } else { last.level + 1 });
        let level = if label.level == 0 { inner } else { label.level };
        let title = line.text(label.tokens..line.tokens.len());
        let inherited = found.iter().rev().find(|outer| outer.level < level).is_some_and(|outer| outer.plan);
        found.push(Section {
            title: title.trim_end_matches(['.', ':', ' ']).to_owned(),
            plan: inherited || level == 1 && is_plan(line, label.tokens),
            number: label.number,
            level,
            span: line.paragraph.text.whole(),
            paragraph: index,
            end: lines.len(),
        });
    }
    for i in 0..found.len() {
        let next = found[i + 1..].iter().find(|next| next.level <= found[i].level).map(|next| next.paragraph);
        found[i].end = next.unwrap_or(lines.len());
    }
    found
}

/// The sections around a paragraph, outermost first.
pub fn path(sections: &[Section], paragraph: usize) -> impl Iterator<Item = &Section> {
    sections.iter().filter(move |section| section.paragraph <= paragraph && paragraph < section.end)
}

/// Whether a labelled paragraph heads a section and is not an item of a list or a row of a table.
///
/// A heading is told by its format, or by being a short phrase; an item is a sentence.
fn is_heading(line: &Line<'_>, label: &label::Label) -> bool {
    if line.place != Place::Body || line.tokens.len() <= label.tokens {
        return false;
    }
    let marked = matches!(line.paragraph.role, Role::Heading(_)) || line.paragraph.bold;
    let words = line.tokens.iter().filter(|token| token.kind != TokenKind::Mark(',')).count();
    let ends = line.tokens.last().map(|last| last.kind);
    let sentence =
        matches!(ends, Some(TokenKind::Mark('.' | ';'))) || line.tokens.iter().any(|token| token.is_mark(';'));
    match label.level {
        0 => label.number == "*" && !sentence && words <= 20 && !line.tokens.iter().any(|token| token.is_mark(':')),
        1 => true,
        _ => marked || (!sentence && words <= 60),
    }
}

fn is_plan(line: &Line<'_>, from: usize) -> bool {
    (from..line.tokens.len()).take(8).any(|at| line.any_at(at, &LEXICON.plan))
        && !(from..line.tokens.len()).any(|at| line.is_word(at, "kết") && line.is_word(at + 1, "quả"))
}
