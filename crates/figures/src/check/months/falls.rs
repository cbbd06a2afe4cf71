//! What is counted up over a year cannot fall.

use super::table::{Months, exact};
use crate::table::Row;
use crate::table::wording::{figure, month_name};
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_model::kind::Kind;

/// The name of the rule.
pub const FALLS: &str = "cumulative_falls";

/// Cumulative figures that fall from one month to the next of the same year.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    let rolls = || months.catalogue.systems().iter().flat_map(|system| &system.roll);
    let counted_up = months.rows.iter().filter(|row| row.kind == Kind::Cumulative);
    // What rolls forward is held to more than that.
    let counted_up = counted_up.filter(|row| !rolls().any(|roll| row.indicator.as_ref() == Some(&roll.stock)));
    counted_up.flat_map(|row| months.pairs().filter_map(|pair| fallen(months, row, pair))).collect()
}

fn fallen(months: &Months<'_>, row: &Row, [before, after]: [usize; 2]) -> Option<SetFinding> {
    let (old, new) = (exact(row, before)?, exact(row, after)?);
    // Many counts begin anew with the year.
    if new.value >= old.value || months.periods[before].year() != months.periods[after].year() {
        return None;
    }
    let message = format!(
        "{}: số lũy kế giảm từ {} ({}) xuống {} ({}).",
        months.name(row),
        figure(old.value, None),
        month_name(months.periods[before]),
        figure(new.value, None),
        month_name(months.periods[after])
    );
    let hint = "Số lũy kế không thể giảm; đối chiếu hai báo cáo.";
    Some(months.finding(FALLS, Severity::Warning, (message, hint), [new, old].into_iter()))
}
