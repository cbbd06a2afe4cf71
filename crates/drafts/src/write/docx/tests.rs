//! The Word file against the schema, the same bytes twice, and every figure read back.

use std::io::Read;
use std::sync::LazyLock;

use super::{docx, schema};
use crate::draft::outline::Outline;
use crate::draft::{Draft, Passage, Run, draft};
use tonghop_figures::consolidate::consolidate;
use tonghop_model::document::{Block, Document, Table as Read_};
use tonghop_series::catalogue::Catalogue;

use crate::write::grid::{Grid, Line, comparison_grid, months_grid};
use tonghop_figures::report::{self, Report};
use tonghop_figures::table::{Source, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::number;
use tonghop_samples::{SAMPLES, Sample};

/// The sample reports of six months, read once.
static REPORTS: LazyLock<Vec<(&str, Report)>> = LazyLock::new(|| {
    let catalogue = Catalogue::shipped();
    let read = |sample: &Sample| report::read(sample.name, sample.bytes, &catalogue).unwrap();
    SAMPLES.iter().map(|sample| (sample.name, read(sample))).collect()
});

/// The draft of the sample reports without those whose names hold one of the words.
fn with<T>(period: &str, without: &[&str], outline: usize, use_it: impl Fn(&Draft, &Table, &[Source<'_>]) -> T) -> T {
    let catalogue = Catalogue::shipped();
    let kept = REPORTS.iter().filter(|(name, _)| !without.iter().any(|part| name.contains(part)));
    let sources: Vec<Source<'_>> = kept.map(|(name, report)| Source { name, report }).collect();
    let table = consolidate(&sources, Period::parse(period), &catalogue);
    let drafted = draft(&sources, &table, &catalogue, &Outline::shipped()[outline]);
    use_it(&drafted, &table, &sources)
}

/// The sets on which every test runs: whole, with gaps, a quarter, a year, without any report, compared.
const SETS: [(&str, &[&str], usize); 7] = [
    ("2022-H1", &[], 0),
    ("2022-H1", &[], 1),
    ("2022-H1", &["03", "05"], 0),
    ("2022-Q1", &[], 0),
    ("2022", &[], 1),
    ("2023-H1", &[], 0),
    // Three months beside the three before them.
    ("2022-04..2022-06", &[], 0),
];

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn every_part_is_as_the_schema_has_it() {
    for (period, without, outline) in SETS {
        let bytes = with(period, without, outline, |draft, table, _| docx(draft, table));
        let parts = parts(&bytes);
        assert_eq!(parts.len(), 8);
        for (name, text) in &parts {
            schema::check(name, text);
        }
    }
}

#[test]
#[should_panic(expected = "<w:ilvl> stands too late in <w:numPr>")]
fn the_schema_finds_what_stands_too_late() {
    schema::check("a", "<w:numPr><w:numId/><w:ilvl/></w:numPr>");
}

/// The schema parts the aliases of a style by commas: its name has none.
#[test]
fn no_name_of_a_style_has_a_comma() {
    let bytes = with("2022-H1", &[], 0, |draft, table, _| docx(draft, table));
    let parts = parts(&bytes);
    let styles = parts.iter().find(|(name, _)| name == "word/styles.xml").map(|(_, text)| text).unwrap();
    let names: Vec<&str> =
        styles.split("<w:name w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(names.len() > 25, "{names:?}");
    assert!(names.iter().all(|name| !name.contains(',')), "{names:?}");
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let bytes = || with("2022-H1", &[], 0, |draft, table, _| docx(draft, table));
    assert_eq!(bytes(), bytes());
}

fn read_back(bytes: &[u8]) -> Document {
    tonghop_readers::document("a.docx", bytes).unwrap()
}

/// The texts of a table's cells, row by row.
fn cells(table: &Read_) -> Vec<Vec<String>> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text.to_string(),
        Block::Table(_) => panic!("a table in a cell"),
    };
    let cell = |blocks: &Vec<Block>| blocks.iter().map(text).collect::<Vec<_>>().join(" ");
    table.rows.iter().map(|row| row.cells.iter().map(|cell_| cell(&cell_.blocks)).collect()).collect()
}

#[test]
fn every_row_of_the_table_reads_back_from_the_annex() {
    for (period, without, outline) in SETS {
        with(period, without, outline, |draft, table, _| {
            let document = read_back(&docx(draft, table));
            let tables = document.blocks.iter().filter_map(|block| match block {
                Block::Table(table) => Some(cells(table)),
                Block::Paragraph(_) => None,
            });
            let found: Vec<_> = tables.filter(|rows| rows[0][0] == "TT").collect();
            let grids: Vec<Grid> = std::iter::once(months_grid(table)).chain(comparison_grid(table)).collect();
            assert_eq!(found.len(), grids.len());
            for (grid, found) in grids.iter().zip(&found) {
                rows_are(grid, found);
            }
            let totals = found[0].iter().skip(1).filter(|cells| cells.len() > 3);
            for (cells, row) in totals.zip(&table.rows) {
                let total = cells.last().and_then(|text| number::parse(text.split(' ').next_back()?));
                assert_eq!(total.map(|total| total.value), row.total.map(|total| total.value), "{}", row.label);
            }
        });
    }
}

fn rows_are(grid: &Grid, found: &[Vec<String>]) {
    assert_eq!(found[0], grid.head);
    assert_eq!(found.len(), grid.lines.len() + 1);
    for (line, cells) in grid.lines.iter().zip(&found[1..]) {
        if let Line::Row { label, figures, .. } = line {
            assert_eq!(&cells[3..], figures.as_slice(), "{label}");
        }
    }
}

#[test]
fn every_figure_of_the_sections_is_that_of_its_row() {
    for (period, without, outline) in SETS {
        with(period, without, outline, |draft, table, _| {
            let text = read_back(&docx(draft, table)).text;
            for passage in draft.sections.iter().flat_map(|section| &section.passages) {
                assert!(text.contains(&passage.text()), "{}", passage.text());
                passage.runs.iter().for_each(|run| is_its_rows(run, table));
            }
        });
    }
}

fn is_its_rows(run: &Run, table: &Table) {
    match run {
        Run::Text(_) | Run::Difference { .. } | Run::Hand { .. } => {}
        Run::Blank { row } => assert_eq!(table.rows[*row].total, None),
        Run::Figure { row, text } => {
            let total = table.rows[*row].total.unwrap();
            // A sentence for nothing at all stands for the figure 0.
            let value = number::parse(text.split(' ').next_back().unwrap()).map(|number| number.value);
            assert_eq!(value.unwrap_or_default(), total.value, "{text}");
            assert!(total.approximate.is_none_or(|word| text.starts_with(word)), "{text}");
        }
    }
}

/// Our own reader must not read any indicator of the draft as another figure than the table has.
#[test]
fn the_engine_reads_no_figure_otherwise_than_the_table_has_it() {
    let catalogue = Catalogue::shipped();
    for (period, without, outline) in SETS {
        let (read, total) = with(period, without, outline, |draft, table, _| {
            let only_text = Draft { issues: Vec::new(), ..draft.clone() };
            let report = report::read("a.docx", &docx(&only_text, table), &catalogue).unwrap();
            let annex = report.document.text.find("Phụ lục I").unwrap();
            let annex = report.document.text[..annex].chars().count();
            let stated: Vec<usize> =
                draft.sections.iter().flat_map(|section| &section.passages).flat_map(Passage::rows).collect();
            let mut found = vec![false; table.rows.len()];
            for fact in report.facts.iter().filter(|fact| fact.span.end <= annex) {
                let Some(at) =
                    table.rows.iter().position(|row| row.indicator.is_some() && row.indicator == fact.indicator)
                else {
                    continue;
                };
                assert_eq!(Some(fact.value), table.rows[at].total.map(|total| total.value), "{}", fact.label);
                found[at] = true;
            }
            let filled = |&&row: &&usize| table.rows[row].total.is_some();
            (stated.iter().filter(|&&row| found[row]).count(), stated.iter().filter(filled).count())
        });
        assert!(read * 100 >= total * 95, "{period}: {read} of {total} figures are read back with their indicator");
    }
}
