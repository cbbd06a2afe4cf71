//! A figure that stays the same while its sentence says that it grew may be copied from the report before.

use super::longer::{reports, stated};
use super::table::{Months, exact};
use crate::check::words::Words;
use crate::table::wording::{figure, month_name};
use crate::table::{Cell, Row};
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// The name of the rule.
pub const STILL: &str = "unchanged";

/// Below this a figure may well be the same by chance.
const LEAST: i64 = 100;

/// How far before its figure a word of growth may stand, in characters.
const REACH: usize = 400;

/// Stocks and counts that did not change where the text says that they grew; nothing but information.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    let mut found = Vec::new();
    let stocks = || months.rows.iter().filter(|row| matches!(row.kind, Kind::Stock | Kind::Cumulative));
    for row in stocks() {
        let pairs = months.pairs().filter_map(|[before, after]| {
            Some((exact(row, before)?, exact(row, after)?, month_name(months.periods[before])))
        });
        found.extend(pairs.filter_map(|(old, new, of)| unchanged(months, row, (old, &of), new)));
    }
    for report in reports(months) {
        for row in stocks() {
            let Some(new) = row.indicator.as_deref().and_then(|id| stated(months, report, id)) else { continue };
            // The last month may have been counted on the same day; those before were not.
            let before = (0..months.periods.len().saturating_sub(1)).rev();
            let mut old = before.filter_map(|month| Some((month, exact(row, month)?)));
            let Some((month, old)) = old.find(|(_, old)| old.value == new.value) else { continue };
            found.extend(unchanged(months, row, (old, &month_name(months.periods[month])), new));
        }
    }
    found
}

fn unchanged(months: &Months<'_>, row: &Row, (old, of): (Cell, &str), new: Cell) -> Option<SetFinding> {
    if old.value != new.value || new.value < LEAST.into() || !says_growth(months, new) {
        return None;
    }
    let value = figure(new.value, None);
    let message = format!("{}: vẫn là {value} như {of}, dù câu văn nói là có tăng.", months.name(row));
    let hint = "Kiểm tra xem số có được cập nhật hay chép lại từ báo cáo trước.";
    Some(months.finding(STILL, Severity::Info, (message, hint), [new, old].into_iter()))
}

/// Whether a word of growth stands before the figure in its sentence.
fn says_growth(months: &Months<'_>, cell: Cell) -> bool {
    let (Some(fact), Some(source)) = (months.fact(cell), months.sources.get(cell.report)) else { return false };
    Words::before(source.report, fact, None, REACH).have(&LEXICON.growth)
}
