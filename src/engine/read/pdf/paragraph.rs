//! Lines as paragraphs: where a line goes on in the next is told by the room that was left behind its last word,
//! by indents, by the space between lines, and by list marks.

use super::super::wording::{self, Beginning, Ending};
use super::line::Line;

/// How a column of text is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    /// Where lines begin that go on from the line before.
    pub left: i32,
    /// Where full lines end.
    pub right: i32,
    /// From one line of a paragraph to the next.
    pub pitch: i32,
}

impl Setting {
    /// Told from the lines of a column; `None` where there is none.
    pub fn of(lines: &[Line]) -> Option<Self> {
        let mut lefts: Vec<i32> = lines.iter().map(|line| line.area.left).collect();
        let mut rights: Vec<i32> = lines.iter().map(|line| line.area.right).collect();
        lefts.sort_unstable();
        rights.sort_unstable();
        let steps = lines.windows(2).filter(|pair| pair[0].page == pair[1].page);
        let mut steps: Vec<i32> =
            steps.map(|pair| pair[1].baseline - pair[0].baseline).filter(|step| *step > 0).collect();
        steps.sort_unstable();
        Some(Self {
            left: usual(&lefts)?,
            // Some lines end in a hyphen or a bracket that hangs out.
            right: *rights.get(rights.len() * 95 / 100)?,
            pitch: usual(&steps).unwrap_or(0),
        })
    }
}

/// How much values may differ and still be the same, in hundredths of a point.
const SAME: i32 = 60;

/// The value that the most of sorted values are close to, the smallest of them.
fn usual(sorted: &[i32]) -> Option<i32> {
    let mut best: Option<(usize, i32)> = None;
    for (index, value) in sorted.iter().enumerate() {
        let count = sorted.partition_point(|other| *other <= value + SAME) - index;
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, *value));
        }
    }
    best.map(|(_, value)| value)
}

/// The lines of a column as paragraphs.
pub(super) fn paragraphs(lines: Vec<Line>, setting: Setting) -> Vec<Vec<Line>> {
    let mut paragraphs: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match paragraphs.last_mut() {
            Some(open) if goes_on(open, &line, setting) => open.push(line),
            _ => paragraphs.push(vec![line]),
        }
    }
    paragraphs
}

/// Whether a line goes on with the paragraph whose lines so far are given.
fn goes_on(open: &[Line], next: &Line, setting: Setting) -> bool {
    let Some(before) = open.last() else { return false };
    let (text, above) = (next.text(), before.text());
    if wording::ending(&above) == Ending::Glued && wording::beginning(&text) != Beginning::Mark {
        return true;
    }
    let size = before.size.max(next.size);
    // Larger or smaller type is another thing: a title, a note.
    if (before.size - next.size).abs() * 10 > size {
        return false;
    }
    let step = next.baseline - before.baseline;
    let wide = before.page == next.page && (step <= 0 || step * 100 > setting.pitch.max(size) * 120 + 100);
    let room = has_room(before, next, setting);
    let indented = next.area.left - setting.left > size * 4 / 5;
    let hanging = open.len() > 1 && (next.area.left - before.area.left).abs() <= SAME * 2;
    let indented = indented && !hanging && next.area.left > before.area.left.min(open[0].area.left) + SAME;
    wording::beginning(&text) != Beginning::Mark && !room && !wide && !indented
}

/// Whether the first word of a line would have found room at the end of the line before, so that the break between
/// them was meant.
fn has_room(before: &Line, next: &Line, setting: Setting) -> bool {
    let Some(first) = next.words.first() else { return false };
    let space = before.size / 4;
    before.area.right + space + first.area.width() + space < setting.right
}
