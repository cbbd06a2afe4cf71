//! Bytes to document: the format is told by content, then its reader is asked.
//!
//! A reader never fails for content that it can read in part: it returns the document and the findings.
//! Every reader keeps within bounds that no report comes near ([`MAX_BYTES`], [`MAX_TEXT`], [`MAX_BLOCKS`]),
//! works in time that is linear in the content, and never recurses on what the content nests.

mod docx;
mod line;
mod markdown;
mod package;
mod sniff;
mod text;
mod wording;
mod xml;

use super::document::Document;
use super::error::ReadError;
use sniff::Content;

/// The formats of report files that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Word since 2007.
    Docx,
    /// Word 97–2003.
    Doc,
    /// PDF.
    Pdf,
    /// `OpenDocument` text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
    /// A spreadsheet of any kind.
    Sheet,
}

impl Format {
    /// The name that the official knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "văn bản thuần (.txt)",
            Self::Markdown => "Markdown (.md)",
            Self::Docx => "Word (.docx)",
            Self::Doc => "Word 97–2003 (.doc)",
            Self::Pdf => "PDF",
            Self::Odt => "OpenDocument (.odt)",
            Self::Rtf => "RTF (.rtf)",
            Self::Html => "trang web (.html)",
            Self::Sheet => "bảng tính (.xls, .xlsx, .ods)",
        }
    }
}

/// The largest file that is looked at, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// The longest text that is read, in bytes; a report of a hundred pages has a fiftieth of it.
pub const MAX_TEXT: usize = 16 << 20;

/// The most paragraphs and cells that a document may have.
pub const MAX_BLOCKS: usize = 200_000;

/// Reads a document from the bytes of a file; `name` only tells Markdown from plain text.
///
/// # Errors
/// Where the content is of no readable format, or cannot be read at all.
pub fn document(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES });
    }
    let document = match sniff::content(bytes)? {
        Content::Text(decoded) => {
            if decoded.text.len() > MAX_TEXT {
                return Err(ReadError::TooLarge { limit: MAX_TEXT as u64 });
            }
            let mut document =
                if is_markdown(name) { markdown::read(decoded.text)? } else { text::read(decoded.text)? };
            document.findings.extend(decoded.finding);
            document
        }
        Content::Docx => docx::read(bytes)?,
        Content::Binary(format) => return Err(ReadError::NotYet(format)),
    };
    if document.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown")
}
