//! Tables without rules: lines whose words stand below each other in three columns or more, figures among them.
//!
//! Two columns are left to `columns`: a letterhead has them too, and a line of a label and a figure reads well as it is.

use super::line::Line;
use super::table::{Kind, Sheet, unmerged};
use tonghop_model::layout::Area;

/// A piece of a page between its ruled tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Lines(Vec<Line>),
    Sheet(Sheet),
}

/// A stretch of white from top to bottom between two columns.
type Lane = (i32, i32);

/// How wide the white between two words is at least for a column to begin, in hundredths of the font's size; the spaces
/// of a justified line are narrower.
const MIN_GAP: i32 = 80;

/// How much of it other lines leave free at least, in hundredths of the font's size.
const MIN_LANE: i32 = 50;

/// How far apart two rows may be, in hundredths of the font's size.
const MAX_STEP: i32 = 350;

/// How far apart the lines of one row are at most, in hundredths of the font's size.
const ROW_STEP: i32 = 145;

/// How many lines a table has at least.
const MIN_LINES: usize = 3;

/// The most lines that are tried from one line on, so that the time stays linear; pages have fewer.
const MAX_LINES: usize = 200;

/// Finds the tables among lines, which are given top to bottom.
pub(super) fn parts(lines: &[Line]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut waiting = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = lines.len().min(at + MAX_LINES);
        if let Some((sheet, len)) = table(&lines[at..end]) {
            parts.push(Part::Lines(std::mem::take(&mut waiting)));
            parts.push(Part::Sheet(sheet));
            at += len;
        } else {
            waiting.push(lines[at].clone());
            at += 1;
        }
    }
    parts.push(Part::Lines(waiting));
    parts
}

/// The table that begins with the first line, and how many lines it has.
fn table(lines: &[Line]) -> Option<(Sheet, usize)> {
    let (gaps, len) = follow(lines)?;
    let mut cells: Vec<Vec<Option<Line>>> = lines[..len].iter().map(|line| cells(line, &gaps)).collect();
    let figures = figure_columns(&cells, gaps.len() + 1);
    let has_figure =
        |row: &Vec<Option<Line>>| figures.iter().any(|column| row[*column].as_ref().is_some_and(is_figure));
    // What follows a table in its left column is text.
    while cells.last().is_some_and(|row| !has_figure(row)) {
        cells.pop();
    }
    let filled = cells.iter().filter(|row| has_figure(row)).count();
    if cells.len() < MIN_LINES || filled < 2 || figures.is_empty() {
        return None;
    }
    let len = cells.len();
    let rows = rows(cells, &lines[..len], has_figure);
    Some((sheet(rows, &lines[..len], &gaps), len))
}

/// The lanes that the lines leave free, and how many lines do.
fn follow(lines: &[Line]) -> Option<(Vec<Lane>, usize)> {
    let first = lines.first()?;
    let all = first.words.windows(2).map(|pair| (pair[0].area.right, pair[1].area.left));
    let mut gaps: Vec<Lane> = all.filter(|(left, right)| (right - left) * 100 >= MIN_GAP * first.size).collect();
    let mut len = usize::from(gaps.len() > 1);
    while len > 0 && len < lines.len() {
        let line = &lines[len];
        let step = line.baseline - lines[len - 1].baseline;
        let left = free(&gaps, line);
        // A line that closes a lane is the text behind the table, or the first rows were a head of wide cells.
        if left.len() < 2 || left.len() < gaps.len() && len >= MIN_LINES || step * 100 > MAX_STEP * line.size {
            break;
        }
        gaps = left;
        len += 1;
    }
    (len >= MIN_LINES).then_some((gaps, len))
}

/// The lanes that a line leaves free, narrowed by its words.
fn free(gaps: &[Lane], line: &Line) -> Vec<Lane> {
    let narrowed = |&(mut left, mut right): &Lane| {
        for word in &line.words {
            let area = word.area;
            if area.right > left && area.left < right {
                if area.middle().0 * 2 < left + right {
                    left = left.max(area.right);
                } else {
                    right = right.min(area.left);
                }
            }
        }
        (left, right)
    };
    gaps.iter().map(narrowed).filter(|(left, right)| (right - left) * 100 >= MIN_LANE * line.size).collect()
}

/// What of a line stands in each column.
fn cells(line: &Line, gaps: &[Lane]) -> Vec<Option<Line>> {
    let mut rest = Some(line.clone());
    let mut cells = Vec::new();
    for (left, right) in gaps {
        let middle = i32::midpoint(*left, *right);
        let at = rest.as_ref().map_or(0, |rest| rest.words.partition_point(|word| word.area.middle().0 < middle));
        match rest.take() {
            Some(line) if at == line.words.len() => cells.push(Some(line)),
            Some(line) if at > 0 => {
                let (cell, behind) = line.split(at);
                cells.push(Some(cell));
                rest = Some(behind);
            }
            other => {
                cells.push(None);
                rest = other;
            }
        }
    }
    cells.push(rest);
    cells
}

/// A figure, a percentage, a dash for none.
fn is_figure(line: &Line) -> bool {
    let text = line.text();
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '–' | '+' | '/' | ' '))
}

/// The columns behind the first in which most cells are figures, but for those of the head.
fn figure_columns(rows: &[Vec<Option<Line>>], columns: usize) -> Vec<usize> {
    let most = |column: &usize| {
        let texts = || rows.iter().filter_map(|row| row[*column].as_ref());
        let behind_head = || texts().skip_while(|line| !is_figure(line));
        let (figures, all) = (behind_head().filter(|line| is_figure(line)).count(), behind_head().count());
        figures > 1 && figures * 3 >= all * 2
    };
    (1..columns).filter(most).collect()
}

/// Rows of cells, each with its lines.
type Rows = Vec<Vec<Vec<Line>>>;

/// Joins the lines of a head, and lines that go on with the text of the row above.
fn rows(cells: Vec<Vec<Option<Line>>>, lines: &[Line], has_figure: impl Fn(&Vec<Option<Line>>) -> bool) -> Rows {
    let mut rows: Rows = Vec::new();
    let mut head = true;
    for (index, row) in cells.into_iter().enumerate() {
        let close =
            index > 0 && (lines[index].baseline - lines[index - 1].baseline) * 100 <= ROW_STEP * lines[index].size;
        let figures = has_figure(&row);
        let goes_on = row.iter().flatten().all(|cell| cell.text().starts_with(char::is_lowercase));
        match rows.last_mut().filter(|_| close && !figures && (head || goes_on)) {
            Some(open) => open.iter_mut().zip(row).for_each(|(cell, line)| cell.extend(line)),
            None => rows.push(row.into_iter().map(|line| line.into_iter().collect()).collect()),
        }
        head &= !figures;
    }
    rows
}

fn sheet(rows: Rows, lines: &[Line], gaps: &[Lane]) -> Sheet {
    let area = lines.iter().map(|line| line.area).reduce(Area::cover).unwrap_or_default();
    let starts = std::iter::once(area.left).chain(gaps.iter().map(|lane| lane.1));
    let sides: Vec<(i32, i32)> =
        starts.zip(gaps.iter().map(|lane| lane.0).chain(std::iter::once(area.right))).collect();
    let rows = unmerged(rows, &sides);
    let middles = gaps.iter().map(|(left, right)| i32::midpoint(*left, *right));
    let columns = std::iter::once(area.left).chain(middles).chain(std::iter::once(area.right)).collect();
    Sheet { area, columns, rows, kind: Kind::Aligned }
}
