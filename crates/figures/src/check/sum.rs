//! Parts and their total, as the catalogue's `[[sum]]` names them.
//!
//! | report | finding |
//! |---|---|
//! | 2.318 (512; 1.806) | none |
//! | 2.293 (512; 1.806) | error: 512 + 1.806 = 2.318, báo cáo ghi 2.293, lệch 25 |
//! | 2.293 (512) | none: a part is missing |
//! | 500 (512; 30; a part is missing), in one sentence | error: the parts that are there exceed the total |
//! | hơn 2.300 (512; 1.806) | none: an approximate figure cannot be wrong |
//! | 900 (mức 3: 610; mức 4: 1.040), parts need not be complete | error: 610 + 1.040 = 1.650, vượt tổng số 900 là 750 |

use super::addends::addends;
use super::equation::{Equation, Form, Judged};
use super::interval::Stance;
use super::statement::Stated;
use tonghop_model::finding::{Calculation, Finding, Operand, Severity};
use tonghop_numbers::format::format;
use tonghop_series::catalogue::{Catalogue, Sum};
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// The name of the rule.
pub const CODE: &str = "sum";

const COMPARE: &str = "Đối chiếu tổng số và các số thành phần với nguồn số liệu.";

/// The totals of a report with the parts that the catalogue names.
pub fn judged<'a>(stated: &Stated<'a>, catalogue: &Catalogue) -> Vec<Judged<'a>> {
    let sums = catalogue.systems().iter().flat_map(|system| &system.sum);
    let sums = sums.filter(|sum| !stated.get(&sum.total).is_empty());
    sums.flat_map(|sum| {
        let ids: Vec<&str> = std::iter::once(&sum.total).chain(&sum.parts).map(String::as_str).collect();
        stated.all(&ids).into_iter().filter_map(|facts| judge(sum, &facts, catalogue)).collect::<Vec<_>>()
    })
    .collect()
}

fn judge<'a>(sum: &Sum, statement: &[Option<&'a Fact>], catalogue: &Catalogue) -> Option<Judged<'a>> {
    let total = (*statement.first()?)?;
    let facts: Vec<&'a Fact> = statement.iter().copied().flatten().collect();
    let whole = facts.len() == statement.len();
    // The parts of a total may be scattered over a report, but with some of them missing only one sentence makes
    // sure that the others belong to it.
    if !whole && (facts.len() < 3 || facts.iter().any(|fact| fact.sentence != total.sentence)) {
        return None;
    }
    Some(weigh(facts, sum.partial || !whole, catalogue))
}

/// A total, which stands first, and its parts with what is wrong with them; `open`: they need not be all the parts.
pub fn weigh<'a>(facts: Vec<&'a Fact>, open: bool, catalogue: &Catalogue) -> Judged<'a> {
    let equation = Equation::new(if open { Form::Within } else { Form::Sum }, facts);
    let finding = wrong(&equation, catalogue);
    Judged { equation, finding }
}

fn wrong(judged: &Equation<'_>, catalogue: &Catalogue) -> Option<Finding> {
    let (facts, open) = (&judged.facts[..], judged.form == Form::Within);
    let (total, parts) = facts.split_first()?;
    if judged.fits(Stance::Rounded) {
        return None;
    }
    let residual = judged.residual()?;
    let added = total.value.checked_add(residual)?;
    let off = format(residual.abs());
    let name = indicator_name::of_fact(total, catalogue);
    let equation = format!("{name}: {} = {}", addends(parts), format(added));
    let printed = indicator_name::figure(total);
    let calculation = calculation(facts, open, (format(added), off.clone()), catalogue);
    let finding = |severity, message: String| {
        let places = facts.iter().map(|fact| fact.span).collect();
        Finding::new(CODE, severity, message, places).with_calculation(calculation)
    };
    Some(if judged.fits(Stance::Cut) {
        finding(Severity::Info, format!("{equation}, báo cáo ghi {printed} do cắt bỏ phần lẻ."))
    } else if let ([part], true) = (parts, open) {
        let (more, part) = (indicator_name::figure(part), indicator_name::of_fact(part, catalogue));
        finding(Severity::Error, format!("{part} ({more}) lớn hơn {name} ({printed}), vượt {off}."))
            .with_hint(COMPARE)
    } else if open {
        finding(Severity::Error, format!("{equation}, vượt tổng số {printed} là {off}.")).with_hint(COMPARE)
    } else {
        finding(Severity::Error, format!("{equation}, báo cáo ghi {printed}, lệch {off}."))
            .with_hint(format!("Nếu các số thành phần đúng thì tổng số là {}.", format(added)))
    })
}

/// The parts, what they make and the total; the places are those of the figures, the total first.
fn calculation(facts: &[&Fact], open: bool, (result, off): (String, String), catalogue: &Catalogue) -> Calculation {
    let operand = |place: usize, sign| Operand {
        sign,
        name: indicator_name::of_fact(facts[place], catalogue),
        figure: indicator_name::figure(facts[place]),
        place,
    };
    let operands = (1..facts.len()).map(|place| operand(place, if place > 1 { "+" } else { "" })).collect();
    Calculation { operands, result, stated: operand(0, if open { "≥" } else { "=" }), off }
}

#[cfg(test)]
mod tests {
    use crate::check::arithmetic;
    use crate::check::testing::{check, check_sentence};
    use expect_test::expect;

    #[test]
    fn parts_that_make_their_total_are_passed_over() {
        check(arithmetic::check, "cert.total; 2.318\n cert.organisation; 512\n cert.personal; 1.806", &expect![""]);
    }

    #[test]
    fn parts_that_do_not_are_an_error() {
        check(
            arithmetic::check,
            "cert.total; 2.293\n cert.organisation; 512\n cert.personal; 1.806",
            &expect![[r#"
                Error sum [2.293, 512, 1.806]
                Chứng thư số đang dùng: 512 + 1.806 = 2.318, báo cáo ghi 2.293, lệch 25.
                → Nếu các số thành phần đúng thì tổng số là 2.318.
            "#]],
        );
    }

    #[test]
    fn a_missing_part_is_silent() {
        check(arithmetic::check, "cert.total; 2.293\n cert.organisation; 512", &expect![""]);
    }

    #[test]
    fn parts_of_one_sentence_must_not_exceed_their_total_even_with_one_missing() {
        let sentence = "portal.all; 10\n portal.news; 7\n portal.plans; 6";
        check_sentence(
            arithmetic::check,
            sentence,
            &expect![[r#"
            Error sum [10, 7, 6]
            Văn bản đăng tải: 7 + 6 = 13, vượt tổng số 10 là 3.
            → Đối chiếu tổng số và các số thành phần với nguồn số liệu.
        "#]],
        );
        check_sentence(arithmetic::check, "portal.all; 10\n portal.news; 7\n portal.plans; 2", &expect![""]);
        check(arithmetic::check, sentence, &expect![""]);
    }

    #[test]
    fn an_approximate_figure_cannot_be_wrong() {
        check(arithmetic::check, "cert.total; ~2.300\n cert.organisation; 512\n cert.personal; 1.806", &expect![""]);
    }

    #[test]
    fn two_statements_are_not_mixed() {
        check(
            arithmetic::check,
            "cert.total; 10\n cert.organisation; 4\n cert.personal; 6\n \
             cert.total; 20\n cert.organisation; 8\n cert.personal; 13",
            &expect![[r#"
                Error sum [20 at 5:14, 8, 13]
                Chứng thư số đang dùng: 8 + 13 = 21, báo cáo ghi 20, lệch 1.
                → Nếu các số thành phần đúng thì tổng số là 21.
            "#]],
        );
    }

    #[test]
    fn a_total_that_is_repeated_alone_takes_no_parts_from_elsewhere() {
        check(
            arithmetic::check,
            "cert.total; 10\n cert.organisation; 4\n cert.personal; 6\n cert.total; 99",
            &expect![""],
        );
    }

    #[test]
    fn figures_of_two_dates_are_not_compared() {
        check(
            arithmetic::check,
            "cert.total; 10; as_of 2022-06-14\n cert.organisation; 4; as_of 2022-03-14\n cert.personal; 5",
            &expect![""],
        );
    }

    #[test]
    fn incomplete_parts_must_only_not_exceed_the_total() {
        check(arithmetic::check, "docs.sent; 100\n docs.signed; 90", &expect![""]);
        check(
            arithmetic::check,
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
        check(
            arithmetic::check,
            "other.length; 4,7\n other.length.fibre; 1,2\n other.length.copper; 3,45",
            &expect![""],
        );
        check(
            arithmetic::check,
            "other.length; 4,6\n other.length.fibre; 1,24\n other.length.copper; 3,45",
            &expect![[r#"
                Info sum [4,6, 1,24, 3,45]
                Chiều dài cáp: 1,24 + 3,45 = 4,69, báo cáo ghi 4,6 do cắt bỏ phần lẻ.
            "#]],
        );
    }

    #[test]
    fn one_figure_that_would_mend_two_sums_is_named() {
        check(
            arithmetic::check,
            "portal.all; 20\n portal.news; 12\n portal.plans; 6\n portal.notices; 4\n \
             portal.news.own; 5\n portal.news.other; 5",
            &expect![[r#"
                Error sum [12, 20 at 2:13, 6, 4, 5 at 6:19, 5 at 7:21]
                Văn bản đăng tải: 12 + 6 + 4 = 22, báo cáo ghi 20, lệch 2; Văn bản đăng tải – tin: 5 + 5 = 10, báo cáo ghi 12, lệch 2.
                → 12 → 10: khớp với 20 − 6 − 4 và 5 + 5.
            "#]],
        );
    }

    #[test]
    fn a_sum_too_large_to_be_said_is_silent() {
        let nines = "79.228.162.514.264.337.593.543.950.335";
        check(
            arithmetic::check,
            &format!("cert.total; 1\n cert.organisation; {nines}\n cert.personal; {nines}"),
            &expect![""],
        );
    }
}
