//! Excel since 2007 (ECMA-376 part 1, 18): a zip file of XML parts.

use super::date::Clock;
use super::grid::{Grid, Met};
use super::{MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, address, number};
use crate::Format;
use crate::error::ReadError;
use crate::met::Damage;
use crate::package::{Package, Relation};
use crate::xml::{Element, SHEET, Tree};
use tonghop_model::document::Document;

/// Reads a book.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let tree = package.tree(&main, &SHEET)?.ok_or(ReadError::Damaged)?;
    let top = tree.top().ok_or(ReadError::Damaged)?;
    let relations = package.relations(&main).unwrap_or_default();
    let mut book = Book::read(&mut package, &relations, top)?;
    let mut sheets = Vec::new();
    for sheet in top.child("sheets").into_iter().flat_map(Element::children).take(MAX_SHEETS) {
        let name = sheet.attribute("name").unwrap_or("").to_owned();
        let relation = relations.iter().find(|relation| Some(relation.id.as_str()) == sheet.attribute("id"));
        let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") else { continue };
        if matches!(sheet.attribute("state"), Some("hidden" | "veryHidden")) {
            book.met.sheets.push(name);
            continue;
        }
        let (part, damaged) = package.optional(&relation.target, &SHEET)?;
        book.cut |= damaged || part.is_none();
        if let Some(top) = part.as_ref().and_then(Tree::top) {
            sheets.push(book.sheet(name, top));
        }
    }
    let damage = Damage { cut: book.cut || tree.damaged, salvaged: package.is_salvaged(), parts: book.damaged };
    crate::sheet::document(Format::Xlsx, sheets, book.met, damage)
}

/// What the sheets of a book share.
struct Book {
    /// Texts, to which cells refer.
    texts: Vec<String>,
    /// The codes of number formats, by the styles of cells.
    formats: Vec<String>,
    clock: Clock,
    met: Met,
    /// Whether a sheet breaks off.
    cut: bool,
    /// Whether the styles are damaged.
    damaged: bool,
}

impl Book {
    fn read(package: &mut Package, relations: &[Relation], top: Element) -> Result<Self, ReadError> {
        let mut part = |kind: &str| {
            let path = relations.iter().find(|relation| relation.kind == kind);
            path.map_or(Ok((None, false)), |relation| package.optional(&relation.target, &SHEET))
        };
        let (texts, cut) = part("sharedStrings")?;
        let (styles, damaged) = part("styles")?;
        let items = texts.as_ref().and_then(Tree::top).into_iter().flat_map(Element::children);
        let since_1904 = top.child("workbookPr").and_then(|properties| properties.attribute("date1904"));
        Ok(Self {
            texts: items.filter(|item| item.name() == "si").map(text).collect(),
            formats: styles.as_ref().and_then(Tree::top).map(formats).unwrap_or_default(),
            clock: if matches!(since_1904, Some("1" | "true")) { Clock::Since1904 } else { Clock::Since1900 },
            met: Met::default(),
            cut,
            damaged,
        })
    }

    fn sheet(&mut self, name: String, top: Element) -> Grid {
        let mut grid = Grid::new(name);
        for column in top.child("cols").into_iter().flat_map(Element::children).filter(|column| is_hidden(*column)) {
            let bound = |name| column.number(name).unwrap_or(0_usize);
            let (first, last) = (bound("min").saturating_sub(1), bound("max").min(MAX_COLUMNS));
            grid.hidden_columns.extend(first..last);
        }
        let mut row = 0;
        for element in top.child("sheetData").into_iter().flat_map(Element::children) {
            row = element.number::<usize>("r").map_or(row, |row| row - row.min(1));
            if row >= MAX_ROWS {
                break;
            }
            if is_hidden(element) {
                grid.hidden_rows.insert(row);
            }
            self.row(element, row, &mut grid);
            row += 1;
        }
        for merged in top.child("mergeCells").into_iter().flat_map(Element::children) {
            let range = merged.attribute("ref").and_then(|range| range.split_once(':'));
            if let Some((first, last)) = range.and_then(|(first, last)| Some((address(first)?, address(last)?))) {
                grid.merge(first, last);
            }
        }
        grid
    }

    fn row(&mut self, element: Element, row: usize, grid: &mut Grid) {
        let mut column = 0;
        for cell in element.children().filter(|child| child.name() == "c") {
            column = cell.attribute("r").and_then(address).map_or(column, |(_, column)| column);
            let text = self.cell(cell);
            grid.put(row, column, text, &mut self.met);
            column += 1;
        }
    }

    /// What a cell prints (18.18.11 lists the types).
    fn cell(&mut self, cell: Element) -> String {
        let value = cell.child("v").map_or("", Element::text);
        if value.is_empty() && cell.child("f").is_some() {
            self.met.formulas += 1;
        }
        match cell.attribute("t") {
            Some("s") => {
                value.trim().parse().ok().and_then(|index: usize| self.texts.get(index)).cloned().unwrap_or_default()
            }
            Some("inlineStr") => cell.child("is").map(text).unwrap_or_default(),
            Some("b") => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            Some("d") => date_of(value),
            Some("str" | "e") => value.to_owned(),
            _ => {
                let style = cell.number("s").unwrap_or(0_usize);
                let code = self.formats.get(style).map_or("", String::as_str);
                number::value(value)
                    .map_or_else(|| value.to_owned(), |value| number::printed(value, code, self.clock))
            }
        }
    }
}

fn is_hidden(element: Element) -> bool {
    matches!(element.attribute("hidden"), Some("1" | "true"))
}

/// A text and its runs, without the signs that say how it is spoken.
fn text(item: Element) -> String {
    let runs = item.children().filter_map(|child| match child.name() {
        "t" => Some(child.text()),
        "r" => child.child("t").map(Element::text),
        _ => None,
    });
    runs.collect::<String>().replace("_x000D_", "")
}

/// A day in the form of ISO 8601, printed as the country does.
pub(super) fn date_of(text: &str) -> String {
    let day = text.split('T').next().unwrap_or("");
    let parts: Vec<&str> = day.split('-').collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => format!("{day}/{month}/{year}"),
        _ => text.to_owned(),
    }
}

/// The codes of number formats by the styles of cells.
fn formats(styles: Element) -> Vec<String> {
    let named = |element: Element| -> Option<(u16, String)> {
        Some((element.number("numFmtId")?, element.attribute("formatCode")?.to_owned()))
    };
    let own: Vec<(u16, String)> =
        styles.child("numFmts").into_iter().flat_map(Element::children).filter_map(named).collect();
    let code = |style: Element| {
        let id = style.number("numFmtId").unwrap_or(0);
        let own = own.iter().find(|(known, _)| *known == id).map(|(_, code)| code.clone());
        own.unwrap_or_else(|| number::built_in(id).to_owned())
    };
    styles
        .child("cellXfs")
        .into_iter()
        .flat_map(Element::children)
        .filter(|style| style.name() == "xf")
        .map(code)
        .collect()
}
