//! Dates that cannot be, documents from after the report, and months that have lost their slash.
//!
//! | report | finding | hint |
//! |---|---|---|
//! | 13/20/2022, and 13/02/2022 elsewhere | no such day | 13/20/2022 → 13/02/2022: this report has that day too |
//! | 22/11/22014 in a report of 2022 | no such day | 22/11/22014 → 22/11/2014: no other year that is left lies before the report |
//! | 30/02/2022 alone | no such day | compare with the source |
//! | a report of 05/5/2021 on a document of 07/5/2021 | warning: the document is later | |
//! | the same on several documents | one warning | the date of the report may be wrong |
//! | tháng 72020, and the plan is for 7/2020 | no such month | 72020 → 7/2020 |
//!
//! `tests/rules/malformed.md` has the examples.

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use tonghop_model::finding::{Finding, Severity};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::date::{self, Printed};
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::numeral::{self, Class, Numeral};

/// The name of the rule on days that do not exist.
pub const DATE: &str = "bad_date";
/// The name of the rule on documents from after the report.
pub const LATER: &str = "later_document";

const COMPARE: &str = "Đối chiếu với văn bản gốc.";

/// What is wrong with the dates of a report.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let dates = dates(&report.numerals);
    let known = LazyCell::new(|| Known::of(&dates));
    let later = report.header.issued.and_then(|issued| too_late(&dates, issued));
    let wrong = dates.iter().filter(|found| found.printed.date().is_none());
    let limit = report.header.issued.or_else(|| report.header.period.and_then(|period| Some(period.window()?.1)));
    let wrong = wrong.map(|found| impossible(found, &known, limit));
    wrong.chain(later).chain(months(report)).collect()
}

/// A date of three fields, in one numeral or in three ("ngày 05 tháng 5 năm 2021").
struct Found {
    raw: String,
    printed: Printed,
    span: Span,
    /// Whether it is the date of the document that is named right before it.
    of_document: bool,
}

/// The date behind a reference to a document.
pub struct Behind {
    /// Its fields.
    pub printed: Printed,
    /// Where it ends in its paragraph, in characters.
    pub end: usize,
}

/// The date of the document that the numeral at an index cites, where one stands right behind it.
pub fn behind(numerals: &[Numeral], index: usize) -> Option<Behind> {
    let (document, next) = (numerals.get(index)?, numerals.get(index + 1)?);
    let near = next.class == Class::Date && next.paragraph == document.paragraph && next.token <= document.token + 5;
    if !near {
        return None;
    }
    if let Some(printed) = date::parse(&next.raw) {
        return Some(Behind { printed, end: next.at.end });
    }
    let (_, printed) = in_words(&numerals[index + 1..])?;
    Some(Behind { printed, end: numerals.get(index + 3)?.at.end })
}

fn dates(numerals: &[Numeral]) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, numeral) in numerals.iter().enumerate().filter(|(_, numeral)| numeral.class == Class::Date) {
        let before = index.checked_sub(1).map(|before| &numerals[before]);
        let of_document = before.is_some_and(|before| {
            before.class == Class::DocRef
                && before.paragraph == numeral.paragraph
                && numeral.token <= before.token + 5
        });
        if let Some(printed) = date::parse(&numeral.raw) {
            found.push(Found { raw: numeral.raw.clone(), printed, span: numeral.span, of_document });
        } else if let Some((raw, printed)) = in_words(&numerals[index..]) {
            let span = numeral.span.cover(numerals[index + 2].span);
            found.push(Found { raw, printed, span, of_document });
        }
    }
    found
}

/// Three numerals with a word between each two: "05 tháng 5 năm 2021".
fn in_words(numerals: &[Numeral]) -> Option<(String, Printed)> {
    let [day, month, year, ..] = numerals else { return None };
    let together = |first: &Numeral, second: &Numeral| {
        first.paragraph == second.paragraph && second.token == first.token + 2 && second.class == Class::Date
    };
    let raw = format!("{}/{}/{}", day.raw, month.raw, year.raw);
    let bare = [day, month, year].iter().all(|numeral| numeral.raw.bytes().all(|b| b.is_ascii_digit()));
    let printed = date::parse(&raw).filter(|_| bare && year.raw.len() >= 4)?;
    (together(day, month) && together(month, year)).then_some((raw, printed))
}

/// `limit` is the date of the report, or the end of its period.
fn impossible(found: &Found, known: &Known, limit: Option<Date>) -> Finding {
    let message = format!("Không có ngày {}.", found.raw);
    let hint = if let Some(date) = known.near(found.printed) {
        let date = date::format(date);
        format!("{} → {date}: trong báo cáo có ngày {date}.", found.raw)
    } else if let Some((year, limit)) = limit.and_then(|limit| Some((only_year(found.printed, limit)?, limit))) {
        let Printed { day, month, .. } = found.printed;
        let right = Date::new(year, i8::try_from(month).unwrap_or(1), i8::try_from(day).unwrap_or(1));
        let right = right.map_or_else(|_| year.to_string(), date::format);
        let limit = date::format(limit);
        format!("{} → {right}: chỉ năm {year} không sau ngày {limit} của báo cáo.", found.raw)
    } else {
        COMPARE.to_owned()
    };
    Finding::new(DATE, Severity::Error, message, vec![found.span]).with_hint(hint)
}

/// How many days that share two fields with an impossible one are looked at: in a report there are a few.
const NEAR: usize = 64;

/// The days of a report, the frequent ones first, by each two of their fields; 0 is the field that is left out.
struct Known(HashMap<[u32; 3], Vec<(usize, Date)>>);

impl Known {
    fn of(dates: &[Found]) -> Self {
        let mut counts: BTreeMap<Date, usize> = BTreeMap::new();
        for date in dates.iter().filter_map(|found| found.printed.date()) {
            *counts.entry(date).or_default() += 1;
        }
        let mut known: HashMap<[u32; 3], Vec<(usize, Date)>> = HashMap::new();
        for (date, count) in counts {
            let fields = [date.day().unsigned_abs().into(), date.month().unsigned_abs().into(), year(date)];
            for key in pairs(fields) {
                known.entry(key).or_default().push((count, date));
            }
        }
        for days in known.values_mut() {
            days.sort_unstable_by(|a, b| b.cmp(a));
        }
        Self(known)
    }

    /// The most frequent day that differs from a printed one in a slip of one field.
    fn near(&self, printed: Printed) -> Option<Date> {
        let keys = pairs([u32::from(printed.day), u32::from(printed.month), printed.year]);
        let days = keys.iter().filter_map(|key| self.0.get(key)).flat_map(|days| days.iter().take(NEAR));
        days.filter(|(_, date)| is_near(printed, *date)).max().map(|(_, date)| *date)
    }
}

fn pairs([day, month, year]: [u32; 3]) -> [[u32; 3]; 3] {
    [[0, month, year], [day, 0, year], [day, month, 0]]
}

fn year(date: Date) -> u32 {
    u32::from(date.year().unsigned_abs())
}

/// Whether a day differs from a printed one in one field only, whose digits are the same or differ in one.
fn is_near(printed: Printed, date: Date) -> bool {
    let pairs = [
        (u32::from(printed.day), date.day().unsigned_abs().into()),
        (u32::from(printed.month), date.month().unsigned_abs().into()),
        (printed.year, year(date)),
    ];
    let mut wrong = pairs.iter().filter(|(a, b)| a != b);
    matches!((wrong.next(), wrong.next()), (Some(&(a, b)), None) if similar(a, b))
}

fn similar(a: u32, b: u32) -> bool {
    let sorted = |number: u32| {
        let mut digits: Vec<char> = format!("{number:02}").chars().collect();
        digits.sort_unstable();
        digits
    };
    sorted(a) == sorted(b) || numeral::one_digit_apart(&a.to_string(), b.into())
}

/// The only year that leaving out one digit of five makes and that does not lie behind the report, within a century.
fn only_year(printed: Printed, issued: Date) -> Option<i16> {
    let digits = Some(printed.year.to_string()).filter(|digits| digits.len() == 5)?;
    let skip =
        |at: usize| digits.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, c)| c).collect::<String>();
    let years = (0..5).filter_map(|at| skip(at).parse::<i16>().ok());
    let mut years: Vec<i16> = years.filter(|year| (issued.year() - 100..=issued.year()).contains(year)).collect();
    years.dedup();
    if let [only] = years[..] { Some(only) } else { None }
}

/// Documents cannot be cited before they are signed; where several are, the date of the report is likelier wrong than
/// all of theirs, so that they make one finding.
fn too_late(dates: &[Found], issued: Date) -> Option<Finding> {
    let date = |found: &Found| found.printed.date().filter(|date| found.of_document && *date > issued);
    let later: Vec<(&Found, Date)> = dates.iter().filter_map(|found| Some((found, date(found)?))).collect();
    let last = later.iter().map(|(_, date)| *date).max()?;
    let (last, report) = (date::format(last), date::format(issued));
    let (message, hint) = match later.len() {
        1 => (format!("Văn bản ngày {last} sau ngày báo cáo {report}."), COMPARE),
        count => (
            format!("{count} lần dẫn văn bản có ngày sau ngày báo cáo {report}, muộn nhất là {last}."),
            "Kiểm tra ngày ban hành của báo cáo trước, rồi đối chiếu với văn bản gốc.",
        ),
    };
    let places = later.iter().map(|(found, _)| found.span).collect();
    Some(Finding::new(LATER, Severity::Warning, message, places).with_hint(hint))
}

/// Months that have lost the slash before their year.
fn months(report: &Report) -> impl Iterator<Item = Finding> {
    let header = &report.header;
    report.numerals.iter().filter(|numeral| numeral.class == Class::Period).filter_map(|numeral| {
        let (month, year) = numeral::lost_slash(&numeral.raw)?;
        let meant = Some(Period::Month { year, month });
        let message = format!("“tháng {}” viết sai dạng.", numeral.raw);
        let hint = if meant == header.period {
            format!("{} → {month}/{year}: khớp với kỳ báo cáo.", numeral.raw)
        } else if meant == header.plan_period {
            format!("{} → {month}/{year}: khớp với kỳ kế hoạch.", numeral.raw)
        } else {
            COMPARE.to_owned()
        };
        Some(Finding::new(DATE, Severity::Error, message, vec![numeral.span]).with_hint(hint))
    })
}
