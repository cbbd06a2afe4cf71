//! What repeats at the head and foot of pages, kept apart from the text: running heads and page numbers.

use std::collections::HashMap;

use super::line::Line;
use crate::wording;

/// The lines of a page, parted.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// The text.
    pub body: Vec<Line>,
    /// Running heads and feet, page numbers.
    pub margin: Vec<Line>,
}

/// How much of a page's height belongs to its head, and how much to its foot, in hundredths.
const ZONE: i32 = 12;

/// How many lines a running head or foot has at most.
const MAX_LINES: usize = 4;

/// How far the same line may stand from its place on another page, in hundredths of a point.
const SAME_PLACE: i32 = 400;

/// Parts the lines of each page, which are given top to bottom with the page's height.
pub(super) fn part(pages: Vec<(Vec<Line>, i32)>) -> Vec<Parted> {
    let known = Known::of(&pages);
    pages.into_iter().map(|(lines, height)| part_page(lines, height, &known)).collect()
}

/// What repeats.
#[derive(Debug, Default)]
struct Known {
    /// Where lines of the same words stand, with how many pages they stand on.
    heads: HashMap<String, Vec<(i32, usize)>>,
    /// How many pages have a page number that is so much more than the page's place in the file.
    offsets: HashMap<i64, usize>,
}

impl Known {
    fn of(pages: &[(Vec<Line>, i32)]) -> Self {
        let mut known = Self::default();
        for (lines, height) in pages {
            for index in candidates(lines, *height) {
                known.add(&lines[index]);
            }
        }
        known
    }

    fn add(&mut self, line: &Line) {
        let text = line.text();
        if let Some(number) = page_number(&text) {
            *self.offsets.entry(number - page_of(line)).or_default() += 1;
        }
        let places = self.heads.entry(key(&text)).or_default();
        match places.iter_mut().find(|(place, _)| (place.abs_diff(line.baseline)) <= SAME_PLACE.unsigned_abs()) {
            Some((_, count)) => *count += 1,
            None => places.push((line.baseline, 1)),
        }
    }

    fn holds(&self, line: &Line) -> bool {
        let text = line.text();
        if line.furniture {
            return true;
        }
        if let Some(number) = page_number(&text) {
            let offset = number - page_of(line);
            return offset == 0 || self.offsets.get(&offset).is_some_and(|count| *count > 1);
        }
        // A line of digits alone may as well be the row of a table.
        let words = text.chars().any(char::is_alphabetic);
        let near =
            |(place, count): &(i32, usize)| *count > 1 && place.abs_diff(line.baseline) <= SAME_PLACE.unsigned_abs();
        words && self.heads.get(&key(&text)).is_some_and(|places| places.iter().any(near))
    }
}

/// The lines that stand in the head or foot of their page.
fn candidates(lines: &[Line], height: i32) -> impl Iterator<Item = usize> {
    let zone = height / 100 * ZONE;
    let head = lines.iter().take(MAX_LINES).take_while(|line| line.baseline < zone).count();
    let foot = lines[head..].iter().rev().take(MAX_LINES).take_while(|line| line.baseline > height - zone).count();
    (0..head).chain((lines.len() - foot..lines.len()).rev())
}

fn part_page(lines: Vec<Line>, height: i32, known: &Known) -> Parted {
    let zone = height / 100 * ZONE;
    let head = lines.iter().take(MAX_LINES).take_while(|line| line.baseline < zone && known.holds(line)).count();
    let feet = lines[head..].iter().rev().take(MAX_LINES);
    let foot = feet.take_while(|line| line.baseline > height - zone && known.holds(line)).count();
    let mut parted = Parted::default();
    let last = lines.len() - foot;
    for (index, line) in lines.into_iter().enumerate() {
        if index < head || index >= last { parted.margin.push(line) } else { parted.body.push(line) }
    }
    parted
}

/// The words of a line without its numbers, which change from page to page.
fn key(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).flat_map(char::to_lowercase).collect()
}

/// The number of a line that is a page number.
fn page_number(text: &str) -> Option<i64> {
    if !wording::is_page_number(text) {
        return None;
    }
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn page_of(line: &Line) -> i64 {
    i64::try_from(line.page).unwrap_or(i64::MAX).saturating_add(1)
}
