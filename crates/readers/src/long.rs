//! Paragraphs that are longer than any paragraph of a report: whole documents that lost their breaks.
//!
//! A sentence is read as a whole, each figure against the words and figures beside it. That takes the square of the
//! sentence's length, which a paragraph of a million words must not make of it. Such a paragraph is read in parts, cut
//! behind a sentence where there is one, else behind an item, else between words.

use tonghop_model::document::{Block, Document, Paragraph};

/// The longest paragraph that is read as one, in characters; four times that of the longest in the reports seen.
const LONGEST: usize = 12_000;

/// Cuts what is too long in a document.
pub(super) fn cut(document: &mut Document) {
    if document.text.len() > LONGEST {
        document.blocks = blocks(std::mem::take(&mut document.blocks));
    }
}

fn blocks(blocks: Vec<Block>) -> Vec<Block> {
    let each = |block| match block {
        Block::Paragraph(paragraph) => parts(paragraph).into_iter().map(Block::Paragraph).collect(),
        Block::Table(mut table) => {
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                cell.blocks = self::blocks(std::mem::take(&mut cell.blocks));
            }
            vec![Block::Table(table)]
        }
    };
    blocks.into_iter().flat_map(each).collect()
}

fn parts(paragraph: Paragraph) -> Vec<Paragraph> {
    if paragraph.text.len() <= LONGEST {
        return vec![paragraph];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    while start < paragraph.text.len() {
        let end = end(paragraph.text.chars(), start);
        let label_len = if start == 0 { paragraph.label_len } else { 0 };
        parts.push(Paragraph { text: paragraph.text.part(start..end), label_len, ..paragraph });
        start = end;
    }
    parts
}

/// The end of the part that begins at a character; the space behind it goes with it.
fn end(chars: &[char], start: usize) -> usize {
    let limit = start + LONGEST;
    if chars.len() <= limit {
        return chars.len();
    }
    let half = start + LONGEST / 2;
    let behind = |marks: &[char]| {
        let spaces = (half..limit).rev().filter(|&at| chars[at] == ' ');
        spaces.map(|at| at + 1).find(|&end| marks.is_empty() || marks.contains(&chars[end - 2]))
    };
    behind(&['.']).or_else(|| behind(&[';'])).or_else(|| behind(&[])).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_model::span::Mapper;

    fn check(text: &str, last_of_first: &str) {
        let mut mapper = Mapper::new();
        mapper.push(text, 7);
        let whole = Paragraph { text: mapper.finish(), label_len: 2, ..Paragraph::default() };
        let parts = parts(whole.clone());
        assert!(parts.len() > 1 && parts.iter().all(|part| part.text.len() <= LONGEST));
        let joined: String = parts.iter().map(|part| part.text.to_string()).collect();
        assert_eq!(joined, whole.text.to_string());
        assert!(parts[0].text.to_string().ends_with(last_of_first));
        assert_eq!(parts[1].text.whole().start, parts[0].text.whole().end, "the way back goes on");
        assert_eq!((parts[0].label_len, parts[1].label_len), (2, 0));
    }

    #[test]
    fn a_paragraph_without_end_is_read_in_parts() {
        check(&"- tiếp nhận 12 hồ sơ. ".repeat(1000), "hồ sơ. ");
        check(&"- tiếp nhận 12 hồ sơ; ".repeat(1000), "hồ sơ; ");
        check(&"tiếp nhận 12 hồ sơ ".repeat(1000), " ");
        check(&"1234567890".repeat(2000), "7890");
    }

    #[test]
    fn no_other_is_touched() {
        let paragraph = Paragraph::default();
        assert_eq!(parts(paragraph.clone()), [paragraph]);
    }
}
