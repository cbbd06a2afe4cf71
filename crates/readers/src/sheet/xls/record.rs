//! Records: a kind, a length, and bytes that may go on in further records.

use crate::bytes::Bytes;

/// A record with what continues it.
pub(super) struct Record {
    pub kind: u16,
    /// Its bytes, those of the records that continue it joined on.
    pub data: Vec<u8>,
    /// Where in `data` each further record begins.
    pub breaks: Vec<usize>,
}

/// The kind of records that continue another.
const CONTINUE: u16 = 0x003C;

/// The records of a stream; it ends where the stream does or breaks off.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    pub fn new(stream: &'s [u8]) -> Self {
        Self { rest: stream }
    }

    /// The kind and the bytes of the record that stands next, and what stands behind it.
    fn peek(&self) -> Option<(u16, &'s [u8], &'s [u8])> {
        let (head, behind) = self.rest.split_at_checked(4)?;
        let (data, behind) = behind.split_at_checked(usize::from(u16_at(head, 2)))?;
        Some((u16_at(head, 0), data, behind))
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let (kind, data, behind) = self.peek()?;
        self.rest = behind;
        let mut record = Record { kind, data: data.to_vec(), breaks: Vec::new() };
        while let Some((CONTINUE, data, behind)) = self.peek() {
            self.rest = behind;
            record.breaks.push(record.data.len());
            record.data.extend(data);
        }
        Some(record)
    }
}

/// A number of two bytes; 0 behind the end.
pub(super) fn u16_at(data: &[u8], at: usize) -> u16 {
    Bytes(data).u16(at).unwrap_or(0)
}

/// A number of four bytes; 0 behind the end.
pub(super) fn u32_at(data: &[u8], at: usize) -> u32 {
    u32::from(u16_at(data, at)) | u32::from(u16_at(data, at + 2)) << 16
}
