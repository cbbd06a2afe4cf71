//! What does not add up inside one report, one rule a file: rule, wording, tests.
//!
//! A finding names the figures whose change would mend it and shows the sum. Where things hold, or where a
//! figure that a rule needs is missing or approximate, a rule is silent: false alarms are the fastest way to
//! be switched off.

mod addends;
mod arithmetic;
mod bracket;
mod breakdown;
mod dates;
mod equation;
mod figures;
mod header;
pub mod interval;
mod issued;
mod listed;
mod localise;
mod malformed;
mod mixed;
pub mod months;
mod period;
mod points;
pub mod ratio;
mod references;
mod rolled;
mod share;
mod statement;
mod sum;
mod symbol;
mod told;
mod twice;
mod unlabelled;
mod words;

use tonghop_model::finding::Finding;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// A rule over one report.
type Rule = fn(&Report, &Catalogue) -> Vec<Finding>;

const RULES: [Rule; 16] = [
    header::check,
    period::check,
    mixed::check,
    issued::check,
    symbol::check,
    figures::check,
    malformed::check,
    dates::check,
    references::check,
    arithmetic::check,
    rolled::check,
    twice::check,
    listed::check,
    bracket::check,
    points::check,
    unlabelled::check,
];

/// Everything that does not fit inside one report, in the order of the text.
pub fn report(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(report, catalogue)).collect();
    findings.sort_by_key(|finding| finding.places.first().copied());
    findings
}

#[cfg(test)]
mod testing {
    #![allow(clippy::unwrap_used, reason = "a test's own text can be read")]

    use std::fmt::Write as _;

    use crate::check::{Catalogue, Finding, Report, Rule};
    use expect_test::Expect;
    use tonghop_model::span::Span;
    use tonghop_series::testing;

    /// What a rule finds in a report with the given figures, in the notation of [`testing`].
    pub fn check(rule: Rule, facts: &str, expected: &Expect) {
        check_header(rule, &format!("2022-02; Sở Mẫu; An Lạc\n{facts}"), expected);
    }

    /// What a rule finds in a report with the given body, read like any other.
    pub fn check_text(rule: Rule, body: &str, expected: &Expect) {
        let catalogue = Catalogue::shipped();
        let text = format!("BÁO CÁO\nKết quả công tác tháng 02 năm 2022\nI. KẾT QUẢ\n{body}\n");
        let report = crate::report::read("b.txt", text.as_bytes(), &catalogue).unwrap();
        expected.assert_eq(&render(&report, &rule(&report, &catalogue)));
    }

    /// What a rule finds in a whole report, read like any other; each line is a paragraph.
    pub fn check_report(rule: Rule, text: &str, expected: &Expect) {
        let catalogue = Catalogue::shipped();
        let text = text.replace('\n', "\n\n");
        let report = crate::report::read("b.txt", text.as_bytes(), &catalogue).unwrap();
        expected.assert_eq(&render(&report, &rule(&report, &catalogue)));
    }

    /// What a rule finds in a report whose figures stand in one sentence.
    pub fn check_sentence(rule: Rule, facts: &str, expected: &Expect) {
        let catalogue = testing::catalogue();
        let mut report = testing::report(&format!("2022-02\n{facts}"), &catalogue);
        let sentence = report.facts.iter().map(|fact| fact.sentence).reduce(Span::cover).unwrap_or_default();
        report.facts.iter_mut().for_each(|fact| fact.sentence = sentence);
        expected.assert_eq(&render(&report, &rule(&report, &catalogue)));
    }

    /// What a rule finds in a report, head included.
    pub fn check_header(rule: Rule, notation: &str, expected: &Expect) {
        let catalogue = testing::catalogue();
        let report = testing::report(notation, &catalogue);
        expected.assert_eq(&render(&report, &rule(&report, &catalogue)));
    }

    fn render(report: &Report, findings: &[Finding]) -> String {
        let mut out = String::new();
        for finding in findings {
            let places: Vec<String> =
                finding.places.iter().map(|span| quoted(&report.document.text, *span)).collect();
            let places = places.join(", ");
            let hint = finding.hint.as_ref().map(|hint| format!("→ {hint}\n")).unwrap_or_default();
            let (severity, code, message) = (finding.severity, finding.code, &finding.message);
            let _ = write!(out, "{severity:?} {code} [{places}]\n{message}\n{hint}");
        }
        out
    }

    /// The words of a place; where the text has them more than once, with the line and column that are meant.
    fn quoted(text: &str, span: Span) -> String {
        let words: String = text.chars().skip(span.start).take(span.end - span.start).collect();
        if words.is_empty() || text.matches(&words).count() == 1 {
            return words;
        }
        let before: String = text.chars().take(span.start).collect();
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        format!("{words} at {}:{column}", before.matches('\n').count() + 1)
    }
}
