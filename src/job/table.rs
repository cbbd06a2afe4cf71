//! The table on the wire.

use serde::{Deserialize, Serialize};

use super::{FindingView, JobId};

/// The table of a period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableView {
    /// The period's id, such as `2022-H1`.
    pub period: String,
    /// The period in words.
    pub period_name: String,
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
