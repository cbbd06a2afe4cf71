//! The letterhead: authority, number, place and date, in whatever order its two columns were read.
//!
//! Nghị định 30/2020/NĐ-CP sets the authority and the number on the left, the motto and the date on the right; party
//! bodies (Hướng dẫn 36-HD/VPTW) write "ĐẢNG CỘNG SẢN VIỆT NAM" for the motto and `Số 68-BC/TU` for the number. In a file
//! the columns come as cells, one after the other, or joined in one line, so that each line is cut into its pieces:
//!
//! | in one line | pieces |
//! |---|---|
//! | `UBND TỈNH AN LẠC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` | name, motto |
//! | `Số: 12/BC-STTTT An Lạc, ngày 05 tháng 5 năm 2021` | number, date |
//! | `UBND TỈNH AN LẠC SỞ Y TẾ Số: /BC-SYT` | name, name, number |

use std::ops::Range;

use jiff::civil::Date;

use super::mention::Issue;
use crate::authority;
use crate::line::{Line, TokenKind};
use crate::vocabulary::{self, WORDS};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::fold;

/// What a letterhead says.
#[derive(Debug, Default)]
pub(super) struct Letterhead {
    /// The names of authorities, the outermost first, as they are printed.
    pub names: Vec<String>,
    /// The number with its symbol, and its place.
    pub number: Option<(String, Span)>,
    /// The place before the date.
    pub place: Option<String>,
    /// The date of issue, if it is filled in.
    pub issued: Option<Date>,
    /// The date as far as it is filled in.
    pub issue: Option<Issue>,
    /// Whether anything but names was found, so that capitals before it are a letterhead's.
    marked: bool,
}

/// Reads the lines before the title.
pub(super) fn read(lines: &[Line]) -> Letterhead {
    let mut found = Letterhead::default();
    // Whether the last piece was a name, which the next line may go on with.
    let mut open = false;
    for line in lines {
        let mut at = 0;
        while at < line.tokens.len() {
            at = if let Some(end) = motto_end(line, at) {
                found.marked = true;
                end
            } else if let Some((number, end)) = number(line, at) {
                (open, found.marked) = (false, true);
                found.number.get_or_insert(number);
                end
            } else if let Some(date) = date(line, at) {
                (open, found.marked) = (false, true);
                found.place =
                    found.place.or_else(|| Some(line.text(at..date.comma)).filter(|place| !place.is_empty()));
                found.issued = found.issued.or(date.issued);
                found.issue = found.issue.or(date.issue);
                date.end
            } else {
                let end = (at + 1..line.tokens.len()).find(|&at| is_border(line, at)).unwrap_or(line.tokens.len());
                names(line, at..end, &mut found.names, &mut open);
                end
            };
        }
    }
    if !found.marked {
        found.names.retain(|name| begins_like_a_body(name));
    }
    found
}

fn begins_like_a_body(name: &str) -> bool {
    let folded = fold::fold_str(name);
    let words: Vec<&str> = folded.split(' ').collect();
    WORDS.body.0.iter().any(|phrase| words.get(..phrase.len()).is_some_and(|found| found == phrase))
}

fn is_border(line: &Line, at: usize) -> bool {
    // A date without a place in front of it begins a piece only where another one has ended.
    motto_end(line, at).is_some() || number(line, at).is_some() || date(line, at).is_some_and(|date| date.comma > at)
}

fn motto_end(line: &Line, at: usize) -> Option<usize> {
    let longest = WORDS.motto.0.iter().filter(|phrase| line.has_at(at, phrase)).map(Vec::len).max()?;
    let mut end = at + longest;
    let belongs = |at: usize| {
        line.tokens
            .get(at)
            .is_some_and(|token| token.is_mark('-') || WORDS.motto_part.iter().any(|word| line.is_word(at, word)))
    };
    while belongs(end) {
        end += 1;
    }
    Some(end)
}

/// `Số: 953 /BC-STTTT-VP`, `Số:      /BC-UBND`, `Số 68-BC/TU`: the number as it is printed, and the token behind it.
fn number(line: &Line, at: usize) -> Option<((String, Span), usize)> {
    let chars = line.paragraph.text.chars();
    let first = line.tokens.get(at)?;
    if !line.is_word(at, "số") || !line.is_capital(at) {
        return None;
    }
    let mark = line.tokens.get(at + 1)?;
    let start = if mark.is_mark(':') || mark.is_mark('.') { mark.at.end } else { first.at.end };
    let from = start + chars[start..].iter().take_while(|c| **c == ' ').count();
    let blank = |c: &&char| c.is_ascii_digit() || matches!(**c, ' ' | '.' | '…' | '_');
    let slash = from + chars[from..].iter().take_while(blank).count();
    let space = usize::from(chars.get(slash + 1) == Some(&' '));
    let symbol = chars.get(slash).filter(|c| matches!(**c, '/' | '-')).and_then(|_| chars.get(slash + 1 + space))?;
    if !(symbol.is_uppercase() || line.poor && symbol.is_alphabetic()) {
        return None;
    }
    let length =
        chars[slash + 1 + space..].iter().take_while(|c| !c.is_whitespace() && !matches!(c, ',' | ';')).count();
    let end = slash + 1 + space + length;
    let digits = chars[from..slash].iter().any(char::is_ascii_digit);
    let from = if digits { from } else { slash };
    let printed: String = chars[from..end].iter().collect();
    let printed = printed.trim_end_matches('.').to_owned();
    let next = line.tokens.iter().position(|token| token.at.start >= end).unwrap_or(line.tokens.len());
    Some(((printed, line.paragraph.text.span(from..end)), next))
}

struct Dated {
    comma: usize,
    end: usize,
    issued: Option<Date>,
    issue: Option<Issue>,
}

/// "An Lạc, ngày 15 tháng 6 năm 2020", whose numbers may be blank, at the first token of the place or at "ngày".
fn date(line: &Line, at: usize) -> Option<Dated> {
    let capital = |at: usize| line.is_capital(at);
    let place = if line.is_word(at, "ngày") { 0 } else { place_length(line, at).filter(|_| capital(at))? };
    let comma = at + place;
    let day = comma + usize::from(line.tokens.get(comma).is_some_and(|mark| mark.is_mark(',')));
    if !line.is_word(day, "ngày") {
        return None;
    }
    let fields = fields(line, day)?;
    let at = line.tokens[day].at.start..line.tokens[fields.end - 1].at.end;
    let issued = exact(&fields);
    let issue =
        range(&fields).map(|(earliest, latest)| Issue { earliest, latest, span: line.paragraph.text.span(at) });
    Some(Dated { comma, end: fields.end, issued, issue })
}

/// How many tokens the name of a place takes before ", ngày".
fn place_length(line: &Line, at: usize) -> Option<usize> {
    (1..=7).find(|length| {
        let next = at + length;
        let comma = usize::from(line.tokens.get(next).is_some_and(|mark| mark.is_mark(',')));
        line.is_word(next + comma, "ngày")
    })
}

struct Fields {
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
    end: usize,
}

/// "ngày 15 tháng 6 năm 2020", "ngày … tháng 6 năm 2020", "ngày tháng năm 2020", "ngày 15/6/2020".
fn fields(line: &Line, word: usize) -> Option<Fields> {
    let text = |at: usize| line.tokens.get(at).map(|token| token.text.as_str());
    if let Some((day, rest)) = text(word + 1).and_then(|text| text.split_once('/')) {
        let (month, year) = rest.split_once('/')?;
        return Some(Fields {
            day: day.parse().ok(),
            month: month.parse().ok(),
            year: year.parse().ok(),
            end: word + 2,
        });
    }
    let is_blank =
        |at: usize| line.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Mark('.' | '…' | '_')));
    let skip = |mut at: usize| {
        while is_blank(at) {
            at += 1;
        }
        at
    };
    let mut at = skip(word + 1);
    let day = text(at).and_then(|text| text.parse().ok());
    at = skip(at + usize::from(day.is_some()));
    if !line.is_word(at, "tháng") {
        return None;
    }
    at = skip(at + 1);
    let named = |text: &str| vocabulary::number(text).and_then(|month| i8::try_from(month).ok());
    let month = text(at).and_then(|text| text.parse().ok().or_else(|| named(text)));
    at = skip(at + usize::from(month.is_some()));
    if !line.is_word(at, "năm") {
        return None;
    }
    let year = text(at + 1).and_then(|text| text.parse().ok()).filter(|year| (1900..=2099).contains(year));
    Some(Fields { day, month, year, end: at + 1 + usize::from(year.is_some()) })
}

fn exact(fields: &Fields) -> Option<Date> {
    Date::new(fields.year?, fields.month?, fields.day?).ok()
}

/// The first and last day that a date with blanks can be.
fn range(fields: &Fields) -> Option<(Date, Date)> {
    let year = fields.year?;
    if let Some(date) = exact(fields) {
        return Some((date, date));
    }
    let (first, last) = fields.month.map_or((1, 12), |month| (month, month));
    let earliest = Date::new(year, first, 1).ok()?;
    Some((earliest, Date::new(year, last, 1).ok()?.last_of_month()))
}

/// Adds the names in a piece of a line, which may hold several where lines were lost.
fn names(line: &Line, piece: Range<usize>, found: &mut Vec<String>, open: &mut bool) {
    // A rule or a star under a name is drawn with marks.
    let drawn = |at: &usize| matches!(line.tokens[*at].kind, TokenKind::Mark('-' | '_' | '*' | '='));
    let end = piece.end - piece.clone().rev().take_while(drawn).count();
    let piece = piece.start + (piece.start..end).take_while(drawn).count()..end;
    if piece.is_empty() {
        return;
    }
    let begins = |at: usize| line.any_at(at, &WORDS.body);
    let text = line.text(piece.clone());
    let words = line.tokens[piece.clone()].iter().any(|token| token.kind == TokenKind::Word);
    // A letterhead prints names in capitals; in running text only their beginning tells them.
    let shouted = !text.chars().any(char::is_lowercase);
    let titled = begins(piece.start) && line.is_capital(piece.start);
    if !words || line.any_at(piece.start, &WORDS.remark) || !shouted && (!titled || piece.len() > 14) {
        *open = false;
        return;
    }
    let mut start = piece.start;
    // "BAN CHẤP HÀNH" and "VÀ": the name is not at its end yet.
    let unfinished =
        found.last().is_some_and(|name| name.ends_with(" VÀ") || name.ends_with(',') || name.ends_with(" CHẤP HÀNH"));
    if *open
        && (unfinished || !begins(start))
        && let Some(last) = found.last_mut()
    {
        *last = format!("{last} {text}");
        return;
    }
    *open = begins(start) || found.is_empty() && shouted && piece.len() <= 14;
    if !*open {
        return;
    }
    while let Some(cut) = cut(line, start..piece.end) {
        found.push(line.text(start..cut));
        start = cut;
    }
    found.push(line.text(start..piece.end));
}

/// Where the name of a body above ends and the next begins: "UBND TỈNH AN LẠC | SỞ Y TẾ", "SỞ Y TẾ | BỆNH VIỆN …".
fn cut(line: &Line, piece: Range<usize>) -> Option<usize> {
    let over = WORDS.over.0.iter().filter(|phrase| line.has_at(piece.start, phrase)).map(Vec::len).max();
    if let Some(length) = over {
        // The place behind it takes two words at least: "TỈNH AN".
        let from = piece.start + length + 2;
        return (from..piece.end).find(|&at| line.any_at(at, &WORDS.body) && !line.any_before(at, &WORDS.place));
    }
    let known = authority::authority(&line.text(piece.clone()))?
        .split([' ', ','])
        .filter(|word| !word.is_empty() && *word != "-");
    let mut at = piece.start;
    for _ in known {
        at += 1;
        while line.tokens.get(at).is_some_and(|mark| mark.is_mark(',') || mark.is_mark('-')) {
            at += 1;
        }
    }
    (at < piece.end && line.any_at(at, &WORDS.body)).then_some(at)
}
