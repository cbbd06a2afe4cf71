//! A passage of the page, found by its words: where its lines break is the font's choice, so that nothing asks for it.

use crate::page::Line;

/// How far below the upper edge of a line the next line of its passage may begin, in millimetres.
const NEXT: f64 = 9.0;

/// The lines that hold some words, from the first of them to the last.
#[derive(Clone, Debug)]
pub struct Passage {
    pub lines: Vec<Line>,
}

impl Passage {
    /// The passage of these words among all lines; `None` where they do not stand there whole.
    ///
    /// Spaces are left out of account: letters that come from another font stand apart as if they were words.
    pub fn find(lines: &[Line], words: &str) -> Option<Self> {
        let wanted = solid(words);
        lines.iter().find_map(|first| {
            let rest = wanted.strip_prefix(solid(&first.text).as_str()).filter(|_| !first.text.is_empty())?;
            follow(lines, vec![first.clone()], rest)
        })
    }

    pub fn first(&self) -> &Line {
        &self.lines[0]
    }

    pub fn last(&self) -> &Line {
        &self.lines[self.lines.len() - 1]
    }

    /// How wide its widest line is.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(Line::width).fold(0.0, f64::max)
    }

    /// Where its widest line ends.
    pub fn right(&self) -> f64 {
        self.lines.iter().map(|line| line.right).fold(0.0, f64::max)
    }

    /// Whether each of its lines stands around this place.
    pub fn is_centred_at(&self, place: f64) -> bool {
        self.lines.iter().all(|line| (line.centre() - place).abs() < 1.0)
    }
}

/// The passage with the lines below that hold the rest of its words.
fn follow(lines: &[Line], mut found: Vec<Line>, rest: &str) -> Option<Passage> {
    if rest.is_empty() {
        return Some(Passage { lines: found });
    }
    let last = found.last()?;
    let below =
        lines.iter().filter(|line| line.page == last.page && line.top > last.top && line.top < last.top + NEXT);
    let next = below.filter(|line| !line.text.is_empty() && rest.starts_with(solid(&line.text).as_str()));
    let next = next.min_by(|one, other| one.top.total_cmp(&other.top))?;
    let rest = &rest[solid(&next.text).len()..];
    found.push(next.clone());
    follow(lines, found, rest)
}

/// The words without the spaces between them.
pub fn solid(words: &str) -> String {
    words.split_whitespace().collect()
}
