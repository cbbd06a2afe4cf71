//! Lists: their levels and their overrides, and the labels that they make ([MS-DOC] 2.9.147 and following).
//!
//! A paragraph names an override (from 1), which names a list and may change levels of it.

use std::collections::HashMap;

use crate::bytes::Bytes;
use crate::count::{Counters, Counting, Counts, LEVELS, Writing, bullet};
use crate::flow::Label;

/// The most lists that are believed; a report has some tens.
const MAX_LISTS: usize = 20_000;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    known: HashMap<u32, Vec<Level>>,
    overrides: Vec<Override>,
    /// By lists and their overrides.
    counters: Counters<u32, u16>,
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    /// How numbers are written ([MS-OSHARED] 2.2.1.3).
    format: u8,
    /// Whether numbers of outer levels are written in figures, too.
    legal: bool,
    /// Behind items of which level it begins anew; `None` for every level further out.
    restart: Option<usize>,
    /// Whether nothing stands between the label and the text.
    tight: bool,
    /// The label; units below nine stand for the numbers of the levels.
    pattern: Vec<u16>,
}

/// A list with changes of some of its levels.
#[derive(Clone, Debug, Default)]
struct Override {
    list: u32,
    starts: [Option<u32>; LEVELS],
    levels: HashMap<usize, Level>,
}

impl Lists {
    /// Reads the lists, which the formats of their levels follow, and the overrides.
    pub fn read(table: Bytes, lists: Option<(usize, usize)>, overrides: Option<(usize, usize)>) -> Self {
        let mut known = Self::default();
        if let Some((start, len)) = lists {
            known.read_lists(table, start, len);
        }
        if let Some((start, _)) = overrides {
            known.read_overrides(table, start);
        }
        known
    }

    fn read_lists(&mut self, table: Bytes, start: usize, len: usize) -> Option<()> {
        let count = usize::from(table.u16(start)?).min(MAX_LISTS);
        let mut at = start.checked_add(len)?;
        for index in 0..count {
            let list = table.slice(start + 2 + 28 * index, 28)?;
            let levels = if list.u8(26)? & 1 == 1 { 1 } else { LEVELS };
            let levels = (0..levels).map_while(|_| level(table, &mut at)).collect();
            self.known.insert(list.u32(0)?, levels);
        }
        Some(())
    }

    fn read_overrides(&mut self, table: Bytes, start: usize) -> Option<()> {
        let count = table.size(start)?.min(MAX_LISTS);
        let mut at = start + 4 + 16 * count;
        for index in 0..count {
            let head = table.slice(start + 4 + 16 * index, 16)?;
            let mut own = Override { list: head.u32(0)?, ..Override::default() };
            // The levels follow a place that is not used.
            at += 4;
            for _ in 0..head.u8(12)? {
                let (start, flags) = (table.u32(at)?, table.u32(at + 4)?);
                at += 8;
                let number = (flags & 0xF) as usize;
                let changed = if flags & 0x20 != 0 { Some(level(table, &mut at)?) } else { None };
                if flags & 0x10 != 0 && number < LEVELS {
                    own.starts[number] = Some(changed.as_ref().map_or(start, |level| level.start));
                }
                own.levels.extend(changed.map(|level| (number, level)));
            }
            self.overrides.push(own);
        }
        Some(())
    }

    /// Counts an item and gives its label; `None` where the list is not known or shows none.
    pub fn next(&mut self, list: u16, level: u8) -> Option<Label> {
        let own = self.overrides.get(usize::from(list).checked_sub(1)?)?;
        let levels = Levels { own, list: self.known.get(&own.list)? };
        let level = usize::from(level).min(LEVELS - 1);
        let counts = self.counters.next(own.list, list, level, &levels);
        levels.label(&counts, level).map(|text| Label { text, level })
    }
}

/// Reads the format of a level ([MS-DOC] 2.9.150).
fn level(table: Bytes, at: &mut usize) -> Option<Level> {
    let head = table.slice(*at, 28)?;
    let properties = usize::from(head.u8(24)?) + usize::from(head.u8(25)?);
    let text = *at + 28 + properties;
    let len = usize::from(table.u16(text)?);
    let pattern = (0..len).map_while(|index| table.u16(text + 2 + 2 * index)).collect();
    *at = text + 2 + 2 * len;
    let flags = head.u8(5)?;
    Some(Level {
        start: head.u32(0)?,
        format: head.u8(4)?,
        legal: flags & 0x04 != 0,
        restart: (flags & 0x08 != 0).then_some(usize::from(head.u8(26)?)),
        tight: head.u8(15)? == 2,
        pattern,
    })
}

/// The levels of an override: its own, else those of its list.
struct Levels<'l> {
    own: &'l Override,
    list: &'l [Level],
}

impl Levels<'_> {
    fn level(&self, level: usize) -> Option<&Level> {
        self.own.levels.get(&level).or_else(|| self.list.get(level))
    }

    fn label(&self, counts: &Counts, level: usize) -> Option<String> {
        let own = self.level(level)?;
        let mut text = String::new();
        for c in char::decode_utf16(own.pattern.iter().copied()).map(Result::unwrap_or_default) {
            match usize::try_from(u32::from(c)) {
                Ok(number) if number < LEVELS => {
                    let format = self.level(number).map_or(0, |level| level.format);
                    text.push_str(&writing(format, own.legal).of(counts[number].unwrap_or(0)));
                }
                _ => text.push(c),
            }
        }
        if own.format == BULLET {
            text = bullet(&text).to_owned();
        }
        if text.trim().is_empty() {
            return None;
        }
        Some(format!("{}{}", text.trim_start(), if own.tight { "" } else { " " }))
    }
}

impl Counting for Levels<'_> {
    fn own_start(&self, level: usize) -> Option<u32> {
        self.own.starts[level]
    }

    fn start(&self, level: usize) -> u32 {
        self.own_start(level).or_else(|| self.level(level).map(|level| level.start)).unwrap_or(0)
    }

    fn restart(&self, level: usize) -> Option<usize> {
        self.level(level)?.restart
    }
}

/// The format of bullets.
const BULLET: u8 = 23;

/// A number format; `legal` where all numbers are written in figures.
fn writing(format: u8, legal: bool) -> Writing {
    match format {
        0xFF => Writing::Nothing,
        _ if legal => Writing::Figures,
        1 => Writing::Roman,
        2 => Writing::SmallRoman,
        3 => Writing::Letters,
        4 => Writing::SmallLetters,
        22 => Writing::TwoFigures,
        _ => Writing::Figures,
    }
}
