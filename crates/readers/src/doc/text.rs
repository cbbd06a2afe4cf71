//! The text of all stories, put together from the pieces that edits left of it ([MS-DOC] 2.8.35, 2.9.38).

use std::ops::Range;

use super::plc::Plc;
use crate::MAX_TEXT;
use crate::bytes::Bytes;
use crate::error::ReadError;
use tonghop_model::vietnamese::legacy;

/// The text with the way from each character to its place in the main stream, where the formats are kept.
#[derive(Debug, Default)]
pub(super) struct Text<'a> {
    /// The characters as 16-bit units; positions in the document are indexes into it.
    pub units: Vec<u16>,
    pieces: Vec<Piece<'a>>,
    /// Whether some of the text is not in the file.
    pub cut: bool,
}

/// A stretch of the text that stands together in the main stream.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    /// The positions of its characters.
    pub range: Range<usize>,
    /// Where it begins in the main stream, in bytes.
    start: usize,
    /// Whether its characters have one byte each, not two.
    narrow: bool,
    /// Properties that a quick save put on all of it.
    pub change: Change<'a>,
}

/// Properties of a piece.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change<'a> {
    /// One property, by the short number of such properties, and its operand.
    One(u8, u8),
    /// A list of properties.
    List(Bytes<'a>),
}

impl<'a> Text<'a> {
    /// Puts the text together; `clx` is the table of pieces with the properties that they share.
    ///
    /// # Errors
    /// Where there is no table of pieces, or it claims more text than any report has.
    pub fn read(main: Bytes, clx: Bytes<'a>) -> Result<Self, ReadError> {
        let (lists, table) = parts(clx).ok_or(ReadError::Damaged)?;
        let mut text = Self::default();
        for index in 0..table.count {
            let piece = table.range(index).zip(table.entry(index));
            let Some(piece) = piece.and_then(|(range, entry)| Piece::new(range, entry, &lists)) else {
                text.cut = true;
                break;
            };
            if piece.range.end > MAX_TEXT {
                return Err(ReadError::Hostile);
            }
            if piece.range.start != text.units.len() || piece.range.end < piece.range.start {
                text.cut = true;
                break;
            }
            text.push(main, piece);
        }
        Ok(text)
    }

    fn push(&mut self, main: Bytes, piece: Piece<'a>) {
        let wanted = piece.range.len();
        let width = if piece.narrow { 1 } else { 2 };
        let rest = main.0.get(piece.start..).unwrap_or_default();
        let bytes = &rest[..rest.len().min(wanted * width)];
        if piece.narrow {
            let unit = |byte: &u8| u16::try_from(u32::from(legacy::latin_char(*byte))).unwrap_or(u16::from(*byte));
            self.units.extend(bytes.iter().map(unit));
        } else {
            self.units.extend(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
        }
        // What is missing is said to be broken, so that positions behind it stay right.
        self.cut |= self.units.len() < piece.range.end;
        self.units.resize(piece.range.end, 0xFFFD);
        self.pieces.push(piece);
    }

    /// The piece that holds a character.
    pub fn piece(&self, position: usize) -> Option<&Piece<'a>> {
        let index = self.pieces.partition_point(|piece| piece.range.end <= position);
        self.pieces.get(index).filter(|piece| piece.range.start <= position)
    }
}

impl<'a> Piece<'a> {
    fn new(range: Range<usize>, entry: Bytes, lists: &[Bytes<'a>]) -> Option<Self> {
        let place = entry.u32(2)?;
        let narrow = place & 0x4000_0000 != 0;
        let place = usize::try_from(place & 0x3FFF_FFFF).ok()?;
        let change = entry.u16(6)?;
        let change = if change & 1 == 0 {
            let [low, operand] = change.to_le_bytes();
            Change::One(low >> 1, operand)
        } else {
            Change::List(lists.get(usize::from(change >> 1)).copied().unwrap_or(Bytes(&[])))
        };
        Some(Self { range, start: if narrow { place / 2 } else { place }, narrow, change })
    }

    /// Where a character of the piece stands in the main stream.
    pub fn place(&self, position: usize) -> usize {
        self.start + (position - self.range.start) * if self.narrow { 1 } else { 2 }
    }

    /// The position behind the last character that begins before a place in the main stream.
    pub fn position(&self, place: usize) -> usize {
        let bytes = place.saturating_sub(self.start);
        let characters = if self.narrow { bytes } else { bytes.div_ceil(2) };
        self.range.start.saturating_add(characters).min(self.range.end)
    }
}

/// The lists of properties and the table of pieces.
fn parts(clx: Bytes<'_>) -> Option<(Vec<Bytes<'_>>, Plc<'_>)> {
    let mut lists = Vec::new();
    let mut at = 0;
    loop {
        match clx.u8(at)? {
            1 => {
                let len = usize::from(clx.u16(at + 1)?);
                lists.push(clx.slice(at + 3, len)?);
                at += 3 + len;
            }
            2 => {
                let len = clx.size(at + 1)?.min(clx.len().saturating_sub(at + 5));
                return Some((lists, Plc::new(clx.slice(at + 5, len)?, 8)));
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of pieces: where each ends, its place in the main stream, its properties.
    fn table(pieces: &[(u32, u32, u16)]) -> Vec<u8> {
        let mut bytes = vec![1, 3, 0, 0x35, 0x08, 1, 2];
        bytes.extend((4 + 12 * u32::try_from(pieces.len()).unwrap_or(0)).to_le_bytes());
        bytes.extend(0_u32.to_le_bytes());
        bytes.extend(pieces.iter().flat_map(|(end, _, _)| end.to_le_bytes()));
        for (_, place, change) in pieces {
            bytes.extend([0, 0]);
            bytes.extend(place.to_le_bytes());
            bytes.extend(change.to_le_bytes());
        }
        bytes
    }

    fn check(main: &[u8], pieces: &[(u32, u32, u16)], expected: &str, cut: bool) {
        let table = table(pieces);
        let text = Text::read(Bytes(main), Bytes(&table)).unwrap_or_default();
        assert_eq!(String::from_utf16_lossy(&text.units), expected);
        assert_eq!(text.cut, cut);
    }

    const NARROW: u32 = 0x4000_0000;

    #[test]
    fn pieces_of_a_quick_save_stand_in_their_order() {
        let main: Vec<u8> =
            b"So 12\x96\x84".iter().copied().chain("ố đ".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        check(&main, &[(3, 7, 0), (5, NARROW, 1), (10, NARROW | 4, 0)], "ố đSo 12–„", false);
    }

    #[test]
    fn the_properties_of_a_piece_are_found() {
        let table = table(&[(2, NARROW, 1), (4, NARROW | 4, 0x55 << 1 | 0x0100)]);
        let text = Text::read(Bytes(b"abcd"), Bytes(&table)).unwrap_or_default();
        assert!(
            matches!(text.piece(1).map(|piece| piece.change), Some(Change::List(list)) if list.0 == [0x35, 0x08, 1])
        );
        assert!(matches!(text.piece(3).map(|piece| piece.change), Some(Change::One(0x55, 1))));
        assert!(text.piece(4).is_none());
    }

    #[test]
    fn what_is_missing_is_said() {
        check(b"abc", &[(5, NARROW, 0)], "abc\u{FFFD}\u{FFFD}", true);
        check(b"abc", &[(2, NARROW, 0), (1, NARROW, 0)], "ab", true);
        assert_eq!(Text::read(Bytes(b""), Bytes(&table(&[(u32::MAX, 0, 0)]))).err(), Some(ReadError::Hostile));
        assert_eq!(Text::read(Bytes(b""), Bytes(&[9])).err(), Some(ReadError::Damaged));
    }
}
