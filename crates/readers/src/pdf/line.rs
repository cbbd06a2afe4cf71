//! Painted letters as words and lines, from where they stand and not from the order in which they were painted:
//! letters that a second font painted later stand in their places among the others.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::page::Run;
use tonghop_model::layout::Area;
use tonghop_model::vietnamese::legacy::{Coding, Converted, Encoding, Runs};

/// A word with its rectangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The word, composed.
    pub text: String,
    pub area: Area,
    /// Whether all of its letters are bold.
    pub bold: bool,
}

/// Words that stand on one line, left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub words: Vec<Word>,
    pub area: Area,
    pub baseline: i32,
    /// The size of its largest font.
    pub size: i32,
    /// Whether all of its letters are bold.
    pub bold: bool,
    /// Whether a space is painted behind its last word.
    pub spaced: bool,
    /// Whether the file marks it as furniture of the page.
    pub furniture: bool,
    /// What of it was written in a font of an older encoding.
    pub converted: Converted,
    /// The page, from 0.
    pub page: usize,
}

impl Line {
    /// The words with single spaces.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    /// The line cut in two before a word.
    pub fn split(mut self, at: usize) -> (Self, Self) {
        let rest = self.words.split_off(at);
        let right = Self {
            area: cover(&rest),
            bold: all_bold(&rest),
            words: rest,
            converted: Converted::default(),
            ..self.clone()
        };
        self.area = cover(&self.words);
        self.bold = all_bold(&self.words);
        self.spaced = true;
        (self, right)
    }
}

fn all_bold(words: &[Word]) -> bool {
    words.iter().all(|word| word.bold)
}

fn cover(words: &[Word]) -> Area {
    words.iter().map(|word| word.area).reduce(Area::cover).unwrap_or_default()
}

/// How far apart two baselines of one line may be, in hundredths of the larger font's size: raised and lowered
/// letters stand a third of it off, the next line a whole size.
const BASELINE: i32 = 45;

/// How wide the gap between two words is at least, in hundredths of the font's size: spaces that a typesetter has
/// shrunk keep a sixth of it, and letters that are set closer or wider move by less than a tenth.
const WORD_GAP: i32 = 15;

/// How close two letters must stand to be one letter that was painted twice, in hundredths of the font's size.
const TWICE: i32 = 10;

/// The lines of runs that are set together, top to bottom.
pub(super) fn lines(runs: &[Run], page: usize) -> Vec<Line> {
    let mut sorted: Vec<&Run> = runs.iter().filter(|run| run.size > 0).collect();
    // Larger letters first, so that a raised letter finds the line it belongs to.
    sorted.sort_by_key(|run| (run.baseline, -run.size));
    let mut groups: Vec<Vec<&Run>> = Vec::new();
    let mut main: Option<(i32, i32)> = None;
    for run in sorted {
        let joins = main
            .is_some_and(|(baseline, size)| (run.baseline - baseline).abs() * 100 <= BASELINE * size.max(run.size));
        match groups.last_mut().filter(|_| joins) {
            Some(group) => group.push(run),
            None => groups.push(vec![run]),
        }
        main = match main.filter(|_| joins) {
            Some((baseline, size)) if size >= run.size => Some((baseline, size)),
            _ => Some((run.baseline, run.size)),
        };
    }
    groups.iter().filter_map(|group| line(group, page)).collect()
}

/// A letter of a line: which run it is of, and its place in it.
#[derive(Clone, Copy)]
struct Glyph<'r> {
    c: char,
    left: i32,
    right: i32,
    run: &'r Run,
    index: usize,
}

fn line(runs: &[&Run], page: usize) -> Option<Line> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    for run in runs {
        for (index, letter) in run.letters.iter().enumerate() {
            let (mut left, mut right) = (letter.left, letter.right);
            // A mark stands with the letter that it was painted behind.
            if let Some(before) = glyphs.last().filter(|_| is_combining_mark(letter.c)) {
                (left, right) = (before.left, before.right);
            }
            glyphs.push(Glyph { c: letter.c, left, right, run, index });
        }
    }
    glyphs.sort_by_key(|glyph| i32::midpoint(glyph.left, glyph.right));
    drop_repainted(&mut glyphs);
    let spaced = glyphs.last().is_some_and(|glyph| is_space(glyph.c));
    let (words, converted) = decoded(&words(&glyphs));
    let painted = || glyphs.iter().filter(|glyph| !is_space(glyph.c));
    let main = painted().max_by_key(|glyph| glyph.run.size)?.run;
    (!words.is_empty()).then(|| Line {
        area: cover(&words),
        bold: all_bold(&words),
        words,
        baseline: main.baseline,
        size: main.size,
        spaced,
        furniture: painted().all(|glyph| glyph.run.furniture),
        converted,
        page,
    })
}

/// The words of a line in Unicode: fonts of older encodings tell by their names how their letters are to be read.
fn decoded(words: &[(Word, Option<Coding>)]) -> (Vec<Word>, Converted) {
    if words.iter().all(|(_, coding)| coding.is_none()) {
        return (words.iter().map(|(word, _)| composed(word, &word.text)).collect(), Converted::default());
    }
    let mut runs = Runs::default();
    for (word, coding) in words {
        // The letter ư of TCVN3 has the code of the soft hyphen, which makers of PDF write down as a minus sign.
        let tcvn3 = coding.is_some_and(|coding| coding.encoding == Encoding::Tcvn3);
        let text = if tcvn3 { word.text.replace('−', "\u{AD}") } else { word.text.clone() };
        runs.push(&text, *coding);
        runs.push(" ", *coding);
    }
    let (text, converted) = runs.finish();
    let mut texts = text.split_terminator(' ');
    (words.iter().map(|(word, _)| composed(word, texts.next().unwrap_or(&word.text))).collect(), converted)
}

fn composed(word: &Word, text: &str) -> Word {
    Word { text: text.nfc().collect(), area: word.area, bold: word.bold }
}

/// Letters painted twice, a hair apart, are how some programs make bold type.
fn drop_repainted(glyphs: &mut Vec<Glyph>) {
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs.drain(..) {
        let again = kept.iter().rev().take(2).any(|other| {
            other.c == glyph.c
                && !std::ptr::eq(other.run, glyph.run)
                && !is_combining_mark(glyph.c)
                && (other.left - glyph.left).abs() * 100 <= TWICE * glyph.run.size
                && other.right > other.left
        });
        if !again {
            kept.push(glyph);
        }
    }
    *glyphs = kept;
}

fn words(glyphs: &[Glyph]) -> Vec<(Word, Option<Coding>)> {
    let mut words = Vec::new();
    let mut open: Vec<&Glyph> = Vec::new();
    for glyph in glyphs {
        let apart = open.last().is_some_and(|before| is_apart(before, glyph));
        if is_space(glyph.c) || apart {
            words.extend(word(&open));
            open.clear();
        }
        if !is_space(glyph.c) {
            open.push(glyph);
        }
    }
    words.extend(word(&open));
    words
}

fn word(glyphs: &[&Glyph]) -> Option<(Word, Option<Coding>)> {
    let text: String = glyphs.iter().map(|glyph| glyph.c).collect();
    let coding = glyphs.iter().find_map(|glyph| glyph.run.coding);
    let area = glyphs.iter().map(|glyph| glyph.run.area(glyph.left, glyph.right)).reduce(Area::cover)?;
    let bold = glyphs.iter().all(|glyph| glyph.run.bold);
    Some((Word { text, area, bold }, coding))
}

/// Whether a gap between two letters parts words. Within a run the painted spaces alone do.
fn is_apart(before: &Glyph, glyph: &Glyph) -> bool {
    let follows = std::ptr::eq(before.run, glyph.run) && before.index + 1 == glyph.index;
    let size = before.run.size.max(glyph.run.size);
    !follows && (glyph.left - before.right) * 100 > WORD_GAP * size
}

/// Spaces, and control characters that stand for them.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::page::Letter;

    /// A run of letters that are half as wide as the font's size of 10 points.
    fn run(text: &str, left: i32, baseline: i32, size: i32) -> Run {
        let letter =
            |(at, c): (i32, char)| Letter { c, left: left + at * size / 2, right: left + (at + 1) * size / 2 };
        Run {
            letters: (0..).zip(text.chars()).map(letter).collect(),
            baseline,
            extent: (baseline - size, baseline),
            size,
            coding: None,
            bold: false,
            invisible: false,
            furniture: false,
        }
    }

    fn check(runs: &[Run], expected: &[&str]) {
        let found: Vec<String> = lines(runs, 0).iter().map(Line::text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn letters_of_a_second_font_stand_in_their_places() {
        check(&[run("S", 0, 0, 1000), run(" TH", 1000, 0, 1000), run("Ở", 500, 0, 1000)], &["SỞ TH"]);
    }

    #[test]
    fn gaps_part_words_and_close_runs_do_not() {
        check(&[run("1", 0, 0, 1000), run(".204", 510, 0, 1000), run("hồ", 2760, 0, 1000)], &["1.204 hồ"]);
    }

    #[test]
    fn raised_letters_stand_on_their_line() {
        check(&[run("m", 0, 1000, 1000), run("2", 520, 600, 600), run("x", 0, 2200, 1000)], &["m2", "x"]);
    }

    #[test]
    fn letters_painted_twice_stand_once() {
        check(&[run("12", 0, 0, 1000), run("12", 30, 0, 1000)], &["12"]);
        check(&[run("11", 0, 0, 1000)], &["11"]);
    }

    #[test]
    fn marks_stand_with_their_letters() {
        check(&[run("to", 0, 0, 1000), run("\u{302}", 1000, 0, 1000), run("ng", 1000, 0, 1000)], &["tông"]);
    }
}
