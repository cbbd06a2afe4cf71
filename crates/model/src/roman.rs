//! Roman numerals, as sections, lists and months are numbered with them.

/// The value of a Roman numeral in capitals or small letters; `None` where another character stands in it.
///
/// The order of the digits is not asked for, as labels are mistyped: each is taken away where a greater one follows
/// ("IIX" is 8).
pub fn value(text: &str) -> Option<u32> {
    let (mut sum, mut greatest) = (0_u32, 0);
    for c in text.chars().rev() {
        let digit = digit(c)?;
        sum = if digit < greatest { sum.saturating_sub(digit) } else { sum.saturating_add(digit) };
        greatest = greatest.max(digit);
    }
    (!text.is_empty()).then_some(sum)
}

fn digit(c: char) -> Option<u32> {
    Some(match c.to_ascii_uppercase() {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        'D' => 500,
        'M' => 1000,
        _ => return None,
    })
}

/// Whether a text is a Roman number as sections, groups and quarters have it: at most five capitals out of I, V and X.
pub fn is_number(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|digit| matches!(digit, b'I' | b'V' | b'X'))
}

/// The largest number that is written so: beyond it the letters would only grow in number.
const LARGEST: u32 = 5000;

/// A number in Roman capitals; one that has none (0) or too many of them, in figures.
pub fn of(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > LARGEST {
        return number.to_string();
    }
    let (mut rest, mut text) = (number, String::new());
    for (value, letters) in PARTS {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::roman::*;

    #[test]
    fn numbers_are_written_and_read() {
        assert_eq!([1, 4, 9, 14, 39, 40, 99].map(of), ["I", "IV", "IX", "XIV", "XXXIX", "XL", "XCIX"]);
        assert_eq!([1994, 3888].map(of), ["MCMXCIV", "MMMDCCCLXXXVIII"]);
        assert_eq!([0, 5001].map(of), ["0", "5001"]);
        for number in 1..=LARGEST {
            assert_eq!(value(&of(number)), Some(number));
            assert_eq!(value(&of(number).to_lowercase()), Some(number));
        }
    }

    #[test]
    fn any_order_is_read_and_nothing_else() {
        assert_eq!(value("IIX"), Some(8));
        assert_eq!(value("VX"), Some(5));
        assert_eq!(["", "I1", "a", "I."].map(value), [None; 4]);
    }
}
