//! Ratios: the figures of part and whole of the period are divided anew, never averaged.

use super::rule::{Outcome, TOO_LARGE};
use super::stated::Stated;
use crate::table::wording::{figure, moment_words};
use crate::table::{Cell, Closing, Dated, Row, Rule, Total};
use tonghop_model::percent::{half_up, percent};
use tonghop_model::vietnamese::period::Period;

/// How many decimals a ratio has where no month prints one.
const PLACES: u32 = 2;

/// One side of a ratio: its name and, where the table has it, its row.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The indicator's name.
    pub name: &'a str,
    /// Its row.
    pub row: Option<&'a Row>,
}

/// The ratio of two rows; `cells` are those of the ratio itself, which only say how precisely it is printed.
pub fn ratio(periods: &[Period], cells: &[Option<Cell>], part: Side<'_>, whole: Side<'_>) -> Outcome {
    let lacks = |side: Side<'_>| side.row.map_or(periods, |row| row.missing.as_slice()).to_vec();
    let mut missing = [lacks(part), lacks(whole)].concat();
    missing.sort_unstable();
    missing.dedup();
    let pair = match pair(periods, part, whole) {
        Ok(found) => found,
        Err(reason) => return Outcome::withheld(reason, missing),
    };
    let (a, b) = (pair.part, pair.whole);
    if b.value.is_zero() {
        return Outcome::withheld(format!("Không tính lại được: “{}” bằng 0.", whole.name), missing);
    }
    let Some(exact) = percent(a.value, b.value) else { return Outcome::withheld(TOO_LARGE, missing) };
    let places = cells.iter().flatten().map(|cell| cell.value.scale()).max().unwrap_or(PLACES);
    let total =
        Total { value: half_up(exact, places), approximate: a.approximate.or(b.approximate).map(|_| "khoảng") };
    let division = format!("{} / {}", figure(a.value, a.approximate), figure(b.value, b.approximate));
    let derivation = format!("{division} = {}%", figure(total.value, total.approximate));
    Outcome {
        total: Some(total),
        dated: pair.dated,
        missing,
        derivation,
        notes: pair.note.into_iter().collect(),
        ..Outcome::default()
    }
}

/// What is divided.
struct Pair {
    part: Total,
    whole: Total,
    /// The report that both are of, for two stocks.
    dated: Option<Dated>,
    note: Option<String>,
}

/// The totals of both sides. Two stocks must be of one month, so that it is the latest month that has both.
fn pair(periods: &[Period], part: Side<'_>, whole: Side<'_>) -> Result<Pair, String> {
    let lacking = |side: Side<'_>| format!("Không tính lại được: chưa có số của “{}”.", side.name);
    let a = part.row.ok_or_else(|| lacking(part))?;
    let b = whole.row.ok_or_else(|| lacking(whole))?;
    if [a, b].iter().all(|row| row.rule == Rule::Latest && row.total.is_some()) {
        let of_b = moments(periods, b);
        let both = moments(periods, a).into_iter().rev();
        let mut both = both.filter_map(|(period, a)| Some((period, a, of_b.iter().find(|b| b.0 == period)?.1)));
        let (period, a, b) = both.next().ok_or_else(|| {
            format!("Không tính lại được: không tháng nào có cả “{}” và “{}”.", part.name, whole.name)
        })?;
        let late = periods.last().is_some_and(|&last| last != period.last_month());
        let note = late.then(|| format!("Tính từ số của {}.", moment_words(period)));
        let dated = Some(Dated { period, as_of: a.as_of.or(b.as_of) });
        return Ok(Pair { part: (*a).into(), whole: (*b).into(), dated, note });
    }
    let part = a.total.ok_or_else(|| lacking(part))?;
    Ok(Pair { part, whole: b.total.ok_or_else(|| lacking(whole))?, dated: None, note: None })
}

fn moments<'a>(periods: &'a [Period], row: &'a Row) -> Vec<(Period, &'a Cell)> {
    Stated { periods, cells: &row.cells, longer: &row.longer, closing: Closing::default() }.moments()
}

impl From<Cell> for Total {
    fn from(cell: Cell) -> Self {
        Self { value: cell.value, approximate: cell.approximate }
    }
}
