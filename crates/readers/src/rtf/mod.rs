//! Rich Text Format (version 1.9.1), read in two steps: the syntax (`token`), then what groups and words mean
//! (`reader`). It is read by own code because the labels of lists, the cells of tables and the fonts of runs, by which
//! old encodings are told, are what libraries leave out.

mod destination;
mod head;
mod letters;
mod reader;
mod state;
mod story;
mod token;

use crate::error::ReadError;
use crate::support::{Feature, done, not, partly};
use reader::Reader;
use tonghop_model::document::Document;

/// What is read of a document in Rich Text Format.
pub(super) const SUPPORT: [Feature; 14] = [
    done("letters in Unicode, Windows-1252 and Windows-1258, by the character set of their font"),
    done("text in TCVN3, VNI, VISCII and VPS, told by the font of each run, else by its words, and said"),
    done("headings by outline level or style"),
    done("list labels as the program that wrote the file printed them"),
    done("tables with merged cells, nested tables"),
    done("text boxes, footnotes and endnotes, behind the paragraph that they hang on"),
    done("results of fields; headers and footers, apart"),
    partly("recorded changes: read as accepted, and said"),
    partly("hidden text: left out, and said"),
    partly("symbols of fonts other than Symbol and Wingdings become bullets"),
    partly("other code pages are read as Windows-1252"),
    not("labels that the file does not give but leaves to be counted"),
    not("comments, pictures, embedded documents"),
    not("letters of East Asian code pages"),
];

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut reader = Reader::new();
    reader.read(token::tokens(bytes))?;
    reader.finish()
}
