//! What the schema says of the elements that are written, so that Word opens the file without repair.
//!
//! ECMA-376 part 1, annex A (transitional): the children of each element that this writer uses, in the order of their
//! sequence. An element that is not listed here must not occur, and none may stand before one that it follows.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Elements with their children; a child with a star may be repeated.
const SEQUENCES: [(&str, &str); 43] = [
    ("w:document", "w:body"),
    // Paragraphs and tables stand in any order, section properties last.
    ("w:body", "w:p|w:tbl w:sectPr"),
    ("w:p", "w:pPr w:r|w:fldSimple"),
    ("w:pPr", "w:pStyle w:keepNext w:numPr w:pBdr w:shd w:tabs w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr"),
    ("w:numPr", "w:ilvl w:numId"),
    ("w:pBdr", "w:top w:left w:bottom w:right"),
    ("w:r", "w:rPr w:t|w:br"),
    ("w:fldSimple", "w:r"),
    ("w:rPr", "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:color w:sz w:szCs w:u w:shd w:lang"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr*"),
    ("w:tblPr", "w:tblStyle w:tblW w:jc w:tblBorders w:tblLayout w:tblCellMar w:tblLook"),
    ("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:tblGrid", "w:gridCol*"),
    ("w:tr", "w:trPr w:tc*"),
    ("w:trPr", "w:cantSplit w:tblHeader"),
    ("w:tc", "w:tcPr w:p*"),
    ("w:tcPr", "w:tcW w:gridSpan w:vAlign"),
    ("w:sectPr", "w:headerReference w:type w:pgSz w:pgMar w:pgNumType w:titlePg"),
    ("w:hdr", "w:p*"),
    ("w:settings", "w:defaultTabStop w:compat"),
    ("w:compat", "w:compatSetting*"),
    ("w:numbering", "w:abstractNum* w:num*"),
    ("w:abstractNum", "w:multiLevelType w:lvl*"),
    ("w:lvl", "w:start w:numFmt w:pStyle w:suff w:lvlText w:lvlJc w:pPr w:rPr"),
    ("w:num", "w:abstractNumId"),
    ("w:styles", "w:docDefaults w:style*"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    ("w:rPrDefault", "w:rPr"),
    ("w:pPrDefault", "w:pPr"),
    ("w:style", "w:name w:basedOn w:qFormat w:pPr w:rPr w:tblPr"),
    ("Types", "Default* Override*"),
    ("Relationships", "Relationship*"),
    // Parts of Excel.
    ("workbook", "sheets definedNames calcPr"),
    ("sheets", "sheet*"),
    ("definedNames", "definedName*"),
    (
        "worksheet",
        "sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter mergeCells pageMargins pageSetup",
    ),
    ("sheetViews", "sheetView"),
    ("sheetView", "pane selection*"),
    ("cols", "col*"),
    ("sheetData", "row*"),
    ("row", "c*"),
    ("c", "f v is"),
];

/// Elements of Excel whose children are checked by name alone, and elements with text or nothing in them.
const LEAVES: [&str; 8] = ["w:t", "f", "v", "is", "definedName", "styleSheet", "sheetPr", "mergeCells"];

/// Fails where a part is not as the schema has it.
pub fn check(part: &str, text: &str) {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<(String, usize)> = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{part}: {error}")) {
            Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                enter(part, &name, &mut open);
                open.push((name, 0));
            }
            Event::Empty(element) => {
                enter(part, element.name().as_ref(), &mut open);
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{part}: not closed");
}

/// Takes an element as the next child of the one that is open.
fn enter(part: &str, name: &str, open: &mut [(String, usize)]) {
    if open.iter().any(|(outer, _)| LEAVES.contains(&outer.as_str())) {
        return;
    }
    let Some((parent, at)) = open.last_mut() else { return };
    let sequence = SEQUENCES.iter().find(|(element, _)| element == parent);
    let children: Vec<&str> = sequence.map(|(_, children)| children.split(' ').collect()).unwrap_or_default();
    let has = |child: &str| child.trim_end_matches('*').split('|').any(|option| option == name);
    let found = children.iter().position(|child| has(child));
    let found = found.unwrap_or_else(|| panic!("{part}: <{name}> is no child of <{parent}>"));
    let repeats = children[found].contains(['*', '|']);
    assert!(found >= *at, "{part}: <{name}> stands too late in <{parent}>");
    *at = if repeats { found } else { found + 1 };
}
