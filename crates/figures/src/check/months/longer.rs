//! A report on the whole period against the reports on its months.
//!
//! | months | the period's report | finding |
//! |---|---|---|
//! | 100, 120, 110, 130, 90, 140 | 690 | none |
//! | 100, 120, 110, 130, 90, 140 | 700 | warning: the months make 690 |
//! | 100, 120, a month is missing | 700 | none: the others may make it |
//! | 100, 120, a month is missing | 210 | warning: those that are there make more |
//! | lũy kế 1.310 at the end | lũy kế 1.290 | warning: it cannot fall |

use rust_decimal::Decimal;

use super::table::{Months, Term, calculation};
use crate::table::wording::month_name;
use crate::table::{Cell, Row};
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_numbers::format::format;

/// The name of the rule.
pub const LONGER: &str = "period_against_months";

const HINT: &str = "Đối chiếu báo cáo của kỳ với báo cáo các tháng; hỏi xem có tháng nào được điều chỉnh.";

/// Figures of the period's own report that its months contradict.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    let mut found = Vec::new();
    for report in reports(months) {
        for row in months.rows {
            let Some(stated) = row.indicator.as_deref().and_then(|id| stated(months, report, id)) else { continue };
            found.extend(match row.kind {
                Kind::Flow => flow(months, row, stated),
                Kind::Cumulative => fallen(months, row, stated),
                _ => None,
            });
        }
    }
    found
}

/// The reports on just the months of the table that are of the same agency and province.
pub fn reports<'m, 'a>(months: &'m Months<'a>) -> impl Iterator<Item = usize> + use<'m, 'a> {
    let header = |report: usize| months.sources.get(report).map(|source| &source.report.header);
    let monthly = months.rows.iter().flat_map(|row| &row.cells).flatten().next().and_then(|cell| header(cell.report));
    let agrees = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
    let covers = move |&report: &usize| {
        let Some((header, monthly)) = header(report).zip(monthly) else { return false };
        header.period.is_some_and(|period| {
            let own: Vec<u8> = months.periods.iter().map(|month| *month.months().start()).collect();
            let same_year = months.periods.iter().all(|month| month.year() == period.year());
            months.periods.len() > 1 && same_year && period.months().eq(own)
        }) && agrees(&header.agency, &monthly.agency)
            && agrees(&header.province, &monthly.province)
    };
    (0..months.sources.len()).filter(covers)
}

/// The exact figure of an indicator in a report, where it states but one.
pub fn stated(months: &Months<'_>, report: usize, id: &str) -> Option<Cell> {
    let facts = months.stated(report)?.get(id).iter().copied();
    let mut facts = facts.filter(|(_, fact)| fact.approximate.is_none());
    let (index, fact) = facts.next()?;
    let only = facts.all(|(_, other)| other.value == fact.value);
    only.then_some(Cell { report, fact: index, value: fact.value, approximate: None, as_of: fact.as_of, look: false })
}

fn flow(months: &Months<'_>, row: &Row, stated: Cell) -> Option<SetFinding> {
    let cells: Vec<(usize, Cell)> =
        row.cells.iter().enumerate().filter_map(|(month, cell)| Some((month, (*cell)?))).collect();
    if cells.is_empty() || cells.iter().any(|(_, cell)| cell.approximate.is_some()) {
        return None;
    }
    let added = cells.iter().try_fold(Decimal::ZERO, |added, (_, cell)| added.checked_add(cell.value))?;
    let whole = cells.len() == row.cells.len();
    let terms: Vec<(Cell, bool)> = cells.iter().map(|(_, cell)| (*cell, false)).collect();
    if months.fits(&terms, stated) || !whole && added < stated.value {
        return None;
    }
    let (name, off) = (months.name(row), added.checked_sub(stated.value)?);
    let list: Vec<String> = cells.iter().map(|(_, cell)| format(cell.value)).collect();
    let which = if whole { "các tháng" } else { "các tháng đã có" };
    let message = format!(
        "{name}: cộng {which} {} = {}, báo cáo cả kỳ ghi {}, lệch {}.",
        list.join(" + "),
        format(added),
        format(stated.value),
        format(off.abs())
    );
    let term = |(at, (month, cell)): (usize, &(usize, Cell))| Term {
        sign: if at > 0 { "+" } else { "" },
        name: format!("{name} ({})", month_name(months.periods[*month])),
        cell: *cell,
    };
    let terms: Vec<Term> = cells.iter().enumerate().map(term).collect();
    let places: Vec<Cell> = std::iter::once(stated).chain(cells.iter().map(|(_, cell)| *cell)).collect();
    let stated = Term { sign: if whole { "=" } else { "≥" }, name: format!("{name} (cả kỳ)"), cell: stated };
    let proof = calculation(terms, added, stated, off);
    Some(SetFinding { proof, ..months.finding(LONGER, Severity::Warning, (message, HINT), places.into_iter()) })
}

/// A cumulative figure of the period below that of one of its months; a report that names an earlier day may have less.
fn fallen(months: &Months<'_>, row: &Row, stated: Cell) -> Option<SetFinding> {
    let cells = row.cells.iter().enumerate().filter_map(|(month, cell)| Some((month, (*cell)?)));
    let earlier = |cell: &Cell| match (stated.as_of, cell.as_of) {
        (Some(own), Some(other)) => own < other,
        _ => false,
    };
    let (month, cell) =
        cells.filter(|(_, cell)| cell.approximate.is_none() && !earlier(cell)).max_by_key(|(_, cell)| cell.value)?;
    if cell.value <= stated.value {
        return None;
    }
    let message = format!(
        "{}: báo cáo cả kỳ ghi lũy kế {}, ít hơn {} của báo cáo {}.",
        months.name(row),
        format(stated.value),
        format(cell.value),
        month_name(months.periods[month])
    );
    Some(months.finding(LONGER, Severity::Warning, (message, HINT), [stated, cell].into_iter()))
}
