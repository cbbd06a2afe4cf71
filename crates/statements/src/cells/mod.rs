//! The values of tables, each with what its row and its column say of it.
//!
//! A value has no sentence around it. Its row's label and unit are put beside it as if they were one ("Văn bản điện
//! tử đi: 7.480 văn bản"), so that the same cues hold for it; the head of its column tells what it is (the month's
//! figure, a target, a comparison), and the caption and the rows that head a group are its scope.

mod grid;
mod loose;

use std::ops::Range;

use crate::line::{Line, TokenKind};
use crate::numeral::{Numeral, Quantity};
use crate::outline::Section;
use tonghop_model::document::Paragraph;
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

/// A value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The index of its numeral among the document's numerals.
    pub numeral: usize,
    /// The index of the line that it stands in.
    pub line: usize,
    /// What it says; a unit of its row or column makes it a percentage.
    pub quantity: Quantity,
    /// The words that name its row.
    pub label: Vec<Piece>,
    /// The words that say what its row counts.
    pub unit: Option<Piece>,
    /// The head of its column, outermost first.
    pub head: Vec<Piece>,
    /// The lines of the caption and of the rows that head its group.
    pub scope: Vec<usize>,
    /// The index of the value above it, in the order of cells.
    pub above: Option<usize>,
    /// Whether its row has no other value, so that its label names it alone.
    pub only: bool,
}

/// What a column holds, by the words of its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The figures of the period.
    Period,
    /// Figures counted since an earlier date.
    Cumulative,
    /// What should be reached.
    Plan,
    /// Figures of another period, or the comparison with it.
    Comparison,
}

/// The values of all tables, in order: those of real tables, and of tables that a PDF gives as lines.
pub fn cells(lines: &[Line], outline: &[Section], numerals: &[Numeral]) -> Vec<Cell> {
    let mut found = grid::cells(lines, numerals);
    let first = found.len();
    found.extend(
        loose::cells(lines, outline, numerals)
            .into_iter()
            .map(|cell| Cell { above: cell.above.map(|above| first + above), ..cell }),
    );
    found
}

impl Cell {
    /// What its column holds.
    pub fn column(&self, lines: &[Line]) -> Column {
        let has = |phrases: &tonghop_model::vietnamese::lexicon::Phrases| {
            self.head
                .iter()
                .any(|piece| (piece.tokens.start..piece.tokens.end).any(|at| lines[piece.line].any_at(at, phrases)))
        };
        let result = has(&LEXICON.column_result);
        match () {
            () if has(&LEXICON.column_comparison) => Column::Comparison,
            () if !result && has(&LEXICON.column_plan) => Column::Plan,
            () if has(&LEXICON.column_cumulative) => Column::Cumulative,
            () => Column::Period,
        }
    }

    /// Whether its row adds the others up, so that its column alone says what it is.
    pub fn is_total(&self, lines: &[Line]) -> bool {
        names_total(&self.label, lines)
    }

    /// Whether its column adds the others up.
    pub fn is_in_total(&self, lines: &[Line]) -> bool {
        self.head.last().is_some_and(|innermost| names_total(std::slice::from_ref(innermost), lines))
    }

    /// The paragraph that its row and column make; the value is the last numeral in it.
    pub fn paragraph(&self, lines: &[Line], numerals: &[Numeral]) -> Paragraph {
        let name = if self.is_total(lines) && !self.head.is_empty() { &self.head } else { &self.label };
        let mut text = Mapped::default();
        for piece in name {
            text.append(&piece.text(lines));
        }
        let numeral = &numerals[self.numeral];
        text.append(&lines[numeral.paragraph].paragraph.text.part(numeral.at.clone()));
        let unit = self.unit.as_ref().map(|unit| unit.text(lines)).filter(|unit| unit.chars() != ['%']);
        if let Some(unit) = unit {
            text.append(&unit);
        }
        Paragraph { text, ..Paragraph::default() }
    }

    /// What to call the value where no indicator claims it: its row and, where that tells more, its column.
    pub fn name(&self, lines: &[Line]) -> String {
        let join = |pieces: &[Piece]| {
            let texts: Vec<String> = pieces.iter().map(|piece| piece.text(lines).to_string()).collect();
            texts.join(" ").trim_end_matches([':', '.', ' ']).to_owned()
        };
        let (label, head) = (join(&self.label), join(&self.head));
        let alone = self.only && self.column(lines) == Column::Period;
        match (label.is_empty(), head.is_empty() || alone) {
            (false, false) => format!("{label} – {head}"),
            (false, true) => label,
            (true, _) => head,
        }
    }
}

impl Piece {
    fn whole(line: usize, lines: &[Line]) -> Self {
        Self { line, tokens: 0..lines[line].tokens.len() }
    }

    fn words<'l>(&self, lines: &'l [Line]) -> impl Iterator<Item = &'l str> {
        let tokens = &lines[self.line].tokens[self.tokens.clone()];
        tokens.iter().filter(|token| !matches!(token.kind, TokenKind::Mark(_))).map(|token| token.text.as_str())
    }

    fn text(&self, lines: &[Line]) -> Mapped {
        let line = &lines[self.line];
        let tokens = &line.tokens[self.tokens.clone()];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => line.paragraph.text.part(first.at.start..last.at.end),
            _ => Mapped::default(),
        }
    }

    /// Whether it has a word of two letters and more, as names of rows and columns do.
    fn is_wordy(&self, lines: &[Line]) -> bool {
        let tokens = &lines[self.line].tokens[self.tokens.clone()];
        tokens.iter().any(|token| token.kind == TokenKind::Word && token.text.chars().count() > 1)
    }

    /// Whether all of it is a unit: "%", "văn bản".
    fn is_unit(&self, lines: &[Line]) -> bool {
        let (line, at) = (&lines[self.line], &self.tokens);
        let percent = at.len() == 1 && line.tokens[at.start].is_mark('%');
        percent || LEXICON.unit.0.iter().any(|phrase| phrase.len() == at.len() && line.has_at(at.start, phrase))
    }
}

/// Whether the words, and no others, name what adds up the rest.
fn names_total(pieces: &[Piece], lines: &[Line]) -> bool {
    let words: Vec<&str> = pieces.iter().flat_map(|piece| piece.words(lines)).collect();
    LEXICON.row_total.0.iter().any(|phrase| *phrase == words)
}

/// The quantity as the unit of its row, or the head of its column, says that it is meant.
fn quantity(lines: &[Line], quantity: Quantity, unit: Option<&Piece>, head: &[Piece]) -> Quantity {
    let percent =
        |piece: &Piece| lines[piece.line].tokens[piece.tokens.clone()].iter().any(|token| token.is_mark('%'));
    Quantity { percent: quantity.percent || unit.is_some_and(percent) || head.iter().any(percent), ..quantity }
}

/// The value above in the same column, by the heads.
fn above(found: &[Cell], head: &[Piece], row_line: usize) -> Option<usize> {
    found.iter().rposition(|cell| cell.head == head && cell.line < row_line)
}
