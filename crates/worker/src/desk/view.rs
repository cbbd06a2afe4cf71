//! A report of the engine as the page shows it.

use super::finding;
use tonghop_edge::decisions;
use tonghop_figures::decision::Decision;
use tonghop_figures::report::Report;
use tonghop_figures::table::SURE;
use tonghop_figures::table::wording::figure;
use tonghop_job::{FactView, JobId, ReportView};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::fact::Fact;
use tonghop_statements::numeral::{Class, Numeral};
use tonghop_statements::outline::Section;

/// Below this certainty (in thousandths) a reading counts as not understood.
const LIKELY: u16 = 500;

/// The view of a report, whose findings may be settled by decisions.
pub fn report(job: JobId, report: &Report, decisions: &[Decision]) -> ReportView {
    let header = &report.header;
    let facts = facts(report);
    let doubtful = facts.iter().filter(|fact| fact.certainty == "unsure").count();
    let word = |text: &Option<String>| text.clone().unwrap_or_default();
    ReportView {
        format: report.document.format.name().to_owned(),
        kind: header.period.map_or_else(String::new, |period| period.kind().to_owned()),
        period: header.period.map_or_else(String::new, Period::id),
        period_name: header.period.map_or_else(String::new, Period::name),
        agency: word(&header.agency),
        province: word(&header.province),
        number: word(&header.number),
        issued: header
            .issued
            .map_or_else(String::new, |day| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())),
        understood: report.numerals.len().saturating_sub(doubtful),
        numerals: report.numerals.len(),
        pages: report.document.layout.as_ref().map_or(0, |layout| layout.pages.len()),
        text: report.document.text.clone(),
        facts,
        findings: finding::of_report(job, report, decisions),
        fingerprint: decisions::fingerprint(&report.document.text),
    }
}

/// A written figure with the sign of its unit, where that is one: "79,37%".
pub fn with_sign(figure: &str, unit: &str) -> String {
    if unit == "%" { format!("{figure}%") } else { figure.to_owned() }
}

/// The word for how certain a reading is.
///
/// The certainty of the engine is that of the indicator; a figure that has a label and no indicator is found,
/// but nothing vouches for its label.
fn certainty(fact: &Fact) -> &'static str {
    match fact.certainty {
        _ if fact.indicator.is_none() => {
            if fact.label.is_empty() {
                "unsure"
            } else {
                "likely"
            }
        }
        SURE.. => "sure",
        LIKELY.. => "likely",
        _ => "unsure",
    }
}

/// The facts at their indices, and behind them the numerals that count something and became no fact: nobody vouches
/// that they are only counts of the narrative, so that they are listed as not understood.
fn facts(report: &Report) -> Vec<FactView> {
    let known = report.facts.iter().map(|fact| self::fact(fact, report));
    let lost = report
        .numerals
        .iter()
        .filter(|numeral| matches!(numeral.class, Class::Fact | Class::NarrativeCount))
        .filter(|numeral| !stands_in(numeral.span, &report.facts))
        .map(|numeral| unread(numeral, report));
    known.chain(lost).collect()
}

fn fact(fact: &Fact, report: &Report) -> FactView {
    FactView {
        indicator: fact.indicator.clone(),
        label: fact.label.clone(),
        value: with_sign(&figure(fact.value, fact.approximate), &fact.unit),
        raw: fact.raw.clone(),
        unit: fact.unit.clone(),
        approximate: fact.approximate.is_some(),
        repaired: fact.printed.is_some(),
        certainty: certainty(fact).to_owned(),
        section: section(fact.span, &report.outline),
        span: (fact.span.start, fact.span.end),
        sentence: (fact.sentence.start, fact.sentence.end),
        decided: fact.decided.is_some(),
        reason: fact.decided.as_ref().map(|decided| decided.reason.clone()).unwrap_or_default(),
    }
}

/// A numeral that counts something, with nothing said of it but where it stands.
fn unread(numeral: &Numeral, report: &Report) -> FactView {
    let span = (numeral.span.start, numeral.span.end);
    let paragraphs = report.document.paragraphs();
    let whole = paragraphs.get(numeral.paragraph).map_or(numeral.span, |(paragraph, _)| paragraph.text.whole());
    FactView {
        value: numeral.raw.clone(),
        raw: numeral.raw.clone(),
        certainty: "unsure".to_owned(),
        section: section(numeral.span, &report.outline),
        span,
        sentence: (whole.start, whole.end),
        ..FactView::default()
    }
}

/// Facts are in order, so that the only one that can hold the span is the first that ends behind its start.
fn stands_in(span: Span, facts: &[Fact]) -> bool {
    let at = facts.partition_point(|fact| fact.span.end <= span.start);
    facts.get(at).is_some_and(|fact| fact.span.overlaps(span))
}

/// The sections that hold a place, outermost first: "I. Kết quả › 4. Ứng dụng công nghệ thông tin".
fn section(span: Span, outline: &[Section]) -> String {
    let before = outline.partition_point(|section| section.span.start <= span.start);
    let mut path: Vec<&Section> = Vec::new();
    for section in outline[..before].iter().rev() {
        if path.last().is_none_or(|inner| section.level < inner.level) {
            path.push(section);
        }
    }
    let name = |section: &&Section| match section.number.as_str() {
        "" => section.title.clone(),
        number => format!("{number}. {}", section.title).trim_end().to_owned(),
    };
    path.iter().rev().map(name).collect::<Vec<_>>().join(" › ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(number: &str, level: u8, at: usize) -> Section {
        let span = Span::new(at, at + 1);
        Section { number: number.into(), title: "Mục".into(), level, span, ..Section::default() }
    }

    #[test]
    fn a_place_is_named_by_the_sections_around_it() {
        let outline = [heading("I", 1, 0), heading("1", 2, 10), heading("a", 3, 20), heading("2", 2, 30)];
        for (at, expected) in [(5, "I. Mục"), (25, "I. Mục › 1. Mục › a. Mục"), (35, "I. Mục › 2. Mục")]
        {
            assert_eq!(section(Span::new(at, at + 1), &outline), expected);
        }
        assert_eq!(section(Span::new(5, 6), &outline[1..]), "");
    }
}
