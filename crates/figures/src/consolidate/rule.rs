//! How the months of one row make the figure of the period.

use rust_decimal::Decimal;

use super::stated::Stated;
use crate::table::wording::{date_words, figure, together};
use crate::table::{Cell, Dated, LongCell, Row, Rule, Total};
use tonghop_model::kind::Kind;
use tonghop_model::percent::half_up;
use tonghop_model::vietnamese::period::Period;

/// What is said where a figure leaves the bounds of decimals.
pub const TOO_LARGE: &str = "Không tính được: số quá lớn.";

/// What a rule makes of a row.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The rule, where it is not the one that goes with the kind.
    pub rule: Option<Rule>,
    /// The figure of the period.
    pub total: Option<Total>,
    /// What the figure is as of, where it is that of one report.
    pub dated: Option<Dated>,
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
        Self { missing, derivation: reason.into(), ..Self::default() }
    }
}

impl Row {
    /// Takes over what a rule made.
    pub(super) fn settle(&mut self, outcome: Outcome) {
        self.rule = outcome.rule.unwrap_or(self.rule);
        self.total = outcome.total;
        self.dated = outcome.dated;
        self.missing = outcome.missing;
        self.derivation = outcome.derivation;
        self.notes.extend(outcome.notes);
    }
}

/// Flows: the months are added, if all are there; a longer report stands for the months that it covers where one of
/// them is missing.
pub fn sum(stated: Stated<'_>) -> Outcome {
    let missing = stated.missing();
    let filled = if missing.is_empty() { Vec::new() } else { fill(stated, &missing) };
    let covers = |month: Period| filled.iter().any(|long| long.period.each_month().contains(&month));
    let still: Vec<Period> = missing.iter().copied().filter(|&month| !covers(month)).collect();
    // A longer report does not mend a sum that lacks other months.
    let filled = if still.is_empty() { filled } else { Vec::new() };
    let covered = |month: Period| filled.iter().any(|long| long.period.each_month().contains(&month));
    let mut parts: Vec<(Period, &Cell)> = filled.iter().map(|long| (long.period, &long.cell)).collect();
    parts.extend(stated.present().into_iter().filter(|&(month, _)| !covered(month)));
    parts.sort_by_key(|&(period, _)| period.each_month().first().copied());
    let mut outcome = added(stated, &parts, if still.is_empty() { still } else { missing.clone() });
    for long in filled {
        let gaps: Vec<Period> =
            missing.iter().copied().filter(|month| long.period.each_month().contains(month)).collect();
        let (name, gaps) = (long.period.name(), stated.names(&gaps));
        outcome.notes.push(format!("Thiếu số liệu {gaps}: số của {name} lấy theo báo cáo {name}."));
    }
    outcome
}

/// The longer reports that cover missing months, the longest first, none over another.
fn fill<'a>(stated: Stated<'a>, missing: &[Period]) -> Vec<&'a LongCell> {
    let mut fillers: Vec<&LongCell> = stated.fillers().collect();
    fillers.sort_by_key(|long| std::cmp::Reverse(long.period.each_month().len()));
    let mut chosen: Vec<&LongCell> = Vec::new();
    for long in fillers {
        let months = long.period.each_month();
        let apart = |other: &&LongCell| !other.period.each_month().iter().any(|month| months.contains(month));
        if months.iter().any(|month| missing.contains(month)) && chosen.iter().all(apart) {
            chosen.push(long);
        }
    }
    chosen
}

fn added(stated: Stated<'_>, parts: &[(Period, &Cell)], missing: Vec<Period>) -> Outcome {
    let mut figures = parts.iter().map(|(_, cell)| cell.value);
    let first = figures.next().unwrap_or_default();
    let Some(value) = figures.try_fold(first, Decimal::checked_add) else {
        return Outcome::withheld(TOO_LARGE, missing);
    };
    let approximate = together(&parts.iter().map(|(_, cell)| cell.approximate).collect::<Vec<_>>());
    let terms: Vec<String> = parts.iter().map(|(period, cell)| stated.term(*period, cell)).collect();
    let derivation = match terms.as_slice() {
        [] => return Outcome::withheld("Chưa có số liệu.", missing),
        [only] => only.clone(),
        _ => format!("{} = {}", terms.join(" + "), figure(value, approximate)),
    };
    if missing.is_empty() {
        return Outcome { total: Some(Total { value, approximate }), derivation, ..Outcome::default() };
    }
    let reason = format!("Chưa cộng: thiếu số liệu {}.", stated.names(&missing));
    let mut outcome = Outcome::withheld(reason, missing);
    outcome.notes.push(format!("Cộng {} tháng có số liệu: {derivation}.", parts.len()));
    outcome
}

/// Stocks, cumulative figures, targets and other counts: the latest counts.
pub fn latest(stated: Stated<'_>, kind: Kind) -> Outcome {
    let missing = stated.missing();
    let moments = stated.moments();
    let Some(&(period, cell)) = moments.last() else { return Outcome::withheld("Chưa có số liệu.", missing) };
    let as_of = cell.as_of.map(|day| format!(" (tính đến {})", date_words(day))).unwrap_or_default();
    let mut notes = Vec::new();
    if let Some(&last) = stated.periods.last().filter(|&&last| last != period.last_month()) {
        notes.push(format!("Chưa có số liệu {}; dùng số của {}.", stated.name(last), stated.name(period)));
    }
    notes.extend(if kind == Kind::Count { change(stated) } else { None });
    Outcome {
        total: Some(Total { value: cell.value, approximate: cell.approximate }),
        dated: Some(Dated { period, as_of: cell.as_of }),
        missing,
        derivation: format!("Số mới nhất: {}{as_of}", crate::table::wording::moment_words(period)),
        notes,
        ..Outcome::default()
    }
}

fn change(stated: Stated<'_>) -> Option<String> {
    let present = stated.present();
    let ((first, a), (last, b)) = (present.first()?, present.last()?);
    (a.value != b.value)
        .then(|| format!("Thay đổi trong kỳ: từ {} thành {}.", stated.term(*first, a), stated.term(*last, b)))
}

/// Rates such as minutes a day: the latest where all months say the same, else their mean, each month weighing as
/// many days as it has; none where a month is missing.
pub fn rate(stated: Stated<'_>) -> Outcome {
    let present = stated.present();
    let same = present.windows(2).all(|pair| pair[0].1.value == pair[1].1.value);
    if same || present.is_empty() {
        return latest(stated, Kind::Count);
    }
    let missing = stated.missing();
    if !missing.is_empty() {
        let reason = format!("Chưa tính bình quân: thiếu số liệu {}.", stated.names(&missing));
        let mut outcome = Outcome::withheld(reason, missing);
        outcome.notes.extend(change(stated));
        return outcome;
    }
    mean(stated, &present).unwrap_or_else(|| Outcome::withheld(TOO_LARGE, Vec::new()))
}

fn mean(stated: Stated<'_>, present: &[(Period, &Cell)]) -> Option<Outcome> {
    let (mut sum, mut days, mut terms) = (Decimal::ZERO, Decimal::ZERO, Vec::new());
    for &(period, cell) in present {
        let (start, end) = stated.closing.window(period)?;
        let length = Decimal::from((end - start).get_days() + 1);
        sum = sum.checked_add(cell.value.checked_mul(length)?)?;
        days += length;
        terms.push(format!("{} × {length} ngày", figure(cell.value, cell.approximate)));
    }
    let places = present.iter().map(|(_, cell)| cell.value.scale()).max()?;
    let value = half_up(sum.checked_div(days)?, places);
    let approximate = together(&present.iter().map(|(_, cell)| cell.approximate).collect::<Vec<_>>());
    let total = Total { value, approximate };
    let shown = figure(value, approximate);
    Some(Outcome {
        rule: Some(Rule::Mean),
        total: Some(total),
        derivation: format!("Bình quân theo ngày: ({}) / {days} ngày = {shown}", terms.join(" + ")),
        notes: change(stated).into_iter().collect(),
        ..Outcome::default()
    })
}

/// A ratio whose parts no one knows: it can neither be added nor computed anew.
pub fn ratio_without_parts(stated: Stated<'_>) -> Outcome {
    let reason = "Không cộng tỷ lệ; chưa biết hai số để tính lại.";
    let mut outcome = Outcome::withheld(reason, stated.missing());
    if let Some((period, cell)) = stated.present().last() {
        outcome.notes.push(format!("Số mới nhất: {}.", stated.term(*period, cell)));
    }
    outcome
}
