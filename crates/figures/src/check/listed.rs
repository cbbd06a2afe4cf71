//! A count of documents and the list behind its colon: "Ban hành 12 công văn: …; …; …".
//!
//! | text | finding |
//! |---|---|
//! | 03 công văn: a; b; c | none |
//! | 12 công văn: ten items | info: an item may name several, or several may have one subject |
//! | 02 công văn: six items; … | info: more items than documents, even if the list goes on |
//! | 12 công văn: two items; … | none: the list goes on |
//!
//! It is never more than information: what is counted and what is listed need not be the same.

use rust_decimal::Decimal;

use tonghop_model::finding::{Finding, Severity};
use tonghop_model::quotes::Quotes;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;

/// The name of the rule.
pub const CODE: &str = "list_count";

/// How far behind its figure the colon may stand, in characters: the words between say what the documents are on.
const REACH: usize = 160;

/// How many of these characters can say what is counted.
const UNIT: usize = 40;

/// Fewer items than this make no list.
const LEAST: usize = 2;

/// Counts of documents that the list behind them does not have.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let quotes = Quotes::new(&report.document.text);
    let mut starts: Vec<usize> = report.facts.iter().map(|fact| fact.span.start).collect();
    starts.sort_unstable();
    report.facts.iter().filter_map(|fact| counted(&quotes, &starts, fact)).collect()
}

/// `starts` are those of all figures, in order.
fn counted(quotes: &Quotes<'_>, starts: &[usize], fact: &Fact) -> Option<Finding> {
    let whole = fact.value.scale() == 0 && fact.value > Decimal::ONE && fact.approximate.is_none();
    if !whole || fact.sentence.end <= fact.span.end {
        return None;
    }
    let near = Span::new(fact.span.end, fact.sentence.end.min(fact.span.end + REACH));
    let colon = colon(quotes.quote(near))?;
    let from = fact.span.end + colon + 1;
    // Another figure among the items counts something of its own.
    let next = starts.get(starts.partition_point(|start| *start < from));
    if next.is_some_and(|next| *next < fact.sentence.end) {
        return None;
    }
    let list = quotes.quote(Span::new(from, fact.sentence.end)).trim();
    let goes_on = list.contains("...") || list.contains('…') || list.contains("v.v");
    let items = list.split(';').filter(|item| item.chars().any(char::is_alphabetic)).count();
    let value = usize::try_from(fact.value).ok()?;
    let wrong = if goes_on { items > value } else { items != value };
    if items < LEAST || !wrong {
        return None;
    }
    let message = format!("{}: ghi {} nhưng liệt kê {items} nội dung.", fact.label, format(fact.value));
    let hint = "Một nội dung có thể gồm nhiều văn bản; đếm lại nếu danh sách phải đủ.";
    Some(Finding::new(CODE, Severity::Info, message, vec![fact.span]).with_hint(hint))
}

/// The place of the colon in the words behind a count of documents, in characters; `None` where other things are
/// counted, or other marks come first.
fn colon(behind: &str) -> Option<usize> {
    let (at, mark) = behind.chars().enumerate().find(|(_, c)| matches!(c, ':' | '(' | ';' | '.'))?;
    if mark != ':' {
        return None;
    }
    let start: String = behind.trim_start().chars().take(UNIT).collect();
    let unit = fold::fold_str(&start);
    let unit: Vec<&str> =
        unit.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(4).collect();
    let document = LEXICON
        .document
        .0
        .iter()
        .any(|phrase| unit.starts_with(phrase.iter().map(String::as_str).collect::<Vec<_>>().as_slice()));
    document.then_some(at)
}
