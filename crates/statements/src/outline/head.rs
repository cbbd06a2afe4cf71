//! The head and foot of a report put together: who reports when on what period, and who signed.

use jiff::civil::Date;

use super::header::Header;
use super::letterhead::{self, Letterhead};
use super::mention::{self, Mention, Role};
use super::section::Section;
use super::title::{self, Found};
use super::{agency, case, named, signature};
use crate::line::Line;
use crate::line::label::Kind;
use crate::vocabulary::WORDS;
use tonghop_model::document::Role as DocumentRole;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;

/// How many paragraphs a letterhead can take where no title ends it.
const REACH: usize = 25;

/// What the head and foot of the document say.
pub(super) fn header(lines: &[Line], sections: &[Section]) -> Header {
    let block = title::block(lines);
    let first = opening_end(lines, sections);
    let mut head =
        letterhead::read(&lines[..if block.is_empty() { sentences_begin(&lines[..first]) } else { block.start }]);
    if head.issue.is_none() {
        sign_off(lines, &mut head);
    }
    let mentions = mention::mentions(lines, sections, &block);
    let province = agency::province(lines, &head);
    let mut header = Header {
        agency: agency::agency(lines, &head, province.as_deref()),
        province,
        signer: signature::signer(lines),
        other_period: title::other_period(&lines[block.clone()]),
        ..Header::default()
    };
    let issued = head.issue.map(|issue| issue.earliest);
    let body = &lines[block.end..first.max(block.end)];
    if let Some(found) = periods(lines, &lines[block], body, &mentions, issued) {
        header.period = Some(found.reported);
        header.plan_period = found.planned;
        header.period_span = Some(found.span);
    }
    (header.number, header.number_span) =
        head.number.map_or((None, None), |(number, span)| (Some(number), Some(span)));
    (header.issued, header.issue, header.mentions) = (head.issued, head.issue, mentions);
    header
}

/// The first line of the first section; an annex that stands alone begins with its heading.
fn opening_end(lines: &[Line], sections: &[Section]) -> usize {
    let annex = |section: &&Section| section.kind == Some(Kind::Annex);
    let first = sections.iter().find(|section| !annex(section)).map(|section| section.paragraph);
    first.unwrap_or(lines.len()).min(REACH)
}

/// The first line of running text: a letterhead holds no sentences.
fn sentences_begin(lines: &[Line]) -> usize {
    let sentence = |line: &Line| line.tokens.len() > 25 && !case::is_shouted(&line.paragraph.text.to_string());
    lines.iter().position(sentence).unwrap_or(lines.len())
}

/// Schools and companies date a report above its signature.
fn sign_off(lines: &[Line], head: &mut Letterhead) {
    let closing = lines.iter().rposition(|line| line.begins(&WORDS.closing)).unwrap_or(lines.len());
    // Notes behind the signature cite documents with their dates.
    let note = |line: &Line| {
        line.paragraph.role == DocumentRole::Note || line.tokens.first().is_some_and(|mark| mark.is_mark('['))
    };
    let end = lines[closing..].iter().position(note).map_or(lines.len(), |at| closing + at);
    let foot = letterhead::read(&lines[closing..end]);
    (head.issued, head.issue) = (foot.issued, foot.issue);
    head.place = head.place.take().or(foot.place);
}

struct Periods {
    reported: Period,
    planned: Option<Period>,
    span: Span,
}

/// The title tells the periods; where there is none, the closing sentence, the opening one or a heading does.
fn periods(
    lines: &[Line],
    block: &[Line],
    body: &[Line],
    mentions: &[Mention],
    issued: Option<Date>,
) -> Option<Periods> {
    let stated = |role: Role| mentions.iter().find(|mention| mention.role == role && !mention.planned);
    let role = |role: Role| stated(role).and_then(|mention| read(&[found(mention)], 0, issued));
    let closing = || {
        let line = lines.iter().rev().find(|line| line.begins(&WORDS.closing))?;
        let (found, year) = title::periods(std::slice::from_ref(line));
        read(&found, year, None)
    };
    let any = || {
        body.iter().find_map(|line| {
            let (found, year) = title::periods(std::slice::from_ref(line));
            // "năm 2024" names a report's period only where the line says that it reports.
            let reports = (0..line.tokens.len()).any(|at| line.is_word(at, "báo") && line.is_word(at + 1, "cáo"));
            read(&found, year, None).filter(|told| reports || !matches!(told.reported, Period::Year { .. }))
        })
    };
    let (titled, year) = title::periods(block);
    let told = read(&titled, year, issued).or_else(closing).or_else(|| role(Role::Opening)).or_else(any);
    let mut told = told.or_else(|| role(Role::Heading))?;
    if told.planned.is_none() {
        let plan = [Role::Heading, Role::Closing, Role::Opening].into_iter().find_map(|role| {
            mentions.iter().find(|mention| mention.role == role && mention.planned).map(|mention| mention.period)
        });
        told.planned = plan.map(|plan| after(plan, told.reported)).filter(|plan| *plan != told.reported);
    }
    Some(told)
}

fn found(mention: &Mention) -> Found {
    Found { period: mention.period, planned: mention.planned, span: mention.span }
}

/// The first period that is no year is reported on, or the first year where there is no other.
fn read(found: &[Found], year: i16, issued: Option<Date>) -> Option<Periods> {
    let reported = || found.iter().filter(|found| !found.planned);
    let first =
        reported().find(|found| !matches!(found.period, Period::Year { .. })).or_else(|| reported().next())?;
    let planned = found.iter().find(|found| found.planned).map(|found| found.period);
    let period = dated(first.period, planned, year, issued)?;
    Some(Periods { reported: period, planned: planned.map(|planned| after(planned, period)), span: first.span })
}

/// The period with its year: its own, that of the plan beside it, that of its line, or that of the issue.
fn dated(period: Period, planned: Option<Period>, year: i16, issued: Option<Date>) -> Option<Period> {
    if period.year() != 0 {
        return Some(period);
    }
    let first = |period: Period| *period.months().start();
    let planned = planned.filter(|planned| planned.year() != 0);
    let year = match (planned, issued) {
        // "tháng 12 và kế hoạch tháng 01 năm 2022": the plan is of the next year.
        (Some(planned), _) => planned.year() - i16::from(first(planned) <= first(period)),
        (None, _) if year != 0 => year,
        // A report of December is issued in January.
        (None, Some(date)) => date.year() - i16::from(i16::from(date.month()) + 1 < i16::from(first(period))),
        (None, None) => return None,
    };
    Some(named::in_year(period, year))
}

/// A planned period, whose year follows from the one reported on where it is left out.
fn after(planned: Period, reported: Period) -> Period {
    let wraps = planned.months().start() < reported.months().start();
    named::in_year(planned, reported.year() + i16::from(wraps))
}
