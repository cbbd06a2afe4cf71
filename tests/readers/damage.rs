//! Bad input: each gets its refusal or what can be read, and never a panic.

use tonghop_model::foreign::Foreign;
use tonghop_readers::error::ReadError;
use tonghop_readers::{MAX_BYTES, document};

use super::support::{Docx, item, p, read};

fn check(name: &str, bytes: &[u8], expected: ReadError) {
    assert_eq!(document(name, bytes).err(), Some(expected));
}

#[test]
fn nothing_in_it() {
    check("a.txt", b"", ReadError::Empty);
    check("a.docx", b"", ReadError::Empty);
    check("a.txt", " \r\n\t\u{A0}\u{FEFF}\n".as_bytes(), ReadError::Empty);
    check("a.md", b"\n---\n", ReadError::Empty);
    check("a.docx", &Docx::new("<w:p/>").bytes(), ReadError::Empty);
}

#[test]
fn other_content_than_the_name_says() {
    check("a.docx", b"\xFF\xD8\xFF\xE0\0\x10JFIF", ReadError::Foreign(Foreign::Jpeg));
    check("a.txt", b"\x89PNG\r\n\x1A\n\0\0", ReadError::Foreign(Foreign::Png));
    check("a.docx", b"MZ\x90\0\x03\0", ReadError::Foreign(Foreign::Program));
    check("a.txt", b"a\0b\0c", ReadError::Foreign(Foreign::Binary));
    check("a.docx", b"%PDF-1.7\n", ReadError::Damaged);
    check("a.docx", b"{\\rtf1\\ansi}", ReadError::Empty);
    check("a.txt", b"<?xml version=\"1.0\"?><a/>", ReadError::Foreign(Foreign::Xml));
    check("a.txt", b"\x83\x81\x83\x82 5: \x93\xFA\x96\x7B\x8C\xEA\x81B 12, \x90\xBC\x97\xEF 3", ReadError::Encoding);
}

#[test]
fn zip_files_of_other_kinds() {
    let zip = |path: &str| Docx::without_parts().part(path, b"x").bytes();
    check("a.docx", &zip("xl/workbook.xml"), ReadError::Damaged);
    check("a.docx", &zip("content.xml"), ReadError::Damaged);
    check("a.docx", &zip("ppt/presentation.xml"), ReadError::Foreign(Foreign::Slides));
    check("a.docx", &zip("anh.jpg"), ReadError::Foreign(Foreign::Zip));
    check("a.docx", &Docx::without_document().bytes(), ReadError::Damaged);
}

#[test]
fn compound_files() {
    let compound = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    check("a.docx", &compound("EncryptedPackage"), ReadError::Locked);
    check("a.docx", &compound("WordDocument"), ReadError::Damaged);
    check("a.docx", &compound("Workbook"), ReadError::Damaged);
}

#[test]
fn too_large_to_look_at() {
    let bytes = vec![b'a'; usize::try_from(MAX_BYTES).unwrap() + 1];
    check("a.txt", &bytes, ReadError::TooLarge { limit: MAX_BYTES });
}

#[test]
fn every_prefix_of_a_document() {
    let bytes = Docx::new(&(p("Đạt 12") + &item(1, 0, "x"))).bytes();
    assert_eq!(read(&bytes).blocks.len(), 2);
    // Fewer bytes do not show yet that it is a zip file.
    for end in 4..bytes.len() {
        // Only the list of parts at the end can be done without.
        if let Ok(cut) = document("a.docx", &bytes[..end]) {
            assert_eq!(
                (cut.text.as_str(), cut.notices[0].code()),
                ("Đạt 12\nx\n", "damaged"),
                "{end} of {}",
                bytes.len()
            );
        }
    }
}

#[test]
fn flipped_bits() {
    let body: String = (0..40).map(|n| p(&format!("Chỉ tiêu {n}: 1.{n}04 hồ sơ"))).collect();
    let bytes = Docx::new(&body).wrapped("styles", "").wrapped("numbering", "").bytes();
    let whole = read(&bytes).text;
    let mut seed = 1_u64;
    for _ in 0..600 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(seed >> 33).unwrap() % (bytes.len() * 8);
        let mut flipped = bytes.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        // Either the damage is noticed or it was somewhere that does not matter: never another figure.
        if let Ok(document) = document("a.docx", &flipped) {
            assert_eq!(document.text, whole, "bit {at}");
        }
    }
}

#[test]
fn elements_nested_without_end() {
    for name in ["w:p", "w:sdt", "w:tbl", "w:r", "mc:AlternateContent"] {
        let deep = format!("<{name}>").repeat(100_000);
        check("a.docx", &Docx::new(&deep).bytes(), ReadError::Hostile);
    }
    let lists = "- ".repeat(100_000) + "a";
    assert!(!document("a.md", lists.as_bytes()).unwrap().blocks.is_empty());
    let quotes = ">".repeat(100_000) + "a\n" + &"[".repeat(100_000) + &"*a _".repeat(50_000);
    assert!(!document("a.md", quotes.as_bytes()).unwrap().blocks.is_empty());
}

#[test]
fn tables_nested_to_the_bound() {
    let depth = 60;
    let body = "<w:tbl><w:tr><w:tc>".repeat(depth) + &p("đáy") + &"</w:tc></w:tr></w:tbl>".repeat(depth);
    assert_eq!(read(&Docx::new(&body).bytes()).paragraphs().len(), 1);
}

#[test]
fn a_zip_that_inflates_to_gigabytes() {
    // A part of zeros deflates to a thousandth; its size is what counts, whatever the directory says.
    let zeros = vec![0; 80 << 20];
    let file = Docx::without_parts().part("word/document.xml", &zeros).bytes();
    assert!(file.len() < 1 << 20);
    check("a.docx", &file, ReadError::Hostile);
}

#[test]
fn more_than_any_report_has() {
    check("a.docx", &Docx::new(&"<w:p/>".repeat(200_001)).bytes(), ReadError::Hostile);
    check("a.txt", "A.\n\n".repeat(200_002).as_bytes(), ReadError::Hostile);
    check("a.docx", &Docx::new(&"<w:a/>".repeat(2_000_000)).bytes(), ReadError::Hostile);
}

#[test]
fn malformed_xml_is_read_up_to_the_fault() {
    let document = read(&Docx::new(&(p("trước") + "<w:p></w:r>" + &p("sau"))).bytes());
    assert_eq!(document.paragraphs().len(), 1);
    assert_eq!(document.notices[0].code(), "damaged");
}

#[test]
fn a_damaged_style_part_is_passed_over() {
    let document = read(&Docx::new(&p("Đạt 12")).part("word/styles.xml", b"<w:styles><w:style").bytes());
    assert_eq!(document.blocks.len(), 1);
    assert_eq!(document.notices[0].code(), "damaged");
}

#[test]
fn broken_characters_in_text() {
    let mut bytes = "Tổng số hồ sơ là 12.".repeat(40).into_bytes();
    bytes.push(0xE1);
    let document = document("a.txt", &bytes).unwrap();
    assert!(document.text.ends_with('\u{FFFD}'));
    assert_eq!(document.notices[0].code(), "encoding");
}

#[test]
fn text_in_utf_16() {
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = "\u{FEFF}Đạt 12 hồ sơ.".encode_utf16().flat_map(unit).collect();
        let document = document("a.txt", &bytes).unwrap();
        assert_eq!(document.text, "\u{FEFF}Đạt 12 hồ sơ.");
        assert_eq!(document.paragraphs()[0].0.text.whole().start, 1);
    }
}
