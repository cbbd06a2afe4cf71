//! Every letter both ways, runs by their fonts, texts by their words.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::table::TABLES;
use super::*;

const LETTERS: &str = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

const REPORT: &str = "Báo cáo kết quả công tác tháng 5 năm 2008 và phương hướng nhiệm vụ tháng 6. Trong tháng, hệ thống \
đã tiếp nhận 1.204 hồ sơ, đã giải quyết 1.100 hồ sơ (đạt 91,36%), còn lại đang xử lý. Những khó khăn, vướng mắc: \
thiếu cán bộ ở ấp, xã; đề nghị Ủy ban nhân dân tỉnh sớm bổ sung kinh phí.";

/// Text in an encoding, as its bytes read as Windows-1252; `None` where it has no code for a letter.
fn encode(text: &str, encoding: Encoding) -> Option<String> {
    if encoding == Encoding::Misread {
        return Some(latin(text.as_bytes()));
    }
    let table = TABLES.iter().find(|table| table.encoding == encoding)?;
    let code = |letter: char| table.letters.iter().find(|(known, _)| *known == letter).map(|(_, code)| code.clone());
    let mut bytes = Vec::new();
    for c in text.chars() {
        if let Some(code) = code(c) {
            bytes.extend(code);
        } else if c.is_ascii() {
            bytes.push(u8::try_from(c).ok()?);
        } else {
            // The letter without its tone, then the tone.
            let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            let parts: Vec<char> = std::iter::once(c).nfd().collect();
            let letter = parts.iter().copied().filter(|c| !is_tone(c)).nfc().next()?;
            let tone = parts.iter().copied().find(is_tone)?;
            bytes.extend(if letter.is_ascii() { vec![u8::try_from(letter).ok()?] } else { code(letter)? });
            bytes.extend(code(tone)?);
        }
    }
    Some(latin(&bytes))
}

#[test]
fn every_letter_goes_both_ways() {
    assert_eq!(TABLES.len() + 1, Encoding::ALL.len());
    for encoding in Encoding::ALL {
        let capitals = LETTERS.to_uppercase();
        // Capitals with tones have no codes in TCVN3: their font makes them.
        let capitals = if encoding == Encoding::Tcvn3 { "ĂÂĐÊÔƠƯ" } else { &capitals };
        for letter in LETTERS.chars().chain(capitals.chars()).map(String::from) {
            let encoded = encode(&letter, encoding).unwrap();
            assert_eq!(decode(&encoded, encoding), letter, "{encoding:?} {encoded:?}");
        }
        let digits = "0123456789.,;:%()/-\n";
        assert_eq!(decode(digits, encoding), digits, "{encoding:?}");
    }
}

#[test]
fn fonts_tell_the_coding_of_runs() {
    let check = |text: &str, font: &str, expected: Option<&str>| {
        assert_eq!(decode_run(text, font).as_deref(), expected, "{font}");
    };
    check("B¸o c¸o n¨m ®\u{AD}îc", ".VnTime", Some("Báo cáo năm được"));
    check("b¸o c¸o", ".VnTimeH", Some("BÁO CÁO"));
    check("b¸o c¸o", "CCBOCO+.VnTimeH,Bold", Some("BÁO CÁO"));
    check("nhµ n−íc 5 −2", ".VnTime", Some("nhà nước 5 −2"));
    check("Baùo caùo TÆNH, Aø ñöôïc", "VNI-Times", Some("Báo cáo TỈNH, À được"));
    check("\u{F0AE}\u{F0B9}t 12%", ".VnArial Narrow", Some("đạt 12%"));
    check("Báo cáo", "Times New Roman", None);
    // Programs keep the old font's name on letters of Unicode.
    check("được", ".VnTime", None);
    check("báo cáo", ".VnTime", None);
    check("1.234,5 (12%)", "VNI-Times", Some("1.234,5 (12%)"));
}

#[test]
fn neighbours_are_decoded_together() {
    let mut runs = Runs::default();
    let vni = Coding::of_font("VNI-Times");
    runs.push("Tổng: ", None);
    runs.push("to", vni);
    runs.push("ång", vni);
    runs.push(" số", None);
    let (text, converted) = runs.finish();
    assert_eq!(text, "Tổng: tổng số");
    assert_eq!(converted.each().count(), 1);
}

#[test]
fn words_tell_the_encoding_of_texts() {
    for encoding in Encoding::ALL {
        let (text, expected) = match encoding {
            Encoding::Tcvn3 => (REPORT.to_lowercase(), REPORT.to_lowercase()),
            _ => (REPORT.to_owned(), REPORT.to_owned()),
        };
        let encoded = encode(&text, encoding).unwrap();
        let detected = detect(&encoded).unwrap();
        assert!(detected.is_sure(), "{detected:?}");
        assert_eq!(detected.encoding, encoding);
        assert_eq!(decode(&encoded, encoding), expected);
        // A line of Unicode within it stays.
        let mixed = format!("{encoded}\nđược chuyển\n{encoded}");
        assert_eq!(detect(&mixed).unwrap().encoding, encoding);
        assert_eq!(decode(&mixed, encoding), format!("{expected}\nđược chuyển\n{expected}"));
    }
}

/// A long report begins with names in another language: the words behind them still tell.
#[test]
fn words_at_the_beginning_do_not_hide_the_encoding_of_the_rest() {
    let body = encode(&REPORT.to_lowercase(), Encoding::Tcvn3).unwrap();
    let words = body.split(' ').filter(|word| !word.is_ascii()).count();
    let names = "Zürich Genève Málaga ".repeat(42);
    let text = format!("{names}\n{}", format!("{body}\n").repeat(800 / words));
    assert_eq!(detect(&text).unwrap().encoding, Encoding::Tcvn3);
}

#[test]
fn other_texts_are_left_alone() {
    for text in [
        REPORT,
        &REPORT.nfd().collect::<String>(),
        "Hòa Giang có hai ý kiến; bà Lê An tóm tắt.",
        "Báo cáo",
        "1.204 (12%) – 20°C, 5 m², ½",
        "Résumé of the café's naïve façade: the élan vital, à la carte, déjà vu, crème brûlée",
        "The quick brown fox jumps over the lazy dog.",
        "",
    ] {
        assert_eq!(detect(text), None, "{text}");
    }
}

#[test]
fn few_words_are_not_sure() {
    let detected = detect("Tæng sè: 12").unwrap_or(Detected { encoding: Encoding::Vni, certainty: 0 });
    assert!(!detected.is_sure(), "{detected:?}");
}

proptest! {
    /// Real words of Vietnamese in Unicode, in any order, are never taken for anything else.
    #[test]
    fn unicode_is_never_touched(words in prop::collection::vec(prop::sample::select(REPORT.split(' ').collect::<Vec<_>>()), 0..40)) {
        prop_assert_eq!(detect(&words.join(" ")), None);
    }

    #[test]
    fn digits_never_change(text in "[0-9.,% a-zà-ÿ¡-¿\u{2}-\u{6}]{0,60}") {
        for encoding in Encoding::ALL {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            prop_assert_eq!(digits(&decode(&text, encoding)), digits(&text));
        }
    }
}
