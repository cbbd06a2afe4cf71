//! Some tokens of a line that name a row or a column of a table.

use std::ops::Range;

use crate::line::{Line, TokenKind};
use tonghop_model::span::Mapped;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// Some tokens of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The index of the line.
    pub line: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl Piece {
    pub(super) fn whole(line: usize, lines: &[Line]) -> Self {
        Self { line, tokens: 0..lines[line].tokens.len() }
    }

    pub(super) fn words<'l>(&self, lines: &'l [Line]) -> impl Iterator<Item = &'l str> {
        let tokens = &lines[self.line].tokens[self.tokens.clone()];
        tokens.iter().filter(|token| !matches!(token.kind, TokenKind::Mark(_))).map(|token| token.text.as_str())
    }

    pub(super) fn text(&self, lines: &[Line]) -> Mapped {
        let line = &lines[self.line];
        let tokens = &line.tokens[self.tokens.clone()];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => line.paragraph.text.part(first.at.start..last.at.end),
            _ => Mapped::default(),
        }
    }

    /// Whether it has a word of two letters and more, as names of rows and columns do.
    pub(super) fn is_wordy(&self, lines: &[Line]) -> bool {
        let tokens = &lines[self.line].tokens[self.tokens.clone()];
        tokens.iter().any(|token| token.kind == TokenKind::Word && token.text.chars().count() > 1)
    }

    /// Whether all of it is a unit: "%", "văn bản".
    pub(super) fn is_unit(&self, lines: &[Line]) -> bool {
        let (line, at) = (&lines[self.line], &self.tokens);
        let percent = at.len() == 1 && line.tokens[at.start].is_mark('%');
        percent || LEXICON.unit.0.iter().any(|phrase| phrase.len() == at.len() && line.has_at(at.start, phrase))
    }
}

/// Whether the words, and no others, name what adds up the rest.
pub(super) fn names_total(pieces: &[Piece], lines: &[Line]) -> bool {
    let words: Vec<&str> = pieces.iter().flat_map(|piece| piece.words(lines)).collect();
    LEXICON.row_total.0.iter().any(|phrase| *phrase == words)
}
