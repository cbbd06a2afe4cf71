//! Which format the bytes are of. The file's name is not asked: a picture named `.docx` is a picture.

use super::super::error::ReadError;
use super::super::finding::{Finding, Severity};
use super::Format;
use super::package::Package;

/// What the bytes hold.
pub(super) enum Content {
    /// Text, decoded.
    Text(Decoded),
    /// A document of Word since 2007.
    Docx,
    /// A format of its own that is not read yet.
    Binary(Format),
}

/// Text and what was wrong with its encoding.
pub(super) struct Decoded {
    pub text: String,
    pub finding: Option<Finding>,
}

/// Tells what the bytes hold, and decodes text.
///
/// # Errors
/// Where the content is nothing that a report comes in.
pub(super) fn content(bytes: &[u8]) -> Result<Content, ReadError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::NotAReport(what));
    }
    if let Some(what) = boxed_media(bytes) {
        return Err(ReadError::NotAReport(what));
    }
    // Readers of PDF accept some bytes of other software before the mark.
    if find(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Ok(Content::Binary(Format::Pdf));
    }
    let decoded = decode(bytes)?;
    Ok(match marked_up(&decoded.text)? {
        Some(format) => Content::Binary(format),
        None => Content::Text(decoded),
    })
}

/// First bytes of what is dropped by mistake.
const FOREIGN: [(&[u8], &str); 15] = [
    (b"\xFF\xD8\xFF", "ảnh JPEG"),
    (b"\x89PNG\r\n", "ảnh PNG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\0", "ảnh TIFF"),
    (b"MM\0*", "ảnh TIFF"),
    (b"MZ\x90\0", "chương trình"),
    (b"\x7FELF", "chương trình"),
    (b"\0asm", "chương trình"),
    (b"Rar!\x1A\x07", "tệp nén RAR"),
    (b"7z\xBC\xAF\x27\x1C", "tệp nén 7z"),
    (b"\x1F\x8B", "tệp nén GZIP"),
    (b"ID3", "tệp âm thanh"),
    (b"OggS", "tệp âm thanh"),
    (b"SQLite format 3\0", "cơ sở dữ liệu"),
    (b"L\0\0\0\x01\x14\x02\0", "lối tắt của Windows"),
];

/// Pictures and films whose mark stands behind a length.
fn boxed_media(bytes: &[u8]) -> Option<&'static str> {
    match (bytes.get(..4)?, bytes.get(4..8)?, bytes.get(8..12)?) {
        (b"RIFF", _, b"WEBP") => Some("ảnh WebP"),
        (b"RIFF", _, _) => Some("tệp âm thanh hoặc phim"),
        (_, b"ftyp", b"heic" | b"heix" | b"mif1" | b"avif") => Some("ảnh HEIC"),
        (_, b"ftyp", _) => Some("phim"),
        ([b'B', b'M', ..], [_, _, 0, 0], [0, 0, ..]) => Some("ảnh BMP"),
        _ => None,
    }
}

/// The document formats since 2005 are zip files; the names of their parts tell which.
fn zip(bytes: &[u8]) -> Result<Content, ReadError> {
    let package = Package::open(bytes)?;
    if package.has("word/") {
        Ok(Content::Docx)
    } else if package.has("xl/") {
        Ok(Content::Binary(Format::Sheet))
    } else if package.has("ppt/") {
        Err(ReadError::NotAReport("bản trình chiếu"))
    } else if package.has("content.xml") {
        let sheet = find(bytes, b"opendocument.spreadsheet");
        Ok(Content::Binary(if sheet { Format::Sheet } else { Format::Odt }))
    } else {
        Err(ReadError::NotAReport("tệp nén ZIP"))
    }
}

/// The old Office formats share one container, in which the names of the streams are kept as UTF-16.
fn compound(bytes: &[u8]) -> Result<Content, ReadError> {
    let has = |name: &str| find(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    if has("EncryptedPackage") {
        Err(ReadError::Locked)
    } else if has("WordDocument") {
        Ok(Content::Binary(Format::Doc))
    } else if has("Workbook") || has("Book") {
        Ok(Content::Binary(Format::Sheet))
    } else {
        Err(ReadError::NotAReport("tệp Office đời cũ"))
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// How many broken characters text may have, one in so many, before it counts as another encoding.
const MAX_BROKEN: usize = 200;

fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return Ok(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return Ok(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    if is_binary(bytes) {
        return Err(ReadError::NotAReport("tệp nhị phân"));
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    let broken = text.chars().filter(|c| *c == '\u{FFFD}').count();
    // One broken character is what a text cut at its end has, however short it is.
    if broken > 1 && broken > text.len() / MAX_BROKEN {
        return Err(ReadError::Encoding);
    }
    Ok(Decoded { text, finding: broken_characters(broken) })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    // The byte order mark stays in the text, so that offsets count it as they do in UTF-8.
    let text: String =
        std::iter::once('\u{FEFF}').chain(char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}'))).collect();
    let broken = text.chars().filter(|c| *c == '\u{FFFD}').count();
    Decoded { text, finding: broken_characters(broken) }
}

/// Whether the bytes hold control characters that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    bytes.contains(&0) || controls * 100 > bytes.len()
}

fn broken_characters(count: usize) -> Option<Finding> {
    let message = format!("Tệp có {count} ký tự bị hỏng; chỗ đó được đọc là “\u{FFFD}”.");
    (count > 0).then(|| {
        Finding::new("encoding", Severity::Warning, message, Vec::new())
            .with_hint("Mở tệp gốc bằng Word, lưu lại thành .docx rồi thả lại.")
    })
}

/// Formats that are written as text.
fn marked_up(text: &str) -> Result<Option<Format>, ReadError> {
    let head: String = text.chars().skip_while(|c| c.is_whitespace() || *c == '\u{FEFF}').take(16).collect();
    let head = head.to_ascii_lowercase();
    match head.as_str() {
        _ if head.starts_with("{\\rtf") => Ok(Some(Format::Rtf)),
        _ if head.starts_with("<!doctype html") || head.starts_with("<html") => Ok(Some(Format::Html)),
        _ if head.starts_with("mime-version:") => Ok(Some(Format::Html)),
        _ if head.starts_with("<?xml") => Err(ReadError::NotAReport("tệp XML")),
        _ => Ok(None),
    }
}
