//! What there was at the start of the period, what came and what went make what there is at its end, all in one
//! sentence.
//!
//! | text | finding |
//! |---|---|
//! | tồn đầu kỳ 14 đơn, tiếp nhận 36 đơn, đã xử lý 38 đơn, còn lại 12 đơn | none |
//! | tồn đầu kỳ 14 đơn, tiếp nhận 36 đơn, đã xử lý 40 đơn, còn lại 12 đơn | warning: 14 + 36 − 40 = 10 |
//! | tiếp nhận 50 đơn (kỳ trước chuyển sang 14 đơn), đã xử lý 38 đơn, còn lại 12 đơn | none: 50 has the 14 in it |
//! | cấp mới 10, thu hồi 03, nâng tổng số từ 2.226 chứng thư số lên 2.239 chứng thư số | warning: 2.226 + 10 − 3 = 2.233 |
//! | tiếp nhận 36 đơn, đã xử lý 40 đơn, còn lại 12 đơn | none: what there was is not said |
//!
//! Each of them is told by the words before it, and there must be one of each that counts the same things.

use rust_decimal::Decimal;

use super::interval::{Interval, Stance};
use super::told;
use super::words::Words;
use tonghop_model::finding::{Calculation, Finding, Operand, Severity};
use tonghop_model::vietnamese::lexicon::{LEXICON, Phrases};
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "rolled";

/// Sentences of more figures tell of several things; only these are looked at for what counts the same.
const FEW: usize = 16;

const HINT: &str = "Đối chiếu số đầu kỳ, số tăng, số giảm và số cuối kỳ.";

/// Sentences whose figures at the end are not what the others make.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let sentences = report.facts.chunk_by(|a, b| a.sentence == b.sentence).filter(|facts| facts.len() > 2);
    let of_one_unit = |facts: &&[Fact]| {
        let same = |fact: &&Fact| facts.iter().take(FEW).filter(|other| other.unit == fact.unit).count() > 2;
        facts.iter().take(FEW).any(|fact| same(&fact))
    };
    let told = sentences
        .filter(of_one_unit)
        .filter(|facts| Words::within(report, facts[0].line, facts[0].sentence).have(&LEXICON.stock_opening));
    told.filter_map(|facts| rolled(facts, report)).collect()
}

/// The figures of a sentence by what they are.
#[derive(Default)]
struct Rolled<'a> {
    opening: Option<&'a Fact>,
    came: Option<&'a Fact>,
    went: Option<&'a Fact>,
    closing: Option<&'a Fact>,
}

fn rolled(facts: &[Fact], report: &Report) -> Option<Finding> {
    let mut rolled = Rolled::default();
    for (at, fact) in facts.iter().enumerate() {
        let last = at.checked_sub(1).map(|last| &facts[last]);
        let place = match role(&told::before(report, fact, last).all()) {
            Some(Role::Opening) => &mut rolled.opening,
            Some(Role::Came) => &mut rolled.came,
            Some(Role::Went) => &mut rolled.went,
            Some(Role::Closing) => &mut rolled.closing,
            None => continue,
        };
        // Two of one role are of two things, or one is a part of the other.
        if place.replace(fact).is_some() {
            return None;
        }
    }
    wrong(&rolled)
}

enum Role {
    Opening,
    Came,
    Went,
    Closing,
}

/// What the words before a figure say that it is: of several the last.
fn role(words: &[&str]) -> Option<Role> {
    let last = |phrases: &Phrases| {
        let at = |phrase: &Vec<String>| words.windows(phrase.len()).rposition(|window| window == phrase.as_slice());
        phrases.0.iter().filter_map(|phrase| Some((at(phrase)? + phrase.len(), phrase.len()))).max()
    };
    let lists = [
        (&LEXICON.stock_opening, Role::Opening),
        (&LEXICON.stock_came, Role::Came),
        (&LEXICON.stock_went, Role::Went),
        (&LEXICON.stock_closing, Role::Closing),
    ];
    lists
        .into_iter()
        .filter_map(|(list, role)| Some((last(list)?, role)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, role)| role)
}

fn wrong(rolled: &Rolled<'_>) -> Option<Finding> {
    let (opening, came, closing) = (rolled.opening?, rolled.came?, rolled.closing?);
    let terms = [Some(("", opening)), Some(("+", came)), rolled.went.map(|fact| ("−", fact))];
    let terms: Vec<(&str, &Fact)> = terms.into_iter().flatten().collect();
    let same = terms.iter().all(|(_, fact)| told::same_unit(fact, closing));
    // What came may have what there was before in it, and what went may be what was left of it.
    if !same || fits(&terms, closing) || fits(&terms[1..], closing) || holds_within(came, opening, closing) {
        return None;
    }
    let right = terms.iter().try_fold(Decimal::ZERO, |made, (sign, fact)| {
        if *sign == "−" { made.checked_sub(fact.value) } else { made.checked_add(fact.value) }
    })?;
    let off = format(right.checked_sub(closing.value)?.abs());
    let list: Vec<String> = terms
        .iter()
        .map(|(sign, fact)| format!("{sign} {}", indicator_name::figure(fact)).trim_start().to_owned())
        .collect();
    let message = format!(
        "Số {} cuối kỳ: {} = {}, báo cáo ghi {}, lệch {off}.",
        closing.unit.trim(),
        list.join(" "),
        format(right),
        indicator_name::figure(closing)
    );
    let operand = |place, sign, fact: &Fact| {
        let name = match sign {
            "" => "Đầu kỳ",
            "+" => "Tăng trong kỳ",
            "−" => "Giảm trong kỳ",
            _ => "Cuối kỳ",
        };
        Operand { sign, name: name.to_owned(), figure: indicator_name::figure(fact), place }
    };
    let operands = terms.iter().enumerate().map(|(at, (sign, fact))| operand(at + 1, sign, fact)).collect();
    let calculation = Calculation { operands, result: format(right), stated: operand(0, "=", closing), off };
    let places = std::iter::once(closing).chain(terms.iter().map(|(_, fact)| *fact)).map(|fact| fact.span).collect();
    Some(Finding::new(CODE, Severity::Warning, message, places).with_hint(HINT).with_calculation(calculation))
}

/// Whether some values that the figures stand for make what the closing one stands for.
fn fits(terms: &[(&str, &Fact)], closing: &Fact) -> bool {
    [Stance::Rounded, Stance::Cut].into_iter().any(|stance| {
        let none = Interval::exactly(Decimal::ZERO);
        let made = terms.iter().try_fold(none, |made, (sign, fact)| {
            let interval = Interval::of_fact(fact, stance);
            made.checked_add(if *sign == "−" { interval.negated() } else { interval })
        });
        made.is_none_or(|made| made.meets(Interval::of_fact(closing, stance)))
    })
}

/// Whether the closing figure is what came and what there was before, so that what went is told of something else.
fn holds_within(came: &Fact, opening: &Fact, closing: &Fact) -> bool {
    fits(&[("", opening), ("+", came)], closing)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_text;
    use expect_test::expect;

    #[test]
    fn a_stock_that_rolls_forward_is_passed_over() {
        for text in [
            "Số đơn tồn đầu kỳ 14 đơn, tiếp nhận 36 đơn, đã xử lý 38 đơn, còn lại 12 đơn.",
            "Trong tháng tiếp nhận 50 đơn (kỳ trước chuyển sang 14 đơn), đã xử lý 38 đơn, còn lại 12 đơn.",
            "Trong tháng tiếp nhận 36 đơn, đã xử lý 40 đơn, còn lại 12 đơn.",
            "Số đơn tồn đầu kỳ hơn 14 đơn, tiếp nhận 36 đơn, đã xử lý 38 đơn, còn lại 13 đơn.",
            "Tồn đầu kỳ 14 đơn, tiếp nhận 36 công văn, đã xử lý 40 đơn, còn lại 12 đơn.",
        ] {
            check_text(crate::check::rolled::check, text, &expect![""]);
        }
    }

    #[test]
    fn a_stock_that_does_not_is_named() {
        check_text(
            crate::check::rolled::check,
            "Số đơn tồn đầu kỳ 14 đơn, tiếp nhận 36 đơn, đã xử lý 40 đơn, còn lại 12 đơn.",
            &expect![[r#"
                Warning rolled [12, 14, 36, 40]
                Số đơn cuối kỳ: 14 + 36 − 40 = 10, báo cáo ghi 12, lệch 2.
                → Đối chiếu số đầu kỳ, số tăng, số giảm và số cuối kỳ.
            "#]],
        );
        check_text(
            crate::check::rolled::check,
            "Trong tháng cấp mới 10 chứng thư số, thu hồi 03 chứng thư số, nâng tổng số từ 2.226 chứng thư số lên 2.239 chứng thư số.",
            &expect![[r#"
                Warning rolled [2.239, 2.226, 10, 03]
                Số chứng thư số cuối kỳ: 2.226 + 10 − 3 = 2.233, báo cáo ghi 2.239, lệch 6.
                → Đối chiếu số đầu kỳ, số tăng, số giảm và số cuối kỳ.
            "#]],
        );
    }
}
