//! A statement with the phrases of the catalogue that stand in it.

use std::ops::Deref;

use super::sight::{Present, Text};
use tonghop_statements::statement::Statement;

/// A statement, and which phrases stand in its words.
#[derive(Debug)]
pub struct Seen<'s> {
    statement: &'s Statement,
    /// The phrases of its line and of those in scope.
    pub present: Present,
    /// The phrases of its line alone.
    pub own: Present,
}

impl<'s> Seen<'s> {
    /// Looks for the phrases; `phrases` is how many the catalogue has.
    pub fn new(text: Text<'_>, phrases: usize, statement: &'s Statement) -> Self {
        let own = [statement.line];
        let of = |lines: &mut dyn Iterator<Item = &usize>| Present::of(phrases, lines.map(|&at| text.sight(at)));
        Self { statement, present: of(&mut statement.scope.iter().chain(&own)), own: of(&mut own.iter()) }
    }
}

impl Deref for Seen<'_> {
    type Target = Statement;

    fn deref(&self) -> &Statement {
        self.statement
    }
}
