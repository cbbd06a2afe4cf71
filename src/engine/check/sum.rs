//! Parts and their total, as the catalogue's `[[sum]]` names them.
//!
//! | report | finding |
//! |---|---|
//! | 2.318 (512; 1.806) | none |
//! | 2.293 (512; 1.806) | error: 512 + 1.806 = 2.318, báo cáo ghi 2.293, lệch 25 |
//! | 2.293 (512) | none: a part is missing |
//! | hơn 2.300 (512; 1.806) | none: an approximate figure cannot be wrong |
//! | 900 (mức 3: 610; mức 4: 1.040), parts need not be complete | error: 610 + 1.040 = 1.650, vượt tổng số 900 là 750 |

use rust_decimal::Decimal;

use super::interval::{Interval, Stance};
use super::statement;
use crate::engine::catalogue::{Catalogue, Sum};
use crate::engine::fact::Fact;
use crate::engine::finding::{Finding, Severity};
use crate::engine::report::Report;
use crate::engine::vietnamese::format::format;

/// The name of the rule.
pub const CODE: &str = "sum";

/// Totals that their parts contradict.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let sums = catalogue.systems().iter().flat_map(|system| &system.sum);
    sums.flat_map(|sum| {
        let ids: Vec<&str> = std::iter::once(&sum.total).chain(&sum.parts).map(String::as_str).collect();
        statement::complete(report, &ids).into_iter().filter_map(|facts| judge(sum, &facts)).collect::<Vec<_>>()
    })
    .collect()
}

/// Whether the total that stands first holds for the parts behind it, however the figures were rounded.
pub fn holds(sum: &Sum, facts: &[&Fact]) -> bool {
    [Stance::Rounded, Stance::Cut].into_iter().any(|stance| fits(sum, facts, stance))
}

fn judge(sum: &Sum, facts: &[&Fact]) -> Option<Finding> {
    let (total, parts) = facts.split_first()?;
    if facts.iter().any(|fact| fact.approximate) || fits(sum, facts, Stance::Rounded) {
        return None;
    }
    let added = parts.iter().try_fold(Decimal::ZERO, |added, part| added.checked_add(part.value))?;
    let off = format(added.checked_sub(total.value)?.abs());
    let equation = format!("{}: {} = {}", total.label, addends(parts), format(added));
    let places = facts.iter().map(|fact| fact.span).collect();
    if fits(sum, facts, Stance::Cut) {
        let message = format!("{equation}, báo cáo ghi {} do cắt bỏ phần lẻ.", format(total.value));
        return Some(Finding::new(CODE, Severity::Info, message, places));
    }
    Some(if sum.partial {
        let message = match parts {
            [part] => {
                let (more, less) = (format(part.value), format(total.value));
                format!("{} ({more}) lớn hơn {} ({less}), vượt {off}.", part.label, total.label)
            }
            _ => format!("{equation}, vượt tổng số {} là {off}.", format(total.value)),
        };
        Finding::new(CODE, Severity::Error, message, places)
            .with_hint("Đối chiếu tổng số và các số thành phần với nguồn số liệu.")
    } else {
        let message = format!("{equation}, báo cáo ghi {}, lệch {off}.", format(total.value));
        Finding::new(CODE, Severity::Error, message, places)
            .with_hint(format!("Nếu các số thành phần đúng thì tổng số là {}.", format(added)))
    })
}

fn fits(sum: &Sum, facts: &[&Fact], stance: Stance) -> bool {
    let interval = |fact: &Fact| Interval::of(fact.value, &fact.unit, stance);
    let Some((total, parts)) = facts.split_first() else { return true };
    let added = parts
        .iter()
        .try_fold(None::<Interval>, |added, part| {
            let part = interval(part);
            added.map_or(Some(part), |added| added.checked_add(part)).map(Some)
        })
        .flatten();
    // A sum that is too large to be said is left alone.
    let Some(added) = added else { return true };
    if sum.partial { !added.above(interval(total)) } else { added.meets(interval(total)) }
}

/// "512 + 1.806".
pub fn addends(parts: &[&Fact]) -> String {
    parts.iter().map(|part| format(part.value)).collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use crate::engine::check::testing::check;
    use expect_test::expect;

    #[test]
    fn parts_that_make_their_total_are_passed_over() {
        check(super::check, "cert.total; 2.318\n cert.organisation; 512\n cert.personal; 1.806", &expect![""]);
    }

    #[test]
    fn parts_that_do_not_are_an_error() {
        check(
            super::check,
            "cert.total; 2.293\n cert.organisation; 512\n cert.personal; 1.806",
            &expect![[r#"
                Error sum [2.293, 512, 1.806]
                Tổng số chứng thư số: 512 + 1.806 = 2.318, báo cáo ghi 2.293, lệch 25.
                → Nếu các số thành phần đúng thì tổng số là 2.318.
            "#]],
        );
    }

    #[test]
    fn a_missing_part_is_silent() {
        check(super::check, "cert.total; 2.293\n cert.organisation; 512", &expect![""]);
    }

    #[test]
    fn an_approximate_figure_cannot_be_wrong() {
        check(super::check, "cert.total; ~2.300\n cert.organisation; 512\n cert.personal; 1.806", &expect![""]);
    }

    #[test]
    fn two_statements_are_not_mixed() {
        check(
            super::check,
            "cert.total; 10\n cert.organisation; 4\n cert.personal; 6\n \
             cert.total; 20\n cert.organisation; 8\n cert.personal; 13",
            &expect![[r#"
                Error sum [20, 8, 13]
                Tổng số chứng thư số: 8 + 13 = 21, báo cáo ghi 20, lệch 1.
                → Nếu các số thành phần đúng thì tổng số là 21.
            "#]],
        );
    }

    #[test]
    fn a_total_that_is_repeated_alone_takes_no_parts_from_elsewhere() {
        check(
            super::check,
            "cert.total; 10\n cert.organisation; 4\n cert.personal; 6\n cert.total; 99",
            &expect![""],
        );
    }

    #[test]
    fn figures_of_two_dates_are_not_compared() {
        check(
            super::check,
            "cert.total; 10; as_of 2022-06-14\n cert.organisation; 4; as_of 2022-03-14\n cert.personal; 5",
            &expect![""],
        );
    }

    #[test]
    fn incomplete_parts_must_only_not_exceed_the_total() {
        check(super::check, "docs.sent; 100\n docs.signed; 90", &expect![""]);
        check(
            super::check,
            "docs.sent; 100\n docs.signed; 119",
            &expect![[r#"
                Error sum [100, 119]
                Văn bản đã ký số (119) lớn hơn Văn bản đã gửi (100), vượt 19.
                → Đối chiếu tổng số và các số thành phần với nguồn số liệu.
            "#]],
        );
    }

    #[test]
    fn rounded_measures_hold_and_cut_ones_are_mentioned() {
        check(super::check, "other.length; 4,7\n other.length.fibre; 1,2\n other.length.copper; 3,45", &expect![""]);
        check(
            super::check,
            "other.length; 4,6\n other.length.fibre; 1,24\n other.length.copper; 3,45",
            &expect![[r#"
                Info sum [4,6, 1,24, 3,45]
                Chiều dài cáp: 1,24 + 3,45 = 4,69, báo cáo ghi 4,6 do cắt bỏ phần lẻ.
            "#]],
        );
    }

    #[test]
    fn a_sum_too_large_to_be_said_is_silent() {
        let nines = "79.228.162.514.264.337.593.543.950.335";
        check(
            super::check,
            &format!("cert.total; 1\n cert.organisation; {nines}\n cert.personal; {nines}"),
            &expect![""],
        );
    }
}
