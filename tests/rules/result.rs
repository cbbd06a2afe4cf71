//! What comes out of a text, with the place in the text that it is about.

use tonghop_model::span::Span;

/// One result.
pub struct Found {
    /// Its wanted columns, in their order.
    pub cells: Vec<String>,
    /// The places that it is about; none where it is about the whole text.
    pub places: Vec<Span>,
}

impl Found {
    /// A result about the whole text.
    pub fn whole(cells: Vec<String>) -> Self {
        Self { cells, places: Vec::new() }
    }

    /// The results, or where there are none one row of dashes.
    pub fn or_dashes(found: Vec<Self>, columns: &[&str]) -> Vec<Self> {
        if found.is_empty() { vec![Self::whole(columns.iter().map(|_| "–".to_owned()).collect())] } else { found }
    }

    /// Whether the letters of one of its places stand in the text more than once.
    pub fn is_ambiguous_in(&self, text: &str) -> bool {
        let letters = |span: &Span| -> String { text.chars().skip(span.start).take(span.end - span.start).collect() };
        self.places.iter().map(letters).any(|letters| !letters.is_empty() && text.matches(&letters).count() > 1)
    }

    /// Carets under its places in the text, as it stands in a cell of a table.
    pub fn carets(&self, text: &str) -> String {
        let is_meant = |at: usize| self.places.iter().any(|span| (span.start..span.end).contains(&at));
        let mut line = String::new();
        for (at, letter) in text.chars().enumerate() {
            // A bar is written with a backslash before it.
            let width = if letter == '|' { 2 } else { 1 };
            line.push_str(&if is_meant(at) { "^" } else { " " }.repeat(width));
        }
        line.truncate(line.trim_end().len());
        line
    }
}
