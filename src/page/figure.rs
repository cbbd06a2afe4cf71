//! Figures as an official types them and as decisions keep them.

use tonghop_numbers::format::format;
use tonghop_numbers::number::{self, Shape};

/// The value of a figure as an official types it, with a point before decimals; `None` where it is no figure.
///
/// It is written as in reports ("2.386", "37,13%"); whole numbers without dots are taken too. A comma before three
/// digits is not taken: it may be meant for a dot.
pub fn typed(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let number = number::parse(text).filter(|number| matches!(number.shape, Shape::Plain | Shape::Grouped))?;
    Some(number.value.to_string())
}

/// A value of an entry as reports write it.
pub fn shown(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_typed_as_they_are_printed() {
        for (text, value) in
            [("2.386", Some("2386")), (" 37,13 % ", Some("37.13")), ("2386", Some("2386")), ("0", Some("0"))]
        {
            assert_eq!(typed(text).as_deref(), value, "{text}");
        }
        for text in ["", "hai", "80.5231", "157,203", "1.2", "12/5", "1e5", "--"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
