//! Bytes to document: the format is told by content, then its reader is asked.
//!
//! A reader never fails for content that it can read in part: it returns the document, and notices ([`Notice`]) of
//! what it had to pass over: codes with their data, whose sentences are made elsewhere.
//! Every reader keeps within bounds that no report comes near ([`MAX_BYTES`], [`MAX_TEXT`], [`MAX_BLOCKS`]),
//! works in time that is linear in the content, and never recurses on what the content nests.
//! [`READERS`] is the one table of formats: to read another format is to write its reader and its line there.
//!
#![doc = include_str!("../README.md")]

mod bytes;
mod compound;
mod count;
mod decode;
mod doc;
mod docx;
pub mod error;
mod flow;
mod html;
mod line;
mod long;
mod markdown;
mod met;
mod odt;
mod options;
mod package;
mod pdf;
mod recode;
mod rows;
mod rtf;
mod sheet;
mod sniff;
mod support;
mod symbol;
mod text;
mod wording;
mod xml;

pub use crate::error::ReadError;
pub use options::{Letters, Options};
pub use pdf::picture::{Picture, picture};
pub use support::{Degree, Feature};
pub use tonghop_model::document::Document;
pub use tonghop_model::foreign::Foreign;
pub use tonghop_model::format::Format;
pub use tonghop_model::notice::Notice;
pub use tonghop_model::vietnamese::legacy::Encoding;

/// A format with its reader.
#[derive(Debug)]
pub struct Reader {
    /// The format.
    pub format: Format,
    /// What the reader can do.
    pub support: &'static [Feature],
    /// Bytes to document; `None` where there is no reader yet.
    read: Option<Read>,
}

/// What a reader does with the bytes of a file, and with what the official says of it where that matters to it.
#[derive(Clone, Copy, Debug)]
enum Read {
    Bytes(fn(&[u8]) -> Result<Document, ReadError>),
    Asked(fn(&[u8], &Options) -> Result<Document, ReadError>),
}

/// Every format that is known, in the order of [`Format::ALL`].
pub const READERS: [Reader; 12] = [
    Reader { format: Format::Text, support: &text::SUPPORT, read: Some(Read::Asked(text::read)) },
    Reader { format: Format::Markdown, support: &markdown::SUPPORT, read: Some(Read::Asked(markdown::read)) },
    Reader { format: Format::Docx, support: &docx::SUPPORT, read: Some(Read::Bytes(docx::read)) },
    Reader { format: Format::Doc, support: &doc::SUPPORT, read: Some(Read::Bytes(doc::read)) },
    Reader { format: Format::Rtf, support: &rtf::SUPPORT, read: Some(Read::Bytes(rtf::read)) },
    Reader { format: Format::Odt, support: &odt::SUPPORT, read: Some(Read::Bytes(odt::read)) },
    Reader { format: Format::Pdf, support: &pdf::SUPPORT, read: Some(Read::Asked(pdf::read)) },
    Reader { format: Format::Html, support: &html::SUPPORT, read: Some(Read::Asked(html::read)) },
    Reader { format: Format::Mht, support: &html::MHT_SUPPORT, read: Some(Read::Asked(html::read_mht)) },
    Reader { format: Format::Xlsx, support: &sheet::XLSX_SUPPORT, read: Some(Read::Bytes(sheet::read_xlsx)) },
    Reader { format: Format::Xls, support: &sheet::XLS_SUPPORT, read: Some(Read::Bytes(sheet::read_xls)) },
    Reader { format: Format::Ods, support: &sheet::ODS_SUPPORT, read: Some(Read::Bytes(sheet::read_ods)) },
];

/// The reader of a format.
fn reader(format: Format) -> &'static Reader {
    // The table stands in the order of the variants, which a test checks.
    const { &READERS }.get(format as usize).unwrap_or(const { &READERS[0] })
}

/// The largest file that is looked at, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// The longest text that is read, in bytes; a report of a hundred pages has a fiftieth of it.
pub const MAX_TEXT: usize = 16 << 20;

/// The most paragraphs and cells that a document may have.
pub const MAX_BLOCKS: usize = 200_000;

/// Reads a document from the bytes of a file; `name` tells Markdown from plain text, and is compared with the format.
///
/// # Errors
/// Where the content is of no readable format, or cannot be read at all.
pub fn document(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    document_with(name, bytes, &Options::default())
}

/// As [`document`], with what the official says of the file.
///
/// # Errors
/// As [`document`].
pub fn document_with(name: &str, bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES });
    }
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    let format = match sniff::format(bytes)? {
        Format::Text if Format::of_ending(&ending) == Some(Format::Markdown) => Format::Markdown,
        format => format,
    };
    let mut document = match reader(format).read.ok_or(ReadError::NotYet(format))? {
        Read::Bytes(read) => read(bytes),
        Read::Asked(read) => read(bytes, options),
    }?;
    document.notices.extend(misnamed(&ending, format));
    // Text is decoded before it is read, so that its offsets count in what is decoded.
    if !matches!(format, Format::Text | Format::Markdown) {
        recode::recode(&mut document, options.letters);
    }
    long::cut(&mut document);
    if document.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

/// What is said where the ending of the name is that of another format than the content shows.
fn misnamed(ending: &str, format: Format) -> Option<Notice> {
    (Format::of_ending(ending)? != format).then(|| Notice::OtherFormat { ending: ending.to_owned(), format })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_formats() {
        assert_eq!(READERS.map(|reader| reader.format), Format::ALL);
    }

    #[test]
    fn a_reader_says_what_it_can_do() {
        for reader in &READERS {
            assert_eq!(reader.read.is_some(), !reader.support.is_empty(), "{:?}", reader.format);
        }
    }

    #[test]
    fn another_ending_than_the_content_is_said() {
        let says = |name: &str| document(name, "Đạt 12 hồ sơ.".as_bytes()).map(|document| document.notices.len());
        assert_eq!(says("a.txt"), Ok(0));
        assert_eq!(says("a.md"), Ok(0));
        assert_eq!(says("báo cáo tháng 3.2022"), Ok(0));
        assert_eq!(says("a.DOC"), Ok(1));
    }
}
