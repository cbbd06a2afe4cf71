//! Styles and fonts ([MS-DOC] 2.9.271, 2.9.286).

use super::format::{Characters, Layout};
use super::sprm::{CHARACTER_STYLE, sprms};
use crate::bytes::Bytes;
use tonghop_model::vietnamese::legacy::Coding;

/// How many styles deep one is based on another before the chain counts as a circle.
const MAX_CHAIN: usize = 16;

/// The style number that stands for none.
const NONE: u16 = 0xFFF;

/// The styles and fonts of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: Vec<Option<Style>>,
    fonts: Vec<Font>,
    /// The fonts of text whose style names none.
    default_fonts: [Option<u16>; 2],
}

/// A font, as far as its letters are to be read in another way.
#[derive(Debug, Default)]
struct Font {
    coding: Option<Coding>,
    symbol: bool,
}

/// What a style comes to, with the styles that it is based on.
#[derive(Clone, Debug, Default)]
struct Style {
    layout: Layout,
    characters: Characters,
    /// The level of heading that a built-in style is, 1 outermost.
    heading: Option<u8>,
}

/// A style as it is kept.
struct Raw<'a> {
    base: u16,
    heading: Option<u8>,
    layout: Bytes<'a>,
    characters: Bytes<'a>,
}

impl Styles {
    /// Reads the parts; either may be missing.
    pub fn read(styles: Option<Bytes>, fonts: Option<Bytes>) -> Self {
        let fonts = fonts.map(read_fonts).unwrap_or_default();
        let Some(bytes) = styles else { return Self { fonts, ..Self::default() } };
        let raw = read_raw(bytes).unwrap_or_default();
        let known = (0..raw.len()).map(|index| resolve(&raw, index)).collect();
        Self { known, fonts, default_fonts: [bytes.u16(2 + 12), bytes.u16(2 + 16)] }
    }

    fn style(&self, number: u16) -> Option<&Style> {
        self.known.get(usize::from(number))?.as_ref()
    }

    /// The characters of a paragraph style.
    pub fn characters(&self, paragraph: u16) -> Characters {
        let mut characters = self.style(paragraph).map(|style| style.characters).unwrap_or_default();
        for (font, default) in characters.fonts.iter_mut().zip(self.default_fonts) {
            *font = font.or(default);
        }
        characters
    }

    /// Puts on characters what the character style says that their own properties name.
    pub fn add_style_of(&self, own: Bytes, characters: &mut Characters) {
        let named = sprms(own).find(|sprm| sprm.code == CHARACTER_STYLE);
        let Some(style) = named.and_then(|sprm| self.style(sprm.word())) else { return };
        characters.bold.on |= style.characters.bold.on;
        characters.hidden.on |= style.characters.hidden.on;
        for (font, own) in characters.fonts.iter_mut().zip(style.characters.fonts) {
            *font = own.or(*font);
        }
    }

    /// The list and the level of a paragraph; its own go before those of its style.
    pub fn list(&self, layout: &Layout) -> Option<(u16, u8)> {
        let style = self.style(layout.style).map(|style| &style.layout);
        let list = layout.list.or_else(|| style?.list)?;
        let level = layout.level.or_else(|| style?.level).unwrap_or(0);
        // Larger numbers say that the paragraph was in a list once.
        (1..0x7FF).contains(&list).then_some((list, level))
    }

    /// The level of heading of a paragraph, 1 outermost.
    pub fn heading(&self, layout: &Layout) -> Option<u8> {
        let style = self.style(layout.style);
        let outline = layout.outline.or_else(|| style?.layout.outline);
        match outline {
            Some(outline) => (outline < 9).then_some(outline + 1),
            None => style?.heading,
        }
    }

    /// How the letters of a font are to be read.
    pub fn coding(&self, characters: &Characters) -> Option<Coding> {
        let [ascii, other] = characters.fonts;
        self.fonts.get(usize::from(other.or(ascii)?))?.coding
    }

    /// Whether a font holds the signs of the font Symbol.
    pub fn is_symbol(&self, font: u16) -> bool {
        self.fonts.get(usize::from(font)).is_some_and(|font| font.symbol)
    }
}

fn read_fonts(bytes: Bytes) -> Vec<Font> {
    let count = usize::from(bytes.u16(0).unwrap_or(0));
    let mut fonts = Vec::new();
    let mut at = 4;
    for _ in 0..count {
        let Some(font) = bytes.u8(at).and_then(|len| bytes.slice(at + 1, usize::from(len))) else { break };
        let units =
            font.0.get(39..).unwrap_or_default().chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name: String =
            char::decode_utf16(units.take_while(|unit| *unit != 0)).map(Result::unwrap_or_default).collect();
        fonts.push(Font { coding: Coding::of_font(&name), symbol: name.eq_ignore_ascii_case("Symbol") });
        at += 1 + font.len();
    }
    fonts
}

fn read_raw(bytes: Bytes<'_>) -> Option<Vec<Option<Raw<'_>>>> {
    let head = usize::from(bytes.u16(0)?);
    let (count, base) = (usize::from(bytes.u16(2)?), usize::from(bytes.u16(4)?));
    let mut styles = Vec::new();
    let mut at = 2 + head;
    for _ in 0..count {
        let Some(len) = bytes.u16(at).map(usize::from) else { break };
        styles.push(bytes.slice(at + 2, len).and_then(|style| raw(style, base)));
        // Each stands on an even place.
        at += 2 + len + len % 2;
    }
    Some(styles)
}

fn raw(style: Bytes<'_>, base: usize) -> Option<Raw<'_>> {
    let (identity, kind) = (style.u16(0)? & 0xFFF, style.u16(2)?);
    let name = usize::from(style.u16(base)?);
    let mut at = base + 2 + 2 * name + 2;
    let mut next = || {
        at += at % 2;
        let len = usize::from(style.u16(at)?);
        let part = style.slice(at + 2, len);
        at += 2 + len;
        part
    };
    let (layout, characters) = match kind & 0xF {
        1 => (next(), next()),
        2 => (None, next()),
        _ => return None,
    };
    // The properties of paragraphs stand behind the number of the style.
    let layout = layout.and_then(|layout| layout.slice(2, layout.len().checked_sub(2)?));
    let heading = u8::try_from(identity).ok().filter(|level| (1..=9).contains(level));
    let empty = Bytes(&[]);
    Some(Raw { base: kind >> 4, heading, layout: layout.unwrap_or(empty), characters: characters.unwrap_or(empty) })
}

/// A style with what it is based on: the innermost base first.
fn resolve(raw: &[Option<Raw>], index: usize) -> Option<Style> {
    let first = raw.get(index)?.as_ref()?;
    let base = |style: &&Raw| raw.get(usize::from(style.base))?.as_ref().filter(|_| style.base != NONE);
    let chain: Vec<&Raw> = std::iter::successors(Some(first), |style| base(style)).take(MAX_CHAIN).collect();
    let mut style = Style { heading: chain.iter().find_map(|raw| raw.heading), ..Style::default() };
    for raw in chain.iter().rev() {
        style.layout.apply(raw.layout, Bytes(&[]));
        style.characters = style.characters.styled();
        style.characters.apply(raw.characters);
    }
    Some(style)
}
