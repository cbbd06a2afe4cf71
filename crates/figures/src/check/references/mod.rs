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

mod cited;
mod dates;
mod issuer;
mod number;
mod order;

use tonghop_model::finding::Finding;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

pub use dates::across;

/// What is wrong with the references of a report.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let cited = cited::cited(report);
    let mut found = number::check(&cited);
    found.extend(issuer::check(&cited));
    found.extend(order::check(&cited));
    found.extend(dates::check(&cited));
    found
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
