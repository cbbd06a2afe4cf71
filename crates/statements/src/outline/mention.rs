//! Every place of a report that says which period it is on: title, opening, headings, closing, date of issue.
//!
//! Only what the report says of itself counts. Titles of cited documents, comparisons with other periods, deadlines
//! and past plans name periods too; a sentence counts only in the forms below.
//!
//! | where | form |
//! |---|---|
//! | opening | `Trong tháng 5 năm 2021, …`; `… báo cáo kết quả tháng 5 … như sau:`; `… đề ra kế hoạch … tháng 6` |
//! | heading | the title of an outermost section: `IV. KẾ HOẠCH CÔNG TÁC THÁNG 6`; `Trong tháng 6 …` right below a plan |
//! | body | `Trong 6 tháng đầu năm 2021 …` at the beginning of a statement |
//! | closing | `Trên đây là kết quả công tác tháng 5 và kế hoạch tháng 6` |

use std::ops::Range;

use jiff::civil::Date;

use super::named::{self, Named};
use super::section::Section;
use super::title::{self, Found};
use crate::line::Line;
use crate::vocabulary::WORDS;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;

/// A place that says which period the report is on, or plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where in the report it stands.
    pub role: Role,
    /// The period; its year is 0 where the text leaves it out.
    pub period: Period,
    /// Whether it is planned and not reported on.
    pub planned: bool,
    /// Where it stands.
    pub span: Span,
}

/// The part of a report that names its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The title.
    Title,
    /// A sentence between the title and the first section.
    Opening,
    /// The title of a section, or the sentence that opens a plan.
    Heading,
    /// A statement within a section.
    Body,
    /// The sentence that closes the report.
    Closing,
}

/// The date of issue as far as it is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The first day that it can be.
    pub earliest: Date,
    /// The last day that it can be.
    pub latest: Date,
    /// Where it stands.
    pub span: Span,
}

/// The mentions of a report, title first.
pub(super) fn mentions(lines: &[Line], sections: &[Section], block: &Range<usize>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut add = |role: Role, list: Vec<Found>| {
        let mention = |found: Found| Mention { role, period: found.period, planned: found.planned, span: found.span };
        found.extend(list.into_iter().map(mention));
    };
    add(Role::Title, title::periods(&lines[block.clone()]).0);
    if let Some(line) = block.clone().next_back().map(|at| &lines[at]) {
        let from = title::end(line);
        if from < line.tokens.len() {
            add(Role::Opening, leading(line, from).into_iter().chain(setting_out(line)).collect());
        }
    }
    let first = sections.first().map_or(lines.len(), |section| section.paragraph);
    for line in lines.get(block.end..first.min(block.end + 6)).unwrap_or_default() {
        add(Role::Opening, opening(line));
    }
    for section in sections.iter().filter(|section| section.parent.is_none()) {
        let line = &lines[section.paragraph];
        add(Role::Heading, heading(line, section));
        if let Some(below) =
            lines.get(section.paragraph + 1).filter(|_| section.plan && section.end > section.paragraph + 1)
        {
            add(Role::Heading, leading(below, 0).map(|found| Found { planned: true, ..found }).into_iter().collect());
        }
    }
    add(Role::Body, body(lines, sections));
    if let Some(line) = lines.iter().rev().find(|line| line.begins(&WORDS.closing)) {
        add(Role::Closing, title::periods(std::slice::from_ref(line)).0);
    }
    found
}

fn opening(line: &Line) -> Vec<Found> {
    let mut found: Vec<Found> = leading(line, 0).into_iter().collect();
    found.extend(reporting(line));
    found.extend(setting_out(line));
    found
}

/// "Trong tháng 5 năm 2021, …", "Tháng 5, …": the period that a statement opens with.
fn leading(line: &Line, from: usize) -> Option<Found> {
    first_of(line, &named::periods(line), from)
}

/// The one of a line's periods that stands at a token, or behind the word "trong" there.
fn first_of(line: &Line, named: &[Named], from: usize) -> Option<Found> {
    let from = from + usize::from(line.is_word(from, "trong"));
    let at = named.binary_search_by_key(&from, |named| named.start).ok()?;
    title::of(line, &named[at], false)
}

/// "… báo cáo kết quả công tác tháng 5 và kế hoạch tháng 6 như sau:": what stands behind the verb.
fn reporting(line: &Line) -> Vec<Found> {
    let end = (0..line.tokens.len()).rev().find(|&at| line.is_word(at, "như") && line.is_word(at + 1, "sau"));
    let Some(end) = end else { return Vec::new() };
    let verb = (0..end).rev().find(|&at| line.is_word(at, "báo") && line.is_word(at + 1, "cáo"));
    let Some(verb) = verb else { return Vec::new() };
    let mut found = Vec::new();
    let mut planned = false;
    let mut from = verb;
    for named in named::periods(line).into_iter().filter(|named| named.start > verb && named.end <= end) {
        let cited = (verb..named.start).any(|at| line.is_word(at, "số"));
        planned |= from > verb && (from..named.start).any(|at| line.any_at(at, &WORDS.planned));
        from = named.end;
        found.extend(title::of(line, &named, planned).filter(|_| !cited));
    }
    found
}

/// "… và đề ra kế hoạch thực hiện trong tháng 6": a plan that the report sets out, not one that had been.
fn setting_out(line: &Line) -> Option<Found> {
    let sets = |at: &usize| {
        let done = at.checked_sub(1).is_some_and(|before| line.is_word(before, "đã"));
        line.is_word(*at, "đề") && line.is_word(at + 1, "ra") && !done
    };
    let at = (0..line.tokens.len()).find(sets)?;
    let near = |named: &Named| {
        (at..at + 12).contains(&named.start) && (at..named.start).any(|at| line.any_at(at, &WORDS.planned))
    };
    let named = named::periods(line).into_iter().find(near)?;
    title::of(line, &named, true)
}

/// The periods in the title of an outermost section. A title that plans names what is planned last.
fn heading(line: &Line, section: &Section) -> Vec<Found> {
    let cites = (0..line.tokens.len()).any(|at| line.is_word(at, "số"));
    let named: Vec<Named> = named::periods(line).into_iter().filter(|_| !cites).collect();
    let found = named.iter().filter_map(|named| title::of(line, named, section.plan));
    if section.plan {
        found.rev().take(1).collect()
    } else {
        // A year in a heading is that of a programme or target at least as often as that of the report.
        found.take(1).filter(|found| !matches!(found.period, Period::Year { .. })).collect()
    }
}

/// "Trong 6 tháng đầu năm 2021 có …" at the beginning of a statement that compares with no other period.
fn body(lines: &[Line], sections: &[Section]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut next = 0;
    for (index, line) in lines.iter().enumerate() {
        while sections.get(next).is_some_and(|section| section.paragraph <= index) {
            next += 1;
        }
        if next == 0 || sections[next - 1].plan || !line.tokens.iter().any(|token| token.text == "trong") {
            continue;
        }
        let named = named::periods(line);
        for at in (0..line.tokens.len()).filter(|&at| line.tokens[at].text == "trong" && begins(line, at)) {
            let sentence = line.sentence(at);
            let inside = |named: &&Named| sentence.contains(&named.start);
            let alone = || named.iter().filter(inside).nth(1).is_none() && !compares(line, sentence.clone());
            found.extend(first_of(line, &named, at).filter(|_| alone()));
        }
    }
    found
}

/// Whether a statement begins at a token: at the start of the line, behind its bullet, colon or full stop.
fn begins(line: &Line, at: usize) -> bool {
    line.before(at).is_none_or(|before| [':', '.', '-', '+', '*', ';'].iter().any(|&mark| before.is_mark(mark)))
}

/// "so với", "cùng kỳ", "năm trước": figures of another period stand in the sentence.
fn compares(line: &Line, sentence: Range<usize>) -> bool {
    sentence.into_iter().any(|at| {
        let pair = |first: &str, second: &str| line.is_word(at, first) && line.is_word(at + 1, second);
        pair("so", "với") || pair("cùng", "kỳ") || pair("năm", "trước") || pair("kế", "hoạch")
    })
}
