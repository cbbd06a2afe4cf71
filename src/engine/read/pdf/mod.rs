//! PDF (ISO 32000): painted letters put back together from where they stand.
//!
//! A PDF has no paragraphs and no tables, only letters at places. `source` takes letters and rules out of the file,
//! `line` makes words and lines of them, `paragraph` joins lines, and `write` makes the document.

#![allow(dead_code, reason = "rules and fonts are for tables and legacy fonts")]

mod line;
mod margin;
mod note;
mod page;
mod paragraph;
mod source;
mod write;

use super::super::document::{Block, Document};
use super::super::error::ReadError;
use super::Format;
use super::support::{Feature, done, not, partly};
use margin::Parted;
use note::Notes;
use paragraph::Setting;
use source::Source;
use write::Writer;

/// What is read of a PDF.
pub(super) const SUPPORT: [Feature; 8] = [
    done(
        "words and lines in reading order, from where the letters stand; letters of a fallback font in their places",
    ),
    done("broken lines joined to paragraphs, also over page breaks"),
    done("running heads, feet and page numbers, apart"),
    done("page and place of every word"),
    partly("pages without text (scans) are named, and nothing is made up; a file of such pages is refused"),
    partly("recognised text under a scan is read, and said"),
    not("files with a password, which are refused; an empty password opens"),
    not("annotations, form fields, attached files"),
];

/// The most pages that are read; the longest reports have some two hundred.
const MAX_PAGES: usize = 2_000;

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut source = Source::open(bytes)?;
    if source.pages() > MAX_PAGES {
        return Err(ReadError::Hostile);
    }
    let mut writer = Writer::default();
    let mut notes = Notes::default();
    let mut pages = Vec::new();
    for index in 0..source.pages() {
        let page = source.page(index)?;
        notes.add(index, &page);
        writer.layout.pages.push(page.size);
        pages.push((line::lines(&page.runs.iter().collect::<Vec<_>>(), index), page.size.1));
    }
    notes.refuse_scan()?;
    let parted = margin::part(pages);
    let (mut lines, mut margins) = (Vec::new(), Vec::new());
    for Parted { body, margin } in parted {
        lines.extend(body);
        margins.extend(margin);
    }
    let mut blocks = Vec::new();
    let setting = Setting::of(&lines).unwrap_or_default();
    for paragraph in paragraph::paragraphs(lines, setting) {
        blocks.extend(writer.paragraph(&paragraph, '\n')?.map(Block::Paragraph));
    }
    let mut apart = Vec::new();
    for margin in margins {
        apart.extend(writer.paragraph(&[margin], '\n')?);
    }
    let Writer { text, layout, .. } = writer;
    let findings = notes.findings();
    Ok(Document { format: Format::Pdf, text, blocks, margins: apart, findings, layout: Some(layout) })
}
