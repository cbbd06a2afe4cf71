//! The container of the old Office formats: a file system within a file ([MS-CFB]).
//!
//! Only what a reader needs is here: the streams of the outermost storage. A file whose chains of sectors are broken
//! gives the part of a stream before the break, which is why this is no library: those that are well kept refuse such a
//! file as a whole.

use crate::bytes::Bytes;
use crate::error::ReadError;

/// The bytes that every such file begins with.
pub(super) const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The number of an entry that stands for none.
const NO_ENTRY: u32 = 0xFFFF_FFFF;

/// The size of an entry of the directory.
const ENTRY: usize = 128;

/// The shortest stream that has sectors of its own.
const SHORT: usize = 4096;

/// An open container.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: Bytes<'a>,
    /// The size of a sector as a power of two.
    shift: u32,
    /// The sector behind each sector.
    next: Vec<u32>,
    /// The same for the small sectors that short streams are kept in.
    next_small: Vec<u32>,
    /// The size of a small sector as a power of two.
    small_shift: u32,
    /// The stream that the small sectors are cut from.
    small: Vec<u8>,
    streams: Vec<Stream>,
}

/// A stream of the outermost storage.
#[derive(Debug)]
struct Stream {
    name: String,
    start: u32,
    len: usize,
}

impl<'a> Compound<'a> {
    /// Opens a container.
    ///
    /// # Errors
    /// Where its head or its directory is missing.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Self::parse(Bytes(bytes)).ok_or(ReadError::Damaged)
    }

    fn parse(bytes: Bytes<'a>) -> Option<Self> {
        let shift = u32::from(bytes.u16(0x1E)?);
        let small_shift = u32::from(bytes.u16(0x20)?);
        if !bytes.0.starts_with(MAGIC) || !(7..=16).contains(&shift) || !(4..=shift).contains(&small_shift) {
            return None;
        }
        let mut file = Self {
            bytes,
            shift,
            next: Vec::new(),
            next_small: Vec::new(),
            small_shift,
            small: Vec::new(),
            streams: Vec::new(),
        };
        file.next = file.table();
        file.next_small = numbers(&file.chain(bytes.u32(0x3C)?, usize::MAX));
        let directory = file.chain(bytes.u32(0x30)?, usize::MAX);
        let directory = Bytes(&directory);
        let root = directory.slice(0, ENTRY)?;
        file.small = file.chain(root.u32(116)?, root.size(120)?);
        file.streams = streams(directory, root.u32(76)?);
        Some(file)
    }

    /// The names of the streams of the outermost storage.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.streams.iter().map(|stream| stream.name.as_str())
    }

    /// The bytes of a stream of the outermost storage; `None` where there is none of that name.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let stream = self.streams.iter().find(|stream| stream.name.eq_ignore_ascii_case(name))?;
        Some(if stream.len < SHORT {
            let sector = |number: usize| part(&self.small, number, self.small_shift);
            chain(&self.next_small, stream.start, stream.len, sector)
        } else {
            self.chain(stream.start, stream.len)
        })
    }

    /// The table of sectors, put together from the sectors that the head and its continuations list.
    fn table(&self) -> Vec<u32> {
        let mut listed = numbers(self.bytes.slice(0x4C, 4 * 109).map_or(&[], |list| list.0));
        let mut more = self.bytes.u32(0x44).unwrap_or(NO_ENTRY);
        // A continuation ends with the number of the next one; none can be met twice.
        for _ in 0..self.bytes.len() >> self.shift {
            let Some(list) = usize::try_from(more).ok().and_then(|number| self.sector(number)) else { break };
            let mut list = numbers(list);
            more = list.pop().unwrap_or(NO_ENTRY);
            listed.extend(list);
        }
        // As many sectors as the file has; damaged lists may name one again and again.
        let most = (self.bytes.len() >> self.shift) + 1;
        let sectors = listed.into_iter().filter_map(|number| self.sector(usize::try_from(number).ok()?));
        sectors.take(most).flat_map(numbers).take(most).collect()
    }

    fn sector(&self, number: usize) -> Option<&'a [u8]> {
        part(self.bytes.0, number.checked_add(1)?, self.shift)
    }

    fn chain(&self, start: u32, len: usize) -> Vec<u8> {
        chain(&self.next, start, len, |number| self.sector(number))
    }
}

/// The part with the given number; the last one may be cut.
fn part(bytes: &[u8], number: usize, shift: u32) -> Option<&[u8]> {
    let size = 1_usize << shift;
    let start = number.checked_mul(size)?;
    let part = bytes.get(start..bytes.len().min(start.checked_add(size)?))?;
    (!part.is_empty()).then_some(part)
}

/// The bytes of a chain of sectors, up to its end, its length or where it is broken.
fn chain<'b>(next: &[u32], start: u32, len: usize, sector: impl Fn(usize) -> Option<&'b [u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut number = start;
    // A chain that goes in circles is left where it has passed every sector once.
    for _ in 0..next.len() {
        let Some(index) = usize::try_from(number).ok().filter(|_| bytes.len() < len) else { break };
        let (Some(part), Some(after)) = (sector(index), next.get(index)) else { break };
        bytes.extend_from_slice(part);
        number = *after;
    }
    bytes.truncate(len);
    bytes
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

/// The streams of a storage, whose entries are a tree that begins with the given one.
fn streams(directory: Bytes, first: u32) -> Vec<Stream> {
    let count = directory.len() / ENTRY;
    let mut met = vec![false; count];
    let mut open = vec![first];
    let mut streams = Vec::new();
    while let Some(number) = open.pop() {
        let Some(number) = usize::try_from(number).ok().filter(|number| *number < count) else { continue };
        let Some(entry) = directory.slice(number * ENTRY, ENTRY).filter(|_| !met[number]) else { continue };
        met[number] = true;
        open.extend([entry.u32(68), entry.u32(72)].into_iter().flatten());
        streams.extend(stream(entry));
    }
    streams
}

/// The stream that an entry describes; `None` where it describes a storage.
fn stream(entry: Bytes) -> Option<Stream> {
    if entry.u8(66)? != 2 {
        return None;
    }
    let units = usize::from(entry.u16(64)?).min(64) / 2;
    let name = (0..units).filter_map(|index| entry.u16(2 * index)).take_while(|unit| *unit != 0);
    let name = char::decode_utf16(name).map(Result::unwrap_or_default).collect();
    Some(Stream { name, start: entry.u32(116)?, len: entry.size(120)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = include_bytes!("../../../tests/readers/files/traps.doc");

    #[test]
    fn streams_long_and_short() {
        let file = Compound::open(FILE).unwrap();
        let names: Vec<&str> = file.names().collect();
        assert!(["WordDocument", "1Table", "\u{1}CompObj"].iter().all(|name| names.contains(name)), "{names:?}");
        let lens = ["worddocument", "\u{1}CompObj"].map(|name| file.stream(name).map(|stream| stream.len()));
        assert!(matches!(lens, [Some(4096..), Some(50..4096)]), "{lens:?}");
        assert_eq!(file.stream("none"), None);
    }

    #[test]
    fn a_cut_file_gives_what_is_left() {
        let whole = Compound::open(FILE).ok().and_then(|file| file.stream("WordDocument")).unwrap_or_default();
        for end in (0..FILE.len()).step_by(97) {
            let left = Compound::open(&FILE[..end]).ok().and_then(|file| file.stream("WordDocument"));
            assert!(left.is_none_or(|left| whole.starts_with(&left)), "{end}");
        }
    }

    #[test]
    fn a_chain_in_circles_ends() {
        let bytes = [7_u8; 16];
        assert_eq!(chain(&[1, 0], 0, usize::MAX, |number| part(&bytes, number, 3)).len(), 16);
        assert_eq!(chain(&[0], 0, 5, |number| part(&bytes, number, 3)).len(), 5);
        assert_eq!(chain(&[9], 0, 99, |number| part(&bytes, number, 3)).len(), 8);
    }
}
