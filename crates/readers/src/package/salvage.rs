//! The parts of a zip file whose directory at the end is missing or broken: each part has a head of its own.
//!
//! Only parts that are whole and have the right checksum are used: half a part could end in half a figure.

use std::collections::HashMap;
use std::io::Read;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use crate::error::ReadError;

/// What each part begins with.
const HEAD: &[u8] = b"PK\x03\x04";

/// How many bytes a head has before its name.
const HEAD_LEN: usize = 30;

/// The parts by their paths; `entries` and `inflated` bound how many there may be, and how many bytes in all.
///
/// # Errors
/// Where there is more than the bounds allow.
pub(super) fn parts(bytes: &[u8], entries: usize, inflated: u64) -> Result<HashMap<String, Vec<u8>>, ReadError> {
    let mut parts = HashMap::new();
    let mut budget = inflated;
    let mut rest = bytes;
    while let Some(at) = rest.windows(HEAD.len()).position(|window| window == HEAD) {
        rest = &rest[at..];
        let Some(head) = Head::read(rest) else { break };
        let data = rest.get(head.data..).unwrap_or_default();
        rest = &rest[HEAD.len()..];
        if let Some((content, behind)) = head.content(data, &mut budget)? {
            parts.insert(head.name, content);
            rest = behind;
        }
        if parts.len() > entries {
            return Err(ReadError::Hostile);
        }
    }
    Ok(parts)
}

/// The content of a part, and what stands behind it in the file.
type Found<'a> = (Vec<u8>, &'a [u8]);

struct Head {
    name: String,
    /// Where the data begins.
    data: usize,
    flags: u16,
    method: u16,
    checksum: u32,
    /// How many bytes the data has, unless the flags say that this stands behind it.
    len: usize,
}

impl Head {
    fn read(bytes: &[u8]) -> Option<Self> {
        let head = bytes.get(..HEAD_LEN)?;
        let u16_at = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
        let u32_at = |at: usize| u32::from(u16_at(at)) | u32::from(u16_at(at + 2)) << 16;
        let name = HEAD_LEN + usize::from(u16_at(26));
        Some(Self {
            name: String::from_utf8_lossy(bytes.get(HEAD_LEN..name)?).into_owned(),
            data: name + usize::from(u16_at(28)),
            flags: u16_at(6),
            method: u16_at(8),
            checksum: u32_at(14),
            len: usize::try_from(u32_at(18)).ok()?,
        })
    }

    /// The content and what stands behind it; `None` where it is not whole, or is encrypted.
    fn content<'a>(&self, data: &'a [u8], budget: &mut u64) -> Result<Option<Found<'a>>, ReadError> {
        let described = self.flags & 8 != 0;
        let found = match self.method {
            _ if self.flags & 1 != 0 => None,
            0 if !described => data.split_at_checked(self.len).map(|(content, behind)| (content.to_vec(), behind)),
            8 => {
                let mut decoder = DeflateDecoder::new(data);
                let mut content = Vec::new();
                let read = decoder.by_ref().take(*budget + 1).read_to_end(&mut content);
                // What comes to nothing counts too, or many heads would inflate the same bytes again and again.
                *budget = budget.checked_sub(content.len() as u64).ok_or(ReadError::Hostile)?;
                read.is_ok().then(|| (content, decoder.into_inner()))
            }
            _ => None,
        };
        let Some((content, behind)) = found else { return Ok(None) };
        let checksum = if described { checksum_behind(behind) } else { Some(self.checksum) };
        let mut crc = Crc::new();
        crc.update(&content);
        Ok((checksum == Some(crc.sum())).then_some((content, behind)))
    }
}

/// The checksum that stands behind the data, with or without a mark before it.
fn checksum_behind(behind: &[u8]) -> Option<u32> {
    let at = if behind.starts_with(b"PK\x07\x08") { 4 } else { 0 };
    behind.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}
