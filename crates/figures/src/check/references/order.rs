//! Numbers count up with the days: a number much higher than that of a later day is one of the two wrong.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::cited::{COMPARE, Cited};
use tonghop_model::finding::{Finding, Severity};
use tonghop_model::vietnamese::date;

/// The name of the rule on the order of numbers.
pub const ORDER: &str = "document_order";

/// A number is out of order where it is so many times as high as one of a later day, and by so much.
const OUT_OF_ORDER: (u32, u32) = (5, 50);

/// The citations with a date of one series: a symbol, the year in the number, the year of the date.
type Series<'c> = BTreeMap<(&'c str, Option<i16>, i16), Vec<(Date, &'c Cited)>>;

/// Numbers that are much higher than those of later days; of those that one low number contradicts, one finding.
pub fn check(cited: &[Cited]) -> Vec<Finding> {
    let mut series = Series::new();
    for one in cited {
        let Some(date) = one.date else { continue };
        series.entry((&one.symbol, one.year, date.year())).or_default().push((date, one));
    }
    let mut found: Vec<Finding> = series.into_values().flat_map(out_of_order).collect();
    found.sort_by_key(|finding| finding.places.first().copied());
    found
}

/// The days are gone through from the last to the first with the lowest number of those behind, so that each citation
/// is looked at once.
fn out_of_order(mut series: Vec<(Date, &Cited)>) -> Vec<Finding> {
    series.sort_by_key(|(date, one)| (std::cmp::Reverse(*date), one.number, one.span));
    let mut lowest: Option<(Date, &Cited)> = None;
    let mut contradicted: BTreeMap<(Date, u32), Contradicted<'_>> = BTreeMap::new();
    for day in series.chunk_by(|a, b| a.0 == b.0) {
        for &(date, high) in day {
            let Some((later, low)) = lowest.filter(|(_, low)| is_out_of_order(high.number, low.number)) else {
                continue;
            };
            let group = contradicted.entry((later, low.number)).or_insert((low, Vec::new()));
            group.1.push((date, high));
        }
        lowest = lowest.into_iter().chain(day.first().copied()).min_by_key(|(_, one)| one.number);
    }
    contradicted.into_iter().map(|((later, _), group)| finding(later, group)).collect()
}

/// A low number with the higher ones of earlier days, each with its day.
type Contradicted<'c> = (&'c Cited, Vec<(Date, &'c Cited)>);

fn is_out_of_order(high: u32, low: u32) -> bool {
    let (times, more) = OUT_OF_ORDER;
    high > low.saturating_mul(times).max(low.saturating_add(more))
}

fn finding(later: Date, (low, mut highs): Contradicted<'_>) -> Finding {
    let mut known = HashSet::new();
    highs.retain(|(_, high)| known.insert(&high.raw));
    highs.sort_by_key(|(_, high)| high.span);
    let low_date = date::format(later);
    let message = match &highs[..] {
        [(date, high)] => format!(
            "{} ngày {} có số lớn hơn nhiều so với {} ngày {low_date} ban hành sau.",
            high.raw,
            date::format(*date),
            low.raw
        ),
        _ => format!(
            "{} ngày {low_date} có số nhỏ hơn nhiều so với {} văn bản ban hành trước, như {}.",
            low.raw,
            highs.len(),
            highs.first().map_or("", |(_, high)| &high.raw)
        ),
    };
    let highs = highs.iter().map(|(_, high)| high.span);
    let places = if known.len() == 1 {
        highs.chain([low.span]).collect()
    } else {
        [low.span].into_iter().chain(highs).collect()
    };
    Finding::new(ORDER, Severity::Info, message, places).with_hint(COMPARE)
}
