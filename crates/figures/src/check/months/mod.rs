//! What the months of a table say of each other, and what a report on the whole period says of its months.
//!
//! | months | finding | rule |
//! |---|---|---|
//! | 2.293, then 10 new and 2.303 | none | [`roll`] |
//! | 2.293, then 10 new and 2.361 | warning: 2.293 + 10 = 2.303, báo cáo ghi 2.361, lệch 58 | |
//! | 2.293, then 10 new, none said to be gone, and 2.300 | info: 3 may have gone without a word | |
//! | lũy kế 1.310, then lũy kế 1.290 of the same year | warning: what is counted up cannot fall | [`falls`] |
//! | 20,01%, then 20,33% “tăng 0,32%” | none | [`change`] |
//! | 20,01%, then 20,33% “tăng 1,60%” | warning: 20,33 − 20,01 = 0,32 | |
//! | lũy kế 440, then 120 and lũy kế 580, unknown to the catalogue | warning: 440 + 120 = 560 | [`added`] |
//! | 1.205 hồ sơ, then 1.320, “tăng 70 so với tháng trước” | warning: 1.320 − 1.205 = 115 | [`moved`] |
//! | 1.205 hồ sơ, then “tháng trước (1.250 hồ sơ)” | warning: it names both | [`restated`] |
//! | 100, 120, …, 110; the half-year's report: 700 | warning: the months make 690 | [`longer`] |
//! | 7.790, then “cấp mới …, nâng tổng số 7.790” | info: it did not grow | [`still`] |
//! | a month is missing between the two | none | |

mod added;
mod change;
mod falls;
mod longer;
mod moved;
mod restated;
mod roll;
mod still;
mod table;
#[cfg(test)]
mod tests;

use super::references;
use crate::table::{Row, Source};
use table::Months;
use tonghop_model::finding::SetFinding;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;

pub use change::CHANGE;
pub use falls::FALLS;
pub use longer::LONGER;
pub use restated::RESTATED;
pub use roll::ROLL;
pub use still::STILL;

/// What does not fit between the months of a table, and between the reports of the set.
pub fn check(rows: &[Row], months: &[Period], sources: &[Source<'_>], catalogue: &Catalogue) -> Vec<SetFinding> {
    let table = Months::new(rows, months, sources, catalogue);
    let mut findings = roll::check(&table);
    findings.extend(added::check(&table));
    findings.extend(restated::check(&table));
    findings.extend(moved::check(&table));
    findings.extend(falls::check(&table));
    findings.extend(change::check(&table));
    findings.extend(longer::check(&table));
    findings.extend(still::check(&table));
    findings.extend(references::across(sources));
    findings
}
