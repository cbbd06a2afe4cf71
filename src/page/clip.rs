//! A part of the table for the clipboard: rows, columns or a block of cells, cut out of the whole table's texts.
//!
//! The whole table comes as HTML and as tab-separated text, one line a row. Whole rows keep their label and unit, whole
//! columns their head; a block of cells is the figures alone, as it would be in a sheet.

use tonghop_job::TableView;

/// How many columns stand before the figures: number, label, unit.
const LEADING: usize = 3;

/// Cells that the user picked, by the places that the grid shows; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The first and last row, as they are seen.
    pub rows: (usize, usize),
    /// The first and last column of figures.
    pub columns: (usize, usize),
    /// Whether it is of whole rows.
    pub whole_rows: bool,
    /// Whether it is of whole columns.
    pub whole_columns: bool,
}

impl Pick {
    /// The block between two places.
    pub fn between(a: (usize, usize), b: (usize, usize)) -> Self {
        let order = |a: usize, b: usize| (a.min(b), a.max(b));
        Self { rows: order(a.0, b.0), columns: order(a.1, b.1), whole_rows: false, whole_columns: false }
    }

    /// Whether a place belongs to it.
    pub fn has(&self, (row, column): (usize, usize)) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }

    /// How many cells it has.
    pub fn cells(&self) -> usize {
        (self.rows.1 - self.rows.0 + 1) * (self.columns.1 - self.columns.0 + 1)
    }
}

/// The picked part as HTML and as tab-separated text; `rows` are the rows of the table in the order in which they are
/// seen.
pub fn part(table: &TableView, rows: &[usize], pick: Pick) -> (String, String) {
    let lines = lines(table);
    let wanted: Vec<usize> = rows
        .iter()
        .enumerate()
        .filter(|(seen, _)| (pick.rows.0..=pick.rows.1).contains(seen))
        .filter_map(|(_, row)| lines.get(*row).copied())
        .collect();
    let columns = |cell: usize| {
        let figure = cell.checked_sub(LEADING);
        figure.map_or(pick.whole_rows && cell > 0, |at| (pick.columns.0..=pick.columns.1).contains(&at))
    };
    (html(&table.html, &wanted, pick, columns), tsv(&table.tsv, &wanted, pick, columns))
}

/// The line of each row behind the head; the heads of groups take lines too.
fn lines(table: &TableView) -> Vec<usize> {
    let (mut group, mut line) = (None, 0);
    let mut lines = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        if group != Some(&row.system) {
            group = Some(&row.system);
            line += 1;
        }
        lines.push(line);
        line += 1;
    }
    lines
}

fn tsv(text: &str, wanted: &[usize], pick: Pick, columns: impl Fn(usize) -> bool) -> String {
    let all: Vec<&str> = text.lines().collect();
    let head = pick.whole_columns.then_some(0);
    let picked = head.into_iter().chain(wanted.iter().map(|line| line + 1));
    let mut out = String::new();
    for line in picked.filter_map(|line| all.get(line)) {
        let cells = line.split('\t').enumerate().filter(|(at, _)| columns(*at)).map(|(_, cell)| cell);
        out.push_str(&cells.collect::<Vec<_>>().join("\t"));
        out.push('\n');
    }
    out
}

fn html(text: &str, wanted: &[usize], pick: Pick, columns: impl Fn(usize) -> bool) -> String {
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("<tr>")).collect();
    let open = text.lines().next().unwrap_or("<table>").replace(" width=\"100%\"", "");
    let head = pick.whole_columns.then_some(0);
    let picked = head.into_iter().chain(wanted.iter().map(|line| line + 1));
    let mut out = format!("{open}\n<tbody>\n");
    for row in picked.filter_map(|line| rows.get(line)) {
        let cells = cells(row).enumerate().filter(|(at, _)| columns(*at)).map(|(_, cell)| cell);
        out.push_str("<tr>");
        out.extend(cells);
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// The cells of a row; their text is escaped, so that a tag begins nowhere else.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    let inner = row.trim_start_matches("<tr>").trim_end_matches("</tr>");
    inner.split_inclusive("</td>").flat_map(|part| part.split_inclusive("</th>")).filter(|cell| !cell.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_job::RowView;

    fn table() -> TableView {
        let row = |system: &str| RowView { system: system.to_owned(), ..RowView::default() };
        let line = |cells: &str| {
            let cells = cells.replace('|', "</td><td x>");
            format!("<tr><td x>{cells}</td></tr>\n")
        };
        let texts = [
            "TT|Chỉ tiêu|ĐVT|T1|T2|Cả kỳ",
            "I|Nhóm A",
            "1|Một|cái|1|2|3",
            "2|Hai &lt;b>|cái|4|5|9",
            "II|Nhóm B",
            "1|Ba|cái|6|7|13",
        ];
        TableView {
            rows: vec![row("A"), row("A"), row("B")],
            html: format!(
                "<table width=\"100%\" a>\n<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table>\n",
                line(texts[0]),
                texts[1..].iter().map(|text| line(text)).collect::<String>()
            ),
            tsv: texts.map(|text| text.replace('|', "\t") + "\n").concat(),
            ..TableView::default()
        }
    }

    fn check(rows: &[usize], pick: Pick, expected: &str) {
        let (html, tsv) = part(&table(), rows, pick);
        assert_eq!(tsv.replace('\t', "|"), expected);
        let plain = html.replace("<td x>", "").replace("</td>", "|").replace("|</tr>", "").replace("<tr>", "");
        let inner = plain.lines().skip(2).take_while(|line| !line.starts_with('<')).map(|line| format!("{line}\n"));
        assert_eq!(inner.collect::<String>(), expected);
        assert!(html.starts_with("<table a>\n"));
    }

    #[test]
    fn a_block_is_its_figures() {
        check(&[0, 1, 2], Pick::between((2, 2), (1, 1)), "5|9\n7|13\n");
        // The rows are those that are seen: the second one is hidden.
        check(&[0, 2], Pick::between((1, 0), (1, 0)), "6\n");
    }

    #[test]
    fn rows_keep_their_label_and_columns_their_head() {
        let rows = Pick { whole_rows: true, ..Pick::between((1, 0), (1, 2)) };
        check(&[0, 1, 2], rows, "Hai &lt;b>|cái|4|5|9\n");
        let columns = Pick { whole_columns: true, ..Pick::between((0, 2), (2, 2)) };
        check(&[0, 1, 2], columns, "Cả kỳ\n3\n9\n13\n");
    }

    #[test]
    fn a_pick_knows_its_cells() {
        let pick = Pick::between((3, 1), (2, 0));
        assert!(pick.has((2, 1)) && !pick.has((1, 1)) && pick.cells() == 4);
    }
}
