//! PDF (ISO 32000): painted letters put back together from where they stand.
//!
//! A PDF has no paragraphs and no tables, only letters at places. `source` takes letters and rules out of the file,
//! `line` makes words and lines of them, `grid`, `table` and `columns` find what stands in columns, `margin` what repeats
//! from page to page, `paragraph` joins lines, `flow` puts the pages together, and `write` makes the document.

mod aligned;
mod columns;
mod flow;
mod grid;
mod line;
mod margin;
mod note;
mod page;
mod paragraph;
pub(super) mod picture;
mod source;
mod table;
mod write;

use crate::error::ReadError;
use crate::support::{Feature, done, not, partly};
use crate::{Format, Options, met};
use flow::Leaf;
use note::Notes;
use source::Source;
use tonghop_model::document::Document;
use write::Writer;

/// What is read of a PDF.
pub(super) const SUPPORT: [Feature; 15] = [
    done(
        "words and lines in reading order, from where the letters stand; letters of a fallback font in their places",
    ),
    done("broken lines joined to paragraphs, also over page breaks"),
    done("ruled tables with merged cells, also over page breaks, where a repeated head is left out"),
    done("tables without rules, of three columns or more with figures, also over page breaks"),
    done("letterheads and signatures in two columns, also over page breaks"),
    done("sheets that lie on their side"),
    done("text in TCVN3, VNI, VISCII and VPS, told by the names of fonts, else by its words, and said"),
    done("running heads, feet and page numbers, apart"),
    done("page and place of every word"),
    done("files with a password: an empty one opens at once, another one is asked for"),
    partly(
        "pages without text (scans) are named with their share, and nothing is made up; all pages can be looked at",
    ),
    partly("recognised text under a scan is read, and said"),
    partly("text in another direction than most of its page: left out, and quoted in what is said"),
    not("tables without rules of two columns, or without figures, which come as lines"),
    not("annotations, form fields, attached files"),
];

/// The most pages that are read; the longest reports have some two hundred.
const MAX_PAGES: usize = 2_000;

/// Reads a file.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    let mut source = Source::open(bytes, &options.password)?;
    if source.pages() > MAX_PAGES {
        return Err(ReadError::Hostile);
    }
    let mut notes = Notes::default();
    let mut leaves = Vec::new();
    for index in 0..source.pages() {
        let page = source.page(index)?;
        notes.add(index, &page);
        let (sheets, runs) = table::sheets(&grid::grids(&page.rules), page.runs, index);
        leaves.push(Leaf { size: page.size, lie: page.lie, lines: line::lines(&runs, index), sheets });
    }
    notes.refuse_scan()?;
    let mut writer = Writer::default();
    writer.layout.pages = leaves.iter().map(|leaf| leaf.lie.size()).collect();
    writer.lies = leaves.iter().map(|leaf| leaf.lie).collect();
    let (blocks, margins) = flow::write(leaves, &mut writer)?;
    let Writer { text, layout, converted, .. } = writer;
    let notices = notes.notices().chain(met::converted(&converted)).collect();
    Ok(Document { format: Format::Pdf, text, blocks, margins, notices, layout: Some(layout) })
}
