//! Letterheads and signatures: two columns side by side without rules, as a table of two columns.

use super::line::Line;
use super::table::{Kind, Sheet, unmerged};
use crate::wording::{self, Beginning};
use tonghop_model::layout::Area;

/// A piece of a page in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Line(Line),
    Sheet(Sheet),
}

/// Finds stretches of lines that stand in two columns. `lines` are the lines of a page outside of other tables, top
/// to bottom, `width` is the width of the page, and `open` is the white between the columns of a block that the page
/// break before these lines may have cut.
pub(super) fn pieces(lines: &[Line], width: i32, open: Option<Lane>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut waiting: Vec<Line> = Vec::new();
    let mut at = 0;
    if let Some((lane, len)) = open.and_then(|lane| resume(lines, lane)) {
        pieces.push(Piece::Sheet(sheet(lines[..len].to_vec(), lane)));
        at = len;
    }
    while at < lines.len() {
        if let Some((lane, len)) = stretch(&lines[at..], width) {
            let mut block = waiting.split_off(waiting.len() - above(&waiting, &lines[at], lane));
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
pub(super) type Lane = (i32, i32);

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
fn follow(lines: &[Line], lane: Lane) -> Option<(Lane, usize)> {
    let mut block = Columns { lane, sides: [Vec::new(), Vec::new()], both: 0 };
    let mut found = None;
    for (index, line) in lines.iter().enumerate() {
        let step = if index == 0 { 0 } else { line.baseline - lines[index - 1].baseline };
        if step * 100 > line.size * MAX_STEP {
            break;
        }
        let Some([left, right]) = block.take(line) else { break };
        if right || left_goes_on(line, &lines[..index], step) {
            found = Some((block.lane, index + 1));
        } else if !(left
            && lines[index + 1..].iter().take(2).any(|next| block.clone().take(next).is_some_and(|[_, right]| right)))
        {
            break;
        }
    }
    let signed = lines.first().is_some_and(|line| opens_signature(line, block.lane));
    let sides =
        block.both > 1 || (block.both == 1 && (signed || block.sides[1].len() > 1 && block.sides[0].len() > 1));
    found.filter(|_| sides)
}

/// How many lines go on with a block whose white is known, up to the last one that has something on the right.
fn resume(lines: &[Line], lane: Lane) -> Option<(Lane, usize)> {
    let mut block = Columns { lane, sides: [Vec::new(), Vec::new()], both: 0 };
    let mut found = None;
    for (index, line) in lines.iter().enumerate() {
        let step = if index == 0 { 0 } else { line.baseline - lines[index - 1].baseline };
        match block.take(line).filter(|_| step * 100 <= line.size * MAX_STEP) {
            Some([_, true]) => found = Some((block.lane, index + 1)),
            Some(_) => {}
            None => break,
        }
    }
    found
}

/// Two columns with the white between them.
#[derive(Clone)]
struct Columns {
    lane: Lane,
    /// The left edge and the middle of what stands in each column.
    sides: [Vec<(i32, i32)>; 2],
    /// How many lines stand in both.
    both: usize,
}

impl Columns {
    /// Takes a line, and tells on which sides it stands; `None` where it does not belong to the columns.
    fn take(&mut self, line: &Line) -> Option<[bool; 2]> {
        let middle = i32::midpoint(self.lane.0, self.lane.1);
        // A line that stands on both sides leaves more white between them than elsewhere; any other line stands on that
        // side on which it begins, however far it reaches over the middle.
        let both = gaps(line).find(|gap| gap.0 <= middle && gap.1 >= middle);
        let at = match both {
            Some((left, _)) => line.words.partition_point(|word| word.area.right <= left),
            None if line.area.left < middle => line.words.len(),
            None => 0,
        };
        let sides = [&line.words[..at], &line.words[at..]];
        let areas = sides.map(|words| words.iter().map(|word| word.area).reduce(Area::cover));
        let free = (
            areas[0].map_or(self.lane.0, |area| area.right.max(self.lane.0)),
            areas[1].map_or(self.lane.1, |area| area.left.min(self.lane.1)),
        );
        let both = areas[0].is_some() && areas[1].is_some();
        // Each line leaves half a size free.
        if (free.1 - free.0) * 100 < line.size * MIN_LANE {
            return None;
        }
        for (known, area) in self.sides.iter().zip(areas) {
            let spot = area.map(|area| (area.left, area.middle().0));
            // Lines that begin one below the other are not centred, wherever their middles lie.
            let flush = known.len() > 1 && known.iter().all(|(left, _)| (left - known[0].0).abs() <= line.size / 3);
            let near = |(left, middle): &(i32, i32)| {
                let far = |spot: (i32, i32)| ((spot.0 - left).abs(), (spot.1 - middle).abs());
                spot.map(far).is_none_or(|(left, middle)| left <= line.size || !flush && middle <= line.size * 3 / 2)
            };
            if !known.is_empty() && !known.iter().any(near) {
                return None;
            }
        }
        for (known, area) in self.sides.iter_mut().zip(areas) {
            known.extend(area.map(|area| (area.left, area.middle().0)));
        }
        self.lane = free;
        self.both += usize::from(both);
        Some(areas.map(|area| area.is_some()))
    }
}

/// Whether a line is the first of a signature: the receivers on the left, an office in capitals on the right.
fn opens_signature(line: &Line, free: Lane) -> bool {
    let at = line.words.partition_point(|word| word.area.left < free.0);
    let (left, right) = line.clone().split(at);
    left.text().ends_with(':') && wording::in_capitals(&right.text())
}

/// Whether a line on the left alone still belongs to the block: an item of its list, set close to the others.
fn left_goes_on(line: &Line, above: &[Line], step: i32) -> bool {
    let listed = above.iter().any(|line| wording::beginning(&line.text()) == Beginning::Mark);
    listed && step * 100 <= line.size * 160
}

/// How many lines just above a block belong to it: those that stand in its right column alone, and the items on the
/// left of a list that goes on in the block.
fn above(lines: &[Line], first: &Line, lane: Lane) -> usize {
    let item = |line: &Line| line.text().starts_with(['-', '–', '+']);
    let belongs = |line: &&Line| line.area.left >= lane.1 || (line.area.right <= lane.0 && item(line) && item(first));
    lines.iter().rev().take(4).take_while(belongs).count()
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
    let rows = unmerged(rows, &sides);
    Sheet { area, columns: vec![area.left, middle, area.right], rows, kind: Kind::Sides }
}
