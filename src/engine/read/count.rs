//! The counts of automatic lists in the figures and letters that they print.

/// Bullets of symbol fonts are private letters, of which only the font knows the picture: a dash stands for them.
pub(super) fn bullet(pattern: &str) -> &str {
    match pattern.trim() {
        known @ ("-" | "+" | "•" | "*") => known,
        "\u{F0B7}" => "•",
        "\u{F02B}" => "+",
        "" => "",
        _ => "-",
    }
}

/// Roman numerals in capitals.
pub(super) fn roman(mut count: u32) -> String {
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
    // Beyond this the letters would only grow in number.
    if count == 0 || count > 5000 {
        return count.to_string();
    }
    let mut text = String::new();
    for (value, letters) in PARTS {
        while count >= value {
            text.push_str(letters);
            count -= value;
        }
    }
    text
}

/// A to Z, then AA to ZZ, AAA and so on, as Word goes on.
pub(super) fn letters(count: u32) -> String {
    let Some(index) = count.checked_sub(1).filter(|index| *index < 26 * 20) else { return count.to_string() };
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, index as usize / 26 + 1).collect()
}
