//! The sample reports, read by the engine, against the figures that they were written from.
#![allow(clippy::unwrap_used, clippy::panic)] // A test may stop at the first thing that is not as it should be.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::Source;
use tonghop_model::finding::Severity;
use tonghop_model::vietnamese::period::Period;
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

const EXPECTED: &str = include_str!("../samples/expected.csv");

/// Indicator → value, for one column of the expectation.
type Column = BTreeMap<&'static str, Decimal>;

/// The column of a month, 1 to 6, or of the half-year, 7.
fn expected(column: usize) -> Column {
    EXPECTED
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            let indicator = cells.next().unwrap();
            let value = cells.nth(column - 1).unwrap();
            (!value.is_empty()).then(|| (indicator, value.parse().unwrap()))
        })
        .collect()
}

fn reports() -> Vec<Report> {
    let catalogue = Catalogue::shipped();
    SAMPLES
        .iter()
        .map(|sample| {
            report::read(sample.name, sample.bytes, &catalogue)
                .unwrap_or_else(|error| panic!("{}: {error}", sample.name))
        })
        .collect()
}

/// What is said of each expected indicator: every value, should there be more than one.
fn found(report: &Report) -> BTreeMap<&str, Vec<Decimal>> {
    let mut found: BTreeMap<&str, Vec<Decimal>> = BTreeMap::new();
    for fact in &report.facts {
        if let Some(indicator) = &fact.indicator {
            found.entry(indicator).or_default().push(fact.value);
        }
    }
    found
}

#[test]
fn every_figure_of_every_month_is_found() {
    let mut wrong = Vec::new();
    for (month, report) in reports().iter().enumerate() {
        let found = found(report);
        let expected = expected(month + 1);
        for (indicator, value) in &expected {
            let values = found.get(indicator).map_or(&[][..], Vec::as_slice);
            if values != [*value] {
                wrong.push(format!("{}: {indicator} should be {value}, found {values:?}", SAMPLES[month].name));
            }
        }
        for (indicator, values) in found.iter().filter(|(indicator, _)| !expected.contains_key(**indicator)) {
            wrong.push(format!("{}: {indicator} is not in the report, found {values:?}", SAMPLES[month].name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_half_year_adds_up() {
    let reports = reports();
    let sources: Vec<Source> =
        SAMPLES.iter().zip(&reports).map(|(sample, report)| Source { name: sample.name, report }).collect();
    let table = consolidate(&sources, None, &Catalogue::shipped());
    assert_eq!(table.period, Some(Period::HalfYear { year: 2022, half: 1 }));
    assert!(table.findings.is_empty(), "{:#?}", table.findings);
    let totals: BTreeMap<&str, Option<Decimal>> = table
        .rows
        .iter()
        .filter_map(|row| Some((row.indicator.as_deref()?, row.total.map(|total| total.value))))
        .collect();
    let wrong: Vec<String> = expected(7)
        .iter()
        .filter(|(indicator, value)| totals.get(*indicator) != Some(&Some(**value)))
        .map(|(indicator, value)| format!("{indicator} should be {value}, is {:?}", totals.get(indicator)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_head_is_understood() {
    let numbers = ["12", "31", "58", "84", "117", "149"];
    let days = ["2022-01-14", "2022-02-14", "2022-03-14", "2022-04-14", "2022-05-13", "2022-06-14"];
    for (index, report) in reports().iter().enumerate() {
        let month = u8::try_from(index + 1).unwrap();
        let header = &report.header;
        let name = SAMPLES[index].name;
        assert_eq!(header.agency.as_deref(), Some("Sở Thông tin và Truyền thông"), "{name}");
        assert_eq!(header.province.as_deref(), Some("Hòa Giang"), "{name}");
        assert_eq!(header.number, Some(format!("{}/BC-STTTT", numbers[index])), "{name}");
        assert_eq!(header.issued.map(|day| day.to_string()).as_deref(), Some(days[index]), "{name}");
        assert_eq!(header.period, Some(Period::Month { year: 2022, month }), "{name}");
        assert_eq!(header.plan_period, Some(Period::Month { year: 2022, month: month + 1 }), "{name}");
        let signer = if month == 5 { "Trần Thị Mẫu" } else { "Nguyễn Văn Mẫu" };
        assert_eq!(header.signer.as_deref(), Some(signer), "{name}");
    }
}

#[test]
fn only_the_deliberate_slip_is_reported() {
    for (index, report) in reports().iter().enumerate() {
        let serious: Vec<_> = report.findings.iter().filter(|finding| finding.severity > Severity::Info).collect();
        if index == 3 {
            assert!(matches!(serious.as_slice(), [slip] if slip.code == "ratio"), "{serious:#?}");
        } else {
            assert!(serious.is_empty(), "{}: {serious:#?}", SAMPLES[index].name);
        }
    }
}

#[test]
fn the_sections_are_those_of_the_genre() {
    let expected = ["I", "1", "2", "3", "4", "5", "5.1", "5.2", "5.3", "5.4", "II", "1", "2", "III"];
    for (index, report) in reports().iter().enumerate() {
        // The items of the plan are numbered too; whether they count as sections is not settled here.
        let numbers: Vec<&str> = report.outline.iter().map(|section| section.number.as_str()).take(14).collect();
        assert_eq!(numbers, expected, "{}", SAMPLES[index].name);
    }
}
