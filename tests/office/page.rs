//! The lines of a PDF with place, size and weight, and the lines that are drawn on its first page.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::tools::printed;

/// The points of a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// By how much places are enlarged that are printed as whole numbers; more is not to be had.
const ZOOM: f64 = 3.0;

/// How far words stand apart at least, in points; letters that stand closer only come from another font.
const SPACE: f64 = 1.0;

/// How many dots a millimetre has where drawn lines are looked for.
const DOTS: f64 = 10.0;

/// A line of text, in millimetres from the left and upper edge of the paper.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its page, from 1.
    pub page: usize,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub text: String,
    /// In points.
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
}

impl Line {
    pub fn centre(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// "bold", "italic", "bold italic", "upright".
    pub fn style(&self) -> &'static str {
        match (self.bold, self.italic) {
            (true, true) => "bold italic",
            (true, false) => "bold",
            (false, true) => "italic",
            (false, false) => "upright",
        }
    }
}

/// A line that is drawn, in millimetres.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    pub left: f64,
    pub right: f64,
    pub top: f64,
}

/// The size of each page, in millimetres, and all lines of text.
pub fn lines(pdf: &[u8]) -> (Vec<(f64, f64)>, Vec<Line>) {
    let boxes = String::from_utf8(printed("pdftotext", &["-bbox-layout"], pdf)).unwrap();
    let (sizes, mut lines) = placed(&boxes);
    let zoom = ZOOM.to_string();
    let fonts = printed("pdftohtml", &["-xml", "-i", "-zoom", &zoom, "-fontfullname", "-stdout"], pdf);
    style(&mut lines, &String::from_utf8_lossy(&fonts));
    (sizes, lines)
}

fn number(element: &BytesStart<'_>, name: &str) -> f64 {
    let value = element.try_get_attribute(name).unwrap().unwrap_or_else(|| panic!("no {name}"));
    value.value.as_ref().trim().parse().unwrap()
}

fn placed(text: &str) -> (Vec<(f64, f64)>, Vec<Line>) {
    let (mut sizes, mut lines) = (Vec::new(), Vec::<Line>::new());
    let mut reader = Reader::from_str(text);
    let (mut in_word, mut end) = (false, f64::MAX);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => match element.name().as_ref() {
                "page" => {
                    sizes.push((number(&element, "width") / MILLIMETRE, number(&element, "height") / MILLIMETRE));
                }
                "line" => lines.push(Line {
                    page: sizes.len(),
                    left: number(&element, "xMin") / MILLIMETRE,
                    right: number(&element, "xMax") / MILLIMETRE,
                    top: number(&element, "yMin") / MILLIMETRE,
                    bottom: number(&element, "yMax") / MILLIMETRE,
                    ..Line::default()
                }),
                "word" => {
                    let line = lines.last_mut().unwrap();
                    if !line.text.is_empty() && number(&element, "xMin") - end > SPACE {
                        line.text.push(' ');
                    }
                    (in_word, end) = (true, number(&element, "xMax"));
                }
                _ => {}
            },
            Event::End(element) if element.name().as_ref() == "word" => in_word = false,
            Event::Text(words) if in_word => {
                lines.last_mut().unwrap().text.push_str(&words);
            }
            Event::Eof => return (sizes, lines),
            _ => {}
        }
    }
}

/// Gives each line size and weight of the widest piece of text that stands in it.
fn style(lines: &mut [Line], fonts: &str) {
    let scale = ZOOM * MILLIMETRE;
    let mut sizes: Vec<(String, f64, bool, bool)> = Vec::new();
    let mut widest = vec![0.0; lines.len()];
    let mut page = 0;
    for tag in fonts.split('<') {
        let attribute = |name: &str| {
            let rest = tag.split_once(&format!(" {name}=\""))?.1;
            Some(rest.split('"').next()?.to_owned())
        };
        let value = |name: &str| attribute(name).and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
        if tag.starts_with("page ") {
            page += 1;
        } else if tag.starts_with("fontspec ") {
            let family = attribute("family").unwrap();
            let (bold, italic) = (family.contains("Bold"), family.contains("Italic"));
            sizes.push((attribute("id").unwrap(), value("size") / ZOOM, bold, italic));
        } else if tag.starts_with("text ") {
            let (left, top, width) = (value("left") / scale, value("top") / scale, value("width") / scale);
            let font = attribute("font").unwrap();
            let Some((_, size, bold, italic)) = sizes.iter().find(|(id, ..)| *id == font) else { continue };
            for (line, widest) in lines.iter_mut().zip(&mut widest).filter(|(line, _)| line.page == page) {
                let middle = f64::midpoint(line.top, line.bottom);
                let within = top < middle && middle < top + value("height") / scale;
                let beside = left + width > line.left && left < line.right;
                if within && beside && width > *widest {
                    *widest = width;
                    (line.size, line.bold, line.italic) = (*size, *bold, *italic);
                }
            }
        }
    }
}

/// The lines of at least a centimetre that are drawn on the first page.
pub fn drawn(pdf: &[u8]) -> Vec<Drawn> {
    let dots = (DOTS * 25.4).to_string();
    let picture = printed("pdftoppm", &["-r", &dots, "-gray", "-f", "1", "-l", "1", "-singlefile"], pdf);
    let (width, pixels) = grey(&picture);
    let mut found: Vec<Drawn> = Vec::new();
    for (row, dots) in pixels.chunks_exact(width).enumerate() {
        let mut at = 0;
        for run in dots.chunk_by(|one, other| (*one < 128) == (*other < 128)) {
            let (left, right) = (place(at), place(at + run.len()));
            at += run.len();
            let top = place(row);
            let thickness = |known: &Drawn| (known.left - left).abs() < 0.5 && top - known.top < 1.0;
            if run[0] < 128 && right - left >= 10.0 && !found.iter().any(thickness) {
                found.push(Drawn { left, right, top });
            }
        }
    }
    found
}

fn place(dots: usize) -> f64 {
    f64::from(u32::try_from(dots).unwrap()) / DOTS
}

/// The width and the dots of a picture in the form "P5 width height 255".
fn grey(picture: &[u8]) -> (usize, &[u8]) {
    let mut from = 0;
    let mut numbers = Vec::new();
    while numbers.len() < 4 {
        let length = picture[from..].iter().position(u8::is_ascii_whitespace).unwrap();
        numbers.push(std::str::from_utf8(&picture[from..from + length]).unwrap());
        from += length + 1;
    }
    (numbers[1].parse().unwrap(), &picture[from..])
}
