//! Percentages that stand beside the figures that they are made of, without any catalogue.
//!
//! | text | finding |
//! |---|---|
//! | 62.904/73.124 hồ sơ, đạt 86,02% | none |
//! | 62.904/73.124 hồ sơ, đạt 86,20% | error: 86,02% |
//! | 62.904/73.124 hồ sơ, đạt 86,025% where 86,0259… is right | info: the further digits were cut off |
//! | 5.642 hồ sơ (42 trực tuyến (tỷ lệ 0,75%)) | warning: 0,74%; it may be meant of something else |
//! | 1.884 hộ (42 hộ nghèo, chiếm 30% của 140 hộ) | none: 42 of 140 is 30% |

use std::cell::LazyCell;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::equation::{Judged, is_share};
use super::ratio;
use tonghop_model::finding::Severity;
use tonghop_model::percent;
use tonghop_model::span::Span;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;
use tonghop_statements::relation::Share;

/// The percentages of a report with the figures beside them.
pub fn judged<'a>(report: &'a Report, catalogue: &Catalogue) -> Vec<Judged<'a>> {
    let bases = LazyCell::new(|| Bases::of(report));
    report.relations.shares.iter().filter_map(|share| judge(report, share, &bases, catalogue)).collect()
}

fn judge<'a>(
    report: &'a Report,
    share: &Share,
    bases: &LazyCell<Bases<'a>, impl FnOnce() -> Bases<'a>>,
    catalogue: &Catalogue,
) -> Option<Judged<'a>> {
    let fact = |index: usize| report.facts.get(index);
    let facts = [fact(share.percent)?, fact(share.part)?, fact(share.whole)?];
    // Where the second figure is the smaller one, the way of writing was misread.
    if !share.fraction && facts[1].value > facts[2].value {
        return None;
    }
    let mut judged = ratio::weigh(facts.to_vec(), catalogue);
    if !share.fraction
        && let Some(finding) = &mut judged.finding
    {
        if bases.has_other(&facts) {
            return None;
        }
        finding.severity = finding.severity.min(Severity::Warning);
    }
    Some(judged)
}

/// The figures of each sentence that something can be the share of, from the smallest to the largest.
struct Bases<'a>(HashMap<Span, Vec<&'a Fact>>);

impl<'a> Bases<'a> {
    fn of(report: &'a Report) -> Self {
        let mut bases: HashMap<Span, Vec<&Fact>> = HashMap::new();
        for fact in report.facts.iter().filter(|fact| fact.value > Decimal::ZERO) {
            bases.entry(fact.sentence).or_default().push(fact);
        }
        for facts in bases.values_mut() {
            facts.sort_by_key(|fact| fact.value);
        }
        Self(bases)
    }

    /// Whether the percentage is that of the part in another figure of its sentence. The larger the base, the smaller
    /// the share, so that those which fit lie together.
    fn has_other(&self, facts: &[&Fact; 3]) -> bool {
        let [printed, part, _] = facts;
        let above = printed.value.saturating_add(Decimal::new(1, printed.value.scale()));
        let too_small =
            |base: &&Fact| percent::percent(part.value, base.value).is_none_or(|percent| percent >= above);
        let bases = self.0.get(&printed.sentence).map_or(&[][..], Vec::as_slice);
        let others = bases[bases.partition_point(too_small)..].iter();
        let mut fitting = others.take_while(|base| is_share(&[printed, part, base]));
        fitting.any(|base| facts.iter().all(|fact| fact.span != base.span))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_text;
    use expect_test::expect;

    use crate::check::arithmetic;

    #[test]
    fn a_fraction_and_its_percentage() {
        check_text(arithmetic::check, "Đã cấp 62.904/73.124 thẻ, đạt 86,02%.", &expect![""]);
        check_text(
            arithmetic::check,
            "Đã cấp 62.904/73.124 thẻ, đạt 86,20%.",
            &expect![[r#"
                Error ratio [86,20%, 62.904, 73.124]
                thẻ cấp – tỷ lệ: 62.904 / 73.124 = 86,02%, báo cáo ghi 86,20%, lệch 0,18 điểm phần trăm.
                → Tính lại: 86,02%.
            "#]],
        );
        check_text(
            arithmetic::check,
            "Tỷ lệ cấp thẻ đạt 86,20% (62.904/73.124 thẻ).",
            &expect![[r#"
                Error ratio [86,20%, 62.904, 73.124]
                Tỷ lệ cấp thẻ: 62.904 / 73.124 = 86,02%, báo cáo ghi 86,20%, lệch 0,18 điểm phần trăm.
                → Tính lại: 86,02%.
            "#]],
        );
    }

    #[test]
    fn a_part_and_its_percentage() {
        check_text(arithmetic::check, "Thu hồi 5.642 thẻ (42 thẻ hỏng (tỷ lệ 0,75%), 5.600 thẻ cũ).", &expect![""]);
        check_text(arithmetic::check, "Thu hồi 5.642 thẻ (42 thẻ hỏng, tỷ lệ 0,74%; 5.600 thẻ cũ).", &expect![""]);
    }

    #[test]
    fn shares_of_something_else_are_passed_over() {
        check_text(arithmetic::check, "Thu 120/200 tỷ đồng, tăng 15% so với cùng kỳ.", &expect![""]);
        check_text(
            arithmetic::check,
            "Có 1.884 hộ (42 hộ nghèo, chiếm 30% trong 140 hộ của xã).",
            &expect![[r#"
            Warning sum [1.884, 42, 140]
            hộ: 42 + 140 = 182, báo cáo ghi 1.884, lệch 1.702.
            → Nếu các số thành phần đúng thì tổng số là 182.
        "#]],
        );
        check_text(arithmetic::check, "Thu 120 tỷ đồng, đạt 55% dự toán (200 tỷ đồng).", &expect![""]);
    }
}
