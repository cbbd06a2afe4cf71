//! How every part of a Word file begins.

use crate::write::markup::Markup;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relation of the header with the page number.
pub const HEADER: &str = "rId4";

/// A part of Word with its name spaces.
pub fn part(name: &'static str) -> Markup {
    let mut xml = Markup::part();
    xml.start(name, &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    xml
}
