//! What a paragraph is about: the words before its colon, the line that it is listed under, its section.

use super::words::{self, Words};
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_statements::line::{Line, TokenKind};
use tonghop_statements::outline::{self, Section};
use tonghop_statements::statement::Statement;

/// The longest topic, in characters.
const LONGEST: usize = 44;

/// The words before the first colon of a line, if no figure stands before it; `time` are its words of time.
pub fn opening(line: &Line, time: &[bool], before: usize) -> Option<String> {
    let start = line.label_end();
    let colon = (start..before.min(line.tokens.len())).find(|&at| line.tokens[at].is_mark(':'))?;
    // What a figure directly follows is the name of the figure.
    let named = (colon + 1..line.tokens.len()).find(|&at| !time[at]).is_some_and(|at| line.tokens[at].is_numeral());
    if named {
        return None;
    }
    let topic = clean(line, (start..colon).filter(|&at| !time[at]).collect());
    (!topic.is_empty()).then_some(topic)
}

/// What the lines above a statement say that it is about: what leads it in, or else its section.
pub fn above(lines: &[Line], outline: &[Section], statement: &Statement) -> String {
    let titled = |at: usize| {
        let line = &lines[at];
        let start = line.label_end();
        let end = (start..line.tokens.len()).find(|&at| line.tokens[at].is_mark(':')).unwrap_or(line.tokens.len());
        clean(line, (start..end).filter(|&at| line.tokens[at].kind != TokenKind::Numeral).collect())
    };
    let leads = |at: &usize| lines[*at].tokens.last().is_some_and(|last| last.is_mark(':'));
    let lead = statement.lead.filter(leads).map(titled).filter(|title| !title.is_empty());
    let section = || {
        let sections = outline::path(outline, statement.line).filter(|section| section.paragraph != statement.line);
        sections.rev().map(|section| titled(section.paragraph)).find(|title| !title.is_empty())
    };
    lead.or_else(section).unwrap_or_default()
}

fn clean(line: &Line, mut words: Words) -> String {
    words::trim_front(line, &mut words, &[&LEXICON.name_edge, &LEXICON.topic_lead, &LEXICON.everywhere]);
    words::trim_back(line, &mut words, &[&LEXICON.name_edge]);
    // A whole sentence before a colon is no topic.
    if words.len() > 24 {
        return String::new();
    }
    words.retain(|&at| line.tokens[at].kind != TokenKind::Numeral);
    let topic = words::render(line, &words);
    let capitals = line.paragraph.text.chars().iter().all(|c| !c.is_lowercase());
    words::cut(&if capitals { words::sentence_case(&topic) } else { topic }, LONGEST)
}
