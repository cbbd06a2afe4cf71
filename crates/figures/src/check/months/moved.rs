//! "Tăng 70 hồ sơ so với tháng trước", "tăng 5,6% so với cùng kỳ": by how much a figure rose or fell, against what the
//! earlier report printed.
//!
//! | the report on tháng 3 | the report on tháng 02 | finding |
//! |---|---|---|
//! | `1.320 hồ sơ, tăng 115 hồ sơ so với tháng trước` | 1.205 | none |
//! | `1.320 hồ sơ, tăng 70 hồ sơ so với tháng trước` | 1.205 | warning: 1.320 − 1.205 = 115 |
//! | `1.320 hồ sơ, giảm 115 hồ sơ so với tháng trước` | 1.205 | warning: it rose |
//! | `1.320 hồ sơ, tăng 9,54% so với tháng trước` | 1.205 | none |
//! | `1.320 hồ sơ, tăng 5,8% so với tháng trước` | 1.205 | warning: 9,5% |
//! | `1.320 hồ sơ, tăng gần 120 hồ sơ so với tháng trước` | 1.205 | none |
//! | `20,33%, tăng 0,32% so với tháng trước` | 20,01% | none: percentages differ by points ([`crate::check::months::change`]) |
//!
//! What rose or fell is what the sentence speaks of ([`crate::check::months::restated`]).

use rust_decimal::Decimal;

use super::change::CHANGE;
use super::restated::{printed, subjects};
use super::table::Months;
use crate::check::interval::{Interval, Stance};
use crate::check::told;
use crate::table::wording::month_words;
use tonghop_model::finding::{Calculation, Operand, Place, Proof, SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_model::percent::{half_up, percent};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

const HINT: &str = "Đối chiếu số của hai kỳ; mức tăng, giảm phải so với đúng kỳ được nêu.";

/// Rises and falls that the two reports do not have.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    (0..months.sources.len()).flat_map(|report| of_report(months, report)).collect()
}

fn of_report(months: &Months<'_>, report: usize) -> Vec<SetFinding> {
    let source = months.sources[report].report;
    let facts = &source.facts;
    let Some(period) = source.header.period else { return Vec::new() };
    let told = facts.iter().enumerate().filter(|(_, fact)| fact.kind == Kind::Change).filter_map(|(at, change)| {
        let last = at.checked_sub(1).map(|last| &facts[last]);
        let rises = told::rises(&told::before(source, change, last))?;
        let of = told::against(&told::behind(source, change, facts.get(at + 1)), period)?;
        let percent = change.unit.trim() == "%";
        // The difference of two percentages is counted in points.
        let fits = |fact: &Fact| fact.unit.trim() != "%" && (percent || told::same_unit(fact, change));
        Some(Move { subjects: subjects(facts, at, fits), change, rises, of })
    });
    told.filter_map(|told| differs(months, report, &told)).collect()
}

/// A rise or a fall that a report tells.
struct Move<'a> {
    /// What may have risen or fallen, the likeliest first.
    subjects: Vec<&'a Fact>,
    change: &'a Fact,
    rises: bool,
    of: Period,
}

impl Move<'_> {
    /// Whether it can be the move from one figure to another, as both are printed.
    fn fits(&self, new: &Fact, old: &Fact) -> bool {
        if self.change.unit.trim() == "%" {
            let Some(rate) = rate(new, old) else { return true };
            let told = self.signed(Interval::of_fact(self.change, Stance::Rounded));
            let cut = self.signed(Interval::of_fact(self.change, Stance::Cut));
            let exact = Interval::exactly(rate);
            return told.meets(exact) || cut.meets(exact);
        }
        [Stance::Rounded, Stance::Cut].into_iter().any(|stance| {
            let of = |fact: &Fact| Interval::of_fact(fact, stance);
            let made = of(new).checked_add(of(old).negated());
            made.is_none_or(|made| made.meets(self.signed(of(self.change))))
        })
    }

    fn signed(&self, interval: Interval) -> Interval {
        if self.rises { interval } else { interval.negated() }
    }
}

/// By how many percent a figure is more than an earlier one; `None` where one of them is not exact.
fn rate(new: &Fact, old: &Fact) -> Option<Decimal> {
    let exact =
        new.approximate.is_none() && old.approximate.is_none() && new.value.scale() == 0 && old.value.scale() == 0;
    percent(new.value.checked_sub(old.value)?, old.value).filter(|_| exact)
}

fn differs(months: &Months<'_>, report: usize, told: &Move<'_>) -> Option<SetFinding> {
    let of = |subject| printed(months, report, subject, told.of);
    if told.subjects.iter().any(|&subject| of(subject).any(|(_, old)| told.fits(subject, old))) {
        return None;
    }
    let (subject, change) = (*told.subjects.first()?, told.change);
    let (other, old) = of(subject).next()?;
    let difference = subject.value.checked_sub(old.value)?;
    let in_percent = change.unit.trim() == "%";
    let (sign, made) =
        if in_percent { ("%", half_up(rate(subject, old)?, change.value.scale())) } else { ("", difference) };
    let said = if told.rises { change.value } else { -change.value };
    let (when, name) = (month_words(told.of), indicator_name::of_fact(subject, months.catalogue));
    let word = if told.rises { "tăng" } else { "giảm" };
    let off = format(made.checked_sub(said)?.abs());
    let off = if in_percent { format!("{off} điểm phần trăm") } else { off };
    let message = format!(
        "{name}: {} so với {} của {when} là {} {}{sign}, báo cáo ghi {word} {}{sign}, lệch {off}.",
        indicator_name::figure(subject),
        indicator_name::figure(old),
        if made.is_sign_negative() { "giảm" } else { "tăng" },
        format(made.abs()),
        indicator_name::figure(change),
    );
    let operand =
        |sign, name: String, fact: &Fact, place| Operand { sign, name, figure: indicator_name::figure(fact), place };
    let calculation = Calculation {
        operands: vec![
            operand("", name.clone(), subject, 1),
            operand("−", format!("{name} ({when}, “{}”)", months.sources[other].name), old, 2),
        ],
        result: if in_percent { format!("{} = {}%", format(difference), format(made)) } else { format(made) },
        stated: Operand {
            figure: format!("{word} {}{sign}", indicator_name::figure(change)),
            ..operand("=", name, change, 0)
        },
        off,
    };
    let places = [(report, change.span), (report, subject.span), (other, old.span)];
    Some(SetFinding {
        code: CHANGE,
        severity: Severity::Warning,
        message,
        hint: Some(HINT.to_owned()),
        places: places.into_iter().map(|(report, span)| Place { report, span }).collect(),
        proof: Proof { calculations: vec![calculation], proposals: Vec::new() },
    })
}
