//! Values of cells as they are printed: the number formats of Excel (ECMA-376 part 1, 18.8.30 and 18.8.31), with the
//! separators and dates of Vietnam, as Excel prints them on the machine of an official.

use rust_decimal::{Decimal, RoundingStrategy};

use super::date::{self, Clock};

/// The formats that have numbers instead of codes; 14 to 22 are printed as the country prints dates.
const BUILT_IN: [(u16, &str); 27] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (5, "#,##0"),
    (6, "#,##0"),
    (7, "#,##0.00"),
    (8, "#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (14, "dd/mm/yyyy"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "dd/mm/yyyy h:mm"),
    (37, "#,##0;(#,##0)"),
    (38, "#,##0;(#,##0)"),
    (39, "#,##0.00;(#,##0.00)"),
    (40, "#,##0.00;(#,##0.00)"),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (47, "mm:ss"),
    (49, "@"),
];

/// The code of a format that has a number; empty for the general one and for those that are not known.
pub(super) fn built_in(id: u16) -> &'static str {
    BUILT_IN.iter().find(|(known, _)| *known == id).map_or("", |(_, code)| code)
}

/// The most digits that a value has: what a sheet holds beyond them is noise of binary numbers.
const DIGITS: u32 = 15;

/// A value without that noise; `None` where it is no number.
pub(super) fn value(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let value = Decimal::from_str_exact(text)
        .or_else(|_| Decimal::from_scientific(&text.to_ascii_uppercase()))
        .or_else(|_| text.parse())
        .ok()?;
    value.round_sf_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero).map(|value| value.normalize())
}

/// A value as a format prints it; `clock` is how the book counts days.
pub(super) fn printed(value: Decimal, code: &str, clock: Clock) -> String {
    let section = section(code, value);
    let tokens = tokens(section.code);
    if tokens.is_empty() || tokens.contains(&Token::General) {
        return general(value);
    }
    let sign = if section.signed && value.is_sign_negative() { "-" } else { "" };
    if tokens.iter().any(|token| matches!(token, Token::Date(_))) {
        return date::printed(value, &tokens, clock).unwrap_or_else(|| general(value));
    }
    if tokens.contains(&Token::Fraction) {
        return general(value);
    }
    let text = digits(value.abs(), &tokens);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What rounds to zero has no sign.
    if text.contains(|c: char| ('1'..='9').contains(&c)) { format!("{sign}{text}") } else { text }
}

/// The part of a format that a value is printed with.
struct Section<'c> {
    code: &'c str,
    /// Whether a minus is printed before negative values: the part for them prints its own signs.
    signed: bool,
}

fn section(code: &str, value: Decimal) -> Section<'_> {
    let parts = split(code);
    let part = |index: usize| parts.get(index).copied().unwrap_or("");
    if let Some(index) = parts.iter().position(|part| condition(part).is_some()) {
        let holds = parts[index..].iter().take(2).find(|part| condition(part).is_some_and(|holds| holds.of(value)));
        let other = parts.iter().rfind(|part| condition(part).is_none()).copied().unwrap_or(code);
        return Section { code: holds.copied().unwrap_or(other), signed: true };
    }
    match parts.len() {
        0 | 1 => Section { code, signed: true },
        _ if value.is_zero() && parts.len() > 2 => Section { code: part(2), signed: false },
        _ if value.is_sign_negative() && !value.is_zero() => Section { code: part(1), signed: false },
        _ => Section { code: part(0), signed: false },
    }
}

/// The parts of a code, which semicolons outside of quotes part.
fn split(code: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&code[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&code[from..]);
    parts
}

/// A condition such as `[>=1000]`.
struct Condition<'c> {
    operator: &'c str,
    bound: Decimal,
}

fn condition(part: &str) -> Option<Condition<'_>> {
    let inner = part
        .split('[')
        .skip(1)
        .find_map(|rest| rest.split_once(']').filter(|(inner, _)| inner.starts_with(['<', '>', '='])))?
        .0;
    let bound = inner.trim_start_matches(['<', '>', '=']);
    Some(Condition { operator: &inner[..inner.len() - bound.len()], bound: bound.trim().parse().ok()? })
}

impl Condition<'_> {
    fn of(&self, value: Decimal) -> bool {
        match self.operator {
            "<" => value < self.bound,
            "<=" => value <= self.bound,
            ">" => value > self.bound,
            ">=" => value >= self.bound,
            "<>" => value != self.bound,
            _ => value == self.bound,
        }
    }
}

/// A piece of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters as they are.
    Literal(String),
    /// A digit: `0` is printed where there is none, `#` and `?` are not.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// A part of a date or a time: its letter and how often it stands.
    Date(Part),
    Fraction,
    General,
}

/// A part of a date or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// `y`, `m`, `d`, `h`, `s`; `M` for minutes, `a` for the half of the day.
    pub letter: char,
    pub count: usize,
    /// Whether it counts on beyond a day, as `[h]` does.
    pub elapsed: bool,
}

fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let (token, len) = token(rest, c);
        rest = &rest[len..];
        tokens.extend(token);
    }
    date::tell_minutes(&mut tokens);
    tokens
}

/// The first token of a code and how many bytes it takes.
fn token(rest: &str, c: char) -> (Option<Token>, usize) {
    let literal = |text: &str, len| (Some(Token::Literal(text.to_owned())), len);
    let behind = &rest[c.len_utf8()..];
    let next = behind.chars().next().map_or(0, char::len_utf8);
    match c {
        '"' => {
            let text = behind.split('"').next().unwrap_or("");
            literal(text, (c.len_utf8() * 2 + text.len()).min(rest.len()))
        }
        '\\' | '!' => literal(&behind[..next], 1 + next),
        // A space as wide as the letter behind, and a letter that fills the cell.
        '_' => literal(" ", 1 + next),
        '*' => (None, 1 + next),
        '[' => bracket(rest),
        '0' | '#' | '?' => (Some(Token::Digit(c)), 1),
        '.' => (Some(Token::Point), 1),
        ',' => (Some(Token::Comma), 1),
        '%' => (Some(Token::Percent), 1),
        '/' if behind.starts_with(['?', '#', '0']) => (Some(Token::Fraction), 1),
        'A' | 'a' if rest.to_ascii_uppercase().starts_with("AM/PM") => (Some(part('a', 5, false)), 5),
        'G' | 'g' if rest.to_ascii_lowercase().starts_with("general") => (Some(Token::General), 7),
        'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
            let count = rest.chars().take_while(|other| other.eq_ignore_ascii_case(&c)).count();
            (Some(part(c.to_ascii_lowercase(), count, false)), count)
        }
        '@' => (Some(Token::General), 1),
        c => (Some(Token::Literal(c.to_string())), c.len_utf8()),
    }
}

fn part(letter: char, count: usize, elapsed: bool) -> Token {
    Token::Date(Part { letter, count, elapsed })
}

/// What stands in brackets: the sign of a currency is printed, times may count on, colours and conditions are not.
fn bracket(rest: &str) -> (Option<Token>, usize) {
    let Some((inner, _)) = rest[1..].split_once(']') else { return (None, rest.len()) };
    let len = inner.len() + 2;
    let small = inner.to_ascii_lowercase();
    let token = match small.chars().next() {
        Some(letter @ ('h' | 'm' | 's')) if small.chars().all(|c| c == letter) => {
            Some(part(if letter == 'm' { 'M' } else { letter }, small.len(), true))
        }
        // The system's own long forms of date and time.
        Some('$') if small.starts_with("$-f800") => Some(part('D', 1, false)),
        Some('$') => {
            let sign = inner[1..].split('-').next().unwrap_or("");
            (!sign.is_empty()).then(|| Token::Literal(sign.to_owned()))
        }
        _ => None,
    };
    (token, len)
}

/// A value that is not negative, with the digits that the tokens ask for.
fn digits(value: Decimal, tokens: &[Token]) -> String {
    let percent = tokens.iter().filter(|token| **token == Token::Percent).count();
    let mut value = (0..percent.min(4)).fold(value, |value, _| value.saturating_mul(Decimal::ONE_HUNDRED));
    let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
    let is_digit = |token: &Token| matches!(token, Token::Digit(_));
    let last = tokens[..point].iter().rposition(is_digit);
    // Commas behind the last digit print thousands; those before it group digits.
    let commas = |tokens: &[Token]| tokens.iter().filter(|token| **token == Token::Comma).count();
    let scaled = last.map_or(0, |last| commas(&tokens[last..point])) + commas(&tokens[point..]);
    value = (0..scaled.min(6)).fold(value, |value, _| value / Decimal::ONE_THOUSAND);
    let grouped = last.is_some_and(|last| tokens[..last].contains(&Token::Comma));
    let places = tokens[point..].iter().filter(|token| is_digit(token)).count();
    let places = u32::try_from(places).unwrap_or(0).min(20);
    value = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let text = format!("{value:.*}", places as usize);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    format!("{}{}", before_point(&tokens[..point], whole, grouped), behind_point(&tokens[point..], fraction))
}

/// The digits before the point, filled in from the right.
fn before_point(tokens: &[Token], whole: &str, grouped: bool) -> String {
    let whole = if whole == "0" { "" } else { whole };
    let mut left: Vec<char> = whole.chars().collect();
    let first = tokens.iter().position(|token| matches!(token, Token::Digit(_)));
    let mut out: Vec<char> = Vec::new();
    let mut written = 0;
    for (index, token) in tokens.iter().enumerate().rev() {
        match token {
            Token::Literal(text) => out.extend(text.chars().rev()),
            Token::Percent => out.push('%'),
            Token::Digit(kind) => {
                let mut next = left.pop().or((*kind == '0').then_some('0'));
                while let Some(digit) = next {
                    if grouped && written > 0 && written % 3 == 0 {
                        out.push('.');
                    }
                    out.push(digit);
                    written += 1;
                    // The first digit of the format stands for all that are left.
                    next = if Some(index) == first { left.pop() } else { None };
                }
            }
            _ => {}
        }
    }
    out.iter().rev().collect()
}

/// The digits behind the point; those that need not be printed are left out where they are zero.
fn behind_point(tokens: &[Token], fraction: &str) -> String {
    let kinds: Vec<char> =
        tokens.iter().filter_map(|token| if let Token::Digit(kind) = token { Some(*kind) } else { None }).collect();
    let digits: Vec<char> = fraction.chars().collect();
    let shown =
        (0..digits.len()).rev().find(|at| digits[*at] != '0' || kinds.get(*at) == Some(&'0')).map_or(0, |at| at + 1);
    let mut out = String::new();
    let mut at = 0;
    for token in tokens {
        match token {
            Token::Digit(_) if at < shown => {
                if at == 0 {
                    out.push(',');
                }
                out.push(digits[at]);
                at += 1;
            }
            Token::Digit(_) => at += 1,
            Token::Literal(text) => out.push_str(text),
            Token::Percent => out.push('%'),
            _ => {}
        }
    }
    out
}

/// A value in the general format, which prints ten digits of a number that is not whole.
pub(super) fn general(value: Decimal) -> String {
    let value = value.normalize();
    let whole = value.trunc().abs().to_string().len();
    let places = u32::try_from(10_usize.saturating_sub(whole)).unwrap_or(0);
    value
        .round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
        .to_string()
        .replace('.', ",")
}
