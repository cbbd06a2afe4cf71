//! Words that the page puts together: counts, sizes and sentences with gaps.

use crate::lang::vi;

/// The text with every `{name}` of the pairs put in.
pub fn fill(text: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// A count as it is written in Vietnamese: "1.234".
pub fn count(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The text with `{n}` put in.
pub fn with_count(text: &str, n: usize) -> String {
    fill(text, &[("n", &count(n))])
}

/// The sentence first letter of a text in capitals: "tháng 5" → "Tháng 5".
pub fn sentence_case(text: &str) -> String {
    tonghop_numbers::format::capital(text)
}

/// "1 lỗi, 2 cảnh báo, 1 lưu ý"; the empty text where there is none.
pub fn problems(severities: Severities) -> String {
    [
        (severities.errors, vi::FINDINGS_ERRORS),
        (severities.warnings, vi::FINDINGS_WARNINGS),
        (severities.infos, vi::FINDINGS_INFOS),
    ]
    .iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, text)| with_count(text, *n))
    .collect::<Vec<_>>()
    .join(", ")
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Severities {
    /// Something is wrong.
    pub errors: usize,
    /// Something is probably wrong.
    pub warnings: usize,
    /// Something to know.
    pub infos: usize,
}

impl Severities {
    /// The count of severities by their names on the wire.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counted = Self::default();
        for name in names {
            match name {
                "error" => counted.errors += 1,
                "warning" => counted.warnings += 1,
                _ => counted.infos += 1,
            }
        }
        counted
    }

    /// All of them.
    pub fn total(self) -> usize {
        self.errors + self.warnings + self.infos
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_grouped_by_points() {
        for (n, text) in [(0, "0"), (12, "12"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567")] {
            assert_eq!(count(n), text);
        }
    }

    #[test]
    fn gaps_are_filled_by_name() {
        assert_eq!(fill("{a} và {b}, {a}", &[("a", "x"), ("b", "y")]), "x và y, x");
    }

    #[test]
    fn problems_are_named_by_severity() {
        assert_eq!(problems(Severities::of(["error", "warning", "warning"])), "1 lỗi, 2 cảnh báo");
        assert_eq!(problems(Severities::default()), "");
    }
}
