//! References to documents: how their numbers are written, who issued them, and whether a document has one date.
//!
//! | report | finding | rule |
//! |---|---|---|
//! | `Quyết định số 749/2020/QĐ-TTg` | error: a decision with so high a number is no legal document and has no year in it | [`number`] |
//! | `Thông tư số 40/2020/TTBTTTT` | error: 40/2020/TT-BTTTT | |
//! | `09-NQ/TU` and `09/NQ-TU` | warning: one document, written in two ways | |
//! | `Nghị định số 43/2011/NĐ-CP … của Thủ tướng Chính phủ` | warning: Chính phủ issues them | [`issuer`] |
//! | `14/CT-UBND ngày 08/10/2021` and `… ngày 09/10/2021` | warning: one document with two dates, also in two reports | [`dates`] |
//! | `373/KH-UBND ngày 12/02/2022`, `14/KH-UBND ngày 14/02/2022` | info: numbers count up with the days | [`order`] |
//!
//! What is known of documents is data: [`tonghop_statements::authority::documents`].

mod dates;
mod issuer;
mod number;
mod order;

use jiff::civil::Date;

use super::dates as printed;
use tonghop_model::finding::Finding;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::fold;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::numeral::Class;

pub use dates::across;

/// What to do about a document.
const COMPARE: &str = "Đối chiếu với văn bản gốc.";

/// How many characters behind a document say who issued it.
const BEHIND: usize = 40;

/// A document as it is cited.
#[derive(Clone, Debug)]
struct Cited {
    /// As it is printed, without spaces.
    raw: String,
    number: u32,
    /// The year between number and symbol, where there is one.
    year: Option<i16>,
    symbol: String,
    span: Span,
    date: Option<Date>,
    /// The words behind it, folded and without marks.
    behind: String,
}

/// What is wrong with the references of a report.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let cited = cited(report);
    let mut found = number::check(&cited);
    found.extend(issuer::check(&cited));
    found.extend(order::check(&cited));
    found.extend(dates::check(&cited));
    found
}

fn cited(report: &Report) -> Vec<Cited> {
    let paragraphs = report.document.paragraphs();
    let numerals = report.numerals.iter().enumerate().filter(|(_, numeral)| numeral.class == Class::DocRef);
    numerals
        .filter_map(|(index, numeral)| {
            let (number, year, symbol) = parsed(&numeral.raw)?;
            let date = printed::behind(&report.numerals, index);
            let end = date.as_ref().map_or(numeral.at.end, |date| date.end);
            let text = paragraphs.get(numeral.paragraph).map_or(&[][..], |(paragraph, _)| paragraph.text.chars());
            let behind = text.get(end..text.len().min(end + BEHIND)).unwrap_or_default();
            Some(Cited {
                raw: numeral.raw.split_whitespace().collect(),
                number,
                year,
                symbol,
                span: numeral.span,
                date: date.and_then(|date| date.printed.date()),
                behind: fold::fold(behind.strip_prefix(&[' ']).unwrap_or(behind))
                    .into_iter()
                    .map(fold::bare_char)
                    .collect(),
            })
        })
        .collect()
}

/// Number, year and symbol of a reference; `None` where it has no symbol.
fn parsed(raw: &str) -> Option<(u32, Option<i16>, String)> {
    let raw: String = raw.split_whitespace().collect();
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let number = raw.get(..digits)?.parse().ok()?;
    let rest = raw[digits..].strip_prefix(['/', '-'])?;
    let year = rest.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
    let symbol = match year {
        Some(_) => rest[4..].strip_prefix('/')?,
        None => rest,
    };
    let letters = symbol.chars().next().is_some_and(char::is_uppercase);
    letters.then(|| (number, year.and_then(|year| year.parse().ok()), symbol.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_text;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        check_text(crate::check::references::check, text, expected);
    }

    #[test]
    fn numbers_of_a_wrong_form() {
        check(
            "Quyết định số 749/2020/QĐ-TTg ngày 03/6/2020; Thông tư số 40/2020/TTBTTTT; Quyết định số 45/2018/QĐ-TTg; Quyết định số 186/2006/QĐ-TTg; Luật số 43/2022/QH15.",
            &expect![[r#"
                Error document_number [749/2020/QĐ-TTg]
                Số hiệu “749/2020/QĐ-TTg” viết sai dạng.
                → 749/2020/QĐ-TTg → 749/QĐ-TTg; đối chiếu với văn bản gốc.
                Error document_number [40/2020/TTBTTTT]
                Số hiệu “40/2020/TTBTTTT” viết sai dạng.
                → 40/2020/TTBTTTT → 40/2020/TT-BTTTT; đối chiếu với văn bản gốc.
            "#]],
        );
    }

    #[test]
    fn one_document_in_two_spellings() {
        check(
            "Nghị quyết số 09-NQ/TU; theo Nghị quyết số 09/NQ-TU; Nghị quyết số 09/NQ-TU.",
            &expect![[r#"
                Warning document_number [09-NQ/TU, 09/NQ-TU at 4:44, 09/NQ-TU at 4:68]
                Một văn bản được viết số hiệu theo nhiều cách: 09-NQ/TU (1 lần), 09/NQ-TU (2 lần).
                → Thống nhất theo văn bản gốc; văn bản của Đảng ghi dạng 09-NQ/TU.
            "#]],
        );
        check("Nghị quyết số 09-NQ/TU; Nghị quyết số 10-NQ/TU.", &expect![[""]]);
    }

    #[test]
    fn the_issuer_goes_with_the_symbol() {
        check(
            "Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Thủ tướng Chính phủ.",
            &expect![[r#"
            Warning document_issuer [43/2011/NĐ-CP]
            43/2011/NĐ-CP ghi là của Thủ tướng Chính phủ, nhưng ký hiệu là của Chính phủ.
            → Nghị định và nghị quyết có ký hiệu “-CP” do Chính phủ ban hành.
        "#]],
        );
        check(
            "Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Chính phủ; Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Thủ tướng chính phủ.",
            &expect![[r#"
                Error document_issuer [11/NQ-CP at 4:69]
                11/NQ-CP ghi là của Thủ tướng Chính phủ, nhưng ký hiệu là của Chính phủ.
                → Nghị định và nghị quyết có ký hiệu “-CP” do Chính phủ ban hành.
            "#]],
        );
        check(
            "Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ; Nghị định 43/2011/NĐ-CP của Chính phủ.",
            &expect![[""]],
        );
    }

    #[test]
    fn one_document_has_one_date() {
        check(
            "Chỉ thị số 14/CT-UBND ngày 08/10/2021; Chỉ thị số 14/CT-UBND ngày 09/10/2021.",
            &expect![[r#"
                Warning document_dates [14/CT-UBND at 4:51, 14/CT-UBND at 4:12]
                14/CT-UBND ghi ngày 08/10/2021 ở một chỗ và 09/10/2021 ở chỗ khác.
                → Đối chiếu với văn bản gốc.
            "#]],
        );
        check("Nghị quyết số 01/NQ-CP ngày 01/01/2021; Nghị quyết số 01/NQ-CP ngày 08/01/2022.", &expect![[""]]);
    }

    #[test]
    fn numbers_count_up_with_the_days() {
        check(
            "Kế hoạch số 373/KH-UBND ngày 12/02/2022; Kế hoạch số 14/KH-UBND ngày 14/02/2022.",
            &expect![[r#"
            Info document_order [373/KH-UBND, 14/KH-UBND]
            373/KH-UBND ngày 12/02/2022 có số lớn hơn nhiều so với 14/KH-UBND ngày 14/02/2022 ban hành sau.
            → Đối chiếu với văn bản gốc.
        "#]],
        );
        check(
            "Kế hoạch số 373/KH-UBND ngày 12/02/2022; Kế hoạch số 381/KH-UBND ngày 13/02/2022; Kế hoạch số 14/KH-UBND ngày 14/02/2022; Kế hoạch số 390/KH-UBND ngày 15/02/2022; Kế hoạch số 373/KH-UBND ngày 12/02/2022.",
            &expect![[r#"
                Info document_order [14/KH-UBND, 373/KH-UBND at 4:13, 381/KH-UBND]
                14/KH-UBND ngày 14/02/2022 có số nhỏ hơn nhiều so với 2 văn bản ban hành trước, như 373/KH-UBND.
                → Đối chiếu với văn bản gốc.
            "#]],
        );
        check("Kế hoạch số 73/KH-UBND ngày 12/02/2022; Kế hoạch số 71/KH-UBND ngày 14/02/2022.", &expect![[""]]);
    }
}
