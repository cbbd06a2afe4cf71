//! What the rest of the reader knows of a page: painted letters and rules, whatever library gave them.
//!
//! Lengths are those of [`Layout`](tonghop_model::layout::Layout): hundredths of a point from the upper
//! left corner of the page as it is seen, so that a page that lies on its side is already turned.

use tonghop_model::layout::Area;
use tonghop_model::vietnamese::legacy::Coding;

/// A page as it is painted.
#[derive(Clone, Debug, Default)]
pub(super) struct PageText {
    /// Width and height, in the direction in which most of it is written.
    pub size: (i32, i32),
    /// How that direction lies on the page as it is seen.
    pub lie: Lie,
    /// What is written, in the order of painting.
    pub runs: Vec<Run>,
    /// Straight lines along the page's edges.
    pub rules: Vec<Rule>,
    /// What is written in other directions than most of it, such as stamps on the edge.
    pub aside: String,
    /// Whether a part of the page could not be read.
    pub damaged: bool,
}

/// How the direction of reading lies on a page: sheets that lie on their side are often put on upright pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lie {
    /// By how much the writing is turned against the sheet, in degrees.
    pub written: i32,
    /// By how much the page is turned against the sheet when it is seen.
    pub seen: i32,
    /// The width and height of the sheet.
    pub sheet: (i32, i32),
}

impl Lie {
    /// A rectangle in the direction of reading, where it stands on the page as it is seen.
    pub fn seen(self, area: Area) -> Area {
        if self.written == self.seen {
            return area;
        }
        let corner = |point| turned(self.seen, self.sheet, unturned(self.written, self.sheet, point));
        let ((x0, y0), (x1, y1)) = (corner((area.left, area.top)), corner((area.right, area.bottom)));
        Area { left: x0.min(x1), top: y0.min(y1), right: x0.max(x1), bottom: y0.max(y1) }
    }

    /// The width and height of the page as it is seen.
    pub fn size(self) -> (i32, i32) {
        upright(self.seen, self.sheet)
    }
}

/// Width and height, swapped where it lies on its side.
pub(super) fn upright(turn: i32, (width, height): (i32, i32)) -> (i32, i32) {
    if turn % 180 == 0 { (width, height) } else { (height, width) }
}

/// A point of the sheet, from its upper left corner, as it is seen when the sheet is turned.
pub(super) fn turned(turn: i32, (width, height): (i32, i32), (x, y): (i32, i32)) -> (i32, i32) {
    match turn {
        90 => (height - y, x),
        180 => (width - x, height - y),
        270 => (y, width - x),
        _ => (x, y),
    }
}

/// The reverse of [`turned`].
fn unturned(turn: i32, (width, height): (i32, i32), (x, y): (i32, i32)) -> (i32, i32) {
    match turn {
        90 => (y, height - x),
        180 => (width - x, height - y),
        270 => (width - y, x),
        _ => (x, y),
    }
}

/// Letters that were painted in one go, in one font.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The letters.
    pub letters: Vec<Letter>,
    /// The line that the letters stand on.
    pub baseline: i32,
    /// Top and bottom of the letters.
    pub extent: (i32, i32),
    /// The size of the font.
    pub size: i32,
    /// The encoding older than Unicode that the name of the font tells.
    pub coding: Option<Coding>,
    /// Whether the font is bold.
    pub bold: bool,
    /// Whether it is not painted but lies under a picture, as recognised text does.
    pub invisible: bool,
    /// Whether the file marks it as furniture of the page: a running head, a page number.
    pub furniture: bool,
}

/// A letter with its left and right edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub c: char,
    pub left: i32,
    pub right: i32,
}

/// A straight line; `from` is left of or above `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Whether it runs from left to right.
    pub level: bool,
    /// Its place across its direction.
    pub at: i32,
    /// Where it begins.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
}

impl Run {
    /// The rectangle of a stretch of the run.
    pub fn area(&self, left: i32, right: i32) -> Area {
        Area { left, top: self.extent.0, right, bottom: self.extent.1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_and_back_is_where_it_was() {
        let area = Area { left: 10, top: 20, right: 110, bottom: 50 };
        for (written, seen) in [(0, 0), (90, 0), (0, 90), (270, 90), (180, 270)] {
            let there = Lie { written, seen, sheet: (600, 800) };
            let back = Lie { written: seen, seen: written, sheet: (600, 800) };
            assert_eq!(back.seen(there.seen(area)), area, "{written} {seen}");
        }
        // What is written upwards begins at the lower left of an upright page.
        let upwards = Lie { written: 90, seen: 0, sheet: (600, 800) };
        assert_eq!(
            upwards.seen(Area { left: 0, top: 0, right: 10, bottom: 20 }),
            Area { left: 0, top: 790, right: 20, bottom: 800 }
        );
        assert_eq!(upwards.size(), (600, 800));
    }
}
