//! The report of findings: what an official sends back to the unit that wrote a report, as CSV, HTML and text; as a Word
//! file in `docx`.
//!
//! Each finding stands with its severity, what should be done and the sentence that it is about; what the official
//! decided stands with it, so that the unit learns which figure was used.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::csv::record;
use super::grid::cell_text;
use super::html::escaped;
use tonghop_figures::decision::{Decision, Spot, fingerprint, kept};
use tonghop_figures::table::{Source, Table};
use tonghop_model::finding::{Place, Severity};
use tonghop_model::quotes::Quotes;
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::{capital, format};
use tonghop_series::fact::Fact;
use tonghop_series::report::Report;

/// The longest sentence that is quoted, in characters, and what of it is kept on both sides of the figure.
const LONGEST: usize = 300;
const AROUND: usize = 140;

/// The heads of the columns.
pub const HEADS: [&str; 5] = ["TT", "Mức độ", "Nội dung", "Đề nghị", "Câu trong báo cáo"];

/// What was found in a set of reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What it is called.
    pub title: String,
    /// What concerns the set, then the reports in their order; those without findings are left out.
    pub parts: Vec<Part>,
}

/// What was found in one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The report: its file, period and number.
    pub name: String,
    /// The findings, the most serious first.
    pub lines: Vec<Line>,
}

/// A finding as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// How serious it is.
    pub severity: &'static str,
    /// What does not fit.
    pub message: String,
    /// What should be done, or what was decided.
    pub request: String,
    /// The sentence that it is about.
    pub quote: String,
}

/// The findings of a table and of its reports.
pub fn of(table: &Table, sources: &[Source<'_>], decisions: &[Decision]) -> Findings {
    let prints: Vec<u64> = sources.iter().map(|source| fingerprint(&source.report.document.text)).collect();
    let mut parts =
        vec![Part { name: "Cả bộ báo cáo".to_owned(), lines: of_set(table, sources, &prints, decisions) }];
    parts.extend(sources.iter().zip(&prints).map(|(source, print)| of_report(source, *print, decisions)));
    parts.retain(|part| !part.lines.is_empty());
    let period = table.period.map_or_else(String::new, |period| format!(" {}", period.name()));
    Findings { title: format!("Những điểm cần xem lại trong các báo cáo{period}"), parts }
}

/// The findings of one report with the decisions on its figures.
pub fn of_report(source: &Source<'_>, print: u64, decisions: &[Decision]) -> Part {
    let report = source.report;
    let sentences = Sentences::of(report);
    let mut ranked: Vec<(Severity, Line)> = Vec::new();
    for finding in &report.findings {
        let spots: Vec<Spot> = finding.places.iter().map(|&span| Spot { report: print, span }).collect();
        let settled = kept(decisions, finding.code, &finding.message, &spots);
        let quote = finding.places.first().map(|&span| sentences.quote(span)).unwrap_or_default();
        let request = request(finding.hint.as_deref(), settled);
        ranked.push((finding.severity, line(finding.severity, &finding.message, request, quote)));
    }
    ranked.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    let decided = report.facts.iter().filter_map(|fact| decided(fact, sentences.quote(fact.span)));
    let lines = ranked.into_iter().map(|(_, line)| line).chain(decided).collect();
    let period = report.header.period.map(Period::name);
    let about: Vec<String> = [period, report.header.number.clone()].into_iter().flatten().collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", số ")) };
    Part { name: format!("{}{about}", source.name), lines }
}

fn of_set(table: &Table, sources: &[Source<'_>], prints: &[u64], decisions: &[Decision]) -> Vec<Line> {
    let mut ranked: Vec<(Severity, Line)> = Vec::new();
    let sentences: Vec<_> = sources.iter().map(|of| LazyCell::new(|| Sentences::of(of.report))).collect();
    for finding in &table.findings {
        let spot = |place: &Place| Some(Spot { report: *prints.get(place.report)?, span: place.span });
        let spots: Vec<Spot> = finding.places.iter().filter_map(spot).collect();
        let settled = kept(decisions, finding.code, &finding.message, &spots);
        let quote = finding
            .places
            .first()
            .filter(|place| place.span.start < place.span.end)
            .and_then(|place| Some(sentences.get(place.report)?.quote(place.span)));
        let request = request(finding.hint.as_deref(), settled);
        ranked.push((finding.severity, line(finding.severity, &finding.message, request, quote.unwrap_or_default())));
    }
    ranked.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    ranked.into_iter().map(|(_, line)| line).collect()
}

fn line(severity: Severity, message: &str, request: String, quote: String) -> Line {
    let severity = match severity {
        Severity::Error => "Lỗi",
        Severity::Warning => "Cảnh báo",
        Severity::Info => "Lưu ý",
    };
    Line { severity, message: capital(message), request, quote }
}

fn request(hint: Option<&str>, settled: Option<&str>) -> String {
    match settled {
        Some("") => "Đã quyết định giữ nguyên.".to_owned(),
        Some(reason) => format!("Đã quyết định giữ nguyên: {}.", reason.trim_end_matches('.')),
        None => hint.unwrap_or_default().to_owned(),
    }
}

/// The line of a figure that was decided on.
fn decided(fact: &Fact, quote: String) -> Option<Line> {
    let reason = &fact.decided.as_ref()?.reason;
    let why = if reason.is_empty() { String::new() } else { format!(": {}", reason.trim_end_matches('.')) };
    let message = format!("{}: báo cáo in “{}”, khi tổng hợp dùng {}.", fact.label, fact.raw, format(fact.value));
    let message = capital(&message);
    Some(Line { severity: "Đã sửa", message, request: format!("Đơn vị xác nhận lại{why}."), quote })
}

/// The sentences of a report by their figures.
struct Sentences<'a> {
    quotes: Quotes<'a>,
    /// The figures by where they begin.
    facts: BTreeMap<usize, &'a Fact>,
}

impl<'a> Sentences<'a> {
    fn of(report: &'a Report) -> Self {
        let facts = report.facts.iter().map(|fact| (fact.span.start, fact)).collect();
        Self { quotes: Quotes::new(&report.document.text), facts }
    }

    /// The sentence of the figure at a place, or the line that the place stands in; long ones are cut around it.
    fn quote(&self, span: Span) -> String {
        let last = self.facts.range(..span.end).next_back().map(|(_, fact)| *fact);
        let fact = last.filter(|fact| fact.span.overlaps(span));
        let within = fact.map_or_else(
            || Span::new(span.start.saturating_sub(AROUND), span.end.saturating_add(AROUND)),
            |fact| fact.sentence,
        );
        let (mut start, mut end) = (within.start, within.end);
        if end.saturating_sub(start) > LONGEST {
            (start, end) = (start.max(span.start.saturating_sub(AROUND)), end.min(span.end.saturating_add(AROUND)));
        }
        let before = self.quotes.quote(Span::new(start, span.start));
        // Where no sentence is known, the line is all that belongs to the place.
        let before = if fact.is_none() { before.rsplit('\n').next().unwrap_or(before) } else { before };
        let after = self.quotes.quote(Span::new(span.end, end));
        let after = if fact.is_none() { after.split('\n').next().unwrap_or(after) } else { after };
        let quote = format!("{before}{}{after}", self.quotes.quote(span)).replace("**", "");
        // The bullet is none of its words, and at the start of a cell it begins a formula.
        cell_text(quote.trim_start_matches(BULLETS))
    }
}

/// What may stand before the words of an item.
const BULLETS: [char; 7] = ['-', '–', '+', '*', '•', ' ', '\n'];

/// The findings as CSV after RFC 4180, one line a finding.
pub fn csv(findings: &Findings) -> String {
    let mut out = String::from('\u{FEFF}');
    record(&mut out, HEADS.len() + 1, ["Báo cáo"].into_iter().chain(HEADS));
    for part in &findings.parts {
        for (index, line) in part.lines.iter().enumerate() {
            let number = (index + 1).to_string();
            let fields = [&part.name, &number, line.severity, &line.message, &line.request, &line.quote];
            record(&mut out, HEADS.len() + 1, fields.into_iter());
        }
    }
    out
}

/// The findings as HTML for the clipboard.
pub fn html(findings: &Findings) -> String {
    let mut out = format!("<p><b>{}</b></p>\n", escaped(&findings.title));
    let cell =
        |text: &str| format!("<td style=\"border:0.5pt solid #000000;padding:2pt 4pt\">{}</td>", escaped(text));
    for part in &findings.parts {
        let _ = writeln!(out, "<p><b>{}</b></p>", escaped(&part.name));
        out.push_str("<table border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse\">\n<tr>");
        out.extend(HEADS.iter().map(|head| cell(head)));
        out.push_str("</tr>\n");
        for (index, line) in part.lines.iter().enumerate() {
            let number = (index + 1).to_string();
            let fields = [&number, line.severity, &line.message, &line.request, &line.quote];
            let _ = writeln!(out, "<tr>{}</tr>", fields.map(cell).concat());
        }
        out.push_str("</table>\n");
    }
    out
}

/// The findings as a web page of their own.
pub fn document(findings: &Findings) -> String {
    let head = format!("<meta charset=\"utf-8\">\n<title>{}</title>", escaped(&findings.title));
    let body = html(findings);
    format!("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n{head}\n</head>\n<body>\n{body}</body>\n</html>\n")
}

/// The findings as plain text, to read in a terminal or to paste into a letter.
pub fn text(findings: &Findings) -> String {
    let mut out = format!("{}\n", findings.title);
    for part in &findings.parts {
        let _ = write!(out, "\n{}\n", part.name);
        for (index, line) in part.lines.iter().enumerate() {
            let _ = write!(out, "{}. {}: {}", index + 1, line.severity, line.message);
            if !line.request.is_empty() {
                let _ = write!(out, " {}", line.request);
            }
            if !line.quote.is_empty() {
                let _ = write!(out, "\n   “{}”", line.quote);
            }
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use tonghop_figures::check;
    use tonghop_figures::consolidate::consolidate;
    use tonghop_figures::decision::decide;
    use tonghop_series::catalogue::Catalogue;
    use tonghop_series::testing;

    /// A report with a sum that does not hold, a percentage that is kept and a figure that was decided on.
    fn example() -> Findings {
        let catalogue: Catalogue = testing::catalogue();
        let mut report = testing::report(
            "2022-02; Sở Mẫu; An Lạc\ncert.total; 2.293\ncert.organisation; 512\ncert.personal; 1.806\n\
             docs.sent; 4.812\ndocs.signed; 37\ndocs.rate; 0,78\nother.minutes; 25",
            &catalogue,
        );
        report.findings = check::report(&report, &catalogue);
        let print = fingerprint(&report.document.text);
        let ratio = report.findings.iter().find(|finding| finding.code == "ratio").cloned();
        let mut decisions: Vec<Decision> = ratio
            .into_iter()
            .map(|finding| Decision::Keep {
                code: finding.code.to_owned(),
                message: finding.message,
                places: finding.places.iter().map(|&span| Spot { report: print, span }).collect(),
                reason: "số của đơn vị chủ quản".to_owned(),
            })
            .collect();
        decisions.extend(report.facts.last().map(|fact| Decision::Value {
            place: Spot { report: print, span: fact.span },
            printed: fact.raw.clone(),
            value: 27.into(),
            reason: String::new(),
        }));
        decide(&mut report, &decisions, &catalogue);
        let sources = [Source { name: "thang-02.txt", report: &report }];
        of(&consolidate(&sources, Period::parse("2022-02"), &catalogue), &sources, &decisions)
    }

    #[test]
    fn findings_as_text() {
        expect![[r#"
            Những điểm cần xem lại trong các báo cáo tháng 02 năm 2022

            thang-02.txt (tháng 02 năm 2022)
            1. Lỗi: Chứng thư số đang dùng: 512 + 1.806 = 2.318, báo cáo ghi 2.293, lệch 25. Nếu các số thành phần đúng thì tổng số là 2.318.
               “cert.total; 2.293”
            2. Lỗi: Tỷ lệ ký số: 37 / 4.812 = 0,77%, báo cáo ghi 0,78%, lệch 0,01 điểm phần trăm. Đã quyết định giữ nguyên: số của đơn vị chủ quản.
               “docs.rate; 0,78”
            3. Đã sửa: Thời lượng phát sóng: báo cáo in “25”, khi tổng hợp dùng 27. Đơn vị xác nhận lại.
               “other.minutes; 25”
        "#]].assert_eq(&text(&example()));
    }

    #[test]
    fn findings_as_csv() {
        expect![[r#"
            [BOM]"Báo cáo";"TT";"Mức độ";"Nội dung";"Đề nghị";"Câu trong báo cáo"
            "thang-02.txt (tháng 02 năm 2022)";"1";"Lỗi";"Chứng thư số đang dùng: 512 + 1.806 = 2.318, báo cáo ghi 2.293, lệch 25.";"Nếu các số thành phần đúng thì tổng số là 2.318.";"cert.total; 2.293"
            "thang-02.txt (tháng 02 năm 2022)";"2";"Lỗi";"Tỷ lệ ký số: 37 / 4.812 = 0,77%, báo cáo ghi 0,78%, lệch 0,01 điểm phần trăm.";"Đã quyết định giữ nguyên: số của đơn vị chủ quản.";"docs.rate; 0,78"
            "thang-02.txt (tháng 02 năm 2022)";"3";"Đã sửa";"Thời lượng phát sóng: báo cáo in “25”, khi tổng hợp dùng 27.";"Đơn vị xác nhận lại.";"other.minutes; 25"
        "#]].assert_eq(&csv(&example()).replace("\r\n", "\n").replace('\u{FEFF}', "[BOM]"));
    }

    #[test]
    fn a_report_without_findings_is_left_out() {
        let report = testing::report("2022-02; Sở Mẫu; An Lạc\ndocs.sent; 5", &testing::catalogue());
        let sources = [Source { name: "a", report: &report }];
        let table = consolidate(&sources, Period::parse("2022-02"), &testing::catalogue());
        let findings = of(&table, &sources, &[]);
        assert_eq!(findings.parts, Vec::new());
        assert!(html(&findings).starts_with("<p><b>Những điểm cần xem lại"));
    }
}
