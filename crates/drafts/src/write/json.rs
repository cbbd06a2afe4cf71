//! The table of a period as JSON, which other programs read.
//!
//! Values are decimal strings with a point; start and end count Unicode scalar values, end exclusive.

use std::collections::BTreeMap;

use serde::Serialize;

use tonghop_figures::table::{Cell, Compared, Comparison, Line as Held, Reconciliation, Row, Source, Table, Total};
use tonghop_model::finding::{SetFinding, Severity};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;

/// The table of `consolidate`.
#[derive(Debug, Serialize)]
pub struct TableFile<'a> {
    period: Option<String>,
    reports: Vec<Member<'a>>,
    rows: Vec<Line<'a>>,
    findings: Vec<Note<'a>>,
    /// Between which days the figures are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reconciliations: Vec<Settled<'a>>,
}

#[derive(Debug, Serialize)]
struct Member<'a> {
    file: &'a str,
    kind: Option<&'static str>,
    period: Option<String>,
    /// Whether its figures stand in the table.
    used: bool,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    indicator: Option<&'a str>,
    label: &'a str,
    system: &'a str,
    unit: &'a str,
    kind: &'static str,
    rule: &'static str,
    months: BTreeMap<String, MonthCell<'a>>,
    total: Option<String>,
    approx: bool,
    missing: Vec<String>,
    derivation: &'a str,
    notes: &'a [String],
    /// By how much a cumulative figure grew in the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    increase: Option<String>,
    /// By the name of the earlier period.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    compared: BTreeMap<String, Earlier<'a>>,
}

#[derive(Debug, Serialize)]
struct Earlier<'a> {
    against: &'static str,
    base: Option<String>,
    difference: Option<String>,
    percent: Option<String>,
    approx: bool,
    derivation: &'a str,
}

/// A longer report against its months.
#[derive(Debug, Serialize)]
struct Settled<'a> {
    file: &'a str,
    period: String,
    lines: Vec<HeldLine<'a>>,
}

#[derive(Debug, Serialize)]
struct HeldLine<'a> {
    indicator: Option<&'a str>,
    label: &'a str,
    unit: &'a str,
    stated: Option<MonthCell<'a>>,
    computed: Option<String>,
    difference: Option<String>,
    verdict: &'static str,
    derivation: &'a str,
}

#[derive(Debug, Serialize)]
struct MonthCell<'a> {
    value: String,
    raw: &'a str,
    approx: bool,
    file: &'a str,
    start: usize,
    end: usize,
}

/// The table, with the files of its sources.
pub fn table_file<'a>(table: &'a Table, sources: &[Source<'a>]) -> TableFile<'a> {
    let used: Vec<usize> = table.months.iter().filter_map(|month| month.report).collect();
    let member = |(index, source): (usize, &Source<'a>)| Member {
        file: source.name,
        kind: source.report.header.period.map(Period::kind),
        period: source.report.header.period.map(Period::id),
        used: used.contains(&index),
    };
    TableFile {
        period: table.period.map(Period::id),
        reports: sources.iter().enumerate().map(member).collect(),
        rows: table.rows.iter().map(|row| line(row, table, sources)).collect(),
        findings: table.findings.iter().map(|finding| set_note(finding, sources)).collect(),
        window: table.window().map(|(start, end)| [start.to_string(), end.to_string()]),
        reconciliations: table.reconciliations.iter().filter_map(|found| settled(found, sources)).collect(),
    }
}

/// The table as JSON text, set out for the eye.
pub fn json(table: &Table, sources: &[Source<'_>]) -> String {
    // Strings, numbers and maps of them always serialise.
    let mut text = serde_json::to_string_pretty(&table_file(table, sources)).unwrap_or_default();
    text.push('\n');
    text
}

fn line<'a>(row: &'a Row, table: &Table, sources: &[Source<'a>]) -> Line<'a> {
    let cells = table.months.iter().zip(&row.cells);
    let months = cells.filter_map(|(month, cell)| Some((month.period.id(), month_cell(cell.as_ref()?, sources)?)));
    Line {
        indicator: row.indicator.as_deref(),
        label: &row.label,
        system: &row.system,
        unit: &row.unit,
        kind: row.kind.name(),
        rule: row.rule.name(),
        months: months.collect(),
        total: row.total.map(|total| total.value.to_string()),
        approx: row.total.is_some_and(|total| total.approximate.is_some()),
        missing: row.missing.iter().map(|month| month.id()).collect(),
        derivation: &row.derivation,
        notes: &row.notes,
        increase: row.increase.as_ref().and_then(|increase| increase.total).map(value),
        compared: table.comparisons.iter().zip(&row.compared).map(against).collect(),
    }
}

fn value(total: Total) -> String {
    total.value.to_string()
}

fn against<'a>((one, compared): (&Comparison, &'a Compared)) -> (String, Earlier<'a>) {
    let view = Earlier {
        against: one.against.name(),
        base: compared.base.map(value),
        difference: compared.difference.map(value),
        percent: compared.percent.map(|percent| percent.to_string()),
        approx: compared.difference.is_some_and(|total| total.approximate.is_some()),
        derivation: &compared.derivation,
    };
    (one.period.id(), view)
}

fn settled<'a>(found: &'a Reconciliation, sources: &[Source<'a>]) -> Option<Settled<'a>> {
    let line = |line: &'a Held| HeldLine {
        indicator: line.indicator.as_deref(),
        label: &line.label,
        unit: &line.unit,
        stated: line.stated.and_then(|cell| month_cell(&cell, sources)),
        computed: line.computed.map(value),
        difference: line.difference.map(|difference| difference.to_string()),
        verdict: line.verdict.name(),
        derivation: &line.derivation,
    };
    let lines = found.lines.iter().map(line).collect();
    Some(Settled { file: sources.get(found.report)?.name, period: found.period.id(), lines })
}

fn month_cell<'a>(cell: &Cell, sources: &[Source<'a>]) -> Option<MonthCell<'a>> {
    let source = sources.get(cell.report)?;
    let fact = source.report.facts.get(cell.fact)?;
    Some(MonthCell {
        value: cell.value.to_string(),
        raw: &fact.raw,
        approx: cell.approximate.is_some(),
        file: source.name,
        start: fact.span.start,
        end: fact.span.end,
    })
}

fn set_note<'a>(finding: &'a SetFinding, sources: &[Source<'a>]) -> Note<'a> {
    let places = finding.places.iter().filter_map(|place| {
        let source = sources.get(place.report)?;
        Some(Spot::new(source.name, place.span))
    });
    Note {
        code: finding.code,
        severity: severity_name(finding.severity),
        message: &finding.message,
        hint: finding.hint.as_deref(),
        places: places.collect(),
    }
}

/// A finding, of a report or of a set.
#[derive(Debug, Serialize)]
pub struct Note<'a> {
    /// Its stable name.
    pub code: &'static str,
    /// How serious it is.
    pub severity: &'static str,
    /// One sentence.
    pub message: &'a str,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<&'a str>,
    /// Where.
    pub places: Vec<Spot<'a>>,
}

/// A place in a file.
#[derive(Debug, Serialize)]
pub struct Spot<'a> {
    file: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Spot<'a> {
    /// A span of a file.
    pub fn new(file: &'a str, span: Span) -> Self {
        Self { file, start: span.start, end: span.end }
    }
}

/// The name of a severity.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "own types always serialise")]

    use expect_test::expect;

    use super::*;
    use tonghop_figures::consolidate::consolidate;
    use tonghop_series::testing;

    #[test]
    #[allow(clippy::too_many_lines, reason = "the expectation shows the whole form")]
    fn a_table_as_json() {
        let catalogue = testing::catalogue();
        let reports = ["2022-01\ndocs.sent; 1.000\ndocs.sent; 1.001", "2022-Q1"];
        let reports = reports.map(|notation| testing::report(notation, &catalogue));
        let sources = [("a.md", 0), ("b.md", 1)].map(|(name, at)| Source { name, report: &reports[at] });
        let table = consolidate(&sources, Period::parse("2022-Q1"), &catalogue);
        let file = table_file(&table, &sources);
        expect![[r#"
            {
              "period": "2022-Q1",
              "reports": [
                {
                  "file": "a.md",
                  "kind": "month",
                  "period": "2022-01",
                  "used": true
                },
                {
                  "file": "b.md",
                  "kind": "quarter",
                  "period": "2022-Q1",
                  "used": false
                }
              ],
              "rows": [
                {
                  "indicator": "docs.sent",
                  "label": "Văn bản đã gửi",
                  "system": "Văn bản điện tử",
                  "unit": "văn bản",
                  "kind": "flow",
                  "rule": "sum",
                  "months": {
                    "2022-01": {
                      "value": "1000",
                      "raw": "1.000",
                      "approx": false,
                      "file": "a.md",
                      "start": 19,
                      "end": 24
                    }
                  },
                  "total": null,
                  "approx": false,
                  "missing": [
                    "2022-02",
                    "2022-03"
                  ],
                  "derivation": "Chưa cộng: thiếu số liệu tháng 02 và tháng 3.",
                  "notes": [
                    "Cộng 1 tháng có số liệu: 1.000 (tháng 01)."
                  ]
                }
              ],
              "findings": [
                {
                  "code": "not_monthly",
                  "severity": "info",
                  "message": "“b.md” là báo cáo quý I năm 2022: không cộng vào các tháng, chỉ dùng để đối chiếu và bù tháng thiếu.",
                  "places": [
                    {
                      "file": "b.md",
                      "start": 0,
                      "end": 0
                    }
                  ]
                },
                {
                  "code": "missing_months",
                  "severity": "warning",
                  "message": "Thiếu báo cáo tháng 02 và tháng 3 năm 2022.",
                  "hint": "Thả thêm báo cáo của các tháng còn thiếu.",
                  "places": []
                },
                {
                  "code": "stated_twice",
                  "severity": "warning",
                  "message": "Văn bản đã gửi: báo cáo tháng 01 (“a.md”) ghi 1.000 và 1.001; bảng dùng 1.000.",
                  "hint": "Hỏi lại đơn vị lập báo cáo số nào đúng.",
                  "places": [
                    {
                      "file": "a.md",
                      "start": 19,
                      "end": 24
                    },
                    {
                      "file": "a.md",
                      "start": 36,
                      "end": 41
                    }
                  ]
                }
              ],
              "window": [
                "2021-12-15",
                "2022-03-14"
              ],
              "reconciliations": [
                {
                  "file": "b.md",
                  "period": "2022-Q1",
                  "lines": []
                }
              ]
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&file).unwrap());
    }
}
