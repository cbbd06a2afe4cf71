//! PDFs with a password: an empty one opens them like any other file, another one has to be given.

use tonghop_readers::error::ReadError;
use tonghop_readers::{Options, document, document_with, picture};

/// Invented content; `files/README.md` says how they were made and which passwords they have.
const LOCKED: &[u8] = include_bytes!("files/locked.pdf");
const EMPTY: &[u8] = include_bytes!("files/empty-password.pdf");

const PASSWORD: &str = "Mở-2022";

fn check(bytes: &[u8], password: &str, expected: Result<(), ReadError>) {
    let options = Options { password: password.to_owned(), ..Options::default() };
    let read = document_with("a.pdf", bytes, &options);
    if let Ok(document) = &read {
        assert!(document.text.contains("tiếp nhận 1.204 hồ sơ, đã giải quyết 1.187 hồ sơ"), "{}", document.text);
    }
    assert_eq!(read.map(drop), expected, "{password:?}");
}

#[test]
fn an_empty_password_opens_at_once() {
    assert_eq!(document("a.pdf", EMPTY).map(drop), Ok(()));
    check(EMPTY, "", Ok(()));
}

#[test]
fn a_password_is_asked_for_and_a_wrong_one_is_said() {
    check(LOCKED, "", Err(ReadError::Password { wrong: false }));
    check(LOCKED, "mở-2022", Err(ReadError::Password { wrong: true }));
    check(LOCKED, PASSWORD, Ok(()));
}

#[test]
fn the_pages_are_painted_with_the_password() {
    assert!(picture(LOCKED, 0, 200, PASSWORD).is_ok_and(|picture| picture.width == 200 && picture.pages == 1));
    assert_eq!(picture(LOCKED, 0, 200, "").err(), Some(ReadError::Password { wrong: false }));
}
