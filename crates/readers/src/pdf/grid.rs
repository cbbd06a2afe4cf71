//! Ruled tables: rules that meet make a grid, and cells whose common edge is not drawn are one merged cell.

use super::page::Rule;
use tonghop_model::layout::Area;

/// A ruled table without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub area: Area,
    /// The edges of the columns, left to right.
    pub columns: Vec<i32>,
    /// How many rows there are.
    pub rows: usize,
    /// The cells, by row and column.
    pub cells: Vec<Slot>,
}

/// A cell of a grid: where it begins, how many rows and columns it covers, and its rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub row: usize,
    pub column: usize,
    pub row_span: usize,
    pub column_span: usize,
    pub area: Area,
}

/// How far apart rules may be that are drawn as one: double rules, and the boxes of cells that do not quite touch.
const SNAP: i32 = 300;

/// How much of an edge must be drawn, in hundredths of its length, to part two cells.
const DRAWN: i64 = 60;

/// The most rules of a page that are looked at; drawings have more, tables do not.
const MAX_RULES: usize = 4_000;

/// The most cells of a grid.
const MAX_CELLS: usize = 20_000;

/// The tables that the rules of a page draw, top to bottom.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    if rules.len() > MAX_RULES {
        return Vec::new();
    }
    let mut grids: Vec<Grid> = groups(rules).iter().filter_map(|rules| grid(rules)).collect();
    grids.sort_by_key(|grid| (grid.area.top, grid.area.left));
    grids
}

/// Rules that meet, directly or over others.
fn groups(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let mut sets = Sets::new(rules.len());
    for (index, rule) in rules.iter().enumerate() {
        for (other, before) in rules[..index].iter().enumerate() {
            if meet(rule, before) {
                sets.join(index, other);
            }
        }
    }
    let mut groups: Vec<Vec<Rule>> = vec![Vec::new(); rules.len()];
    for (index, rule) in rules.iter().enumerate() {
        groups[sets.root(index)].push(*rule);
    }
    groups.retain(|group| group.iter().any(|rule| rule.level) && group.iter().any(|rule| !rule.level));
    groups
}

/// Whether two rules cross, touch at a corner, or go on in each other.
fn meet(a: &Rule, b: &Rule) -> bool {
    if a.level == b.level {
        (a.at - b.at).abs() <= SNAP && a.from <= b.to + SNAP && b.from <= a.to + SNAP
    } else {
        reaches(a, b.at) && reaches(b, a.at)
    }
}

fn reaches(rule: &Rule, place: i32) -> bool {
    (rule.from - SNAP..=rule.to + SNAP).contains(&place)
}

fn grid(rules: &[Rule]) -> Option<Grid> {
    // A table without rules at its sides ends where its level rules end.
    let edges = |level: bool| {
        let across = rules.iter().filter(|rule| rule.level == level).map(|rule| rule.at);
        let ends = rules.iter().filter(|rule| rule.level != level);
        let from = ends.clone().map(|rule| rule.from).min();
        let to = ends.map(|rule| rule.to).max();
        clusters(across.chain(from).chain(to).collect())
    };
    let (columns, rows) = (edges(false), edges(true));
    let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
    if width * height < 2 || width * height > MAX_CELLS {
        return None;
    }
    let cells = cells(rules, &columns, &rows);
    let area = Area { left: columns[0], top: rows[0], right: columns[width], bottom: rows[height] };
    (cells.len() > 1).then_some(Grid { area, columns, rows: height, cells })
}

/// Places that are close together as one, in order.
fn clusters(mut places: Vec<i32>) -> Vec<i32> {
    places.sort_unstable();
    let mut clusters: Vec<(i32, i32)> = Vec::new();
    for place in places {
        match clusters.last_mut() {
            Some((_, last)) if place - *last <= SNAP => *last = place,
            _ => clusters.push((place, place)),
        }
    }
    clusters.into_iter().map(|(first, last)| i32::midpoint(first, last)).collect()
}

fn cells(rules: &[Rule], columns: &[i32], rows: &[i32]) -> Vec<Slot> {
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let mut sets = Sets::new(width * height);
    let uprights = on_edges(rules, false, columns);
    let levels = on_edges(rules, true, rows);
    for row in 0..height {
        for column in 0..width {
            let here = row * width + column;
            if column + 1 < width && !drawn(&uprights[column + 1], rows[row], rows[row + 1]) {
                sets.join(here, here + 1);
            }
            if row + 1 < height && !drawn(&levels[row + 1], columns[column], columns[column + 1]) {
                sets.join(here, here + width);
            }
        }
    }
    // The first and last row and column of each set, by its root.
    let mut spans: Vec<Option<[usize; 4]>> = vec![None; width * height];
    for row in 0..height {
        for column in 0..width {
            let span = spans[sets.root(row * width + column)].get_or_insert([row, column, row, column]);
            *span = [span[0].min(row), span[1].min(column), span[2].max(row), span[3].max(column)];
        }
    }
    let mut cells: Vec<Slot> = spans.into_iter().flatten().map(|span| slot(span, columns, rows)).collect();
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells
}

fn slot([top, left, bottom, right]: [usize; 4], columns: &[i32], rows: &[i32]) -> Slot {
    Slot {
        row: top,
        column: left,
        row_span: bottom - top + 1,
        column_span: right - left + 1,
        area: Area { left: columns[left], top: rows[top], right: columns[right + 1], bottom: rows[bottom + 1] },
    }
}

/// The rules of a direction that lie on each edge, as stretches.
fn on_edges(rules: &[Rule], level: bool, edges: &[i32]) -> Vec<Vec<(i32, i32)>> {
    let stretches = |edge: &i32| {
        let on = rules.iter().filter(|rule| rule.level == level && (rule.at - edge).abs() <= SNAP);
        let mut stretches: Vec<(i32, i32)> = on.map(|rule| (rule.from, rule.to)).collect();
        stretches.sort_unstable();
        stretches
    };
    edges.iter().map(stretches).collect()
}

/// Whether most of an edge from one place to another is drawn.
fn drawn(stretches: &[(i32, i32)], from: i32, to: i32) -> bool {
    let mut covered = 0;
    let mut done = from;
    for (start, end) in stretches {
        let (start, end) = ((*start).max(done), (*end).min(to));
        if end > start {
            covered += i64::from(end - start);
            done = end;
        }
    }
    covered * 100 >= i64::from(to - from) * DRAWN
}

/// Sets that are joined (union-find).
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            // Each step halves the path, so that paths stay short.
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(at: i32, from: i32, to: i32) -> Rule {
        Rule { level: true, at, from, to }
    }

    fn upright(at: i32, from: i32, to: i32) -> Rule {
        Rule { level: false, at, from, to }
    }

    /// The cells of the only grid: row, column, rows, columns.
    fn check(rules: &[Rule], expected: &[[usize; 4]]) {
        let grids = grids(rules);
        let cells = grids.first().map_or(&[][..], |grid| &grid.cells);
        let found: Vec<_> =
            cells.iter().map(|cell| [cell.row, cell.column, cell.row_span, cell.column_span]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn merged_cells_have_no_rule_between_them() {
        let mut rules = vec![level(0, 0, 9000), level(2000, 0, 9000), level(4000, 0, 9000)];
        rules.extend([
            upright(0, 0, 4000),
            upright(9000, 0, 4000),
            upright(3000, 2000, 4000),
            upright(6000, 0, 4000),
        ]);
        check(&rules, &[[0, 0, 1, 2], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]);
        rules[1] = level(2000, 0, 6000);
        check(&rules, &[[0, 0, 1, 2], [0, 2, 2, 1], [1, 0, 1, 1], [1, 1, 1, 1]]);
    }

    #[test]
    fn sides_may_be_open() {
        let rules = [level(0, 0, 9000), level(2000, 0, 9000), level(4000, 0, 9000), upright(3000, 0, 4000)];
        check(&rules, &[[0, 0, 1, 1], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1]]);
    }

    #[test]
    fn boxes_of_cells_need_not_touch() {
        let rectangle = |left, top, right, bottom| {
            [
                level(top, left, right),
                level(bottom, left, right),
                upright(left, top, bottom),
                upright(right, top, bottom),
            ]
        };
        let rules = [rectangle(0, 0, 2000, 1500), rectangle(2150, 0, 4000, 1500)].concat();
        check(&rules, &[[0, 0, 1, 1], [0, 1, 1, 1]]);
    }

    #[test]
    fn rules_in_pieces_belong_together() {
        let piece = |at| [level(at, 0, 3000), level(at, 3000, 6000), level(at, 6000, 9000)];
        let mut rules = [piece(0), piece(2000), piece(4000)].concat();
        rules.extend([upright(0, 0, 4000), upright(9000, 0, 4000)]);
        check(&rules, &[[0, 0, 1, 1], [1, 0, 1, 1]]);
    }

    #[test]
    fn lines_and_boxes_are_no_tables() {
        check(&[level(0, 0, 9000), level(500, 0, 9000)], &[]);
        check(&[level(0, 0, 9000), level(3000, 0, 9000), upright(0, 0, 3000), upright(9000, 0, 3000)], &[]);
    }
}
