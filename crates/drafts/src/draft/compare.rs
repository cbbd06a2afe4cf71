//! Sentences that set the figures of a sentence against earlier periods.
//!
//! They follow the sentence whose figures they compare, each figure by its full name: "So với cùng kỳ năm 2021: văn bản
//! đã gửi tăng 900 văn bản (12,50%); tỷ lệ ký số tăng 1,20 điểm phần trăm." A figure that cannot be compared is left
//! out; why it cannot stands with its row of the table.

use super::passage::Run;
use super::wording::in_sentence;
use tonghop_figures::table::{Against, Comparison, Row, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::indicator_name;

/// How many figures of one sentence are compared; the table has the others.
const MOST: usize = 4;

/// The sentences on these rows, one for each earlier period, each led by a space.
pub fn compared(rows: &[usize], table: &Table, catalogue: &Catalogue) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, one) in table.comparisons.iter().enumerate() {
        let said: Vec<Vec<Run>> =
            rows.iter().filter_map(|&row| clause(row, at, table, catalogue)).take(MOST).collect();
        if said.is_empty() {
            continue;
        }
        runs.push(Run::Text(format!(" So với {}: ", earlier(*one, table.period))));
        for (index, clause) in said.into_iter().enumerate() {
            runs.extend((index > 0).then(|| Run::Text("; ".to_owned())));
            runs.extend(clause);
        }
        runs.push(Run::Text(".".to_owned()));
    }
    runs
}

/// The sentence on the cumulative figures of these rows, led by a space; nothing where none grew by a known number.
pub fn grown(rows: &[usize], table: &Table, catalogue: &Catalogue) -> Vec<Run> {
    let Some(period) = table.period else { return Vec::new() };
    let mut runs = Vec::new();
    for &at in rows {
        let row = &table.rows[at];
        let grown = row.increase.as_ref().and_then(|increase| increase.total);
        let Some(total) = grown.filter(|total| !total.value.is_zero()) else { continue };
        let lead = if runs.is_empty() { format!(" Trong {}, ", period.name()) } else { "; ".to_owned() };
        let text = in_sentence(total.value, &row.unit, total.approximate);
        runs.push(Run::Text(format!("{lead}{} tăng ", small(&full_name(row, catalogue)))));
        runs.extend([
            Run::Difference { row: at, of: 0, text },
            Run::Text(format!(" {}", row.unit).trim_end().to_owned()),
        ]);
    }
    runs.extend((!runs.is_empty()).then(|| Run::Text(".".to_owned())));
    runs
}

/// "cùng kỳ năm 2021", "6 tháng cuối năm 2021".
fn earlier(one: Comparison, period: Option<Period>) -> String {
    match (one.against, period) {
        (Against::YearBefore, Some(Period::Year { .. })) | (Against::PeriodBefore, _) => one.period.name(),
        _ => format!("cùng kỳ năm {}", one.period.year()),
    }
}

fn clause(at: usize, comparison: usize, table: &Table, catalogue: &Catalogue) -> Option<Vec<Run>> {
    let row = &table.rows[at];
    let compared = row.compared.get(comparison)?;
    let difference = compared.difference?;
    let name = small(&full_name(row, catalogue));
    if difference.value.is_zero() {
        let same = if difference.approximate.is_some() { "xấp xỉ" } else { "không thay đổi" };
        return Some(vec![Run::Text(format!("{name} {same}"))]);
    }
    let word = if difference.value.is_sign_negative() { "giảm" } else { "tăng" };
    let text = in_sentence(difference.value.abs(), &row.unit, difference.approximate);
    let unit = if row.unit == "%" { "điểm phần trăm" } else { row.unit.as_str() };
    let share = compared.percent.map(|percent| format!(" ({}%)", format(percent.abs()))).unwrap_or_default();
    let gap = if unit.is_empty() { "" } else { " " };
    Some(vec![
        Run::Text(format!("{name} {word} ")),
        Run::Difference { row: at, of: comparison + 1, text },
        Run::Text(format!("{gap}{unit}{share}")),
    ])
}

fn full_name(row: &Row, catalogue: &Catalogue) -> String {
    let named = row.indicator.as_deref().and_then(|id| indicator_name::of_indicator(id, catalogue));
    let named = named.map(|name| name.replace(" – ", ", "));
    named.unwrap_or_else(|| row.label.trim_start_matches(['–', '-', '+', ' ']).to_owned())
}

/// With a small first letter, unless it begins a name in capitals ("QR", "ISO").
fn small(name: &str) -> String {
    let mut chars = name.chars();
    let (Some(first), second) = (chars.next(), name.chars().nth(1)) else { return String::new() };
    if second.is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}
