//! The edge to the library: a file and its pages as [`PageText`]. Nothing else of the reader knows the library.

use pdfboss_core::{Document, Error, Page, Rect};
use pdfboss_text::{FontCache, ReadingOrder, Ruling, TextSpan, extract_spans_and_rulings_reporting_cached};
use unicode_normalization::char::is_combining_mark;

use super::page::{self, Letter, Lie, PageText, Rule, Run};
use crate::error::ReadError;
use tonghop_model::vietnamese::legacy::Coding;

/// The most letters that a page may have; a page of small print has ten thousand.
const MAX_LETTERS: usize = 200_000;

/// The most letters that all pages together may have; they are held in memory until the last page is read.
const MAX_ALL_LETTERS: usize = 4_000_000;

/// The most bytes of painting operators that a page may have when they are inflated.
const MAX_CONTENT: usize = 16 << 20;

/// The most fonts that are remembered.
const MAX_FONTS: usize = 100;

/// An opened file.
pub(super) struct Source {
    document: Document,
    cache: FontCache,
    /// The names of the fonts that were met, with what they tell.
    fonts: Vec<(String, Option<Coding>)>,
    /// How many letters were met.
    letters: usize,
}

impl Source {
    /// Opens a file; one that is protected with an empty password opens like any other.
    ///
    /// # Errors
    /// Where it wants another password, or has no pages that can be found.
    pub fn open(bytes: &[u8], password: &str) -> Result<Self, ReadError> {
        let document = load(bytes, password)?;
        Ok(Self { document, cache: FontCache::default(), fonts: Vec::new(), letters: 0 })
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.document.page_count()
    }

    /// The letters and rules of a page, from 0; a page that cannot be read is an empty one.
    ///
    /// # Errors
    /// Where it has more letters or operators than any page, or the file more than any report.
    pub fn page(&mut self, index: usize) -> Result<PageText, ReadError> {
        let Ok(page) = self.document.page(index) else {
            return Ok(PageText { damaged: true, ..PageText::default() });
        };
        if page.content(&self.document).is_ok_and(|content| content.len() > MAX_CONTENT) {
            return Err(ReadError::Hostile);
        }
        let mut view = View::of(&page);
        let order = ReadingOrder::Content;
        let read = extract_spans_and_rulings_reporting_cached(&self.document, &page, &self.cache, order);
        let Ok((spans, rules, report)) = read else {
            return Ok(PageText { size: view.size(), lie: view.lie, damaged: true, ..PageText::default() });
        };
        let letters: usize = spans.iter().map(|span| span.text.len()).sum();
        self.letters += letters;
        if letters > MAX_LETTERS || self.letters > MAX_ALL_LETTERS || rules.len() > MAX_LETTERS {
            return Err(ReadError::Hostile);
        }
        view.lie.written = direction(&spans, &view);
        let runs = spans.iter().filter_map(|span| self.run(span, &view)).collect();
        let rules = rules.iter().map(|rule| view.rule(rule)).collect();
        let aside = spans.iter().filter(|span| view.shows(span.bbox) && !view.reads(span));
        let aside = aside.map(|span| span.text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        let (size, lie, damaged) = (view.size(), view.lie, !report.skipped.is_empty());
        Ok(PageText { size, lie, runs, rules, aside, damaged })
    }

    fn run(&mut self, span: &TextSpan, view: &View) -> Option<Run> {
        if span.text.is_empty() || !view.reads(span) || !view.shows(span.bbox) {
            return None;
        }
        let (_, top) = view.point(span.bbox.x0, span.bbox.y1);
        let (_, bottom) = view.point(span.bbox.x1, span.bbox.y0);
        let (left, baseline) = view.point(span.x, span.y);
        let (right, _) = view.point(span.end_x, span.end_y);
        let starts: Vec<i32> = if view.lie.written == 0 && !span.logical {
            span.glyph_x.iter().map(|x| view.point(*x, span.y).0).collect()
        } else {
            Vec::new()
        };
        Some(Run {
            letters: letters(&span.text, &starts, (left.min(right), left.max(right))),
            baseline,
            extent: (top.min(bottom), top.max(bottom)),
            size: hundredths(span.size),
            coding: self.coding(&span.font_name),
            bold: span.bold,
            invisible: span.invisible,
            furniture: span.artifact.is_some(),
        })
    }

    fn coding(&mut self, name: &str) -> Option<Coding> {
        if let Some((_, coding)) = self.fonts.iter().find(|(font, _)| font == name) {
            return *coding;
        }
        let coding = Coding::of_font(name);
        // Files have some ten fonts; one with a font for every word is not worth remembering.
        if self.fonts.len() < MAX_FONTS {
            self.fonts.push((name.to_owned(), coding));
        }
        coding
    }
}

/// Opens a file with a password, which is empty for most.
///
/// # Errors
/// Where it wants another password, or has no structure that can be found.
pub(super) fn load(bytes: &[u8], password: &str) -> Result<Document, ReadError> {
    let wanted = ReadError::Password { wrong: !password.is_empty() };
    let document = Document::load_with_password(bytes.to_vec(), password).map_err(|error| match error {
        Error::Encrypted => wanted.clone(),
        _ => ReadError::Damaged,
    })?;
    if document.is_locked() { Err(wanted) } else { Ok(document) }
}

/// The direction in which most letters of a page are written, as degrees against the sheet; that in which it is seen
/// where no other has more than half of them.
fn direction(spans: &[TextSpan], view: &View) -> i32 {
    let count = |turn: Option<i32>| {
        let spans = spans.iter().filter(|span| view.shows(span.bbox) && turn.is_none_or(|turn| span.rotate == turn));
        spans.map(|span| span.text.chars().filter(|c| !c.is_whitespace()).count()).sum::<usize>()
    };
    let all = count(None);
    [0, 90, 180, 270].into_iter().find(|turn| count(Some(*turn)) * 2 > all).unwrap_or(view.lie.seen)
}

/// How a page is seen: which part of the sheet, and how the writing lies on it.
struct View {
    part: Rect,
    lie: Lie,
}

impl View {
    fn of(page: &Page) -> Self {
        let (width, height) = page.size();
        let sheet = page::upright(page.rotate, (hundredths(width), hundredths(height)));
        Self { part: page.crop_box, lie: Lie { written: page.rotate, seen: page.rotate, sheet } }
    }

    /// Width and height in the direction of reading.
    fn size(&self) -> (i32, i32) {
        page::upright(self.lie.written, self.lie.sheet)
    }

    /// Whether letters run in the direction of reading; the others are stamps and marks on the edge.
    fn reads(&self, span: &TextSpan) -> bool {
        span.rotate == self.lie.written
    }

    /// A point of the sheet, whose y grows upwards, as a point of the page in the direction of reading.
    fn point(&self, x: f32, y: f32) -> (i32, i32) {
        let (left, top) = (self.part.x0.min(self.part.x1), self.part.y0.max(self.part.y1));
        page::turned(self.lie.written, self.lie.sheet, (hundredths(x - left), hundredths(top - y)))
    }

    /// Whether any of it lies on the part of the sheet that is seen.
    fn shows(&self, area: Rect) -> bool {
        let across = |a0: f32, a1: f32, b0: f32, b1: f32| a0.max(a1) >= b0.min(b1) && a0.min(a1) <= b0.max(b1);
        across(area.x0, area.x1, self.part.x0, self.part.x1) && across(area.y0, area.y1, self.part.y0, self.part.y1)
    }

    fn rule(&self, rule: &Ruling) -> Rule {
        let (x0, y0) = self.point(rule.start.x, rule.start.y);
        let (x1, y1) = self.point(rule.end.x, rule.end.y);
        if (x0 - x1).abs() >= (y0 - y1).abs() {
            Rule { level: true, at: i32::midpoint(y0, y1), from: x0.min(x1), to: x0.max(x1) }
        } else {
            Rule { level: false, at: i32::midpoint(x0, x1), from: y0.min(y1), to: y0.max(y1) }
        }
    }
}

/// The largest length that is believed, in hundredths of a point; sheets measure at most 14,400 points, and products of
/// lengths with percentages have to stay within what an i32 holds.
const LARGEST: f32 = 2e6;

/// Points as hundredths of a point, within what a page may measure.
#[allow(clippy::cast_possible_truncation, reason = "the value is held within what an i32 holds")]
fn hundredths(points: f32) -> i32 {
    if points.is_finite() { (points * 100.0).round().clamp(-LARGEST, LARGEST) as i32 } else { 0 }
}

/// Letters with their edges. Where the library gives no starts, or gives one for several letters, the width is
/// shared out by how wide such letters usually are.
fn letters(text: &str, starts: &[i32], (left, right): (i32, i32)) -> Vec<Letter> {
    let chars: Vec<char> = text.chars().collect();
    let known = starts.len() == chars.len() && starts.windows(2).all(|pair| pair[0] <= pair[1]);
    let mut made: Vec<Letter> = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let same = |start: i32| starts[at..].iter().take_while(|other| **other == start).count();
        let count = if known { same(starts[at]).max(1) } else { chars.len() };
        let begin = if known { starts[at] } else { left };
        let end = if known { starts.get(at + count).copied().unwrap_or(right.max(begin)) } else { right };
        share(&chars[at..at + count], begin, end, &mut made);
        at += count;
    }
    made
}

fn share(chars: &[char], left: i32, right: i32, made: &mut Vec<Letter>) {
    let whole: i64 = chars.iter().map(|c| usual_width(*c)).sum();
    let mut before = 0;
    let at = |done: i64| {
        let width = i64::from(right - left) * done / whole.max(1);
        left.saturating_add(i32::try_from(width).unwrap_or(0))
    };
    for c in chars {
        let begin = at(before);
        before += usual_width(*c);
        made.push(Letter { c: *c, left: begin, right: at(before) });
    }
}

/// How wide a letter usually is, in hundredths of the font's size; marks above and below have no width.
fn usual_width(c: char) -> i64 {
    match c {
        _ if is_combining_mark(c) => 0,
        ' ' | '.' | ',' | ';' | ':' | 'i' | 'l' | 'j' | 't' | '\u{A0}' => 27,
        'f' | 'r' | 'I' | '(' | ')' | '-' | '/' | '\'' => 33,
        'm' | 'w' | 'M' | 'W' | '%' => 83,
        _ if c.is_uppercase() => 68,
        _ => 49,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_shared_among_the_letters_of_one_start() {
        let edges = |text: &str, starts: &[i32]| {
            letters(text, starts, (0, 100)).iter().map(|letter| (letter.left, letter.right)).collect::<Vec<_>>()
        };
        assert_eq!(edges("ab", &[]), [(0, 50), (50, 100)]);
        assert_eq!(edges("abc", &[0, 0, 40]), [(0, 20), (20, 40), (40, 100)]);
        assert_eq!(edges("o\u{302}", &[]), [(0, 100), (100, 100)]);
    }
}
