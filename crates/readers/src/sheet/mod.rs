//! Spreadsheets: each sheet a table under its name, its cells as they are printed.

mod date;
mod grid;
mod number;
mod ods;
mod xls;
mod xlsx;

use crate::Format;
use crate::error::ReadError;
use crate::flow::Flow;
use crate::met::Damage;
use crate::support::{Feature, done, not, partly};
use grid::{Grid, Met};
use tonghop_model::document::{Block, Document};

pub(super) use ods::read as read_ods;
pub(super) use xls::read as read_xls;
pub(super) use xlsx::read as read_xlsx;

/// What is read of a book of Excel since 2007.
pub(super) const XLSX_SUPPORT: [Feature; 11] = [
    done("sheets in their order, each a table under its name; empty borders left out"),
    done("texts, also of several looks; results of formulas as they were last computed"),
    done("numbers as printed: separators of Vietnam, decimals, percent, thousands, signs of currencies, own formats"),
    done("days as dd/mm/yyyy, or as the cell prints them; times; both ways to count days"),
    done("merged cells"),
    partly("hidden sheets, rows and columns: left out, and said"),
    partly("formulas that were never computed: empty, and said"),
    partly("fractions and powers of ten are printed as plain numbers"),
    not("headers and footers of the print, comments, pictures, charts"),
    not("books in binary form (.xlsb), which are refused"),
    not("books with a password, which are refused"),
];

/// What is read of a book of Excel 97–2003.
pub(super) const XLS_SUPPORT: [Feature; 7] = [
    done("sheets in their order, each a table under its name; empty borders left out"),
    done("texts; results of formulas as they were last computed"),
    done("numbers, days and times as printed, as in .xlsx"),
    done("merged cells"),
    partly("hidden sheets, rows and columns: left out, and said"),
    not("headers and footers of the print, comments, pictures, charts"),
    not("books of Excel 5.0 and 95, and books with a password, which are refused"),
];

/// What is read of an `OpenDocument` spreadsheet.
pub(super) const ODS_SUPPORT: [Feature; 7] = [
    done("sheets in their order, each a table under its name; empty borders left out"),
    done("cells as they were last shown, with the separators of Vietnam"),
    done("days as dd/mm/yyyy"),
    done("merged cells"),
    partly("hidden sheets, rows and columns: left out, and said"),
    not("headers and footers of the print, comments, pictures, charts"),
    not("books with a password, which are refused"),
];

/// A book of sheets that were read.
fn document(format: Format, sheets: Vec<Grid>, mut met: Met, damage: Damage) -> Result<Document, ReadError> {
    let mut flow = Flow::default();
    let mut blocks: Vec<Block> = Vec::new();
    for sheet in sheets {
        sheet.write(&mut flow, &mut met, &mut blocks)?;
    }
    let notices = damage.notices().chain(met.notices()).collect();
    Ok(Document { format, text: flow.finish(), blocks, margins: Vec::new(), notices, layout: None })
}

/// A column and a row from 0, as "A1" names them; `None` where it names no cell.
fn address(name: &str) -> Option<(usize, usize)> {
    let name = name.trim().trim_start_matches('$');
    let letters = name.len() - name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        (column <= MAX_COLUMNS).then_some(column)
    })?;
    let row: usize = digits.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1).filter(|row| *row < MAX_ROWS)?, column.checked_sub(1)?))
}

/// The most sheets that are read.
const MAX_SHEETS: usize = 250;

/// The rows and columns that sheets have.
const MAX_ROWS: usize = 1 << 20;
const MAX_COLUMNS: usize = 1 << 14;
