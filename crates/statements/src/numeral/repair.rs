//! What a numeral of a wrong shape should say, where another figure of its sentence or its unit speaks for a value.
//!
//! | in the text | proposed | evidence |
//! |---|---|---|
//! | `67.910 hồ sơ (61.4072 trực tiếp, 6.503 trực tuyến)` | 61407 | 67.910 − 6.503 |
//! | `11,236 văn bản, ký số 9.274 (82,54%)` | 11236 | 9.274 / 11.236 = 82,54% |
//! | `157,203 lượt` | 157203 | what is counted in "lượt" has no decimals |
//! | `12.5 triệu đồng` | 12.5 | what is measured in "triệu" has decimals |
//!
//! The separator is decided value by value. Without evidence nothing is proposed: `tests/rules/malformed.md`.

use rust_decimal::Decimal;

use super::classed::{Class, Evidence, Numeral, Proposal, Quantity, is_doubtful};
use crate::line::{Line, TokenKind};
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number::Shape;

/// How many figures on each side may speak for one: more are no longer one statement.
const REACH: usize = 12;

/// Gives every numeral of a wrong shape its proposal; `numerals` are those of one line.
pub(super) fn propose(line: &Line, numerals: &mut [Numeral]) {
    let doubtful =
        |numeral: &Numeral| numeral.quantity.is_some_and(is_doubtful) && numeral.class == Class::NarrativeCount;
    let wrong: Vec<usize> = (0..numerals.len()).filter(|&index| doubtful(&numerals[index])).collect();
    for index in wrong {
        numerals[index].proposal = proposal(line, numerals, index);
    }
}

fn proposal(line: &Line, numerals: &[Numeral], index: usize) -> Option<Proposal> {
    let quantity = numerals[index].quantity?;
    let sentence = line.sentence(numerals[index].token);
    let near = index.saturating_sub(REACH)..(index + REACH + 1).min(numerals.len());
    let figures: Vec<&Numeral> = numerals[near]
        .iter()
        .filter(|other| sentence.contains(&other.token) && other.class == Class::NarrativeCount)
        .collect();
    let at = figures.iter().position(|figure| figure.at == numerals[index].at)?;
    if let Some(found) = addition(&figures, at).or_else(|| share(&figures, at)) {
        return Some(found);
    }
    let unit = Unit::behind(line, &numerals[index]);
    let whole = candidates(&numerals[index].raw, quantity).into_iter().next();
    match (quantity.shape, unit) {
        (Shape::Comma, Unit::Counted(unit)) => Some(Proposal { value: whole?, evidence: Evidence::Counted(unit) }),
        (Shape::Swapped, Unit::Counted(unit)) if quantity.value.scale() == 0 => {
            Some(Proposal { value: quantity.value, evidence: Evidence::Counted(unit) })
        }
        (Shape::Point | Shape::Swapped, Unit::Measured(unit)) => {
            Some(Proposal { value: quantity.value, evidence: Evidence::Measured(unit) })
        }
        _ => None,
    }
}

/// What stands behind a number.
enum Unit {
    Counted(String),
    Measured(String),
    Unknown,
}

impl Unit {
    fn behind(line: &Line, numeral: &Numeral) -> Self {
        let at = numeral.token + 1;
        if numeral.quantity.is_some_and(|quantity| quantity.percent) {
            return Self::Measured("%".to_owned());
        }
        let multiplied =
            line.tokens.get(at).is_some_and(|token| LEXICON.multiplier(&token.text, line.poor).is_some());
        let measured = LEXICON.measure.iter().map(|unit| unit.split(' ').count()).max().unwrap_or(1);
        let words = (1..=measured).rev().map(|count| at..at + count).filter(|range| range.end <= line.tokens.len());
        let known = words.map(|range| line.text(range)).find(|text| LEXICON.measure.contains(&text.to_lowercase()));
        if let Some(unit) = known {
            return Self::Measured(unit);
        }
        if multiplied {
            return Self::Measured(line.text(at..at + 1));
        }
        let count = LEXICON.unit.0.iter().filter(|phrase| line.has_at(at, phrase)).map(Vec::len).max();
        let word = line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        match count {
            Some(count) if word => Self::Counted(line.text(at..at + count)),
            _ => Self::Unknown,
        }
    }
}

/// A run of figures that stand beside each other and are a total and its parts, but for the one in doubt; the longest
/// run first.
fn addition(figures: &[&Numeral], at: usize) -> Option<Proposal> {
    let count =
        |figure: &&Numeral| figure.quantity.filter(|quantity| !quantity.percent).map(|quantity| quantity.value);
    let counts: Vec<Decimal> = figures.iter().filter_map(count).collect();
    count(&figures[at])?;
    let raw = &figures[at].raw;
    let at = figures[..at].iter().filter_map(count).count();
    // A total and two parts at the least: with fewer, anything adds up.
    let runs = (at + 1..=counts.len()).rev().flat_map(|end| (0..=at).map(move |start| (start, end)));
    let runs = runs.filter(|(start, end)| end - start >= 3);
    let mut found = runs.filter_map(|(start, end)| settled(&counts[start..end], at - start));
    found.find(|proposal| proposal.value > Decimal::ZERO && one_digit_apart(raw, proposal.value))
}

/// What the others make of the figure at `at`, where the first of them is the total of the rest.
fn settled(run: &[Decimal], at: usize) -> Option<Proposal> {
    let parts = run.iter().enumerate().skip(1).filter(|(index, _)| *index != at).map(|(_, part)| *part);
    let others: Vec<Decimal> = parts.collect();
    let sum = others.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
    if at == 0 {
        return Some(Proposal { value: sum, evidence: Evidence::Sum(others) });
    }
    let total = run[0];
    Some(Proposal { value: total.checked_sub(sum)?, evidence: Evidence::Rest { total, others } })
}

/// A percentage beside the figure that holds with it and a third figure.
fn share(figures: &[&Numeral], at: usize) -> Option<Proposal> {
    let printed = figures[at].quantity?;
    let percents = figures.iter().filter_map(|figure| figure.quantity.filter(|quantity| quantity.percent));
    let others = || {
        let counts = figures.iter().enumerate().filter(|(index, _)| *index != at);
        counts
            .filter_map(|(_, figure)| figure.quantity.filter(|quantity| !quantity.percent && !is_doubtful(*quantity)))
    };
    let candidates = candidates(&figures[at].raw, printed);
    for percent in percents {
        for &value in &candidates {
            let holds = |part: Decimal, whole: Decimal| part < whole && is_share(part, whole, percent.value);
            let found = others().find_map(|other| match other.value {
                other if holds(value, other) => Some((value, other)),
                other if holds(other, value) => Some((other, value)),
                _ => None,
            });
            if let Some((part, whole)) = found {
                return Some(Proposal { value, evidence: Evidence::Share { part, whole, percent: percent.value } });
            }
        }
    }
    None
}

/// Whether a printed percentage is the rounded or cut share of two figures.
fn is_share(part: Decimal, whole: Decimal, percent: Decimal) -> bool {
    let exact = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundred| hundred.checked_div(whole));
    let unit = Decimal::new(1, percent.scale());
    exact.is_some_and(|exact| (exact - percent).abs() < unit && percent.scale() > 0)
}

/// The values that the printed digits may stand for: all of them, and for impossible dots all but one.
fn candidates(raw: &str, quantity: Quantity) -> Vec<Decimal> {
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    let whole = digits.parse::<Decimal>().into_iter();
    let dropped = (0..digits.len()).filter(|_| quantity.shape == Shape::Broken).filter_map(|skip| {
        let rest: String = digits.chars().enumerate().filter(|(index, _)| *index != skip).map(|(_, c)| c).collect();
        rest.parse::<Decimal>().ok()
    });
    whole.chain(dropped).collect()
}

/// Whether one digit put in, left out or changed makes the printed digits those of the value.
pub fn one_digit_apart(printed: &str, value: Decimal) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let (a, b) = (digits(printed), digits(&value.to_string()));
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().abs_diff(b.len()) <= 1 && head + tail + 1 >= a.len().max(b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit() {
        assert!(one_digit_apart("80.5231", Decimal::from(80_523)));
        assert!(one_digit_apart("80.523", Decimal::from(80_623)));
        assert!(!one_digit_apart("80.5231", Decimal::from(76_213)));
    }

    #[test]
    fn a_share_is_rounded_or_cut() {
        let share = |percent| is_share(Decimal::from(9_274), Decimal::from(11_236), percent);
        assert!(share(Decimal::new(8254, 2)) && share(Decimal::new(8253, 2)));
        assert!(!share(Decimal::new(8256, 2)) && !share(Decimal::from(82)));
    }
}
