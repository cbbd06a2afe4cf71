//! The encodings in which Vietnamese was written before Unicode, and text that was decoded wrongly.
//!
//! Such text comes as letters of Latin-1 or Windows-1252 that stand for other letters: "®\u{AD}îc" in a TCVN3 font is
//! "được". Which encoding it is, the font of a run tells ([`decode_run`], [`Runs`]); where there is no font, every
//! encoding is tried and the one whose words are Vietnamese syllables is taken ([`detect`], then [`decode`]).
//! Decode before any clean-up: in TCVN3 the soft hyphen is ư, in VISCII capitals are control characters.
//!
//! | written | font | read |
//! |---|---|---|
//! | `B¸o c¸o th¸ng` | `.VnTime` | `Báo cáo tháng` |
//! | `B¸o c¸o th¸ng` | `.VnTimeH` | `BÁO CÁO THÁNG` |
//! | `Baùo caùo thaùng` | `VNI-Times` | `Báo cáo tháng` |
//! | `Báo cáo tháng` | `.VnTime` | as it is: the font lies |
//!
//! Digits and signs are the same in all of them, so that a wrong choice never changes a figure.

mod bytes;
mod converted;
mod detect;
mod runs;
mod table;

use unicode_normalization::UnicodeNormalization;

pub use bytes::{latin, latin_char};
pub use converted::Converted;
pub use detect::{Detected, SURE, detect};
pub use runs::Runs;

/// An encoding of Vietnamese other than Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN 5712:1993, set VN3, also called ABC.
    Tcvn3,
    /// VNI-Windows: a vowel, then a letter for its marks.
    Vni,
    /// VISCII (RFC 1456).
    Viscii,
    /// VPS (Vietnamese Professional System).
    Vps,
    /// The Vietnamese code page of Windows, read as the western one.
    Windows1258,
    /// Unicode (UTF-8) that was read as Windows-1252.
    Misread,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Vps, Self::Windows1258, Self::Misread];

    /// The short name of its table, by which the page asks for it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Vps => "vps",
            Self::Windows1258 => "windows-1258",
            Self::Misread => "misread",
        }
    }

    /// The encoding of a short name.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.id() == id)
    }

    /// The name that the official knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI-Windows",
            Self::Viscii => "VISCII",
            Self::Vps => "VPS",
            Self::Windows1258 => "Windows-1258",
            Self::Misread => "UTF-8 bị đọc nhầm",
        }
    }
}

/// How the text of a font is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coding {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether the font prints small letters as capitals.
    pub capitals: bool,
}

impl Coding {
    /// The coding that the name of a font tells; `None` for fonts of Unicode. A tag of six capitals and a plus sign,
    /// which PDF puts before the names of embedded fonts, does not count.
    pub fn of_font(name: &str) -> Option<Self> {
        let name = match name.split_once('+') {
            Some((tag, rest)) if tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()) => rest,
            _ => name,
        };
        let small = name.trim().to_lowercase();
        let encoding = table::TABLES.iter().find(|table| table.fonts.iter().any(|font| small.starts_with(font)))?;
        // ".VnTimeH,Bold" and ".VnTimeH Bold" are the fonts of capitals too.
        let family = name.trim().split([',', ' ']).find(|part| part.ends_with('H'));
        let capitals = encoding.encoding == Encoding::Tcvn3 && family.is_some();
        Some(Self { encoding: encoding.encoding, capitals })
    }

    /// Text in this coding as Unicode.
    fn decode(self, text: &str) -> String {
        let decoded = decode_line(text, self.encoding);
        if self.capitals { decoded.to_uppercase() } else { decoded }
    }
}

/// The text of a run by its font; `None` where it stands as it is, because the font is one of Unicode, or because the
/// text is plainly Unicode although the font is not.
pub fn decode_run(text: &str, font: &str) -> Option<String> {
    runs::decode(text, Coding::of_font(font)?)
}

/// A text in an encoding as Unicode; `None` where it is plainly Unicode, or would have fewer words than before.
pub fn improved(text: &str, encoding: Encoding) -> Option<String> {
    runs::decode(text, Coding { encoding, capitals: false })
}

/// A text in an encoding as Unicode. Lines with letters that only Unicode has stay as they are: texts are mixed where
/// somebody pasted into an old one.
pub fn decode(text: &str, encoding: Encoding) -> String {
    let line = |line: &str| {
        if line.is_ascii() && encoding != Encoding::Viscii && encoding != Encoding::Vps || detect::is_unicode(line) {
            line.to_owned()
        } else {
            decode_line(line, encoding)
        }
    };
    text.split_inclusive('\n').map(line).collect()
}

/// The letter that a byte alone stands for in an encoding; `None` where it stands for none or for a part of one.
pub fn letter(byte: u8, encoding: Encoding) -> Option<char> {
    table::TABLES.iter().find(|table| table.encoding == encoding)?.letter(byte)
}

fn decode_line(text: &str, encoding: Encoding) -> String {
    match table::TABLES.iter().find(|table| table.encoding == encoding) {
        Some(table) => table.decode(text).nfc().collect(),
        None => bytes::reread(text),
    }
}

#[cfg(test)]
mod tests;
