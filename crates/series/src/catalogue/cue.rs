//! The language of cues: which words in which place tell that a figure belongs to an indicator.
//!
//! | cue | holds where |
//! |---|---|
//! | `<cấp mới \| tạo mới` | one of the phrases stands to the left of the figure, back to the figure before it |
//! | `>chứng thư số` | it begins within the next few words to the right |
//! | `>>nghỉ việc` | it stands anywhere to the right, up to the next figure |
//! | `(voso` | it stands before the bracket that the figure stands in: "Voso.vn (38.824 hộ)" |
//! | `@cổng dịch vụ công` | it stands in scope: the paragraph so far, what leads it in, its sections |
//! | `\|chỉ tiêu` | it stands in the head of the figure's column, in a table |
//! | `^cert.total` | the figure is part of (in brackets behind, or listed under) a figure of that indicator, or follows one in the same item |
//! | `!>giấy phép` | none of the phrases stands there |
//! | `<^` | no word of its own clause stands to the left |
//!
//! Phrases are words as they are written; they are compared folded.

use serde::Deserialize;
use serde::de::Error;

use super::id::Id;
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::Phrase;

/// One condition on the context of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where to look.
    pub zone: Zone,
    /// Whether it must not be found.
    pub negated: bool,
    /// What to look for; one of these is enough.
    pub options: Vec<Wanted>,
}

/// Where a cue looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// To the left of the figure, back to the figure before it.
    Left,
    /// Within the next few words to the right.
    Right,
    /// Anywhere to the right, up to the next figure.
    FarRight,
    /// Before the bracket in which the figure stands.
    Head,
    /// In the head of the figure's column.
    Column,
    /// In the paragraph so far, what leads it in, and the titles of its sections.
    Scope,
    /// The indicators of the figures that this one is part of or follows.
    Governor,
    /// Nothing may stand to the left.
    NothingLeft,
}

/// A phrase in the forms in which it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The phrase as it is written; for governors the indicator's id.
    pub written: String,
    /// Its folded words.
    pub words: Phrase,
    /// Its number among the phrases of the catalogue; 0 until it stands in one.
    pub phrase: Id,
}

impl Cue {
    /// Reads a cue; the error says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (negated, rest) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
        let (zone, phrases) = match rest.as_bytes().first() {
            Some(b'<') if rest == "<^" => (Zone::NothingLeft, ""),
            Some(b'<') => (Zone::Left, &rest[1..]),
            Some(b'>') if rest.starts_with(">>") => (Zone::FarRight, &rest[2..]),
            Some(b'>') => (Zone::Right, &rest[1..]),
            Some(b'(') => (Zone::Head, &rest[1..]),
            Some(b'|') => (Zone::Column, &rest[1..]),
            Some(b'@') => (Zone::Scope, &rest[1..]),
            Some(b'^') => (Zone::Governor, &rest[1..]),
            _ => return Err(format!("a cue begins with <, >, (, |, @ or ^: {text}")),
        };
        let options: Vec<Wanted> =
            phrases.split(" | ").map(str::trim).filter(|p| !p.is_empty()).map(Wanted::new).collect();
        if options.is_empty() && zone != Zone::NothingLeft {
            return Err(format!("a cue without words: {text}"));
        }
        Ok(Self { zone, negated, options })
    }
}

impl Wanted {
    fn new(written: &str) -> Self {
        let words: Phrase = fold::fold_str(written).split_whitespace().map(str::to_owned).collect();
        Self { written: written.to_owned(), words, phrase: 0 }
    }
}

impl<'de> Deserialize<'de> for Cue {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_read() {
        let cue = Cue::parse("!<cấp mới | Tạo mới").unwrap();
        assert!(cue.negated && cue.zone == Zone::Left);
        assert_eq!(cue.options[1].words, ["tạo", "mới"]);
        assert_eq!(Cue::parse("<^").unwrap().zone, Zone::NothingLeft);
        for wrong in ["", "cấp mới", "<", "@ | ", "!"] {
            assert!(Cue::parse(wrong).is_err(), "{wrong}");
        }
    }
}
