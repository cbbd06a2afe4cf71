//! What stands apart from the text: notes and boxes with the place that they hang on, headers and footers.

use std::ops::Range;

use super::body::Hung;
use super::fib::{Fib, Part, Story};
use super::part;
use super::plc::Plc;
use crate::bytes::Bytes;
use crate::flow::Within;

/// How many of the stories of headers are the lines that part notes from the text.
const NOTE_LINES: usize = 6;

/// The most of each kind that is read; a report has some tens.
const MOST: usize = 10_000;

/// The notes and boxes of a document.
pub(super) fn notes_and_boxes(fib: &Fib, table: Bytes) -> Vec<Hung> {
    let mut hung = notes(fib, table, (Part::FootnoteRefs, Part::FootnoteTexts, Story::Footnotes));
    hung.extend(notes(fib, table, (Part::EndnoteRefs, Part::EndnoteTexts, Story::Endnotes)));
    hung.extend(boxes(fib, table).unwrap_or_default());
    hung
}

fn notes(fib: &Fib, table: Bytes, (refs, texts, story): (Part, Part, Story)) -> Vec<Hung> {
    let (Some(refs), Some(texts)) = (part(fib, table, refs), part(fib, table, texts)) else { return Vec::new() };
    let (refs, texts) = (Plc::new(refs, 2), Plc::new(texts, 0));
    let note = |index: usize| {
        let range = within(fib.story(story), texts.range(index)?)?;
        Some(Hung { at: refs.place(index)?, range, within: Within::Note })
    };
    (0..refs.count.min(MOST)).filter_map(note).collect()
}

/// Boxes name the shape that they stand in; shapes say where they hang.
fn boxes(fib: &Fib, table: Bytes) -> Option<Vec<Hung>> {
    let texts = Plc::new(part(fib, table, Part::TextBoxes)?, 22);
    let shapes = part(fib, table, Part::Shapes).map(|shapes| Plc::new(shapes, 26));
    let place = |shape: u32| {
        let shapes = shapes?;
        let index =
            (0..shapes.count.min(MOST)).find(|index| shapes.entry(*index).and_then(|at| at.u32(0)) == Some(shape))?;
        shapes.place(index)
    };
    let found = (0..texts.count.min(MOST)).filter_map(|index| {
        let range = within(fib.story(Story::TextBoxes), texts.range(index)?)?;
        let entry = texts.entry(index)?;
        // Boxes that are kept to be used again, as the one at the end is, are not shown.
        let unused = entry.u16(8)? != 0;
        // A box whose shape is not known stands at the end.
        let last = fib.story(Story::Main).end.saturating_sub(1);
        (!unused && !range.is_empty()).then(|| Hung {
            at: entry.u32(14).and_then(place).unwrap_or(last),
            range,
            within: Within::TextBox,
        })
    });
    Some(found.collect())
}

/// Where the headers and footers of all sections stand.
pub(super) fn margins(fib: &Fib, table: Bytes) -> Vec<Range<usize>> {
    let Some(texts) = part(fib, table, Part::Headers).map(|texts| Plc::new(texts, 0)) else { return Vec::new() };
    let range = |index: usize| within(fib.story(Story::Headers), texts.range(index)?);
    (NOTE_LINES..texts.count.min(MOST)).filter_map(range).filter(|range| !range.is_empty()).collect()
}

/// A range of positions within a story as positions in the document.
fn within(story: Range<usize>, range: Range<usize>) -> Option<Range<usize>> {
    let start = story.start.checked_add(range.start)?;
    let end = story.start.checked_add(range.end)?.min(story.end);
    (start <= end).then_some(start..end)
}
