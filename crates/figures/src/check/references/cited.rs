//! The documents that a report cites, each as it is printed.

use jiff::civil::Date;

use crate::check::dates as printed;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::fold;
use tonghop_series::report::Report;
use tonghop_statements::numeral::Class;

/// What to do about a document.
pub const COMPARE: &str = "Đối chiếu với văn bản gốc.";

/// How many characters behind a document say who issued it.
const BEHIND: usize = 40;

/// A document as it is cited.
#[derive(Clone, Debug)]
pub struct Cited {
    /// As it is printed, without spaces.
    pub raw: String,
    /// The number.
    pub number: u32,
    /// The year between number and symbol, where there is one.
    pub year: Option<i16>,
    /// The letters that say what kind of document it is and whose.
    pub symbol: String,
    /// Where it stands.
    pub span: Span,
    /// The date behind it.
    pub date: Option<Date>,
    /// The words behind it, folded and without marks.
    pub behind: String,
}

/// The references of a report that have a symbol, in order.
pub fn cited(report: &Report) -> Vec<Cited> {
    let paragraphs = report.document.paragraphs();
    let numerals = report.numerals.iter().enumerate().filter(|(_, numeral)| numeral.class == Class::DocRef);
    numerals
        .filter_map(|(index, numeral)| {
            let (number, year, symbol) = parsed(&numeral.raw)?;
            let date = printed::behind(&report.numerals, index);
            let end = date.as_ref().map_or(numeral.at.end, |date| date.end);
            let text = paragraphs.get(numeral.paragraph).map_or(&[][..], |(paragraph, _)| paragraph.text.chars());
            let behind = text.get(end..text.len().min(end + BEHIND)).unwrap_or_default();
            Some(Cited {
                raw: numeral.raw.split_whitespace().collect(),
                number,
                year,
                symbol,
                span: numeral.span,
                date: date.and_then(|date| date.printed.date()),
                behind: fold::fold(behind.strip_prefix(&[' ']).unwrap_or(behind))
                    .into_iter()
                    .map(fold::bare_char)
                    .collect(),
            })
        })
        .collect()
}

/// Number, year and symbol of a reference; `None` where it has no symbol.
fn parsed(raw: &str) -> Option<(u32, Option<i16>, String)> {
    let raw: String = raw.split_whitespace().collect();
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let number = raw.get(..digits)?.parse().ok()?;
    let rest = raw[digits..].strip_prefix(['/', '-'])?;
    let year = rest.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
    let symbol = match year {
        Some(_) => rest[4..].strip_prefix('/')?,
        None => rest,
    };
    let letters = symbol.chars().next().is_some_and(char::is_uppercase);
    letters.then(|| (number, year.and_then(|year| year.parse().ok()), symbol.to_owned()))
}
