//! Every finding of the reports and of their set that is not settled, the most serious first.

use std::sync::Arc;

use super::queue::{Queue, State};
use tonghop_job::{FindingView, JobId, ReportView, TableView};

/// A finding and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The file's name; empty for what concerns the set.
    pub file: String,
    /// The file; `None` for what concerns the set.
    pub job: Option<JobId>,
    /// The finding.
    pub finding: Arc<FindingView>,
}

/// The findings of the reports in the order of the list, then those of the set; within that by severity.
pub fn all(queue: &Queue, table: Option<&TableView>) -> Vec<Listed> {
    let listed = |file: &str, job: Option<JobId>, finding: &FindingView| Listed {
        file: file.to_owned(),
        job,
        finding: Arc::new(finding.clone()),
    };
    let of_set = table.into_iter().flat_map(|table| &table.findings);
    let mut found: Vec<Listed> = of_set.map(|finding| listed("", None, finding)).collect();
    for entry in queue.entries() {
        if let State::Done(report) = &entry.state {
            found.extend(report.findings.iter().map(|finding| listed(&entry.name, Some(entry.job), finding)));
        }
    }
    found.retain(|listed| !listed.finding.kept);
    found.sort_by_key(|listed| rank(&listed.finding.severity));
    found
}

/// The findings that are about a place of a report, those that are settled too.
pub fn on(job: JobId, span: (usize, usize), report: &ReportView, table: Option<&TableView>) -> Vec<Arc<FindingView>> {
    let is_on = |finding: &&FindingView| {
        finding.places.iter().any(|&(of, start, end)| of == job && start < span.1 && span.0 < end)
    };
    let all = report.findings.iter().chain(table.into_iter().flat_map(|table| &table.findings));
    all.filter(is_on).map(|finding| Arc::new(finding.clone())).collect()
}

/// The place of a severity in the order of lists, by its name on the wire.
fn rank(severity: &str) -> u8 {
    match severity {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_job::ReportView;

    #[test]
    fn the_most_serious_come_first_and_the_set_before_the_reports() {
        let finding = |severity: &str, code: &str| FindingView {
            severity: severity.into(),
            code: code.into(),
            ..FindingView::default()
        };
        let mut queue = Queue::default();
        let job = queue.add("a.txt", 1);
        queue.start_next();
        let findings = vec![finding("info", "i"), finding("error", "e"), finding("warning", "w")];
        queue.finish(job, ReportView { findings, ..ReportView::default() });
        let table = TableView { findings: vec![finding("warning", "missing")], ..TableView::default() };
        let kept = FindingView { kept: true, ..finding("error", "k") };
        let table = TableView { findings: [table.findings, vec![kept]].concat(), ..table };
        let codes: Vec<String> =
            all(&queue, Some(&table)).iter().map(|l| format!("{}{}", l.file, l.finding.code)).collect();
        assert_eq!(codes, ["a.txte", "missing", "a.txtw", "a.txti"]);
    }
}
