//! Parts and their total as the text itself shows them, in brackets or behind "gồm" and "trong đó", without any
//! catalogue.
//!
//! | text | finding |
//! |---|---|
//! | 16 lớp (09 lớp trực tiếp, 07 lớp trực tuyến) | none |
//! | 16 lớp (09 lớp trực tiếp, 08 lớp trực tuyến) | warning: 9 + 8 = 17, báo cáo ghi 16, lệch 1 |
//! | 55 văn bản (gồm: 04 quyết định, 50 công văn) | error: the text says that these are all the parts |
//! | 90 lớp (30 lớp mới, tỷ lệ 33,33%; 40 lớp cũ) | none: 30 of 90 is 33,33%, so that others are left out |
//! | 120 hồ sơ, trong đó 70 hồ sơ trực tuyến | none: the other parts are not named |
//! | 120 hồ sơ, trong đó 170 hồ sơ trực tuyến | error: a part exceeds its total |
//! | 05 hội nghị (320 đại biểu, 12 báo cáo viên) | none: other things are counted in the bracket |

use std::collections::HashSet;

use super::equation::{Judged, is_share};
use super::sum::weigh;
use tonghop_model::finding::Severity;
use tonghop_series::catalogue::{Catalogue, Sum};
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;
use tonghop_statements::relation::{Breakdown, Grade};

/// The totals of a report with the parts written with them.
pub fn judged<'a>(report: &'a Report, catalogue: &Catalogue) -> Vec<Judged<'a>> {
    let shares = right_shares(report);
    let breakdowns = report.relations.breakdowns.iter();
    breakdowns.flat_map(|breakdown| judge(report, breakdown, &shares, catalogue)).collect()
}

fn judge<'a>(report: &'a Report, breakdown: &Breakdown, shares: &Shares, catalogue: &Catalogue) -> Vec<Judged<'a>> {
    let fact = |index: &usize| report.facts.get(*index);
    let Some(total) = fact(&breakdown.total) else { return Vec::new() };
    let parts: Vec<&Fact> = breakdown.parts.iter().filter_map(fact).collect();
    if breakdown.grade == Grade::Open || is_partial(total, &parts, catalogue) || has_own_shares(breakdown, shares) {
        // Parts of which some are named may overlap ("trong đó 40 nữ, 15 đảng viên"), so that each is held alone.
        return parts.into_iter().map(|part| weigh(vec![total, part], true, catalogue)).collect();
    }
    let mut judged = weigh([&[total], &*parts].concat(), false, catalogue);
    if let Some(finding) = judged.finding.as_mut().filter(|_| breakdown.grade == Grade::Shown) {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    vec![judged]
}

/// Whether the catalogue knows that the total has other parts too.
fn is_partial(total: &Fact, parts: &[&Fact], catalogue: &Catalogue) -> bool {
    let names = |sum: &Sum, fact: &Fact| fact.indicator.as_ref().is_some_and(|id| sum.parts.contains(id));
    let mut sums = catalogue.systems().iter().flat_map(|system| &system.sum);
    sums.any(|sum| {
        sum.partial
            && total.indicator.as_ref() == Some(&sum.total)
            && parts.iter().all(|part| part.indicator.is_none() || names(sum, part))
    })
}

/// Wholes and their parts, by the indices of their facts.
type Shares = HashSet<(usize, usize)>;

/// The shares of a part in a whole that are printed and right.
fn right_shares(report: &Report) -> Shares {
    let right = report.relations.shares.iter().filter(|share| {
        let facts = [share.percent, share.part, share.whole].map(|index| report.facts.get(index));
        matches!(facts, [Some(percent), Some(part), Some(whole)] if is_share(&[percent, part, whole]))
    });
    right.map(|share| (share.whole, share.part)).collect()
}

/// Whether the share of a part in the total is printed and right: then the total is what it says, and where the
/// parts do not make it there are others.
fn has_own_shares(breakdown: &Breakdown, shares: &Shares) -> bool {
    breakdown.parts.iter().any(|part| shares.contains(&(breakdown.total, *part)))
}

#[cfg(test)]
mod tests {
    use crate::check::arithmetic;
    use crate::check::testing::check_text;
    use expect_test::expect;

    #[test]
    fn parts_that_name_the_unit_of_their_total() {
        check_text(arithmetic::check, "Tổ chức 16 lớp (09 lớp trực tiếp, 07 lớp trực tuyến).", &expect![""]);
        check_text(
            arithmetic::check,
            "Tổ chức 16 lớp (09 lớp trực tiếp, 08 lớp trực tuyến).",
            &expect![[r#"
                Warning sum [16, 09, 08]
                lớp: 9 + 8 = 17, báo cáo ghi 16, lệch 1.
                → Nếu các số thành phần đúng thì tổng số là 17.
            "#]],
        );
    }

    #[test]
    fn parts_that_the_text_says_to_be_all() {
        check_text(arithmetic::check, "Ban hành 55 văn bản (gồm: 04 quyết định, 51 công văn).", &expect![""]);
        check_text(
            arithmetic::check,
            "Ban hành 55 văn bản (gồm: 04 quyết định, 50 công văn).",
            &expect![[r#"
                Error sum [55, 04, 50]
                văn bản ban hành: 4 + 50 = 54, báo cáo ghi 55, lệch 1.
                → Nếu các số thành phần đúng thì tổng số là 54.
            "#]],
        );
    }

    #[test]
    fn sides_of_one_division() {
        check_text(arithmetic::check, "Có 120 hồ sơ (70 trực tiếp, 50 trực tuyến).", &expect![""]);
        check_text(
            arithmetic::check,
            "Có 120 hồ sơ (70 trực tiếp, 60 trực tuyến).",
            &expect![[r#"
                Warning sum [120, 70, 60]
                hồ sơ: 70 + 60 = 130, báo cáo ghi 120, lệch 10.
                → 120 → 130: khớp với 70 + 60; có thể gõ nhầm chữ số.
            "#]],
        );
        check_text(
            arithmetic::check,
            "Có 120 học viên (nam: 70, nữ: 60).",
            &expect![[r#"
                Warning sum [120, 70, 60]
                học viên: 70 + 60 = 130, báo cáo ghi 120, lệch 10.
                → 120 → 130: khớp với 70 + 60; có thể gõ nhầm chữ số.
            "#]],
        );
    }

    #[test]
    fn some_of_the_parts_only_must_not_exceed_the_total() {
        check_text(arithmetic::check, "Tiếp nhận 120 hồ sơ, trong đó có 70 hồ sơ trực tuyến.", &expect![""]);
        check_text(
            arithmetic::check,
            "Tiếp nhận 120 hồ sơ, trong đó có 170 hồ sơ trực tuyến.",
            &expect![[r#"
                Error sum [120, 170]
                hồ sơ tiếp nhận – trực tuyến (170) lớn hơn hồ sơ tiếp nhận (120), vượt 50.
                → Đối chiếu tổng số và các số thành phần với nguồn số liệu.
            "#]],
        );
        check_text(arithmetic::check, "Có 90 cán bộ, trong đó 60 cán bộ nữ, 50 cán bộ trẻ.", &expect![""]);
    }

    #[test]
    fn parts_whose_shares_are_right_are_some_of_the_parts() {
        check_text(arithmetic::check, "Mở 90 lớp (30 lớp mới, tỷ lệ 33,33%; 40 lớp cũ).", &expect![""]);
        check_text(
            arithmetic::check,
            "Mở 90 lớp (30 lớp mới, tỷ lệ 42,86%; 40 lớp cũ).",
            &expect![[r#"
                Warning sum [90, 30, 40, 42,86%]
                lớp mở: 30 + 40 = 70, báo cáo ghi 90, lệch 20; lớp mở – tỷ lệ: 30 / 90 = 33,33%, báo cáo ghi 42,86%, lệch 9,53 điểm phần trăm.
                → 90 → 70: khớp với 30 + 40 và 30 / 90.
            "#]],
        );
    }

    #[test]
    fn other_things_in_a_bracket_are_no_parts() {
        check_text(arithmetic::check, "Tổ chức 05 hội nghị (320 đại biểu, 12 báo cáo viên).", &expect![""]);
        check_text(arithmetic::check, "Mở 03 lớp (02 ngày/lớp, 120 học viên).", &expect![""]);
        check_text(arithmetic::check, "Cấp 10 giấy phép cho 05 doanh nghiệp (01 giấy phép thu hồi).", &expect![""]);
    }

    #[test]
    fn a_list_below_its_total() {
        let list = |b: &str| {
            format!("Tổng số phản ánh tiếp nhận là 168 phản ánh:\n- Đã trả lời: 54 phản ánh\n- Đang xem xét: {b}")
        };
        check_text(arithmetic::check, &list("114 phản ánh"), &expect![""]);
        check_text(
            arithmetic::check,
            &list("112 phản ánh"),
            &expect![[r#"
                Warning sum [168, 54, 112]
                Tổng số phản ánh tiếp nhận phản ánh: 54 + 112 = 166, báo cáo ghi 168, lệch 2.
                → Nếu các số thành phần đúng thì tổng số là 166.
            "#]],
        );
        check_text(arithmetic::check, &list("chưa rõ số lượng"), &expect![""]);
    }

    #[test]
    fn an_approximate_figure_is_wrong_only_where_no_value_fits() {
        check_text(arithmetic::check, "Có hơn 120 hồ sơ (70 trực tiếp, 60 trực tuyến).", &expect![""]);
        check_text(
            arithmetic::check,
            "Có hơn 120 hồ sơ (70 trực tiếp, 40 trực tuyến).",
            &expect![[r#"
                Warning sum [120, 70, 40]
                hồ sơ: 70 + 40 = 110, báo cáo ghi hơn 120, lệch 10.
                → Nếu các số thành phần đúng thì tổng số là 110.
            "#]],
        );
        check_text(arithmetic::check, "Có khoảng 120 hồ sơ (70 trực tiếp, 40 trực tuyến).", &expect![""]);
    }
}
