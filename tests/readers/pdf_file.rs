//! Builds small PDFs, in which every letter is half as wide as the font's size.

use std::fmt::Write as _;

/// A file that is being made; lengths are in points from the lower left corner, as PDF has them.
#[derive(Default)]
pub struct Pdf {
    pages: Vec<(String, &'static str)>,
    /// The letters outside of ASCII, in the order of their codes from 128.
    letters: Vec<char>,
}

/// The fonts of every file: a plain one, a bold one, and one of the TCVN3 age.
const FONTS: [&str; 3] = ["Tinos", "Tinos-Bold", ".VnTime"];

impl Pdf {
    /// Adds a page with the given content; further keys of its dictionary, such as `/Rotate 90`, stand in `keys`.
    pub fn page(mut self, content: &[Item], keys: &'static str) -> Self {
        let mut stream = String::new();
        for item in content {
            match item {
                Item::Text { font, size, at: (x, y), text } => {
                    let codes =
                        text.chars().map(|c| format!("{:02X}", self.code(c))).collect::<Vec<String>>().concat();
                    writeln!(stream, "BT /F{font} {size} Tf {x} {y} Td <{codes}> Tj ET").unwrap();
                }
                Item::Line((x0, y0), (x1, y1)) => writeln!(stream, "{x0} {y0} m {x1} {y1} l S").unwrap(),
                Item::Raw(operators) => writeln!(stream, "{operators}").unwrap(),
            }
        }
        self.pages.push((stream, keys));
        self
    }

    fn code(&mut self, c: char) -> usize {
        if c.is_ascii() {
            return c as usize;
        }
        self.letters.iter().position(|known| *known == c).unwrap_or_else(|| {
            self.letters.push(c);
            self.letters.len() - 1
        }) + 128
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
        let first_page = 4 + FONTS.len();
        let kids = (0..self.pages.len())
            .map(|index| format!("{} 0 R ", first_page + index * 2))
            .collect::<Vec<String>>()
            .concat();
        objects.push(format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", self.pages.len()));
        objects.push(stream(&self.to_unicode()));
        let widths = "500 ".repeat(256);
        for name in FONTS {
            // The old font has no way to Unicode but its name.
            let way = if name == ".VnTime" { "/Encoding /WinAnsiEncoding" } else { "/ToUnicode 3 0 R" };
            objects.push(format!(
                "<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 0 /LastChar 255 /Widths [{widths}] {way} >>"
            ));
        }
        let fonts =
            (0..FONTS.len()).map(|index| format!("/F{index} {} 0 R ", 4 + index)).collect::<Vec<String>>().concat();
        for (index, (content, keys)) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {keys} /Resources << /Font << {fonts}>> >> /Contents {} 0 R >>",
                first_page + index * 2 + 1
            ));
            objects.push(stream(content));
        }
        file(&objects)
    }

    fn to_unicode(&self) -> String {
        let ascii = (32..127).map(|code: u32| (code, code));
        let others = (128..).zip(self.letters.iter().map(|c| u32::from(*c)));
        let lines = ascii
            .chain(others)
            .map(|(code, c)| format!("<{code:02X}> <{c:04X}>\n"))
            .collect::<Vec<String>>()
            .concat();
        format!("1 begincodespacerange\n<00> <FF>\nendcodespacerange\n100 beginbfchar\n{lines}endbfchar\n")
    }
}

/// What stands on a page.
pub enum Item {
    Text {
        font: usize,
        size: i32,
        at: (i32, i32),
        text: &'static str,
    },
    Line((i32, i32), (i32, i32)),
    /// Operators as they are.
    Raw(&'static str),
}

/// Text of the plain font, 12 points high.
pub fn text(x: i32, y: i32, text: &'static str) -> Item {
    Item::Text { font: 0, size: 12, at: (x, y), text }
}

/// Text of the bold font, 12 points high.
pub fn bold(x: i32, y: i32, text: &'static str) -> Item {
    Item::Text { font: 1, size: 12, at: (x, y), text }
}

/// The rules of a table: the given edges of columns and rows, all drawn.
pub fn grid(columns: &[i32], rows: &[i32]) -> Vec<Item> {
    let ends = |edges: &[i32]| (*edges.iter().min().unwrap(), *edges.iter().max().unwrap());
    let ((left, right), (bottom, top)) = (ends(columns), ends(rows));
    let level = rows.iter().map(|y| Item::Line((left, *y), (right, *y)));
    level.chain(columns.iter().map(|x| Item::Line((*x, bottom), (*x, top)))).collect()
}

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}endstream", content.len())
}

fn file(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let table = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in &places {
        // An entry of the table is twenty bytes, the last two a space and a line end.
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).unwrap();
    out.into_bytes()
}
