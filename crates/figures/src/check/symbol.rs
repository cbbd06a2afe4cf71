//! The symbol of the number against the name of the authority: `12/BC-STTTT` is of no Sở Khoa học và Công nghệ.
//!
//! Templates outlive the mergers of 2025, so that one of the two is often that of the authority before.

use tonghop_model::finding::{Finding, Severity};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::authority;

/// The name of the rule.
pub const SYMBOL: &str = "symbol";

/// A symbol of another authority; authorities and symbols that are not known are passed over.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let header = &report.header;
    let (Some(number), Some(agency)) = (&header.number, &header.agency) else { return Vec::new() };
    let (Some(signed), Some(named)) = (authority::of_symbol(number), authority::authority(agency)) else {
        return Vec::new();
    };
    if signed == named {
        return Vec::new();
    }
    let message = format!("Số hiệu “{number}” là của {signed} nhưng báo cáo ghi tên {named}.");
    let finding = Finding::new(SYMBOL, Severity::Warning, message, header.number_span.into_iter().collect());
    let hint = match authority::authority_succession(signed, named) {
        Some(succession) => {
            let (old, new, year) = (succession.old, succession.new, succession.since.year());
            format!("{old} hợp nhất vào {new} từ năm {year}; sửa lại tên hoặc số hiệu.")
        }
        None => "Kiểm tra lại số hiệu hoặc tên cơ quan.".to_owned(),
    };
    vec![finding.with_hint(hint)]
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_report;
    use expect_test::{Expect, expect};

    fn check(agency: &str, number: &str, expected: &Expect) {
        let text =
            format!("UBND TỈNH AN LẠC\n{agency}\nSố: {number}\nBÁO CÁO\nCông tác tháng 5 năm 2025\nI. KẾT QUẢ");
        check_report(crate::check::symbol::check, &text, expected);
    }

    #[test]
    fn a_symbol_of_the_same_authority_is_passed_over() {
        check("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "15/BC-SKHCN", &expect![""]);
        check("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "15/BC-VP", &expect![""]);
        check("SỞ MẪU", "15/BC-STTTT", &expect![""]);
    }

    #[test]
    fn a_symbol_of_another_authority_is_named() {
        check(
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "15/BC-STTTT-VP",
            &expect![[r#"
            Warning symbol [15/BC-STTTT-VP]
            Số hiệu “15/BC-STTTT-VP” là của Sở Thông tin và Truyền thông nhưng báo cáo ghi tên Sở Khoa học và Công nghệ.
            → Sở Thông tin và Truyền thông hợp nhất vào Sở Khoa học và Công nghệ từ năm 2025; sửa lại tên hoặc số hiệu.
        "#]],
        );
        check(
            "SỞ Y TẾ",
            "15/BC-SNV",
            &expect![[r#"
            Warning symbol [15/BC-SNV]
            Số hiệu “15/BC-SNV” là của Sở Nội vụ nhưng báo cáo ghi tên Sở Y tế.
            → Kiểm tra lại số hiệu hoặc tên cơ quan.
        "#]],
        );
    }
}
