//! Facts of several reports to the table of a period, with every derivation.
//!
//! Nghị định 09/2019/NĐ-CP closes the figures of a month on its 14th, so that the monthly reports of a period
//! tile it exactly: flows are the sum of their months, and a missing month is a gap to name, never to guess.
//!
//! | kind | total | where a month is missing |
//! |---|---|---|
//! | flow | sum of the months | the figure of a quarter's report over it; else none, the sum of the others in the notes |
//! | stock, cumulative, target, count | the latest report's | the latest there is, with a note |
//! | rate ("phút/ngày") | the same in all months, or their mean by days | none |
//! | ratio | part and whole of the period, divided anew | none unless both have a total |
//! | change | derived anew from the figure that changes, against the month before the period | none |
//!
//! [`set`] decides which reports take part, [`table`] puts their facts in rows, [`rule`] makes the totals, [`derive`]
//! what rests on other rows or on the month before; [`compare`] sets the table against earlier periods, [`reconcile`]
//! the longer reports of the set against it. `docs/consolidation.md` tells it with examples.

mod about;
mod closed;
mod compare;
mod derive;
mod issuer;
mod maker;
mod ratio;
pub mod reconcile;
mod rivals;
mod rule;
mod series;
mod set;
mod stated;
mod table;
#[cfg(test)]
mod tests;

use crate::check;
use crate::table::{Choice, Source, Table};
use maker::Maker;
use tonghop_model::finding::{Place, SetFinding};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;

pub use issuer::agency_of;

/// The table of a period from the reports of a set.
///
/// Without a period it is the half-year that most monthly reports belong to, the later one of two.
pub fn consolidate(sources: &[Source<'_>], period: Option<Period>, catalogue: &Catalogue) -> Table {
    consolidate_as(sources, &Choice { period, ..Choice::default() }, catalogue)
}

/// The table of a period, with what the user decided.
pub fn consolidate_as(sources: &[Source<'_>], choice: &Choice, catalogue: &Catalogue) -> Table {
    let mut set = set::choose(sources, choice);
    let maker = Maker { sources, catalogue, closing: choice.closing, own: &set.own };
    let (months, mut rows) = match set.period {
        Some(period) => (set.own.columns(period), maker.rows(period, false, &mut set.findings)),
        None => (Vec::new(), Vec::new()),
    };
    set.findings.extend(series::mark(&mut rows));
    set.findings.extend(closed::late(&months, &rows, &maker));
    let periods: Vec<Period> = months.iter().map(|month| month.period).collect();
    set.findings.extend(check::months::check(&rows, &periods, sources, catalogue));
    let reconciliations = set.period.map(|period| reconcile::all(&maker, period, &rows)).unwrap_or_default();
    let differing: Vec<SetFinding> =
        reconciliations.iter().flat_map(|found| reconcile::findings(found, &maker)).collect();
    // What a check of the months has said with its calculation is not said twice.
    let said: Vec<Place> = set
        .findings
        .iter()
        .filter(|told| told.code == check::months::LONGER)
        .flat_map(|told| told.places.clone())
        .collect();
    set.findings
        .extend(differing.into_iter().filter(|one| !one.places.first().is_some_and(|place| said.contains(place))));
    let comparisons =
        set.period.map(|period| compare::all(&maker, period, &choice.without, &mut rows)).unwrap_or_default();
    let comparable = set.period.map(|period| compare::known(&set.own, period)).unwrap_or_default();
    Table {
        comparable,
        period: set.period,
        choices: set.choices,
        months,
        rows,
        findings: set.findings,
        closing: choice.closing,
        agencies: set.agencies,
        agency: set.agency,
        rivals: set.rivals,
        comparisons,
        reconciliations,
    }
}
