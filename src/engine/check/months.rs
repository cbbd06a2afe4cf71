//! What the months of a table say of each other.
//!
//! | months | finding |
//! |---|---|
//! | 2.293, then 10 new and 2.303 | none |
//! | 2.293, then 10 new and 2.361 | warning: 2.293 + 10 = 2.303, báo cáo ghi 2.361, lệch 58 |
//! | 2.293, then 10 new, none said to be gone, and 2.300 | info: 3 may have gone without a word |
//! | lũy kế 1.310, then lũy kế 1.290 of the same year | warning: what is counted up cannot fall |
//! | a month is missing between the two | none |

use rust_decimal::Decimal;

use super::name;
use crate::engine::catalogue::{Catalogue, Roll};
use crate::engine::consolidate::{Cell, Place, Row, SetFinding, Source, figure, month_name};
use crate::engine::fact::Kind;
use crate::engine::finding::{Proof, Severity};
use crate::engine::vietnamese::format::format;
use crate::engine::vietnamese::period::Period;

/// The name of the rule on stocks.
pub const ROLL: &str = "roll_forward";
/// The name of the rule on cumulative figures.
pub const FALLS: &str = "cumulative_falls";

/// What does not fit between consecutive months of a table.
pub fn check(rows: &[Row], months: &[Period], sources: &[Source<'_>], catalogue: &Catalogue) -> Vec<SetFinding> {
    let table = Months { rows, periods: months, sources, catalogue };
    let rolls = catalogue.systems().iter().flat_map(|system| &system.roll);
    let pairs = || (1..months.len()).map(|at| [at - 1, at]);
    let rolled: Vec<&Roll> = rolls.collect();
    let mut findings: Vec<SetFinding> =
        rolled.iter().flat_map(|roll| pairs().filter_map(|pair| table.rolled(roll, pair))).collect();
    let counted_up = rows.iter().filter(|row| row.kind == Kind::Cumulative);
    let counted_up = counted_up.filter(|row| !rolled.iter().any(|roll| row.indicator.as_ref() == Some(&roll.stock)));
    findings.extend(counted_up.flat_map(|row| pairs().filter_map(|pair| table.fallen(row, pair))));
    findings
}

struct Months<'a> {
    rows: &'a [Row],
    periods: &'a [Period],
    sources: &'a [Source<'a>],
    catalogue: &'a Catalogue,
}

impl Months<'_> {
    /// An exact figure of a month.
    fn cell(&self, id: &str, month: usize) -> Option<Cell> {
        let row = self.rows.iter().find(|row| row.indicator.as_deref() == Some(id))?;
        exact(row, month)
    }

    fn rolled(&self, roll: &Roll, [before, after]: [usize; 2]) -> Option<SetFinding> {
        let (old, new) = (self.cell(&roll.stock, before)?, self.cell(&roll.stock, after)?);
        let came = self.cell(&roll.new, after)?;
        let went = roll.gone.as_deref().and_then(|id| self.cell(id, after));
        let gone = went.map_or(Decimal::ZERO, |cell| cell.value);
        let right = old.value.checked_add(came.value)?.checked_sub(gone)?;
        if right == new.value {
            return None;
        }
        let name = name::of_indicator(&roll.stock, self.catalogue).unwrap_or_default();
        let minus = went.map(|cell| format!(" − {}", format(cell.value))).unwrap_or_default();
        let equation = format!(
            "{name}: {} ({}) + {}{minus} = {}, báo cáo {} ghi {}",
            format(old.value),
            month_name(self.periods[before]),
            format(came.value),
            format(right),
            month_name(self.periods[after]),
            format(new.value)
        );
        let off = format(right.checked_sub(new.value)?.abs());
        let unsaid = roll.gone.is_some() && went.is_none() && new.value < right;
        let (severity, message, hint) = if unsaid {
            (Severity::Info, format!("{equation}, ít hơn {off}."), "Hỏi xem trong tháng có thu hồi hay không.")
        } else {
            (
                Severity::Warning,
                format!("{equation}, lệch {off}."),
                "Đối chiếu số đầu kỳ, số tăng và số giảm trong tháng.",
            )
        };
        let cells = [Some(new), Some(came), went, Some(old)];
        Some(self.finding(ROLL, severity, message, hint, cells.into_iter().flatten()))
    }

    fn fallen(&self, row: &Row, [before, after]: [usize; 2]) -> Option<SetFinding> {
        let (old, new) = (exact(row, before)?, exact(row, after)?);
        // Many counts begin anew with the year.
        if new.value >= old.value || self.periods[before].year() != self.periods[after].year() {
            return None;
        }
        let of = row.indicator.as_deref().and_then(|id| name::of_indicator(id, self.catalogue));
        let message = format!(
            "{}: số lũy kế giảm từ {} ({}) xuống {} ({}).",
            of.unwrap_or_else(|| row.label.clone()),
            figure(old.value, None),
            month_name(self.periods[before]),
            figure(new.value, None),
            month_name(self.periods[after])
        );
        let hint = "Số lũy kế không thể giảm; đối chiếu hai báo cáo.";
        Some(self.finding(FALLS, Severity::Warning, message, hint, [new, old].into_iter()))
    }

    fn finding(
        &self,
        code: &'static str,
        severity: Severity,
        message: String,
        hint: &str,
        cells: impl Iterator<Item = Cell>,
    ) -> SetFinding {
        let place = |cell: Cell| {
            let fact = self.sources.get(cell.report)?.report.facts.get(cell.fact)?;
            Some(Place { report: cell.report, span: fact.span })
        };
        let places = cells.filter_map(place).collect();
        SetFinding { code, severity, message, hint: Some(hint.to_owned()), places, proof: Proof::default() }
    }
}

fn exact(row: &Row, month: usize) -> Option<Cell> {
    (*row.cells.get(month)?).filter(|cell| cell.approximate.is_none())
}
