//! The heads of rows and columns, which name the figures of a table.

use std::collections::{HashMap, HashSet};

use super::words::{self, Words};
use super::{LONGEST, Name};
use crate::engine::document::Place;
use crate::engine::fact::Kind;
use crate::engine::fact::context::Figure;
use crate::engine::numeral::line::{Line, TokenKind};
use crate::engine::numeral::{Class, Numeral};
use crate::engine::outline::label;
use crate::engine::vietnamese::lexicon::{LEXICON, Phrases};

/// The heads of the tables of a document.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    rows: HashMap<(usize, usize), String>,
    columns: HashMap<(usize, usize), Column>,
    units: HashMap<(usize, usize), String>,
    captions: HashMap<usize, String>,
    numbers: HashSet<(usize, usize)>,
}

/// What the head of a column says.
#[derive(Clone, Debug, Default)]
struct Column {
    text: String,
    unit: String,
    kind: Option<Kind>,
}

/// A cell of a table: row, column, and the index of its line.
type Cell = (usize, usize, usize);

impl Heads {
    /// Reads the heads of all tables.
    pub fn new(lines: &[Line<'_>], numerals: &[Numeral]) -> Self {
        let mut heads = Self::default();
        let mut tables: HashMap<usize, Vec<Cell>> = HashMap::new();
        let mut last = None;
        for (index, line) in lines.iter().enumerate() {
            match line.place {
                Place::Cell { table, row, column } => {
                    if let (false, Some(above)) = (tables.contains_key(&table), last) {
                        heads.captions.extend(unit_of_caption(&lines[above]).map(|unit| (table, unit)));
                    }
                    tables.entry(table).or_default().push((row, column, index));
                }
                Place::Body if !line.tokens.is_empty() => last = Some(index),
                Place::Body => {}
            }
        }
        let counts = |line: usize| {
            let from = numerals.partition_point(|numeral| numeral.paragraph < line);
            numerals[from..]
                .iter()
                .take_while(|numeral| numeral.paragraph == line)
                .any(|numeral| matches!(numeral.class, Class::NarrativeCount | Class::Fact))
                && lines[line].tokens.iter().filter(|token| token.kind == TokenKind::Word).count() <= 2
        };
        for (table, cells) in tables {
            heads.read(lines, table, &cells, &counts);
        }
        heads
    }

    /// Whether the column of a cell numbers the rows or gives their units, so that nothing in it is a figure.
    pub fn is_number(&self, place: Place) -> bool {
        matches!(place, Place::Cell { table, column, .. } if self.numbers.contains(&(table, column)))
    }

    fn read(&mut self, lines: &[Line<'_>], table: usize, cells: &[Cell], counts: &dyn Fn(usize) -> bool) {
        let numbered = |cell: &Cell| cell.0 > 0 && cell.1 == 0 && label::read(&lines[cell.2]).is_some();
        let data =
            cells.iter().filter(|cell| counts(cell.2) && cell.1 > 0 || numbered(cell)).map(|cell| cell.0).min();
        // A table whose first row counts has no heads of columns.
        let data = data.unwrap_or(0);
        let mut number = None;
        let mut unit = None;
        for column in cells.iter().map(|cell| cell.1).collect::<std::collections::BTreeSet<_>>() {
            let head = self.column(lines, table, cells, data, column);
            match head {
                Role::Number => {
                    number = Some(column);
                    self.numbers.insert((table, column));
                }
                Role::Unit => {
                    unit = Some(column);
                    self.numbers.insert((table, column));
                }
                Role::Values => {}
            }
        }
        let mut group = String::new();
        let mut row = usize::MAX;
        for &(at, column, line) in cells.iter().filter(|cell| cell.0 >= data) {
            let text = clean(&lines[line]);
            if at != row {
                row = at;
                let alone = !cells.iter().any(|cell| cell.0 == at && counts(cell.2));
                if alone && number != Some(column) {
                    group.clone_from(&text);
                }
            }
            if Some(column) == unit {
                self.units.insert((table, at), lines[line].text(0..lines[line].tokens.len()).to_lowercase());
            } else if Some(column) != number
                && !counts(line)
                && !text.is_empty()
                && !self.rows.contains_key(&(table, at))
            {
                let head = if words::is_thin(&lines[line], &every_word(&lines[line]), &[]) {
                    words::under(&group, &text, LONGEST)
                } else {
                    text
                };
                self.rows.insert((table, at), head);
            }
        }
    }

    /// Reads the head of a column, and tells what the column is for.
    fn column(&mut self, lines: &[Line<'_>], table: usize, cells: &[Cell], data: usize, column: usize) -> Role {
        let exact = |row: usize| cells.iter().find(|cell| cell.0 == row && cell.1 == column);
        let spanning =
            |row: usize| cells.iter().filter(|cell| cell.0 == row && cell.1 < column).max_by_key(|cell| cell.1);
        let mut head = Column::default();
        for row in 0..data {
            let below = (row + 1..data).any(|below| exact(below).is_some());
            let Some(cell) = exact(row).or_else(|| spanning(row).filter(|_| below)) else { continue };
            let line = &lines[cell.2];
            if is_whole(line, &LEXICON.column_number) {
                return Role::Number;
            }
            if is_whole(line, &LEXICON.column_unit) {
                return Role::Unit;
            }
            head.unit = unit_in_brackets(line).unwrap_or(head.unit);
            head.kind = column_kind(line).or(head.kind);
            if !is_whole(line, &LEXICON.column_plain) {
                head.text = words::under(&head.text, &clean(line), LONGEST);
            }
        }
        self.columns.insert((table, column), head);
        Role::Values
    }

    /// The name of a figure in a cell; `name` is what the words of the cell itself say.
    pub fn name(
        &self,
        name: &Name,
        line: &Line<'_>,
        figure: &Figure,
        (table, row, column): (usize, usize, usize),
    ) -> Name {
        let alone = line.tokens.iter().filter(|token| token.kind == TokenKind::Word).count() <= 2;
        if !alone {
            return name.clone();
        }
        let head = self.columns.get(&(table, column)).cloned().unwrap_or_default();
        let own = self.rows.get(&(table, row)).map_or("", String::as_str);
        let label = if own.is_empty() {
            head.text.clone()
        } else if head.text.is_empty() {
            own.to_owned()
        } else {
            format!("{} – {}", words::cut(own, LONGEST - 33), words::cut(&head.text, 30))
        };
        let percent = figure.quantity.is_some_and(|quantity| quantity.percent);
        let unit = [&name.unit, &head.unit]
            .into_iter()
            .chain(self.units.get(&(table, row)))
            .chain(self.captions.get(&table));
        let unit = if percent {
            "%".to_owned()
        } else {
            unit.into_iter().find(|unit| !unit.is_empty()).cloned().unwrap_or_default()
        };
        let kind = if unit == "%" { Kind::Ratio } else { head.kind.unwrap_or(Kind::Count) };
        Name { label, unit, kind, topic: name.topic.clone() }
    }
}

/// What a column of a table is for.
enum Role {
    Number,
    Unit,
    Values,
}

fn every_word(line: &Line<'_>) -> Words {
    (0..line.tokens.len()).filter(|&at| line.tokens[at].kind == TokenKind::Word).collect()
}

fn is_whole(line: &Line<'_>, phrases: &Phrases) -> bool {
    let words = line.tokens.iter().take_while(|token| token.kind == TokenKind::Word).count();
    words > 0
        && words == line.longest_at(0, phrases)
        && line.tokens[words..].iter().all(|token| token.kind != TokenKind::Word)
}

/// The text of a head without brackets that hold its unit, numbers and years; "tháng 5" is "tháng".
fn clean(line: &Line<'_>) -> String {
    let mut depth = 0_usize;
    let mut kept = Words::new();
    for (at, token) in line.tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark('(') => depth += 1,
            TokenKind::Mark(')') => depth = depth.saturating_sub(1),
            TokenKind::Mark('/') if line.tokens.get(at + 1).is_some_and(|next| next.kind != TokenKind::Word) => {}
            TokenKind::Numeral if token.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'.')) => {}
            // "Lũy kế 5 tháng" goes on over the year, "tháng 5" is the month.
            TokenKind::Word if token.text == "tháng" && at > 0 && line.tokens[at - 1].is_numeral() => {}
            _ if depth == 0 => kept.push(at),
            _ => {}
        }
    }
    words::trim_front(line, &mut kept, &[]);
    words::trim_back(line, &mut kept, &[]);
    words::render(line, &kept)
}

/// `(%)`, `(triệu đồng)` in a head.
fn unit_in_brackets(line: &Line<'_>) -> Option<String> {
    let open = line.tokens.iter().position(|token| token.is_mark('('))?;
    if line.tokens.get(open + 1).is_some_and(|next| next.is_mark('%')) {
        return Some("%".to_owned());
    }
    let length = line.longest_at(open + 1, &LEXICON.unit);
    let closed = line.tokens.get(open + 1 + length).is_some_and(|next| next.is_mark(')'));
    (length > 0 && closed).then(|| line.text(open + 1..open + 1 + length).to_lowercase())
}

/// `ĐVT: Triệu đồng` in the line above a table.
fn unit_of_caption(line: &Line<'_>) -> Option<String> {
    let colon = (0..line.tokens.len())
        .find(|&at| line.tokens[at].is_mark(':') && line.longest_before(at, &LEXICON.column_unit) > 0)?;
    let length = line.longest_at(colon + 1, &LEXICON.unit);
    (length > 0).then(|| line.text(colon + 1..colon + 1 + length).to_lowercase())
}

/// What the head of a column says of how its figures add up.
fn column_kind(line: &Line<'_>) -> Option<Kind> {
    let has = |list: &Phrases| (0..line.tokens.len()).any(|at| line.longest_at(at, list) > 0);
    let word = |word: &str| (0..line.tokens.len()).any(|at| line.is_word(at, word));
    let months = (1..line.tokens.len()).any(|at| line.is_word(at, "tháng") && line.tokens[at - 1].is_numeral());
    match () {
        () if word("so") || line.tokens.iter().any(|token| token.is_mark('%')) => Some(Kind::Ratio),
        () if has(&LEXICON.kind_total) || months => Some(Kind::Cumulative),
        () if has(&LEXICON.kind_target) || word("tiêu") => Some(Kind::Target),
        () if word("tháng") || word("thực") => Some(Kind::Flow),
        () => None,
    }
}
