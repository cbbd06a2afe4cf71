//! Numerals in context become facts: which indicator a figure belongs to, how certain that is, and what
//! to call a figure that no indicator claims.
//!
//! Sentences are never matched. Each figure has the words on both sides of it, the bracket it stands in and what
//! leads its paragraph in ([`tonghop_statements::statement`]); the cues of the catalogue are held against that ([`matching`]); a statement
//! is solved as a whole ([`solve`]); then the value is understood ([`value`]) and what is left is named ([`label`]).

mod label;
mod list;
mod listing;
mod matching;
mod reported;
mod seen;
mod sight;
mod solve;
mod sums;
mod understood;
mod value;

use std::borrow::Cow;

use rust_decimal::Decimal;
use tonghop_statements::cells;
use tonghop_statements::figure::{self, Figure};
use tonghop_statements::relation::{self, Relations};
use tonghop_statements::statement::{self, Statement};

use crate::catalogue::{Catalogue, List};
use label::Name;
use list::Item;
use seen::Seen;
use sight::{Sights, Text};
use solve::Reading;
use tonghop_model::document::{Paragraph, Place};
use tonghop_model::kind::Kind;
use tonghop_numbers::number::Shape;
use tonghop_statements::line::{self, Line};
use tonghop_statements::numeral::{self, Class, Numeral};
use tonghop_statements::outline::Section;
pub use understood::{Decided, Fact};

/// The certainty of an item of a list: its lead and its name are there, but no words of its own say what it counts.
const LISTED: u16 = 850;
/// The most certainty of a figure in text that was recognised badly: any of its digits may be another one, so that it
/// is never shown as sure.
const POOR: u16 = 690;

/// The facts of a document, in order, and how they hang together by the way they are written; the classes of the
/// numerals they stand on are settled on the way.
pub fn facts(
    lines: &[Line],
    outline: &[Section],
    numerals: &mut [Numeral],
    catalogue: &Catalogue,
) -> (Vec<Fact>, Relations) {
    let mut found = Found::default();
    let mut read_on: Vec<(usize, Vec<&str>)> = Vec::new();
    let cells = cells::cells(lines, outline, numerals);
    let rows: Vec<Paragraph> = cells.iter().map(|cell| cell.paragraph(lines, numerals)).collect();
    let rows = rows.into_iter().map(|row| line::line(row, Place::Body, lines.first().is_some_and(|line| line.poor)));
    // A value of a table is read in a line that is made of its row.
    let lines: Cow<'_, [Line]> =
        if cells.is_empty() { Cow::Borrowed(lines) } else { lines.iter().cloned().chain(rows).collect() };
    let lines = &*lines;
    let sights = Sights::new(lines, catalogue.index());
    let text = Text { lines, sights: &sights };
    let phrases = catalogue.index().count();
    let known = numerals.to_vec();
    for statement in statement::statements(statement::Reading { lines, outline, numerals: &known, cells: &cells }) {
        let lead = statement.lead.and_then(|line| read_on.iter().rev().find(|(at, _)| *at == line));
        let seen = Seen::new(text, phrases, &statement);
        let readings = solve::solve(text, &seen, lead.map_or(&[][..], |(_, ids)| ids), catalogue);
        read_on
            .push((statement.line, readings.iter().flatten().map(|reading| reading.indicator.id.as_str()).collect()));
        // A name is what a figure has that no indicator claims; figures of a plan have none.
        let names = if statement.plan || readings.iter().all(Option::is_some) {
            vec![Name::default(); readings.len()]
        } else {
            label::names(lines, outline, &statement, numerals)
        };
        found.add(text, &seen, &readings, names, numerals, catalogue);
    }
    found.relations.breakdowns.extend(listing::breakdowns(lines, &found.entries));
    found.relations.breakdowns.extend(sums::breakdowns(lines, numerals, &cells, &found.facts));
    label::tell_apart(&mut found.facts, &found.topics);
    value::mend(&mut found.facts, &found.broken, catalogue);
    (found.facts, found.relations)
}

/// What has been found so far.
#[derive(Default)]
struct Found {
    facts: Vec<Fact>,
    /// What the paragraph of each fact is about.
    topics: Vec<String>,
    /// The facts whose numerals have impossible dots.
    broken: Vec<usize>,
    relations: Relations,
    entries: Vec<listing::Entry>,
}

impl Found {
    /// Adds the facts of a statement.
    fn add(
        &mut self,
        text: Text<'_>,
        statement: &Seen<'_>,
        readings: &[Option<Reading<'_>>],
        names: Vec<Name>,
        numerals: &mut [Numeral],
        catalogue: &Catalogue,
    ) {
        let lines = text.lines;
        let line = &lines[statement.line];
        let written = relation::of_line(line, &statement.figures);
        let reported = reported::reported(line, statement, readings, &names, &written);
        let mut indices = vec![None; statement.figures.len()];
        for (at, ((figure, &reading), name)) in statement.figures.iter().zip(readings).zip(names).enumerate() {
            let listed = reading.is_none() && !statement.plan;
            let item = listed.then(|| list::item(text, statement, figure, catalogue)).flatten();
            if item.is_none() && !reported[at] {
                continue;
            }
            let topic = name.topic.clone();
            let Some(fact) = fact(lines, statement, figure, (reading, item, name), numerals) else { continue };
            if let Some(numeral) = figure.numeral {
                numerals[numeral].class = Class::Fact;
            }
            let index = self.facts.len();
            if figure.quantity.is_some_and(|quantity| quantity.shape == Shape::Broken) {
                self.broken.push(index);
            }
            if reading.is_some_and(|reading| reading.weak) && !figure.governors.is_empty() {
                self.relations.unlabelled.push(index);
            }
            indices[at] = Some(index);
            self.facts.push(fact);
            self.topics.push(topic);
        }
        self.relations.add(&written, &indices);
        if statement.table.is_none() {
            self.entries.push(listing::Entry::of(line, statement, &indices));
        }
    }
}

/// The fact of a figure; `None` where its numeral is too long to be a number.
fn fact(
    lines: &[Line],
    statement: &Statement,
    figure: &Figure,
    (reading, item, name): (Option<Reading<'_>>, Option<Item<'_>>, Name),
    numerals: &[Numeral],
) -> Option<Fact> {
    let line = &lines[statement.line];
    let numeral = figure.numeral.map(|index| &numerals[index]);
    let text = &line.paragraph.text;
    let chars =
        |tokens: &std::ops::Range<usize>| line.tokens[tokens.start].at.start..line.tokens[tokens.end - 1].at.end;
    let (raw, span) = numeral.map_or_else(
        || (text.slice(chars(&figure.tokens)), text.span(chars(&figure.tokens))),
        |numeral| (numeral.raw.clone(), numeral.span),
    );
    let unit = reading.map_or(name.unit, |reading| reading.indicator.unit.clone());
    let (value, printed) = match figure.quantity {
        Some(quantity) => {
            let (value, printed) =
                value::understood(quantity, &unit, numeral.and_then(|numeral| numeral.proposal.as_ref()));
            let counted = figure::unit(line, figure);
            let power = if reading.is_some() { quantity.power } else { 0 };
            (value::scaled(value, power, &counted, &unit), printed)
        }
        None if numeral.is_none() => (Decimal::ZERO, None),
        None => return None,
    };
    let kind = reading.map_or(name.kind, |reading| reading.indicator.kind);
    let fact = Fact {
        indicator: reading.map(|reading| reading.indicator.id.clone()),
        label: reading.map_or(name.label, |reading| reading.indicator.name.clone()),
        as_of: matches!(kind, Kind::Stock | Kind::Cumulative | Kind::Ratio).then_some(figure.as_of).flatten(),
        certainty: certainty(line, figure, reading),
        line: numeral.map_or(statement.line, |numeral| numeral.paragraph),
        sentence: statement.table.as_ref().map_or(figure.said, |table| table.row),
        span,
        raw,
        approximate: figure.approximate,
        value,
        unit,
        kind,
        printed,
        decided: None,
    };
    Some(match item {
        Some(item) => listed(fact, &item, line.poor),
        None => fact,
    })
}

/// The fact of an item of a list: named by its own name.
fn listed(fact: Fact, item: &Item<'_>, poor: bool) -> Fact {
    let List { name, unit, kind, .. } = item.list;
    Fact {
        indicator: Some(item.id.clone()),
        label: format!("{name} {}", item.name),
        unit: unit.clone(),
        kind: *kind,
        certainty: if poor { POOR } else { LISTED },
        ..fact
    }
}

/// How certain a reading is: how much better it fits than the next one, less for what is damaged or left out.
fn certainty(line: &Line, figure: &Figure, reading: Option<Reading<'_>>) -> u16 {
    let Some(reading) = reading else { return 300 };
    let fit = 500 + reading.margin.min(25) * 16 + reading.score.min(60);
    let mut certainty = u16::try_from(fit.min(990)).unwrap_or(990);
    if line.poor {
        certainty = certainty.min(POOR);
    }
    if reading.weak || figure.quantity.is_some_and(numeral::is_doubtful) {
        certainty = certainty.min(600);
    }
    certainty
}
