//! References to documents: how their numbers are written, who issued them, and whether a document has one date.
//!
//! | report | finding |
//! |---|---|
//! | `Quyết định số 749/2020/QĐ-TTg` | error: a decision with so high a number is no legal document and has no year in it |
//! | `Thông tư số 40/2020/TTBTTTT` | error: 40/2020/TT-BTTTT |
//! | `09-NQ/TU` and `09/NQ-TU` | warning: one document, written in two ways |
//! | `Nghị định số 43/2011/NĐ-CP … của Thủ tướng Chính phủ` | warning: Chính phủ issues them |
//! | `14/CT-UBND ngày 08/10/2021` and `… ngày 09/10/2021` | warning: one document with two dates, also in two reports |
//! | `373/KH-UBND ngày 12/02/2022`, `14/KH-UBND ngày 14/02/2022` | info: numbers count up with the days |
//!
//! What makes a legal document is in Luật Ban hành văn bản quy phạm pháp luật; the layout of numbers is that of Nghị
//! định 30/2020/NĐ-CP, Phụ lục I, and for the Party of its own rules (`09-NQ/TU`).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::dates;
use crate::engine::catalogue::Catalogue;
use crate::engine::consolidate::{Place, SetFinding, Source};
use crate::engine::finding::{Finding, Proof, Severity};
use crate::engine::numeral::{Class, Numeral};
use crate::engine::report::Report;
use crate::engine::span::Span;
use crate::engine::vietnamese::{date, fold};

/// The name of the rule on numbers.
pub const NUMBER: &str = "document_number";
/// The name of the rule on issuers.
pub const ISSUER: &str = "document_issuer";
/// The name of the rule on dates.
pub const DATES: &str = "document_dates";
/// The name of the rule on the order of numbers.
pub const ORDER: &str = "document_order";

const COMPARE: &str = "Đối chiếu với văn bản gốc.";

/// Types of legal documents, whose symbol goes on with a hyphen and the issuer.
const LEGAL: [&str; 5] = ["TTLT", "TT", "NĐ", "QĐ", "NQ"];

/// Above this number in a year, a decision of the Prime Minister is no legal document: those are counted apart, and
/// stay below a hundred.
const MOST_LEGAL: u32 = 100;

/// Before this year every decision of the Prime Minister had the year in its number (Luật of 2008, in force from 2009).
const LEGAL_APART: i16 = 2009;

/// A number is out of order where it is so many times as high as one of a later day, and by so much.
const OUT_OF_ORDER: (u32, u32) = (5, 50);

/// A document as it is cited.
#[derive(Clone, Debug)]
struct Cited {
    /// As it is printed, without spaces.
    raw: String,
    number: u32,
    /// The year between number and symbol, where there is one.
    year: Option<i16>,
    symbol: String,
    span: Span,
    date: Option<Date>,
    /// The words behind it, folded and without marks.
    behind: String,
}

/// What is wrong with the references of a report.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let cited = cited(report);
    let mut found: Vec<Finding> = Vec::new();
    found.extend(malformed(&cited));
    found.extend(spelled(&cited));
    found.extend(issued(&cited));
    found.extend(order(&cited));
    for (name, group) in documents(cited.iter().map(|cited| ((), cited))) {
        if let Some((message, others)) = two_dates(&name, &group) {
            let places = others.into_iter().map(|((), cited)| cited.span).collect();
            found.push(Finding::new(DATES, Severity::Warning, message, places).with_hint(COMPARE));
        }
    }
    found
}

/// Documents to which several reports of a set give different dates.
pub fn across(sources: &[Source<'_>]) -> Vec<SetFinding> {
    let cited: Vec<(usize, Cited)> = sources
        .iter()
        .enumerate()
        .flat_map(|(at, source)| cited(source.report).into_iter().map(move |cited| (at, cited)))
        .collect();
    let mut found = Vec::new();
    for (name, group) in documents(cited.iter().map(|(at, cited)| (*at, cited))) {
        let Some((message, others)) = two_dates(&name, &group) else { continue };
        // Within one report its own findings say so.
        if others.iter().all(|(at, _)| *at == others[0].0) {
            continue;
        }
        let files: Vec<String> = others.iter().map(|(at, _)| format!("“{}”", sources[*at].name)).collect();
        let message = format!("{} ({}).", message.trim_end_matches('.'), files.join(", "));
        let places = others.iter().map(|(report, cited)| Place { report: *report, span: cited.span }).collect();
        let hint = Some(COMPARE.to_owned());
        found.push(SetFinding {
            code: DATES,
            severity: Severity::Warning,
            message,
            hint,
            places,
            proof: Proof::default(),
        });
    }
    found
}

fn cited(report: &Report) -> Vec<Cited> {
    let paragraphs = report.document.paragraphs();
    let numerals = report.numerals.iter().enumerate().filter(|(_, numeral)| numeral.class == Class::DocRef);
    numerals
        .filter_map(|(index, numeral)| {
            let (number, year, symbol) = parsed(&numeral.raw)?;
            let date = dates::behind(&report.numerals, index);
            let end = date.as_ref().map_or(numeral.at.end, |date| date.end);
            let behind = paragraphs.get(numeral.paragraph).map(|(paragraph, _)| paragraph.text.slice(end..end + 40));
            Some(Cited {
                raw: joined(numeral),
                number,
                year,
                symbol,
                span: numeral.span,
                date: date.and_then(|date| date.printed.date()),
                behind: fold::bare(&fold::fold_str(behind.unwrap_or_default().trim_start())),
            })
        })
        .collect()
}

fn joined(numeral: &Numeral) -> String {
    numeral.raw.split_whitespace().collect()
}

/// Number, year and symbol of a reference; `None` where it has no symbol.
fn parsed(raw: &str) -> Option<(u32, Option<i16>, String)> {
    let raw: String = raw.split_whitespace().collect();
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let number = raw.get(..digits)?.parse().ok()?;
    let rest = raw[digits..].strip_prefix(['/', '-'])?;
    let year = rest.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
    let symbol = match year {
        Some(_) => rest[4..].strip_prefix('/')?,
        None => rest,
    };
    let letters = symbol.chars().next().is_some_and(char::is_uppercase);
    letters.then(|| (number, year.and_then(|year| year.parse().ok()), symbol.to_owned()))
}

fn malformed(cited: &[Cited]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for one in cited {
        let right = match one.year {
            Some(LEGAL_APART..) if one.symbol == "QĐ-TTg" && one.number > MOST_LEGAL => {
                format!("{}/QĐ-TTg", one.number)
            }
            Some(year) => match glued(&one.symbol) {
                Some(symbol) => format!("{}/{year}/{symbol}", one.number),
                None => continue,
            },
            None => continue,
        };
        let message = format!("Số hiệu “{}” viết sai dạng.", one.raw);
        // The same slip is one finding however often it was copied.
        match found.iter_mut().find(|finding| finding.message == message) {
            Some(finding) => finding.places.push(one.span),
            None => found.push(
                Finding::new(NUMBER, Severity::Error, message, vec![one.span])
                    .with_hint(format!("{} → {right}; đối chiếu với văn bản gốc.", one.raw)),
            ),
        }
    }
    found
}

/// The symbol with the hyphen that it has lost: "TTBTTTT" is "TT-BTTTT".
fn glued(symbol: &str) -> Option<String> {
    let kind = LEGAL.iter().find(|kind| symbol.starts_with(**kind))?;
    let issuer = &symbol[kind.len()..];
    let letters = issuer.chars().count() >= 2 && issuer.chars().all(char::is_uppercase);
    letters.then(|| format!("{kind}-{issuer}"))
}

/// One document whose symbol is written with its marks in two ways.
fn spelled(cited: &[Cited]) -> Vec<Finding> {
    let mut ways: BTreeMap<(u32, Option<i16>, String), Vec<&Cited>> = BTreeMap::new();
    for one in cited {
        let letters = one.symbol.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        ways.entry((one.number, one.year, letters)).or_default().push(one);
    }
    let finding = |group: Vec<&Cited>| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for one in &group {
            *counts.entry(&one.raw).or_default() += 1;
        }
        let rarest = counts.iter().min_by_key(|(_, count)| **count).map(|(raw, _)| *raw)?;
        let list: Vec<String> = counts.iter().map(|(raw, count)| format!("{raw} ({count} lần)")).collect();
        let message = format!("Một văn bản được viết số hiệu theo nhiều cách: {}.", list.join(", "));
        let (first, rest): (Vec<&Cited>, Vec<&Cited>) = group.iter().partition(|one| one.raw == rarest);
        let places = first.into_iter().chain(rest).map(|one| one.span).collect();
        let hint = "Thống nhất theo văn bản gốc; văn bản của Đảng ghi dạng 09-NQ/TU.";
        (counts.len() > 1).then(|| Finding::new(NUMBER, Severity::Warning, message, places).with_hint(hint))
    };
    ways.into_values().filter_map(finding).collect()
}

/// Documents of the Government that are said to be of the Prime Minister.
fn issued(cited: &[Cited]) -> Vec<Finding> {
    let government = |one: &&Cited| matches!(one.symbol.as_str(), "NĐ-CP" | "NQ-CP" | "ND-CP");
    // In badly recognised text the letters inside of the words are the first to go.
    let wrong = |one: &&Cited| one.behind.starts_with("cua thu t") && one.behind.contains("chinh phu");
    let wrong: Vec<&Cited> = cited.iter().filter(government).filter(wrong).collect();
    let Some(first) = wrong.first() else { return Vec::new() };
    let mut raws: Vec<&str> = wrong.iter().map(|one| one.raw.as_str()).collect();
    raws.dedup();
    let message = format!("{} ghi là của Thủ tướng Chính phủ, nhưng ký hiệu là của Chính phủ.", raws.join(", "));
    let otherwise = cited.iter().any(|one| one.raw == first.raw && one.behind.starts_with("cua chinh phu"));
    let severity = if otherwise { Severity::Error } else { Severity::Warning };
    let hint = "Nghị định và nghị quyết có ký hiệu “-CP” do Chính phủ ban hành.";
    vec![Finding::new(ISSUER, severity, message, wrong.iter().map(|one| one.span).collect()).with_hint(hint)]
}

/// Numbers that are much higher than those of later days.
fn order(cited: &[Cited]) -> Vec<Finding> {
    let (times, more) = OUT_OF_ORDER;
    let mut found: Vec<Finding> = Vec::new();
    for high in cited.iter().filter(|one| one.date.is_some()) {
        let later = cited.iter().find(|low| {
            low.symbol == high.symbol
                && low.year == high.year
                && low.date.map(Date::year) == high.date.map(Date::year)
                && low.date > high.date
                && high.number > low.number.saturating_mul(times).max(low.number.saturating_add(more))
        });
        let (Some(low), Some(first)) = (later, high.date) else { continue };
        let Some(second) = low.date else { continue };
        let message = format!(
            "{} ngày {} có số lớn hơn nhiều so với {} ngày {} ban hành sau.",
            high.raw,
            date::format(first),
            low.raw,
            date::format(second)
        );
        if !found.iter().any(|finding| finding.message == message) {
            found.push(Finding::new(ORDER, Severity::Info, message, vec![high.span, low.span]).with_hint(COMPARE));
        }
    }
    found
}

/// The citations with a date, by document; numbers begin anew with the year.
fn documents<'c, T>(cited: impl Iterator<Item = (T, &'c Cited)>) -> BTreeMap<String, Vec<(T, &'c Cited)>> {
    let mut documents: BTreeMap<String, Vec<(T, &Cited)>> = BTreeMap::new();
    for (of, one) in cited {
        if let Some(date) = one.date {
            documents.entry(format!("{} {}", one.raw, date.year())).or_default().push((of, one));
        }
    }
    documents
}

/// The sentence on two dates of one document, and where they stand; only dates that differ in the day or in the month
/// are of one document for sure.
fn two_dates<'c, T: Copy>(name: &str, group: &[(T, &'c Cited)]) -> Option<(String, Vec<(T, &'c Cited)>)> {
    let (_, first) = group.first()?;
    let date = first.date?;
    let near = |other: Date| other != date && (other.month() == date.month() || other.day() == date.day());
    let other = group.iter().find(|(_, one)| one.date.is_some_and(near))?;
    let name = name.split(' ').next().unwrap_or(name);
    let message =
        format!("{name} ghi ngày {} ở một chỗ và {} ở chỗ khác.", date::format(date), date::format(other.1.date?));
    Some((message, vec![*other, group[0]]))
}

#[cfg(test)]
mod tests {
    use crate::engine::check::testing::check_text;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        check_text(super::check, text, expected);
    }

    #[test]
    fn numbers_of_a_wrong_form() {
        check(
            "Quyết định số 749/2020/QĐ-TTg ngày 03/6/2020; Thông tư số 40/2020/TTBTTTT; Quyết định số 45/2018/QĐ-TTg; Quyết định số 186/2006/QĐ-TTg; Luật số 43/2022/QH15.",
            &expect![[r#"
                Error document_number [749/2020/QĐ-TTg]
                Số hiệu “749/2020/QĐ-TTg” viết sai dạng.
                → 749/2020/QĐ-TTg → 749/QĐ-TTg; đối chiếu với văn bản gốc.
                Error document_number [40/2020/TTBTTTT]
                Số hiệu “40/2020/TTBTTTT” viết sai dạng.
                → 40/2020/TTBTTTT → 40/2020/TT-BTTTT; đối chiếu với văn bản gốc.
            "#]],
        );
    }

    #[test]
    fn one_document_in_two_spellings() {
        check(
            "Nghị quyết số 09-NQ/TU; theo Nghị quyết số 09/NQ-TU; Nghị quyết số 09/NQ-TU.",
            &expect![[r#"
            Warning document_number [09-NQ/TU, 09/NQ-TU, 09/NQ-TU]
            Một văn bản được viết số hiệu theo nhiều cách: 09-NQ/TU (1 lần), 09/NQ-TU (2 lần).
            → Thống nhất theo văn bản gốc; văn bản của Đảng ghi dạng 09-NQ/TU.
        "#]],
        );
        check("Nghị quyết số 09-NQ/TU; Nghị quyết số 10-NQ/TU.", &expect![[""]]);
    }

    #[test]
    fn the_issuer_goes_with_the_symbol() {
        check(
            "Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Thủ tướng Chính phủ.",
            &expect![[r#"
            Warning document_issuer [43/2011/NĐ-CP]
            43/2011/NĐ-CP ghi là của Thủ tướng Chính phủ, nhưng ký hiệu là của Chính phủ.
            → Nghị định và nghị quyết có ký hiệu “-CP” do Chính phủ ban hành.
        "#]],
        );
        check(
            "Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Chính phủ; Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Thủ tướng chính phủ.",
            &expect![[r#"
                Error document_issuer [11/NQ-CP]
                11/NQ-CP ghi là của Thủ tướng Chính phủ, nhưng ký hiệu là của Chính phủ.
                → Nghị định và nghị quyết có ký hiệu “-CP” do Chính phủ ban hành.
            "#]],
        );
        check(
            "Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ; Nghị định 43/2011/NĐ-CP của Chính phủ.",
            &expect![[""]],
        );
    }

    #[test]
    fn one_document_has_one_date() {
        check(
            "Chỉ thị số 14/CT-UBND ngày 08/10/2021; Chỉ thị số 14/CT-UBND ngày 09/10/2021.",
            &expect![[r#"
            Warning document_dates [14/CT-UBND, 14/CT-UBND]
            14/CT-UBND ghi ngày 08/10/2021 ở một chỗ và 09/10/2021 ở chỗ khác.
            → Đối chiếu với văn bản gốc.
        "#]],
        );
        check("Nghị quyết số 01/NQ-CP ngày 01/01/2021; Nghị quyết số 01/NQ-CP ngày 08/01/2022.", &expect![[""]]);
    }

    #[test]
    fn numbers_count_up_with_the_days() {
        check(
            "Kế hoạch số 373/KH-UBND ngày 12/02/2022; Kế hoạch số 14/KH-UBND ngày 14/02/2022.",
            &expect![[r#"
            Info document_order [373/KH-UBND, 14/KH-UBND]
            373/KH-UBND ngày 12/02/2022 có số lớn hơn nhiều so với 14/KH-UBND ngày 14/02/2022 ban hành sau.
            → Đối chiếu với văn bản gốc.
        "#]],
        );
        check("Kế hoạch số 73/KH-UBND ngày 12/02/2022; Kế hoạch số 71/KH-UBND ngày 14/02/2022.", &expect![[""]]);
    }
}
