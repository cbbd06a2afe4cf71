//! A page of a PDF as the page shows it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use tonghop_job::PictureView;
use tonghop_model::layout::{Area, Layout};
use tonghop_model::span::Span;
use tonghop_readers as read;

/// A file whose pages can be painted.
#[derive(Debug)]
pub struct Sheets {
    /// Its bytes.
    pub file: Vec<u8>,
    /// The password that opens it; empty for most.
    pub password: String,
}

/// The picture of a page, from 0, with a stretch of the text marked; without a page, of that on which it stands, else
/// of the first. A scan has no `layout`.
pub fn picture(
    sheets: &Sheets,
    layout: Option<&Layout>,
    page: Option<usize>,
    mark: (usize, usize),
    width: u16,
) -> PictureView {
    let places = layout.map(|layout| layout.places(Span::new(mark.0, mark.1))).unwrap_or_default();
    let page = page.or_else(|| places.first().map(|(page, _)| *page)).unwrap_or(0);
    let size = layout.and_then(|layout| layout.pages.get(page)).copied().unwrap_or_default();
    let marks = places.iter().filter(|(on, _)| *on == page).map(|(_, area)| shares(*area, size)).collect();
    let pages = layout.map_or(0, |layout| layout.pages.len());
    let empty = PictureView { mark, page, pages, marks, ..PictureView::default() };
    match read::picture(&sheets.file, page, width, &sheets.password) {
        Ok(picture) => PictureView {
            image: format!("data:image/png;base64,{}", STANDARD.encode(picture.png)),
            width: picture.width,
            height: picture.height,
            pages: picture.pages,
            ..empty
        },
        Err(_) => empty,
    }
}

/// The edges of a rectangle in ten-thousandths of the page.
fn shares(area: Area, (width, height): (i32, i32)) -> [u32; 4] {
    let share = |edge: i32, whole: i32| {
        u32::try_from(i64::from(edge).clamp(0, i64::from(whole)) * 10_000 / i64::from(whole.max(1))).unwrap_or(0)
    };
    [share(area.left, width), share(area.top, height), share(area.right, width), share(area.bottom, height)]
}
