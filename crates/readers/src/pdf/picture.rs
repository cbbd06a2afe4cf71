//! A page as a picture, so that a figure can be compared with what is printed. Scans have their picture too.

use pdfboss_render::{ImageFormat, PngCompression, render_page};

use super::source::load;
use crate::error::ReadError;

/// A page as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file of the picture, a PNG.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How many pages the file has.
    pub pages: usize,
}

/// The most pixels of a picture; a page of A4 at 110 dots an inch has a quarter of it.
const MAX_PIXELS: f32 = 4e6;

/// The picture of a page of a PDF, from 0, about as many pixels wide as asked for; `password` is empty for most files.
///
/// # Errors
/// Where the file cannot be opened, or has no such page.
pub fn picture(bytes: &[u8], page: usize, width: u16, password: &str) -> Result<Picture, ReadError> {
    let document = load(bytes, password)?;
    let sheet = document.page(page).map_err(|_| ReadError::Damaged)?;
    let (across, down) = sheet.size();
    if !(across >= 1.0 && down >= 1.0) {
        return Err(ReadError::Damaged);
    }
    let widest = (MAX_PIXELS * across / down).sqrt();
    let scale = f32::from(width).min(widest) / across;
    // A page that is a thousand times as long as it is wide has no pixel left.
    if !(scale.is_finite() && down * scale >= 1.0 && across * scale >= 1.0) {
        return Err(ReadError::Damaged);
    }
    let pixels = render_page(&document, &sheet, scale).map_err(|_| ReadError::Damaged)?;
    let png = pixels.encode(ImageFormat::Png(PngCompression::Balanced)).map_err(|_| ReadError::Damaged)?;
    Ok(Picture { png, width: pixels.width, height: pixels.height, pages: document.page_count() })
}
