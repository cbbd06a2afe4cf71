//! A sheet as rows of cells.

use rust_decimal::Decimal;

use super::names::MAIN;
use crate::write::markup::Markup;

/// How many digits a number of Excel keeps; a figure with more is written as text, so that none is lost.
const DIGITS: usize = 15;

/// A sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// The widths of its columns, in characters.
    pub widths: Vec<u32>,
    /// How many columns stay in sight beside the first row.
    pub frozen: usize,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What stands in it.
    pub value: Value,
    /// The index of its look.
    pub look: usize,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// The sum of some cells to the left of the same row, and what it comes to.
    Sum {
        /// The first column, from 0.
        from: usize,
        /// The last column.
        to: usize,
        /// What it comes to.
        value: Decimal,
    },
}

impl Value {
    /// Whether a number of Excel keeps all digits of a figure.
    pub fn fits(value: Decimal) -> bool {
        value.mantissa().unsigned_abs().to_string().len() <= DIGITS
    }
}

impl Sheet {
    /// The part of the sheet.
    pub fn part(&self) -> String {
        let mut xml = Markup::part();
        xml.start("worksheet", &[("xmlns", MAIN)]);
        xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        self.view(&mut xml);
        xml.start("cols", &[]);
        for (index, width) in self.widths.iter().enumerate() {
            let (at, width) = ((index + 1).to_string(), width.to_string());
            xml.empty("col", &[("min", &at), ("max", &at), ("width", &width), ("customWidth", "1")]);
        }
        xml.end().start("sheetData", &[]);
        for (index, row) in self.rows.iter().enumerate() {
            let number = (index + 1).to_string();
            xml.start("row", &[("r", &number)]);
            for (column, cell) in row.iter().enumerate() {
                cell.write(&mut xml, column, &number);
            }
            xml.end();
        }
        xml.end();
        xml.empty(
            "pageMargins",
            &[
                ("left", "0.8"),
                ("right", "0.6"),
                ("top", "0.8"),
                ("bottom", "0.8"),
                ("header", "0.4"),
                ("footer", "0.4"),
            ],
        );
        xml.empty("pageSetup", &[("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")]);
        xml.finish()
    }

    /// The head stays in sight.
    fn view(&self, xml: &mut Markup) {
        let cell = format!("{}2", column(self.frozen));
        let columns = self.frozen.to_string();
        xml.start("sheetViews", &[]).start("sheetView", &[("workbookViewId", "0")]);
        let mut pane = Vec::new();
        if self.frozen > 0 {
            pane.push(("xSplit", columns.as_str()));
        }
        let active = if self.frozen > 0 { "bottomRight" } else { "bottomLeft" };
        pane.extend([("ySplit", "1"), ("topLeftCell", &cell), ("activePane", active), ("state", "frozen")]);
        xml.empty("pane", &pane).end().end();
    }
}

impl Cell {
    fn write(&self, xml: &mut Markup, at: usize, row: &str) {
        let (place, look) = (format!("{}{row}", column(at)), self.look.to_string());
        let attributes = [("r", place.as_str()), ("s", look.as_str())];
        match &self.value {
            Value::Empty => {
                xml.empty("c", &attributes);
            }
            Value::Text(text) => {
                xml.start("c", &[attributes[0], attributes[1], ("t", "inlineStr")]).start("is", &[]);
                xml.leaf("t", &[("xml:space", "preserve")], text).end().end();
            }
            Value::Number(value) => {
                xml.start("c", &attributes).leaf("v", &[], &value.to_string()).end();
            }
            Value::Sum { from, to, value } => {
                let formula = format!("SUM({}{row}:{}{row})", column(*from), column(*to));
                xml.start("c", &attributes).leaf("f", &[], &formula).leaf("v", &[], &value.to_string()).end();
            }
        }
    }
}

/// The letters of a column: A, Z, AA.
fn column(index: usize) -> String {
    let mut out = String::new();
    let mut rest = index + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        out.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
