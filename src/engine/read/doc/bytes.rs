//! Numbers in the bytes of a stream, all of them little-endian; what lies outside of the stream is `None`.

/// The bytes of a stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    pub fn u8(self, at: usize) -> Option<u8> {
        self.0.get(at).copied()
    }

    pub fn u16(self, at: usize) -> Option<u16> {
        self.array(at).map(u16::from_le_bytes)
    }

    pub fn i16(self, at: usize) -> Option<i16> {
        self.array(at).map(i16::from_le_bytes)
    }

    pub fn u32(self, at: usize) -> Option<u32> {
        self.array(at).map(u32::from_le_bytes)
    }

    /// A number of four bytes as a place or a length.
    pub fn size(self, at: usize) -> Option<usize> {
        self.u32(at).and_then(|number| usize::try_from(number).ok())
    }

    /// So many bytes from a place on.
    pub fn slice(self, at: usize, len: usize) -> Option<Self> {
        self.0.get(at..at.checked_add(len)?).map(Self)
    }

    pub fn len(self) -> usize {
        self.0.len()
    }

    fn array<const N: usize>(self, at: usize) -> Option<[u8; N]> {
        self.0.get(at..at.checked_add(N)?)?.try_into().ok()
    }
}

/// A table of n + 1 places in ascending order and n entries of one size (a "PLC").
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
