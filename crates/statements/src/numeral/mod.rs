//! Every numeral of a document and its class.
//!
//! | in the text | class |
//! |---|---|
//! | `số 97/KH-UBND`, `Quy định số 4495, 4842`, `Khoản 10, Điều 1` | reference to a document |
//! | `17/11/2021`, `ngày 05 tháng 5 năm 2021`, `Lễ 30/4` | date |
//! | `tháng 5/2021`, `quý 4`, `6 tháng đầu năm`, `giai đoạn 2021 - 2025` | period |
//! | `1.` and `6.1.` before a heading, `a)` before an item | list number |
//! | `Covid-19`, `4G`, `mức độ 4`, `Phường 6`, `lần thứ 8`, `f1` | name |
//! | `1.012345`, `phiên bản 2.0`, `10.0.0.1`, `0912 345 678` | identifier |
//! | `- 2 -` alone between paragraphs | page number |
//! | `88.924 hồ sơ`, `79,37%`, `1.863.472/1.884.135` | quantity: a fact, or a count of the narrative |
//!
//! Quantities begin as counts of the narrative; the fact stage claims those that are figures of the report.

mod class;
mod classed;
mod date;
mod form;
mod identifier;
mod name;
mod period;
mod quantity;
mod reference;
mod repair;
mod spot;

use crate::line::Line;
use class::Pages;
use classed::Piece;
use spot::Spot;

pub use classed::{Class, Evidence, Numeral, Proposal, Quantity, is_doubtful};
pub use period::lost_slash;
pub use repair::one_digit_apart;

/// Every numeral of the body, in order.
pub fn numerals(lines: &[Line]) -> Vec<Numeral> {
    let mut found: Vec<Numeral> = Vec::new();
    let mut pages = Pages::default();
    for (index, line) in lines.iter().enumerate() {
        let first = found.len();
        let page = pages.turn(line);
        let view = spot::view(line);
        // A reference may go on over spaces; what it covers is no numeral again: `953 /BC-DL1`.
        let mut covered = 0;
        for token in 0..line.tokens.len() {
            if line.tokens[token].is_numeral() && line.tokens[token].at.start >= covered {
                let pieces = if page || line.in_contents && token + 1 == line.tokens.len() {
                    vec![Piece { at: line.tokens[token].at.clone(), class: Class::Page, quantity: None }]
                } else {
                    class::classify(&Spot { line, view: &view, token, before: &found[first..] })
                };
                covered = pieces.last().map_or(covered, |piece| piece.at.end);
                found.extend(pieces.into_iter().map(|piece| piece.numeral(line, index, token)));
            }
        }
        repair::propose(line, &mut found[first..]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::tests::document;

    /// `text → class` of each numeral, in order.
    fn check(text: &str, expected: &[(&str, Class)]) {
        let document = document(text);
        let lines = crate::line::lines(&document);
        let found = numerals(&lines);
        let found: Vec<(&str, Class)> = found.iter().map(|n| (n.raw.as_str(), n.class)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn classes() {
        use Class::{Date, DocRef, ListNumber, Name, NarrativeCount as Count, Page, Period};
        check("Kế hoạch số 97/KH-UBND ngày 17/11/2021", &[("97/KH-UBND", DocRef), ("17/11/2021", Date)]);
        check("Quy định số 4495, 4842 của Ban", &[("4495", DocRef), ("4842", DocRef)]);
        check(
            "Khoản 10, Điều 1 Quyết định số 3800/QĐ-UBND",
            &[("10", DocRef), ("1", DocRef), ("3800/QĐ-UBND", DocRef)],
        );
        check("Số: 953 /BC-STTTT-VP", &[("953 /BC-STTTT-VP", DocRef)]);
        check("ngày 05 tháng 5 năm 2021", &[("05", Date), ("5", Date), ("2021", Date)]);
        check("Hòa Giang, ngày tháng 02 năm 2022", &[("02", Date), ("2022", Date)]);
        check("tháng 5 và tháng 6 năm 2021", &[("5", Period), ("6", Period), ("2021", Period)]);
        check("tháng 5/2021, quý 4 năm 2021", &[("5/2021", Period), ("4", Period), ("2021", Period)]);
        check(
            "6 tháng đầu năm 2022, giai đoạn 2021 – 2025",
            &[("6", Period), ("2022", Period), ("2021", Period), ("2025", Period)],
        );
        check("nhiệm kỳ 2021-2026", &[("2021", Period), ("2026", Period)]);
        check("6.1. Báo chí", &[("6.1", ListNumber)]);
        check(
            "phòng, chống Covid-19, f1, 4G, CVE-2021-4034",
            &[("Covid-19", Name), ("f1", Name), ("4G", Name), ("CVE-2021-4034", Name)],
        );
        check(
            "(mức độ 3: 818, tỷ lệ 44,03%; UBND Phường 6: 4)",
            &[("3", Name), ("818", Count), ("44,03%", Count), ("6", Name), ("4", Count)],
        );
        check(
            "là 1.863.472/1.884.135 đạt 98,90 %",
            &[("1.863.472", Count), ("1.884.135", Count), ("98,90 %", Count)],
        );
        check("khoảng 27 phút/ngày, kỷ niệm 46 năm Ngày", &[("27", Count), ("46", Count)]);
        check("- 2 -", &[("2", Page)]);
        check("cung cấp 1057 dịch vụ, 2021 hồ sơ", &[("1057", Count), ("2021", Count)]);
        check("băng tần 2300-2400 MHz, đợt 03/2022", &[("2300", Name), ("2400", Name), ("03/2022", Name)]);
        check("Kế hoạch cung cấp 100% dịch vụ công", &[("100", Name)]);
        check("dịp Lễ 30/4 và 1/5", &[("30/4", Date), ("1/5", Date)]);
    }
}
