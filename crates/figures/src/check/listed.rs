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

use super::words::Words;
use tonghop_model::finding::{Finding, Severity};
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;
use tonghop_statements::line::Token;

/// The name of the rule.
pub const CODE: &str = "list_count";

/// How far behind its figure the colon may stand, in characters: the words between say what the documents are on.
const REACH: usize = 160;

/// Fewer items than this make no list.
const LEAST: usize = 2;

/// Counts of documents that the list behind them does not have.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let mut starts: Vec<usize> = report.facts.iter().map(|fact| fact.span.start).collect();
    starts.sort_unstable();
    report.facts.iter().filter_map(|fact| counted(report, &starts, fact)).collect()
}

/// `starts` are those of all figures, in order.
fn counted(report: &Report, starts: &[usize], fact: &Fact) -> Option<Finding> {
    let whole = fact.value.scale() == 0 && fact.value > Decimal::ONE && fact.approximate.is_none();
    if !whole || fact.sentence.end <= fact.span.end {
        return None;
    }
    // Another figure among the items counts something of its own.
    let next = starts.get(starts.partition_point(|start| *start < fact.span.end));
    if next.is_some_and(|next| *next < fact.sentence.end) {
        return None;
    }
    if !counts_documents(&Words::behind(report, fact, None, REACH)) {
        return None;
    }
    let behind = Words::behind(report, fact, None, usize::MAX);
    let list: Vec<&Token> = behind.0.into_iter().skip_while(|token| !token.is_mark(':')).skip(1).collect();
    let item = |tokens: &&[&Token]| tokens.iter().any(|token| token.text.chars().any(char::is_alphabetic));
    let items = list.split(|token| token.is_mark(';')).filter(item).count();
    let value = usize::try_from(fact.value).ok()?;
    let wrong = if goes_on(&list) { items > value } else { items != value };
    if items < LEAST || !wrong {
        return None;
    }
    let message = format!("{}: ghi {} nhưng liệt kê {items} nội dung.", fact.label, format(fact.value));
    let hint = "Một nội dung có thể gồm nhiều văn bản; đếm lại nếu danh sách phải đủ.";
    Some(Finding::new(CODE, Severity::Info, message, vec![fact.span]).with_hint(hint))
}

/// Whether the words behind a figure are documents, and a colon comes before any other mark.
fn counts_documents(behind: &Words<'_>) -> bool {
    let mark = behind.0.iter().find(|token| [':', '(', ';', '.'].iter().any(|&mark| token.is_mark(mark)));
    let words = behind.until(&[':']).all();
    let begins = |phrase: &Vec<String>| words.len() >= phrase.len() && phrase.iter().zip(&words).all(|(a, b)| a == b);
    mark.is_some_and(|mark| mark.is_mark(':')) && LEXICON.document.0.iter().any(begins)
}

/// Whether a list says that it is not whole: "…", "...", "v.v".
fn goes_on(list: &[&Token]) -> bool {
    let dots = |tokens: &[&Token]| tokens.iter().all(|token| token.is_mark('.'));
    let and_so_on = |tokens: &[&Token]| tokens[0].text == "v" && tokens[1].is_mark('.') && tokens[2].text == "v";
    list.iter().any(|token| token.is_mark('…')) || list.windows(3).any(|three| dots(three) || and_so_on(three))
}
