//! The pages of a Word file: their size, margins and sections.

use super::part::HEADER;
use crate::write::markup::Markup;

/// A page in twentieths of a point: A4, with the decree's margins of 20, 20, 30 and 15 mm.
#[derive(Clone, Copy)]
pub struct Page {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The upper, right, lower and left margin.
    pub margins: [u32; 4],
}

/// A4 upright.
pub const UPRIGHT: Page = Page { width: 11_906, height: 16_838, margins: [1134, 850, 1134, 1701] };

/// A4 on its side; what is bound is then above.
pub const LANDSCAPE: Page = Page { width: 16_838, height: 11_906, margins: [1701, 1134, 850, 1134] };

impl Page {
    /// The width between the margins.
    pub fn inner(self) -> u32 {
        self.width - self.margins[1] - self.margins[3]
    }
}

/// The page of a section: number in the header but on its first page; an annex counts its own pages.
pub fn section_properties(xml: &mut Markup, page: Page, annex: bool) {
    let number = |value: u32| value.to_string();
    xml.start("w:sectPr", &[]);
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", HEADER)]);
    xml.empty("w:type", &[("w:val", "nextPage")]);
    let (width, height) = (number(page.width), number(page.height));
    let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    size.extend((page.width > page.height).then_some(("w:orient", "landscape")));
    xml.empty("w:pgSz", &size);
    let [top, right, bottom, left] = page.margins.map(number);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ],
    );
    if annex {
        xml.empty("w:pgNumType", &[("w:start", "1")]);
    }
    xml.empty("w:titlePg", &[]).end();
}
