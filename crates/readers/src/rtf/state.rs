//! What holds while groups are read.

use super::destination::Destination;
use super::story::{Layout, Paragraph};
use crate::flow::Within;
use crate::rows::{Merge, RowShape};

/// What holds in a group; groups within it begin with the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub destination: Destination,
    /// Whether the next word names a destination that may be unknown.
    pub starred: bool,
    /// Whether a text ends with the group.
    pub story: bool,
    pub look: Look,
    /// How many letters stand for one of Unicode.
    pub stand_ins: usize,
}

/// How text is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub bold: bool,
    pub hidden: bool,
    pub deleted: bool,
    pub font: i32,
}

/// A text with its state.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// What it is; `None` for headers and footers.
    pub within: Option<Within>,
    pub done: Vec<Paragraph>,
    pub open: Paragraph,
    pub layout: Layout,
    /// The row whose cells are described, and that of a table within a table.
    pub rows: [RowShape; 2],
    /// The cell that is described.
    pub cell: (Merge, Merge),
}

impl Default for Group {
    fn default() -> Self {
        let destination = Destination::Text;
        Self { destination, starred: false, story: false, look: Look::default(), stand_ins: 1 }
    }
}
