//! What stands in an `.rtf`, a text a trap; `traps` has the file of all traps and its damage.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use tonghop_readers::document;

use super::support::{show, spans_lie_inside};

const HEAD: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset163 Times New Roman (Vietnamese);}{\f2\fcharset2 Symbol;}{\f3\fcharset0 .VnTime;}{\f4\fcharset2 Wingdings{\*\falt x;};}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs9 khac;}}";

fn check(body: &str, expected: Expect) {
    expected.assert_eq(&show(&document("a.rtf", format!("{HEAD}{body}}}").as_bytes()).unwrap()));
}

#[test]
fn letters_in_every_way() {
    check(
        r"\uc1 \u272?\u7841?t 1.2{\b 34} \uc2\u7891\'3f?\uc0\u7891  {\f1 h\'f4\'cc s\'f5} \'93a\'94 \emdash\~5\_6\-7 \{x\} {\f2\'b3}8 {\f4\'fc}\par\uc1 {\f3 \'ae\'ad\'eec \u174?\u185?t}\u-10179?\u-8704?",
        expect![[r#"
            Body: Đạt 1.234 ồồ hồ sơ “a” — 5-67 {x} ≥8 ✓
            Body: được đạt😀
            notice legacy-encoding
        "#]],
    );
}

#[test]
fn labels_headings_and_fields() {
    check(
        r"{\listtext\pard\plain\f0 I.\tab}\pard\s1 Ph\u7847?n\par{\pntext\f2\'b7\tab}\pard\ilvl1 g\u7841?ch\par{\listtext\f4\'d8\tab}\pard m\u361?i t\u234?n\par\pard\outlinelevel9\s1 th\'e2n {\field{\*\fldinst SEQ 99}{\fldrslt 86}}\par",
        expect![[r#"
            Heading(1): [I. ]Phần
            ListItem(1): [• ]gạch
            ListItem(0): [- ]mũi tên
            Body: thân 86
        "#]],
    );
}

#[test]
fn tables_with_merged_and_nested_cells() {
    check(
        r"\trowd\trleft0\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl A\cell B\cell\cell\row
        \trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell C\par C2\cell\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl\itap1 sau\cell\row
        \pard H\u7871?t\par",
        expect![[r#"
            row
             cell 0+1 down 2
              Body: A
             cell 1+2 down 1
              Body: B
            row
             cell 1+1 down 1
              Body: C
              Body: C2
             cell 2+1 down 1
              row
               cell 0+1 down 1
                Body: x
               cell 1+1 down 1
                Body: y
              Body: sau
            Body: Hết
        "#]],
    );
}

#[test]
fn what_stands_apart_and_what_is_left_out() {
    check(
        r"{\header S\u7902?\par}{\info{\title T}}\pard C\'f3{\footnote\pard Ch\'fa th\'edch}{\shp{\*\shpinst{\sp{\sn a}{\sv 9}}{\shptxt\pard Khung\par}}{\shprslt{\*\do sai}}} 5{\v k\'edn}{\deleted 9}{\revised 6}{\*\annotation b\'ecnh lu\u7853?n}{\*\lamoi sai}{\upr{sai}{\*\ud\u273?}} {\pict\bin3 }}{} xong\par",
        expect![[r#"
            Body: Có 56đ xong
            Note: Chú thích
            TextBox: Khung
            margin SỞ
            notice tracked-changes
            notice hidden-text
        "#]],
    );
}

#[test]
fn a_file_that_breaks_off() {
    let text = format!("{HEAD}\\pard \\u272?\\u7841?t 12\\par C\\'f2n {{\\b 3");
    expect![[r#"
        Body: Đạt 12
        Body: Còn 3
        notice damaged
    "#]]
    .assert_eq(&show(&document("a.rtf", text.as_bytes()).unwrap()));
}

#[test]
fn groups_and_cells_without_end() {
    assert!(document("a.rtf", format!("{HEAD}{}", "{".repeat(20_000)).as_bytes()).is_err());
    let notes = r"{\footnote a".repeat(500) + &"}".repeat(500);
    assert!(document("a.rtf", format!("{HEAD}x{notes}}}").as_bytes()).is_ok());
    let row = format!("{HEAD}\\trowd{}\\pard\\intbl a\\cell\\row}}", "\\cellx1".repeat(100_000));
    assert_eq!(document("a.rtf", row.as_bytes()).unwrap().paragraphs().len(), 1);
    let deep = format!("{HEAD}{}}}", "\\intbl\\itap2000000000 a\\nestcell".repeat(100));
    assert!(document("a.rtf", deep.as_bytes()).is_ok());
}

proptest! {
    #[test]
    fn any_words_keep_their_spans(pieces in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "{", "}", "\\par ", "\\pard", "\\cell ", "\\row ", "\\nestcell ", "\\intbl", "\\itap3", "\\trowd", "\\cellx900",
        "\\clmrg", "\\clvmrg", "{\\footnote ", "{\\shp{\\*\\shpinst{\\shptxt ", "{\\header ", "{\\listtext ", "\\v ", "\\v0 ",
        "\\deleted ", "\\f3 ", "\\f1 ", "\\plain ", "\\u7891?", "\\uc2", "\\'ad", "\\-", "1.204 ", "hồ sơ ", "\\line ", "\\*", "{\\*\\nesttableprops",
        "\\nestrow", "\\bin2 ", "\\upr", "\\sect ",
    ]), 0..80)) {
        if let Ok(document) = document("a.rtf", format!("{HEAD}{}", pieces.concat()).as_bytes()) {
            prop_assert!(spans_lie_inside(&document));
        }
    }
}

#[test]
fn three_megabytes_in_a_second() {
    let line = r"\pard {\listtext -\tab}T\u7893?ng s\u7889? h\u7891? s\u417? l\'e0 {\b 1.204} h\u7891? s\u417?.\par ";
    let text = format!("{HEAD}{}}}", line.repeat(3_000_000 / line.len()));
    let start = std::time::Instant::now();
    assert_eq!(document("a.rtf", text.as_bytes()).unwrap().blocks.len(), 3_000_000 / line.len());
    // The bound is for the shipped build; the build of the tests is many times slower.
    let bound = if cfg!(debug_assertions) { 20 } else { 1 };
    assert!(start.elapsed().as_secs() < bound, "{:?}", start.elapsed());
}
