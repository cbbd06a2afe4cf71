//! Letterheads and signatures: two columns side by side without rules, as a table of two columns.

use super::super::super::layout::Area;
use super::super::wording::{self, Beginning};
use super::line::Line;
use super::table::{Field, Sheet};

/// A piece of a page in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Line(Line),
    Sheet(Sheet),
}

/// Finds stretches of lines that stand in two columns. `lines` are the lines of a page outside of ruled tables, top
/// to bottom, and `width` is the width of the page.
pub(super) fn pieces(lines: &[Line], width: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut waiting: Vec<Line> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if let Some((lane, len)) = stretch(&lines[at..], width) {
            let mut block = waiting.split_off(waiting.len() - risen(&waiting, lane));
            pieces.extend(waiting.drain(..).map(Piece::Line));
            block.extend_from_slice(&lines[at..at + len]);
            pieces.push(Piece::Sheet(sheet(block, lane)));
            at += len;
        } else {
            waiting.push(lines[at].clone());
            at += 1;
        }
    }
    pieces.extend(waiting.into_iter().map(Piece::Line));
    pieces
}

/// A stretch of white from top to bottom between two columns.
type Lane = (i32, i32);

/// How wide the white between two columns is at least, in hundredths of the font's size.
const MIN_LANE: i32 = 50;

/// Between which hundredths of the page's width the white between two columns lies.
const MIDDLE: std::ops::RangeInclusive<i32> = 25..=70;

/// How far apart the lines of one block may be, in hundredths of the font's size: room is left for a signature.
const MAX_STEP: i32 = 900;

/// The lane and the number of lines of the two-column block that begins with the first line; `None` where it does not.
fn stretch(lines: &[Line], width: i32) -> Option<(Lane, usize)> {
    let first = lines.first()?;
    gaps(first).filter(|gap| central(*gap, width)).filter_map(|gap| follow(lines, gap)).max_by_key(|(_, len)| *len)
}

fn central((left, right): Lane, width: i32) -> bool {
    MIDDLE.contains(&(i32::midpoint(left, right) * 100 / width.max(1)))
}

/// The gaps of a line that are plainly wider than those between its other words.
fn gaps(line: &Line) -> impl Iterator<Item = Lane> {
    let all: Vec<Lane> = line.words.windows(2).map(|pair| (pair[0].area.right, pair[1].area.left)).collect();
    let mut widths: Vec<i32> = all.iter().map(|(left, right)| right - left).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len().saturating_sub(1) / 2).copied().filter(|_| widths.len() > 1).unwrap_or(0);
    let least = (line.size * MIN_LANE / 100).max(usual * 9 / 5);
    all.into_iter().filter(move |(left, right)| right - left >= least)
}

/// How many lines keep a lane free, as long as both sides go on to be written.
fn follow(lines: &[Line], mut lane: Lane) -> Option<(Lane, usize)> {
    let (mut both, mut right_only, mut len, mut found) = (0, 0, 0, None);
    for (index, line) in lines.iter().enumerate() {
        let step = if index == 0 { 0 } else { line.baseline - lines[index - 1].baseline };
        let narrowed = narrow(line, lane);
        let Some(narrowed) = narrowed.filter(|_| step * 100 <= line.size * MAX_STEP) else { break };
        let (left, right) = (line.area.left < narrowed.0, line.area.right > narrowed.1);
        // A full line on the left begins the text below the block.
        lane = narrowed;
        both += usize::from(left && right);
        right_only += usize::from(right && !left);
        len = index + 1;
        if right || left_goes_on(line, &lines[..index], step) {
            found = Some((lane, len));
        } else if !lines[index + 1..].iter().take(2).any(|next| next.area.left >= lane.1 || crosses_both(next, lane))
        {
            break;
        }
    }
    let sides = both > 1 || (both == 1 && (right_only > 0 || len > 2));
    found.filter(|_| sides)
}

fn crosses_both(line: &Line, free: Lane) -> bool {
    narrow(line, free).is_some_and(|(left, right)| line.area.left < left && line.area.right > right)
}

/// Whether a line on the left alone still belongs to the block: an item of its list, or a line set close to it.
fn left_goes_on(line: &Line, above: &[Line], step: i32) -> bool {
    let listed = above.iter().any(|line| wording::beginning(&line.text()) == Beginning::Mark);
    listed && step * 100 <= line.size * 160
}

/// What of a lane is free beside a line; `None` where the line stands in it.
fn narrow(line: &Line, (mut left, mut right): Lane) -> Option<Lane> {
    let middle = i32::midpoint(left, right);
    for word in &line.words {
        if word.area.right <= middle {
            left = left.max(word.area.right);
        } else if word.area.left >= middle {
            right = right.min(word.area.left);
        } else {
            // The word may lie at one side of the middle and still leave room at the other.
            match (word.area.left - left, right - word.area.right) {
                (before, after) if before >= after => right = word.area.left,
                _ => left = word.area.right,
            }
        }
    }
    (right - left >= line.size * MIN_LANE / 200).then_some((left, right))
}

/// How many lines just above a block stand in its right column alone.
fn risen(above: &[Line], lane: Lane) -> usize {
    above.iter().rev().take(3).take_while(|line| line.area.left >= lane.1).count()
}

/// The lines of a block as a table; where both sides begin anew, as the number and the place of a letterhead do, a
/// row begins.
fn sheet(lines: Vec<Line>, lane: Lane) -> Sheet {
    let area = lines.iter().map(|line| line.area).reduce(Area::cover).unwrap_or_default();
    let middle = i32::midpoint(lane.0, lane.1);
    let mut rows: Vec<[Vec<Line>; 2]> = Vec::new();
    for line in lines {
        let at = line.words.partition_point(|word| word.area.left < middle);
        let (left, right) = match at {
            0 => (None, Some(line)),
            all if all == line.words.len() => (Some(line), None),
            at => {
                let (left, right) = line.split(at);
                (Some(left), Some(right))
            }
        };
        let number = left.as_ref().is_some_and(|line| line.text().starts_with("Số")) && right.is_some();
        if rows.is_empty() || number {
            rows.push([Vec::new(), Vec::new()]);
        }
        if let Some([lefts, rights]) = rows.last_mut() {
            lefts.extend(left);
            rights.extend(right);
        }
    }
    let sides = [(area.left, lane.0), (lane.1, area.right)];
    let field = |(column, lines): (usize, Vec<Line>)| Field {
        column,
        column_span: 1,
        row_span: 1,
        lines,
        sides: sides[column],
    };
    let rows = rows.into_iter().map(|row| row.into_iter().enumerate().map(field).collect()).collect();
    Sheet { area, columns: vec![area.left, middle, area.right], rows, ruled: false }
}
