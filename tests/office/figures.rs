//! Every figure of the Word and the Excel file, as it comes back from `LibreOffice`.

use tonghop_drafts::draft::Draft;
use tonghop_drafts::write::grid::{Grid, Line, grid, months_grid};
use tonghop_figures::table::Table;
use tonghop_model::document::{Block, Document, Table as Read};
use tonghop_readers::document;

use crate::saved::saved;
use crate::tools::{Work, at_hand};

#[test]
fn every_figure_of_the_word_file_comes_back() {
    if !at_hand("the Word file through LibreOffice", Work::Saving) {
        return;
    }
    for (format, files) in &saved().texts {
        for (at, (made, file)) in saved().drafts.iter().zip(files).enumerate() {
            let back = document("draft", file).unwrap();
            let annex = annex_is(&back, &made.table);
            let stated = sections_are(&back, &made.draft);
            println!(
                "Word file {at} as {format}: {annex} figures of annex I, {stated} of the sections, 0 differences"
            );
        }
    }
}

/// Compares the annex cell by cell, and says how many figures there are.
fn annex_is(back: &Document, table: &Table) -> usize {
    let grid = months_grid(table);
    let mut tables = back.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(cells(table)),
        Block::Paragraph(_) => None,
    });
    let found = tables.rfind(|rows| rows[0].first().is_some_and(|cell| cell == "TT")).unwrap();
    assert_eq!(found[0], grid.head);
    rows_are(&grid, &found[1..])
}

fn rows_are(grid: &Grid, found: &[Vec<String>]) -> usize {
    assert_eq!(found.len(), grid.lines.len());
    let mut count = 0;
    for (line, cells) in grid.lines.iter().zip(found) {
        let Line::Row { label, figures, .. } = line else { continue };
        assert_eq!(&cells[3..], figures.as_slice(), "{label}");
        count += figures.len();
    }
    count
}

/// Every passage of the sections stands there as it was made; says how many figures they state.
fn sections_are(back: &Document, draft: &Draft) -> usize {
    let text = back.text.as_str();
    let passages = || draft.sections.iter().flat_map(|section| &section.passages);
    for passage in passages() {
        assert!(text.contains(passage.text().trim()), "{}", passage.text());
    }
    passages().map(|passage| passage.rows().count()).sum()
}

/// The texts of a table's cells, row by row.
fn cells(table: &Read) -> Vec<Vec<String>> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text.to_string(),
        Block::Table(_) => panic!("a table in a cell"),
    };
    let cell = |blocks: &Vec<Block>| blocks.iter().map(text).collect::<Vec<_>>().join(" ");
    table.rows.iter().map(|row| row.cells.iter().map(|of| cell(&of.blocks)).collect()).collect()
}

/// `LibreOffice` computes the formulas anew; what our reader shows of the sheet is what the table has.
#[test]
fn every_figure_of_the_excel_file_comes_back() {
    if !at_hand("the Excel file through LibreOffice", Work::Saving) {
        return;
    }
    for (format, files) in &saved().sheets {
        for (at, (made, file)) in saved().drafts.iter().zip(files).enumerate() {
            let back = document("table", file).unwrap();
            let count = sheet_is(&back, &made.table);
            println!("Excel file {at} as {format}: {count} figures, 0 differences");
        }
    }
}

/// Compares the sheet row by row, and says how many figures there are.
fn sheet_is(back: &Document, table: &Table) -> usize {
    let mut tables = back.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(cells(table)),
        Block::Paragraph(_) => None,
    });
    let grid = grid(table);
    // How each row was calculated and its notes stand right of the table's columns.
    let rows = tables.next().unwrap().into_iter().skip(1);
    let found: Vec<Vec<String>> = rows.map(|row| row.into_iter().take(grid.head.len()).collect()).collect();
    rows_are(&grid, &found)
}
