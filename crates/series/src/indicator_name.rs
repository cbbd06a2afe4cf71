//! What an indicator and its figure are called outside of a table.
//!
//! In a table the dash before "– của cá nhân" says that it belongs to the row above; in a sentence the row above
//! has to be named.

use crate::catalogue::Catalogue;
use crate::fact::Fact;
use tonghop_numbers::format::format;

/// The name of what a fact counts.
pub fn of_fact(fact: &Fact, catalogue: &Catalogue) -> String {
    fact.indicator.as_deref().and_then(|id| of_indicator(id, catalogue)).unwrap_or_else(|| fact.label.clone())
}

/// The figure as a sentence says it, with the word that makes it approximate: "hơn 120".
pub fn figure(fact: &Fact) -> String {
    let value = format(fact.value);
    fact.approximate.map_or(value.clone(), |word| format!("{word} {value}"))
}

/// The name of an indicator with the names that it stands under: "Chứng thư số – của cá nhân".
pub fn of_indicator(id: &str, catalogue: &Catalogue) -> Option<String> {
    let (system, at) = catalogue.order(id)?;
    let above = &catalogue.systems().get(system)?.indicator[..=at];
    let mut names: Vec<&str> = Vec::new();
    let mut depth = usize::MAX;
    for indicator in above.iter().rev() {
        if depth_of(&indicator.name) < depth {
            depth = depth_of(&indicator.name);
            names.push(indicator.name.trim_start_matches(MARKS));
        }
        if depth == 0 {
            break;
        }
    }
    names.reverse();
    Some(names.join(" – "))
}

const MARKS: [char; 4] = ['–', '-', '+', ' '];

/// How deep the mark before a name puts it in its table: 0, 1 for a dash, 2 for a plus, as reports do by custom.
pub fn depth_of(name: &str) -> usize {
    match name.trim_start().chars().next() {
        Some('–' | '-') => 1,
        Some('+') => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_part_is_named_with_what_it_is_a_part_of() {
        let name = |id: &str| of_indicator(id, &testing::catalogue());
        assert_eq!(name("cert.total").as_deref(), Some("Chứng thư số đang dùng"));
        assert_eq!(name("cert.personal").as_deref(), Some("Chứng thư số đang dùng – của cá nhân"));
        assert_eq!(
            name("cert.personal_rate").as_deref(),
            Some("Chứng thư số đang dùng – của cá nhân – tỷ lệ cá nhân")
        );
        assert_eq!(name("no.such"), None);
    }
}
