//! Which reports take part: one agency, one period, one report a month. The others are set apart and named.

use super::about::{about, whole};
use super::{issuer, rivals};
use crate::table::wording::{moment_words, months_of_years};
use crate::table::{Against, Agency, Choice, MonthColumn, Rivals, Source};
use tonghop_model::finding::{Proof, SetFinding, Severity};
use tonghop_model::vietnamese::period::Period;

/// What was decided on a set of reports.
pub struct Set {
    /// The period of the table.
    pub period: Option<Period>,
    /// The periods that the set allows.
    pub choices: Vec<Period>,
    /// The agencies of the set; the table is of the one at `agency`.
    pub agencies: Vec<Agency>,
    /// The agency of the table.
    pub agency: usize,
    /// The reports of the agency, one a period.
    pub own: Own,
    /// The reports of one period, where there are several.
    pub rivals: Vec<Rivals>,
    /// Who was set apart and why, and which months are missing.
    pub findings: Vec<SetFinding>,
}

/// The reports of one agency, one a period.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The reports of a month, by their index among the sources.
    pub monthly: Vec<(usize, Period)>,
    /// The reports of a quarter, a half-year and so on.
    pub longer: Vec<(usize, Period)>,
}

impl Own {
    /// The months of a period, each with its report.
    pub fn columns(&self, period: Period) -> Vec<MonthColumn> {
        let column = |month: Period| MonthColumn { period: month, report: self.report_of(month) };
        period.each_month().into_iter().map(column).collect()
    }

    /// The report of a month.
    pub fn report_of(&self, month: Period) -> Option<usize> {
        self.monthly.iter().find(|(_, period)| *period == month).map(|(report, _)| *report)
    }

    /// The longer reports on months of a period alone, the period's own among them.
    pub fn longer_within(&self, period: Period) -> Vec<(usize, Period)> {
        let months = period.each_month();
        let within = |(_, longer): &&(usize, Period)| longer.each_month().iter().all(|month| months.contains(month));
        self.longer.iter().filter(within).copied().collect()
    }

    /// Whether a period can be compared with: it has a report of its own, or those of more than half of its months.
    pub fn knows(&self, period: Period) -> bool {
        let months = period.each_month();
        let reported = months.iter().filter(|&&month| self.report_of(month).is_some()).count();
        reported * 2 > months.len() || self.longer.iter().any(|(_, longer)| *longer == period)
    }
}

/// Decides on a set of reports.
pub fn choose(sources: &[Source<'_>], choice: &Choice) -> Set {
    let mut findings = Vec::new();
    let (agencies, agency) = issuer::agencies(sources, choice.agency, &mut findings);
    let reports = agencies.get(agency).map(|agency| agency.reports.clone()).unwrap_or_default();
    let mut all = by_period(sources, &reports, &mut findings);
    let choices = choices(&all.monthly);
    let period = choice.period.or_else(|| busiest_half(&all.monthly));
    let mut later = Vec::new();
    let mut rivals = rivals::settle(sources, &mut all.monthly, &choice.preferred, &mut later);
    rivals.extend(rivals::settle(sources, &mut all.longer, &choice.preferred, &mut later));
    if let Some(period) = period {
        unused(sources, &all, period, choice, &mut findings);
    }
    findings.append(&mut later);
    missing(&period.map(|period| all.columns(period)).unwrap_or_default(), period, &mut findings);
    Set { period, choices, agencies, agency, own: all, rivals, findings }
}

/// The reports by whether they are of a month; one that does not say its period is named and set apart.
fn by_period(sources: &[Source<'_>], reports: &[usize], findings: &mut Vec<SetFinding>) -> Own {
    let mut own = Own::default();
    for &report in reports {
        match sources[report].report.header.period {
            Some(period @ Period::Month { .. }) => own.monthly.push((report, period)),
            Some(period) => own.longer.push((report, period)),
            None => {
                let message = format!("“{}” không ghi rõ kỳ báo cáo nên chưa được tổng hợp.", sources[report].name);
                let hint = "Ghi rõ kỳ báo cáo ở tiêu đề, ví dụ “tháng 5 năm 2022”, rồi thả lại tệp.";
                findings.push(about(sources, report, "no_period", Severity::Warning, message).with_hint(hint));
            }
        }
    }
    own
}

/// The half-years, quarters, nine months and years that the months belong to.
fn choices(monthly: &[(usize, Period)]) -> Vec<Period> {
    let mut months: Vec<Period> = monthly.iter().map(|&(_, month)| month).collect();
    months.sort_unstable();
    let around: [fn(Period) -> Option<Period>; 4] = [
        |month| Some(half_year(month)),
        |month| Some(Period::Quarter { year: month.year(), quarter: (number(month) - 1) / 3 + 1 }),
        |month| (number(month) <= 9).then_some(Period::NineMonths { year: month.year() }),
        |month| Some(Period::Year { year: month.year() }),
    ];
    let mut choices: Vec<Period> =
        around.iter().flat_map(|kind| months.iter().filter_map(|&month| kind(month))).collect();
    choices.dedup();
    choices
}

fn busiest_half(monthly: &[(usize, Period)]) -> Option<Period> {
    let halves: Vec<Period> = monthly.iter().map(|&(_, month)| half_year(month)).collect();
    let mut sorted = halves.clone();
    sorted.sort_unstable();
    let votes =
        |half: Period| sorted.partition_point(|&other| other <= half) - sorted.partition_point(|&other| other < half);
    halves.into_iter().max_by_key(|&half| (votes(half), half))
}

fn half_year(month: Period) -> Period {
    Period::HalfYear { year: month.year(), half: if number(month) <= 6 { 1 } else { 2 } }
}

fn number(month: Period) -> u8 {
    *month.months().start()
}

/// Names the reports that the table says nothing of, and what those serve for that are not added.
fn unused(sources: &[Source<'_>], own: &Own, period: Period, choice: &Choice, findings: &mut Vec<SetFinding>) {
    let within = period.each_month();
    let bases: Vec<Period> = Against::EVERY
        .into_iter()
        .filter(|against| !choice.without.contains(against))
        .filter_map(|against| against.period(period))
        .filter(|base| own.knows(*base))
        .collect();
    let compares = |of: Period| bases.iter().any(|base| *base == of || base.each_month().contains(&of));
    let before = within.first().and_then(|first| first.months_on(-1));
    let mut earlier: Vec<(usize, Period)> = Vec::new();
    for &(report, longer) in &own.longer {
        if compares(longer) {
            earlier.push((report, longer));
            continue;
        }
        let serves = if longer.each_month().iter().all(|month| within.contains(month)) {
            "không cộng vào các tháng, chỉ dùng để đối chiếu và bù tháng thiếu"
        } else {
            "không cộng vào các tháng"
        };
        let message = format!("“{}” là báo cáo {}: {serves}.", sources[report].name, longer.name());
        findings.push(about(sources, report, "not_monthly", Severity::Info, message));
    }
    for &(report, month) in own.monthly.iter().filter(|(_, month)| !within.contains(month)) {
        if compares(month) || before == Some(month) {
            earlier.push((report, month));
            continue;
        }
        let (name, month, period) = (sources[report].name, month.name(), period.name());
        let message = format!("“{name}” là báo cáo {month}, ngoài kỳ {period}, nên không dùng.");
        findings.push(about(sources, report, "other_period", Severity::Info, message));
    }
    findings.extend(compared(sources, earlier, period));
}

/// One note on all reports of earlier periods, which only serve to compare.
fn compared(sources: &[Source<'_>], mut earlier: Vec<(usize, Period)>, period: Period) -> Option<SetFinding> {
    earlier.sort_by_key(|&(report, of)| (of.last_month(), report));
    let names: Vec<String> = earlier.iter().map(|&(_, of)| moment_words(of)).collect();
    let (names, period) = (names.join(", "), period.name());
    let places = earlier.iter().map(|&(report, _)| whole(sources, report)).collect();
    let message = format!("Báo cáo {names} ngoài kỳ {period}: không cộng, chỉ dùng để so sánh với kỳ trước.");
    let proof = Proof::default();
    let finding = SetFinding { code: "earlier_period", severity: Severity::Info, message, hint: None, places, proof };
    (!earlier.is_empty()).then_some(finding)
}

fn missing(columns: &[MonthColumn], period: Option<Period>, findings: &mut Vec<SetFinding>) {
    let absent: Vec<Period> =
        columns.iter().filter(|month| month.report.is_none()).map(|month| month.period).collect();
    let message = match period {
        None => "Chưa có báo cáo tháng nào để tổng hợp.".to_owned(),
        Some(_) if absent.is_empty() => return,
        Some(period) if absent.len() == columns.len() => {
            format!("Chưa có báo cáo tháng nào thuộc kỳ {}.", period.name())
        }
        Some(_) => format!("Thiếu báo cáo {}.", months_of_years(&absent)),
    };
    let finding = SetFinding {
        code: "missing_months",
        severity: Severity::Warning,
        message,
        hint: None,
        places: Vec::new(),
        proof: Proof::default(),
    };
    findings.push(finding.with_hint("Thả thêm báo cáo của các tháng còn thiếu."));
}
