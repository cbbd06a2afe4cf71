//! Web pages (WHATWG HTML), also as Word saves them and as one file with all that belongs to it (RFC 2557), read in
//! two steps: tags to a tree of elements, then what they mean.

mod body;
mod lists;
mod mime;
mod style;
mod table;
mod tree;

use crate::error::ReadError;
use crate::flow::Within;
use crate::support::{Feature, done, not, partly};
use crate::{Format, Options, decode};
use body::Body;
use tonghop_model::document::Document;

/// What is read of a web page.
pub(super) const SUPPORT: [Feature; 14] = [
    done("paragraphs, headings, line breaks, preformatted text; entities"),
    done("ends of elements that are left out or come too late"),
    done("ordered lists with their numbers (type, start, value, reversed); bullets"),
    done("lists of Word with their labels (mso-list), and as plain text in filtered pages"),
    done("tables with merged cells and captions, nested tables"),
    done("text of links; signs of notes left out, notes kept apart"),
    done("headers and footers of LibreOffice, apart"),
    done("scripts, styles, forms and comments left out, also conditional ones"),
    partly("hidden elements: left out, and said, where the element itself says that it is hidden"),
    partly("deleted text: left out, and said"),
    partly("Unicode and the encodings that plain text is read in, whatever the page says of itself"),
    not("looks from style sheets: hidden, bold, numbers of lists"),
    not("frames and pages that scripts write"),
    not("pictures"),
];

/// What is read of a web page in one file.
pub(super) const MHT_SUPPORT: [Feature; 4] = [
    done("all that is read of a web page"),
    done("parts in parts; quoted-printable, base64 and plain"),
    partly("the first page of the file; others in it are left out"),
    not("headers and footers, which Word keeps in a page of their own"),
];

/// Reads a page.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    page(bytes, Format::Html, options)
}

/// Reads a page in one file.
pub(super) fn read_mht(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    page(&mime::page(bytes).ok_or(ReadError::Damaged)?, Format::Mht, options)
}

fn page(bytes: &[u8], format: Format, options: &Options) -> Result<Document, ReadError> {
    let decode::Decoded { text, mut notices } = decode::text(bytes, options.letters)?;
    let tree = tree::parse(&text)?;
    let mut body = Body::default();
    let mut blocks = Vec::new();
    if let Some(root) = tree.root() {
        body.blocks(root, Within::Body, &mut blocks)?;
    }
    notices.extend(body.met.notices());
    Ok(Document { format, text: body.flow.finish(), blocks, margins: body.margins, notices, layout: None })
}
