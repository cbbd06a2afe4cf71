//! Numbers in bytes, all of them little-endian; what lies outside is `None`.

/// Bytes of a file or of a part of it.
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
