//! The head and foot of a report: number, date, periods, signer.

use jiff::civil::Date;

use super::names;
use super::title::{self, Named};
use super::{Header, Section};
use crate::engine::numeral::line::{Line, TokenKind};
use crate::engine::span::Span;
use crate::engine::vietnamese::lexicon::LEXICON;
use crate::engine::vietnamese::period::Period;

/// How many paragraphs the letterhead and the title can take.
const HEAD: usize = 25;

/// What the head and foot of the document say.
pub fn header(lines: &[Line<'_>], sections: &[Section]) -> Header {
    let first_section =
        sections.iter().find(|section| section.level == 1).map_or(lines.len(), |section| section.paragraph);
    let head = &lines[..first_section.min(HEAD)];
    let (agency, province) = names::agency_and_province(lines);
    let mut header = Header { agency, province, ..Header::default() };
    header.number = head.iter().find_map(number);
    header.issued = head.iter().find_map(issued);
    let issue_year = header.issued.map(Date::year).or_else(|| head.iter().find_map(blank_date_year));
    if let Some(found) = reported(lines, head, sections, issue_year) {
        header.period = Some(found.reported);
        header.plan_period = found.planned;
        header.period_span = Some(found.span);
    }
    header.signer = signer(lines);
    header
}

struct Periods {
    reported: Period,
    planned: Option<Period>,
    span: Span,
}

/// The title tells the periods; where there is none, the closing sentence or the opening one does.
fn reported(lines: &[Line<'_>], head: &[Line<'_>], sections: &[Section], issue_year: Option<i16>) -> Option<Periods> {
    let titled = head.iter().position(is_title).map(|at| &head[at..]).unwrap_or_default();
    let title = (0..titled.len()).find_map(|at| joined_title(&titled[at..titled.len().min(at + 3)], issue_year));
    let closing = || lines.iter().rev().find(|line| line.is_word(0, "trên") && line.is_word(1, "đây"));
    let plan = || sections.iter().rev().find(|section| section.plan).map(|section| &lines[section.paragraph]);
    let dated = |line: &Line<'_>| in_line(line, issue_year).filter(|found| found.reported.year() != 0);
    let mut found = title.or_else(|| closing().and_then(dated)).or_else(|| head.iter().find_map(dated))?;
    if found.planned.is_none() {
        let named = plan().and_then(|line| title::periods(line).into_iter().next_back());
        found.planned = named.map(|named| title::in_year(named.period, found.reported.year()));
        found.planned = found.planned.filter(|planned| *planned != found.reported);
    }
    Some(found)
}

/// "BÁO CÁO" alone on its line, or at its start.
fn is_title(line: &Line<'_>) -> bool {
    let shouted = line.paragraph.text.chars().iter().take(3).all(|c| !c.is_lowercase());
    shouted && line.is_word(0, "báo") && line.is_word(1, "cáo")
}

/// A title can take several lines: the period may stand on the first and the plan on the next.
fn joined_title(lines: &[Line<'_>], issue_year: Option<i16>) -> Option<Periods> {
    let mut found = in_line(lines.first()?, issue_year)?;
    if found.planned.is_none()
        && let Some(next) = lines.get(1).filter(|next| is_plan_line(next))
        && let Some(named) = title::periods(next).into_iter().next()
    {
        found.planned = Some(named.period);
        if found.reported.year() == 0 || named.period.year() != 0 {
            complete(&mut found, issue_year);
        }
    }
    complete(&mut found, issue_year);
    (found.reported.year() != 0).then_some(found)
}

fn is_plan_line(line: &Line<'_>) -> bool {
    (0..line.tokens.len().min(3))
        .any(|at| line.is_word(at, "kế") && line.is_word(at + 1, "hoạch") || line.is_word(at, "phương"))
}

/// The first period of a line is reported on; one behind "kế hoạch" or "phương hướng" is planned.
fn in_line(line: &Line<'_>, issue_year: Option<i16>) -> Option<Periods> {
    let named = title::periods(line);
    let planned_from = (0..line.tokens.len()).find(|&at| {
        let plan = line.is_word(at, "kế") && line.is_word(at + 1, "hoạch")
            || line.is_word(at, "phương") && line.is_word(at + 1, "hướng");
        plan && named.iter().any(|named| named.end <= at)
    });
    let is_reported = |named: &&Named| {
        !matches!(named.period, Period::Year { .. }) && planned_from.is_none_or(|from| named.end <= from)
    };
    let first =
        named.iter().find(is_reported).or_else(|| named.first().filter(|named| is_year_report(line, named)))?;
    let planned =
        planned_from.and_then(|from| named.iter().find(|named| named.start >= from)).map(|named| named.period);
    let tokens = &line.tokens[first.start..first.end];
    let at = tokens.first()?.at.start..tokens.last()?.at.end;
    let mut found = Periods { reported: first.period, planned, span: line.paragraph.text.span(at) };
    // "tháng 12 và cả năm 2024": the year stands with the next period.
    let line_year = named.iter().map(|named| named.period.year()).find(|&year| year != 0);
    complete(&mut found, line_year.or(issue_year));
    Some(found)
}

/// "năm 2024" names a report's period only where the line says that it reports on the year.
fn is_year_report(line: &Line<'_>, named: &Named) -> bool {
    (0..named.start).any(|at| ["kết", "tình", "công", "báo"].iter().any(|word| line.is_word(at, word)))
}

/// A year that is left out is that of the other period, or that of the issue.
fn complete(found: &mut Periods, issue_year: Option<i16>) {
    let planned_year = found.planned.map(Period::year).filter(|&year| year != 0);
    if found.reported.year() == 0 {
        let later = found.planned.is_some_and(|planned| planned.months().start() > found.reported.months().start());
        let year = planned_year.map(|year| if later { year } else { year - 1 }).or(issue_year).unwrap_or(0);
        found.reported = title::in_year(found.reported, year);
    }
    if let Some(planned) = found.planned {
        let wraps = planned.months().start() < found.reported.months().start();
        found.planned = Some(title::in_year(planned, found.reported.year() + i16::from(wraps)));
    }
}

/// The number behind "Số:", blank digits included ("/BC-STTTT").
fn number(line: &Line<'_>) -> Option<String> {
    let at = (0..line.tokens.len())
        .find(|&at| line.is_word(at, "số") && line.tokens.get(at + 1).is_some_and(|mark| mark.is_mark(':')))?;
    let rest = line.paragraph.text.slice(line.tokens[at + 1].at.end..line.paragraph.text.len());
    let rest = rest.trim_start();
    let slash = rest.find(['/', '-'])?;
    let blank = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '…' | '_');
    if !rest[..slash].chars().all(blank) {
        return None;
    }
    let symbol: usize = rest[slash..].chars().take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    Some(rest[..slash + symbol].trim_end_matches([',', ';', '.']).to_owned())
}

/// "…, ngày 15 tháng 6 năm 2020", in a line that begins with the place or follows the number.
fn issued(line: &Line<'_>) -> Option<Date> {
    let at = date_words(line)?;
    let field = |offset: usize| line.tokens.get(at + offset).and_then(|token| token.text.parse::<i16>().ok());
    let (day, month, year) = (field(1)?, field(3)?, field(5)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The year of a date whose day is left blank.
fn blank_date_year(line: &Line<'_>) -> Option<i16> {
    let at = (0..line.tokens.len()).find(|&at| line.is_word(at, "ngày") && line.is_word(at + 1, "tháng"))?;
    let year = (at..line.tokens.len()).find(|&at| line.is_word(at, "năm"))?;
    line.tokens.get(year + 1)?.text.parse().ok().filter(|year| (1900..=2099).contains(year))
}

fn date_words(line: &Line<'_>) -> Option<usize> {
    let numeral = |at: usize| line.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Numeral);
    (0..line.tokens.len()).find(|&at| {
        line.is_word(at, "ngày") && numeral(at + 1) && line.is_word(at + 2, "tháng") && numeral(at + 3)
            && line.is_word(at + 4, "năm") && numeral(at + 5)
            // The date of issue follows the place; the dates of cited documents follow a number.
            && line.before(at).is_none_or(|before| before.is_mark(',') || before.kind == TokenKind::Word)
            && line.tokens.len() < at + 12
    })
}

/// The last person's name behind the closing of the report: behind the receivers, or behind the signer's title.
fn signer(lines: &[Line<'_>]) -> Option<String> {
    let opens = |line: &Line<'_>| line.begins(&LEXICON.receivers) || line.any_at(0, &LEXICON.signer_title);
    let tail =
        lines.iter().position(|line| line.begins(&LEXICON.receivers)).or_else(|| lines.iter().rposition(opens))?;
    lines[tail..].iter().rev().find_map(names::person)
}
