//! What a figure's value is where it is not printed as a number should be.

use rust_decimal::Decimal;

use super::understood::Fact;
use crate::catalogue::Catalogue;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number::Shape;
use tonghop_statements::numeral::{Proposal, Quantity, one_digit_apart};

/// The value as it should be understood, and the printed one where the two differ.
///
/// What the sentence itself speaks for comes first. Else a comma before three digits of something that is counted
/// stands in the place of a dot: `157,203 lượt`.
pub fn understood(quantity: Quantity, unit: &str, proposal: Option<&Proposal>) -> (Decimal, Option<Decimal>) {
    let printed = |value: Decimal| (value != quantity.value).then_some(quantity.value);
    if let Some(proposal) = proposal {
        return (proposal.value, printed(proposal.value));
    }
    // Without a unit nothing says that it is counted: "tăng 1,235 lần".
    let counted = !quantity.percent && !unit.is_empty() && !LEXICON.measure.iter().any(|measure| measure == unit);
    if quantity.shape == Shape::Comma && counted && quantity.power == 0 {
        let value = quantity.value.checked_mul(Decimal::ONE_THOUSAND).unwrap_or(quantity.value).normalize();
        return (value, printed(value));
    }
    (quantity.value, None)
}

/// The value in the unit of its indicator, where the text counts in a multiple of it: "7,5 triệu đồng" in "đồng".
///
/// `power` is the power of ten of the words behind the numeral, `printed` the unit as it is printed.
pub fn scaled(value: Decimal, power: u32, printed: &str, unit: &str) -> Decimal {
    let of = |text: &str| text.split(' ').next().and_then(|word| LEXICON.multiplier(word, false)).unwrap_or(0);
    let power = power.max(of(printed)).saturating_sub(of(unit));
    let factor = 10_u64.checked_pow(power).filter(|_| power > 0).map(Decimal::from);
    factor.and_then(|factor| value.checked_mul(factor)).map_or(value, |value| value.normalize())
}

/// Gives figures with impossible dots the value that the other parts of their total leave for them, if its digits
/// are those that are printed but for one; the others keep their bare digits, marked as not printed so. `broken` are
/// the indices of such facts.
pub fn mend(facts: &mut [Fact], broken: &[usize], catalogue: &Catalogue) {
    for &index in broken {
        let id = facts[index].indicator.clone().unwrap_or_default();
        let sums = catalogue.systems().iter().flat_map(|system| &system.sum).filter(|sum| !sum.partial);
        let proposal = sums.filter(|sum| sum.parts.contains(&id)).find_map(|sum| {
            // The others must be the nearest ones of the text: a report may state a total twice.
            let near = |id: &str| nearest(facts, index, id);
            let mut others = sum.parts.iter().filter(|part| **part != id);
            // Digits that ran together make numbers too large to add; they leave nothing for this one.
            let others = others.try_fold(Decimal::ZERO, |added, part| added.checked_add(near(part)?))?;
            near(&sum.total)?.checked_sub(others)
        });
        if facts[index].printed.is_some() {
            continue;
        }
        facts[index].printed = Some(facts[index].value);
        if let Some(value) = proposal.filter(|value| one_digit_apart(&facts[index].raw, *value)) {
            facts[index].value = value;
        }
    }
}

fn nearest(facts: &[Fact], index: usize, id: &str) -> Option<Decimal> {
    let at = facts[index].span.start;
    let same = facts.iter().filter(|fact| fact.indicator.as_deref() == Some(id));
    same.min_by_key(|fact| fact.span.start.abs_diff(at)).map(|fact| fact.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_numbers::number;

    #[test]
    fn a_comma_in_the_place_of_a_dot() {
        let read = |printed: &str, unit: &str| {
            let number = number::parse(printed).unwrap();
            understood(
                Quantity { value: number.value, shape: number.shape, percent: unit == "%", power: 0 },
                unit,
                None,
            )
        };
        assert_eq!(read("157,203", "lượt"), (Decimal::from(157_203), Some(Decimal::new(157_203, 3))));
        assert_eq!(read("31,142", "km"), (Decimal::new(31_142, 3), None));
        assert_eq!(read("98,125", "%"), (Decimal::new(98_125, 3), None));
    }

    #[test]
    fn multiples_of_a_unit() {
        let read = |value: &str, power: u32, printed: &str, unit: &str| {
            scaled(value.parse().unwrap(), power, printed, unit).to_string()
        };
        assert_eq!(read("7.5", 6, "", "đồng"), "7500000");
        assert_eq!(read("7.5", 0, "triệu đồng", "đồng"), "7500000");
        assert_eq!(read("1.25", 9, "tỷ đồng", "triệu đồng"), "1250");
        assert_eq!(read("7500000", 0, "đồng", "đồng"), "7500000");
        assert_eq!(read("159000", 6, "triệu đồng", "triệu đồng"), "159000");
    }
}
