//! Tables of contents: their lines name sections and pages, and hold neither sections nor figures.
//!
//! | in the text | read as |
//! |---|---|
//! | `I. KẾT QUẢ ........ 3` | an entry, wherever it stands |
//! | `MỤC LỤC`, then lines that end with a page number | entries, as long as the pages do not fall |

use super::annotated::Line;
use super::token::{Token, TokenKind};
use crate::vocabulary::WORDS;

/// Which lines are entries of a table of contents.
pub fn entries(lines: &[Line]) -> Vec<bool> {
    let mut found: Vec<bool> = lines.iter().map(has_leader).collect();
    for head in (0..lines.len()).filter(|&index| is_head(&lines[index])) {
        let mut last = 0;
        let mut at = head + 1;
        // A long title takes two lines, of which the second has the page.
        while let Some(step) = (at..lines.len().min(at + 2)).find(|&at| page(&lines[at]).is_some_and(|n| n >= last)) {
            last = page(&lines[step]).unwrap_or(last);
            found[at..=step].fill(true);
            at = step + 1;
        }
    }
    found
}

fn is_head(line: &Line) -> bool {
    line.begins(&WORDS.contents) && line.tokens.len() <= 3
}

/// The page number at the end of a line that has words too.
fn page(line: &Line) -> Option<u32> {
    let last = line.tokens.last().filter(|last| is_page(last))?;
    let words = line.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    (1..=30).contains(&words).then(|| last.text.parse().ok()).flatten()
}

fn is_page(token: &Token) -> bool {
    token.text.len() <= 3 && token.text.bytes().all(|b| b.is_ascii_digit())
}

/// A row of dots before the number at the end.
fn has_leader(line: &Line) -> bool {
    let Some((last, rest)) = line.tokens.split_last() else { return false };
    let dots: usize = rest
        .iter()
        .rev()
        .map_while(|token| match token.kind {
            TokenKind::Mark('.' | '·' | '_') => Some(1),
            TokenKind::Mark('…') => Some(3),
            _ => None,
        })
        .sum();
    is_page(last) && dots >= 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;
    use crate::line::tests::document_of;

    fn check(text: &str, expected: &[usize]) {
        let document = document_of(text);
        let entries = entries(&lines(&document));
        let found: Vec<usize> = (0..entries.len()).filter(|&index| entries[index]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn entries_are_told_by_dots_or_by_their_heading() {
        check("I. KẾT QUẢ ........ 3\nI. KẾT QUẢ\nĐã cấp 3", &[0]);
        check("MỤC LỤC\nI. KẾT QUẢ 1\n1. Bưu chính 2\nII. KẾ HOẠCH 4\nI. KẾT QUẢ", &[1, 2, 3]);
        check("Mục lục\n1. Một tên mục rất dài\nqua hai dòng 2\n2. Mục sau 5\nCấp 3", &[1, 2, 3]);
        check("Tổng số …: 3", &[]);
    }
}
