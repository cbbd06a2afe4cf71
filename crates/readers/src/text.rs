//! Plain text: the lines of a page joined to paragraphs.

use crate::error::ReadError;
use crate::line::{self, Line};
use crate::support::{Feature, done, not, partly};
use crate::wording::{self, Beginning, Ending};
use crate::{Format, MAX_BLOCKS, Options, decode};
use tonghop_model::document::{Block, Document, Paragraph};
use tonghop_model::span::Mapper;

/// What is read of plain text.
pub(super) const SUPPORT: [Feature; 9] = [
    done("UTF-8, and UTF-16 with or without a byte order mark; decomposed accents composed"),
    done(
        "TCVN3, VNI, VISCII, VPS, Windows-1258, and UTF-8 read as Windows-1252: told by their words, and said; what is unsure is asked on the page",
    ),
    done("sentences over line ends, blank lines and page breaks"),
    done("words and numbers cut at a hyphen"),
    done("page numbers between pages left out of sentences"),
    done("capitals, indentation and list marks as borders of paragraphs"),
    done("letterheads in two columns"),
    partly("tables given as one cell a line stay short paragraphs"),
    not("columns of prose side by side"),
];

/// Reads plain text; offsets count in the text as it is.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    let decode::Decoded { text, notices } = decode::text(bytes, options.letters)?;
    let lines: Vec<Line> = line::lines(&text).collect();
    let page = Page::of(&lines);
    let mut paragraphs = Joiner::default();
    for line in lines {
        paragraphs.push(line, &page);
        if paragraphs.done.len() > MAX_BLOCKS {
            return Err(ReadError::Hostile);
        }
    }
    let blocks = paragraphs.finish();
    Ok(Document { format: Format::Text, text, blocks, margins: Vec::new(), notices, layout: None })
}

/// The narrowest and the widest line that a page of prose is believed to have, in letters.
const PAGE_WIDTHS: std::ops::RangeInclusive<usize> = 45..=160;

/// How the pages of a text were set.
struct Page {
    /// The width of full lines; `None` where lines are not broken at a page's width.
    width: Option<usize>,
    /// Whether blank lines stand within sentences too, so that they do not tell paragraphs apart.
    loose: bool,
}

impl Page {
    fn of(lines: &[Line]) -> Self {
        Self { width: usual_width(lines), loose: is_loose(lines) }
    }
}

/// The width below which half of all letters stand, so that the many short lines of a table weigh little.
fn usual_width(lines: &[Line]) -> Option<usize> {
    let mut letters = vec![0; PAGE_WIDTHS.end() + 2];
    for line in lines {
        letters[line.width.min(PAGE_WIDTHS.end() + 1)] += line.width;
    }
    let half = letters.iter().sum::<usize>() / 2;
    let mut below = 0;
    let usual = letters.iter().position(|count| {
        below += count;
        below > half
    })?;
    (usual <= *PAGE_WIDTHS.end()).then_some(usual.max(*PAGE_WIDTHS.start()))
}

/// Whether one gap in eight or more splits a sentence for certain; page breaks alone split fewer.
fn is_loose(lines: &[Line]) -> bool {
    let (mut gaps, mut within) = (0, 0);
    for (before, line) in lines.iter().zip(lines.iter().skip(1)).filter(|(_, line)| line.gap) {
        gaps += 1;
        let open = wording::ending(before.text) != Ending::Closed;
        within += usize::from(open && wording::beginning(line.text) == Beginning::Lower);
    }
    within > 2 && within * 8 > gaps
}

/// How a line follows the line before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// It begins a paragraph.
    Apart,
    /// It goes on, behind a space.
    Spaced,
    /// It goes on within a word or number.
    Glued,
}

/// The most lines at the foot of a page that a sentence is followed over.
const MAX_FURNITURE: usize = 3;

/// Puts lines together to paragraphs.
#[derive(Default)]
struct Joiner<'a> {
    done: Vec<Block>,
    /// The lines of the paragraph that may go on, with how each follows the one before.
    open: Vec<(Line<'a>, Link)>,
    /// Page numbers and addresses at the foot of a page that were met since; a sentence may go on behind them.
    furniture: Vec<Line<'a>>,
}

impl<'a> Joiner<'a> {
    fn push(&mut self, next: Line<'a>, page: &Page) {
        let furniture = wording::is_page_number(next.text) || wording::is_address(next.text);
        if furniture && self.furniture.len() < MAX_FURNITURE {
            self.furniture.push(next);
            return;
        }
        let mut link = self.open.last().map_or(Link::Apart, |(before, _)| follows(before, &next, page));
        // Numbers alone on their lines are also cells of a table: only a sentence that certainly goes on passes over.
        if !self.furniture.is_empty() && wording::beginning(next.text) != Beginning::Lower && link != Link::Glued {
            link = Link::Apart;
        }
        if link == Link::Apart {
            self.close();
        }
        self.open.push((next, link));
    }

    fn close(&mut self) {
        let mut mapper = Mapper::new();
        for (line, link) in self.open.drain(..) {
            if link == Link::Spaced {
                mapper.push_char(' ', line.start.saturating_sub(1));
            }
            mapper.push(line.text, line.start);
        }
        self.done.extend(paragraph(mapper));
        for line in self.furniture.drain(..) {
            let mut mapper = Mapper::new();
            mapper.push(line.text, line.start);
            self.done.extend(paragraph(mapper));
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close();
        self.done
    }
}

fn paragraph(mapper: Mapper) -> Option<Block> {
    let text = mapper.finish();
    (!text.is_empty()).then(|| Block::Paragraph(Paragraph { text, ..Paragraph::default() }))
}

/// How `line` follows `before`.
fn follows(before: &Line, line: &Line, page: &Page) -> Link {
    let ending = wording::ending(before.text);
    let beginning = wording::beginning(line.text);
    if wording::in_columns(before.text) || wording::in_columns(line.text) || beginning == Beginning::Mark {
        return Link::Apart;
    }
    if ending == Ending::Glued && line.text.starts_with(char::is_alphanumeric) {
        return Link::Glued;
    }
    let full = is_full(before, line, page);
    let goes_on = if wording::in_capitals(before.text) == wording::in_capitals(line.text) {
        let apart = (line.gap && !page.loose) || line.indent > before.indent + 3;
        completes(before, ending, beginning) || sentence_goes_on(ending, beginning, full, apart)
    } else {
        capitals_go_on(before, line, ending)
    };
    if goes_on { Link::Spaced } else { Link::Apart }
}

/// Whether a line was only waiting for the next: "10." for its text, "Tháng" for its number.
fn completes(before: &Line, ending: Ending, beginning: Beginning) -> bool {
    match beginning {
        Beginning::Upper => wording::is_bare_label(before.text),
        Beginning::Digit => ending == Ending::WantsNumber && !before.text.contains(' '),
        _ => false,
    }
}

/// A title in capitals ends where small letters begin; a short last line of a title has too few letters to tell.
fn capitals_go_on(before: &Line, line: &Line, ending: Ending) -> bool {
    if wording::in_capitals(before.text) {
        !line.text.contains(char::is_lowercase) && ending != Ending::Closed && !line.gap
    } else {
        ending == Ending::Open
    }
}

/// Whether the line before was filled: the first word of the next one had no room in it.
fn is_full(before: &Line, line: &Line, page: &Page) -> bool {
    let word = line.text.chars().take(24).take_while(|c| !c.is_whitespace()).count();
    // Letters differ in width, so lines that look even on paper differ by some letters.
    page.width.is_some_and(|width| (before.indent.min(12) + before.width + 1 + word) * 100 > width * 93)
}

/// Whether a sentence goes on; `apart` tells that the two lines stand apart on the page.
fn sentence_goes_on(ending: Ending, beginning: Beginning, full: bool, apart: bool) -> bool {
    match (ending, beginning) {
        (_, Beginning::Mark) | (Ending::Closed, Beginning::MaybeMark) => false,
        (_, Beginning::Number) => ending == Ending::WantsNumber && full,
        (Ending::Open | Ending::Glued, _) | (Ending::Plain | Ending::WantsNumber, Beginning::Lower) => true,
        (Ending::Closed, beginning) => full && (beginning == Beginning::Lower || !apart),
        _ => full,
    }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
