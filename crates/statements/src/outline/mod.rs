//! Document to header and numbered sections.

mod agency;
mod case;
mod head;
mod header;
mod heading;
mod letterhead;
mod mention;
mod named;
mod section;
mod signature;
#[cfg(test)]
mod tests;
mod title;

use crate::line::Line;
pub use header::Header;
pub use mention::{Issue, Mention, Role};
pub use section::{Section, path};

/// What the head and foot of the document say.
pub fn header(lines: &[Line], sections: &[Section]) -> Header {
    head::header(lines, sections)
}

/// The numbered sections of a document, in order.
pub fn sections(lines: &[Line]) -> Vec<Section> {
    heading::sections(lines, title::block(lines).end)
}
