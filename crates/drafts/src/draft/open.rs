//! What is open: missing months, figures that lack months, what does not add up, what has no place.

use super::paper::Issues;
use super::passage::{Form, Passage, Run};
use tonghop_figures::table::wording::{month_words, months_words};
use tonghop_figures::table::{Row, Source, Table};
use tonghop_model::finding::{Place, Severity};
use tonghop_series::catalogue::Catalogue;
use tonghop_series::indicator_name;

/// How many findings of one report are listed; the others are counted.
const LISTED: usize = 40;

/// The lists of the second annex, those that have items.
pub fn issues(sources: &[Source<'_>], table: &Table, catalogue: &Catalogue, unplaced: &[usize]) -> Vec<Issues> {
    let lists = [
        ("Tháng còn thiếu báo cáo và việc của cả bộ báo cáo", of_the_set(table)),
        ("Chỉ tiêu chưa có số cả kỳ", without_total(table, catalogue)),
        ("Chỗ cần kiểm tra trong các báo cáo tháng", of_the_months(sources, table)),
        ("Chỉ tiêu chưa có chỗ trong đề cương (số liệu ở Phụ lục I)", without_place(table, catalogue, unplaced)),
    ];
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    lists.map(|(title, items)| Issues { title: title.to_owned(), items }).collect()
}

fn of_the_set(table: &Table) -> Vec<Passage> {
    let open = table.findings.iter().filter(|finding| finding.severity > Severity::Info);
    open.map(|finding| item(&finding.message, finding.hint.as_deref(), finding.places.clone())).collect()
}

fn without_total(table: &Table, catalogue: &Catalogue) -> Vec<Passage> {
    let lacking = table.rows.iter().enumerate().filter(|(_, row)| row.total.is_none());
    lacking
        .map(|(at, row)| {
            let lead = Run::Text(format!("{}: ", full_name(row, catalogue)));
            let notes = row.notes.join(" ");
            let missing = match row.missing.as_slice() {
                [] => String::new(),
                missing => format!(" (thiếu {})", months_words(missing)),
            };
            let tail = Run::Text(format!("{missing}. {} {notes}", row.derivation).trim_end().to_owned());
            Passage { form: Form::Item, runs: vec![lead, Run::Blank { row: at }, tail], ..Passage::default() }
        })
        .collect()
}

fn of_the_months(sources: &[Source<'_>], table: &Table) -> Vec<Passage> {
    let mut items = Vec::new();
    for month in &table.months {
        let Some((report, source)) = month.report.and_then(|at| Some((at, sources.get(at)?))) else { continue };
        let open: Vec<_> =
            source.report.findings.iter().filter(|finding| finding.severity > Severity::Info).collect();
        for finding in open.iter().take(LISTED) {
            let places = finding.places.iter().map(|&span| Place { report, span }).collect();
            let message = format!("Báo cáo {}: {}", month_words(month.period), finding.message);
            items.push(item(&message, finding.hint.as_deref(), places));
        }
        if let Some(more) = open.len().checked_sub(LISTED).filter(|&more| more > 0) {
            let message = format!("Báo cáo {}: còn {more} chỗ khác.", month_words(month.period));
            items.push(Passage::words(Form::Item, message));
        }
    }
    items
}

fn without_place(table: &Table, catalogue: &Catalogue, unplaced: &[usize]) -> Vec<Passage> {
    let rows = unplaced.iter().filter_map(|&at| table.rows.get(at));
    let named = rows.filter(|row| row.total.is_some());
    named.map(|row| Passage::words(Form::Item, format!("{}.", full_name(row, catalogue)))).collect()
}

/// What a row counts, with the system that it belongs to.
pub fn full_name(row: &Row, catalogue: &Catalogue) -> String {
    let named = row.indicator.as_deref().and_then(|id| indicator_name::of_indicator(id, catalogue));
    let label = named.unwrap_or_else(|| row.label.trim_start_matches(['–', '-', '+', ' ']).to_owned());
    format!("{} – {label}", row.system)
}

fn item(message: &str, hint: Option<&str>, sources: Vec<Place>) -> Passage {
    let hint = hint.map(|hint| format!(" {hint}")).unwrap_or_default();
    Passage { sources, ..Passage::words(Form::Item, format!("{message}{hint}")) }
}
