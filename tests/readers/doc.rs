//! The heads of `.doc` files; `traps` has what stands in them.

use tonghop_readers::document;
use tonghop_readers::error::ReadError;

/// Invented content; `files/README.md` says how it was made.
const TRAPS: &[u8] = include_bytes!("files/traps.doc");

/// The file with other bytes at a place of the head of its main stream.
fn with_head(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = TRAPS.to_vec();
    let head = file.windows(2).position(|window| window == b"\xEC\xA5").unwrap();
    file[head + at..head + at + bytes.len()].copy_from_slice(bytes);
    file
}

#[test]
fn heads_that_are_refused() {
    let check = |file: Vec<u8>, error: ReadError| assert_eq!(document("a.doc", &file).err(), Some(error));
    check(with_head(0, b"\xDC\xA5\x68\x00"), ReadError::BeforeWord97);
    check(with_head(2, b"\x65\x00"), ReadError::BeforeWord97);
    check(with_head(0x0B, b"\x13"), ReadError::Locked);
    check(with_head(0, b"\0\0"), ReadError::Damaged);
}
