//! What is counted up since the start of the year is what it was a month ago and what came in the month, also where no
//! catalogue knows the figures.
//!
//! | tháng 02 | tháng 3 | finding |
//! |---|---|---|
//! | lũy kế 440 phản ánh | trong tháng 120, lũy kế 560 | none |
//! | lũy kế 440 phản ánh | trong tháng 120, lũy kế 580 | warning: 440 + 120 = 560 |
//! | lũy kế 1.960 phản ánh in tháng 12 | trong tháng 01 120, lũy kế 120 | none: the count begins anew with the year |
//! | lũy kế 440 phản ánh | 120 elsewhere in the report | none: only what one sentence says belongs together |

use std::collections::HashMap;

use super::roll::ROLL;
use super::table::{Months, Term, calculation, exact};
use crate::table::Row;
use crate::table::wording::month_name;
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_numbers::format::format;

/// Figures counted up that are not what the month before and the month itself make.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    let mut flows: HashMap<(&str, &str), &Row> = HashMap::new();
    let unknown = || months.rows.iter().filter(|row| row.indicator.is_none());
    for row in unknown().filter(|row| row.kind == Kind::Flow) {
        flows.insert((&row.label, &row.unit), row);
    }
    let counted_up = unknown().filter(|row| row.kind == Kind::Cumulative);
    let pairs = counted_up.filter_map(|row| Some((row, *flows.get(&(&*row.label, &*row.unit))?)));
    pairs.flat_map(|rows| months.pairs().filter_map(move |pair| added(months, rows, pair))).collect()
}

fn added(months: &Months<'_>, (total, flow): (&Row, &Row), [before, after]: [usize; 2]) -> Option<SetFinding> {
    let (old, new, came) = (exact(total, before)?, exact(total, after)?, exact(flow, after)?);
    let (fact, beside) = (months.fact(new)?, months.fact(came)?);
    let right = old.value.checked_add(came.value)?;
    let same_year = months.periods[before].year() == months.periods[after].year();
    let fits = || months.fits(&[(old, false), (came, false)], new);
    // That it falls is said by another rule.
    if fact.sentence != beside.sentence || !same_year || new.value < old.value || fits() {
        return None;
    }
    let name = months.name(total);
    let (first, second) = (month_name(months.periods[before]), month_name(months.periods[after]));
    let off = right.checked_sub(new.value)?;
    let message = format!(
        "{name}: lũy kế {} ({first}) + {} ({second}) = {}, báo cáo {second} ghi {}, lệch {}.",
        format(old.value),
        format(came.value),
        format(right),
        format(new.value),
        format(off.abs())
    );
    let terms = vec![
        Term { sign: "", name: format!("{name}, lũy kế ({first})"), cell: old },
        Term { sign: "+", name: format!("{name} ({second})"), cell: came },
    ];
    let stated = Term { sign: "=", name: format!("{name}, lũy kế ({second})"), cell: new };
    let proof = calculation(terms, right, stated, off);
    let hint = "Đối chiếu số lũy kế của hai báo cáo và số trong tháng.";
    let cells = [new, old, came].into_iter();
    Some(SetFinding { proof, ..months.finding(ROLL, Severity::Warning, (message, hint), cells) })
}
