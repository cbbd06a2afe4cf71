//! Tables before they are written: the text of cells, and tables that a page break has cut.

use super::grid::{Grid, Slot};
use super::line::{self, Line};
use super::page::{Letter, Run};
use super::paragraph::{Setting, has_room};
use tonghop_model::layout::Area;

/// A table with the lines of its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub area: Area,
    /// The edges of the columns, left to right.
    pub columns: Vec<i32>,
    pub rows: Vec<Vec<Field>>,
    pub kind: Kind,
}

/// What makes a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Rules draw it.
    #[default]
    Ruled,
    /// Its words stand below each other in columns.
    Aligned,
    /// It is a letterhead or a signature in two columns.
    Sides,
}

/// A cell with its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    pub column: usize,
    pub column_span: usize,
    pub row_span: usize,
    pub lines: Vec<Line>,
    /// Between which edges the text is set.
    pub sides: (i32, i32),
}

/// Rows of a table without merged cells, whose columns are set between these edges.
pub(super) fn unmerged(
    rows: impl IntoIterator<Item: IntoIterator<Item = Vec<Line>>>,
    sides: &[(i32, i32)],
) -> Vec<Vec<Field>> {
    let field = |((column, lines), sides): ((usize, Vec<Line>), &(i32, i32))| Field {
        column,
        column_span: 1,
        row_span: 1,
        lines,
        sides: *sides,
    };
    rows.into_iter().map(|row| row.into_iter().enumerate().zip(sides).map(field).collect()).collect()
}

/// The tables of a page, and the runs that stand in none.
pub(super) fn sheets(grids: &[Grid], runs: Vec<Run>, page: usize) -> (Vec<Sheet>, Vec<Run>) {
    let mut rest = Vec::new();
    let mut inside: Vec<Vec<Run>> = vec![Vec::new(); grids.len()];
    for run in runs {
        match grids.iter().position(|grid| holds(grid, &run)) {
            Some(index) => inside[index].push(run),
            None => rest.push(run),
        }
    }
    let mut sheets = Vec::new();
    for (grid, runs) in grids.iter().zip(inside) {
        let sheet = sheet(grid, &runs, page);
        let filled = sheet.rows.iter().flatten().filter(|field| !field.lines.is_empty()).count();
        if filled > 1 {
            sheets.push(sheet);
        } else {
            // Boxes around one thing, and drawings.
            rest.extend(runs);
        }
    }
    (sheets, rest)
}

/// Whether a run begins or ends in a grid.
fn holds(grid: &Grid, run: &Run) -> bool {
    let (Some(first), Some(last)) = (run.letters.first(), run.letters.last()) else { return false };
    grid.area.holds(spot(run, first)) || grid.area.holds(spot(run, last))
}

/// A point within a letter: half the height of a small letter above its baseline.
fn spot(run: &Run, letter: &Letter) -> (i32, i32) {
    (i32::midpoint(letter.left, letter.right), run.baseline - run.size / 4)
}

fn sheet(grid: &Grid, runs: &[Run], page: usize) -> Sheet {
    let mut parts: Vec<Vec<Run>> = vec![Vec::new(); grid.cells.len()];
    for run in runs {
        split(grid, run, &mut parts);
    }
    let mut rows: Vec<Vec<Field>> = vec![Vec::new(); grid.rows];
    for (slot, runs) in grid.cells.iter().zip(&parts) {
        let lines = line::lines(runs, page);
        rows[slot.row].push(field(slot, lines));
    }
    Sheet { area: grid.area, columns: grid.columns.clone(), rows, kind: Kind::Ruled }
}

fn field(slot: &Slot, lines: Vec<Line>) -> Field {
    // Text keeps as far from the right edge as from the left, where it is not centred.
    let left = lines.iter().map(|line| line.area.left).min().unwrap_or(slot.area.left);
    let right = lines.iter().map(|line| line.area.right).max().unwrap_or(slot.area.right);
    let inset = (left - slot.area.left).clamp(0, MAX_INSET);
    let sides = (left, right.max(slot.area.right - inset));
    Field { column: slot.column, column_span: slot.column_span, row_span: slot.row_span, lines, sides }
}

/// How far the text of a cell keeps from its rules at most.
const MAX_INSET: i32 = 600;

/// Parts a run among the cells that its letters stand in.
fn split(grid: &Grid, run: &Run, parts: &mut [Vec<Run>]) {
    let mut open: Option<(usize, Vec<Letter>)> = None;
    for letter in &run.letters {
        let at = spot(run, letter);
        let here = grid.cells.iter().position(|cell| cell.area.holds(at));
        let same = match (&open, here) {
            // A space between two cells belongs to either.
            (Some(_), _) if letter.c.is_whitespace() => true,
            (Some((cell, _)), Some(here)) => *cell == here,
            (Some(_), None) => true,
            (None, _) => false,
        };
        if !same {
            parts_push(parts, run, open.take());
            open = Some((here.unwrap_or_else(|| nearest(grid, at)), Vec::new()));
        }
        if let Some((_, letters)) = &mut open {
            letters.push(*letter);
        }
    }
    parts_push(parts, run, open);
}

fn parts_push(parts: &mut [Vec<Run>], run: &Run, part: Option<(usize, Vec<Letter>)>) {
    if let Some((cell, letters)) = part {
        parts[cell].push(Run { letters, ..run.clone() });
    }
}

/// The cell whose middle is closest to a point that lies in none.
fn nearest(grid: &Grid, (x, y): (i32, i32)) -> usize {
    let far = |cell: &Slot| {
        let (left, top) = cell.area.middle();
        (left - x).abs() + (top - y).abs()
    };
    (0..grid.cells.len()).min_by_key(|index| far(&grid.cells[*index])).unwrap_or(0)
}

/// How far apart the same edge of a column may be on two pages.
const SAME_EDGE: i32 = 400;

/// How far apart the middle of the white between two columns of a table without rules may be on two pages.
const SAME_COLUMN: i32 = 3_000;

/// How far apart the white between two sides of a signature may be on two pages.
const SAME_LANE: i32 = 6_000;

impl Sheet {
    /// Whether a table at the head of the next page goes on with this one, because its columns are the same.
    pub fn goes_on_in(&self, next: &Self) -> bool {
        if self.kind != next.kind {
            return false;
        }
        if self.kind != Kind::Ruled {
            let inner = |sheet: &Self| sheet.columns.get(1..sheet.columns.len() - 1).map(<[i32]>::to_vec);
            let (Some(upper), Some(lower)) = (inner(self), inner(next)) else { return false };
            let near = if self.kind == Kind::Sides { SAME_LANE } else { SAME_COLUMN };
            return upper.len() == lower.len() && upper.iter().zip(&lower).all(|(a, b)| (a - b).abs() <= near);
        }
        let close = |a: &i32, b: &i32| (a - b).abs() <= SAME_EDGE;
        let (few, many) = if self.columns.len() < next.columns.len() { (self, next) } else { (next, self) };
        let ends = |sheet: &Self| sheet.columns.first().copied().zip(sheet.columns.last().copied());
        let outer = ends(few).zip(ends(many)).is_some_and(|((a, b), (c, d))| close(&a, &c) && close(&b, &d));
        outer && few.columns.iter().all(|edge| many.columns.iter().any(|other| close(edge, other)))
    }

    /// The white between the two sides of a letterhead or a signature; `None` where one of them is empty.
    pub fn lane(&self) -> Option<(i32, i32)> {
        let side = |column: usize| {
            let fields = self.rows.iter().flatten().filter(move |field| field.column == column);
            fields.flat_map(|field| &field.lines).map(|line| line.area)
        };
        let (left, right) = (side(0).map(|area| area.right).max()?, side(1).map(|area| area.left).min()?);
        (self.kind == Kind::Sides).then_some((left, right))
    }

    /// Takes the rows of the table on the next page; heads that are repeated there are left out.
    pub fn append(&mut self, mut next: Self) {
        if self.kind != Kind::Ruled {
            // Its columns are counted alike, wherever their edges lie.
        } else if next.columns.len() > self.columns.len() {
            let columns = next.columns.clone();
            self.set_columns(&columns);
        } else {
            next.set_columns(&self.columns);
        }
        let repeated = self.rows.iter().zip(&next.rows).take_while(|(a, b)| same_text(a, b)).count();
        // A head is repeated above rows; a table whose every row repeats is another one.
        let skipped = if repeated < next.rows.len() { repeated } else { 0 };
        let mut rows = next.rows.into_iter().skip(skipped);
        if let Some(first) = rows.next() {
            match self.rows.last_mut() {
                Some(last) if self.kind == Kind::Sides || self.kind == Kind::Ruled && was_cut(last, &first) => {
                    mend(last, first);
                }
                _ => self.rows.push(first),
            }
        }
        self.rows.extend(rows);
    }

    /// Counts columns by other edges, of which its own are some.
    fn set_columns(&mut self, columns: &[i32]) {
        let place = |edge: i32| (0..columns.len()).min_by_key(|index| (columns[*index] - edge).abs()).unwrap_or(0);
        for field in self.rows.iter_mut().flatten() {
            let edge = |index: usize| self.columns.get(index).or(self.columns.last()).copied().unwrap_or(0);
            let (first, last) = (place(edge(field.column)), place(edge(field.column + field.column_span)));
            field.column = first;
            field.column_span = last.saturating_sub(first).max(1);
        }
        self.columns = columns.to_vec();
    }
}

impl Field {
    /// The words with single spaces.
    pub fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")
    }
}

fn same_text(a: &[Field], b: &[Field]) -> bool {
    let told = |row: &[Field]| row.iter().any(|field| field.text().chars().any(char::is_alphabetic));
    told(a) && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.column == b.column && a.text() == b.text())
}

/// Whether a page break cut a row in two: the lower part has some empty cells, and no cell that is not a continuation.
fn was_cut(upper: &[Field], lower: &[Field]) -> bool {
    let same_cells = upper.len() == lower.len()
        && upper.iter().zip(lower).all(|(a, b)| (a.column, a.column_span) == (b.column, b.column_span));
    let filled = lower.iter().filter(|field| !field.lines.is_empty()).count();
    same_cells && (1..lower.len()).contains(&filled) && upper.iter().zip(lower).all(|(a, b)| goes_on(a, b))
}

/// Whether the lower part of a cell is empty or goes on with the text of the upper part.
fn goes_on(upper: &Field, lower: &Field) -> bool {
    let Some(next) = lower.lines.first() else { return true };
    let Some(before) = upper.lines.last() else { return false };
    let setting = Setting { right: upper.sides.1, ..Setting::default() };
    next.text().starts_with(char::is_lowercase) || !has_room(before, next, setting)
}

fn mend(upper: &mut [Field], lower: Vec<Field>) {
    for (upper, lower) in upper.iter_mut().zip(lower) {
        upper.lines.extend(lower.lines);
    }
}
