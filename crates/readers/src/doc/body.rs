//! The stories as blocks, with the text that their spans count in.

use std::ops::Range;

use super::Parts;
use super::format::{CELL_MARK, Ends, Layout};
use super::inline::{Inline, Inlines};
use super::lists::Lists;
use crate::error::ReadError;
use crate::flow::{Flow, Within, flatten};
use crate::rows::Rows;
use tonghop_model::document::{Block, Paragraph};

/// Something that stands apart from the text and hangs on a place of it.
#[derive(Clone, Debug)]
pub(super) struct Hung {
    /// The position on which it hangs.
    pub at: usize,
    /// Where its own text stands.
    pub range: Range<usize>,
    /// What it is.
    pub within: Within,
}

/// Reads stories, and writes the text.
pub(super) struct Body<'p> {
    parts: &'p Parts<'p>,
    pub inlines: Inlines,
    lists: Lists,
    /// What hangs on the text, in the order of the places.
    hung: Vec<Hung>,
    pub flow: Flow,
}

impl<'p> Body<'p> {
    pub fn new(parts: &'p Parts<'p>, lists: Lists, mut hung: Vec<Hung>) -> Self {
        hung.sort_by_key(|hung| hung.at);
        Self { parts, inlines: Inlines::default(), lists, hung, flow: Flow::default() }
    }

    /// Reads a story or a part of it.
    pub fn story(&mut self, range: Range<usize>, within: Within) -> Result<Vec<Block>, ReadError> {
        let mut rows = Rows::default();
        let mut carried: Option<Inline> = None;
        let (mut at, limit) = (range.start, range.end.min(self.parts.text.units.len()));
        while at < limit {
            let (end, mark) = self.paragraph_end(at..limit);
            let layout = self.layout(end.saturating_sub(usize::from(mark.is_some())).max(at));
            let mut inline = carried.take().unwrap_or_default();
            let content = at..end - usize::from(mark.is_some());
            self.inlines.read(self.parts, content, layout.style, &mut inline);
            at = end;
            let ends = mark.map_or(Ends::Paragraph, |mark| layout.ends(mark));
            if ends == Ends::Paragraph && self.is_deleted(end - 1, layout.style) {
                self.inlines.met.changes = true;
                carried = Some(inline);
                continue;
            }
            self.paragraph(inline, &layout, ends, within, &mut rows)?;
        }
        Ok(rows.finish(&mut self.flow))
    }

    /// Reads headers and footers, which stand apart.
    pub fn margins(&mut self, ranges: Vec<Range<usize>>) -> Result<Vec<Paragraph>, ReadError> {
        let mut margins = Vec::new();
        for range in ranges {
            let blocks = self.story(range, Within::Body)?;
            flatten(blocks, &mut margins);
        }
        Ok(margins)
    }

    fn paragraph(
        &mut self,
        inline: Inline,
        layout: &Layout,
        ends: Ends,
        within: Within,
        rows: &mut Rows,
    ) -> Result<(), ReadError> {
        self.flow.count()?;
        let depth = layout.depth();
        if ends == Ends::Row {
            rows.at(depth, &mut self.flow);
            rows.end_row(layout.row.clone(), &mut self.flow);
            return Ok(());
        }
        let hung = self.hung_on(&inline.ranges, within);
        let lines = inline.lines.finish(&mut self.inlines.met.converted);
        let list = self.parts.styles.list(layout);
        let label = list.and_then(|(list, level)| self.lists.next(list, level));
        let heading = self.parts.styles.heading(layout);
        let place = if within == Within::Body { Rows::within(depth) } else { within };
        let into = rows.at(depth, &mut self.flow);
        self.flow.lines(&lines, label, heading, place, into);
        for hung in hung {
            let blocks = self.story(hung.range, hung.within)?;
            rows.at(depth, &mut self.flow).extend(blocks);
        }
        if ends == Ends::Cell {
            rows.end_cell(&mut self.flow)?;
        }
        Ok(())
    }

    /// What hangs on a paragraph. Notes and boxes hold none: such as claim to could go in circles.
    fn hung_on(&mut self, ranges: &[Range<usize>], within: Within) -> Vec<Hung> {
        if within != Within::Body {
            return Vec::new();
        }
        let mut found = Vec::new();
        for range in ranges {
            let first = self.hung.partition_point(|hung| hung.at < range.start);
            let end = self.hung.partition_point(|hung| hung.at < range.end);
            found.extend(self.hung[first..end.max(first)].iter().cloned());
        }
        found
    }

    /// Where the paragraph ends that begins at a position, and its mark, which is the last character of it.
    fn paragraph_end(&self, range: Range<usize>) -> (usize, Option<u16>) {
        let units = self.parts.text.units.get(range.clone()).unwrap_or_default();
        let is_mark = |(index, unit): (usize, &u16)| match *unit {
            13 | CELL_MARK => true,
            // A form feed is the mark of a section where a paragraph ends with it, else only the break of a page.
            12 => self.ends_run(range.start + index),
            _ => false,
        };
        match units.iter().enumerate().position(is_mark) {
            Some(index) => (range.start + index + 1, Some(units[index])),
            None => (range.end, None),
        }
    }

    fn ends_run(&self, position: usize) -> bool {
        let piece = self.parts.text.piece(position);
        let run = piece.and_then(|piece| self.parts.paragraphs.at(piece.place(position)));
        piece.zip(run).is_none_or(|(piece, run)| piece.place(position + 1) >= run.range.end)
    }

    /// The layout of the paragraph whose mark stands at a position.
    fn layout(&self, position: usize) -> Layout {
        let mut layout = Layout::default();
        let Some(piece) = self.parts.text.piece(position) else { return layout };
        if let Some(run) = self.parts.paragraphs.at(piece.place(position)) {
            layout.style = run.properties.u16(0).unwrap_or(0);
            let own = run.properties.slice(2, run.properties.len().saturating_sub(2));
            if let Some(own) = own {
                layout.apply(own, self.parts.data);
            }
        }
        layout.change(piece.change, self.parts.data);
        layout
    }

    fn is_deleted(&self, position: usize, style: u16) -> bool {
        self.parts.characters_at(position, style).deleted
    }
}
