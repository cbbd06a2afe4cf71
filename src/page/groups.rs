//! The rows of a table by their systems, and those that no indicator claims apart.

use tonghop_job::TableView;

/// Rows that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The name of the system; empty for figures that no indicator claims.
    pub system: String,
    /// The indices of the rows in [`TableView::rows`].
    pub rows: Vec<usize>,
}

/// The groups in the order of the table; the last one, of an empty name, holds what no indicator claims.
pub fn of(table: &TableView) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let system = if row.indicator.is_some() { row.system.as_str() } else { "" };
        match groups.last_mut().filter(|group| group.system == system) {
            Some(group) => group.rows.push(index),
            None => groups.push(Group { system: system.to_owned(), rows: vec![index] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_job::RowView;

    #[test]
    fn rows_of_one_system_stand_together() {
        let row = |indicator: Option<&str>, system: &str| RowView {
            indicator: indicator.map(Into::into),
            system: system.into(),
            ..RowView::default()
        };
        let table = TableView {
            rows: vec![row(Some("a.x"), "A"), row(Some("a.y"), "A"), row(Some("b.x"), "B"), row(None, "Khác")],
            ..TableView::default()
        };
        let shown: Vec<String> = of(&table).iter().map(|group| format!("{}{:?}", group.system, group.rows)).collect();
        assert_eq!(shown, ["A[0, 1]", "B[2]", "[3]"]);
    }
}
