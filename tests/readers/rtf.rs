//! What stands in an `.rtf`: the file of traps, a text a trap, and damage.

use expect_test::{Expect, expect};
use tonghop::engine::read::{Format, document};

use super::support::{damaged, show, spans_lie_inside};

/// Invented content; `files/README.md` says how it was made.
const TRAPS: &[u8] = include_bytes!("files/traps.rtf");

#[test]
fn the_file_of_traps() {
    let document = document("a.rtf", TRAPS).unwrap();
    assert_eq!(document.format, Format::Rtf);
    expect![[""]].assert_eq(&show(&document));
}

const HEAD: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset163 Times New Roman (Vietnamese);}{\f2\fcharset2 Symbol;}{\f3\fcharset0 .VnTime;}{\f4\fcharset2 Wingdings{\*\falt x;};}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs9 khac;}}";

fn check(body: &str, expected: Expect) {
    expected.assert_eq(&show(&document("a.rtf", format!("{HEAD}{body}}}").as_bytes()).unwrap()));
}

#[test]
fn letters_in_every_way() {
    check(
        r"\uc1 \u272?\u7841?t 1.2{\b 34} \uc2\u7891\'3f?\uc0\u7891  {\f1 h\'f4\'cc s\'f5} \'93a\'94 \emdash\~5\_6\-7 \{x\} {\f2\'b3}8 {\f4\'fc}\par {\f3 \'ae\'ad\'eec \u174?\u185?t}\u-10179?\u-8704?",
        expect![[""]],
    );
}

#[test]
fn labels_headings_and_fields() {
    check(
        r"{\listtext\pard\plain\f0 I.\tab}\pard\s1 Ph\u7847?n\par{\pntext\f2\'b7\tab}\pard\ilvl1 g\u7841?ch\par{\listtext\f4\'d8\tab}\pard m\u361?i t\u234?n\par\pard\outlinelevel9\s1 th\'e2n {\field{\*\fldinst SEQ 99}{\fldrslt 86}}\par",
        expect![[""]],
    );
}

#[test]
fn tables_with_merged_and_nested_cells() {
    check(
        r"\trowd\trleft0\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl A\cell B\cell\cell\row
        \trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell C\par C2\cell\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl\itap1 sau\cell\row
        \pard H\u7871?t\par",
        expect![[""]],
    );
}

#[test]
fn what_stands_apart_and_what_is_left_out() {
    check(
        r"{\header S\u7902?\par}{\info{\title T}}\pard C\'f3{\footnote\pard Ch\'fa th\'edch}{\shp{\*\shpinst{\sp{\sn a}{\sv 9}}{\shptxt\pard Khung\par}}{\shprslt{\*\do sai}}} 5{\v k\'edn}{\deleted 9}{\revised 6}{\*\annotation b\'ecnh lu\u7853?n}{\*\lamoi sai}{\upr{sai}{\*\ud\u273?}} {\pict\bin3 }}{ xong\par",
        expect![[""]],
    );
}

#[test]
fn a_file_that_breaks_off() {
    let text = format!("{HEAD}\\pard \\u272?\\u7841?t 12\\par C\\'f2n {{\\b 3");
    expect![[""]].assert_eq(&show(&document("a.rtf", text.as_bytes()).unwrap()));
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

#[test]
fn damage_ends_in_an_error_or_a_document() {
    for bytes in damaged(TRAPS, 400) {
        if let Ok(document) = document("a.rtf", &bytes) {
            assert!(spans_lie_inside(&document));
        }
    }
}
