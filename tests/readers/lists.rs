//! Automatic list numbers, as Word prints them.

use expect_test::{Expect, expect};

use super::support::{Docx, item, p, read, show};

/// A level: its number format, the pattern of its label, and other properties.
fn level(index: u32, format: &str, pattern: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>"#
    )
}

/// An abstract list, and the instance of the same number.
fn list(id: u32, levels: &[String]) -> String {
    format!(
        r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum><w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>"#,
        levels.concat()
    )
}

fn check(numbering: &str, items: &[(u32, u32)], expected: Expect) {
    let body: String = items.iter().map(|(list, depth)| item(*list, *depth, "x")).collect();
    let shown = show(&read(&Docx::new(&body).wrapped("numbering", numbering).bytes()));
    expected.assert_eq(&shown);
}

#[test]
fn levels_restart_behind_an_outer_item() {
    let levels =
        [level(0, "upperRoman", "%1.", ""), level(1, "decimal", "%2.", ""), level(2, "decimal", "%2.%3.", "")];
    check(
        &list(1, &levels),
        &[(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)],
        expect![[r"
        ListItem(0): [I. ]x
        ListItem(1): [1. ]x
        ListItem(2): [1.1. ]x
        ListItem(2): [1.2. ]x
        ListItem(1): [2. ]x
        ListItem(2): [2.1. ]x
        ListItem(0): [II. ]x
        ListItem(1): [1. ]x
    "]],
    );
}

#[test]
fn a_level_that_was_skipped_shows_its_start() {
    let levels = [level(0, "decimal", "%1.", ""), level(1, "decimal", "%1.%2.", "")];
    check(
        &list(1, &levels),
        &[(1, 1), (1, 1), (1, 0)],
        expect![[r"
        ListItem(1): [1.1. ]x
        ListItem(1): [1.2. ]x
        ListItem(0): [2. ]x
    "]],
    );
}

#[test]
fn number_formats() {
    let formats =
        ["decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "none", "khac"];
    let numbering: String =
        (1..).zip(formats).map(|(id, format)| list(id, &[level(0, format, "(%1)", "")])).collect();
    let items: Vec<(u32, u32)> = (1..=8).flat_map(|id| [(id, 0), (id, 0), (id, 0), (id, 0)]).collect();
    check(
        &numbering,
        &items,
        expect![[r"
        ListItem(0): [(1) ]x
        ListItem(0): [(2) ]x
        ListItem(0): [(3) ]x
        ListItem(0): [(4) ]x
        ListItem(0): [(01) ]x
        ListItem(0): [(02) ]x
        ListItem(0): [(03) ]x
        ListItem(0): [(04) ]x
        ListItem(0): [(I) ]x
        ListItem(0): [(II) ]x
        ListItem(0): [(III) ]x
        ListItem(0): [(IV) ]x
        ListItem(0): [(i) ]x
        ListItem(0): [(ii) ]x
        ListItem(0): [(iii) ]x
        ListItem(0): [(iv) ]x
        ListItem(0): [(A) ]x
        ListItem(0): [(B) ]x
        ListItem(0): [(C) ]x
        ListItem(0): [(D) ]x
        ListItem(0): [(a) ]x
        ListItem(0): [(b) ]x
        ListItem(0): [(c) ]x
        ListItem(0): [(d) ]x
        ListItem(0): [() ]x
        ListItem(0): [() ]x
        ListItem(0): [() ]x
        ListItem(0): [() ]x
        ListItem(0): [(1) ]x
        ListItem(0): [(2) ]x
        ListItem(0): [(3) ]x
        ListItem(0): [(4) ]x
    "]],
    );
}

#[test]
fn letters_go_on_behind_z() {
    let numbering = list(1, &[level(0, "lowerLetter", "%1)", "")]);
    let body: String = (0..28).map(|_| item(1, 0, "x")).collect();
    let document = read(&Docx::new(&body).wrapped("numbering", &numbering).bytes());
    let labels: Vec<String> = document.paragraphs().iter().map(|(p, _)| p.text.slice(0..p.label_len)).collect();
    assert_eq!(labels[25..], ["z) ", "aa) ", "bb) "]);
}

#[test]
fn bullets_of_symbol_fonts_become_dashes() {
    let bullets = ["-", "+", "\u{F0B7}", "\u{F0A7}", "–", "•"];
    let numbering: String =
        (1..).zip(bullets).map(|(id, glyph)| list(id, &[level(0, "bullet", glyph, "")])).collect();
    check(
        &numbering,
        &[(1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0)],
        expect![[r"
        ListItem(0): [- ]x
        ListItem(0): [+ ]x
        ListItem(0): [• ]x
        ListItem(0): [- ]x
        ListItem(0): [- ]x
        ListItem(0): [• ]x
    "]],
    );
}

#[test]
fn instances_share_a_count_unless_they_restart() {
    let numbering = list(1, &[level(0, "decimal", "%1.", "")])
        + r#"<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
             <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
             <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1-"/></w:lvl></w:lvlOverride></w:num>"#;
    check(
        &numbering,
        &[(1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (4, 0), (9, 0), (0, 0)],
        expect![[r"
        ListItem(0): [1. ]x
        ListItem(0): [2. ]x
        ListItem(0): [5. ]x
        ListItem(0): [6. ]x
        ListItem(0): [7. ]x
        ListItem(0): [H- ]x
        Body: x
        Body: x
    "]],
    );
}

#[test]
fn legal_numbers_restarts_and_no_space() {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
        level(2, "lowerLetter", "%3)", r#"<w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>"#),
    ];
    check(
        &list(1, &levels),
        &[(1, 0), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2)],
        expect![[r"
        ListItem(0): [I. ]x
        ListItem(0): [II. ]x
        ListItem(1): [2.1. ]x
        ListItem(2): [a)]x
        ListItem(1): [2.2. ]x
        ListItem(2): [b)]x
    "]],
    );
}

#[test]
fn numbers_through_styles() {
    let numbering = r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Khoan"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="DS"/></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:styleLink w:val="DS"/><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1/"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"#;
    let sheet = r#"<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>
        <w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let styled = |style: &str, more: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>"#)
    };
    let none = r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#;
    let body = styled("Dieu", "")
        + &styled("Khoan", "")
        + &styled("Con", "")
        + &styled("Dieu", none)
        + &item(2, 0, "nối")
        + &p("hết");
    let file = Docx::new(&body).wrapped("numbering", numbering).wrapped("styles", sheet).bytes();
    expect![[r"
        ListItem(0): [Điều 1. ]Dieu
        ListItem(1): [1. ]Khoan
        ListItem(0): [Điều 2. ]Con
        Body: Dieu
        ListItem(0): [4/ ]nối
        Body: hết
    "]]
    .assert_eq(&show(&read(&file)));
}
