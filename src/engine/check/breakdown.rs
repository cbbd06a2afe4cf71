//! Parts and their total as the text itself shows them, in brackets or behind "gồm" and "trong đó", without any
//! catalogue.
//!
//! | text | finding |
//! |---|---|
//! | 16 lớp (09 lớp trực tiếp, 07 lớp trực tuyến) | none |
//! | 16 lớp (09 lớp trực tiếp, 08 lớp trực tuyến) | warning: 9 + 8 = 17, báo cáo ghi 16, lệch 1 |
//! | 55 văn bản (gồm: 04 quyết định, 50 công văn) | error: the text says that these are all the parts |
//! | 120 hồ sơ, trong đó 70 hồ sơ trực tuyến | none: the other parts are not named |
//! | 120 hồ sơ, trong đó 170 hồ sơ trực tuyến | error: a part exceeds its total |
//! | 05 hội nghị (320 đại biểu, 12 báo cáo viên) | none: other things are counted in the bracket |

use super::sum::{Failure, weigh};
use crate::engine::catalogue::Catalogue;
use crate::engine::fact::Fact;
use crate::engine::fact::relation::{Breakdown, Grade};
use crate::engine::finding::Severity;
use crate::engine::report::Report;

/// Totals that the parts written with them contradict.
pub fn failures<'a>(report: &'a Report, catalogue: &Catalogue) -> Vec<Failure<'a>> {
    let judged = report.relations.breakdowns.iter().flat_map(|breakdown| judge(report, breakdown, catalogue));
    judged.collect()
}

fn judge<'a>(report: &'a Report, breakdown: &Breakdown, catalogue: &Catalogue) -> Vec<Failure<'a>> {
    let fact = |index: &usize| report.facts.get(*index);
    let Some(total) = fact(&breakdown.total) else { return Vec::new() };
    let parts: Vec<&Fact> = breakdown.parts.iter().filter_map(fact).collect();
    if breakdown.grade == Grade::Open {
        // Parts of which some are named may overlap ("trong đó 40 nữ, 15 đảng viên"), so that each is held alone.
        return parts.into_iter().filter_map(|part| weigh(vec![total, part], true, catalogue)).collect();
    }
    let mut failure = weigh([&[total], &*parts].concat(), false, catalogue);
    if let Some(failure) = &mut failure
        && breakdown.grade == Grade::Shown
    {
        failure.finding.severity = failure.finding.severity.min(Severity::Warning);
    }
    failure.into_iter().collect()
}
