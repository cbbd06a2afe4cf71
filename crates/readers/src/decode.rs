//! Bytes of text to letters: Unicode in its forms, else the encodings from before it.

use crate::error::ReadError;
use crate::{Letters, MAX_TEXT, met};
use tonghop_model::notice::Notice;
use tonghop_model::vietnamese::legacy::{self, Detected};

/// Text, and what there is to say of its encoding.
pub(super) struct Decoded {
    pub text: String,
    pub notices: Vec<Notice>,
}

/// How many broken characters text may have, one in so many, before it counts as another encoding.
const MAX_BROKEN: usize = 200;

/// Decodes text, as its words show or as the official wants it.
///
/// # Errors
/// Where it is longer than any report, or in no encoding that is known.
pub(super) fn text(bytes: &[u8], letters: Letters) -> Result<Decoded, ReadError> {
    let unicode = utf16(bytes).unwrap_or_else(|| utf8(bytes));
    let broken = unicode.matches('\u{FFFD}').count();
    // One broken character is what a text cut at its end has, however short it is.
    let other = broken > 1 && broken > unicode.len() / MAX_BROKEN;
    let text = if other { legacy::latin(bytes) } else { unicode };
    let detected = if letters == Letters::Told { legacy::detect(&text) } else { None };
    if other && letters == Letters::Told && detected.is_none() {
        return Err(ReadError::Encoding);
    }
    let (text, said) = match letters {
        Letters::Told => (convert(text, detected), detected.map(met::told)),
        Letters::Kept => (text, Some(Notice::KeptAsChosen)),
        Letters::In(encoding) => (legacy::decode(&text, encoding), Some(Notice::ConvertedAsChosen { encoding })),
    };
    if text.len() > MAX_TEXT {
        return Err(ReadError::TooLarge { limit: MAX_TEXT as u64 });
    }
    let broken = (broken > 0 && !other).then_some(Notice::BrokenLetters { count: broken });
    Ok(Decoded { text, notices: broken.into_iter().chain(said).collect() })
}

/// The text of UTF-8 bytes. Most have nothing broken, which is told faster than what is.
pub(super) fn utf8(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes).into_owned(), str::to_owned)
}

/// The text in Unicode, where the encoding is sure.
fn convert(text: String, detected: Option<Detected>) -> String {
    match detected {
        Some(found) if found.is_sure() => legacy::decode(&text, found.encoding),
        _ => text,
    }
}

/// The text of UTF-16 bytes, which a byte order mark tells, else the high bytes of Latin letters; `None` where the
/// bytes are something else. A mark stays in the text, so that offsets count it as they do in UTF-8.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ if has_high_bytes(bytes, 1) => u16::from_le_bytes,
        _ if has_high_bytes(bytes, 0) => u16::from_be_bytes,
        _ => return None,
    };
    Some(pairs(bytes, unit))
}

/// The text of UTF-16 bytes in an order; a byte too many at their end is passed over.
pub(super) fn pairs(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    units(bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])))
}

/// The text of UTF-16.
pub(super) fn units(units: impl Iterator<Item = u16>) -> String {
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// How many bytes are looked at to tell UTF-16 without a mark.
const HEAD: usize = 1024;

/// Whether the bytes at every other place are the high bytes of Vietnamese letters, most of them zero, and the
/// bytes between are never zero.
fn has_high_bytes(bytes: &[u8], at: usize) -> bool {
    let pairs = || bytes[..bytes.len().min(HEAD)].chunks_exact(2).map(|pair| (pair[at], pair[1 - at]));
    let (mut zeros, mut others) = (0, 0);
    for (high, low) in pairs() {
        match (high, low) {
            (_, 0) => return false,
            (0, _) => zeros += 1,
            (0x01 | 0x03 | 0x1E | 0x20 | 0x22 | 0x25, _) => others += 1,
            _ => return false,
        }
    }
    zeros > 3 && zeros > others
}
