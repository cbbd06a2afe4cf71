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

use crate::engine::catalogue::Catalogue;
use crate::engine::fact::Fact;
use crate::engine::finding::{Finding, Severity};
use crate::engine::report::Report;
use crate::engine::span::Span;
use crate::engine::vietnamese::fold;
use crate::engine::vietnamese::format::format;
use crate::engine::vietnamese::lexicon::{LEXICON, Phrase};
use crate::engine::write::quotes::Quotes;

/// The name of the rule.
pub const CODE: &str = "list_count";

/// How far behind its figure the colon may stand, in characters: the words between say what the documents are on.
const REACH: usize = 160;

/// Fewer items than this make no list.
const LEAST: usize = 2;

/// Counts of documents that the list behind them does not have.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let quotes = Quotes::new(&report.document.text);
    report.facts.iter().filter_map(|fact| counted(report, &quotes, fact)).collect()
}

fn counted(report: &Report, quotes: &Quotes<'_>, fact: &Fact) -> Option<Finding> {
    let whole = fact.value.scale() == 0 && fact.value > Decimal::ONE && fact.approximate.is_none();
    if !whole || fact.sentence.end <= fact.span.end {
        return None;
    }
    let behind = quotes.quote(Span::new(fact.span.end, fact.sentence.end));
    let colon = behind
        .char_indices()
        .take(REACH)
        .find(|(_, c)| matches!(c, ':' | '(' | ';' | '.'))
        .filter(|(_, c)| *c == ':')?;
    let unit = fold::fold_str(behind[..colon.0].trim_start());
    let unit: Vec<&str> =
        unit.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(4).collect();
    let documents =
        |phrase: &Phrase| unit.len() >= phrase.len() && unit.iter().zip(phrase).all(|(one, other)| one == other);
    if !LEXICON.document.0.iter().any(documents) {
        return None;
    }
    let list = behind[colon.0 + 1..].trim();
    let goes_on = list.contains("...") || list.contains('…') || list.contains("v.v");
    // Another figure among the items counts something of its own.
    let from = fact.span.end + behind[..colon.0].chars().count();
    let others = report.facts.iter().any(|other| (from..fact.sentence.end).contains(&other.span.start));
    let items = list.split(';').filter(|item| item.chars().any(char::is_alphabetic)).count();
    let value = usize::try_from(fact.value).ok()?;
    let wrong = if goes_on { items > value } else { items != value };
    if others || items < LEAST || !wrong {
        return None;
    }
    let message = format!("{}: ghi {} nhưng liệt kê {items} nội dung.", fact.label, format(fact.value));
    let hint = "Một nội dung có thể gồm nhiều văn bản; đếm lại nếu danh sách phải đủ.";
    Some(Finding::new(CODE, Severity::Info, message, vec![fact.span]).with_hint(hint))
}
