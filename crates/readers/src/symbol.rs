//! The signs of symbol fonts as letters of Unicode.

/// A character of a symbol font, as its picture looks; `symbol` tells that the font is the one named Symbol.
pub(super) fn symbol(symbol: bool, code: u32) -> char {
    // Symbol fonts stand in the private area, 0xF000 above their own codes.
    let own = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    match (symbol, own) {
        (true, 0xA3) => '≤',
        (true, 0xB0) => '°',
        (true, 0xB1) => '±',
        (true, 0xB3) => '≥',
        (true, 0xB4) => '×',
        (true, 0xB7) => '•',
        (true, 0xB8) => '÷',
        (true, 0xB9) => '≠',
        (true, 0xBC) => '…',
        (true, 0x20..=0x3F) => char::from_u32(own).unwrap_or(' '),
        (false, 0xFC | 0xFE) => '✓',
        (_, _) if own == code => char::from_u32(code).unwrap_or(' '),
        _ => '•',
    }
}
