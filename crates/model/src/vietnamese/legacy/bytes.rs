//! The bytes that stand behind characters which were decoded as Latin-1 or Windows-1252.

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. Source: the WHATWG Encoding Standard.
const WINDOWS_1252: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
];

/// Bytes as letters of Windows-1252; bytes that it does not have are control characters.
pub fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| latin_char(*byte)).collect()
}

/// A byte as a letter of Windows-1252.
pub fn latin_char(byte: u8) -> char {
    let high = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    match high {
        Some(code) if *code != 0 => char::from_u32(u32::from(*code)).unwrap_or(char::from(byte)),
        _ => char::from(byte),
    }
}

/// The byte that a character was decoded from; `None` for characters that come from no byte.
pub(super) fn byte_of(c: char) -> Option<u8> {
    let code = u32::from(c);
    match code {
        0..=0xFF => u8::try_from(code).ok(),
        // Fonts with a table of symbols stand in the private area.
        0xF020..=0xF0FF => u8::try_from(code - 0xF000).ok(),
        _ => {
            let at = WINDOWS_1252.iter().position(|known| u32::from(*known) == code)?;
            u8::try_from(at + 0x80).ok()
        }
    }
}

/// Text whose UTF-8 was read as Windows-1252, read anew. What is no UTF-8 stays.
pub(super) fn reread(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let sequence: Vec<u8> = chars[at..].iter().take(4).map_while(|c| byte_of(*c)).collect();
        let whole = (2..=sequence.len()).find_map(|len| {
            let c = std::str::from_utf8(sequence.get(..len)?).ok()?.chars().next()?;
            (!c.is_ascii()).then_some((c, len))
        });
        let (c, len) = whole.unwrap_or((chars[at], 1));
        out.push(c);
        at += len;
    }
    out
}
