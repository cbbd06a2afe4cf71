//! Markdown in, blocks out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::needless_pass_by_value, reason = "expectations are written in place")]

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::document;
use tonghop_model::document::{Block, Document};

fn read(text: &str) -> Document {
    document("a.md", text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn write(blocks: &[Block], depth: usize, out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(p) => {
                let bold = if p.bold { " bold" } else { "" };
                let label = p.text.slice(0..p.label_len);
                let rest = p.text.slice(p.label_len..p.text.len());
                writeln!(out, "{:depth$}{:?}{bold} [{label}] {rest}", "", p.role).unwrap();
            }
            Block::Table(table) => {
                for row in &table.rows {
                    writeln!(out, "{:depth$}row", "").unwrap();
                    row.cells.iter().for_each(|cell| write(&cell.blocks, depth + 1, out));
                }
            }
        }
    }
}

fn check(text: &str, expected: Expect) {
    let document = read(text);
    assert_eq!(document.text, text);
    let mut out = String::new();
    write(&document.blocks, 0, &mut out);
    expected.assert_eq(&out);
}

#[test]
fn headings_lists_and_bold() {
    check(
        "## **I. KẾT QUẢ**\n\n- Tổng số **1.204** tài khoản\n  + Trực tiếp: 2;\n- +Phường 6: 4;\n\n12. Mười hai\n\n**Nơi nhận:**  \n**Lưu**\n",
        expect![[r"
            Heading(2) bold [] I. KẾT QUẢ
            ListItem(0) [- ] Tổng số 1.204 tài khoản
            ListItem(1) [+ ] Trực tiếp: 2;
            ListItem(0) [- ] +Phường 6: 4;
            ListItem(0) [12. ] Mười hai
            Body bold [] Nơi nhận: Lưu
        "]],
    );
}

#[test]
fn a_sentence_cut_by_a_page_break() {
    check(
        "- Văn phòng đã gửi báo cáo đến Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ\n\nvề phòng, chống thiên tai.\n\nKết quả:\n\ngồm 3 đơn vị\n",
        expect![[r"
            ListItem(0) [- ] Văn phòng đã gửi báo cáo đến Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ về phòng, chống thiên tai.
            Body [] Kết quả:
            Body [] gồm 3 đơn vị
        "]],
    );
}

#[test]
fn escapes_entities_links_and_html() {
    check(
        "\\* *Nền tảng:* tăng &gt; 5% <b>ba</b> <Tên> [cổng](http://vi.du/3) <http://vi.du>\n\n<div>\nkhối 7\n</div>\n\n    thụt 8\n    lề 9\n\n[nhãn]: muoi\n",
        expect![[r"
            Body [] * Nền tảng: tăng > 5% ba <Tên> cổng http://vi.du/3 http://vi.du
            Body [] khối 7
            Body [] thụt 8 lề 9
            Body [] [nhãn]: muoi
        "]],
    );
}

#[test]
fn tables_keep_empty_cells() {
    check(
        "| TT | Chỉ tiêu | Số |\n|---|---|---|\n| 1 | Văn bản **đi** | 1.204 |\n| 2 | | |\n",
        expect![[r"
            row
             Body [] TT
             Body [] Chỉ tiêu
             Body [] Số
            row
             Body [] 1
             Body [] Văn bản đi
             Body [] 1.204
            row
             Body [] 2
        "]],
    );
}

#[test]
fn list_marks_that_markdown_does_not_know() {
    check(
        "Trong tháng:\na) Cấp tỉnh: 3 hồ sơ NQ-\nCP\nb) Cấp xã\ncó 5 hồ sơ\n",
        expect![[r"
            Body [] Trong tháng:
            Body [] a) Cấp tỉnh: 3 hồ sơ NQ-CP
            Body [] b) Cấp xã có 5 hồ sơ
        "]],
    );
}

#[test]
fn spans_lead_back_over_the_marks() {
    let text = "# Số\n\n- tổng **7.254** hồ sơ\n";
    let document = read(text);
    let Some(Block::Paragraph(item)) = document.blocks.get(1) else { panic!("no item") };
    let at = item.text.to_string().chars().position(|c| c == '7').unwrap();
    let span = item.text.span(at..at + 5);
    assert_eq!(text.chars().skip(span.start).take(span.end - span.start).collect::<String>(), "7.254");
}

#[test]
fn labels_behind_a_tab_and_code_over_two_lines() {
    check(
        "-\n\t 5. I. Tổng.\n\n` mã\nsố ` 7\n",
        expect![[r"
            ListItem(1) [- 5. ] I. Tổng.
            Body [] mã số 7
        "]],
    );
}
