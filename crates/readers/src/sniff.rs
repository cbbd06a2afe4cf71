//! Which format the bytes are of. The file's name is not asked: a picture named `.docx` is a picture.

use crate::compound::Compound;
use crate::error::ReadError;
use crate::package::Package;
use crate::{Format, decode};
use tonghop_model::foreign::Foreign;

/// Tells what the bytes hold.
///
/// # Errors
/// Where the content is nothing that a report comes in.
pub(super) fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    let foreign = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what);
    if let Some(what) = foreign.or_else(|| boxed_media(bytes)) {
        return Err(ReadError::Foreign(what));
    }
    // Readers of PDF accept some bytes of other software before the mark.
    if find(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Ok(Format::Pdf);
    }
    written(bytes)
}

/// First bytes of what is dropped by mistake.
const FOREIGN: [(&[u8], Foreign); 15] = [
    (b"\xFF\xD8\xFF", Foreign::Jpeg),
    (b"\x89PNG\r\n", Foreign::Png),
    (b"GIF8", Foreign::Gif),
    (b"II*\0", Foreign::Tiff),
    (b"MM\0*", Foreign::Tiff),
    (b"MZ\x90\0", Foreign::Program),
    (b"\x7FELF", Foreign::Program),
    (b"\0asm", Foreign::Program),
    (b"Rar!\x1A\x07", Foreign::Rar),
    (b"7z\xBC\xAF\x27\x1C", Foreign::SevenZip),
    (b"\x1F\x8B", Foreign::Gzip),
    (b"ID3", Foreign::Sound),
    (b"OggS", Foreign::Sound),
    (b"SQLite format 3\0", Foreign::Database),
    (b"L\0\0\0\x01\x14\x02\0", Foreign::Shortcut),
];

/// Pictures and films whose mark stands behind a length.
fn boxed_media(bytes: &[u8]) -> Option<Foreign> {
    match (bytes.get(..4)?, bytes.get(4..8)?, bytes.get(8..12)?) {
        (b"RIFF", _, b"WEBP") => Some(Foreign::WebP),
        (b"RIFF", _, _) => Some(Foreign::SoundOrFilm),
        (_, b"ftyp", b"heic" | b"heix" | b"mif1" | b"avif") => Some(Foreign::Heic),
        (_, b"ftyp", _) => Some(Foreign::Film),
        ([b'B', b'M', ..], [_, _, 0, 0], [0, 0, ..]) => Some(Foreign::Bmp),
        _ => None,
    }
}

/// The document formats since 2005 are zip files: the first entry of `OpenDocument` names its type, the list of
/// content types that of Office; where both are missing the names of the parts tell.
fn zip(bytes: &[u8]) -> Result<Format, ReadError> {
    let mut package = Package::open(bytes)?;
    let mimetype = package.text("mimetype").ok().flatten();
    let types = package.text("[Content_Types].xml").ok().flatten().unwrap_or_default();
    let said = |word: &str| mimetype.as_ref().unwrap_or(&types).contains(word);
    if said("opendocument.text") {
        Ok(Format::Odt)
    } else if said("opendocument.spreadsheet") {
        Ok(Format::Ods)
    } else if said("wordprocessingml.") || said("ms-word.") || package.has("word/") {
        Ok(Format::Docx)
    } else if said("ms-excel.sheet.binary") {
        Err(ReadError::Foreign(Foreign::BinarySheets))
    } else if said("spreadsheetml.") || said("ms-excel.") || package.has("xl/") {
        Ok(Format::Xlsx)
    } else if said("presentationml.") || said("opendocument.presentation") || package.has("ppt/") {
        Err(ReadError::Foreign(Foreign::Slides))
    } else if package.has("content.xml") {
        Ok(Format::Odt)
    } else if package.is_salvaged() {
        Err(ReadError::Damaged)
    } else {
        Err(ReadError::Foreign(Foreign::Zip))
    }
}

/// The old Office formats share one container, whose outermost streams tell which it is. Where the directory is
/// damaged, the names of streams, which are kept as UTF-16, are looked for in all of the file.
fn compound(bytes: &[u8]) -> Result<Format, ReadError> {
    let file = Compound::open(bytes).ok().filter(|file| file.names().next().is_some());
    let has = |name: &str| match &file {
        Some(file) => file.names().any(|known| known.eq_ignore_ascii_case(name)),
        None => find(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
    };
    if has("EncryptedPackage") {
        Err(ReadError::Locked)
    } else if has("WordDocument") {
        Ok(Format::Doc)
    } else if has("Workbook") || has("Book") {
        Ok(Format::Xls)
    } else {
        Err(ReadError::Foreign(Foreign::OldOffice))
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Whether the bytes hold control characters that no text has; some of the others are letters in old encodings.
fn is_binary(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|b| matches!(b, 0 | 1 | 7 | 8 | 14 | 15 | 22..=24 | 26 | 31)).count();
    bytes.contains(&0) || controls * 100 > bytes.len()
}

/// How many bytes of a text are looked at to tell what it is written in.
const HEAD: usize = 4096;

/// Formats that are written as text.
fn written(bytes: &[u8]) -> Result<Format, ReadError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = match decode::utf16(head) {
        Some(head) => head,
        None if is_binary(bytes) => return Err(ReadError::Foreign(Foreign::Binary)),
        None => decode::utf8(head),
    };
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').to_ascii_lowercase();
    if head.starts_with("{\\rtf") {
        Ok(Format::Rtf)
    } else if is_mail(&head) {
        Ok(Format::Mht)
    } else if is_page(&head) {
        Ok(Format::Html)
    } else if head.starts_with("<?xml") && head.contains("<office:document") {
        Ok(Format::Odt)
    } else if head.starts_with("<?xml") {
        Err(ReadError::Foreign(Foreign::Xml))
    } else {
        Ok(Format::Text)
    }
}

/// Whether the text is a web page: the first tag that is no declaration or comment is one that pages begin with.
fn is_page(head: &str) -> bool {
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        rest = match rest {
            _ if rest.starts_with("<!--") => rest.split_once("-->").map_or("", |(_, rest)| rest),
            _ if rest.starts_with("<?xml") => rest.split_once('>').map_or("", |(_, rest)| rest),
            _ => break,
        };
    }
    ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<style"].iter().any(|tag| {
        let next = rest.strip_prefix(tag).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| !c.is_alphanumeric())
    })
}

/// Whether the text begins with the fields of a mail, as web pages in one file do.
fn is_mail(head: &str) -> bool {
    let fields = head.split_once("\n\n").or_else(|| head.split_once("\r\n\r\n")).map_or(head, |(fields, _)| fields);
    let has = |name: &str| fields.lines().any(|line| line.starts_with(name));
    has("mime-version:") && has("content-type:")
}
