//! Percentages and what they are the percentage of, as the catalogue's `ratio` names it.
//!
//! | report | finding |
//! |---|---|
//! | 12.640 of 15.000, 84,27% | none: rounded half up |
//! | 12.640 of 15.000, 84,26% | info: the further digits were cut off, 84,27% is right |
//! | 37 of 4.812, 0,78% | error: 0,77% |
//! | 0 of 0, 0% | none: there is no ratio |

use rust_decimal::Decimal;

use super::equation::{Equation, Form, Judged, is_share};
use super::statement::Stated;
use tonghop_model::finding::{Calculation, Finding, Operand, Severity};
use tonghop_model::percent::{half_up, percent};
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// The name of the rule.
pub const CODE: &str = "ratio";

/// The percentages of a report with the parts that the catalogue names.
pub fn judged<'a>(stated: &Stated<'a>, catalogue: &Catalogue) -> Vec<Judged<'a>> {
    let named = parts(catalogue).flat_map(|ids| stated.complete(&ids));
    named.map(|facts| weigh(facts, catalogue)).collect()
}

/// A percentage, which stands first, its part and its whole with what is wrong with them.
pub fn weigh<'a>(facts: Vec<&'a Fact>, catalogue: &Catalogue) -> Judged<'a> {
    let finding = wrong(&facts, catalogue);
    Judged { equation: Equation::new(Form::Share, facts), finding }
}

/// The ids of every ratio of the catalogue, each with those of its part and its whole.
pub fn parts(catalogue: &Catalogue) -> impl Iterator<Item = [&str; 3]> {
    let indicators = catalogue.systems().iter().flat_map(|system| &system.indicator);
    indicators
        .filter_map(|indicator| indicator.ratio.as_ref().map(|ratio| [&*indicator.id, &*ratio.part, &*ratio.whole]))
}

/// What is wrong with a percentage, which stands first, and its part and whole.
fn wrong(facts: &[&Fact], catalogue: &Catalogue) -> Option<Finding> {
    let [printed, part, whole] = facts else { return None };
    if facts.iter().any(|fact| fact.approximate.is_some()) {
        return None;
    }
    let right = half_up(percent(part.value, whole.value)?, printed.value.scale());
    if right == printed.value {
        return None;
    }
    let name = indicator_name::of_fact(printed, catalogue);
    let division = format!("{name}: {} / {} = {}%", format(part.value), format(whole.value), format(right));
    let off = format!("{} điểm phần trăm", format(right.checked_sub(printed.value)?.abs()));
    let (severity, message) = if is_share(facts) {
        (Severity::Info, format!("{division}, báo cáo ghi {}% do cắt bỏ phần lẻ.", format(printed.value)))
    } else {
        (Severity::Error, format!("{division}, báo cáo ghi {}%, lệch {off}.", format(printed.value)))
    };
    let places = facts.iter().map(|fact| fact.span).collect();
    let finding = Finding::new(CODE, severity, message, places).with_hint(format!("Tính lại: {}%.", format(right)));
    let calculation = calculation(facts, right, off, catalogue);
    let why = format!("khớp với {} / {}", format(part.value), format(whole.value));
    Some(finding.with_calculation(calculation).with_proposal(0, right, why))
}

/// Part, whole, their share and the percentage; the places are those of the figures, the percentage first.
fn calculation(facts: &[&Fact], right: Decimal, off: String, catalogue: &Catalogue) -> Calculation {
    let operand = |place: usize, sign, mark: &str| Operand {
        sign,
        name: indicator_name::of_fact(facts[place], catalogue),
        figure: format!("{}{mark}", indicator_name::figure(facts[place])),
        place,
    };
    Calculation {
        operands: vec![operand(1, "", ""), operand(2, "/", "")],
        result: format!("{}%", format(right)),
        stated: operand(0, "=", "%"),
        off,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::arithmetic;
    use crate::check::testing::check;
    use expect_test::expect;

    #[test]
    fn a_rounded_percentage_is_passed_over() {
        check(arithmetic::check, "docs.sent; 15.000\n docs.signed; 12.640\n docs.rate; 84,27", &expect![""]);
        check(arithmetic::check, "docs.sent; 15.000\n docs.signed; 12.640\n docs.rate; 84", &expect![""]);
        check(arithmetic::check, "docs.sent; 8\n docs.signed; 1\n docs.rate; 12,5", &expect![""]);
    }

    #[test]
    fn the_middle_is_rounded_up() {
        check(arithmetic::check, "docs.sent; 20.000\n docs.signed; 2.469\n docs.rate; 12,35", &expect![""]);
        check(
            arithmetic::check,
            "docs.sent; 20.000\n docs.signed; 2.469\n docs.rate; 12,34",
            &expect![[r#"
            Info ratio [12,34, 2.469, 20.000]
            Tỷ lệ ký số: 2.469 / 20.000 = 12,35%, báo cáo ghi 12,34% do cắt bỏ phần lẻ.
            → Tính lại: 12,35%.
        "#]],
        );
    }

    #[test]
    fn a_cut_percentage_is_mentioned() {
        check(
            arithmetic::check,
            "docs.sent; 15.000\n docs.signed; 12.640\n docs.rate; 84,26",
            &expect![[r#"
            Info ratio [84,26, 12.640, 15.000]
            Tỷ lệ ký số: 12.640 / 15.000 = 84,27%, báo cáo ghi 84,26% do cắt bỏ phần lẻ.
            → Tính lại: 84,27%.
        "#]],
        );
    }

    #[test]
    fn a_wrong_percentage_is_an_error_even_by_one_in_the_last_place() {
        check(
            arithmetic::check,
            "docs.sent; 4.812\n docs.signed; 37\n docs.rate; 0,78",
            &expect![[r#"
                Error ratio [0,78, 37, 4.812]
                Tỷ lệ ký số: 37 / 4.812 = 0,77%, báo cáo ghi 0,78%, lệch 0,01 điểm phần trăm.
                → Tính lại: 0,77%.
            "#]],
        );
    }

    #[test]
    fn nothing_of_nothing_is_silent() {
        check(arithmetic::check, "docs.sent; 0\n docs.signed; 0\n docs.rate; 0", &expect![""]);
    }

    #[test]
    fn a_missing_or_approximate_part_is_silent() {
        check(arithmetic::check, "docs.sent; 15.000\n docs.rate; 50", &expect![""]);
        check(arithmetic::check, "docs.sent; ~10.000\n docs.signed; 1\n docs.rate; 50", &expect![""]);
    }

    #[test]
    fn figures_too_large_are_silent() {
        let nines = "79.228.162.514.264.337.593.543.950.335";
        check(
            arithmetic::check,
            &format!("docs.sent; 3\n docs.signed; {nines}\n docs.rate; 50"),
            &expect![[r#"
                Error sum [3 at 2:12, 79.228.162.514.264.337.593.543.950.335]
                Văn bản đã ký số (79.228.162.514.264.337.593.543.950.335) lớn hơn Văn bản đã gửi (3), vượt 79.228.162.514.264.337.593.543.950.332.
                → Đối chiếu tổng số và các số thành phần với nguồn số liệu.
            "#]],
        );
    }
}
