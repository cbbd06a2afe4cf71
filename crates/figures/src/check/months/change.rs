//! "Tăng 0,32% so với tháng trước" of a percentage is the difference of the two months' percentages, in points.
//!
//! The indicator of a difference is called after that of the percentage, with `_change` behind it.

use rust_decimal::Decimal;

use super::table::{Months, Term, calculation};
use crate::table::wording::month_name;
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_numbers::format::format;

/// The name of the rule.
pub const CHANGE: &str = "change";

/// What the id of a difference has behind that of its percentage.
const SUFFIX: &str = "_change";

/// Differences of percentages that the percentages of the two months do not have.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    let points = months.rows.iter().filter_map(|row| {
        let id = row.indicator.as_deref()?;
        let is_points = months.catalogue.indicator(id).is_some_and(|indicator| indicator.points);
        Some((id, id.strip_suffix(SUFFIX)?)).filter(|_| is_points)
    });
    points.flat_map(|ids| months.pairs().filter_map(move |pair| changed(months, ids, pair))).collect()
}

fn changed(months: &Months<'_>, (change, of): (&str, &str), [before, after]: [usize; 2]) -> Option<SetFinding> {
    let (old, new, said) = (months.cell(of, before)?, months.cell(of, after)?, months.cell(change, after)?);
    let right = new.value.checked_sub(old.value)?;
    let off = right.abs().checked_sub(said.value.abs())?;
    // Each of the three may be off by half of its last place, or by all of it where digits were cut off.
    let places = old.value.scale().min(new.value.scale()).min(said.value.scale());
    if off.abs() <= Decimal::new(2, places) {
        return None;
    }
    let row = months.row(of)?;
    let name = months.name(row);
    let (first, second) = (month_name(months.periods[before]), month_name(months.periods[after]));
    let message = format!(
        "{name}: {}% ({second}) − {}% ({first}) = {} điểm phần trăm, báo cáo {second} ghi {}%, lệch {}.",
        format(new.value),
        format(old.value),
        format(right),
        format(said.value),
        format(off.abs())
    );
    let terms = vec![
        Term { sign: "", name: format!("{name} ({second})"), cell: new },
        Term { sign: "−", name: format!("{name} ({first})"), cell: old },
    ];
    let stated = Term { sign: "=", name: months.name(months.row(change)?), cell: said };
    let proof = calculation(terms, right, stated, off);
    let hint = "Đối chiếu hai tỷ lệ; mức tăng của tỷ lệ tính bằng điểm phần trăm, so với đúng tháng trước.";
    let cells = [said, new, old].into_iter();
    Some(SetFinding { proof, ..months.finding(CHANGE, Severity::Warning, (message, hint), cells) })
}
