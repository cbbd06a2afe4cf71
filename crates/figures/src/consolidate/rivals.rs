//! Two reports of one period: one stands for it, the others are set apart and named.
//!
//! The user's choice comes first, then a report that says that it corrects another, then the later date of issue, then
//! the one that comes first.

use std::cmp::Reverse;

use super::about::whole;
use super::series;
use crate::table::wording::date_words;
use crate::table::{Rivals, Source};
use tonghop_model::finding::{Proof, SetFinding, Severity};
use tonghop_model::vietnamese::period::Period;

/// Leaves one report a period, and names the others.
pub fn settle(
    sources: &[Source<'_>],
    reports: &mut Vec<(usize, Period)>,
    preferred: &[usize],
    findings: &mut Vec<SetFinding>,
) -> Vec<Rivals> {
    let mut sorted = reports.clone();
    sorted.sort_by_key(|&(report, period)| (period, report));
    let mut all = Vec::new();
    for group in sorted.chunk_by(|a, b| a.1 == b.1).filter(|group| group.len() > 1) {
        let rank = |&&(report, _): &&(usize, Period)| {
            let header = &sources[report].report.header;
            (preferred.contains(&report), series::corrects(sources[report].report), header.issued, Reverse(report))
        };
        let Some(&(used, period)) = group.iter().max_by_key(rank) else { continue };
        for &(loser, _) in group.iter().filter(|(report, _)| *report != used) {
            findings.push(duplicate(sources, (used, loser), period, preferred.contains(&used)));
        }
        reports.retain(|&(report, of)| of != period || report == used);
        all.push(Rivals { period, reports: group.iter().map(|(report, _)| *report).collect(), used });
    }
    all
}

fn duplicate(sources: &[Source<'_>], (used, apart): (usize, usize), month: Period, chosen: bool) -> SetFinding {
    let report = |index: usize| sources[index].report;
    let (winner, loser) = (sources[used].name, sources[apart].name);
    let places = vec![whole(sources, used), whole(sources, apart)];
    if report(used).document.text == report(apart).document.text {
        let message = format!("“{loser}” trùng nội dung với “{winner}”; chỉ tính một lần.");
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
    let corrects = |index: usize| series::corrects(report(index));
    let choice = match (issued(used), issued(apart)) {
        _ if chosen => format!("dùng “{winner}” theo lựa chọn, để riêng “{loser}”"),
        _ if corrects(used) && !corrects(apart) => {
            format!("dùng “{winner}” vì ghi là thay thế, đính chính; để riêng “{loser}”")
        }
        (None, _) => format!("hai báo cáo không ghi ngày nên dùng “{winner}” đứng trước, để riêng “{loser}”"),
        (Some(day), None) => format!("dùng “{winner}” ngày {}, để riêng “{loser}” không ghi ngày", date_words(day)),
        (Some(day), Some(other)) if day == other => {
            format!("hai báo cáo cùng ngày {} nên dùng “{winner}” đứng trước, để riêng “{loser}”", date_words(day))
        }
        (Some(day), Some(other)) => {
            format!(
                "dùng “{winner}” ngày {}, để riêng “{loser}” ban hành trước, ngày {}",
                date_words(day),
                date_words(other)
            )
        }
    };
    let message = format!("Có hai báo cáo {}: {choice}.", month.name());
    let hint = format!("Nếu “{loser}” mới đúng, chọn nó ở “Tùy chọn” trên bảng, hoặc bỏ “{winner}” khỏi danh sách.");
    SetFinding {
        code: "duplicate",
        severity: Severity::Warning,
        message,
        hint: Some(hint),
        places,
        proof: Proof::default(),
    }
}
