//! Small reports, each folder of `tests/corpus/` named for its trap: the reports go in, what was understood comes out.
//!
//! The expectation of a folder is its `expected.txt`, where `12:34` is the place of a figure in its report, the 34th
//! character of the 12th line, so that two equal figures are told apart. `UPDATE_EXPECT=1 cargo test --test corpus` writes what comes
//! out; read the difference before it is committed.
#![allow(clippy::unwrap_used)] // A test may stop at the first thing that is not as it should be.

#[path = "support/place.rs"]
mod place;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::wording::figure;
use tonghop_figures::table::{Cell, Source, Table};
use tonghop_model::finding::Place;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::numeral::Class;

use place::{at, place, places};

/// Reads the reports of a folder, alone and as a set, and compares all that is said of them.
fn check(trap: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(trap);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "expected.txt")
        .collect();
    names.sort();
    let catalogue = Catalogue::shipped();
    let mut out = String::new();
    let mut reports = Vec::new();
    for name in &names {
        writeln!(out, "== {name}").unwrap();
        match report::read(name, &fs::read(folder.join(name)).unwrap(), &catalogue) {
            Ok(report) => {
                write_report(&mut out, &report);
                reports.push((name.as_str(), report));
            }
            Err(error) => writeln!(out, "refused: {error}").unwrap(),
        }
    }
    let sources: Vec<Source> = reports.iter().map(|(name, report)| Source { name, report }).collect();
    if sources.len() > 1 {
        write_table(&mut out, &consolidate(&sources, None, &catalogue), &sources);
    }
    expect_file![folder.join("expected.txt")].assert_eq(&out);
}

fn write_report(out: &mut String, report: &Report) {
    let header = &report.header;
    let id = |period: Option<Period>| period.map_or_else(|| "-".to_owned(), Period::id);
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let issued = header.issued.map_or_else(|| "-".to_owned(), |date| date.to_string());
    writeln!(out, "period {}, plan {}", id(header.period), id(header.plan_period)).unwrap();
    writeln!(out, "agency {}, province {}", text(&header.agency), text(&header.province)).unwrap();
    writeln!(out, "number {}, issued {issued}, signer {}", text(&header.number), text(&header.signer)).unwrap();
    for fact in &report.facts {
        let name = fact.indicator.as_deref().unwrap_or("?");
        let label = if fact.indicator.is_none() { format!(" «{}»", fact.label) } else { String::new() };
        let approximate = fact.approximate.map(|word| format!("{word} ")).unwrap_or_default();
        let printed = fact.printed.map_or_else(String::new, |value| format!(", printed as {value}"));
        let doubt = if fact.certainty < 700 { ", not certain" } else { "" };
        // How the figures of an indicator add up stands in the catalogue.
        let kind = if fact.indicator.is_none() { format!(", {:?}", fact.kind).to_lowercase() } else { String::new() };
        let (value, unit, raw) = (fact.value, &fact.unit, &fact.raw);
        let place = place(&report.document.text, fact.span);
        writeln!(out, "{place} {name}{label} = {approximate}{value} {unit} [{raw}]{kind}{printed}{doubt}").unwrap();
    }
    for (class, name) in CLASSES {
        let some = report.numerals.iter().filter(|numeral| numeral.class == class);
        let placed: Vec<String> =
            some.map(|numeral| format!("{} {}", place(&report.document.text, numeral.span), numeral.raw)).collect();
        if !placed.is_empty() {
            writeln!(out, "{name}: {}", placed.join(", ")).unwrap();
        }
    }
    for finding in &report.findings {
        let head =
            format!("{:?} {}{}", finding.severity, finding.code, at(&places(&report.document.text, &finding.places)));
        write_finding(out, &head, &finding.message, finding.hint.as_ref());
    }
}

/// The classes besides figures, which are listed as facts.
const CLASSES: [(Class, &str); 8] = [
    (Class::DocRef, "references"),
    (Class::Date, "dates"),
    (Class::Period, "periods"),
    (Class::ListNumber, "list numbers"),
    (Class::Name, "names"),
    (Class::Identifier, "identifiers"),
    (Class::NarrativeCount, "counts in passing"),
    (Class::Page, "pages"),
];

fn write_table(out: &mut String, table: &Table, sources: &[Source]) {
    writeln!(out, "== {}", table.period.map_or_else(|| "no period".to_owned(), Period::name)).unwrap();
    for row in &table.rows {
        let show = |cell: &Option<Cell>| {
            let mark = |cell: &Cell| if cell.look { "?" } else { "" };
            cell.as_ref().map_or_else(|| "–".to_owned(), |cell| figure(cell.value, cell.approximate) + mark(cell))
        };
        let cells: Vec<String> = row.cells.iter().map(show).collect();
        let total = row.total.map_or_else(|| "–".to_owned(), |total| figure(total.value, total.approximate));
        let name = row.indicator.as_deref().unwrap_or(&row.label);
        writeln!(out, "{name}: {} = {total} ({})", cells.join(" | "), row.derivation).unwrap();
        row.notes.iter().for_each(|note| writeln!(out, "  * {note}").unwrap());
    }
    for finding in &table.findings {
        let head = format!("{:?} {}{}", finding.severity, finding.code, at(&places_in_set(sources, &finding.places)));
        write_finding(out, &head, &finding.message, finding.hint.as_ref());
    }
}

/// Places in several reports, each of which is named once.
fn places_in_set(sources: &[Source], all: &[Place]) -> String {
    let of_one = |report: &[Place]| {
        let Source { name, report: read } = &sources[report[0].report];
        let spans: Vec<Span> = report.iter().map(|place| place.span).collect();
        format!("{name} {}", places(&read.document.text, &spans))
    };
    all.chunk_by(|one, other| one.report == other.report).map(of_one).collect::<Vec<_>>().join(", ")
}

fn write_finding(out: &mut String, head: &str, message: &str, hint: Option<&String>) {
    let hint = hint.map_or_else(String::new, |hint| format!(" → {hint}"));
    writeln!(out, "{head}: {message}{hint}").unwrap();
}

/// One test a folder, so that a failure names the trap.
macro_rules! traps {
    ($($test:ident: $folder:literal,)*) => {
        $(#[test] fn $test() { check($folder); })*

        #[test]
        fn every_folder_has_its_test() {
            let mut tested = vec![$($folder),*];
            tested.sort_unstable();
            let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")).unwrap();
            let mut folders: Vec<String> =
                folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            folders.sort_unstable();
            assert_eq!(tested, folders);
        }
    };
}

traps! {
    annex_behind_the_plan: "annex-behind-the-plan",
    another_department: "another-department",
    tax_arrears_and_audits: "tax-arrears-and-audits",
    police_offences_and_fines: "police-offences-and-fines",
    labour_people_helped: "labour-people-helped",
    health_counts_in_a_row: "health-counts-in-a-row",
    education_parts_in_brackets: "education-parts-in-brackets",
    commune_economy_and_society: "commune-economy-and-society",
    budget_tables: "budget-tables",
    agriculture_areas_and_herds: "agriculture-areas-and-herds",
    another_province: "another-province",
    approximate_figures: "approximate-figures",
    blank_number_and_date: "blank-number-and-date",
    broken_lines: "broken-lines",
    contradicting_periods: "contradicting-periods",
    days_in_a_table_one_cell_a_line: "days-in-a-table-one-cell-a-line",
    decomposed_unicode: "decomposed-unicode",
    figures_of_another_field: "figures-of-another-field",
    half_year_beside_its_months: "half-year-beside-its-months",
    half_year_report: "half-year-report",
    half_years_mixed: "half-years-mixed",
    letterhead_columns_one_after_the_other: "letterhead-columns-one-after-the-other",
    letterhead_commune: "letterhead-commune",
    letterhead_company: "letterhead-company",
    letterhead_district_department: "letterhead-district-department",
    letterhead_hospital: "letterhead-hospital",
    letterhead_in_one_line: "letterhead-in-one-line",
    letterhead_ministry_department: "letterhead-ministry-department",
    letterhead_missing_number_tells_the_agency: "letterhead-missing-number-tells-the-agency",
    letterhead_of_two_names_after_a_merger: "letterhead-of-two-names-after-a-merger",
    letterhead_party: "letterhead-party",
    letterhead_school_dated_at_the_foot: "letterhead-school-dated-at-the-foot",
    levels_renamed_between_months: "levels-renamed-between-months",
    malformed_numerals: "malformed-numerals",
    missing_months: "missing-months",
    names_listed_under_a_lead: "names-listed-under-a-lead",
    no_figures: "no-figures",
    none_in_one_month_some_in_another: "none-in-one-month-some-in-another",
    not_a_report: "not-a-report",
    numbers_too_large_to_add: "numbers-too-large-to-add",
    numerals_that_are_not_figures: "numerals-that-are-not-figures",
    one_figure_said_twice: "one-figure-said-twice",
    partly_decomposed_unicode: "partly-decomposed-unicode",
    parts_do_not_add_up: "parts-do-not-add-up",
    period_only_in_the_opening: "period-only-in-the-opening",
    poor_ocr: "poor-ocr",
    quarter_beside_its_months: "quarter-beside-its-months",
    quarter_report: "quarter-report",
    ratios_rounded_and_truncated: "ratios-rounded-and-truncated",
    same_report_twice: "same-report-twice",
    sentence_parted_by_a_page_break: "sentence-parted-by-a-page-break",
    stock_falls_without_a_reason: "stock-falls-without-a-reason",
    table_of_contents: "table-of-contents",
    table_of_months_side_by_side: "table-of-months-side-by-side",
    table_of_targets_one_cell_a_line: "table-of-targets-one-cell-a-line",
    table_of_units_with_a_total: "table-of-units-with-a-total",
    table_totals_that_do_not_add_up: "table-totals-that-do-not-add-up",
    table_with_its_unit_in_a_line_above: "table-with-its-unit-in-a-line-above",
    two_reports_of_one_month: "two-reports-of-one-month",
    week_report: "week-report",
}
