//! Real files from before Unicode against what stands in them; skipped where the shared folder is missing.

use std::fs;

use tonghop_model::document::Document;
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::syllable::is_syllable;
use unicode_normalization::char::is_combining_mark;

use super::pdf_shared::distance;
use super::shared::{folder, plain};
use super::support::read;

/// Wrong letters, or words, in a hundred thousand: 0.2 %.
const BOUND: usize = 200;

fn file(name: &str) -> Option<Vec<u8>> {
    Some(fs::read(folder()?.join("../other").join(name)).unwrap())
}

fn text(document: &Document) -> String {
    let paragraphs = document.paragraphs();
    plain(&paragraphs.iter().map(|(paragraph, _)| paragraph.text.to_string()).collect::<Vec<_>>().join(" "))
}

/// The font of the title prints capitals, and its text was written down in small letters.
#[test]
fn a_pdf_in_tcvn3_against_its_text() {
    let (Some(pdf), Some(known)) = (file("congnghiep-2007-02-tcvn3.pdf"), file("congnghiep-2007-02-tcvn3.txt"))
    else {
        return;
    };
    let known = plain(std::str::from_utf8(&known).unwrap()).to_lowercase();
    let wrong = distance(&known, &text(&read(&pdf)).to_lowercase()) * 100_000 / known.chars().count();
    println!("TCVN3 PDF: CER {}.{:03} %", wrong / 1000, wrong % 1000);
    assert!(wrong <= BOUND);
}

/// There is no text of it beside the file: a letter that was read wrongly makes a word that is no syllable.
#[test]
fn an_old_word_file_in_vni_by_its_words() {
    let Some(file) = file("binhphuoc-2008-vni.doc") else { return };
    let text = text(&read(&file));
    let letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    // Abbreviations such as QĐ and HĐND have no vowel.
    let vowel = |c: char| "aeiouy".contains(fold::bare_char(c).to_ascii_lowercase());
    let spelled = |word: &&str| !word.is_ascii() && word.chars().any(vowel);
    let words: Vec<&str> = text.split(|c| !letter(c)).filter(spelled).collect();
    let wrong: Vec<&&str> = words.iter().filter(|word| !is_syllable(word)).collect();
    let share = wrong.len() * 100_000 / words.len();
    println!("VNI .doc: {}.{:03} % of {} words are no syllables: {wrong:?}", share / 1000, share % 1000, words.len());
    assert!(words.len() > 300 && share <= BOUND);
}
