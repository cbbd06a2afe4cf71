//! The words that stand around a figure, from the lines of its report: nothing is cut into words again.

use tonghop_model::span::Span;
use tonghop_model::vietnamese::lexicon::Phrases;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;
use tonghop_statements::line::{Line, Token, TokenKind};

/// Some tokens of a report that follow on each other.
#[derive(Clone, Debug, Default)]
pub struct Words<'r>(pub Vec<&'r Token>);

impl<'r> Words<'r> {
    /// What stands in a stretch of the report's text around a figure's line.
    pub fn within(report: &'r Report, line: usize, span: Span) -> Self {
        let lines = &report.lines;
        let begins = |line: &Line| line.paragraph.text.whole().start;
        let Some(mut first) = Some(line).filter(|&line| line < lines.len()) else { return Self::default() };
        while first > 0 && begins(&lines[first]) > span.start {
            first -= 1;
        }
        let reached = lines[first..].iter().take_while(|line| begins(line) < span.end);
        let inside = |line: &Line, token: &Token| {
            let at = line.paragraph.text.span(token.at.clone());
            at.start >= span.start && at.end <= span.end
        };
        Self(reached.flat_map(|line| line.tokens.iter().filter(|token| inside(line, token))).collect())
    }

    /// What stands before a figure in its own sentence, behind the figure before it, at most so many characters.
    pub fn before(report: &'r Report, fact: &Fact, last: Option<&Fact>, reach: usize) -> Self {
        let end = fact.span.start;
        let start = last.map_or(0, |last| last.span.end).max(fact.sentence.start).max(end.saturating_sub(reach));
        Self::within(report, fact.line, Span::new(start.min(end), end))
    }

    /// What stands behind a figure in its own sentence, up to the figure behind it, at most so many characters.
    pub fn behind(report: &'r Report, fact: &Fact, next: Option<&Fact>, reach: usize) -> Self {
        let start = fact.span.end;
        let end =
            next.map_or(usize::MAX, |next| next.span.start).min(fact.sentence.end).min(start.saturating_add(reach));
        Self::within(report, fact.line, Span::new(start, end.max(start)))
    }

    /// The folded words and numbers, those that marks hold together each by itself: "tháng 02/2022" has three.
    pub fn all(&self) -> Vec<&'r str> {
        let words = self.0.iter().filter(|token| !matches!(token.kind, TokenKind::Mark(_)));
        words
            .flat_map(|token| token.text.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .collect()
    }

    /// What stands before the first of some marks.
    pub fn until(&self, marks: &[char]) -> Self {
        let before = self.0.iter().take_while(|token| !marks.iter().any(|&mark| token.is_mark(mark)));
        Self(before.copied().collect())
    }

    /// Whether one of the phrases stands among the words.
    pub fn have(&self, phrases: &Phrases) -> bool {
        let words = self.all();
        phrases.0.iter().any(|phrase| words.windows(phrase.len()).any(|window| window == phrase.as_slice()))
    }
}

/// The length of the longest phrase of a list that some words end with.
pub fn ending(words: &[&str], phrases: &Phrases) -> Option<usize> {
    let ends = |phrase: &&Vec<String>| phrase.iter().rev().eq(words.iter().rev().take(phrase.len()));
    phrases.0.iter().filter(ends).map(Vec::len).max()
}
