//! Which reports take part: one agency, one period, one report a month. The others are set apart and named.

use super::key::{key, province_key};
use super::succession;
use super::wording::{date, months};
use super::{MonthColumn, Place, SetFinding, Source};
use crate::engine::finding::{Proof, Severity};
use crate::engine::outline::Header;
use crate::engine::vietnamese::period::Period;

/// What was decided on a set of reports.
pub struct Set {
    /// The period of the table.
    pub period: Option<Period>,
    /// The periods that the set allows.
    pub choices: Vec<Period>,
    /// The months of the period and their reports.
    pub months: Vec<MonthColumn>,
    /// Who was set apart and why, and which months are missing.
    pub findings: Vec<SetFinding>,
}

/// Decides on a set of reports.
pub fn choose(sources: &[Source<'_>], period: Option<Period>) -> Set {
    let mut findings = Vec::new();
    let own = one_agency(sources, &mut findings);
    let monthly = monthly(sources, &own, &mut findings);
    let choices = choices(&monthly);
    let period = period.or_else(|| busiest_half(&monthly));
    let months = period.map(|period| columns(sources, &monthly, period, &mut findings)).unwrap_or_default();
    missing(&months, period, &mut findings);
    Set { period, choices, months, findings }
}

/// The reports of the agency that most reports are of; of several, the one that comes first.
fn one_agency(sources: &[Source<'_>], findings: &mut Vec<SetFinding>) -> Vec<usize> {
    let keys: Vec<_> = sources.iter().map(|source| issuer_key(&source.report.header)).collect();
    let header = |report: usize| &sources[report].report.header;
    let same = |a: usize, b: usize| succession::same_issuer(header(a), header(b));
    // A report that does not name its issuer goes along with any other, but does not speak for the set.
    let backs = |voter: &Option<String>, candidate: &Option<String>| voter.is_none() || voter == candidate;
    let votes = |&candidate: &usize| {
        keys.iter().filter(|voter| backs(&voter.0, &keys[candidate].0) && backs(&voter.1, &keys[candidate].1)).count()
    };
    // The last of equals wins in `max_by_key`, and it is the first report that should.
    let Some(leader) = (0..sources.len()).rev().max_by_key(votes) else { return Vec::new() };
    let (own, others): (Vec<usize>, Vec<usize>) = (0..sources.len()).partition(|&report| same(leader, report));
    for report in others {
        let message = format!(
            "“{}” là báo cáo của {}, không phải của {}, nên không được cộng.",
            sources[report].name,
            issuer(&sources[report].report.header),
            issuer(&sources[leader].report.header),
        );
        let hint = succession::province_hint(header(leader), header(report))
            .unwrap_or_else(|| "Bỏ tệp này khỏi danh sách, hoặc tổng hợp riêng cho cơ quan đó.".to_owned());
        findings.push(about(sources, report, "other_agency", Severity::Warning, message).with_hint(hint));
    }
    findings.extend(renamed(sources, leader, &own));
    own
}

/// A note where the own reports bear the names before and after a merger.
fn renamed(sources: &[Source<'_>], leader: usize, own: &[usize]) -> Vec<SetFinding> {
    let note = |&report: &usize| {
        let (a, b) = (&sources[leader].report.header, &sources[report].report.header);
        succession::note(a, b).map(|message| (report, message))
    };
    let mut notes: Vec<(usize, String)> = own.iter().filter_map(note).collect();
    notes.dedup_by(|a, b| a.1 == b.1);
    notes.into_iter().map(|(report, message)| about(sources, report, "renamed", Severity::Info, message)).collect()
}

/// The monthly reports among `own`, each with its month.
fn monthly(sources: &[Source<'_>], own: &[usize], findings: &mut Vec<SetFinding>) -> Vec<(usize, Period)> {
    let mut monthly = Vec::new();
    for &report in own {
        let name = sources[report].name;
        match sources[report].report.header.period {
            Some(period @ Period::Month { .. }) => monthly.push((report, period)),
            Some(period) => {
                let message = format!("“{name}” là báo cáo {}: không cộng vào các tháng.", period.name());
                findings.push(about(sources, report, "not_monthly", Severity::Info, message));
            }
            None => {
                let message = format!("“{name}” không ghi rõ kỳ báo cáo nên chưa được tổng hợp.");
                let hint = "Ghi rõ kỳ báo cáo ở tiêu đề, ví dụ “tháng 5 năm 2022”, rồi thả lại tệp.";
                findings.push(about(sources, report, "no_period", Severity::Warning, message).with_hint(hint));
            }
        }
    }
    monthly
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
    let half_of = |&(_, month): &(usize, Period)| half_year(month);
    let votes = |half: Period| monthly.iter().filter(|month| half_of(month) == half).count();
    monthly.iter().map(half_of).max_by_key(|&half| (votes(half), half))
}

fn half_year(month: Period) -> Period {
    Period::HalfYear { year: month.year(), half: if number(month) <= 6 { 1 } else { 2 } }
}

fn number(month: Period) -> u8 {
    *month.months().start()
}

/// The months of the period, each with the report that stands for it.
fn columns(
    sources: &[Source<'_>],
    monthly: &[(usize, Period)],
    period: Period,
    findings: &mut Vec<SetFinding>,
) -> Vec<MonthColumn> {
    let within: Vec<Period> = period.months().map(|month| Period::Month { year: period.year(), month }).collect();
    for &(report, month) in monthly.iter().filter(|(_, month)| !within.contains(month)) {
        let (name, month, period) = (sources[report].name, month.name(), period.name());
        let message = format!("“{name}” là báo cáo {month}, ngoài kỳ {period}, nên không dùng.");
        findings.push(about(sources, report, "other_period", Severity::Info, message));
    }
    let mut column = |month: Period| {
        let rivals: Vec<usize> = monthly.iter().filter(|rival| rival.1 == month).map(|rival| rival.0).collect();
        // The last of equals wins in `max_by_key`, and it is the first report that should.
        let winner = rivals.iter().rev().copied().max_by_key(|&report| sources[report].report.header.issued);
        for &loser in rivals.iter().filter(|&&rival| Some(rival) != winner) {
            findings.extend(winner.map(|winner| duplicate(sources, winner, loser, month)));
        }
        MonthColumn { period: month, report: winner }
    };
    within.into_iter().map(&mut column).collect()
}

fn duplicate(sources: &[Source<'_>], winner: usize, loser: usize, month: Period) -> SetFinding {
    let report = |index: usize| sources[index].report;
    let (used, apart) = (sources[winner].name, sources[loser].name);
    let places = vec![whole(sources, winner), whole(sources, loser)];
    if report(winner).document.text == report(loser).document.text {
        let message = format!("“{apart}” trùng nội dung với “{used}”; chỉ tính một lần.");
        return SetFinding {
            code: "duplicate",
            severity: Severity::Info,
            message,
            hint: None,
            places,
            proof: Proof::default(),
        };
    }
    let issued = |index: usize| report(index).header.issued;
    let choice = match (issued(winner), issued(loser)) {
        (None, _) => format!("hai báo cáo không ghi ngày nên dùng “{used}” đứng trước, để riêng “{apart}”"),
        (Some(day), None) => format!("dùng “{used}” ngày {}, để riêng “{apart}” không ghi ngày", date(day)),
        (Some(day), Some(other)) if day == other => {
            format!("hai báo cáo cùng ngày {} nên dùng “{used}” đứng trước, để riêng “{apart}”", date(day))
        }
        (Some(day), Some(other)) => {
            format!("dùng “{used}” ngày {}, để riêng “{apart}” ban hành trước, ngày {}", date(day), date(other))
        }
    };
    let message = format!("Có hai báo cáo {}: {choice}.", month.name());
    let hint = format!("Nếu “{apart}” mới đúng, bỏ “{used}” khỏi danh sách.");
    SetFinding {
        code: "duplicate",
        severity: Severity::Warning,
        message,
        hint: Some(hint),
        places,
        proof: Proof::default(),
    }
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
        Some(period) => format!("Thiếu báo cáo {} năm {}.", months(&absent), period.year()),
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

/// What the issuer is compared by: agency and province.
fn issuer_key(header: &Header) -> (Option<String>, Option<String>) {
    (header.agency.as_deref().map(key), header.province.as_deref().map(province_key))
}

fn issuer(header: &Header) -> String {
    match (header.agency.as_deref(), header.province.as_deref()) {
        (Some(agency), Some(province)) => format!("{agency} ({province})"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => "cơ quan không ghi tên".to_owned(),
    }
}

fn about(
    sources: &[Source<'_>],
    report: usize,
    code: &'static str,
    severity: Severity,
    message: String,
) -> SetFinding {
    SetFinding { code, severity, message, hint: None, places: vec![whole(sources, report)], proof: Proof::default() }
}

/// The words that name a report's period, for the report as a whole.
fn whole(sources: &[Source<'_>], report: usize) -> Place {
    Place { report, span: sources[report].report.header.period_span.unwrap_or_default() }
}

impl SetFinding {
    fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
