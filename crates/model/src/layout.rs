//! Where the text of a document stands on its pages, so that the page can be shown with a figure marked.
//!
//! Lengths are whole hundredths of a point (a point is 1/72 inch) from the upper left corner of the page as it
//! is seen; the engine has no floating point.

use crate::span::Span;

/// The pages of a document, and where its words stand on them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The width and height of each page.
    pub pages: Vec<(i32, i32)>,
    /// The words in the order of the text.
    words: Vec<Placed>,
}

/// A rectangle on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Area {
    /// The left edge.
    pub left: i32,
    /// The upper edge.
    pub top: i32,
    /// The right edge.
    pub right: i32,
    /// The lower edge.
    pub bottom: i32,
}

/// A word with its page, from 0, and its rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Placed {
    start: u32,
    end: u32,
    page: u32,
    area: Area,
}

impl Area {
    /// The smallest rectangle that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How wide it is.
    pub fn width(self) -> i32 {
        self.right.saturating_sub(self.left)
    }

    /// How high it is.
    pub fn height(self) -> i32 {
        self.bottom.saturating_sub(self.top)
    }

    /// The point in its middle.
    pub fn middle(self) -> (i32, i32) {
        (i32::midpoint(self.left, self.right), i32::midpoint(self.top, self.bottom))
    }

    /// Whether a point lies in it.
    pub fn holds(self, (x, y): (i32, i32)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

impl Layout {
    /// Adds the word that stands at `span` of the text; words are added in the order of the text.
    pub fn push(&mut self, span: Span, page: usize, area: Area) {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        self.words.push(Placed { start: number(span.start), end: number(span.end), page: number(page), area });
    }

    /// Moves the words to where their characters stand in a text that was written anew.
    pub fn shift(&mut self, to: impl Fn(usize) -> usize) {
        let number = |at: u32| u32::try_from(to(at as usize)).unwrap_or(u32::MAX);
        for word in &mut self.words {
            (word.start, word.end) = (number(word.start), number(word.end));
        }
    }

    /// The page, from 0, and the rectangle of each line that a stretch of the text stands on.
    pub fn places(&self, span: Span) -> Vec<(usize, Area)> {
        let first = self.words.partition_point(|word| word.end as usize <= span.start);
        let mut places: Vec<(usize, Area)> = Vec::new();
        for word in self.words[first..].iter().take_while(|word| (word.start as usize) < span.end) {
            let (page, area) = (word.page as usize, word.part(span));
            match places.last_mut() {
                Some((last, line)) if *last == page && same_line(*line, area) => *line = line.cover(area),
                _ => places.push((page, area)),
            }
        }
        places
    }
}

impl Placed {
    /// The rectangle of the part of the word that lies in the span; letters are taken as equally wide.
    fn part(&self, span: Span) -> Area {
        let len = i64::from(self.end.saturating_sub(self.start).max(1));
        let at = |offset: usize| {
            let done = i64::try_from(offset).unwrap_or(i64::MAX).saturating_sub(i64::from(self.start)).clamp(0, len);
            let width = i64::from(self.area.width()) * done / len;
            self.area.left.saturating_add(i32::try_from(width).unwrap_or(0))
        };
        Area { left: at(span.start), right: at(span.end), ..self.area }
    }
}

/// Whether a word goes on to the right of what stands on a line.
fn same_line(line: Area, word: Area) -> bool {
    let (_, middle) = word.middle();
    (line.top..=line.bottom).contains(&middle) && word.left >= line.left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: i32, top: i32) -> Area {
        Area { left, top, right: left + 100, bottom: top + 20 }
    }

    #[test]
    fn a_stretch_stands_on_the_lines_of_its_words() {
        let mut layout = Layout::default();
        layout.push(Span::new(0, 4), 0, area(0, 0));
        layout.push(Span::new(5, 9), 0, area(120, 0));
        layout.push(Span::new(10, 14), 0, area(0, 30));
        layout.push(Span::new(15, 19), 1, area(0, 0));
        assert_eq!(layout.places(Span::new(5, 9)), [(0, area(120, 0))]);
        let line = Area { right: 220, ..area(0, 0) };
        assert_eq!(
            layout.places(Span::new(0, 16)),
            [(0, line), (0, area(0, 30)), (1, Area { right: 25, ..area(0, 0) })]
        );
        assert_eq!(layout.places(Span::new(2, 4)), [(0, Area { left: 50, ..area(0, 0) })]);
        assert_eq!(layout.places(Span::new(4, 5)), []);
    }
}
