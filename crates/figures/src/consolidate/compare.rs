//! The table against the same months of the year before, and against the period before.
//!
//! | row | compared | not compared |
//! |---|---|---|
//! | flow | both totals: difference and percent | a total that lacks months |
//! | stock, cumulative | both at the end of their periods | one of them is of an earlier month |
//! | ratio | in percentage points, without percent | |
//! | change | | never |
//! | any | | other classes ("mức độ 3" and "một phần"), units of other magnitude |

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::maker::Maker;
use super::series;
use super::set::Own;
use super::table::other_magnitude;
use crate::table::wording::{figure, together};
use crate::table::{Against, Compared, Comparison, Dated, Key, Row, Rule, Total};
use tonghop_model::kind::Kind;
use tonghop_model::percent::{half_up, percent};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;

/// How many decimals a percentage of change has.
const PLACES: u32 = 2;

/// The earlier periods that the set has reports of.
pub fn known(own: &Own, period: Period) -> Vec<Comparison> {
    let all = Against::EVERY.into_iter();
    let known = all.filter_map(|against| Some(Comparison { against, period: against.period(period)? }));
    known.filter(|one| own.knows(one.period)).collect()
}

/// Compares rows with the earlier periods that the set has reports of.
pub fn all(maker: &Maker<'_>, period: Period, without: &[Against], rows: &mut [Row]) -> Vec<Comparison> {
    let mut found = known(maker.own, period);
    found.retain(|one| !without.contains(&one.against));
    for one in &found {
        let earlier = maker.rows(one.period, true, &mut Vec::new());
        let index: HashMap<Key, &Row> = earlier.iter().map(|row| (Key::of_row(row), row)).collect();
        for row in rows.iter_mut() {
            let base = index.get(&Key::of_row(row)).copied();
            let compared = compare(row, period, base, one.period, &earlier);
            row.compared
                .push(compared.unwrap_or_else(|reason| Compared { derivation: reason, ..Compared::default() }));
        }
    }
    found
}

fn compare(row: &Row, period: Period, base: Option<&Row>, earlier: Period, rows: &[Row]) -> Result<Compared, String> {
    let broken = row.indicator.as_deref().and_then(|id| series::broken(id, rows));
    let Some(base) = base else {
        return Err(broken.map_or_else(
            || format!("Không so sánh: {} không có số liệu này.", earlier.name()),
            |one| {
                format!("Không so sánh: số liệu {} được phân loại khác ({}, {}).", earlier.name(), one.old, one.new)
            },
        ));
    };
    if row.kind == Kind::Change {
        return Err("Không so sánh số tăng, giảm.".to_owned());
    }
    if other_magnitude(&row.unit, &base.unit) {
        return Err("Không so sánh: hai kỳ ghi đơn vị tính khác nhau.".to_owned());
    }
    let new = row.total.ok_or("Không so sánh: kỳ này chưa có số cả kỳ.")?;
    let (old, dated) = total_of(base, earlier).ok_or_else(|| lacking(base, earlier))?;
    let ended =
        |dated: Option<Dated>, of: Period| dated.is_none_or(|dated| dated.period.last_month() == of.last_month());
    if !ended(row.dated, period) || !ended(dated, earlier) {
        return Err("Không so sánh: hai số không cùng ở cuối kỳ.".to_owned());
    }
    made(row, new, old).ok_or_else(|| "Không so sánh: số quá lớn.".to_owned())
}

/// What the months of the earlier period make, or else what the report on that whole period states.
fn total_of(base: &Row, earlier: Period) -> Option<(Total, Option<Dated>)> {
    let stated = || {
        let long = base.longer.iter().find(|long| long.period == earlier)?;
        Some((long.cell.into(), None))
    };
    base.total.map(|total| (total, base.dated)).or_else(stated)
}

fn lacking(base: &Row, earlier: Period) -> String {
    let months = crate::table::wording::months_of_years(&base.missing);
    if base.missing.is_empty() {
        format!("Không so sánh: {} chưa có số cả kỳ.", earlier.name())
    } else {
        format!("Không so sánh: thiếu số liệu {months}.")
    }
}

fn made(row: &Row, new: Total, old: Total) -> Option<Compared> {
    let points = row.unit == "%" || row.rule == Rule::Ratio;
    let value = new.value.checked_sub(old.value)?;
    let approximate = together(&[new.approximate, old.approximate]).map(|_| "khoảng");
    let difference = Total { value, approximate };
    let share = if points || old.value <= Decimal::ZERO { None } else { percent(value, old.value) };
    let share = share.map(|share| half_up(share, PLACES));
    let (a, b) = (figure(new.value, new.approximate), figure(old.value, old.approximate));
    let unit = if points { " điểm phần trăm" } else { "" };
    let ratio = share.map(|share| format!("; bằng {}% của {b}", format(share))).unwrap_or_default();
    let derivation = format!("{a} − {b} = {}{unit}{ratio}", figure(value, approximate));
    Some(Compared { base: Some(old), difference: Some(difference), percent: share, derivation })
}
