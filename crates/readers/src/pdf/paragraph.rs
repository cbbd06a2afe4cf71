//! Lines as paragraphs: where a line goes on in the next is told by the room that was left behind its last word,
//! by indents, by the space between lines, and by list marks.

use super::line::Line;
use crate::wording::{self, Beginning, Ending};

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
    pub fn of(lines: &[&Line]) -> Option<Self> {
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

/// The lines of a column as paragraphs; `set` tells how the column is set on each page.
pub(super) fn paragraphs(lines: Vec<Line>, set: impl Fn(usize) -> Setting) -> Vec<Vec<Line>> {
    let mut paragraphs: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match paragraphs.last_mut() {
            Some(open) if goes_on(open, &line, set(line.page)) => open.push(line),
            _ => paragraphs.push(vec![line]),
        }
    }
    paragraphs
}

/// Whether a line goes on with the paragraph whose lines so far are given.
fn goes_on(open: &[Line], next: &Line, setting: Setting) -> bool {
    let Some(before) = open.last() else { return false };
    let (text, above) = (next.text(), before.text());
    let (beginning, ending) = (wording::beginning(&text), wording::ending(&above));
    if beginning == Beginning::Mark || is_wide(before, next, setting) || is_other_type(before, next) {
        return false;
    }
    if ending == Ending::Glued && text.starts_with(char::is_alphanumeric) {
        return true;
    }
    if begins_part(before, next, beginning, ending) || !is_aligned(open, next, setting) {
        return false;
    }
    match has_room(before, next, setting) {
        true if beginning == Beginning::Number || is_centred(before, next, setting) => false,
        // Lines of titles are broken where their words allow it, and not only where there is no more room.
        true => wants_more(ending, beginning),
        false => !(ending == Ending::Closed && matches!(beginning, Beginning::Number | Beginning::MaybeMark)),
    }
}

/// Whether there is more space between two lines than within a paragraph.
fn is_wide(before: &Line, next: &Line, setting: Setting) -> bool {
    let size = before.size.max(next.size);
    let step = next.baseline - before.baseline;
    // Lines are set at most double spaced, which is some two and a third of the font's size.
    let most = (setting.pitch.max(size) * 6 / 5 + 100).min(size * 12 / 5);
    before.page == next.page && (step <= 0 || step > most)
}

/// Whether larger or smaller type begins: a title, a note.
fn is_other_type(before: &Line, next: &Line) -> bool {
    (before.size - next.size).abs() * 10 > before.size.max(next.size)
}

/// Whether a line is another part by its type: small letters behind a title in capitals, a bold line behind a plain
/// one, as the two agencies of a letterhead are.
fn begins_part(before: &Line, next: &Line, beginning: Beginning, ending: Ending) -> bool {
    let (above, text) = (before.text(), next.text());
    let titled = wording::in_capitals(&above) && text.contains(char::is_lowercase);
    let flips = before.bold != next.bold && matches!(beginning, Beginning::Upper | Beginning::Number);
    titled || (flips && matches!(ending, Ending::Plain | Ending::Closed))
}

/// Whether a line begins where the lines of the paragraph begin: at the side, under the text of its list item, or
/// centred under the line before.
fn is_aligned(open: &[Line], next: &Line, setting: Setting) -> bool {
    let (Some(first), Some(before)) = (open.first(), open.last()) else { return false };
    let same = |left: i32| (next.area.left - left).abs() <= SAME * 3;
    if open.len() > 1 && same(before.area.left) || is_centred(before, next, setting) {
        return true;
    }
    let under_text = first.words.get(1).is_some_and(|word| same(word.area.left));
    let side = next.area.left <= setting.left + before.size * 4 / 5;
    open.len() == 1 && (side || under_text || next.area.left <= before.area.left + SAME)
        || open.len() > 1 && before.page != next.page && side
}

fn is_centred(before: &Line, next: &Line, setting: Setting) -> bool {
    let inset = |line: &Line| line.area.left - setting.left;
    let same_middle = (before.area.middle().0 - next.area.middle().0).abs() <= SAME * 4;
    same_middle && inset(before).max(inset(next)) > before.size / 2
}

/// Whether the words alone tell that a sentence goes on.
fn wants_more(ending: Ending, beginning: Beginning) -> bool {
    match ending {
        Ending::Open => true,
        Ending::WantsNumber => matches!(beginning, Beginning::Lower | Beginning::Digit),
        Ending::Plain => beginning == Beginning::Lower,
        Ending::Closed | Ending::Glued => false,
    }
}

/// Whether the first word of a line would have found room at the end of the line before, so that the break between
/// them was meant.
pub(super) fn has_room(before: &Line, next: &Line, setting: Setting) -> bool {
    let Some(first) = next.words.first() else { return false };
    let space = before.size / 4;
    before.area.right + space + first.area.width() + space < setting.right
}
