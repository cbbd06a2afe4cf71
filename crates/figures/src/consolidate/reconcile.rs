//! A longer report of the set against what its months make, figure by figure.
//!
//! | report on the period | its months | verdict |
//! |---|---|---|
//! | 8.100 | 1.100 + … = 8.100 | agrees |
//! | 8.190 | 8.100 | differs by 90 |
//! | hơn 8.000 | 8.100 | agrees: the words hold |
//! | 85,18% | 6.900 / 8.100 = 85,19% | agrees: the further digits were cut off |
//! | 8.100 | a month is missing | not computed |
//! | a figure that no month has | – | only there |
//! | – | 40 | not stated |

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::maker::Maker;
use crate::table::wording::figure;
use crate::table::{Cell, Key, Line, Reconciliation, Row, Rule, Total, Verdict};
use tonghop_model::finding::{Place, Proof, SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_model::percent::{half_up, percent};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::indicator_name;

/// How far, in hundredths, a figure may be from one that "khoảng" says.
const ABOUT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Every longer report on months of the period, against its months; `rows` are those of the whole period.
pub fn all(maker: &Maker<'_>, period: Period, rows: &[Row]) -> Vec<Reconciliation> {
    let of = |(report, of): (usize, Period)| {
        let own: Vec<Row>;
        let rows = if of == period {
            rows
        } else {
            own = maker.rows(of, false, &mut Vec::new());
            &own
        };
        Reconciliation { report, period: of, lines: lines(maker, (report, of), rows) }
    };
    let longer = maker.own.longer_within(period).into_iter();
    // Without a month there is nothing to hold the report against.
    longer
        .filter(|(_, of)| of.each_month().iter().any(|&month| maker.own.report_of(month).is_some()))
        .map(of)
        .collect()
}

fn lines(maker: &Maker<'_>, (report, of): (usize, Period), rows: &[Row]) -> Vec<Line> {
    let facts = &maker.sources[report].report.facts;
    let mut stated: HashMap<Key, usize> = HashMap::new();
    let mut order: Vec<Key> = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        let key = Key::of(fact);
        if stated.insert(key.clone(), index).is_none() {
            order.push(key);
        }
    }
    let mut lines = Vec::new();
    for row in rows {
        let key = Key::of_row(row);
        let cell = stated.remove(&key).and_then(|_| maker.cell(report, &key));
        if cell.is_some() || row.total.is_some() && row.indicator.is_some() {
            let mut line = line(row, rows, cell, maker);
            // What there was in an earlier month says nothing of the end of the period.
            let late = row.dated.is_some_and(|dated| dated.period.last_month() != of.last_month());
            if late && line.verdict == Verdict::Differs {
                (line.verdict, line.difference) = (Verdict::NotComputed, None);
            }
            lines.push(line);
        }
    }
    for key in order.iter().filter(|key| stated.contains_key(key)) {
        let Some(cell) = maker.cell(report, key) else { continue };
        let fact = &facts[cell.fact];
        lines.push(Line {
            indicator: fact.indicator.clone(),
            label: indicator_name::of_fact(fact, maker.catalogue),
            unit: fact.unit.clone(),
            stated: Some(cell),
            computed: None,
            difference: None,
            verdict: Verdict::OnlyReport,
            derivation: "Các báo cáo tháng không có số liệu này.".to_owned(),
            cells: Vec::new(),
        });
    }
    lines
}

fn line(row: &Row, rows: &[Row], stated: Option<Cell>, maker: &Maker<'_>) -> Line {
    let named = row.indicator.as_deref().and_then(|id| indicator_name::of_indicator(id, maker.catalogue));
    // A ratio is divided as precisely as the longer report prints it.
    let computed = row.total.map(|total| {
        let divided = stated.and_then(|cell| divided(row, rows, maker, cell.value.scale()));
        divided.map_or(total, |value| Total { value, ..total })
    });
    let difference = stated.zip(computed).and_then(|(a, b)| a.value.checked_sub(b.value));
    let verdict = match (stated, computed) {
        (None, _) => Verdict::NotStated,
        (Some(_), None) => Verdict::NotComputed,
        (Some(_), Some(_)) if row.kind == Kind::Change => Verdict::NotComputed,
        (Some(stated), Some(computed)) if agree(stated, computed) => Verdict::Agrees,
        (Some(_), Some(_)) => Verdict::Differs,
    };
    Line {
        indicator: row.indicator.clone(),
        label: named.unwrap_or_else(|| row.label.clone()),
        unit: row.unit.clone(),
        stated,
        computed,
        difference: difference.filter(|_| verdict == Verdict::Differs),
        verdict,
        derivation: row.derivation.clone(),
        cells: row.cells.iter().flatten().copied().collect(),
    }
}

/// The share of part in whole, cut to as many decimals as are stated where that is what was done.
fn divided(row: &Row, rows: &[Row], maker: &Maker<'_>, places: u32) -> Option<Decimal> {
    let parts = maker.catalogue.indicator(row.indicator.as_deref()?)?.ratio.as_ref()?;
    let total = |id: &String| {
        let row = rows.iter().find(|row| row.indicator.as_ref() == Some(id))?;
        // Two stocks may be of different months in their own rows.
        (row.rule == Rule::Sum).then_some(row.total?.value)
    };
    let exact = percent(total(&parts.part)?, total(&parts.whole)?)?;
    Some(half_up(exact, places.max(row.total?.value.scale())))
}

/// Whether a stated figure says what was computed, at the precision and with the words that it is stated with.
fn agree(stated: Cell, computed: Total) -> bool {
    let places = stated.value.scale();
    let rounded = half_up(computed.value, places) == stated.value;
    if rounded || computed.value.trunc_with_scale(places) == stated.value {
        return true;
    }
    let words: Vec<&str> = [stated.approximate, computed.approximate].into_iter().flatten().collect();
    let near = || {
        let off = stated.value.checked_sub(computed.value).map(|off| off.abs());
        let bound = stated.value.abs().checked_mul(ABOUT);
        off.zip(bound).is_some_and(|(off, bound)| off <= bound)
    };
    match (stated.approximate, words.is_empty()) {
        (_, true) => false,
        (Some("hơn" | "trên"), _) => computed.value >= stated.value && near(),
        (Some("gần"), _) => computed.value <= stated.value && near(),
        _ => near(),
    }
}

/// A finding for every figure of a longer report that is not what its months make.
pub fn findings(found: &Reconciliation, maker: &Maker<'_>) -> Vec<SetFinding> {
    let differing = found.lines.iter().filter(|line| line.verdict == Verdict::Differs);
    differing.filter_map(|line| finding(found, line, maker)).collect()
}

fn finding(found: &Reconciliation, line: &Line, maker: &Maker<'_>) -> Option<SetFinding> {
    let (stated, computed, off) = (line.stated?, line.computed?, line.difference?);
    let message = format!(
        "{}: báo cáo {} (“{}”) ghi {}, các tháng cho {}, lệch {}.",
        line.label,
        found.period.name(),
        maker.sources[found.report].name,
        figure(stated.value, stated.approximate),
        figure(computed.value, computed.approximate),
        format(off.abs()),
    );
    let place = |cell: &Cell| {
        let fact = maker.sources.get(cell.report)?.report.facts.get(cell.fact)?;
        Some(Place { report: cell.report, span: fact.span })
    };
    Some(SetFinding {
        code: "period_differs",
        severity: Severity::Warning,
        message,
        hint: Some("Đối chiếu báo cáo của kỳ với từng tháng.".to_owned()),
        proof: Proof::default(),
        places: std::iter::once(&stated).chain(&line.cells).filter_map(place).collect(),
    })
}
