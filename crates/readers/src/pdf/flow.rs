//! Pages one behind the other: lines and tables in reading order, tables joined where a page break has cut them, and
//! the blocks of the document made of them.

use std::collections::HashMap;

use super::aligned::{self, Part};
use super::columns::{self, Lane, Piece};
use super::line::Line;
use super::margin::{self, Parted};
use super::page::Lie;
use super::paragraph::{self, Setting};
use super::table::Sheet;
use super::write::Writer;
use crate::error::ReadError;
use tonghop_model::document::{Block, Paragraph};

/// A page with what was found on it: the lines outside of ruled tables, and these tables, both top to bottom.
#[derive(Debug)]
pub(super) struct Leaf {
    pub size: (i32, i32),
    pub lie: Lie,
    pub lines: Vec<Line>,
    pub sheets: Vec<Sheet>,
}

/// Writes the pages; gives the blocks of the body, and the running heads and feet.
///
/// # Errors
/// Where there is more than any report has.
pub(super) fn write(leaves: Vec<Leaf>, writer: &mut Writer) -> Result<(Vec<Block>, Vec<Paragraph>), ReadError> {
    let sizes: Vec<(i32, i32)> = leaves.iter().map(|leaf| leaf.size).collect();
    let (lines, sheets): (Vec<_>, Vec<_>) =
        leaves.into_iter().map(|leaf| ((leaf.lines, leaf.size.1), leaf.sheets)).unzip();
    let (mut pieces, mut margins) = (Vec::new(), Vec::new());
    for ((Parted { body, margin }, sheets), size) in margin::part(lines).into_iter().zip(sheets).zip(&sizes) {
        let open = match pieces.last() {
            Some(Piece::Sheet(sheet)) => sheet.lane(),
            _ => None,
        };
        append(&mut pieces, ordered(body, sheets, size.0, open));
        margins.extend(margin);
    }
    let settings = settings(&pieces, &sizes);
    let mut blocks = Vec::new();
    let mut open = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Line(line) => open.push(line),
            Piece::Sheet(sheet) => {
                paragraphs(std::mem::take(&mut open), &settings, writer, &mut blocks)?;
                blocks.push(Block::Table(writer.table(&sheet)?));
            }
        }
    }
    paragraphs(open, &settings, writer, &mut blocks)?;
    let mut apart = Vec::new();
    for line in margins {
        apart.extend(writer.paragraph(&[line], '\n')?);
    }
    Ok((blocks, apart))
}

/// The lines and tables of a page in reading order; `open` is the white of a signature that the page may go on with.
fn ordered(lines: Vec<Line>, sheets: Vec<Sheet>, width: i32, mut open: Option<Lane>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = lines;
    for sheet in sheets {
        let below = rest.split_off(rest.partition_point(|line| line.baseline <= sheet.area.top));
        between(&rest, width, open.take(), &mut pieces);
        pieces.push(Piece::Sheet(sheet));
        rest = below;
    }
    between(&rest, width, open, &mut pieces);
    pieces
}

/// The pieces of lines between ruled tables.
fn between(lines: &[Line], width: i32, mut open: Option<Lane>, pieces: &mut Vec<Piece>) {
    for part in aligned::parts(lines) {
        match part {
            Part::Lines(lines) => pieces.extend(columns::pieces(&lines, width, open.take())),
            Part::Sheet(sheet) => pieces.push(Piece::Sheet(sheet)),
        }
    }
}

/// Puts the pieces of the next page behind those before.
fn append(pieces: &mut Vec<Piece>, next: Vec<Piece>) {
    let mut next = next.into_iter().peekable();
    let cut = matches!((pieces.last(), next.peek()), (Some(Piece::Sheet(upper)), Some(Piece::Sheet(lower)))
        if upper.goes_on_in(lower));
    if cut && let (Some(Piece::Sheet(upper)), Some(Piece::Sheet(lower))) = (pieces.last_mut(), next.next()) {
        upper.append(lower);
    }
    pieces.extend(next);
}

/// How the text of each page is set: pages of one size are set alike.
fn settings(pieces: &[Piece], sizes: &[(i32, i32)]) -> Vec<Setting> {
    let mut lines: HashMap<(i32, i32), Vec<&Line>> = HashMap::new();
    for piece in pieces {
        if let Piece::Line(line) = piece
            && let Some(size) = sizes.get(line.page)
        {
            lines.entry(*size).or_default().push(line);
        }
    }
    let settings: HashMap<_, _> =
        lines.into_iter().filter_map(|(size, lines)| Some((size, Setting::of(&lines)?))).collect();
    sizes.iter().map(|size| settings.get(size).copied().unwrap_or_default()).collect()
}

fn paragraphs(
    lines: Vec<Line>,
    settings: &[Setting],
    writer: &mut Writer,
    blocks: &mut Vec<Block>,
) -> Result<(), ReadError> {
    let set = |page: usize| settings.get(page).copied().unwrap_or_default();
    for paragraph in paragraph::paragraphs(lines, set) {
        blocks.extend(writer.paragraph(&paragraph, '\n')?.map(Block::Paragraph));
    }
    Ok(())
}
