//! The tables at the head of a file: fonts and styles.

use std::collections::HashMap;

use crate::symbol::symbol;
use tonghop_model::vietnamese::legacy::{self, Coding, Encoding};

/// The fonts and styles of a document.
#[derive(Debug, Default)]
pub(super) struct Head {
    fonts: HashMap<i32, Font>,
    headings: HashMap<i32, u8>,
    /// The font of text that names none.
    pub default_font: i32,
    /// The code page of fonts that name none.
    pub code_page: i32,
    /// The font or style that is being described.
    entry: Entry,
}

/// A font.
#[derive(Debug, Default)]
struct Font {
    charset: i32,
    coding: Option<Coding>,
    symbol: bool,
}

/// An entry of a table that is still read.
#[derive(Debug, Default)]
struct Entry {
    number: i32,
    charset: i32,
    outline: Option<u8>,
    name: String,
}

/// The Vietnamese character set, and the one of symbol fonts.
const VIETNAMESE: i32 = 163;
const SYMBOL: i32 = 2;
/// The Vietnamese code page.
const WINDOWS_1258: i32 = 1258;

impl Head {
    /// Takes a control word of a table.
    pub fn word(&mut self, name: &str, number: Option<i32>) {
        match name {
            "f" | "s" => self.entry = Entry { number: number.unwrap_or(0), ..Entry::default() },
            "fcharset" => self.entry.charset = number.unwrap_or(0),
            "outlinelevel" => self.entry.outline = number.and_then(|number| u8::try_from(number).ok()),
            _ => {}
        }
    }

    /// Takes text of the table of fonts; a semicolon ends an entry.
    pub fn font_text(&mut self, text: &str) {
        self.text(text, |head, entry| {
            let name = entry.name.trim();
            let font = Font {
                charset: entry.charset,
                coding: Coding::of_font(name),
                symbol: name.eq_ignore_ascii_case("Symbol"),
            };
            head.fonts.insert(entry.number, font);
        });
    }

    /// Takes text of the table of styles.
    pub fn style_text(&mut self, text: &str) {
        self.text(text, |head, entry| {
            let named = || entry.name.trim().to_ascii_lowercase().strip_prefix("heading ")?.parse::<u8>().ok();
            let level = entry.outline.map_or_else(named, |outline| outline.checked_add(1));
            if let Some(level) = level.filter(|level| (1..=9).contains(level)) {
                head.headings.insert(entry.number, level);
            }
        });
    }

    fn text(&mut self, text: &str, mut end: impl FnMut(&mut Self, Entry)) {
        for (index, part) in text.split(';').enumerate() {
            if index > 0 {
                let entry = std::mem::take(&mut self.entry);
                end(self, entry);
            }
            self.entry.name.push_str(part);
        }
    }

    /// The level of heading that a style is, 1 outermost.
    pub fn heading(&self, style: i32) -> Option<u8> {
        self.headings.get(&style).copied()
    }

    /// How the letters of a font are to be read.
    pub fn coding(&self, font: i32) -> Option<Coding> {
        self.fonts.get(&font)?.coding
    }

    /// The letter that a code stands for in a font.
    pub fn letter(&self, font: i32, byte: u8) -> char {
        let known = self.fonts.get(&font);
        let charset = known.map_or(1, |font| font.charset);
        match known {
            // The letters of old fonts are told by their names.
            Some(font) if font.coding.is_some() => legacy::latin_char(byte),
            Some(font) if charset == SYMBOL => symbol(font.symbol, 0xF000 + u32::from(byte)),
            _ if charset == VIETNAMESE || charset == 1 && self.code_page == WINDOWS_1258 => {
                legacy::letter(byte, Encoding::Windows1258).unwrap_or(legacy::latin_char(byte))
            }
            _ => legacy::latin_char(byte),
        }
    }

    /// Whether all letters of a font are signs.
    pub fn is_symbol(&self, font: i32) -> bool {
        self.fonts.get(&font).is_some_and(|font| font.charset == SYMBOL && font.coding.is_none())
    }
}
