//! How the months of one row make the figure of the period.

use super::wording::{date, figure, month, month_of_year, months, together};
use super::{Cell, Row, Total};
use crate::engine::check::ratio::{half_up, percent};
use crate::engine::fact::Kind;
use crate::engine::vietnamese::period::Period;

/// How many decimals a ratio has where no month prints one.
const RATIO_PLACES: u32 = 2;

const TOO_LARGE: &str = "Không tính được: số quá lớn.";

/// What a rule makes of a row.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The figure of the period.
    pub total: Option<Total>,
    /// The months that it lacks.
    pub missing: Vec<Period>,
    /// How it was made, or why there is none.
    pub derivation: String,
    /// What else to know.
    pub notes: Vec<String>,
}

impl Outcome {
    /// No figure, for a reason.
    pub fn withheld(reason: impl Into<String>, missing: Vec<Period>) -> Self {
        Self { total: None, missing, derivation: reason.into(), notes: Vec::new() }
    }
}

/// The months that have no figure.
pub fn missing(periods: &[Period], cells: &[Option<Cell>]) -> Vec<Period> {
    periods.iter().zip(cells).filter(|(_, cell)| cell.is_none()).map(|(&period, _)| period).collect()
}

/// Flows: the months are added, if all are there.
pub fn sum(periods: &[Period], cells: &[Option<Cell>]) -> Outcome {
    let missing = missing(periods, cells);
    let present = present(periods, cells);
    let mut figures = present.iter().map(|(_, cell)| cell.value);
    let first = figures.next().unwrap_or_default();
    let Some(value) = figures.try_fold(first, rust_decimal::Decimal::checked_add) else {
        return Outcome::withheld(TOO_LARGE, missing);
    };
    let approximate = together(&present.iter().map(|(_, cell)| cell.approximate).collect::<Vec<_>>());
    let terms: Vec<String> = present.iter().map(|(period, cell)| term(*period, cell)).collect();
    let derivation = match terms.as_slice() {
        [only] => only.clone(),
        _ => format!("{} = {}", terms.join(" + "), figure(value, approximate)),
    };
    if missing.is_empty() {
        return Outcome { total: Some(Total { value, approximate }), missing, derivation, notes: Vec::new() };
    }
    let mut outcome = Outcome::withheld(format!("Chưa cộng: thiếu số liệu {}.", months(&missing)), missing);
    outcome.notes.push(format!("Cộng {} tháng có số liệu: {derivation}.", present.len()));
    outcome
}

/// Stocks, cumulative figures, targets and other counts: the latest month counts.
pub fn latest(periods: &[Period], cells: &[Option<Cell>], kind: Kind) -> Outcome {
    let missing = missing(periods, cells);
    let present = present(periods, cells);
    let Some(&(period, cell)) = present.last() else { return Outcome::withheld("Chưa có số liệu.", missing) };
    let as_of = cell.as_of.map(|day| format!(" (tính đến {})", date(day))).unwrap_or_default();
    let mut notes = Vec::new();
    if let Some(&last) = periods.last().filter(|&&last| last != period) {
        notes.push(format!("Chưa có số liệu {}; dùng số của {}.", month(last), month(period)));
    }
    notes.extend(if kind == Kind::Count { change(&present) } else { None });
    Outcome {
        total: Some(Total { value: cell.value, approximate: cell.approximate }),
        missing,
        derivation: format!("Số mới nhất: {}{as_of}", month_of_year(period)),
        notes,
    }
}

/// Changes are not added: a report counts them from a base of its own.
pub fn change_of(periods: &[Period], cells: &[Option<Cell>]) -> Outcome {
    Outcome::withheld("Không cộng; tính lại từ số lũy kế.", missing(periods, cells))
}

/// A ratio whose parts no one knows: it can neither be added nor computed anew.
pub fn ratio_without_parts(periods: &[Period], cells: &[Option<Cell>]) -> Outcome {
    let mut outcome = Outcome::withheld("Không cộng tỷ lệ; chưa biết hai số để tính lại.", missing(periods, cells));
    if let Some((period, cell)) = present(periods, cells).last() {
        outcome.notes.push(format!("Số mới nhất: {}.", term(*period, cell)));
    }
    outcome
}

/// A ratio: the figures of part and whole are divided anew, never averaged.
pub fn ratio(periods: &[Period], cells: &[Option<Cell>], part: Side<'_>, whole: Side<'_>) -> Outcome {
    let lacks = |side: Side<'_>| side.row.map_or(periods, |row| row.missing.as_slice()).to_vec();
    let mut missing = [lacks(part), lacks(whole)].concat();
    missing.sort_unstable();
    missing.dedup();
    let (a, b, note) = match pair(periods, part, whole) {
        Ok(found) => found,
        Err(reason) => return Outcome::withheld(reason, missing),
    };
    if b.value.is_zero() {
        return Outcome::withheld(format!("Không tính lại được: “{}” bằng 0.", whole.name), missing);
    }
    let Some(exact) = percent(a.value, b.value) else { return Outcome::withheld(TOO_LARGE, missing) };
    let places = cells.iter().flatten().map(|cell| cell.value.scale()).max().unwrap_or(RATIO_PLACES);
    let total =
        Total { value: half_up(exact, places), approximate: a.approximate.or(b.approximate).map(|_| "khoảng") };
    let division = format!("{} / {}", figure(a.value, a.approximate), figure(b.value, b.approximate));
    let derivation = format!("{division} = {}%", figure(total.value, total.approximate));
    Outcome { total: Some(total), missing, derivation, notes: note.into_iter().collect() }
}

/// One side of a ratio: its name and, where the table has it, its row.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The indicator's name.
    pub name: &'a str,
    /// Its row.
    pub row: Option<&'a Row>,
}

/// What is divided: the totals of both sides. Two stocks must be of one month, so that it is the latest month
/// that has both.
fn pair(periods: &[Period], part: Side<'_>, whole: Side<'_>) -> Result<(Total, Total, Option<String>), String> {
    let lacking = |side: Side<'_>| format!("Không tính lại được: chưa có số của “{}”.", side.name);
    let a = part.row.ok_or_else(|| lacking(part))?;
    let b = whole.row.ok_or_else(|| lacking(whole))?;
    if [a, b].iter().all(|row| row.rule == super::Rule::Latest && row.total.is_some()) {
        let both = periods.iter().zip(a.cells.iter().zip(&b.cells)).rev();
        let mut both = both.filter_map(|(&period, (a, b))| Some((period, (*a)?, (*b)?)));
        let (period, a, b) = both.next().ok_or_else(|| {
            format!("Không tính lại được: không tháng nào có cả “{}” và “{}”.", part.name, whole.name)
        })?;
        let note = periods.last().is_some_and(|&last| last != period);
        return Ok((a.into(), b.into(), note.then(|| format!("Tính từ số của {}.", month_of_year(period)))));
    }
    Ok((a.total.ok_or_else(|| lacking(part))?, b.total.ok_or_else(|| lacking(whole))?, None))
}

impl From<Cell> for Total {
    fn from(cell: Cell) -> Self {
        Self { value: cell.value, approximate: cell.approximate }
    }
}

fn present<'a>(periods: &[Period], cells: &'a [Option<Cell>]) -> Vec<(Period, &'a Cell)> {
    periods.iter().zip(cells).filter_map(|(&period, cell)| Some((period, cell.as_ref()?))).collect()
}

/// "8.262 (tháng 01)".
fn term(period: Period, cell: &Cell) -> String {
    format!("{} ({})", figure(cell.value, cell.approximate), month(period))
}

fn change(present: &[(Period, &Cell)]) -> Option<String> {
    let ((first, a), (last, b)) = (present.first()?, present.last()?);
    (a.value != b.value).then(|| format!("Thay đổi trong kỳ: từ {} thành {}.", term(*first, a), term(*last, b)))
}
