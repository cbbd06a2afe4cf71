//! Rows and columns of a table that add up the others.
//!
//! | table | relation |
//! |---|---|
//! | rows A, B and "Tổng cộng", or "Tổng" and A, B below it | its values are made of those of A and B, column by column |
//! | columns "Tổng số", "Trả trước", "Trả sau" | the first is made of the others, row by row |
//! | "Cộng" behind each group and "Tổng cộng" at the end | each is made of its group, the last of the others |
//! | rows on two levels ("I", "1", "2", "II") of which hardly a column adds up | none: rows overlap |
//! | a percentage, another unit, a word in the place of a value | none in that column or row |
//!
//! That a row or column adds up the others is believed where at least half of its values do. The name of a row is
//! believed also with fewer where all rows are on one level, with a lower grade where no value adds up.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::understood::Fact;
use tonghop_model::document::Place;
use tonghop_model::roman;
use tonghop_model::span::Span;
use tonghop_statements::cells::Cell;
use tonghop_statements::line::{Line, TokenKind};
use tonghop_statements::numeral::Numeral;
use tonghop_statements::relation::{Breakdown, Grade};

/// The totals of all tables with their parts.
pub fn breakdowns(lines: &[Line], numerals: &[Numeral], cells: &[Cell], facts: &[Fact]) -> Vec<Breakdown> {
    let known: HashMap<Span, usize> = facts.iter().enumerate().map(|(index, fact)| (fact.span, index)).collect();
    let mut tables: BTreeMap<usize, Values> = BTreeMap::new();
    for cell in cells {
        let Place::Cell { table, row, column, .. } = lines[cell.line].place else { continue };
        let values = tables.entry(table).or_default();
        values.add((row, column), cell, known.get(&numerals[cell.numeral].span).copied(), lines);
    }
    for line in lines {
        let Place::Cell { table, row, column, .. } = line.place else { continue };
        let Some(values) = tables.get_mut(&table) else { continue };
        if line.tokens.iter().any(|token| !matches!(token.kind, TokenKind::Mark(_))) {
            values.filled.insert((row, column));
        }
        if column == 0 {
            values.begins.entry(row).or_insert_with(|| Begin::of(line));
        }
    }
    tables.into_values().flat_map(|values| values.breakdowns(facts)).collect()
}

/// A row and a column.
type Spot = (usize, usize);

/// Which way a line of a table runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Row,
    Column,
}

/// The values of a table.
#[derive(Default)]
struct Values {
    /// The fact of each value.
    facts: BTreeMap<Spot, usize>,
    /// Where anything is written.
    filled: BTreeSet<Spot>,
    /// What each row begins with.
    begins: BTreeMap<usize, Begin>,
    rows: Axis,
    columns: Axis,
}

/// What a row begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// Its number, which stands alone in the cell.
    Number(u32),
    /// A word.
    Word,
    /// A number of a level ("I", "1.1", "a"), a bullet, or nothing.
    Level,
}

/// The rows, or the columns, of a table that have values.
#[derive(Default)]
struct Axis {
    all: BTreeSet<usize>,
    /// Those whose name says that they add up others.
    totals: BTreeSet<usize>,
}

impl Values {
    fn add(&mut self, spot: Spot, cell: &Cell, fact: Option<usize>, lines: &[Line]) {
        self.rows.all.insert(spot.0);
        self.columns.all.insert(spot.1);
        if cell.is_total(lines) {
            self.rows.totals.insert(spot.0);
        }
        if cell.is_in_total(lines) {
            self.columns.totals.insert(spot.1);
        }
        if let Some(fact) = fact.filter(|_| !cell.quantity.percent) {
            self.facts.insert(spot, fact);
        }
    }

    fn breakdowns(&self, facts: &[Fact]) -> Vec<Breakdown> {
        let rows = self.rows.totals.iter().flat_map(|&row| self.along(Way::Row, row, facts));
        rows.chain(self.columns.totals.iter().flat_map(|&column| self.along(Way::Column, column, facts))).collect()
    }

    /// What a row or a column that adds up others is made of, value by value.
    fn along(&self, way: Way, total: usize, facts: &[Fact]) -> Vec<Breakdown> {
        let (own, across) = match way {
            Way::Row => (&self.rows, &self.columns),
            Way::Column => (&self.columns, &self.rows),
        };
        let mut groups = own.groups(total).into_iter().map(|parts| {
            let sums = across.all.iter().filter_map(|&at| self.breakdown(way, total, &parts, at));
            sums.filter(|sum| is_of_one_unit(sum, facts)).collect::<Vec<Breakdown>>()
        });
        let proved = groups.clone().find(|sums| right(sums, facts) * 2 >= counted(sums, facts).max(1));
        let plain = || way == Way::Row && own.totals.len() == 1 && self.is_one_level(total);
        proved.or_else(|| Some(by_words(groups.next().filter(|_| plain())?, facts))).unwrap_or_default()
    }

    /// Whether all rows but the total are numbered one after the other, or begin with a word.
    fn is_one_level(&self, total: usize) -> bool {
        let rows = self.rows.all.iter().filter(|&&row| row != total);
        let begins: Vec<Begin> = rows.map(|row| self.begins.get(row).copied().unwrap_or(Begin::Level)).collect();
        let follows = |pair: &[Begin]| match pair {
            [Begin::Number(one), Begin::Number(next)] => one.checked_add(1) == Some(*next),
            [one, next] => (one, next) == (&Begin::Word, &Begin::Word),
            _ => true,
        };
        !begins.contains(&Begin::Level) && begins.windows(2).all(follows)
    }

    /// The total where a row and a column cross; `None` where a part of it is no plain value.
    fn breakdown(&self, way: Way, total: usize, parts: &[usize], across: usize) -> Option<Breakdown> {
        let spot = |along: usize| if way == Way::Row { (along, across) } else { (across, along) };
        let total = *self.facts.get(&spot(total))?;
        // Nothing, and a dash, are no part.
        let written = parts.iter().map(|&part| spot(part)).filter(|part| self.filled.contains(part));
        let parts: Vec<usize> = written.map(|part| self.facts.get(&part).copied()).collect::<Option<_>>()?;
        (parts.len() > 1).then_some(Breakdown { total, parts, grade: Grade::Stated })
    }
}

impl Begin {
    fn of(line: &Line) -> Self {
        let Some(first) = line.tokens.first() else { return Self::Level };
        let is_level = |text: &str| text.chars().count() < 2 || roman::is_number(&text.to_ascii_uppercase());
        match (first.kind, first.text.parse()) {
            (TokenKind::Numeral, Ok(number)) if line.tokens.len() == 1 => Self::Number(number),
            (TokenKind::Word, _) if !is_level(&first.text) => Self::Word,
            _ => Self::Level,
        }
    }
}

impl Axis {
    /// The lines that one which adds up others may be made of, the likeliest first: those before it back to another
    /// such line, those behind it up to the next, and, for the first and the last, the other such lines.
    fn groups(&self, total: usize) -> Vec<Vec<usize>> {
        let is_part = |at: &&usize| !self.totals.contains(at);
        let before: Vec<usize> = self.all.range(..total).rev().take_while(is_part).copied().collect();
        let behind: Vec<usize> = self.all.range(total + 1..).take_while(is_part).copied().collect();
        let is_outer = [self.totals.first(), self.totals.last()].contains(&Some(&total));
        let others = self.totals.iter().copied().filter(|&other| is_outer && other != total).collect();
        let before: Vec<usize> = before.into_iter().rev().collect();
        [before, behind, others].into_iter().filter(|parts| parts.len() > 1).collect()
    }
}

/// The totals of a row that is believed for its name. Nothing says that one which is less than one of its parts is a
/// sum at all: it may be a mean.
fn by_words(sums: Vec<Breakdown>, facts: &[Fact]) -> Vec<Breakdown> {
    let grade = if right(&sums, facts) > 0 { Grade::Stated } else { Grade::Shown };
    let is_sum = |sum: &Breakdown| {
        let (total, mut parts) = figures(sum, facts);
        total.is_some_and(|total| parts.all(|part| part.value <= total.value))
    };
    sums.into_iter().filter(is_sum).map(|sum| Breakdown { grade, ..sum }).collect()
}

/// How many totals are something; one of nothing proves nothing.
fn counted(sums: &[Breakdown], facts: &[Fact]) -> usize {
    sums.iter().filter(|sum| is_counted(sum, facts)).count()
}

/// How many of them are what their parts make.
fn right(sums: &[Breakdown], facts: &[Fact]) -> usize {
    sums.iter().filter(|sum| is_counted(sum, facts) && adds_up(sum, facts)).count()
}

fn is_counted(sum: &Breakdown, facts: &[Fact]) -> bool {
    facts.get(sum.total).is_some_and(|total| !total.value.is_zero())
}

/// Whether the parts make the total, but for what each of them lost when it was rounded.
fn adds_up(sum: &Breakdown, facts: &[Fact]) -> bool {
    let (total, parts) = figures(sum, facts);
    let added = parts.clone().try_fold(Decimal::ZERO, |added, part| added.checked_add(part.value));
    let scale = parts.map(|part| part.value.scale()).max().unwrap_or(0);
    let lost = if scale == 0 { 0 } else { i64::try_from(sum.parts.len()).unwrap_or(0) };
    let off = added.zip(total).and_then(|(added, total)| added.checked_sub(total.value));
    off.is_some_and(|off| off.abs() <= Decimal::new(lost, scale))
}

fn is_of_one_unit(sum: &Breakdown, facts: &[Fact]) -> bool {
    let (total, mut parts) = figures(sum, facts);
    // An indicator has a unit also where the table names none.
    total.is_some_and(|total| {
        parts.all(|part| part.unit == total.unit || part.unit.is_empty() || total.unit.is_empty())
    })
}

fn figures<'f>(sum: &'f Breakdown, facts: &'f [Fact]) -> (Option<&'f Fact>, impl Iterator<Item = &'f Fact> + Clone) {
    (facts.get(sum.total), sum.parts.iter().filter_map(|&part| facts.get(part)))
}
