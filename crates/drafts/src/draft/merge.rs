//! Sentences of several months that say the same become one, which names its months.

use std::collections::HashMap;

use super::gather::{Piece, Reference};
use super::passage::{Form, Passage, Run};
use tonghop_figures::table::Table;
use tonghop_figures::table::wording::months_words;
use tonghop_model::finding::Place;
use tonghop_model::vietnamese::period::Period;

/// How much two sentences have in common, in hundredths of all their words, to be taken for the same.
const ALIKE: usize = 75;

/// With how many sentences before it a sentence is compared, so that long reports take no longer than their length.
const WINDOW: usize = 240;

/// A sentence with the months that say it.
#[derive(Clone, Debug)]
pub struct Said {
    /// The section of the outline.
    pub place: Option<usize>,
    /// The document that it says was issued.
    pub reference: Option<Reference>,
    text: String,
    words: Vec<String>,
    numerals: Vec<String>,
    months: Vec<usize>,
    sources: Vec<Place>,
}

/// The sentences in the order in which they first appear, each once.
pub fn merge(pieces: Vec<Piece>) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let mut documents: HashMap<String, usize> = HashMap::new();
    let mut by_place: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for piece in pieces {
        let next = all.len();
        let known = if let Some(reference) = &piece.reference {
            let at = *documents.entry(reference.key.clone()).or_insert(next);
            (at < next).then_some(at)
        } else {
            let before = by_place.entry(piece.place).or_default();
            before.iter().rev().take(WINDOW).copied().find(|&at| same(&all[at], &piece))
        };
        if let Some(at) = known {
            all[at].add(piece);
        } else {
            if piece.reference.is_none() {
                by_place.entry(piece.place).or_default().push(next);
            }
            all.push(Said::new(piece));
        }
    }
    all
}

impl Said {
    fn new(mut piece: Piece) -> Self {
        piece.words.sort_unstable();
        piece.words.dedup();
        Self {
            place: piece.place,
            reference: piece.reference,
            text: piece.text,
            words: piece.words,
            numerals: piece.numerals,
            months: vec![piece.month],
            sources: vec![piece.source],
        }
    }

    /// Takes in what another month says; the longer wording stays.
    fn add(&mut self, mut piece: Piece) {
        if piece.text.chars().count() > self.text.chars().count() {
            piece.words.sort_unstable();
            piece.words.dedup();
            (self.text, self.words, self.numerals) = (piece.text, piece.words, piece.numerals);
        }
        if !self.months.contains(&piece.month) {
            self.months.push(piece.month);
        }
        self.sources.push(piece.source);
    }

    /// The passage; its months are named where not every report of the period says so.
    pub fn passage(&self, table: &Table, plan: bool) -> Passage {
        let months: Vec<Period> = self.months.iter().map(|&month| table.months[month].period).collect();
        let reported = table.months.iter().filter(|month| month.report.is_some()).count();
        let every = months.len() == reported && reported > 1;
        let tag = if plan || every { String::new() } else { format!(" ({})", months_words(&months)) };
        Passage {
            form: Form::Item,
            key: format!("text:{}", self.text),
            runs: vec![Run::Text(format!("{}{tag}.", self.text))],
            months,
            sources: self.sources.clone(),
            ..Passage::default()
        }
    }
}

/// Whether two sentences say the same: the same figures, dates and documents in nearly the same words.
fn same(said: &Said, piece: &Piece) -> bool {
    if said.numerals != piece.numerals {
        return false;
    }
    let mut words: Vec<&String> = piece.words.iter().collect();
    words.sort_unstable();
    words.dedup();
    let common = words.iter().filter(|word| said.words.binary_search(word).is_ok()).count();
    let all = words.len() + said.words.len() - common;
    common * 100 >= all * ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_model::span::Span;

    fn piece(month: usize, text: &str) -> Piece {
        let (words, numerals): (Vec<&str>, Vec<&str>) =
            text.split(' ').partition(|word| !word.contains(|c: char| c.is_ascii_digit()));
        Piece {
            place: None,
            month,
            text: text.to_owned(),
            words: words.into_iter().map(str::to_lowercase).collect(),
            numerals: numerals.into_iter().map(str::to_owned).collect(),
            reference: None,
            source: Place { report: month, span: Span::new(0, 1) },
        }
    }

    fn check(texts: &[&str], expected: &[(&str, &[usize])]) {
        let said = merge(texts.iter().enumerate().map(|(month, text)| piece(month, text)).collect());
        let found: Vec<(&str, &[usize])> =
            said.iter().map(|said| (said.text.as_str(), said.months.as_slice())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn nearly_the_same_words_are_one_sentence() {
        check(
            &[
                "Duy trì trực giám sát trung tâm dữ liệu",
                "Duy trì trực giám sát tốt trung tâm dữ liệu",
                "Mở lớp tập huấn",
            ],
            &[("Duy trì trực giám sát tốt trung tâm dữ liệu", &[0, 1]), ("Mở lớp tập huấn", &[2])],
        );
    }

    #[test]
    fn other_figures_are_another_sentence() {
        check(
            &["Mở 02 lớp tập huấn kỹ năng số", "Mở 03 lớp tập huấn kỹ năng số"],
            &[("Mở 02 lớp tập huấn kỹ năng số", &[0]), ("Mở 03 lớp tập huấn kỹ năng số", &[1])],
        );
    }
}
