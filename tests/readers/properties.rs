//! What holds for any input.

use proptest::prelude::*;
use tonghop_model::document::Document;
use tonghop_readers::document;

use super::support::{Docx, spans_lie_inside};

/// Which characters of the text some paragraph was made from.
fn covered(document: &Document) -> Vec<bool> {
    let mut covered = vec![false; document.text.chars().count()];
    for (paragraph, _) in document.paragraphs() {
        for index in 0..paragraph.text.len() {
            let span = paragraph.text.span(index..index + 1);
            covered[span.start..span.end].fill(true);
        }
    }
    covered
}

/// Lines such as reports have, with the marks that lists, tables, headings and page breaks use.
fn report() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Tổng",
        "số",
        "hồ",
        "sơ",
        "1.204",
        "NQ-",
        "CP",
        "tháng",
        "5.",
        "(12",
        "79,3%);",
        "và",
        "của",
        "UBND",
        "-",
        "+",
        "I.",
        "4.1.",
        "a)",
        "tô\u{309}ng",
        "\u{A0}",
        "12/",
        "**",
        "_",
        "<b>",
        "&amp;",
        "[",
        "](",
        "|",
        "#",
        ">",
        "`",
        "\\",
        "\t",
        "    ",
    ]);
    let end = prop::sample::select(vec![" ", " ", " ", "\n", "\n\n", "\r\n", "\u{C}"]);
    prop::collection::vec((word, end), 0..80)
        .prop_map(|pieces| pieces.iter().flat_map(|(word, end)| [*word, *end]).collect())
}

proptest! {
    #[test]
    fn any_bytes_never_panic(name in "[a-z]{1,3}\\.(txt|md|docx)", bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(document) = document(&name, &bytes) {
            prop_assert!(spans_lie_inside(&document));
        }
    }

    #[test]
    fn any_text_keeps_its_spans(name in "a\\.(txt|md)", text in any::<String>()) {
        if let Ok(document) = document(&name, text.as_bytes()) {
            prop_assert!(spans_lie_inside(&document));
        }
    }

    #[test]
    fn text_loses_no_letter_and_no_digit(text in report()) {
        if let Ok(document) = document("a.txt", text.as_bytes()) {
            prop_assert!(spans_lie_inside(&document));
            let covered = covered(&document);
            let lost = text.chars().zip(&covered).position(|(c, covered)| !c.is_whitespace() && !covered);
            prop_assert_eq!(lost, None);
        }
    }

    #[test]
    fn markdown_loses_no_letter_and_no_digit(text in report()) {
        if let Ok(document) = document("a.md", text.as_bytes()) {
            prop_assert!(spans_lie_inside(&document));
            // Tags and entities are marks; the strategy has one of each.
            let marks: Vec<(usize, &str)> = text.match_indices("<b>").chain(text.match_indices("&amp;")).collect();
            let is_mark = |byte: usize| marks.iter().any(|(at, mark)| (*at..at + mark.len()).contains(&byte));
            let covered = covered(&document);
            let lost = text
                .char_indices()
                .zip(&covered)
                .find(|((byte, c), covered)| c.is_alphanumeric() && !**covered && !is_mark(*byte));
            prop_assert_eq!(lost, None);
        }
    }

    #[test]
    fn any_body_keeps_its_spans(body in "(<w:(p|r|t|tbl|tr|tc|br/|tab/|pPr|numPr)>|</w:(p|r|t|tbl|tr|tc|pPr)>|[a-zđ0-9 &;.]{1,5}){0,60}") {
        if let Ok(document) = document("a.docx", &Docx::new(&body).bytes()) {
            prop_assert!(spans_lie_inside(&document));
        }
    }
}

#[test]
fn three_megabytes_in_a_second() {
    let line = "- Tổng số hồ sơ đã tiếp nhận trong tháng là 1.204 hồ sơ (trực tiếp 804, trực tuyến 400), đã giải\nquyết 1.100 hồ sơ.\n\n";
    let text = line.repeat(3_000_000 / line.len());
    for name in ["a.txt", "a.md"] {
        let start = std::time::Instant::now();
        let blocks = document(name, text.as_bytes()).unwrap().blocks.len();
        assert_eq!(blocks, text.matches("- ").count());
        // The bound is for the shipped build; the build of the tests is many times slower.
        let bound = if cfg!(debug_assertions) { 20 } else { 1 };
        assert!(start.elapsed().as_secs() < bound, "{name} took {:?}", start.elapsed());
    }
}
