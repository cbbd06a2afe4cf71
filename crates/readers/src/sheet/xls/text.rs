//! Texts of records: letters of one or two bytes, told by a flag that may change where a record goes on (2.5.293).

use super::record::{Record, u16_at, u32_at};
use crate::decode;

/// A text whose length takes one byte.
pub(super) fn short(data: &[u8]) -> String {
    let mut reader = Reader { data, breaks: &[], at: 1 };
    reader.letters(usize::from(data.first().copied().unwrap_or(0)))
}

/// A text whose length takes two bytes.
pub(super) fn long(data: &[u8]) -> String {
    let mut reader = Reader { data, breaks: &[], at: 2 };
    reader.letters(usize::from(u16_at(data, 0)))
}

/// The table of texts that cells refer to (2.4.265).
pub(super) fn table(record: &Record) -> Vec<String> {
    let mut reader = Reader { data: &record.data, breaks: &record.breaks, at: 8 };
    let mut texts = Vec::new();
    while reader.at < record.data.len() {
        texts.push(reader.item());
    }
    texts
}

struct Reader<'r> {
    data: &'r [u8],
    /// Where the record goes on in another one.
    breaks: &'r [usize],
    at: usize,
}

impl Reader<'_> {
    fn item(&mut self) -> String {
        let len = usize::from(u16_at(self.data, self.at));
        let flags = self.data.get(self.at + 2).copied().unwrap_or(0);
        // Looks and readings of parts of the text stand behind it; their lengths stand before it.
        let mut head = self.at + 3;
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += usize::from(u16_at(self.data, head)) * 4;
            head += 2;
        }
        if flags & 4 != 0 {
            behind += usize::try_from(u32_at(self.data, head)).unwrap_or(0);
            head += 4;
        }
        self.at = head;
        let text = self.read(len, flags & 1 != 0);
        self.at = self.at.saturating_add(behind);
        text
    }

    /// Letters behind a byte of flags.
    fn letters(&mut self, len: usize) -> String {
        let wide = self.data.get(self.at).is_some_and(|flags| flags & 1 != 0);
        self.at += 1;
        self.read(len, wide)
    }

    fn read(&mut self, len: usize, mut wide: bool) -> String {
        let mut units = Vec::new();
        while units.len() < len && self.at < self.data.len() {
            // Where letters go on in another record, a byte of flags stands before them.
            if self.breaks.binary_search(&self.at).is_ok() {
                wide = self.data[self.at] & 1 != 0;
                self.at += 1;
            }
            if wide {
                units.push(u16_at(self.data, self.at));
                self.at += 2;
            } else {
                units.push(u16::from(self.data.get(self.at).copied().unwrap_or(0)));
                self.at += 1;
            }
        }
        decode::units(units.into_iter())
    }
}
