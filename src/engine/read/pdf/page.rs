//! What the rest of the reader knows of a page: painted letters and rules, whatever library gave them.
//!
//! Lengths are those of [`Layout`](super::super::super::layout::Layout): hundredths of a point from the upper
//! left corner of the page as it is seen, so that a page that lies on its side is already turned.

use super::super::super::layout::Area;
use super::super::super::vietnamese::legacy::Coding;

/// A page as it is painted.
#[derive(Clone, Debug, Default)]
pub(super) struct PageText {
    /// Width and height.
    pub size: (i32, i32),
    /// What is written, in the order of painting.
    pub runs: Vec<Run>,
    /// Straight lines along the page's edges.
    pub rules: Vec<Rule>,
    /// Whether a part of the page could not be read.
    pub damaged: bool,
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
