//! The language of sentence patterns, which `patterns.toml` describes.

use std::sync::LazyLock;

use serde::Deserialize;

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/patterns.json"));

/// The patterns that ship with the program, in order.
pub static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let data: Data = serde_json::from_str(DATA).unwrap_or_default();
    // A test holds every pattern of the data to be well formed.
    data.sentence.iter().filter_map(|sentence| Pattern::new(sentence).ok()).collect()
});

/// A sentence with places for figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The sentence.
    pub text: Vec<Part>,
    /// The sentence for nothing at all.
    pub zero: Option<Vec<Part>>,
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Text(String),
    /// The figure of an indicator.
    Figure(String),
    /// The date or month that the figure of an indicator is as of.
    AsOf(String),
    /// Words that depend on the period, by their name.
    Word(String),
    /// Left out where one of its figures is not in the table.
    Optional(Vec<Part>),
    /// The items that the table has.
    List {
        /// Before the first item.
        lead: Vec<Part>,
        /// Between two items.
        between: String,
        /// The items.
        items: Vec<Vec<Part>>,
        /// Behind the last item.
        tail: String,
    },
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    sentence: Vec<Sentence>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    text: String,
    zero: Option<String>,
}

impl Pattern {
    fn new(sentence: &Sentence) -> Result<Self, String> {
        Ok(Self { text: parse(&sentence.text)?, zero: sentence.zero.as_deref().map(parse).transpose()? })
    }

    /// The indicators of the sentence, in order.
    pub fn indicators(&self) -> Vec<&str> {
        let mut found = Vec::new();
        figures(&self.text, &mut found);
        found
    }
}

fn figures<'a>(parts: &'a [Part], found: &mut Vec<&'a str>) {
    for part in parts {
        match part {
            Part::Figure(id) => found.push(id),
            Part::Optional(parts) => figures(parts, found),
            Part::List { items, .. } => items.iter().for_each(|item| figures(item, found)),
            Part::Text(_) | Part::AsOf(_) | Part::Word(_) => {}
        }
    }
}

/// Reads a pattern; the error says what is wrong with it.
pub fn parse(text: &str) -> Result<Vec<Part>, String> {
    let mut reader = Reader { chars: text.chars().collect(), at: 0 };
    let parts = reader.parts()?;
    if reader.at == reader.chars.len() { Ok(parts) } else { Err(format!("a mark without its opening one: {text}")) }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
}

impl Reader {
    /// Parts up to a mark that closes what is around them.
    fn parts(&mut self) -> Result<Vec<Part>, String> {
        let mut parts = Vec::new();
        while let Some(&c) = self.chars.get(self.at) {
            match c {
                '{' => parts.push(self.place()?),
                '[' => {
                    self.at += 1;
                    parts.push(Part::Optional(self.parts()?));
                    self.expect(']')?;
                }
                '<' => parts.push(self.list()?),
                ']' | '>' | '|' | '}' => break,
                _ => parts.push(Part::Text(self.words())),
            }
        }
        Ok(parts)
    }

    fn words(&mut self) -> String {
        let rest = &self.chars[self.at..];
        let length = rest.iter().position(|c| "{}[]<>|".contains(*c)).unwrap_or(rest.len());
        self.at += length;
        rest[..length].iter().collect()
    }

    fn place(&mut self) -> Result<Part, String> {
        self.at += 1;
        let name = self.words();
        self.expect('}')?;
        Ok(match name.split_once(' ') {
            Some(("as_of", id)) => Part::AsOf(id.to_owned()),
            Some(_) => return Err(format!("no such place: {name}")),
            None if name.contains('.') => Part::Figure(name),
            None => Part::Word(name),
        })
    }

    fn list(&mut self) -> Result<Part, String> {
        self.at += 1;
        let lead = self.parts()?;
        self.expect('|')?;
        let between = self.words();
        let mut items = Vec::new();
        while self.chars.get(self.at) == Some(&'|') {
            self.at += 1;
            items.push(self.parts()?);
        }
        self.expect('>')?;
        match items.pop().as_deref() {
            Some([]) => Ok(Part::List { lead, between, items, tail: String::new() }),
            Some([Part::Text(tail)]) => Ok(Part::List { lead, between, items, tail: tail.clone() }),
            _ => Err("a list without tail".to_owned()),
        }
    }

    fn expect(&mut self, mark: char) -> Result<(), String> {
        if self.chars.get(self.at) == Some(&mark) {
            self.at += 1;
            return Ok(());
        }
        Err(format!("no {mark} at {}: {}", self.at, self.chars.iter().collect::<String>()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::wording::Words;
    use tonghop_series::catalogue::Catalogue;

    #[test]
    fn the_shipped_patterns_are_well_formed() {
        let data: Data = serde_json::from_str(DATA).unwrap();
        let catalogue = Catalogue::shipped();
        let mut seen: Vec<String> = Vec::new();
        for sentence in &data.sentence {
            let pattern = Pattern::new(sentence).unwrap_or_else(|wrong| panic!("{}: {wrong}", sentence.text));
            assert!(!pattern.indicators().is_empty(), "{}", sentence.text);
            check_names(&pattern.text);
            check_names(pattern.zero.as_deref().unwrap_or_default());
            for id in pattern.indicators() {
                assert!(catalogue.indicator(id).is_some(), "no {id}");
                assert!(!seen.contains(&id.to_owned()), "stated twice: {id}");
                seen.push(id.to_owned());
            }
        }
        assert_eq!(PATTERNS.len(), data.sentence.len());
    }

    fn check_names(parts: &[Part]) {
        for part in parts {
            match part {
                Part::Word(name) => assert!(Words::default().get(name).is_some(), "no word {name}"),
                Part::AsOf(id) => assert!(Catalogue::shipped().indicator(id).is_some(), "no {id}"),
                Part::Optional(parts) => check_names(parts),
                Part::List { lead, items, .. } => {
                    check_names(lead);
                    for item in items {
                        check_names(item);
                    }
                }
                Part::Text(_) | Part::Figure(_) => {}
            }
        }
    }

    #[test]
    fn what_is_malformed_is_refused() {
        for wrong in ["[a", "a]", "<a|b", "<a>", "{a", "{as of a.b}", "<a|; |{a.b}>"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
