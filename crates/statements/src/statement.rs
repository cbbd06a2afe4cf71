//! What figures are read in: the sections around their paragraph, what leads it in, the table they stand in.

use std::collections::HashSet;

use crate::cells::{Cell, Column};
use crate::figure::{self, Figure};
use crate::line::{Line, TokenKind, label};
use crate::numeral::Numeral;
use crate::outline::{self, Section};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// How many paragraphs ago a lead-in may stand.
const LEAD_REACH: usize = 40;

/// A paragraph with figures and what they are read in.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The index of the line.
    pub line: usize,
    /// The figures, in order.
    pub figures: Vec<Figure>,
    /// The lines whose words are in scope: titles of sections outermost first, then lead-ins.
    pub scope: Vec<usize>,
    /// The line under which this one is listed, if any.
    pub lead: Option<usize>,
    /// Whether it stands in a section that plans, or outside of all sections.
    pub plan: bool,
    /// Where its only figure stands in a table.
    pub table: Option<InTable>,
}

/// A table's value as a statement of its own.
#[derive(Clone, Debug)]
pub struct InTable {
    /// The value with its row and column.
    pub cell: Cell,
    /// What its column holds.
    pub column: Column,
    /// From where to where its row stands in the document.
    pub row: Span,
}

/// What the statements of a document are read in.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'r> {
    /// The lines of the document, and behind them one for each value of a table.
    pub lines: &'r [Line],
    /// Its sections.
    pub outline: &'r [Section],
    /// Its numerals.
    pub numerals: &'r [Numeral],
    /// The values of its tables.
    pub cells: &'r [Cell],
}

/// The statements of a document, in order: those of its paragraphs and one for each value of its tables.
pub fn statements(reading: Reading<'_>) -> Vec<Statement> {
    let Reading { lines, numerals, cells, .. } = reading;
    let in_tables: HashSet<usize> = cells.iter().map(|cell| cell.numeral).collect();
    let body = lines.len() - cells.len();
    let mut found = Vec::new();
    let mut next = 0;
    for (index, line) in lines[..body].iter().enumerate() {
        let first = next;
        while numerals.get(next).is_some_and(|numeral| numeral.paragraph == index) {
            next += 1;
        }
        let figures = figure::figures(line, first, &numerals[first..next]);
        let figures =
            figure::without(figures, |figure| figure.numeral.is_some_and(|numeral| in_tables.contains(&numeral)));
        if !figures.is_empty() {
            found.push(reading.statement(index, figures));
        }
    }
    let annex = lines[..body].iter().position(|line| line.begins(&LEXICON.receivers)).unwrap_or(body);
    found.extend(cells.iter().enumerate().map(|(index, cell)| reading.value(body, index, cell, annex)));
    found.sort_by_key(|statement| statement.table.as_ref().map_or(statement.line, |table| table.cell.line));
    found
}

impl Reading<'_> {
    /// The statement of a paragraph.
    fn statement(self, index: usize, figures: Vec<Figure>) -> Statement {
        let (mut scope, plan) = self.sections(index);
        let floor = scope.last().map_or(0, |&at| at + 1).max(index.saturating_sub(LEAD_REACH));
        let led = leads(self.lines, floor, index);
        scope.extend(lead_ins(self.lines, floor, index));
        scope.extend(led.iter().copied().filter(|&at| is_open(&self.lines[at])));
        scope.sort_unstable();
        scope.dedup();
        Statement { line: index, figures, scope, lead: led.first().copied(), plan, table: None }
    }

    /// The statement of a value; tables behind the receivers belong to no section. `body` is the number of lines that
    /// the document has itself.
    fn value(self, body: usize, index: usize, cell: &Cell, annex: usize) -> Statement {
        let line = body + index;
        let (mut scope, plan) = if cell.line > annex { (Vec::new(), false) } else { self.sections(cell.line) };
        scope.extend(cell.scope.iter().copied());
        scope.extend(cell.head.iter().map(|piece| piece.line));
        let pieces = cell.label.iter().map(|piece| self.lines[piece.line].paragraph.text.whole());
        let row = pieces.fold(self.lines[cell.line].paragraph.text.whole(), Span::cover);
        let table = InTable { column: cell.column(self.lines), cell: cell.clone(), row };
        Statement {
            figures: figure::of_cell(&self.lines[line], cell),
            lead: cell.above.map(|above| body + above),
            table: Some(table),
            line,
            scope,
            plan,
        }
    }

    /// The titles of the sections around a line, outermost first, and whether it stands in a plan or outside of all.
    fn sections(self, index: usize) -> (Vec<usize>, bool) {
        let sections: Vec<&Section> = outline::path(self.outline, index).collect();
        let plan = sections.iter().any(|section| section.plan) || sections.is_empty() && !self.outline.is_empty();
        (sections.iter().map(|section| section.paragraph).filter(|&at| at != index).collect(), plan)
    }
}

/// The last two paragraphs before this one, in its section, that end with a colon.
fn lead_ins(lines: &[Line], floor: usize, index: usize) -> Vec<usize> {
    (floor..index).rev().filter(|&at| ends_with_colon(&lines[at])).take(2).collect()
}

/// Whether a line ends with a colon; marks of emphasis and quotation behind it are not counted.
fn ends_with_colon(line: &Line) -> bool {
    let trails = |kind: TokenKind| matches!(kind, TokenKind::Mark('*' | '_' | '"' | '”' | '\''));
    line.tokens.iter().rev().find(|token| !trails(token.kind)).is_some_and(|last| last.is_mark(':'))
}

/// The lines that this one is listed under, the nearest first: items of one bullet stand under the nearest line before
/// them that has another bullet or none; bullets that were passed on the way are those of deeper lists.
fn leads(lines: &[Line], floor: usize, index: usize) -> Vec<usize> {
    let Some(own) = bullet(&lines[index]) else { return Vec::new() };
    let (mut passed, mut found) = (vec![own], Vec::new());
    for at in (floor..index).rev() {
        match bullet(&lines[at]) {
            Some(bullet) if passed.contains(&bullet) => {}
            Some(bullet) => {
                found.push(at);
                passed.push(bullet);
            }
            None => {
                found.push(at);
                break;
            }
        }
    }
    found
}

/// The mark before an item; all numbers are one mark.
fn bullet(line: &Line) -> Option<String> {
    let label = line.label.as_ref()?;
    Some(if label.kind == label::Kind::Bullet { label.number.clone() } else { "1".to_owned() })
}

/// Whether a line leaves open what follows, as what leads a list in does.
fn is_open(line: &Line) -> bool {
    line.tokens.last().is_some_and(|last| !last.is_mark('.') && !last.is_mark(';'))
}
