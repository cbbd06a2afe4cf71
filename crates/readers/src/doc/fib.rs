//! The head of the main stream: which version wrote the file, where its parts are ([MS-DOC] 2.5).

use crate::bytes::Bytes;
use crate::error::ReadError;

/// The first version whose head has the form that is read here: Word 97.
const WORD_97: u16 = 0x00C1;

/// What the head says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fib<'a> {
    bytes: Bytes<'a>,
    /// The name of the stream that holds the tables.
    pub table: &'static str,
}

/// The tables that are read, by their index in the list of places ([MS-DOC] 2.5.6).
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Styles = 1,
    FootnoteRefs = 2,
    FootnoteTexts = 3,
    Headers = 11,
    CharacterRuns = 12,
    ParagraphRuns = 13,
    Fonts = 15,
    Pieces = 33,
    Shapes = 40,
    EndnoteRefs = 46,
    EndnoteTexts = 47,
    TextBoxes = 56,
    Lists = 73,
    ListOverrides = 74,
}

/// The stories of the text, which stand one after the other ([MS-DOC] 2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Story {
    Main = 0,
    Footnotes = 1,
    Headers = 2,
    Endnotes = 5,
    TextBoxes = 6,
}

impl<'a> Fib<'a> {
    /// Reads the head of the main stream.
    ///
    /// # Errors
    /// Where the file has a password, is of a version before 1997, or is no document.
    pub fn read(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let bytes = Bytes(bytes);
        let (ident, version) = (bytes.u16(0).ok_or(ReadError::Damaged)?, bytes.u16(2).ok_or(ReadError::Damaged)?);
        if !matches!(ident, 0xA5EC | 0xA5DC | 0xA5DB) {
            return Err(ReadError::Damaged);
        }
        if ident != 0xA5EC || version < WORD_97 {
            return Err(ReadError::BeforeWord97);
        }
        let flags = bytes.u16(0x0A).ok_or(ReadError::Damaged)?;
        if flags & 0x0100 != 0 {
            return Err(ReadError::Locked);
        }
        Ok(Self { bytes, table: if flags & 0x0200 == 0 { "0Table" } else { "1Table" } })
    }

    /// Where a part stands in the stream of tables, and how long it is; `None` where there is none.
    pub fn part(&self, part: Part) -> Option<(usize, usize)> {
        let at = 0x9A + 8 * part as usize;
        let (start, len) = (self.bytes.size(at)?, self.bytes.size(at + 4)?);
        (len > 0).then_some((start, len))
    }

    /// The positions of the characters of a story.
    pub fn story(&self, story: Story) -> std::ops::Range<usize> {
        let len = |story: usize| self.bytes.size(0x4C + 4 * story).unwrap_or(0);
        let start = (0..story as usize).fold(0, |sum: usize, story| sum.saturating_add(len(story)));
        start..start.saturating_add(len(story as usize))
    }
}
