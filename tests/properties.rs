//! What must hold of every text, whatever stands in it: nothing panics, every span lies in the text and quotes what it
//! claims, and every digit lies in exactly one numeral.
#![allow(clippy::unwrap_used)] // A test may stop at the first thing that is not as it should be.

use std::ops::Range;

use jiff::civil::Date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use tonghop_figures::report;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::date;
use tonghop_numbers::{format, number};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use unicode_normalization::UnicodeNormalization;

/// Words, numerals and marks of the genre, which in any order are harder on the grammar than random letters.
const PIECES: [&str; 56] = [
    "ngày",
    "tháng",
    "năm",
    "quý",
    "giờ",
    "phút",
    "từ",
    "đến",
    "và",
    "số",
    "tổng số",
    "trong đó",
    "gồm",
    "hồ sơ",
    "lượt",
    "km",
    "triệu đồng",
    "nghìn",
    "tỷ",
    "Công văn",
    "Quyết định",
    "Điều",
    "mức độ",
    "Phường",
    "giai đoạn",
    "khoảng",
    "trên",
    "Không có",
    "08",
    "5",
    "13",
    "2021",
    "72020",
    "1.625",
    "88.924",
    "80.5231",
    "157,203",
    "1,234.5",
    "84,27",
    "%",
    "17/11/2021",
    "13/20/2022",
    "30/4",
    "97/KH-UBND",
    "01/NQ- CP2",
    "953 /BC-ST2",
    "4G",
    "(",
    ")",
    ";",
    ":",
    ",",
    ".",
    "-",
    "+",
    "\n",
];

fn read(text: &str) -> Option<Report> {
    report::read("báo cáo.txt", text.as_bytes(), &Catalogue::shipped()).ok()
}

/// The text without what cleaning drops or changes: spaces, characters that are not seen, the way letters are composed.
fn bare(text: &str) -> String {
    let seen = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    text.chars().filter(seen).nfc().collect()
}

fn check(text: &str) {
    let Some(report) = read(text) else { return };
    let chars: Vec<char> = report.document.text.chars().collect();
    let inside =
        |span: Span| assert!(span.start <= span.end && span.end <= chars.len(), "{span:?} of {}", chars.len());
    let quotes = |span: Span, raw: &str| {
        inside(span);
        let quoted: String = chars[span.start..span.end].iter().collect();
        // A mark that composes with what stands before it takes that along.
        assert!(bare(&quoted).contains(&bare(raw)), "{quoted:?} does not quote {raw:?}");
        assert!(bare(&quoted).chars().count() <= bare(raw).chars().count() + 2, "{quoted:?} is more than {raw:?}");
    };
    report.numerals.iter().for_each(|numeral| quotes(numeral.span, &numeral.raw));
    for fact in &report.facts {
        quotes(fact.span, &fact.raw);
        inside(fact.sentence);
        assert!(fact.certainty <= 1000);
    }
    report.findings.iter().flat_map(|finding| &finding.places).for_each(|place| inside(*place));
    report.outline.iter().for_each(|section| inside(section.span));
    every_digit_is_in_one_numeral(&report);
}

fn every_digit_is_in_one_numeral(report: &Report) {
    for (index, (paragraph, _)) in report.document.paragraphs().into_iter().enumerate() {
        let own: Vec<&Range<usize>> =
            report.numerals.iter().filter(|numeral| numeral.paragraph == index).map(|numeral| &numeral.at).collect();
        for (at, c) in paragraph.text.chars().iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
            let holding = own.iter().filter(|range| range.contains(&at)).count();
            assert_eq!(holding, 1, "“{c}” at {at} of “{}”", paragraph.text);
        }
    }
}

/// One of the sample reports with a few changes, each of which cuts, repeats or writes over a stretch.
fn damaged() -> impl Strategy<Value = String> {
    let sample = include_str!("../samples/bc-thang-02-2022.md");
    let size = sample.chars().count();
    let change = (0..size, 0_usize..40, "[0-9.,/ \\-(;:a-zđA-Z\u{301}\u{AD}]{0,6}", 0_usize..3);
    prop::collection::vec(change, 1..8).prop_map(move |changes| {
        let mut chars: Vec<char> = sample.chars().collect();
        for (at, length, put, kind) in changes {
            let start = at.min(chars.len());
            let end = (start + length).min(chars.len());
            let cut: Vec<char> = chars[start..end].to_vec();
            let mut new: Vec<char> = put.chars().collect();
            if kind == 0 {
                new.extend(cut);
            } else if kind == 1 {
                new.clear();
            }
            chars.splice(start..end, new);
        }
        chars.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_holds(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn the_genre_in_any_order_holds(pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..60)) {
        let text: String =
            pieces.iter().flat_map(|&(piece, space)| [PIECES[piece], if space { " " } else { "" }]).collect();
        check(&text);
    }

    #[test]
    fn a_number_reads_back_as_it_is_printed(mantissa in 0_i64.., scale in 0_u32..=6) {
        let value = Decimal::new(mantissa, scale);
        let read = number::parse(&format::format(value)).unwrap();
        prop_assert_eq!((read.value, read.value.scale()), (value, value.scale()));
    }

    #[test]
    fn a_date_reads_back_as_it_is_printed(year in 1900_i16..2100, day in 0_i32..365) {
        let printed = Date::new(year, 1, 1).unwrap().saturating_add(jiff::Span::new().days(day));
        prop_assert_eq!(date::parse(&date::format(printed)).and_then(date::Printed::date), Some(printed));
    }

    #[test]
    fn a_printed_figure_is_one_numeral_of_its_value(value in 0_i64..10_000_000_000, before in 0..28_usize) {
        let text = format!("Tiếp nhận {} hồ sơ {}", format::format(Decimal::from(value)), PIECES[before]);
        let report = read(&text).unwrap();
        let found: Vec<Decimal> = report.facts.iter().map(|fact| fact.value).collect();
        prop_assert_eq!(found.first(), Some(&Decimal::from(value)), "{}", text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_report_holds(text in damaged()) {
        check(&text);
    }
}

#[test]
fn references_that_go_on_over_spaces_take_their_digits_with_them() {
    check("Công văn số 953 /BC-STTTT-DL1 và Nghị quyết 01/NQ- CP2, ５ hồ sơ, 1́2, 3..4, 5/6/7-8-9");
}
