//! Which numerals that count something are figures of the report, and which only belong to its narrative.

use super::label::Name;
use super::solve::Reading;
use tonghop_model::document::Place;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_numbers::number::Shape;
use tonghop_statements::figure::Figure;
use tonghop_statements::line::{Line, TokenKind};
use tonghop_statements::relation::Relations;
use tonghop_statements::statement::Statement;

/// Which figures of a statement are figures of the report: those that an indicator claims, those that count what
/// reports count, and their parts.
pub fn reported(
    line: &Line,
    statement: &Statement,
    readings: &[Option<Reading<'_>>],
    names: &[Name],
    written: &Relations,
) -> Vec<bool> {
    let figures = statement.figures.iter().zip(readings).zip(names);
    let mut reported: Vec<bool> = figures
        .map(|((figure, reading), name)| reading.is_some() || is_reported(line, statement, figure, name))
        .collect();
    for breakdown in &written.breakdowns {
        if reported[breakdown.total] && !statement.plan {
            breakdown.parts.iter().for_each(|&part| reported[part] = true);
        }
    }
    reported
}

/// A quantity that no indicator claims is a figure of the report if it is a share, or counts something that its
/// context names; in poor text only if it counts what reports are known to count, because words may be damaged.
fn is_reported(line: &Line, statement: &Statement, figure: &Figure, name: &Name) -> bool {
    let Some(quantity) = figure.quantity else { return false };
    if statement.plan || name.label.is_empty() {
        return false;
    }
    // A number alone in a cell that is no value of its table numbers the row.
    let alone = !line.tokens.iter().any(|token| token.kind == TokenKind::Word);
    if alone && statement.table.is_none() && matches!(line.place, Place::Cell { .. }) {
        return false;
    }
    let known =
        statement.table.is_some() || quantity.percent || quantity.shape == Shape::Grouped || !name.unit.is_empty();
    let mark = |at: Option<usize>, marks: [char; 2]| {
        at.and_then(|at| line.tokens.get(at)).is_some_and(|token| marks.iter().any(|mark| token.is_mark(*mark)))
    };
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    // "(1)" numbers an enumeration and "[1]" a note; a bare year is a time.
    let numbers =
        quantity.shape == Shape::Plain && mark(start.checked_sub(1), ['(', '[']) && mark(Some(end), [')', ']']);
    let year = quantity.shape == Shape::Plain && (1900..2100).contains(&quantity.value.normalize().mantissa());
    // The minutes of a time of day ("8 giờ 30 phút").
    let clock = start > 0 && line.is_word(start - 1, "giờ");
    if clock || name.unit.is_empty() && (numbers || year) {
        return false;
    }
    // An anniversary and a number of levels ("3 cấp") are no figures.
    let narrative =
        line.any_at(figure.right.start, &LEXICON.duration) || line.any_at(figure.right.start, &LEXICON.narrative);
    known || !line.poor && !narrative
}
