//! A value of a table, and what its row and its column make of it.

use super::piece::{Piece, names_total};
use crate::line::Line;
use crate::numeral::{Numeral, Quantity};
use tonghop_model::document::Paragraph;
use tonghop_model::span::Mapped;
use tonghop_model::vietnamese::lexicon::{LEXICON, Phrases};

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

impl Cell {
    /// What its column holds.
    pub fn column(&self, lines: &[Line]) -> Column {
        let has = |phrases: &Phrases| {
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

/// The quantity as the unit of its row, or the head of its column, says that it is meant.
pub(super) fn quantity(lines: &[Line], quantity: Quantity, unit: Option<&Piece>, head: &[Piece]) -> Quantity {
    let percent =
        |piece: &Piece| lines[piece.line].tokens[piece.tokens.clone()].iter().any(|token| token.is_mark('%'));
    Quantity { percent: quantity.percent || unit.is_some_and(percent) || head.iter().any(percent), ..quantity }
}

/// The value above in the same column, by the heads.
pub(super) fn above(found: &[Cell], head: &[Piece], row_line: usize) -> Option<usize> {
    found.iter().rposition(|cell| cell.head == head && cell.line < row_line)
}
