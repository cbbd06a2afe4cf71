//! Numbers as they are printed: dots every three digits, a comma before decimals.
//!
//! | printed | value | shape |
//! |---|---|---|
//! | `08` | 8 | plain |
//! | `1625` | 1625 | plain (its dot is missing) |
//! | `88.924` | 88924 | grouped |
//! | `31.888,142` | 31888.142 | grouped |
//! | `79,37` | 79.37 | plain |
//! | `157,203` | 157.203 | comma: three decimals, or a comma in the place of a dot |
//! | `80.5231` | none | broken: no grouping gives these digits |
//! | `5..652`, `1,2,3` | none | broken |
//! | `12.5` | 12.5 | point: a decimal point of another language |
//! | `1,234.5`, `1,204,567` | 1234.5, 1204567 | swapped: both marks of another language |
//!
//! The source of the rule is Luật Kế toán, Điều 12 (domain practice: every report follows it).

use rust_decimal::Decimal;

/// A printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value as it is printed, with the printed number of decimals; for a broken one its digits alone.
    pub value: Decimal,
    /// How it is written.
    pub shape: Shape,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Digits, perhaps with decimals behind a comma.
    Plain,
    /// With dots every three digits.
    Grouped,
    /// With exactly three digits behind its only comma, which may stand for a dot.
    Comma,
    /// With dots that do not part groups of three.
    Broken,
    /// With a point in the place of the comma.
    Point,
    /// With commas in the place of dots, and perhaps a point in the place of the comma.
    Swapped,
}

/// Reads a number without sign, unit or percent sign; `None` where it is something else.
pub fn parse(text: &str) -> Option<Number> {
    let inside = text.strip_prefix(|c: char| c.is_ascii_digit())?;
    if !inside.is_empty() && !inside.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if !text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
        return None;
    }
    if let Some(number) = swapped(text) {
        return Some(number);
    }
    let (whole, decimals) = match text.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let shape = shape(&groups, decimals);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let scale = match shape {
        Shape::Point => groups[1].len(),
        Shape::Broken => 0,
        _ => decimals.map_or(0, str::len),
    };
    let number = digits.parse::<i128>().ok()?;
    let value = Decimal::try_from_i128_with_scale(number, u32::try_from(scale).ok()?).ok()?;
    Some(Number { value, shape })
}

/// `1,204,567` and `1,234.5`: at least two commas every three digits, or one and a point behind it.
fn swapped(text: &str) -> Option<Number> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let [first, rest @ ..] = &groups[..] else { return None };
    let grouped = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let marked = rest.len() >= 2 || rest.len() == 1 && !decimals.is_empty();
    if !grouped || !marked || !groups.iter().all(|group| is_digits(group)) || decimals.contains([',', '.']) {
        return None;
    }
    let number = groups.concat() + decimals;
    let scale = u32::try_from(decimals.len()).ok()?;
    let value = Decimal::try_from_i128_with_scale(number.parse().ok()?, scale).ok()?;
    Some(Number { value, shape: Shape::Swapped })
}

fn shape(groups: &[&str], decimals: Option<&str>) -> Shape {
    let [first, rest @ ..] = groups else { return Shape::Broken };
    if !groups.iter().all(|group| is_digits(group)) || decimals.is_some_and(|digits| !is_digits(digits)) {
        return Shape::Broken;
    }
    if rest.is_empty() {
        let comma = decimals.is_some_and(|digits| digits.len() == 3) && first.len() <= 3 && !first.starts_with('0');
        return if comma { Shape::Comma } else { Shape::Plain };
    }
    if first.len() <= 3 && rest.iter().all(|group| group.len() == 3) {
        Shape::Grouped
    } else if rest.len() == 1 && rest[0].len() <= 2 && decimals.is_none() {
        Shape::Point
    } else {
        Shape::Broken
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (printed, value, shape) in [
            ("08", "8", Shape::Plain),
            ("1625", "1625", Shape::Plain),
            ("88.924", "88924", Shape::Grouped),
            ("2.060.589", "2060589", Shape::Grouped),
            ("31.888,142", "31888.142", Shape::Grouped),
            ("79,370", "79.370", Shape::Comma),
            ("0,125", "0.125", Shape::Plain),
            ("157,203", "157.203", Shape::Comma),
            ("80.5231", "805231", Shape::Broken),
            ("1.23.456", "123456", Shape::Broken),
            ("5..652", "5652", Shape::Broken),
            ("1,2,3", "123", Shape::Broken),
            ("12.5", "12.5", Shape::Point),
            ("1,234.5", "1234.5", Shape::Swapped),
            ("1,204,567", "1204567", Shape::Swapped),
            ("1.204,567,1", "12045671", Shape::Broken),
        ] {
            let number = parse(printed).unwrap();
            assert_eq!((number.value.to_string().as_str(), number.shape), (value, shape), "{printed}");
        }
        for other in ["", ",", "1,", ".5", "a1", "-1", "99999999999999999999999999999999999999999"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
