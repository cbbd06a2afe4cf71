//! Outlines of reports: which sections there are, in which order, and what belongs in them.
//!
//! The outlines that ship are data (`crates/drafts/src/draft/outlines/*.toml`); one of the user's own is kept as JSON of the
//! same form. Numbers are not part of an outline: they are made anew for each draft.

use serde::{Deserialize, Serialize};

const DATA: &str = include_str!(concat!(env!("OUT_DIR"), "/outlines.json"));

/// The outline of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// A short stable name.
    pub id: String,
    /// What the user chooses it by; in Vietnamese.
    pub name: String,
    /// The title below "BÁO CÁO", with the words in braces that [`Words`](crate::draft::wording::Words) knows.
    pub title: String,
    /// The line of the addressee, with "…" where it is left to fill in.
    #[serde(default)]
    pub addressee: String,
    /// The paragraphs before the first section.
    #[serde(default)]
    pub opening: Vec<String>,
    /// The paragraph behind the last section, which ends with "./.".
    #[serde(default)]
    pub closing: String,
    /// The sections in order.
    pub section: Vec<Place>,
}

/// A section of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// How deep it stands: 1 for "I.", 2 for "1.", 3 for "a)".
    pub level: u8,
    /// Its title without number.
    pub title: String,
    /// What stands in it.
    #[serde(default, skip_serializing_if = "Content::is_results")]
    pub content: Content,
    /// The indicators whose figures stand in it: ids, or what ids begin with up to a dot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<String>,
    /// Phrases in the titles of the months' sections whose text is gathered in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// Whether it is switched off, with the sections below it: its figures then stand in the annex alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off: bool,
}

/// What stands in a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Sentences with figures, and what the months say beside them.
    #[default]
    Results,
    /// The same, and first the documents of all sections that were issued, by date.
    Documents,
    /// What the months say in sections that no other place takes.
    Rest,
    /// The evaluation of the last month; left to fill in where it has none.
    Evaluation,
    /// What the last month plans.
    Plan,
    /// Proposals of the last month; left to fill in where it has none.
    Proposal,
}

impl Content {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    fn is_results(&self) -> bool {
        *self == Self::Results
    }
}

impl Outline {
    /// The outlines that ship with the program; the first one is the default.
    pub fn shipped() -> Vec<Self> {
        // The build has checked the data; a test holds it to more than nothing.
        serde_json::from_str(DATA).unwrap_or_default()
    }

    /// The outline as the JSON text that [`Self::from_json`] reads.
    pub fn to_json(&self) -> String {
        // Strings and small numbers always serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads an outline that the user has kept; the error is one Vietnamese sentence.
    ///
    /// # Errors
    /// Where the text is not of the form of [`Self::to_json`], or a level is not 1, 2 or 3.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let outline: Self = serde_json::from_str(text).map_err(|error| {
            format!("Tệp đề cương không đúng mẫu ({error}); hãy chọn tệp do chương trình này lưu.")
        })?;
        match outline.section.iter().find(|place| !(1..=3).contains(&place.level)) {
            Some(place) => {
                Err(format!("Mục “{}” có cấp {}; đề cương chỉ có cấp 1, 2 và 3.", place.title, place.level))
            }
            None => Ok(outline),
        }
    }

    /// The outline with some of its sections switched off, by their index.
    pub fn without(mut self, places: &[usize]) -> Self {
        for &at in places {
            if let Some(place) = self.section.get_mut(at) {
                place.off = true;
            }
        }
        self
    }

    /// Whether each section is switched off, by itself or with one around it.
    pub fn switched_off(&self) -> Vec<bool> {
        let mut above = u8::MAX;
        let off = |place: &Place| {
            if place.level <= above {
                above = if place.off { place.level } else { u8::MAX };
            }
            above < u8::MAX
        };
        self.section.iter().map(off).collect()
    }

    /// The section of an indicator: the one that names most of its id.
    pub fn place_of(&self, indicator: &str) -> Option<usize> {
        let begins = |prefix: &&String| {
            indicator.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let named = self.section.iter().enumerate().filter_map(|(at, place)| {
            let longest = place.figures.iter().filter(begins).map(String::len).max()?;
            Some((longest, usize::MAX - at, at))
        });
        named.max().map(|(.., at)| at)
    }

    /// The section with this content.
    pub fn place_with(&self, content: Content) -> Option<usize> {
        self.section.iter().position(|place| place.content == content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_series::catalogue::Catalogue;

    #[test]
    fn the_shipped_outlines_are_whole() {
        let outlines = Outline::shipped();
        assert_eq!(outlines.iter().map(|outline| outline.id.as_str()).collect::<Vec<_>>(), ["monthly", "request"]);
        let catalogue = Catalogue::shipped();
        for outline in &outlines {
            let mut level = 0;
            for place in &outline.section {
                assert!(
                    (1..=level + 1).contains(&place.level) && place.level <= 3,
                    "{}: {}",
                    outline.id,
                    place.title
                );
                level = place.level;
                for figures in &place.figures {
                    let known = |id: &str| id == figures || id.starts_with(&format!("{figures}."));
                    let mut ids = catalogue.systems().iter().flat_map(|system| &system.indicator);
                    assert!(ids.any(|indicator| known(&indicator.id)), "{}: no {figures}", outline.id);
                }
            }
            for content in [Content::Rest, Content::Plan, Content::Evaluation, Content::Documents] {
                assert!(outline.place_with(content).is_some(), "{}: {content:?}", outline.id);
            }
        }
    }

    #[test]
    fn the_longest_name_places_an_indicator() {
        let place = |title: &str, figures: &[&str]| Place {
            level: 1,
            title: title.to_owned(),
            figures: figures.iter().map(|&id| id.to_owned()).collect(),
            ..Place::default()
        };
        let section = vec![place("a", &["mail"]), place("b", &["mail.total", "ma"])];
        let outline = Outline { section, ..Outline::default() };
        assert_eq!(outline.place_of("mail.issued"), Some(0));
        assert_eq!(outline.place_of("mail.total"), Some(1));
        assert_eq!(outline.place_of("mails"), None);
    }

    #[test]
    fn a_section_that_is_off_takes_those_below_it_along() {
        let place = |level| Place { level, ..Place::default() };
        let outline = Outline { section: [1, 2, 3, 2, 1].map(place).into(), ..Outline::default() };
        assert_eq!(outline.clone().without(&[1]).switched_off(), [false, true, true, false, false]);
        assert_eq!(outline.clone().without(&[0]).switched_off(), [true, true, true, true, false]);
        assert_eq!(outline.without(&[9]).switched_off(), [false; 5]);
    }

    #[test]
    fn an_outline_is_kept_as_json() {
        for outline in Outline::shipped() {
            assert_eq!(Outline::from_json(&outline.to_json()), Ok(outline));
        }
        assert!(Outline::from_json("{}").unwrap_err().starts_with("Tệp đề cương không đúng mẫu"));
        let deep = r#"{"id":"a","name":"","title":"","section":[{"level":4,"title":"A"}]}"#;
        assert_eq!(Outline::from_json(deep).unwrap_err(), "Mục “A” có cấp 4; đề cương chỉ có cấp 1, 2 và 3.");
    }
}
