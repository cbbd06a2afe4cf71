//! What the months say beside their figures, sentence by sentence, each with the section that it belongs in.
//!
//! A sentence whose figures stand in the table is left out: its figures of one month would be wrong for the period.
//! A clause of it that has none of them stays. Plans are taken from the last month alone.

use jiff::civil::Date;

use super::outline::{Content, Outline};
use tonghop_figures::table::Table;
use tonghop_model::document::Place;
use tonghop_model::finding::Place as Source;
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;
use tonghop_statements::line::{Line, TokenKind};
use tonghop_statements::numeral::{Class, Numeral};
use tonghop_statements::outline::Section;

/// How many words of a heading are compared with an outline.
const TITLE: usize = 40;

/// How few words a clause may have that is taken out of its sentence.
const CLAUSE: usize = 5;

/// A sentence of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The section of the outline; `None` where it has no place for it.
    pub place: Option<usize>,
    /// The month, by its index in the table.
    pub month: usize,
    /// The sentence without its full stop.
    pub text: String,
    /// Its folded words, without numerals.
    pub words: Vec<String>,
    /// Its figures, dates and references, by which sentences of the same words differ.
    pub numerals: Vec<String>,
    /// The document that it says was issued.
    pub reference: Option<Reference>,
    /// Where it stands.
    pub source: Source,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its number, folded, and its date: every year has its "01/NQ-CP".
    pub key: String,
    /// Its date, where it stands behind the number.
    pub date: Option<Date>,
}

/// The sentences of a report.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The sentences, in order.
    pub pieces: Vec<Piece>,
    /// Whether text of tables was left out.
    pub tables: bool,
}

/// The sentences of a month's report.
pub fn gather(report: &Report, index: usize, month: usize, outline: &Outline, table: &Table) -> Gathered {
    let lines = &report.lines;
    let reader = Reader { report, index, month, lines, last: Some(index) == last_report(table) };
    let mut gathered = Gathered::default();
    let Some(first) = report.outline.first().map(|section| section.paragraph) else { return gathered };
    let places = places(&report.outline, outline);
    let mut sections = report.outline.iter().zip(&places).peekable();
    let (mut around, mut lead) = (None, String::new());
    for (at, line) in lines.iter().enumerate().take(reader.end(first)).skip(first) {
        let mut heading = None;
        while let Some(found) = sections.next_if(|(section, _)| section.paragraph <= at) {
            heading = (found.0.paragraph == at).then_some(found.0);
            around = Some(found);
        }
        let Some((section, &place)) = around else { continue };
        if heading.is_some_and(|heading| !is_item(heading, section.plan)) {
            lead.clear();
        } else if matches!(line.place, Place::Cell { .. }) {
            gathered.tables = true;
        } else if !section.plan {
            reader.paragraph(at, place, &mut lead, &mut gathered.pieces);
        } else if reader.last {
            reader.paragraph(at, outline.place_with(Content::Plan), &mut lead, &mut gathered.pieces);
        }
    }
    gathered
}

/// The report of the last month that has one.
pub fn last_report(table: &Table) -> Option<usize> {
    table.months.iter().rev().find_map(|month| month.report)
}

/// A numbered line without anything under it is an item of a list; in a plan every line below its head is one.
fn is_item(section: &Section, plan: bool) -> bool {
    section.level > 1 && (plan || section.end == section.paragraph + 1)
}

/// The place of each section of a report: that of its own title, or else of the section around it.
///
/// A chapter of the outline is too wide a place for a section that it does not name: that goes to the rest.
fn places(sections: &[Section], outline: &Outline) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(sections.len());
    let mut around: Vec<(u8, Option<usize>)> = Vec::new();
    for section in sections {
        while around.last().is_some_and(|outer| outer.0 >= section.level) {
            around.pop();
        }
        let outer = around.last().and_then(|outer| outer.1);
        let place = place(&section.title, outline).or(outer);
        around.push((section.level, place.filter(|&at| outline.section[at].level > 1)));
        found.push(place);
    }
    let rest = outline.place_with(Content::Rest);
    found.into_iter().map(|place| place.or(rest)).collect()
}

/// The place whose phrase stands first in a title; of several there, the longest one.
fn place(title: &str, outline: &Outline) -> Option<usize> {
    let title = fold::fold_str(&title.split_whitespace().take(TITLE).collect::<Vec<_>>().join(" "));
    let mut best: Option<(usize, std::cmp::Reverse<usize>, usize)> = None;
    for (at, place) in outline.section.iter().enumerate() {
        for phrase in &place.from {
            let phrase = fold::fold_str(phrase);
            let Some(position) = title.find(&phrase) else { continue };
            let found = (position, std::cmp::Reverse(phrase.len()), at);
            best = Some(best.map_or(found, |best| best.min(found)));
        }
    }
    best.map(|(.., at)| at)
}

struct Reader<'a> {
    report: &'a Report,
    index: usize,
    month: usize,
    lines: &'a [Line],
    last: bool,
}

impl Reader<'_> {
    /// The paragraph behind the last section: the closing sentence, the receivers or the signature.
    fn end(&self, first: usize) -> usize {
        let closing = |line: &Line| {
            line.is_word(0, "trên") && line.is_word(1, "đây")
                || line.begins(&LEXICON.receivers)
                || line.any_at(0, &LEXICON.signer_title) && line.tokens.len() <= 4
        };
        let found = self.lines[first..].iter().rposition(|line| line.is_word(0, "trên") && line.is_word(1, "đây"));
        let found = found.or_else(|| self.lines[first..].iter().position(closing));
        found.map_or(self.lines.len(), |at| first + at)
    }

    /// The sentences of a paragraph; one that ends with a colon leads the items below it.
    fn paragraph(&self, at: usize, place: Option<usize>, lead: &mut String, pieces: &mut Vec<Piece>) {
        let line = &self.lines[at];
        let label = line.label.clone();
        if label.is_none() {
            lead.clear();
        }
        let from = label.map_or(0, |label| label.tokens);
        for sentence in sentences(line, from) {
            for tokens in self.unclaimed(line, sentence) {
                let Some(piece) = self.piece(at, place, tokens, lead) else { continue };
                if piece.text.ends_with(':') {
                    *lead = piece.text;
                } else {
                    pieces.push(piece);
                }
            }
        }
    }

    /// A sentence, or those of its clauses that the table says nothing of.
    fn unclaimed(&self, line: &Line, sentence: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
        if !self.is_claimed(line, &sentence) {
            return vec![sentence];
        }
        let mut clauses = clauses(line, sentence);
        clauses.retain(|clause| {
            let words = line.tokens[clause.clone()].iter().filter(|token| token.kind == TokenKind::Word).count();
            words >= CLAUSE && !self.is_claimed(line, clause)
        });
        clauses
    }

    /// Whether an indicator of the table claims a figure of these tokens.
    fn is_claimed(&self, line: &Line, tokens: &std::ops::Range<usize>) -> bool {
        let Some((first, last)) = line.tokens.get(tokens.start).zip(line.tokens.get(tokens.end - 1)) else {
            return false;
        };
        let span = line.paragraph.text.span(first.at.start..last.at.end);
        let facts = &self.report.facts;
        let from = facts.partition_point(|fact: &Fact| fact.span.end <= span.start);
        facts[from..].iter().take_while(|fact| fact.span.start < span.end).any(|fact| fact.indicator.is_some())
    }

    fn piece(&self, at: usize, place: Option<usize>, tokens: std::ops::Range<usize>, lead: &str) -> Option<Piece> {
        let line = &self.lines[at];
        let tokens = without_month(line, tokens);
        let first = line.tokens.get(tokens.start)?;
        let last = line.tokens.get(tokens.end.checked_sub(1)?)?;
        if LEXICON.dependent.0.iter().any(|phrase| line.has_at(tokens.start, phrase)) {
            return None;
        }
        let words: Vec<String> = line.tokens[tokens.clone()]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| token.text.to_string())
            .collect();
        if words.is_empty() {
            return None;
        }
        let chars = first.at.start..last.at.end;
        let text = line.paragraph.text.slice(chars.clone());
        let text = crate::draft::wording::capitalised(text.trim_end_matches(['.', ';', ',', '/', ' ']));
        let own = self.numerals(at, &tokens);
        Some(Piece {
            place,
            month: self.month,
            text: if lead.is_empty() { text } else { format!("{lead} {text}") },
            words,
            numerals: own.iter().filter(|numeral| tells_apart(numeral)).map(|numeral| numeral.raw.clone()).collect(),
            reference: reference(line, own, tokens.start),
            source: Source { report: self.index, span: line.paragraph.text.span(chars) },
        })
    }

    /// The numerals among the tokens of a paragraph.
    fn numerals(&self, at: usize, tokens: &std::ops::Range<usize>) -> &[Numeral] {
        let all = &self.report.numerals;
        let from = all.partition_point(|numeral| (numeral.paragraph, numeral.token) < (at, tokens.start));
        let to = all.partition_point(|numeral| (numeral.paragraph, numeral.token) < (at, tokens.end));
        &all[from..to]
    }
}

fn tells_apart(numeral: &Numeral) -> bool {
    !matches!(numeral.class, Class::Period | Class::ListNumber | Class::Page)
}

/// The sentences of a line as ranges of tokens.
fn sentences(line: &Line, from: usize) -> Vec<std::ops::Range<usize>> {
    let chars = line.paragraph.text.chars();
    let capital = |at: usize| line.tokens.get(at).is_none_or(|next| chars[next.at.start].is_uppercase());
    // "TP. Hòa Giang": the dot of a short word in capitals is not the end.
    let short = |at: usize| {
        let word = line.before(at);
        word.is_some_and(|word| word.at.len() <= 3 && chars[word.at.clone()].iter().all(|c| c.is_uppercase()))
    };
    let ends = |at: &usize| {
        let last = at + 1 == line.tokens.len();
        line.tokens[*at].is_mark('.') && (last || capital(at + 1) && !short(*at))
    };
    cut(from, line.tokens.len(), (from..line.tokens.len()).filter(ends))
}

/// The clauses of a sentence that semicolons outside of brackets part.
fn clauses(line: &Line, sentence: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let mut depth = 0_usize;
    let parts = |at: &usize| {
        let token = &line.tokens[*at];
        depth = (depth + usize::from(token.is_mark('('))).saturating_sub(usize::from(token.is_mark(')')));
        depth == 0 && token.is_mark(';')
    };
    cut(sentence.start, sentence.end, sentence.clone().filter(parts))
}

fn cut(mut from: usize, end: usize, marks: impl Iterator<Item = usize>) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for mark in marks {
        found.push(from..mark + 1);
        from = mark + 1;
    }
    found.push(from..end);
    found.retain(|range| range.start < range.end);
    found
}

/// "Trong tháng 02/2022, …": the month is said by the draft.
fn without_month(line: &Line, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
    const LONGEST: usize = 7;
    let start = tokens.start;
    if line.is_word(start, "trong") && line.is_word(start + 1, "tháng") {
        let comma = (start + 2..tokens.end.min(start + LONGEST)).find(|&at| line.tokens[at].is_mark(','));
        return comma.map_or(start, |comma| comma + 1)..tokens.end;
    }
    tokens
}

/// The first document behind the words that say that it was issued.
fn reference(line: &Line, numerals: &[Numeral], from: usize) -> Option<Reference> {
    let number = numerals.iter().position(|numeral| {
        let issued = (from..numeral.token).any(|at| line.any_at(at, &LEXICON.issue));
        numeral.class == Class::DocRef && numeral.raw.contains(['/', '-']) && issued
    })?;
    let token = numerals[number].token;
    let dated = numerals[number + 1..].iter().find(|date| date.class == Class::Date && date.token <= token + 3);
    let date = dated.and_then(|date| day(&date.raw));
    let key =
        format!("{} {}", fold::fold_str(&numerals[number].raw), date.map(|d| d.to_string()).unwrap_or_default());
    Some(Reference { key, date })
}

/// "10/01/2022".
fn day(raw: &str) -> Option<Date> {
    let mut fields = raw.split('/');
    let (day, month, year) = (fields.next()?, fields.next()?, fields.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
