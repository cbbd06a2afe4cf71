//! Tables of n + 1 places in ascending order and n entries of one size ("PLC", [MS-DOC] 2.2.2).

use crate::bytes::Bytes;

/// A table of places and entries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plc<'a> {
    bytes: Bytes<'a>,
    entry: usize,
    /// How many entries there are.
    pub count: usize,
}

impl<'a> Plc<'a> {
    /// The table that fills the bytes.
    pub fn new(bytes: Bytes<'a>, entry: usize) -> Self {
        let count = bytes.len().saturating_sub(4) / (4 + entry);
        Self { bytes, entry, count }
    }

    /// The place with the given index; there is one more of them than entries.
    pub fn place(self, index: usize) -> Option<usize> {
        if index > self.count { None } else { self.bytes.size(4 * index) }
    }

    /// The places between which an entry stands.
    pub fn range(self, index: usize) -> Option<std::ops::Range<usize>> {
        Some(self.place(index)?..self.place(index + 1)?)
    }

    /// The bytes of an entry.
    pub fn entry(self, index: usize) -> Option<Bytes<'a>> {
        if index >= self.count {
            return None;
        }
        self.bytes.slice(4 * (self.count + 1) + index * self.entry, self.entry)
    }
}
