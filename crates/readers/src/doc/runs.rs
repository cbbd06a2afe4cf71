//! Where which properties hold: pages of 512 bytes with runs of the main stream ([MS-DOC] 2.9.33, 2.9.175).

use std::ops::Range;

use super::plc::Plc;
use crate::bytes::Bytes;
use crate::error::ReadError;

/// The size of a page.
const PAGE: usize = 512;

/// The most runs of a document; a report of a hundred pages has a hundredth of it.
const MAX_RUNS: usize = 1_000_000;

/// Runs of the main stream in ascending order.
#[derive(Debug, Default)]
pub(super) struct Runs<'a> {
    runs: Vec<Run<'a>>,
}

/// A run of characters or of paragraphs.
#[derive(Clone, Debug)]
pub(super) struct Run<'a> {
    /// The bytes of the main stream that it covers.
    pub range: Range<usize>,
    /// The properties of its characters; of paragraphs, behind the number of their style.
    pub properties: Bytes<'a>,
}

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Characters,
    Paragraphs,
}

impl<'a> Runs<'a> {
    /// Reads the runs of all pages that a table names.
    ///
    /// # Errors
    /// Where there are more than any report has.
    pub fn read(main: Bytes<'a>, table: Bytes, kind: Kind) -> Result<Self, ReadError> {
        let table = Plc::new(table, 4);
        let mut runs = Vec::new();
        for index in 0..table.count {
            let number = table.entry(index).and_then(|entry| entry.size(0)).map(|number| number & 0x3F_FFFF);
            let page = number.and_then(|number| main.slice(number * PAGE, PAGE));
            let Some(page) = page else { continue };
            let count = usize::from(page.0[PAGE - 1]);
            runs.extend((0..count).filter_map(|index| run(page, count, index, kind)));
            if runs.len() > MAX_RUNS {
                return Err(ReadError::Hostile);
            }
        }
        runs.sort_by_key(|run: &Run| run.range.start);
        Ok(Self { runs })
    }

    /// The run that covers a place in the main stream.
    pub fn at(&self, place: usize) -> Option<&Run<'a>> {
        let index = self.runs.partition_point(|run| run.range.start <= place);
        self.runs.get(index.checked_sub(1)?).filter(|run| place < run.range.end)
    }
}

fn run(page: Bytes<'_>, count: usize, index: usize, kind: Kind) -> Option<Run<'_>> {
    let range = page.size(4 * index)?..page.size(4 * index + 4)?;
    let offsets = 4 * (count + 1);
    let entry = if kind == Kind::Characters { 1 } else { 13 };
    let at = 2 * usize::from(page.u8(offsets + index * entry)?);
    let properties = match (at, kind) {
        (0, _) => Some(Bytes(&[][..])),
        (at, Kind::Characters) => page.slice(at + 1, usize::from(page.u8(at)?)),
        // The length counts pairs of bytes; an odd one stands behind a zero.
        (at, Kind::Paragraphs) => match page.u8(at)? {
            0 => page.slice(at + 2, 2 * usize::from(page.u8(at + 1)?)),
            pairs => page.slice(at + 1, 2 * usize::from(pairs) - 1),
        },
    };
    (range.start < range.end).then_some(Run { range, properties: properties.unwrap_or(Bytes(&[])) })
}
