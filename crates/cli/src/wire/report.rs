//! A report, as one line of `extract`.

use serde::Serialize;

use tonghop_drafts::write::json::{Note, Spot, severity_name};
use tonghop_model::finding::Finding;
use tonghop_model::quotes::Quotes;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;
use tonghop_statements::numeral::Numeral;
use tonghop_statements::outline::{Header, Section};

/// A report, as one line of `extract`.
#[derive(Debug, Serialize)]
pub struct ReportLine<'a> {
    file: &'a str,
    report: Head<'a>,
    outline: Vec<Heading<'a>>,
    facts: Vec<Figure<'a>>,
    numbers: Vec<Number<'a>>,
    findings: Vec<Note<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Head<'a> {
    kind: Option<&'static str>,
    period: Option<String>,
    plan_period: Option<String>,
    agency: Option<&'a str>,
    province: Option<&'a str>,
    number: Option<&'a str>,
    issued: Option<String>,
    signer: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Heading<'a> {
    number: &'a str,
    title: &'a str,
    level: u8,
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct Figure<'a> {
    indicator: Option<&'a str>,
    label: &'a str,
    value: String,
    raw: &'a str,
    unit: &'a str,
    kind: &'static str,
    approx: bool,
    period: Option<&'a str>,
    as_of: Option<String>,
    certainty: f64,
    start: usize,
    end: usize,
    quote: &'a str,
}

#[derive(Debug, Serialize)]
struct Number<'a> {
    raw: &'a str,
    start: usize,
    end: usize,
    class: &'static str,
}

/// The line of a report; `text` adds the text that offsets count in.
pub fn report_line<'a>(file: &'a str, report: &'a Report, period: Option<&'a str>, text: bool) -> ReportLine<'a> {
    let quotes = Quotes::new(&report.document.text);
    ReportLine {
        file,
        report: head(&report.header),
        outline: report.outline.iter().map(heading).collect(),
        facts: report.facts.iter().map(|fact| figure(fact, period, &quotes)).collect(),
        numbers: report.numerals.iter().map(number).collect(),
        findings: report.findings.iter().map(|finding| finding_note(file, finding)).collect(),
        text: text.then_some(&report.document.text),
    }
}

fn head(header: &Header) -> Head<'_> {
    Head {
        kind: header.period.map(Period::kind),
        period: header.period.map(Period::id),
        plan_period: header.plan_period.map(Period::id),
        agency: header.agency.as_deref(),
        province: header.province.as_deref(),
        number: header.number.as_deref(),
        issued: header.issued.map(|date| date.to_string()),
        signer: header.signer.as_deref(),
    }
}

fn heading(section: &Section) -> Heading<'_> {
    let Span { start, end } = section.span;
    Heading { number: &section.number, title: &section.title, level: section.level, start, end }
}

fn figure<'a>(fact: &'a Fact, period: Option<&'a str>, quotes: &Quotes<'a>) -> Figure<'a> {
    Figure {
        indicator: fact.indicator.as_deref(),
        label: &fact.label,
        value: fact.value.to_string(),
        raw: &fact.raw,
        unit: &fact.unit,
        kind: fact.kind.name(),
        approx: fact.approximate.is_some(),
        period,
        as_of: fact.as_of.map(|date| date.to_string()),
        certainty: f64::from(fact.certainty) / 1000.0,
        start: fact.span.start,
        end: fact.span.end,
        quote: quotes.quote(fact.sentence),
    }
}

fn number(numeral: &Numeral) -> Number<'_> {
    let Span { start, end } = numeral.span;
    Number { raw: &numeral.raw, start, end, class: numeral.class.name() }
}

fn finding_note<'a>(file: &'a str, finding: &'a Finding) -> Note<'a> {
    Note {
        code: finding.code,
        severity: severity_name(finding.severity),
        message: &finding.message,
        hint: finding.hint.as_deref(),
        places: finding.places.iter().map(|&span| Spot::new(file, span)).collect(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "own types always serialise")]

    use expect_test::expect;

    use super::*;
    use tonghop_model::finding::Severity;
    use tonghop_series::testing;

    #[test]
    fn a_report_as_a_line() {
        let catalogue = testing::catalogue();
        let notation =
            "2022-02; Sở Mẫu; An Lạc; 2022-02-14; 2022-03\ndocs.sent; ~1.000\ncert.total; 20; as_of 2022-02-13";
        let mut report = testing::report(notation, &catalogue);
        let span = report.facts[0].span;
        report.findings.push(Finding::new("sum", Severity::Error, "lệch 1", vec![span]).with_hint("sửa"));
        let line = report_line("tháng 2.md", &report, Some("2022-02"), false);
        expect![[r#"
            {
              "file": "tháng 2.md",
              "report": {
                "kind": "month",
                "period": "2022-02",
                "plan_period": "2022-03",
                "agency": "Sở Mẫu",
                "province": "An Lạc",
                "number": null,
                "issued": "2022-02-14",
                "signer": null
              },
              "outline": [],
              "facts": [
                {
                  "indicator": "docs.sent",
                  "label": "Văn bản đã gửi",
                  "value": "1000",
                  "raw": "1.000",
                  "unit": "văn bản",
                  "kind": "flow",
                  "approx": true,
                  "period": "2022-02",
                  "as_of": null,
                  "certainty": 1.0,
                  "start": 57,
                  "end": 62,
                  "quote": "docs.sent; ~1.000"
                },
                {
                  "indicator": "cert.total",
                  "label": "Chứng thư số đang dùng",
                  "value": "20",
                  "raw": "20",
                  "unit": "chứng thư số",
                  "kind": "stock",
                  "approx": false,
                  "period": "2022-02",
                  "as_of": "2022-02-13",
                  "certainty": 1.0,
                  "start": 75,
                  "end": 77,
                  "quote": "cert.total; 20; as_of 2022-02-13"
                }
              ],
              "numbers": [],
              "findings": [
                {
                  "code": "sum",
                  "severity": "error",
                  "message": "lệch 1",
                  "hint": "sửa",
                  "places": [
                    {
                      "file": "tháng 2.md",
                      "start": 57,
                      "end": 62
                    }
                  ]
                }
              ]
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&line).unwrap());
        let line = report_line("tháng 2.md", &report, None, true);
        assert!(serde_json::to_string(&line).unwrap().contains(r#""text":"2022-02; Sở Mẫu;"#));
    }
}
