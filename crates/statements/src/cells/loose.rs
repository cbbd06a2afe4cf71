//! Tables that a PDF gives as lines, a cell or a part of one in each: the head is known by its first words ("TT",
//! "STT"), the rows by their numbers, the values by being nothing but figures at the end of a line.
//!
//! | line | read as |
//! |---|---|
//! | `TT CHỈ TIÊU Đơn vị`, `Chỉ tiêu năm`, `2022`, `Kết quả` | head |
//! | `I`, `Cải cách hành chính` | a row that heads a group |
//! | `1.1`, `Đối với các sở, ngành.`, `% 100 96` | a row with two values |
//!
//! Columns are counted from the right: what stands to the left of the first value may be one cell or several.

use std::ops::Range;

use super::cell::{Cell, above, quantity};
use super::piece::Piece;
use crate::line::{Line, Token, TokenKind};
use crate::numeral::{Class, Numeral, Quantity};
use crate::outline::Section;
use tonghop_model::document::Place;
use tonghop_model::roman;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number;

/// The most lines that a head takes.
const HEAD: usize = 12;
/// A cell of a head is short.
const HEAD_TOKENS: usize = 14;
/// The most lines that a table takes.
const ROWS: usize = 400;

/// The values of such tables.
pub(super) fn cells(lines: &[Line], outline: &[Section], numerals: &[Numeral]) -> Vec<Cell> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(first) = head(lines, at) else {
            at += 1;
            continue;
        };
        let caption = at.checked_sub(1);
        let heads = heads(lines, at..first);
        let mut table = Table { lines, numerals, heads, caption, groups: Vec::new() };
        let (mut row, mut last) = (Row::default(), 0);
        at = first;
        while at < lines.len() && at < first + ROWS && !ends(lines, outline, at) {
            let number = row_number(&lines[at]);
            let count = lines[at].tokens.first().and_then(|token| token.text.parse::<u32>().ok());
            let alone = number == lines[at].tokens.len() && count.is_some_and(|count| count != last + 1);
            if number > 0 && !(alone && row.takes(table.heads.len())) {
                last = count.unwrap_or(last);
                table.close(&row, &mut found);
                row = Row::default();
                row.read(lines, at, number);
            } else {
                row.read(lines, at, 0);
            }
            at += 1;
        }
        table.close(&row, &mut found);
    }
    found
}

/// The cells of a head, a line each; a year alone belongs to the line before it.
fn heads(lines: &[Line], range: Range<usize>) -> Vec<Piece> {
    range.map(|line| Piece::whole(line, lines)).filter(|piece| piece.is_wordy(lines)).collect()
}

/// The line behind the head that begins here; a head is followed by the number of a row.
fn head(lines: &[Line], at: usize) -> Option<usize> {
    let body = lines[at].place == Place::Body && lines[at].tokens.len() <= HEAD_TOKENS;
    let begins = body && LEXICON.row_number.0.iter().any(|phrase| lines[at].has_at(0, phrase));
    let cell = |line: &&Line| line.tokens.len() <= HEAD_TOKENS && row_number(line) == 0;
    let length = lines[at + 1..].iter().take(HEAD).take_while(cell).count();
    let row = lines.get(at + 1 + length).is_some_and(|line| row_number(line) > 0);
    (begins && row).then_some(at + 1 + length)
}

/// A section ends a table, or a line that ends the report; its own rows are numbered like sections, but in Arabic.
fn ends(lines: &[Line], outline: &[Section], at: usize) -> bool {
    let section = outline.iter().any(|section| section.paragraph == at && section.level == 1);
    section && lines[at].tokens.get(1).is_some_and(|mark| mark.is_mark('.')) || lines[at].place != Place::Body
}

/// How many tokens the number of a row takes: "1", "1.1", "IV", "2."; 0 where there is none.
fn row_number(line: &Line) -> usize {
    let Some(first) = line.tokens.first() else { return 0 };
    let printed: String = line.paragraph.text.slice(first.at.clone());
    let part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    match line.tokens.get(1) {
        _ if !roman::is_number(&printed) && !printed.split('.').all(part) => 0,
        Some(next) if next.is_mark('.') => 2,
        // "12 24" and "5 %" are values.
        Some(next) if next.kind != TokenKind::Word => 0,
        _ => 1,
    }
}

/// A row as it is read, line by line.
#[derive(Default)]
struct Row {
    label: Vec<Piece>,
    unit: Option<Piece>,
    /// The tokens with digits in them, of all its cells of figures.
    values: Vec<(usize, usize)>,
    /// Whether words stand behind the values.
    closed: bool,
}

impl Row {
    /// Takes in a line from a token on: words, then perhaps a unit, then perhaps values.
    fn read(&mut self, lines: &[Line], at: usize, from: usize) {
        let tokens = &lines[at].tokens;
        let figure = |token: &Token| token.is_numeral() || token.is_mark('%') || token.is_mark('-');
        let tail = tokens.iter().rposition(|token| !figure(token)).map_or(0, |last| last + 1).max(from);
        let tail = if tokens[tail..].iter().any(Token::is_numeral) { tail } else { tokens.len() };
        // A unit is a cell of its own: "văn bản" in its line, or the sign before the values.
        let words = (from < tail && Piece { line: at, tokens: from..tail }.is_unit(lines)).then_some(from);
        let unit = words.or((tail < tokens.len() && tokens[tail].is_mark('%')).then_some(tail));
        if let Some(unit) = unit {
            self.unit = Some(Piece { line: at, tokens: unit..tail.max(unit + 1) });
        }
        let label = Piece { line: at, tokens: from..words.unwrap_or(tail) };
        if label.is_wordy(lines) {
            if self.values.is_empty() {
                self.label.push(label);
            } else {
                self.closed = true;
            }
        }
        self.values.extend((tail..tokens.len()).filter(|&token| tokens[token].is_numeral()).map(|token| (at, token)));
    }

    /// Whether a line that is but a number is one more value: the row is named and has had no words since.
    fn takes(&self, columns: usize) -> bool {
        !self.label.is_empty() && !self.closed && self.values.len() + 1 < columns
    }
}

/// The rows of a table: those with values become cells, the others head groups.
struct Table<'t> {
    lines: &'t [Line],
    numerals: &'t [Numeral],
    heads: Vec<Piece>,
    caption: Option<usize>,
    groups: Vec<usize>,
}

impl Table<'_> {
    fn close(&mut self, row: &Row, found: &mut Vec<Cell>) {
        if row.values.is_empty() || row.label.is_empty() {
            self.groups.extend(row.label.iter().map(|piece| piece.line));
            self.groups.drain(..self.groups.len().saturating_sub(3));
            return;
        }
        for (back, &(line, token)) in row.values.iter().rev().enumerate() {
            let head = self.heads.iter().rev().nth(back + usize::from(row.closed)).cloned();
            let head: Vec<Piece> = head.into_iter().collect();
            let own = |numeral: &&Numeral| numeral.paragraph == line && numeral.token == token;
            let from = self.numerals.partition_point(|numeral| numeral.paragraph < line);
            let Some(at) = self.numerals[from..].iter().take_while(|n| n.paragraph == line).position(|n| own(&n))
            else {
                continue;
            };
            let Some(meant) = meant(&self.numerals[from + at]) else { continue };
            found.push(Cell {
                numeral: from + at,
                line,
                quantity: quantity(self.lines, meant, row.unit.as_ref(), &head),
                label: row.label.clone(),
                unit: row.unit.clone(),
                scope: self.caption.iter().chain(&self.groups).copied().collect(),
                above: above(found, &head, row.label[0].line),
                only: row.values.len() == 1,
                head,
            });
        }
    }
}

/// What a numeral in the place of a value says; one alone in its line may have been taken for a page number.
fn meant(numeral: &Numeral) -> Option<Quantity> {
    match numeral.class {
        Class::NarrativeCount => numeral.quantity,
        Class::Page | Class::ListNumber => {
            let number = number::parse(&numeral.raw)?;
            Some(Quantity { value: number.value, shape: number.shape, percent: false, power: 0 })
        }
        _ => None,
    }
}
