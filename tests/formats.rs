//! `docs/formats.md` is made from what the readers say of themselves; `UPDATE_EXPECT=1 cargo test --test formats`
//! writes it anew.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use expect_test::expect_file;
use tonghop::engine::read::{Degree, MAX_BLOCKS, MAX_BYTES, MAX_TEXT, READERS, Reader};

#[test]
fn the_page_says_what_the_readers_say() {
    expect_file!["../docs/formats.md"].assert_eq(&page());
}

fn page() -> String {
    let mut page = format!(
        "# Formats\n\n\
         What is read of each format. This page is made from the lists at the head of each reader by\n\
         `UPDATE_EXPECT=1 cargo test --test formats`.\n\n\
         A format is told by the content of the file; where the ending of its name is that of another format, the\n\
         file is read all the same and that is said. No file of more than {} MB is looked at, and no document of\n\
         more than {} MB of text or {MAX_BLOCKS} paragraphs and cells is read.\n",
        MAX_BYTES >> 20,
        MAX_TEXT >> 20,
    );
    for reader in &READERS {
        section(reader, &mut page);
    }
    page
}

fn section(reader: &Reader, page: &mut String) {
    let endings: Vec<String> = reader.format.endings().iter().map(|ending| format!("`.{ending}`")).collect();
    writeln!(page, "\n## {:?}: {}\n", reader.format, endings.join(", ")).unwrap();
    if reader.support.is_empty() {
        writeln!(page, "Told by its content and refused with a sentence; there is no reader yet.").unwrap();
        return;
    }
    writeln!(page, "| read | what |\n|---|---|").unwrap();
    for feature in reader.support {
        let degree = match feature.degree {
            Degree::Done => "done",
            Degree::Partly => "partly",
            Degree::Not => "not",
        };
        writeln!(page, "| {degree} | {} |", feature.what).unwrap();
    }
}
