//! How often a fact of each level of certainty is right: `cargo test --test gold certainty -- --nocapture`.

use std::path::Path;
use std::str::FromStr;

use rust_decimal::Decimal;
use tonghop_figures::report;
use tonghop_figures::table::SURE;
use tonghop_model::vietnamese::fold;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use unicode_normalization::UnicodeNormalization;

use super::left_out::{plain, without};
use super::shared::{Counted, cases, count};

/// The lower ends of the levels, in thousandths.
const LEVELS: [u16; 6] = [900, 800, SURE, 600, 500, 0];

/// How many facts of a level there are, and how many of them are right.
#[derive(Clone, Copy, Default)]
struct Tally {
    all: usize,
    right: usize,
}

/// The facts of some reports by level.
#[derive(Clone, Copy, Default)]
struct Levels([Tally; LEVELS.len()]);

impl Levels {
    /// Counts the facts of a report that an indicator claims. Where a figure is found more often than it stands there,
    /// the surest are the right ones, so that a wrong one never hides behind a right one that is less sure.
    fn add(&mut self, report: &Report, mut wanted: Counted) {
        let mut facts: Vec<_> = report.facts.iter().filter(|fact| fact.indicator.is_some()).collect();
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.certainty));
        for fact in facts {
            let key = (fact.indicator.clone().unwrap(), fact.value.normalize());
            let left = wanted.get_mut(&key).filter(|left| **left > 0);
            let tally = &mut self.0[LEVELS.iter().position(|level| fact.certainty >= *level).unwrap()];
            tally.all += 1;
            if let Some(left) = left {
                *left -= 1;
                tally.right += 1;
            } else {
                println!("    wrong at {}: {} {}, {}", fact.certainty, key.0, key.1, fact.raw);
            }
        }
    }

    fn sure(&self) -> Tally {
        let sure = LEVELS.iter().zip(self.0).filter(|(level, _)| **level >= SURE);
        sure.fold(Tally::default(), |sum, (_, one)| Tally { all: sum.all + one.all, right: sum.right + one.right })
    }

    fn print(&self, what: &str) {
        let cells = self.0.iter().map(|tally| format!("{:>4} of {:<4}", tally.right, tally.all));
        println!("{what:<28} {}", cells.collect::<Vec<_>>().join("  "));
    }
}

/// A text in, what is left of it out.
type Damage = fn(&str) -> String;

/// What may happen to a text on its way to the engine.
const DAMAGES: [(&str, Damage); 4] = [
    ("as it is", |text| text.to_owned()),
    ("decomposed", |text| text.nfd().collect()),
    ("all marks lost", |text| text.nfc().map(fold::bare_char).collect()),
    ("letters confused", confused),
];

/// Letters of one shape taken for each other, one in fifty, as bad recognition does, and digits left alone.
fn confused(text: &str) -> String {
    let like = [('o', 'c'), ('n', 'u'), ('h', 'b'), ('t', 'l'), ('i', 'l'), ('e', 'c'), ('m', 'n'), ('a', 'o')];
    let mut state = 1_u32;
    let marks_lost = text.nfc().map(fold::bare_char);
    marks_lost
        .map(|c| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let hit = (state >> 16).is_multiple_of(50);
            like.iter().find(|(letter, _)| hit && *letter == c).map_or(c, |(_, other)| *other)
        })
        .collect()
}

/// The reports in other words that the project has itself, with their figures.
fn written() -> Vec<(String, Counted)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wordings");
    let mut lists: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    lists.retain(|path| path.extension().is_some_and(|extension| extension == "facts"));
    lists.sort();
    let read = |list: &std::path::PathBuf| {
        let report =
            ["md", "txt"].map(|extension| list.with_extension(extension)).into_iter().find(|path| path.exists());
        let figures = std::fs::read_to_string(list).unwrap();
        let figures = figures.lines().map(|line| line.split_once(' ').unwrap());
        let figures = count(figures.map(|(id, value)| (id.to_owned(), Decimal::from_str(value).unwrap())));
        (std::fs::read_to_string(report.unwrap()).unwrap(), figures)
    };
    lists.iter().map(read).collect()
}

#[test]
fn what_is_sure_is_right() {
    let heads = LEVELS.map(|level| format!("{:<12}", format!("from {level}")));
    println!("{:<28} {}", "right of all facts", heads.join("  "));
    let catalogue = Catalogue::shipped();
    let mut reports = written();
    let written = reports.len();
    let cases = cases();
    reports.extend(cases.iter().map(|case| (case.report.document.text.clone(), case.wanted())));
    let mut missed: Vec<String> = Vec::new();
    for (what, damage) in DAMAGES {
        let (mut own, mut real) = (Levels::default(), Levels::default());
        for (at, (text, wanted)) in reports.iter().enumerate() {
            let report = report::read("bao-cao.txt", damage(text).as_bytes(), &catalogue).unwrap();
            (if at < written { &mut own } else { &mut real }).add(&report, wanted.clone());
        }
        own.print(&format!("invented, {what}"));
        real.print(&format!("real, {what}"));
        for levels in [own, real] {
            let sure = levels.sure();
            if sure.right * 1000 < sure.all * 995 {
                missed.push(format!("{what}: {} of {} sure facts are right", sure.right, sure.all));
            }
        }
    }
    let texts: Vec<String> = cases.iter().map(|case| plain(&case.report.document.text)).collect();
    let mut levels = Levels::default();
    for (at, case) in cases.iter().enumerate() {
        let others = texts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, text)| text.as_str());
        let known = without(&texts[at], &others.collect::<Vec<_>>(), &catalogue);
        levels.add(&report::understand(case.report.document.clone(), &known), case.wanted());
    }
    levels.print("real, words never seen");
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
