//! Days and times of sheets, which count days from a beginning of their own.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::number::{Part, Token};

/// How a book counts days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Clock {
    /// From 1 January 1900, with a 29 February of that year that never was.
    #[default]
    Since1900,
    /// From 1 January 1904.
    Since1904,
}

/// A moment of a sheet.
struct Moment {
    day: Date,
    /// Seconds since the day began.
    second: i64,
    /// Seconds since the beginning of the count.
    total: i64,
}

const DAY: i64 = 86_400;

fn moment(value: Decimal, clock: Clock) -> Option<Moment> {
    if value.is_sign_negative() && !value.is_zero() {
        return None;
    }
    let total = value.checked_mul(Decimal::from(DAY))?.round().to_i64()?;
    let days = total / DAY;
    let origin = match clock {
        Clock::Since1904 => date(1904, 1, 1),
        // The day that never was is counted, so that days behind it seem to count from the day before.
        Clock::Since1900 if days > 59 => date(1899, 12, 30),
        Clock::Since1900 => date(1899, 12, 31),
    };
    let span: Span = i32::try_from(days).ok().filter(|days| *days < 3_000_000)?.days();
    Some(Moment { day: origin.checked_add(span).ok()?, second: total % DAY, total })
}

/// A value as a format of dates and times prints it; `None` where it is no moment.
pub(super) fn printed(value: Decimal, tokens: &[Token], clock: Clock) -> Option<String> {
    let moment = moment(value, clock)?;
    // The system's own form stands for all that the code goes on to say.
    if tokens.iter().any(|token| matches!(token, Token::Date(Part { letter: 'D', .. }))) {
        return Some(date_text(moment.day));
    }
    let halved = tokens.iter().any(|token| matches!(token, Token::Date(Part { letter: 'a', .. })));
    let mut out = String::new();
    for token in tokens {
        match token {
            Token::Literal(text) => out.push_str(text),
            Token::Date(part) => out.push_str(&part_text(*part, &moment, halved)),
            Token::Point => out.push('.'),
            Token::Comma => out.push(','),
            // Parts of a second.
            Token::Digit(_) => out.push('0'),
            _ => {}
        }
    }
    Some(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn part_text(part: Part, moment: &Moment, halved: bool) -> String {
    let (hour, minute, second) = (moment.second / 3600, moment.second / 60 % 60, moment.second % 60);
    let two = |value: i64| if part.count > 1 { format!("{value:02}") } else { value.to_string() };
    match part.letter {
        'h' if part.elapsed => two(moment.total / 3600),
        'M' if part.elapsed => two(moment.total / 60),
        's' if part.elapsed => two(moment.total),
        'h' if halved => two(if hour % 12 == 0 { 12 } else { hour % 12 }),
        'h' => two(hour),
        'M' => two(minute),
        's' => two(second),
        'a' => if hour < 12 { "SA" } else { "CH" }.to_owned(),
        'y' if part.count <= 2 => format!("{:02}", moment.day.year() % 100),
        'y' => moment.day.year().to_string(),
        'm' if part.count == 3 => format!("Thg {}", moment.day.month()),
        'm' if part.count > 3 => format!("Tháng {}", moment.day.month()),
        'm' => two(moment.day.month().into()),
        'd' if part.count <= 2 => two(moment.day.day().into()),
        'd' => weekday(moment.day),
        _ => date_text(moment.day),
    }
}

fn date_text(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

fn weekday(day: Date) -> String {
    match day.weekday().to_monday_one_offset() {
        7 => "Chủ Nhật".to_owned(),
        day => format!(
            "Thứ {}",
            ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"].get(usize::from(day.unsigned_abs()) - 1).unwrap_or(&"")
        ),
    }
}

/// Tells minutes from months: behind hours and before seconds.
pub(super) fn tell_minutes(tokens: &mut [Token]) {
    let parts: Vec<usize> = (0..tokens.len()).filter(|index| matches!(tokens[*index], Token::Date(_))).collect();
    for (place, index) in parts.iter().enumerate() {
        let letter = |place: usize| match tokens.get(*parts.get(place)?)? {
            Token::Date(part) => Some(part.letter),
            _ => None,
        };
        let behind_hours = place.checked_sub(1).and_then(letter) == Some('h');
        let before_seconds = letter(place + 1) == Some('s');
        if let Token::Date(part) = &mut tokens[*index]
            && part.letter == 'm'
            && part.count <= 2
            && (behind_hours || before_seconds)
        {
            part.letter = 'M';
        }
    }
}
