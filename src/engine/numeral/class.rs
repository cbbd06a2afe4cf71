//! The rules that tell what a numeral is, the most certain first.

use std::ops::Range;

use super::line::{Line, TokenKind};
use super::{Class, Numeral, Piece, Quantity};
use crate::engine::document::Place;
use crate::engine::vietnamese::lexicon::LEXICON;
use crate::engine::vietnamese::number;

/// The pieces of a token with digits in it, each with its class.
///
/// `label_end` is the number of tokens that the line's own label takes; `before` are the line's numerals so far.
pub(super) fn classify(line: &Line<'_>, token: usize, label_end: usize, before: &[Numeral]) -> Vec<Piece> {
    let at = line.tokens[token].at.clone();
    if token < label_end {
        return vec![Piece { at, class: Class::ListNumber, quantity: None }];
    }
    if is_page(line) {
        return vec![Piece { at, class: Class::Page, quantity: None }];
    }
    if let Some(piece) = reference(line, token, before) {
        return vec![piece];
    }
    let parts = parts(line, token);
    let whole = parts.len() == 1;
    let years = parts.len() == 2 && parts.iter().all(|part| is_year(&text(line, part)));
    let mut pieces = Vec::new();
    for part in parts {
        let printed = text(line, &part);
        let class = if years && !line.any_at(token + 1, &LEXICON.name_after) {
            Some(Class::Period)
        } else if line.any_at(token + 1, &LEXICON.name_after) {
            Some(Class::Name)
        } else {
            slashed(line, token, &printed).or_else(|| whole.then(|| plain(line, token, &printed, before)).flatten())
        };
        match class {
            Some(class) => pieces.push(Piece { at: part, class, quantity: None }),
            None => pieces.extend(quantities(line, token, &part)),
        }
    }
    pieces
}

/// A token is cut at a hyphen between two numbers, dates or months: `2021-2026`, `5/1992-5/2022`.
fn parts(line: &Line<'_>, token: usize) -> Vec<Range<usize>> {
    let at = line.tokens[token].at.clone();
    let chars = &line.paragraph.text.chars()[at.clone()];
    let numeric = chars.iter().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-'));
    match chars.iter().position(|&c| c == '-') {
        Some(cut) if numeric && !chars[cut + 1..].contains(&'-') => {
            vec![at.start..at.start + cut, at.start + cut + 1..at.end]
        }
        _ => vec![at],
    }
}

fn text(line: &Line<'_>, at: &Range<usize>) -> String {
    line.paragraph.text.slice(at.clone())
}

/// A paragraph that holds nothing but a number, perhaps between hyphens, is a page number.
fn is_page(line: &Line<'_>) -> bool {
    let mut numerals = line.tokens.iter().filter(|token| token.is_numeral());
    let alone = matches!((numerals.next(), numerals.next()), (Some(only), None) if only.text.len() <= 3
        && only.text.bytes().all(|b| b.is_ascii_digit()));
    alone && line.place == Place::Body && line.tokens.iter().all(|token| token.is_numeral() || token.is_mark('-'))
}

/// `97/KH-UBND`, `953 /BC-STTTT`, `Quy định số 4495, 4842`, `Khoản 10`, web addresses.
fn reference(line: &Line<'_>, token: usize, before: &[Numeral]) -> Option<Piece> {
    let at = line.tokens[token].at.clone();
    let doc_ref = |at| Some(Piece { at, class: Class::DocRef, quantity: None });
    let printed = text(line, &at);
    if printed.contains("://") || is_document_number(&printed, line.poor) {
        return doc_ref(at);
    }
    if !printed.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Some(end) = split_symbol(line, token) {
        return doc_ref(at.start..end);
    }
    let after_number_word = line.is_word(token.wrapping_sub(1), "số")
        && (line.any_before(token - 1, &LEXICON.document) || line.is_word(token.wrapping_sub(2), "số"));
    let own_number = token == 2 && line.is_word(0, "số") && line.tokens[1].is_mark(':');
    let part = line.any_before(token, &LEXICON.document_part) && line.before(token).is_some_and(|t| t.text != "điểm");
    let listed = before.last().is_some_and(|last| {
        last.class == Class::DocRef && last.token + 2 == token && line.tokens[token - 1].is_mark(',')
    }) && !line.any_at(token + 1, &LEXICON.unit);
    (after_number_word || own_number || part || listed).then_some(Piece { at, class: Class::DocRef, quantity: None })
}

/// `NUM := D{1,5} ["/" Y{4}] ("/" | "-") SYM …`, where a symbol begins with a capital letter.
fn is_document_number(printed: &str, poor: bool) -> bool {
    let rest = printed.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = printed.len() - rest.len();
    if digits == 0 || digits > 5 {
        return false;
    }
    let rest = match rest.strip_prefix('/') {
        Some(tail) if tail.len() > 4 && tail.bytes().take(4).all(|b| b.is_ascii_digit()) => &tail[4..],
        _ => rest,
    };
    let symbol = rest.strip_prefix(['/', '-']).and_then(|symbol| symbol.chars().next());
    symbol.is_some_and(|c| c.is_uppercase() || (poor && c.is_alphabetic()))
}

/// The end of a symbol that a space parts from its number: `953 /BC-STTTT-VP`.
fn split_symbol(line: &Line<'_>, token: usize) -> Option<usize> {
    let slash = line.tokens.get(token + 1).filter(|mark| mark.is_mark('/') || mark.is_mark('-'))?;
    let symbol = line.tokens.get(token + 2).filter(|word| word.at.start == slash.at.end)?;
    let chars = line.paragraph.text.chars();
    let capital =
        chars[symbol.at.start].is_uppercase() && chars.get(symbol.at.start + 1).is_some_and(|c| c.is_uppercase());
    let end = chars[symbol.at.start..].iter().position(|&c| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '&')));
    (capital && slash.is_mark('/')).then(|| end.map_or(chars.len(), |length| symbol.at.start + length))
}

/// Dates and months with slashes, times, and names that mix letters and digits; `None` for numbers and fractions.
fn slashed(line: &Line<'_>, token: usize, printed: &str) -> Option<Class> {
    if printed.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/')) {
        let time = printed.contains(':') && printed.chars().all(|c| c.is_ascii_digit() || c == ':');
        let named = line.any_before(token, &LEXICON.name_before);
        let leading = printed.split('/').next().is_some_and(|first| number::parse(first).is_some());
        return match () {
            () if time && !named => Some(Class::Date),
            // "27/ngày" is a rate; its number is a quantity.
            () if leading && printed.contains('/') => None,
            // Letters typed for digits before what is counted ("O6 hộp thư"): a figure that is not understood.
            () if is_mistyped(printed) && line.any_at(token + 1, &LEXICON.unit) => None,
            () => Some(Class::Name),
        };
    }
    let fields: Vec<&str> = printed.split('/').collect();
    let plain = fields.iter().all(|field| field.bytes().all(|b| b.is_ascii_digit()));
    let value = |field: &str| field.parse::<u32>().unwrap_or(u32::MAX);
    match fields[..] {
        // A date whose month or year is impossible is still meant as a date.
        [day, month, year] if plain && day.len() <= 2 && month.len() <= 2 && (4..=5).contains(&year.len()) => {
            Some(Class::Date)
        }
        [month, year] if plain && value(month) <= 12 && is_year(year) => {
            Some(if line.any_before(token, &LEXICON.name_before) { Class::Name } else { Class::Period })
        }
        ["24", "7"] => Some(Class::Name),
        [day, month] if plain && value(day) <= 31 && (1..=12).contains(&value(month)) => {
            let fraction = line.any_at(token + 1, &LEXICON.unit) || line.is_word(token + 1, "đạt");
            (!fraction).then_some(Class::Date)
        }
        _ => None,
    }
}

/// Numbers that their neighbours show to be dates, periods or names; `None` for quantities.
fn plain(line: &Line<'_>, token: usize, printed: &str, before: &[Numeral]) -> Option<Class> {
    if !printed.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let word = |offset: usize, word: &str| token >= offset && line.is_word(token - offset, word);
    let previous = before.last().filter(|last| last.token + 2 == token).map(|last| last.class);
    let follows_date = previous == Some(Class::Date) || (word(1, "tháng") && word(2, "ngày"));
    if (word(1, "tháng") || word(1, "năm")) && follows_date {
        return Some(Class::Date);
    }
    if word(1, "ngày") && printed.len() <= 2 && !line.any_at(token + 1, &LEXICON.unit) {
        return Some(Class::Date);
    }
    if (word(1, "tháng") && matches!(printed.len(), 1 | 2 | 5 | 6)) || (word(1, "quý") && printed.len() == 1) {
        return Some(Class::Period);
    }
    if let Some(class) = year(line, token, printed) {
        return Some(class);
    }
    let percent = line.tokens.get(token + 1).is_some_and(|next| next.is_mark('%'));
    if printed.len() <= 4 && !percent && line.any_before(token, &LEXICON.name_before) {
        return Some(Class::Name);
    }
    if percent && (token.saturating_sub(4)..token).any(|i| line.any_at(i, &LEXICON.document)) {
        // A percentage in the title of a plan: "Kế hoạch cung cấp 100% dịch vụ công …".
        return Some(Class::Name);
    }
    if line.before(token).is_some_and(|mark| mark.is_mark('“') || mark.is_mark('"')) && printed.len() <= 2 {
        return Some(Class::Name);
    }
    if line.poor && printed.len() <= 2 && noise_before_number(line, token) {
        return Some(Class::Name);
    }
    duration(line, token)
}

/// In badly recognised text a word of two letters can become digits ("là 6.767" → "13 6.767").
fn noise_before_number(line: &Line<'_>, token: usize) -> bool {
    let next = |i: usize| line.tokens.get(i);
    let at = if next(token + 1).is_some_and(|t| t.is_mark('&')) { token + 2 } else { token + 1 };
    next(at).is_some_and(|t| t.is_numeral() && number::parse(&t.text).is_some())
}

fn is_mistyped(printed: &str) -> bool {
    printed.chars().all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I' | '.' | ','))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u32>().is_ok_and(|year| (1900..=2099).contains(&year))
}

fn year(line: &Line<'_>, token: usize, printed: &str) -> Option<Class> {
    if !is_year(printed) {
        return None;
    }
    let numeral_year = |index: usize| line.tokens.get(index).is_some_and(|t| t.is_numeral() && is_year(&t.text));
    let dash = |index: usize| line.tokens.get(index).is_some_and(|t| t.is_mark('-'));
    let range =
        (dash(token + 1) && numeral_year(token + 2)) || (token >= 2 && dash(token - 1) && numeral_year(token - 2));
    // A year alone is what a line break or a narrow cell has parted from its "năm".
    if range || line.tokens.len() == 1 || line.any_before(token, &LEXICON.year_before) {
        return Some(Class::Period);
    }
    if line.any_at(token + 1, &LEXICON.unit) || line.tokens.get(token + 1).is_some_and(|next| next.is_mark('%')) {
        return None;
    }
    // "ASEAN 2021", "Nhâm Dần 2022": a year behind a name belongs to it.
    let named = line.before(token).is_some_and(|word| {
        word.kind == TokenKind::Word && !LEXICON.nothing.0.iter().flatten().any(|other| *other == word.text)
    });
    named.then_some(Class::Name)
}

/// `6 tháng đầu năm`, `7 năm thực hiện …`, and the time of day in `16 giờ ngày …`; a rate per time or an anniversary is a count.
fn duration(line: &Line<'_>, token: usize) -> Option<Class> {
    let next = line.tokens.get(token + 1)?;
    if line.is_word(token + 1, "giờ") {
        return Some(Class::Date);
    }
    let timed = LEXICON.duration.0.iter().any(|phrase| line.has_at(token + 1, phrase));
    let rate = line.tokens.get(token + 2).is_some_and(|mark| mark.is_mark('/'));
    let anniversary = line.is_word(token.wrapping_sub(1), "niệm");
    (next.kind == TokenKind::Word && timed && !rate && !anniversary).then_some(Class::Period)
}

/// A number, or the two numbers of a fraction; a percent sign behind belongs to it.
fn quantities(line: &Line<'_>, token: usize, at: &Range<usize>) -> Vec<Piece> {
    let printed = text(line, at);
    let percent_end = line
        .tokens
        .get(token + 1)
        .filter(|mark| mark.is_mark('%') && mark.at.start <= at.end + 1)
        .map(|mark| mark.at.end);
    let mut start = at.start;
    let mut pieces = Vec::new();
    for field in printed.split('/') {
        let end = start + field.chars().count();
        let last = end == at.end;
        if let Some(number) = number::parse(field) {
            let percent = last && percent_end.is_some();
            let end = if percent { percent_end.unwrap_or(end) } else { end };
            let quantity = Quantity { value: number.value, shape: number.shape, percent };
            pieces.push(Piece { at: start..end, class: Class::NarrativeCount, quantity: Some(quantity) });
        } else if !field.is_empty() && field.contains(|c: char| c.is_ascii_digit()) {
            // Too long for a number, or no number: it is kept in sight as a count that is not understood.
            pieces.push(Piece { at: start..end, class: Class::NarrativeCount, quantity: None });
        }
        start = end + 1;
    }
    pieces
}
