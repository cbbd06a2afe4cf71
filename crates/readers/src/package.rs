//! A zip file of XML parts, as documents of Word and of `LibreOffice` are, read within bounds.

mod salvage;

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::decode::pairs;
use crate::error::ReadError;
use crate::xml::{Element, Tree, Vocabulary, WORD};

/// The most entries that the zip file may have; documents with many pictures have some hundreds.
const MAX_ENTRIES: usize = 10_000;

/// How many bytes all parts that are read may have when they are inflated.
const MAX_INFLATED: u64 = 64 << 20;

/// The parts of a document.
pub(super) struct Package<'a> {
    parts: Parts<'a>,
    /// How many bytes may still be inflated.
    budget: u64,
}

/// Where the parts are found.
enum Parts<'a> {
    /// By the directory at the end of the file.
    Listed(ZipArchive<Cursor<&'a [u8]>>),
    /// By the head of each, where the directory is missing or broken.
    Salvaged(HashMap<String, Vec<u8>>),
}

/// A part that another part refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    /// The id by which it is referred to.
    pub id: String,
    /// The last word of its type, such as `header`.
    pub kind: String,
    /// The path of the part.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens the zip file.
    ///
    /// # Errors
    /// Where no part can be found, or there are too many.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if entries(bytes) > MAX_ENTRIES {
            return Err(ReadError::Hostile);
        }
        if let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) {
            return Ok(Self { parts: Parts::Listed(archive), budget: MAX_INFLATED });
        }
        let parts = salvage::parts(bytes, MAX_ENTRIES, MAX_INFLATED)?;
        if parts.is_empty() {
            return Err(ReadError::Damaged);
        }
        Ok(Self { parts: Parts::Salvaged(parts), budget: MAX_INFLATED })
    }

    /// Whether the directory of the zip file was missing or broken, so that parts may be missing too.
    pub fn is_salvaged(&self) -> bool {
        matches!(self.parts, Parts::Salvaged(_))
    }

    /// Whether there is a part whose path begins so.
    pub fn has(&self, path: &str) -> bool {
        match &self.parts {
            Parts::Listed(archive) => archive.file_names_raw().any(|name| name.starts_with(path.as_bytes())),
            Parts::Salvaged(parts) => parts.keys().any(|name| name.starts_with(path)),
        }
    }

    /// The text of a part; `None` where there is none of that path.
    ///
    /// # Errors
    /// Where it is encrypted, damaged or inflates beyond the bound.
    pub fn text(&mut self, path: &str) -> Result<Option<String>, ReadError> {
        let archive = match &mut self.parts {
            Parts::Listed(archive) => archive,
            Parts::Salvaged(parts) => return Ok(parts.get(path).map(|part| decode(part.clone()))),
        };
        let mut part = match archive.by_name(path) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(ReadError::Locked),
            Err(_) => return Err(ReadError::Damaged),
        };
        let mut bytes = Vec::new();
        // What the directory says of sizes is not believed: the bytes are counted as they come.
        let read = part.by_ref().take(self.budget + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > self.budget {
            return Err(ReadError::Hostile);
        }
        // A wrong checksum may hide a changed figure, so nothing of such a part is used.
        read.map_err(|_| ReadError::Damaged)?;
        self.budget -= bytes.len() as u64;
        Ok(Some(decode(bytes)))
    }

    /// The elements of a part; `None` where there is none of that path.
    ///
    /// # Errors
    /// As [`Self::text`], and where it nests too deep.
    pub fn tree(&mut self, path: &str, vocabulary: &'static Vocabulary) -> Result<Option<Tree>, ReadError> {
        self.text(path)?.map(|text| Tree::parse(&text, vocabulary)).transpose()
    }

    /// The elements of a part that can be done without, and whether it is damaged.
    ///
    /// # Errors
    /// As [`Self::tree`], except where it is damaged.
    pub fn optional(
        &mut self,
        path: &str,
        vocabulary: &'static Vocabulary,
    ) -> Result<(Option<Tree>, bool), ReadError> {
        match self.tree(path, vocabulary) {
            Err(ReadError::Damaged) => Ok((None, true)),
            Ok(tree) => {
                let damaged = tree.as_ref().is_some_and(|tree| tree.damaged);
                Ok((tree, damaged))
            }
            Err(error) => Err(error),
        }
    }

    /// What a part refers to; empty where nothing is said.
    ///
    /// # Errors
    /// As [`Self::tree`].
    pub fn relations(&mut self, path: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let slash = if folder.is_empty() { "" } else { "/" };
        let tree = self.tree(&format!("{folder}{slash}_rels/{name}.rels"), &WORD)?;
        let relation = |element: Element| {
            let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
            let target = resolve(folder, element.attribute("Target")?);
            Some(Relation { id: element.attribute("Id")?.to_owned(), kind, target })
        };
        let top = tree.as_ref().and_then(Tree::top);
        Ok(top.into_iter().flat_map(Element::children).filter_map(relation).collect())
    }
}

/// The path of a target as seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

/// How many entries the record at the end of the file claims; 0 where there is no such record.
fn entries(bytes: &[u8]) -> usize {
    // The record has 22 bytes and a comment of at most 65,535.
    let tail = &bytes[bytes.len().saturating_sub(22 + 65_535)..];
    let record = tail.windows(12).rev().find(|window| window.starts_with(b"PK\x05\x06"));
    record.map_or(0, |record| usize::from(u16::from_le_bytes([record[10], record[11]])))
}

/// Parts are UTF-8 or, rarely, UTF-16, told by the first bytes.
fn decode(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => pairs(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => pairs(rest, u16::from_be_bytes),
        [b'<', 0, ..] => pairs(&bytes, u16::from_le_bytes),
        [0, b'<', ..] => pairs(&bytes, u16::from_be_bytes),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_their_folder() {
        for (folder, target, expected) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../custom/a.xml", "custom/a.xml"),
            ("", "word/document.xml", "word/document.xml"),
            ("", "../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
    }
}
