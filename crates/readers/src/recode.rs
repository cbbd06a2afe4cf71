//! Letters of an encoding from before Unicode that no font told, in a document that is already read.
//!
//! Plain text is decoded before it is read; in the other formats it shows only afterwards that the letters of an
//! ordinary font stand for others, as they do in text that was pasted from an old document. The text is written anew,
//! and everything that counts in it is moved along.

use crate::met;
use crate::options::Letters;
use tonghop_model::document::{Block, Document, Paragraph};
use tonghop_model::notice::Notice;
use tonghop_model::span::{Mapper, Span};
use tonghop_model::vietnamese::legacy::{self, Encoding};

/// Reads the letters as the official wants them, else as their words show; says what was done.
pub(super) fn recode(document: &mut Document, letters: Letters) {
    let detected = match letters {
        Letters::Told => legacy::detect(&document.text),
        Letters::Kept | Letters::In(_) => None,
    };
    let (encoding, notice) = match (letters, detected) {
        (Letters::In(encoding), _) => (Some(encoding), Notice::ConvertedAsChosen { encoding }),
        (Letters::Kept, _) => (None, Notice::KeptAsChosen),
        (Letters::Told, Some(found)) => (Some(found.encoding).filter(|_| found.is_sure()), met::told(found)),
        (Letters::Told, None) => return,
    };
    // A reader that has decoded the text before it read it has said so.
    if !document.notices.contains(&notice) {
        document.notices.push(notice);
    }
    if let Some(encoding) = encoding {
        rewrite(document, encoding);
    }
}

fn rewrite(document: &mut Document, encoding: Encoding) {
    let old: Vec<char> = document.text.chars().collect();
    let mut paragraphs = Vec::new();
    gather(&mut document.blocks, &mut paragraphs);
    paragraphs.extend(&mut document.margins);
    paragraphs.sort_by_key(|paragraph| paragraph.text.whole());
    let mut page = Page { old: &old, new: String::with_capacity(document.text.len()), len: 0, moved: Vec::new() };
    for paragraph in paragraphs {
        page.paragraph(paragraph, encoding);
    }
    page.copy(old.len());
    page.moved.push(page.len);
    let Page { new, moved, .. } = page;
    let to = |at: usize| moved.get(at).or(moved.last()).copied().unwrap_or(0);
    let span = |span: &mut Span| *span = Span::new(to(span.start), to(span.end));
    tables(&mut document.blocks, &span);
    if let Some(layout) = &mut document.layout {
        layout.shift(to);
    }
    document.text = new;
}

/// The text while it is written anew.
struct Page<'a> {
    old: &'a [char],
    new: String,
    /// How many characters `new` has.
    len: usize,
    /// Where each character of the old text that was passed has come to stand.
    moved: Vec<usize>,
}

impl Page<'_> {
    /// Writes what stands before a place as it is.
    fn copy(&mut self, end: usize) {
        while self.moved.len() < end.min(self.old.len()) {
            let c = self.old[self.moved.len()];
            self.moved.push(self.len);
            self.write(c);
        }
    }

    fn write(&mut self, c: char) {
        self.new.push(c);
        self.len += 1;
    }

    /// Writes a paragraph; one that is plainly Unicode, or has no more words when it is decoded, stays as it is.
    fn paragraph(&mut self, paragraph: &mut Paragraph, encoding: Encoding) {
        let whole = paragraph.text.whole();
        self.copy(whole.start);
        let (start, from, written) = (self.moved.len(), self.len, self.new.len());
        let label = paragraph.text.span(0..paragraph.label_len).end.max(start);
        let glued = glued(paragraph, self.old);
        let text: String = self.old.get(label..whole.end).unwrap_or_default().iter().collect();
        if legacy::improved(&text, encoding).is_some() {
            self.copy(label);
            self.words(whole.end, encoding);
        } else {
            self.copy(whole.end);
        }
        let holes: Vec<usize> = glued.iter().filter_map(|at| self.moved.get(*at).copied()).collect();
        let mut mapper = Mapper::new();
        for (index, c) in self.new[written..].chars().enumerate() {
            if holes.binary_search(&(from + index)).is_err() {
                mapper.push_char(c, from + index);
            }
        }
        paragraph.text = mapper.finish();
    }

    /// Writes up to a place, decoded word by word, so that each word is known to come from one.
    fn words(&mut self, end: usize, encoding: Encoding) {
        while let Some(at) = Some(self.moved.len()).filter(|at| *at < end.min(self.old.len())) {
            let word = self.old[at..end].iter().take_while(|c| !c.is_ascii_whitespace()).count();
            if word == 0 {
                self.copy(at + 1);
                continue;
            }
            let decoded = legacy::decode(&self.old[at..at + word].iter().collect::<String>(), encoding);
            let (first, len) = (self.len, decoded.chars().count());
            decoded.chars().for_each(|c| self.write(c));
            self.moved.extend((0..word).map(|index| first + index.min(len)));
        }
    }
}

/// Line ends within a paragraph that are no spaces, because a word goes on behind them.
fn glued(paragraph: &Paragraph, old: &[char]) -> Vec<usize> {
    let text = &paragraph.text;
    let whole = text.whole();
    let spaces: Vec<usize> = text
        .chars()
        .iter()
        .enumerate()
        .filter(|(_, c)| **c == ' ')
        .map(|(index, _)| text.span(index..index + 1).start)
        .collect();
    (whole.start..whole.end.min(old.len()))
        .filter(|at| old[*at] == '\n' && spaces.binary_search(at).is_err())
        .filter(|at| at.checked_sub(1).is_none_or(|before| !old[before].is_whitespace()))
        .collect()
}

fn gather<'a>(blocks: &'a mut [Block], into: &mut Vec<&'a mut Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => into.push(paragraph),
            Block::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| gather(&mut cell.blocks, into));
            }
        }
    }
}

fn tables(blocks: &mut [Block], moved: &impl Fn(&mut Span)) {
    for block in blocks {
        if let Block::Table(table) = block {
            moved(&mut table.span);
            table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| tables(&mut cell.blocks, moved));
        }
    }
}
