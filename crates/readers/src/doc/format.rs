//! What the properties of characters and paragraphs say ([MS-DOC] 2.6.1, 2.6.2).

use super::shape;
use super::sprm::{Sprm, TABLE_CELLS, sprms};
use super::text::Change;
use crate::bytes::Bytes;
use crate::rows::RowShape;

/// A switch that may be left to the style or be the opposite of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Toggle {
    /// What holds.
    pub on: bool,
    /// What the style says.
    style: bool,
}

impl Toggle {
    fn set(&mut self, operand: u8) {
        self.on = match operand {
            0x80 => self.style,
            0x81 => !self.style,
            other => other != 0,
        };
    }
}

/// How characters are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Characters {
    pub bold: Toggle,
    pub hidden: Toggle,
    /// Whether recorded changes deleted them.
    pub deleted: bool,
    /// Whether recorded changes inserted them.
    pub inserted: bool,
    /// Whether they stand for something else: a picture, a note, a field.
    pub special: bool,
    /// The character of a symbol font that is shown instead: font and code.
    pub symbol: Option<(u16, u16)>,
    /// The fonts of ASCII and of other western letters, by their numbers.
    pub fonts: [Option<u16>; 2],
}

impl Characters {
    /// The same as the base of direct properties: what holds so far is what the styles say.
    pub fn styled(mut self) -> Self {
        self.bold.style = self.bold.on;
        self.hidden.style = self.hidden.on;
        self
    }

    /// Applies a list of properties.
    pub fn apply(&mut self, list: Bytes) {
        sprms(list).for_each(|sprm| self.set(&sprm));
    }

    fn set(&mut self, sprm: &Sprm) {
        match sprm.code {
            0x0800 => self.deleted = sprm.byte() != 0,
            0x0801 => self.inserted = sprm.byte() != 0,
            0x0835 => self.bold.set(sprm.byte()),
            0x083C => self.hidden.set(sprm.byte()),
            0x0855 => self.special = sprm.byte() != 0,
            0x6A09 => self.symbol = sprm.operand.u16(0).zip(sprm.operand.u16(2)),
            0x4A4F => self.fonts[0] = Some(sprm.word()),
            0x4A51 => self.fonts[1] = Some(sprm.word()),
            _ => {}
        }
    }

    /// Applies what a quick save put on a piece.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::List(list) => self.apply(list),
            Change::One(0x41, operand) => self.deleted = operand != 0,
            Change::One(0x42, operand) => self.inserted = operand != 0,
            Change::One(0x55, operand) => self.bold.set(operand),
            Change::One(0x5C, operand) => self.hidden.set(operand),
            Change::One(..) => {}
        }
    }
}

/// How a paragraph is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The style.
    pub style: u16,
    /// The list, from 1; 0 where it is in none.
    pub list: Option<u16>,
    /// How deep in the list it stands, 0 outermost.
    pub level: Option<u8>,
    /// The outline level, 0 outermost, 9 for running text.
    pub outline: Option<u8>,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// How many tables it stands in; old versions do not say.
    depth: Option<u32>,
    /// Whether its mark ends a row.
    ends_row: bool,
    /// What its mark ends in a table within a table.
    ends_inner: Option<Ends>,
    /// The cells of the row that it ends.
    pub row: RowShape,
    /// Where in the stream of data more properties stand.
    more: Option<usize>,
}

impl Layout {
    /// Applies a list of properties; `data` holds those that were too long for their place.
    pub fn apply(&mut self, list: Bytes, data: Bytes) {
        sprms(list).for_each(|sprm| self.set(&sprm));
        if let Some(at) = self.more.take()
            && let Some(list) = data.u16(at).and_then(|len| data.slice(at + 2, usize::from(len)))
        {
            sprms(list).for_each(|sprm| self.set(&sprm));
        }
    }

    fn set(&mut self, sprm: &Sprm) {
        match sprm.code {
            0x4600 => self.style = sprm.word(),
            0x460B => self.list = Some(sprm.word()),
            0x260A => self.level = Some(sprm.byte()),
            0x2640 => self.outline = Some(sprm.byte()),
            0x2416 => self.in_table = sprm.byte() != 0,
            0x2417 => self.ends_row = sprm.byte() != 0,
            0x6649 => self.depth = sprm.operand.u32(0),
            // The mark at the end of a row counts as one at the end of a cell, too.
            0x244B if sprm.byte() != 0 => self.ends_inner = self.ends_inner.or(Some(Ends::Cell)),
            0x244C if sprm.byte() != 0 => self.ends_inner = Some(Ends::Row),
            0x6646 | 0x6645 => self.more = sprm.operand.size(0),
            TABLE_CELLS => self.row = shape::cells(sprm.operand),
            0x5624 => shape::merge(&mut self.row, sprm.operand),
            0xD62B => shape::merge_down(&mut self.row, sprm.operand),
            _ => {}
        }
    }

    /// Applies what a quick save put on a piece.
    pub fn change(&mut self, change: Change, data: Bytes) {
        match change {
            Change::List(list) => self.apply(list, data),
            Change::One(0x0C, operand) => self.level = Some(operand),
            Change::One(0x18, operand) => self.in_table = operand != 0,
            Change::One(0x19, operand) => self.ends_row = operand != 0,
            Change::One(..) => {}
        }
    }

    /// How many tables the paragraph stands in.
    pub fn depth(&self) -> usize {
        let depth = self.depth.and_then(|depth| usize::try_from(depth).ok());
        depth.filter(|depth| *depth > 0).unwrap_or(usize::from(self.in_table || self.ends_row))
    }

    /// What the mark of the paragraph ends; cells of outermost tables have a mark of their own.
    pub fn ends(&self, mark: u16) -> Ends {
        match self.ends_inner {
            Some(ends) if self.depth() > 1 => ends,
            _ if mark != CELL_MARK => Ends::Paragraph,
            _ if self.ends_row => Ends::Row,
            _ => Ends::Cell,
        }
    }
}

/// The mark at the end of a cell and of a row.
pub(super) const CELL_MARK: u16 = 7;

/// What ends with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    Paragraph,
    Cell,
    Row,
}
