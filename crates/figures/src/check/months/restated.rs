//! A figure of an earlier report that a later one tells again, against what the earlier one printed.
//!
//! | the report on tháng 3 | the report on tháng 02 | finding |
//! |---|---|---|
//! | `1.320 hồ sơ, tăng 70 hồ sơ so với tháng trước (1.250 hồ sơ)` | 1.250 | none |
//! | the same | 1.205 | warning: it names both reports and both figures |
//! | `1.320 hồ sơ (tháng 02 là 1.250 hồ sơ)` | 1.205 | the same |
//! | `1.320 hồ sơ, cùng kỳ năm trước 1.198 hồ sơ` | – | held against the report on tháng 3 of the year before |
//! | `tháng trước hơn 1.200 hồ sơ` | 1.205 | none: 1.205 is more than 1.200 |
//! | `tăng so với tháng trước (70 hồ sơ)` | 1.205 | none: it may be the increase |
//! | `tháng trước 12 công văn` | 1.205 hồ sơ | none: other things are counted |
//!
//! What is told again is what the sentence speaks of: a figure before it that counts the same things. Only reports of
//! the same agency are compared, and only what both call by the same name.

use super::table::Months;
use crate::check::interval::{Interval, Stance};
use crate::check::told;
use crate::succession::same_issuer;
use crate::table::wording::month_words;
use tonghop_model::finding::{Calculation, Operand, Place, Proof, SetFinding, Severity};
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format;
use tonghop_series::fact::Fact;
use tonghop_series::indicator_name;

/// The name of the rule.
pub const RESTATED: &str = "restated";

/// How many figures before it a figure told again may stand behind the one of its own month.
const REACH: usize = 4;

const HINT: &str = "Hỏi lại số nào đúng; nếu số kỳ trước đã được điều chỉnh thì ghi rõ trong báo cáo.";

/// Figures of earlier reports that later ones tell otherwise.
pub fn check(months: &Months<'_>) -> Vec<SetFinding> {
    (0..months.sources.len()).flat_map(|report| of_report(months, report)).collect()
}

fn of_report(months: &Months<'_>, report: usize) -> Vec<SetFinding> {
    let header = &months.sources[report].report.header;
    let facts = &months.sources[report].report.facts;
    let Some(period) = header.period else { return Vec::new() };
    let told = facts.iter().enumerate().filter_map(|(at, again)| {
        let before = told::before(months.sources[report].report, again, facts.get(at.checked_sub(1)?));
        let of = told::earlier(&before, period)?;
        let again_of = |fact: &Fact| told::same_unit(fact, again);
        Some((subjects(facts, at, again_of), again, of))
    });
    told.filter_map(|(subjects, again, of)| differs(months, report, (&subjects, again), of)).collect()
}

/// The figures that the sentence may speak of, the nearest before first: those that fit, themselves no changes.
pub(super) fn subjects(facts: &[Fact], at: usize, fits: impl Fn(&Fact) -> bool) -> Vec<&Fact> {
    let before = facts[..at].iter().rev().take(REACH).take_while(|fact| fact.sentence == facts[at].sentence);
    before.filter(|fact| fact.kind != Kind::Change && fits(fact)).collect()
}

/// What the reports of the same agency on an earlier period print of what a figure of a report counts.
pub(super) fn printed<'m>(
    months: &'m Months<'_>,
    report: usize,
    subject: &'m Fact,
    of: Period,
) -> impl Iterator<Item = (usize, &'m Fact)> {
    let header = |report: usize| &months.sources[report].report.header;
    let earlier = months.on(of).iter().copied().filter(move |&other| same_issuer(header(other), header(report)));
    earlier.flat_map(move |other| months.called(other, subject).iter().map(move |fact| (other, *fact)))
}

fn differs(
    months: &Months<'_>,
    report: usize,
    (subjects, again): (&[&Fact], &Fact),
    of: Period,
) -> Option<SetFinding> {
    let all = || subjects.iter().flat_map(|subject| printed(months, report, subject, of));
    // Which of several figures is told again, and which of several reports it is of, is not known for sure.
    if all().any(|(_, fact)| can_be_one(fact, again)) {
        return None;
    }
    let subject = subjects.first()?;
    let (other, fact) = printed(months, report, subject, of).next()?;
    let (name, first, second) = (
        indicator_name::of_fact(subject, months.catalogue),
        indicator_name::figure(again),
        indicator_name::figure(fact),
    );
    let off = format(again.value.checked_sub(fact.value)?.abs());
    let (own, file, when) = (months.sources[report].name, months.sources[other].name, month_words(of));
    let message = format!(
        "{name}: “{own}” ghi số của {when} là {first}, còn báo cáo {when} (“{file}”) ghi {second}, lệch {off}."
    );
    let operand = |file: &str, sign, figure: &str, place| Operand {
        sign,
        name: format!("{name} ({when}, “{file}”)"),
        figure: figure.to_owned(),
        place,
    };
    let calculation = Calculation {
        operands: vec![operand(file, "", &second, 1)],
        result: second.clone(),
        stated: operand(own, "=", &first, 0),
        off,
    };
    let places = vec![Place { report, span: again.span }, Place { report: other, span: fact.span }];
    let proof = Proof { calculations: vec![calculation], proposals: Vec::new() };
    Some(SetFinding {
        code: RESTATED,
        severity: Severity::Warning,
        message,
        hint: Some(HINT.to_owned()),
        places,
        proof,
    })
}

/// Whether some value is printed as both figures are, rounded or cut off.
fn can_be_one(a: &Fact, b: &Fact) -> bool {
    let stances = [Stance::Rounded, Stance::Cut];
    stances
        .iter()
        .any(|&one| stances.iter().any(|&other| Interval::of_fact(a, one).meets(Interval::of_fact(b, other))))
}
