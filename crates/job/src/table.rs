//! The table on the wire.

use serde::{Deserialize, Serialize};

use super::{FindingView, JobId};

/// What the user decided of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableChoice {
    /// The period's id, such as "2022-H1"; `None`: the half-year that most of the monthly reports belong to.
    pub period: Option<String>,
    /// A report of the agency that the table is of; `None`: the agency of most reports.
    pub agency: Option<JobId>,
    /// The reports that stand for their period where there are several.
    pub preferred: Vec<JobId>,
    /// Whether months are counted by the calendar and not from the 15th to the 14th.
    pub calendar: bool,
    /// The names of the comparisons that are left out.
    pub without: Vec<String>,
}

/// The table of a period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableView {
    /// The period's id, such as `2022-H1`.
    pub period: String,
    /// The period in words.
    pub period_name: String,
    /// The first and the last day whose figures it holds, as dd/mm/yyyy.
    pub window: (String, String),
    /// The agencies of the reports: a report of each and its name.
    pub agencies: Vec<(JobId, String)>,
    /// The index of the table's agency.
    pub agency: usize,
    /// Where there are several reports of one period, those to choose from.
    pub rivals: Vec<RivalsView>,
    /// The earlier periods that there are reports of.
    pub comparisons: Vec<ComparisonView>,
    /// The longer reports, each against its months.
    pub reconciliations: Vec<ReconciliationView>,
    /// The periods that the reports allow the user to choose from: id and name.
    pub periods: Vec<(String, String)>,
    /// The months, in order.
    pub months: Vec<MonthView>,
    /// The rows, in the order of the catalogue, figures without indicator last.
    pub rows: Vec<RowView>,
    /// What concerns the set: missing months, two reports of one month, another agency.
    pub findings: Vec<FindingView>,
    /// The table as HTML for the clipboard.
    pub html: String,
    /// The table as tab-separated text for the clipboard.
    pub tsv: String,
    /// The report of findings as HTML for the clipboard.
    pub findings_html: String,
    /// The report of findings as text for the clipboard.
    pub findings_text: String,
}

/// A month of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// The month's id, such as `2022-05`.
    pub period: String,
    /// The head of its column, such as "Tháng 5".
    pub name: String,
    /// The file whose figures stand in the column; `None`: the month is missing.
    pub job: Option<JobId>,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RowView {
    /// The indicator's id; `None` for a figure that no indicator claims.
    pub indicator: Option<String>,
    /// What it counts.
    pub label: String,
    /// The name of its system, the same for all rows of a group.
    pub system: String,
    /// What is counted.
    pub unit: String,
    /// One cell a month; `None` where the month's report does not have the figure.
    pub cells: Vec<Option<CellView>>,
    /// The total in vi-VN format; empty where it cannot be said.
    pub total: String,
    /// How the total was made, or why there is none; in Vietnamese.
    pub derivation: String,
    /// What else to know of the row; in Vietnamese.
    pub notes: Vec<String>,
    /// The figures of longer reports: the name of the period, and the figure.
    pub longer: Vec<(String, CellView)>,
    /// For each comparison that is shown: the earlier figure, the difference, its percentage; empty where there is none.
    pub compared: Vec<[String; 3]>,
    /// The increase and the comparisons in words.
    pub also: Vec<String>,
}

/// A cell of the table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// The value in vi-VN format, with "khoảng", "hơn" … where the report says so.
    pub value: String,
    /// The file.
    pub job: JobId,
    /// The index of the fact in [`ReportView::facts`](super::ReportView::facts) of that file.
    pub fact: usize,
    /// Whether it deserves a look: repaired, or not certain.
    pub look: bool,
    /// The most serious finding on it, `error` or `warning`; empty where there is none.
    pub finding: String,
    /// Whether the user decided on the value.
    pub decided: bool,
}

/// Several reports of one period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RivalsView {
    /// The period in words.
    pub name: String,
    /// The files.
    pub jobs: Vec<JobId>,
    /// The file that stands for the period.
    pub used: JobId,
}

/// An earlier period that the table can be compared with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComparisonView {
    /// `year_before` or `period_before`.
    pub against: String,
    /// The earlier period in words.
    pub name: String,
    /// Whether the table shows it; the shown ones stand in the order of [`RowView::compared`].
    pub on: bool,
}

/// A longer report against its months.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReconciliationView {
    /// The file.
    pub job: JobId,
    /// Its period in words.
    pub name: String,
    /// How many figures differ.
    pub differ: usize,
    /// How many agree.
    pub agree: usize,
    /// The figures.
    pub lines: Vec<HeldView>,
}

/// A figure of a longer report against its months.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeldView {
    /// What it counts.
    pub label: String,
    /// In what.
    pub unit: String,
    /// What the report states.
    pub stated: Option<CellView>,
    /// What the months make; empty where they make nothing.
    pub computed: String,
    /// What the report states less what the months make; empty where they agree or cannot be held together.
    pub difference: String,
    /// `differs`, `not_computed`, `only_report`, `not_stated` or `agrees`.
    pub verdict: String,
    /// How the months' figure was made, or why there is none.
    pub derivation: String,
}
