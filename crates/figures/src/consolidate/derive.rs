//! What rests on other rows, or on the month before the period: the increase of cumulative figures, changes, and how
//! far a target is.
//!
//! | row | rule | example |
//! |---|---|---|
//! | cumulative | the latest less that of the month before the period | 25.151 − 23.841 (tháng 12/2021) = 1.310 |
//! | `x_change` | the latest `x` less that of the month before the period; of percentages in points | 20,48 − 19,26 = 1,22 |
//! | `x.result` beside `x.target` | the latest, and its distance from the target | 96 − 100 = −4 điểm phần trăm |
//!
//! The month before may also be the last one of a longer report. Where a count began anew in between there is no
//! increase to be had.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::maker::Maker;
use super::rule::{self, Outcome, TOO_LARGE};
use super::stated::Stated;
use crate::table::wording::{figure, moment_words, together};
use crate::table::{Cell, Increase, Key, Row, Rule, Total};
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;

/// How the id of a change ends, behind the id of what changes.
const CHANGE: &str = "_change";
/// How the ids of a target and of what was reached end.
const TARGET: &str = ".target";
const RESULT: &str = ".result";

/// Completes rows with what rests on others.
pub fn derive(rows: &mut [Row], maker: &Maker<'_>, periods: &[Period]) {
    let before = Before::of(maker, periods);
    let index: HashMap<String, usize> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((row.indicator.clone()?, at))).collect();
    for at in 0..rows.len() {
        if rows[at].kind == Kind::Cumulative {
            rows[at].increase = increase(&rows[at], &before);
            let made = rows[at].increase.as_ref().filter(|made| made.total.is_some());
            let note = made.map(|made| format!("Tăng trong kỳ: {}.", made.derivation));
            rows[at].notes.extend(note);
        }
        let Some(id) = rows[at].indicator.clone() else { continue };
        if let Some(&base) = id.strip_suffix(CHANGE).and_then(|base| index.get(base)) {
            if let Some(outcome) = change(&rows[base], periods, maker, &before) {
                rows[at].settle(outcome);
            }
        } else if let Some(&target) = id.strip_suffix(RESULT).and_then(|of| index.get(&format!("{of}{TARGET}"))) {
            reached(rows, at, target, periods, maker);
        }
    }
}

/// The report on the month before the period.
struct Before<'a> {
    maker: &'a Maker<'a>,
    month: Option<Period>,
    report: Option<(usize, Period)>,
}

impl<'a> Before<'a> {
    fn of(maker: &'a Maker<'a>, periods: &[Period]) -> Self {
        let month = periods.first().and_then(|first| first.months_on(-1));
        let own = maker.own;
        let monthly = month.and_then(|month| Some((own.report_of(month)?, month)));
        let longer = || own.longer.iter().find(|(_, longer)| Some(longer.last_month()) == month).copied();
        Self { maker, month, report: monthly.or_else(longer) }
    }

    fn cell(&self, row: &Row) -> Option<(Period, Cell)> {
        let (report, period) = self.report?;
        Some((period, self.maker.cell(report, &Key::of_row(row))?))
    }
}

fn increase(row: &Row, before: &Before<'_>) -> Option<Increase> {
    let (total, month) = (row.total?, before.month?);
    let none = |reason: String| Some(Increase { total: None, derivation: reason });
    let Some((period, cell)) = before.cell(row) else {
        return none(format!("Chưa tính được số tăng trong kỳ: chưa có số của {}.", moment_words(month)));
    };
    let first = row.cells.iter().flatten().next().map_or(total.value, |cell| cell.value);
    if first.min(total.value) < cell.value {
        return none(format!(
            "Không tính được số tăng trong kỳ: số lũy kế được đếm lại sau {}.",
            moment_words(period)
        ));
    }
    let Some(value) = total.value.checked_sub(cell.value) else { return none(TOO_LARGE.to_owned()) };
    let approximate = together(&[total.approximate, cell.approximate]).map(|_| "khoảng");
    let (last, old) = (figure(total.value, total.approximate), figure(cell.value, cell.approximate));
    let derivation = format!("{last} − {old} ({}) = {}", moment_words(period), figure(value, approximate));
    Some(Increase { total: Some(Total { value, approximate }), derivation })
}

/// A change is not added: each month counts it from a base of its own.
fn change(base: &Row, periods: &[Period], maker: &Maker<'_>, before: &Before<'_>) -> Option<Outcome> {
    let stated = Stated { periods, cells: &base.cells, longer: &base.longer, closing: maker.closing };
    let (last, new) = stated.moments().last().copied()?;
    let (first, old) = before.cell(base)?;
    let places = new.value.scale().max(old.value.scale());
    let mut value = new.value.checked_sub(old.value)?;
    value.rescale(places);
    let approximate = together(&[new.approximate, old.approximate]).map(|_| "khoảng");
    let unit = if base.unit == "%" { " điểm phần trăm" } else { "" };
    let (new, old) = (figure(new.value, new.approximate), figure(old.value, old.approximate));
    let shown = figure(value, approximate);
    Some(Outcome {
        rule: Some(Rule::Difference),
        total: Some(Total { value, approximate }),
        derivation: format!("{new} ({}) − {old} ({}) = {shown}{unit}", moment_words(last), moment_words(first)),
        ..Outcome::default()
    })
}

/// What was reached of a target is the latest figure; its distance from the target stands in the notes.
fn reached(rows: &mut [Row], at: usize, target: usize, periods: &[Period], maker: &Maker<'_>) {
    let row = &rows[at];
    if row.rule == Rule::None && row.total.is_none() {
        let stated = Stated { periods, cells: &row.cells, longer: &row.longer, closing: maker.closing };
        let outcome = Outcome { rule: Some(Rule::Latest), ..rule::latest(stated, row.kind) };
        rows[at].notes.clear();
        rows[at].settle(outcome);
    }
    let (Some(reached), Some(wanted)) = (rows[at].total, rows[target].total) else { return };
    let Some(off) = reached.value.checked_sub(wanted.value) else { return };
    let unit = if rows[at].unit == "%" { "điểm phần trăm".to_owned() } else { rows[at].unit.clone() };
    let (word, wanted) = (if off < Decimal::ZERO { "Thấp hơn" } else { "Cao hơn" }, format(wanted.value));
    let note = if off.is_zero() {
        format!("Bằng chỉ tiêu năm ({wanted}).")
    } else {
        format!("{word} chỉ tiêu năm ({wanted}) {} {unit}.", format(off.abs()))
    };
    rows[at].notes.push(note);
}
