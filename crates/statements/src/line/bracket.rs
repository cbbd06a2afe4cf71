//! The round brackets of a line.

use super::token::{Token, TokenKind};

/// A round bracket that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// The token that opens it.
    pub open: usize,
    /// The token that closes it; `None` where it is never closed.
    pub close: Option<usize>,
}

/// The round brackets of a line; one that closes nothing is passed over.
pub(super) fn brackets(tokens: &[Token]) -> Vec<Bracket> {
    let (mut found, mut open): (Vec<Bracket>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark('(') => {
                open.push(found.len());
                found.push(Bracket { open: at, close: None });
            }
            TokenKind::Mark(')') => {
                if let Some(bracket) = open.pop() {
                    found[bracket].close = Some(at);
                }
            }
            _ => {}
        }
    }
    found
}
