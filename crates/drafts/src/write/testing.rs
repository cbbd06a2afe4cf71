//! A table with a trap in each row, for the tests of the writers.

use tonghop_figures::consolidate::consolidate;
use tonghop_figures::table::{Source, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::testing;

/// A quarter of three months: a whole row, a gap, an approximate figure, a zero, and labels that are no labels.
pub fn table() -> Table {
    let catalogue = testing::catalogue();
    let reports = [
        "2022-01\ndocs.sent; 1.000\ndocs.signed; 0\ndocs.rate; 0,00\ncert.total; 20\ncert.personal; 5\ncert.personal_rate; 25\n=1+1 = 2; 3; buổi \"A\"; flow",
        "2022-02\ndocs.sent; 1.500\ndocs.signed; ~60\ndocs.rate; 4,00\n=1+1 = 2; 4; buổi \"A\"; flow",
        "2022-03\ndocs.sent; 2.500\ndocs.signed; 1.240\ndocs.rate; 49,60\nA <b> & \"C\", D; -5; điểm; change",
    ]
    .map(|notation| testing::report(notation, &catalogue));
    let sources = reports.each_ref().map(|report| Source { name: "báo cáo", report });
    consolidate(&sources, Period::parse("2022-Q1"), &catalogue)
}

/// A quarter with the same one of the year before.
pub fn compared() -> Table {
    let catalogue = testing::catalogue();
    let reports = [
        "2021-Q1\ndocs.sent; 800\ndocs.signed; 200\ndocs.rate; 25,00",
        "2022-01\ndocs.sent; 300\ndocs.signed; 100\ndocs.rate; 33,33\ncert.total; 9",
        "2022-02\ndocs.sent; 300\ndocs.signed; 100\ndocs.rate; 33,33\ncert.total; 9",
        "2022-03\ndocs.sent; ~300\ndocs.signed; 70\ndocs.rate; 23,33\ncert.total; 9",
    ]
    .map(|notation| testing::report(notation, &catalogue));
    let sources = reports.each_ref().map(|report| Source { name: "báo cáo", report });
    consolidate(&sources, Period::parse("2022-Q1"), &catalogue)
}
