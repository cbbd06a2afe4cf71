//! A stock is what it was, and what came, less what went.

use rust_decimal::Decimal;

use super::table::{Months, Term, calculation};
use crate::table::wording::month_name;
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Roll;
use tonghop_series::indicator_name;

/// The name of the rule.
pub const ROLL: &str = "roll_forward";

/// Stocks that are not what the month before and the month's own changes make.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    let rolls = months.catalogue.systems().iter().flat_map(|system| &system.roll);
    rolls.flat_map(|roll| months.pairs().filter_map(|pair| rolled(months, roll, pair))).collect()
}

fn rolled(months: &Months<'_>, roll: &Roll, [before, after]: [usize; 2]) -> Option<SetFinding> {
    let (old, new) = (months.cell(&roll.stock, before)?, months.cell(&roll.stock, after)?);
    let came = months.cell(&roll.new, after)?;
    let went = roll.gone.as_deref().and_then(|id| months.cell(id, after));
    let gone = went.map_or(Decimal::ZERO, |cell| cell.value);
    let right = old.value.checked_add(came.value)?.checked_sub(gone)?;
    let mut made = vec![(old, false), (came, false)];
    made.extend(went.map(|cell| (cell, true)));
    if months.fits(&made, new) {
        return None;
    }
    let of = |id: &str| indicator_name::of_indicator(id, months.catalogue).unwrap_or_default();
    let name = of(&roll.stock);
    let minus = went.map(|cell| format!(" − {}", format(cell.value))).unwrap_or_default();
    let (first, second) = (month_name(months.periods[before]), month_name(months.periods[after]));
    let equation = format!(
        "{name}: {} ({first}) + {}{minus} = {}, báo cáo {second} ghi {}",
        format(old.value),
        format(came.value),
        format(right),
        format(new.value)
    );
    let off = right.checked_sub(new.value)?;
    let unsaid = roll.gone.is_some() && went.is_none() && new.value < right;
    let (severity, message, hint) = if unsaid {
        let message = format!("{equation}, ít hơn {}.", format(off.abs()));
        (Severity::Info, message, "Hỏi xem trong tháng có thu hồi hay không.")
    } else {
        let message = format!("{equation}, lệch {}.", format(off.abs()));
        (Severity::Warning, message, "Đối chiếu số đầu kỳ, số tăng và số giảm trong tháng.")
    };
    let mut terms = vec![
        Term { sign: "", name: format!("{name} ({first})"), cell: old },
        Term { sign: "+", name: of(&roll.new), cell: came },
    ];
    terms.extend(went.map(|cell| Term { sign: "−", name: of(roll.gone.as_deref().unwrap_or_default()), cell }));
    let cells: Vec<_> = std::iter::once(new).chain(terms.iter().map(|term| term.cell)).collect();
    let stated = Term { sign: "=", name: format!("{name} ({second})"), cell: new };
    let proof = calculation(terms, right, stated, off);
    Some(SetFinding { proof, ..months.finding(ROLL, severity, (message, hint), cells.into_iter()) })
}
