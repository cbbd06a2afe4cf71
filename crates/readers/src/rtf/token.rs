//! The first step: the bytes as groups, control words and text, without meaning (RTF 1.9.1, "RTF Syntax").

/// A piece of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// The beginning of a group.
    Open,
    /// The end of a group.
    Close,
    /// A control word and its number.
    Word(&'a str, Option<i32>),
    /// A control symbol: a backslash and a sign.
    Symbol(u8),
    /// A letter given by its code, or as it is.
    Byte(u8),
    /// ASCII text.
    Text(&'a str),
}

/// The longest control word; the longest that is known has some thirty letters.
const MAX_WORD: usize = 64;

/// The tokens of a file, to its end.
pub(super) fn tokens(bytes: &[u8]) -> impl Iterator<Item = Token<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        // Line ends are there for the eyes of programmers.
        while let [b'\r' | b'\n' | 0, after @ ..] = rest {
            rest = after;
        }
        let (token, after) = next(rest)?;
        rest = after;
        Some(token)
    })
}

fn next(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    Some(match first {
        b'{' => (Token::Open, rest),
        b'}' => (Token::Close, rest),
        b'\\' => control(rest)?,
        b'\t' => (Token::Word("tab", None), rest),
        0x80.. => (Token::Byte(*first), rest),
        _ => {
            let plain =
                |byte: &u8| byte.is_ascii() && !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | b'\t' | 0);
            let len = bytes.iter().take_while(|byte| plain(byte)).count().max(1);
            let (text, rest) = bytes.split_at(len);
            (Token::Text(std::str::from_utf8(text).unwrap_or_default()), rest)
        }
    })
}

/// What follows a backslash.
fn control(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let first = *bytes.first()?;
    if first.is_ascii_alphabetic() {
        return Some(word(bytes));
    }
    let rest = &bytes[1..];
    Some(match (first, rest) {
        (b'\'', [high, low, rest @ ..]) => match (hex(*high), hex(*low)) {
            (Some(high), Some(low)) => (Token::Byte(high << 4 | low), rest),
            _ => (Token::Symbol(b'\''), &bytes[1..]),
        },
        // A line end behind a backslash ends a paragraph.
        (b'\r' | b'\n', _) => (Token::Word("par", None), rest),
        _ => (Token::Symbol(first), rest),
    })
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn word(bytes: &[u8]) -> (Token<'_>, &[u8]) {
    let len = bytes.iter().take(MAX_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (name, mut rest) = bytes.split_at(len);
    let name = std::str::from_utf8(name).unwrap_or_default();
    let minus = rest.first() == Some(&b'-') && rest.get(1).is_some_and(u8::is_ascii_digit);
    let digits = &rest[usize::from(minus)..];
    let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut number = None;
    if count > 0 {
        let value = digits[..count]
            .iter()
            .fold(0_i32, |value, digit| value.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
        number = Some(if minus { -value } else { value });
        rest = &digits[count..];
    }
    // One space behind a word belongs to it.
    if let [b' ', after @ ..] = rest {
        rest = after;
    }
    if name == "bin" {
        // So many bytes of a picture follow.
        let skip = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
        rest = rest.get(skip..).unwrap_or_default();
    }
    (Token::Word(name, number), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[Token]) {
        assert_eq!(tokens(text.as_bytes()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_symbols_and_text() {
        use Token::{Byte, Close, Open, Symbol, Text, Word};
        check("{\\b1 a\r\nb}", &[Open, Word("b", Some(1)), Text("a"), Text("b"), Close]);
        check("\\u-3 ?\\'E1x", &[Word("u", Some(-3)), Text("?"), Byte(0xE1), Text("x")]);
        check("\\par-\\~\\*\\\n\\", &[Word("par", None), Text("-"), Symbol(b'~'), Symbol(b'*'), Word("par", None)]);
        check("\\bin3 {}{x\\fs99999999999", &[Word("bin", Some(3)), Text("x"), Word("fs", Some(i32::MAX))]);
        check("\\'zz", &[Symbol(b'\''), Text("zz")]);
    }
}
