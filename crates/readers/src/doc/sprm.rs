//! Lists of properties ("grpprl"): each a code of two bytes and its operand ([MS-DOC] 2.2.5).

use crate::bytes::Bytes;

/// A property.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sprm<'a> {
    /// The code, which tells the property and the size of its operand.
    pub code: u16,
    /// The operand; where its size is variable, without the size.
    pub operand: Bytes<'a>,
}

impl Sprm<'_> {
    /// The first byte of the operand.
    pub fn byte(&self) -> u8 {
        self.operand.u8(0).unwrap_or(0)
    }

    /// The first two bytes of the operand.
    pub fn word(&self) -> u16 {
        self.operand.u16(0).unwrap_or(0)
    }
}

/// `sprmTDefTable`: the only property whose size has two bytes.
pub(super) const TABLE_CELLS: u16 = 0xD608;
/// `sprmCIstd`, which names a character style.
pub(super) const CHARACTER_STYLE: u16 = 0x4A30;
/// `sprmPChgTabs`, whose size may be 255 and then has to be counted.
const TABS: u16 = 0xC615;

/// The properties of a list, up to where it is broken.
pub(super) fn sprms(list: Bytes<'_>) -> impl Iterator<Item = Sprm<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let code = list.u16(at)?;
        at += 2;
        let (skip, len) = operand(code, list, at)?;
        let operand = list.slice(at + skip, len)?;
        at += skip + len;
        Some(Sprm { code, operand })
    })
}

/// How many bytes of size stand before the operand, and how long it is.
fn operand(code: u16, list: Bytes, at: usize) -> Option<(usize, usize)> {
    Some(match (code >> 13, code) {
        (0 | 1, _) => (0, 1),
        (2 | 4 | 5, _) => (0, 2),
        (3, _) => (0, 4),
        (7, _) => (0, 3),
        // The size counts one byte more than there is.
        (_, TABLE_CELLS) => (2, usize::from(list.u16(at)?).saturating_sub(1)),
        (_, TABS) if list.u8(at)? == 255 => {
            let deleted = usize::from(list.u8(at + 1)?);
            let added = usize::from(list.u8(at + 2 + 4 * deleted)?);
            (1, 2 + 4 * deleted + 3 * added)
        }
        _ => (1, usize::from(list.u8(at)?)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_of_every_size() {
        let list = [
            0x35, 0x08, 1, // a byte: bold
            0x0B, 0x46, 2, 0, // a word: list
            0x49, 0x66, 1, 0, 0, 0, // four bytes: depth
            0x08, 0xD6, 3, 0, 7, 8, // a size of two bytes, one more than there is
            0x3E, 0xC6, 2, 5, 6, // a size of one byte
            0x35, 0x08, // cut off
        ];
        let found: Vec<_> = sprms(Bytes(&list)).map(|sprm| (sprm.code, sprm.operand.0.to_vec())).collect();
        let expected = [
            (0x0835, vec![1]),
            (0x460B, vec![2, 0]),
            (0x6649, vec![1, 0, 0, 0]),
            (TABLE_CELLS, vec![7, 8]),
            (0xC63E, vec![5, 6]),
        ];
        assert_eq!(found, expected);
    }
}
