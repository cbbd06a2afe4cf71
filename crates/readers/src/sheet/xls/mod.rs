//! Excel 97–2003 ([MS-XLS]): a stream of records in the container of the old Office formats.

mod record;
mod text;

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::date::Clock;
use super::grid::{Grid, Met};
use super::{MAX_SHEETS, number};
use crate::Format;
use crate::compound::Compound;
use crate::error::ReadError;
use crate::met::Damage;
use record::{Record, Records, u16_at, u32_at};
use tonghop_model::document::Document;

/// The kinds of records that are read ([MS-XLS] 2.3).
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const COL_INFO: u16 = 0x007D;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const XF: u16 = 0x00E0;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const SST: u16 = 0x00FC;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BEGIN: u16 = 0x0809;
}

/// The version of the records that Excel writes since 97.
const VERSION: u16 = 0x0600;

/// Reads a book.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let stream = stream(bytes)?;
    let mut book = Book::default();
    book.globals(&stream)?;
    let mut sheets = Vec::new();
    let mut cut = book.cut;
    for bound in std::mem::take(&mut book.bounds).into_iter().take(MAX_SHEETS) {
        if bound.hidden {
            book.met.sheets.push(bound.name);
            continue;
        }
        let mut sheet = Sheet { book: &mut book, grid: Grid::new(bound.name), waiting: None };
        let mut records = Records::new(stream.get(bound.at..).unwrap_or_default());
        cut |= !sheet.read(&mut records);
        sheets.push(sheet.grid);
    }
    super::document(Format::Xls, sheets, book.met, Damage { cut, ..Damage::default() })
}

/// The stream of the book.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let container = Compound::open(bytes)?;
    let stream = container.stream("Workbook").or_else(|| container.stream("Book"));
    // What stands before a fault in the container is read.
    stream.filter(|stream| !stream.is_empty()).ok_or(ReadError::Damaged)
}

/// A sheet in the list of the book.
struct Bound {
    name: String,
    /// Where its records begin in the stream.
    at: usize,
    hidden: bool,
}

/// What the sheets of a book share.
#[derive(Default)]
struct Book {
    texts: Vec<String>,
    /// The codes of own number formats.
    codes: HashMap<u16, String>,
    /// The number formats of the styles of cells.
    styles: Vec<u16>,
    clock: Clock,
    bounds: Vec<Bound>,
    met: Met,
    /// Whether the records break off.
    cut: bool,
}

impl Book {
    fn globals(&mut self, stream: &[u8]) -> Result<(), ReadError> {
        let mut records = Records::new(stream);
        let first = records.next().ok_or(ReadError::Damaged)?;
        if first.kind != kind::BEGIN || u16_at(&first.data, 0) != VERSION {
            return Err(ReadError::NotYet(Format::Xls));
        }
        for record in records {
            match record.kind {
                kind::FILE_PASS => return Err(ReadError::Locked),
                kind::END => return Ok(()),
                kind::DATE_MODE if u16_at(&record.data, 0) == 1 => self.clock = Clock::Since1904,
                kind::XF => self.styles.push(u16_at(&record.data, 2)),
                kind::FORMAT => {
                    let code = text::long(record.data.get(2..).unwrap_or_default());
                    self.codes.insert(u16_at(&record.data, 0), code);
                }
                kind::BOUND_SHEET => self.bounds.extend(bound(&record)),
                kind::SST => self.texts = text::table(&record),
                _ => {}
            }
        }
        self.cut = true;
        Ok(())
    }

    /// A value as the style of its cell prints it.
    fn printed(&self, value: Decimal, style: u16) -> String {
        let format = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let code = self.codes.get(&format).map_or_else(|| number::built_in(format), String::as_str);
        number::printed(value, code, self.clock)
    }
}

/// A sheet with cells; charts and macros have kinds of their own.
fn bound(record: &Record) -> Option<Bound> {
    let (state, kind) = (record.data.get(4)?, record.data.get(5)?);
    let at = usize::try_from(u32_at(&record.data, 0)).ok()?;
    (*kind == 0).then(|| Bound { name: text::short(&record.data[6..]), at, hidden: state & 3 != 0 })
}

/// A sheet that is being read.
struct Sheet<'b> {
    book: &'b mut Book,
    grid: Grid,
    /// The cell of a formula whose result is a text, which stands in a record of its own.
    waiting: Option<(usize, usize)>,
}

impl Sheet<'_> {
    /// Reads the records to the end of the sheet; `false` where they break off.
    fn read(&mut self, records: &mut Records) -> bool {
        // Charts on a sheet have records of their own within it.
        let mut depth = 0_usize;
        for record in records {
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => return true,
                kind::END => depth -= 1,
                _ if depth == 1 => self.record(&record),
                _ => {}
            }
        }
        false
    }

    fn record(&mut self, record: &Record) {
        let data = &record.data;
        let (row, column, style) = (usize::from(u16_at(data, 0)), usize::from(u16_at(data, 2)), u16_at(data, 4));
        match record.kind {
            kind::LABEL_SST => {
                let index = usize::try_from(u32_at(data, 6)).unwrap_or(usize::MAX);
                let text = self.book.texts.get(index).cloned().unwrap_or_default();
                self.put(row, column, text);
            }
            kind::LABEL => self.put(row, column, text::long(data.get(6..).unwrap_or_default())),
            kind::NUMBER => self.number(row, column, style, double(data, 6)),
            kind::RK => self.number(row, column, style, rk(u32_at(data, 6))),
            kind::MUL_RK => {
                // The last two bytes repeat the last column.
                let pairs = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
                for (beside, pair) in pairs.enumerate() {
                    self.number(row, column + beside, u16_at(pair, 0), rk(u32_at(pair, 2)));
                }
            }
            kind::FORMULA => self.formula(row, column, style, data),
            kind::STRING => {
                if let Some((row, column)) = self.waiting.take() {
                    self.put(row, column, text::long(data));
                }
            }
            kind::BOOL_ERR => {
                let value = data.get(6).copied().unwrap_or(0);
                let text = if data.get(7) == Some(&1) { error(value) } else { boolean(value) };
                self.put(row, column, text.to_owned());
            }
            kind::ROW if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                self.grid.hidden_rows.insert(row);
            }
            kind::COL_INFO if u16_at(data, 8) & 1 != 0 => {
                self.grid.hidden_columns.extend(row..=column.min(usize::from(u8::MAX)));
            }
            kind::MERGE_CELLS => {
                for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let at = |index| usize::from(u16_at(range, index));
                    self.grid.merge((at(0), at(4)), (at(2), at(6)));
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, row: usize, column: usize, text: String) {
        self.grid.put(row, column, text, &mut self.book.met);
    }

    fn number(&mut self, row: usize, column: usize, style: u16, value: Option<Decimal>) {
        if let Some(value) = value {
            let text = self.book.printed(value, style);
            self.put(row, column, text);
        }
    }

    /// The result of a formula: a number, unless its last two bytes say that it is something else (2.5.133).
    fn formula(&mut self, row: usize, column: usize, style: u16, data: &[u8]) {
        self.waiting = None;
        if u16_at(data, 12) != 0xFFFF {
            self.number(row, column, style, double(data, 6));
            return;
        }
        let value = data.get(8).copied().unwrap_or(0);
        match data.get(6) {
            Some(0) => self.waiting = Some((row, column)),
            Some(1) => self.put(row, column, boolean(value).to_owned()),
            Some(2) => self.put(row, column, error(value).to_owned()),
            _ => {}
        }
    }
}

fn boolean(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

/// The name of an error (2.5.10).
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// A binary number as the decimal that it is the nearest to, which is the one that was typed.
fn double(data: &[u8], at: usize) -> Option<Decimal> {
    let bytes: [u8; 8] = data.get(at..at + 8)?.try_into().ok()?;
    number::value(&format!("{:e}", f64::from_le_bytes(bytes)))
}

/// A number in four bytes: whole or the upper half of a binary one, and perhaps a hundredth (2.5.218).
fn rk(rk: u32) -> Option<Decimal> {
    let value = if rk & 2 != 0 {
        Decimal::from(rk.cast_signed() >> 2)
    } else {
        let mut bytes = [0; 8];
        bytes[4..].copy_from_slice(&(rk & !3).to_le_bytes());
        double(&bytes, 0)?
    };
    Some(if rk & 1 != 0 { value / Decimal::ONE_HUNDRED } else { value })
}
