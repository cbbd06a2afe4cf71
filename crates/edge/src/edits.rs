//! What an official wrote over in a draft, for the engine.

use tonghop_drafts::draft::edit::{Edit, Piece};
use tonghop_job::{EditView, PieceView};

/// Edits as the engine takes them.
pub fn edits(views: &[EditView]) -> Vec<Edit> {
    let piece = |piece: &PieceView| Piece { text: piece.text.clone(), link: piece.link.clone(), hand: piece.hand };
    let edit = |view: &EditView| Edit { key: view.key.clone(), pieces: view.pieces.iter().map(piece).collect() };
    views.iter().map(edit).collect()
}
