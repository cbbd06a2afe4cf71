//! The values of real tables: heads of one or several rows, merged cells, a row of column numbers, a unit column.

use std::collections::HashSet;

use super::cell::{Cell, above, quantity};
use super::piece::Piece;
use crate::line::{Line, TokenKind};
use crate::numeral::{Class, Numeral};
use tonghop_model::document::Place;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// How many lines before a table may be its caption.
const CAPTION: usize = 3;
/// A caption is a short line.
const CAPTION_TOKENS: usize = 30;

/// The names of rows stand in one of the first columns.
const COLUMNS: usize = 6;

/// A cell of a table with its lines.
struct Spot {
    row: usize,
    column: usize,
    columns: usize,
    lines: Vec<usize>,
}

/// The values of the document's tables.
pub(super) fn cells(lines: &[Line], numerals: &[Numeral]) -> Vec<Cell> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Place::Cell { table, .. } = lines[at].place else {
            at += 1;
            continue;
        };
        let inside = |line: &Line| matches!(line.place, Place::Cell { table: t, .. } if t == table);
        let end = lines[at..].iter().position(|line| !inside(line)).map_or(lines.len(), |length| at + length);
        Grid::new(lines, numerals, at..end).cells(&mut found);
        at = end;
    }
    found
}

struct Grid<'g> {
    lines: &'g [Line],
    numerals: &'g [Numeral],
    boxes: Vec<Spot>,
    caption: Vec<usize>,
}

impl<'g> Grid<'g> {
    fn new(lines: &'g [Line], numerals: &'g [Numeral], range: std::ops::Range<usize>) -> Self {
        let mut boxes: Vec<Spot> = Vec::new();
        for index in range.clone() {
            let Place::Cell { row, column, columns, .. } = lines[index].place else { continue };
            match boxes.last_mut() {
                Some(last) if last.row == row && last.column == column => last.lines.push(index),
                _ => boxes.push(Spot { row, column, columns, lines: vec![index] }),
            }
        }
        let caption = (range.start.saturating_sub(CAPTION)..range.start)
            .filter(|&at| lines[at].place == Place::Body && lines[at].tokens.len() <= CAPTION_TOKENS)
            .collect();
        Self { lines, numerals, boxes, caption }
    }

    fn cells(&self, found: &mut Vec<Cell>) {
        let Some((first, label)) = self.first_row() else { return };
        let mut groups: Vec<usize> = Vec::new();
        let last = self.boxes.last().map_or(0, |cell| cell.row);
        for row in first..=last {
            let row: Vec<&Spot> = self.of_row(row).iter().collect();
            let values = row.iter().filter(|cell| cell.column > label);
            let values: Vec<(&Spot, usize)> = values.filter_map(|cell| Some((*cell, self.value(cell)?))).collect();
            if values.is_empty() {
                groups.extend(row.iter().filter(|cell| self.is_wordy(cell)).flat_map(|cell| &cell.lines));
                groups.drain(..groups.len().saturating_sub(2));
            } else {
                self.row((first, label), &row, &values, &groups, found);
            }
        }
    }

    /// The values of a row under the rows that head its group; `corner` is the first row and the column of the names.
    fn row(
        &self,
        corner: (usize, usize),
        row: &[&Spot],
        values: &[(&Spot, usize)],
        groups: &[usize],
        found: &mut Vec<Cell>,
    ) {
        let (named, others): (Vec<&Spot>, Vec<&Spot>) = row.iter().partition(|cell| cell.column <= corner.1);
        let label = named.iter().filter(|cell| self.is_wordy(cell)).flat_map(|cell| self.pieces(cell));
        let label: Vec<Piece> = label.collect();
        let unit = others.iter().flat_map(|cell| self.pieces(cell)).find(|piece| piece.is_unit(self.lines));
        let unit = unit.or_else(|| self.caption_unit());
        for &(cell, numeral) in values {
            let head = self.head(cell.column, corner.0);
            let Some(meant) = self.numerals[numeral].quantity else { continue };
            found.push(Cell {
                numeral,
                line: cell.lines[0],
                quantity: quantity(self.lines, meant, unit.as_ref(), &head),
                label: label.clone(),
                unit: unit.clone(),
                scope: self.caption.iter().chain(groups).copied().collect(),
                above: above(found, &head, cell.lines[0]),
                only: values.len() == 1,
                head,
            });
        }
    }

    /// The first row with values, and the column that names the rows; `None` for tables without values.
    fn first_row(&self) -> Option<(usize, usize)> {
        let valued = self.boxes.iter().filter(|cell| cell.column > 0 && self.value(cell).is_some());
        let rows: HashSet<usize> = valued.map(|cell| cell.row).filter(|&row| !self.is_numbering(row)).collect();
        let first = rows.iter().copied().min()?;
        let names = |column: usize| {
            let named = self.boxes.iter().filter(|cell| cell.column == column && rows.contains(&cell.row));
            named.filter(|cell| self.is_wordy(cell)).count()
        };
        // A merged "Tổng cộng" may stand in another column than the names.
        let most = (0..COLUMNS).map(names).max().filter(|&most| most > 0)?;
        let label = (0..COLUMNS).find(|&column| names(column) * 2 >= most)?;
        // Rows between the head and the first values head groups, where their first cell is numbered.
        let groups = self.boxes.iter().filter(|cell| cell.row < first && cell.column == 0 && cell.row > 0);
        let begin = groups.filter(|cell| self.is_row_number(cell)).map(|cell| cell.row).min();
        Some((begin.unwrap_or(first).min(first), label))
    }

    /// The head of a column: every cell above the values that covers it, outermost first.
    fn head(&self, column: usize, first: usize) -> Vec<Piece> {
        let covers = |cell: &&Spot| {
            cell.column <= column && column < cell.column + cell.columns && !self.is_numbering(cell.row)
        };
        self.boxes
            .iter()
            .take_while(|cell| cell.row < first)
            .filter(covers)
            .flat_map(|cell| self.pieces(cell))
            .collect()
    }

    /// The unit of the whole table, where a line above it says it: "ĐVT: Triệu đồng".
    fn caption_unit(&self) -> Option<Piece> {
        self.caption.iter().find_map(|&line| {
            let tokens = &self.lines[line].tokens;
            let named = |at: &usize| self.lines[line].any_before(*at, &LEXICON.unit_of_table);
            let after = (1..tokens.len()).find(named)?;
            let start = (after..tokens.len()).find(|&at| matches!(tokens[at].kind, TokenKind::Word))?;
            let end = (start + 1..=tokens.len()).rev();
            end.map(|end| Piece { line, tokens: start..end }).find(|piece| piece.is_unit(self.lines))
        })
    }

    /// The cells of a row, left to right.
    fn of_row(&self, row: usize) -> &[Spot] {
        let start = self.boxes.partition_point(|cell| cell.row < row);
        let end = self.boxes.partition_point(|cell| cell.row <= row);
        &self.boxes[start..end]
    }

    fn pieces(&self, cell: &Spot) -> Vec<Piece> {
        cell.lines.iter().map(|&line| Piece::whole(line, self.lines)).collect()
    }

    fn is_wordy(&self, cell: &Spot) -> bool {
        self.value(cell).is_none() && self.pieces(cell).iter().any(|piece| piece.is_wordy(self.lines))
    }

    /// The numeral of a cell that holds nothing but a figure, perhaps with its unit.
    fn value(&self, cell: &Spot) -> Option<usize> {
        let [line] = cell.lines[..] else { return None };
        let tokens = &self.lines[line].tokens;
        let rest = Piece { line, tokens: 1.min(tokens.len())..tokens.len() };
        let numeral = self.numerals.partition_point(|numeral| numeral.paragraph < line);
        let own = self.numerals.get(numeral).filter(|numeral| numeral.paragraph == line && numeral.token == 0)?;
        let whole = rest.tokens.is_empty() || rest.is_unit(self.lines);
        let fraction = self.numerals.get(numeral + 1).is_some_and(|next| next.paragraph == line);
        (whole && !fraction && own.class == Class::NarrativeCount && own.quantity.is_some()).then_some(numeral)
    }

    /// Whether a row numbers the columns: "(1) (2) (3)", "A B 1 2".
    fn is_numbering(&self, row: usize) -> bool {
        let cells = self.of_row(row);
        let short = |cell: &Spot| {
            cell.lines.iter().all(|&line| {
                let tokens = &self.lines[line].tokens;
                tokens.len() <= 9 && tokens.iter().all(|token| token.text.chars().count() <= 2)
            })
        };
        let numbers: Vec<u32> = cells
            .iter()
            .filter_map(|cell| self.lines[cell.lines[0]].tokens.iter().find_map(|token| token.text.parse().ok()))
            .collect();
        cells.len() >= 3
            && cells.iter().all(short)
            && numbers.len() + 2 >= cells.len()
            && numbers.first().is_some_and(|&first| first <= 2)
            && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }

    /// Whether a cell holds a row's number: "1", "1.1", "I", "a".
    fn is_row_number(&self, cell: &Spot) -> bool {
        let line = &self.lines[cell.lines[0]];
        !LEXICON.row_number.0.iter().any(|phrase| line.has_at(0, phrase))
            && line.tokens.len() <= 2
            && line.tokens.iter().all(|token| token.text.len() <= 4)
    }
}
