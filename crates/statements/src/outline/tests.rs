//! Outlines of whole texts: which lines head sections, and that no text breaks the stage.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{header, path, sections};
use crate::line::lines;
use crate::line::tests::document_of;
use tonghop_model::document::{Block, Role};

/// The sections of a text whose lines are paragraphs; a line that begins with `#` is set as a heading, one with `!` in
/// bold type.
fn check(text: &str, expected: &Expect) {
    let mut document = document_of(&text.replace(['#', '!'], ""));
    for (block, line) in document.blocks.iter_mut().zip(text.lines()) {
        let Block::Paragraph(paragraph) = block else { continue };
        paragraph.bold = line.starts_with('!');
        if line.starts_with('#') {
            paragraph.role = Role::Heading(1);
        }
    }
    let lines = lines(&document);
    let mut out = String::new();
    for section in sections(&lines) {
        let indent = "  ".repeat(usize::from(section.level) - 1);
        let plan = if section.plan { " (plans)" } else { "" };
        let number = if section.number.is_empty() { "–" } else { &section.number };
        let _ = writeln!(out, "{indent}{number} | {}{plan}", section.title);
    }
    expected.assert_eq(&out);
}

#[test]
fn levels_come_from_kinds_and_nesting() {
    check(
        "PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2024\nI - Kinh tế\n1. Nông nghiệp\n1.1. Trồng trọt\na) Lúa\n1.2. Chăn nuôi\n\
         2/ Công nghiệp\nII - Văn hóa\na. Giáo dục\nb. Y tế\nPHẦN THỨ HAI\nPHƯƠNG HƯỚNG, NHIỆM VỤ\nI - Kinh tế",
        &expect![[r#"
            I | KẾT QUẢ NĂM 2024
              I | Kinh tế
                1 | Nông nghiệp
                  1.1 | Trồng trọt
                    a | Lúa
                  1.2 | Chăn nuôi
                2 | Công nghiệp
              II | Văn hóa
                a | Giáo dục
                b | Y tế
            II | PHƯƠNG HƯỚNG, NHIỆM VỤ (plans)
              I | Kinh tế (plans)
        "#]],
    );
    check(
        "A. KẾT QUẢ\nI. Kinh tế\n1. Nông nghiệp\nII. Xã hội\nB. NHIỆM VỤ TRỌNG TÂM\nI. Kinh tế",
        &expect![[r#"
        A | KẾT QUẢ
          I | Kinh tế
            1 | Nông nghiệp
          II | Xã hội
        B | NHIỆM VỤ TRỌNG TÂM (plans)
          I | Kinh tế (plans)
    "#]],
    );
    check(
        "1. Tình hình chung\n2. Kết quả\n2.1 Về đầu tư\na) Vốn\n3. Kế hoạch tháng tới",
        &expect![[r#"
        1 | Tình hình chung
        2 | Kết quả
          2.1 | Về đầu tư
            a | Vốn
        3 | Kế hoạch tháng tới (plans)
    "#]],
    );
}

#[test]
fn numbers_that_are_wrong_repeated_or_damaged_change_nothing() {
    check(
        "I. KẾT QUẢ\nII. TỔNG HỢP\nII. ĐÁNH GIÁ\nIV. KẾ HOẠCH CÔNG TÁC",
        &expect![[r#"
        I | KẾT QUẢ
        II | TỔNG HỢP
        II | ĐÁNH GIÁ
        IV | KẾ HOẠCH CÔNG TÁC (plans)
    "#]],
    );
    check(
        "l. KET QUA CHUNG\n1. Linh vuc mot\nI1. CONG TAC KHAC\nI11. PHUONG HUONG",
        &expect![[r#"
        I | KET QUA CHUNG
          1 | Linh vuc mot
        II | CONG TAC KHAC
        III | PHUONG HUONG
    "#]],
    );
}

#[test]
fn items_of_lists_head_nothing() {
    check(
        "I. KẾT QUẢ\n1. Báo chí\nĐã ban hành:\n1. Công văn về bầu cử;\n2. Công văn về phòng dịch.\n2. Bưu chính\n\
         3. Danh mục đề án\n1. Quy chế quản lý thư điện tử\n2. Quy chế quản lý cổng\n3. Quy chế quản lý kho\n\
         II. KẾ HOẠCH CÔNG TÁC\n1. Tiếp tục tuyên truyền. Trình dự thảo kế hoạch.",
        &expect![[r#"
            I | KẾT QUẢ
              1 | Báo chí
              2 | Bưu chính
              3 | Danh mục đề án
            II | KẾ HOẠCH CÔNG TÁC (plans)
        "#]],
    );
    check(
        "I. KẾT QUẢ\n1. Số hồ sơ tiếp nhận Hồ sơ 45\n1.1 Số đã giải quyết Hồ sơ 42",
        &expect![[r#"
        I | KẾT QUẢ
    "#]],
    );
    check(
        "I. KẾT QUẢ\n1. Kết quả Đề án 06\n2. Công tác năm 2022",
        &expect![[r#"
        I | KẾT QUẢ
          1 | Kết quả Đề án 06
          2 | Công tác năm 2022
    "#]],
    );
}

#[test]
fn headings_without_a_label() {
    check(
        "KẾT QUẢ CÔNG TÁC\n1. Trồng trọt\n2. Chăn nuôi\nPHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Trồng trọt",
        &expect![[r#"
            – | KẾT QUẢ CÔNG TÁC
              1 | Trồng trọt
              2 | Chăn nuôi
            – | PHƯƠNG HƯỚNG, NHIỆM VỤ (plans)
              1 | Trồng trọt (plans)
        "#]],
    );
    check(
        "I. KẾT QUẢ\n!Về trồng trọt\nGieo 5 ha.\n!Cộng: 5 ha\n!Về chăn nuôi\nII. KẾ HOẠCH THÁNG 6",
        &expect![[r#"
        I | KẾT QUẢ
          – | Về trồng trọt
          – | Về chăn nuôi
        II | KẾ HOẠCH THÁNG 6 (plans)
    "#]],
    );
    check(
        "#Kết quả\n!Trồng trọt\n#Kế hoạch tháng 6 năm 2022",
        &expect![[r#"
            – | Kết quả
              – | Trồng trọt
            – | Kế hoạch tháng 6 năm 2022 (plans)
        "#]],
    );
}

#[test]
fn labels_alone_take_the_next_line_for_their_title() {
    check(
        "I\nKẾT QUẢ CÔNG TÁC\n1.\n!Lĩnh vực báo chí\nII\nKế hoạch công tác\nV\nMột ô của bảng",
        &expect![[r#"
        I | KẾT QUẢ CÔNG TÁC
          1 | Lĩnh vực báo chí
        II | Kế hoạch công tác (plans)
    "#]],
    );
}

#[test]
fn contents_and_the_foot_head_nothing() {
    check(
        "MỤC LỤC\nI. KẾT QUẢ 1\nII. KẾ HOẠCH CÔNG TÁC 9\nI. KẾT QUẢ\nII. KẾ HOẠCH CÔNG TÁC\nKT. GIÁM ĐỐC\n\
         PHÓ GIÁM ĐỐC\nTRẦN VĂN MẪU\nPHỤ LỤC I\nSỐ LIỆU THU, CHI",
        &expect![[r#"
            I | KẾT QUẢ
            II | KẾ HOẠCH CÔNG TÁC (plans)
            PHỤ LỤC I | SỐ LIỆU THU, CHI
        "#]],
    );
}

/// Lines that are likely to be read as something, in any order.
fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[IVXl1]{0,4}[./) -]{0,2}[A-ZĐa-zđ ]{0,12}",
        "[0-9]{0,3}(\\.[0-9]{1,2}){0,3}[.)/]? ?\\PC{0,12}",
        "(Phần|PHẦN|Mục|Phụ lục|Biểu|Số:|ngày|tháng|quý|năm|Nơi nhận:|KT\\.|BÁO CÁO|UBND TỈNH|Trong|MỤC LỤC)[ \\PC]{0,16}",
        "(An Lạc, )?ngày [0-9]{0,3} tháng [0-9…]{0,3} năm [0-9]{0,5}",
        "\\PC{0,20}",
    ]
}

proptest! {
    #[test]
    fn any_text_has_an_outline_within_it(text in prop::collection::vec(any_line(), 0..24)) {
        let text = text.join("\n");
        let document = document_of(&text);
        let lines = lines(&document);
        let sections = sections(&lines);
        let length = text.chars().count();
        for (index, section) in sections.iter().enumerate() {
            prop_assert!(section.span.start <= section.span.end && section.span.end <= length);
            prop_assert!(section.paragraph < section.end && section.end <= lines.len());
            prop_assert!(index == 0 || sections[index - 1].paragraph < section.paragraph);
            if let Some(parent) = section.parent {
                let parent = &sections[parent];
                prop_assert!(parent.paragraph < section.paragraph && section.end <= parent.end);
                prop_assert_eq!(parent.level + 1, section.level);
            } else {
                prop_assert_eq!(section.level, 1);
            }
            prop_assert_eq!(path(&sections, section.paragraph).last(), Some(section));
        }
        let header = header(&lines, &sections);
        let spans = header.mentions.iter().map(|mention| mention.span);
        for span in spans.chain(header.period_span).chain(header.number_span).chain(header.issue.map(|issue| issue.span)) {
            prop_assert!(span.start <= span.end && span.end <= length);
        }
    }
}
