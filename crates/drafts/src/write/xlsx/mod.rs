//! A table to an Excel file: the table, its sources, and what is open, each on a sheet.
//!
//! It is `SpreadsheetML` (ECMA-376 part 1, 18) written directly. Figures are numbers, so that they can be added and
//! sorted: a format groups their digits and never lets them become powers of ten, and a word such as "khoảng" is part
//! of the format. A total is a formula with its value beside it. Text is never read as a formula or a number.

mod names;
mod sheet;
mod sheets;
mod styles;
#[cfg(test)]
mod tests;

use super::markup::Markup;
use super::package::{content_types, package, relations};
use names::MAIN;
use sheet::Sheet;
use styles::Styles;
use tonghop_figures::table::{Source, Table};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The Excel file of a table; `sources` are those that it was made from.
pub fn xlsx(table: &Table, sources: &[Source<'_>]) -> Vec<u8> {
    let mut styles = Styles::default();
    let sheets = [
        sheets::figures(table, &mut styles),
        sheets::sources(table, sources, &mut styles),
        sheets::findings(table, sources, &mut styles),
    ];
    let types = [
        ("/xl/workbook.xml", "spreadsheetml.sheet.main"),
        ("/xl/styles.xml", "spreadsheetml.styles"),
        ("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
        ("/xl/worksheets/sheet2.xml", "spreadsheetml.worksheet"),
        ("/xl/worksheets/sheet3.xml", "spreadsheetml.worksheet"),
    ];
    let parts = [
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "worksheet", "worksheets/sheet2.xml"),
        ("rId3", "worksheet", "worksheets/sheet3.xml"),
        ("rId4", "styles", "styles.xml"),
    ];
    let [figures, origins, findings] = &sheets;
    package(&[
        ("[Content_Types].xml", content_types(&types)),
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook(&sheets)),
        ("xl/_rels/workbook.xml.rels", relations(&parts)),
        ("xl/styles.xml", styles.part()),
        ("xl/worksheets/sheet1.xml", figures.part()),
        ("xl/worksheets/sheet2.xml", origins.part()),
        ("xl/worksheets/sheet3.xml", findings.part()),
    ])
}

/// The part that names the sheets; their heads are repeated on every printed page.
fn workbook(sheets: &[Sheet; 3]) -> String {
    let mut xml = Markup::part();
    xml.start("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)]).start("sheets", &[]);
    for (index, sheet) in sheets.iter().enumerate() {
        let (id, relation) = ((index + 1).to_string(), format!("rId{}", index + 1));
        xml.empty("sheet", &[("name", sheet.name), ("sheetId", &id), ("r:id", &relation)]);
    }
    xml.end().start("definedNames", &[]);
    for (index, sheet) in sheets.iter().enumerate() {
        let attributes = [("name", "_xlnm.Print_Titles"), ("localSheetId", &*index.to_string())];
        xml.leaf("definedName", &attributes, &format!("'{}'!$1:$1", sheet.name));
    }
    xml.finish()
}
