//! Figures that are as of a day behind the one on which their month is closed.
//!
//! | month, closing | as of | finding |
//! |---|---|---|
//! | 01/2022, the decree's | 14/01/2022 | none |
//! | 01/2022, the decree's | 31/01/2022 | info: the agency may count by the calendar |
//! | 01/2022, by the calendar | 31/01/2022 | none |

use super::maker::Maker;
use crate::table::wording::{date_words, month_name};
use crate::table::{Cell, MonthColumn, Row};
use tonghop_model::finding::{Place, Proof, SetFinding, Severity};

/// One note for every report whose figures are as of a later day.
pub fn late(months: &[MonthColumn], rows: &[Row], maker: &Maker<'_>) -> Vec<SetFinding> {
    (0..months.len()).filter_map(|at| late_in(months[at], rows, at, maker)).collect()
}

fn late_in(column: MonthColumn, rows: &[Row], at: usize, maker: &Maker<'_>) -> Option<SetFinding> {
    let end = maker.closing.window(column.period)?.1;
    let cells = rows.iter().filter_map(|row| *row.cells.get(at)?);
    let late: Vec<Cell> = cells.filter(|cell| cell.as_of.is_some_and(|day| day > end)).collect();
    let last = late.iter().filter_map(|cell| cell.as_of).max()?;
    let name = maker.sources.get(column.report?)?.name;
    let message = format!(
        "Báo cáo {} (“{name}”) có {} số liệu tính đến sau ngày chốt {} (muộn nhất {}).",
        month_name(column.period),
        late.len(),
        date_words(end),
        date_words(last),
    );
    let place = |cell: &Cell| {
        let fact = maker.sources.get(cell.report)?.report.facts.get(cell.fact)?;
        Some(Place { report: cell.report, span: fact.span })
    };
    let hint = "Nếu đơn vị chốt số liệu theo tháng dương lịch, chọn “Theo lịch” ở “Tùy chọn” trên bảng.";
    let places = late.iter().filter_map(place).collect();
    let finding = SetFinding {
        code: "late_figures",
        severity: Severity::Info,
        message,
        hint: None,
        places,
        proof: Proof::default(),
    };
    Some(finding.with_hint(hint))
}
