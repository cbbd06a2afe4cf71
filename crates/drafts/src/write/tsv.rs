//! Tab-separated text, which is what a sheet takes from the clipboard where it does not take HTML.

use super::csv::is_figure;
use super::grid::{Line, cell_text, grid};
use tonghop_figures::table::Table;

/// The table as tab-separated text; no cell holds a tab or a line break.
pub fn tsv(table: &Table) -> String {
    let grid = grid(table);
    let mut out = String::new();
    record(&mut out, &grid.head);
    for line in &grid.lines {
        match line {
            Line::Group { number, name } => record(&mut out, &padded(number, name, grid.head.len())),
            Line::Row { number, label, unit, figures, .. } => {
                let mut fields = vec![number.clone(), label.clone(), unit.clone()];
                fields.extend_from_slice(figures);
                record(&mut out, &fields);
            }
        }
    }
    out
}

/// A line with the table's width: Word makes a table only of lines with as many cells in each.
fn padded(number: &str, name: &str, width: usize) -> Vec<String> {
    let mut fields = vec![number.to_owned(), name.to_owned()];
    fields.resize(width, String::new());
    fields
}

fn record(out: &mut String, fields: &[String]) {
    let text = |field: &String| if is_figure(field) { field.clone() } else { cell_text(field) };
    out.push_str(&fields.iter().map(text).collect::<Vec<_>>().join("\t"));
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::write::testing::table;

    #[test]
    fn a_table_as_tab_separated_text() {
        expect![[r#"
            TT ¦ Chỉ tiêu ¦ Đơn vị tính ¦ Tháng 01 ¦ Tháng 02 ¦ Tháng 3 ¦ Quý I năm 2022
            I ¦ Văn bản điện tử ¦  ¦  ¦  ¦  ¦ 
            1 ¦ Văn bản đã gửi ¦ văn bản ¦ 1.000 ¦ 1.500 ¦ 2.500 ¦ 5.000
            2 ¦ Văn bản đã ký số ¦ văn bản ¦ 0 ¦ khoảng 60 ¦ 1.240 ¦ khoảng 1.300
            3 ¦ Tỷ lệ ký số ¦ % ¦ 0,00 ¦ 4,00 ¦ 49,60 ¦ khoảng 26,00
            II ¦ Chứng thư số ¦  ¦  ¦  ¦  ¦ 
            1 ¦ Chứng thư số đang dùng ¦ chứng thư số ¦ 20 ¦ – ¦ – ¦ 20
             ¦ – của cá nhân ¦ chứng thư số ¦ 5 ¦ – ¦ – ¦ 5
             ¦  + tỷ lệ cá nhân ¦ % ¦ 25 ¦ – ¦ – ¦ 25
            III ¦ Số liệu khác ¦  ¦  ¦  ¦  ¦ 
            1 ¦  =1+1 = 2 ¦ buổi "A" ¦ 3 ¦ 4 ¦ – ¦ –
            2 ¦ A <b> & "C", D ¦ điểm ¦ – ¦ – ¦ -5 ¦ –
        "#]]
        .assert_eq(&tsv(&table()).replace('\t', " ¦ "));
    }
}
