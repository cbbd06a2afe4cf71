//! Where something stands, as an editor counts it.

use tonghop_model::span::Span;

/// `line:column` of the first character of a span, both from 1; a tab is one column.
pub fn place(text: &str, span: Span) -> String {
    let (mut line, mut column) = (1, 1);
    for letter in text.chars().take(span.start) {
        (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    format!("{line}:{column}")
}

/// The places of several spans; nothing for a report as a whole.
pub fn places(text: &str, spans: &[Span]) -> String {
    let stands = spans.iter().filter(|span| span.start < span.end);
    stands.map(|span| place(text, *span)).collect::<Vec<_>>().join(" ")
}

/// Places as they stand behind the name of a finding, ` at 3:14`.
pub fn at(places: &str) -> String {
    if places.is_empty() { String::new() } else { format!(" at {places}") }
}
