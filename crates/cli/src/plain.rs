//! A report as a table to read in a terminal.

use std::io::{self, Write};

use tonghop_figures::table::wording::figure;
use tonghop_model::finding::Severity;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::report::Report;
use tonghop_statements::numeral::Class;

/// The widest that a column is made, in characters; longer texts push their line out.
const WIDEST: usize = 60;

/// Prints the head, the figures and the findings of a report.
pub fn report(file: &str, report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let header = &report.header;
    let period = header.period.map_or_else(|| "không rõ kỳ".to_owned(), Period::name);
    let issuer = [header.agency.as_deref(), header.province.as_deref(), header.number.as_deref()];
    let head: Vec<&str> = [file, &period].into_iter().chain(issuer.into_iter().flatten()).collect();
    writeln!(out, "{}", head.join(" · "))?;
    let unknown = report.numerals.iter().filter(|numeral| numeral.class == Class::NarrativeCount).count();
    let numerals = report.numerals.len();
    writeln!(out, "Tìm thấy {}/{numerals} số, {} số liệu.", numerals - unknown, report.facts.len())?;
    facts(report, out)?;
    for finding in &report.findings {
        let severity = match finding.severity {
            Severity::Error => "LỖI",
            Severity::Warning => "CẦN XEM",
            Severity::Info => "GHI CHÚ",
        };
        let hint = finding.hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default();
        writeln!(out, "{severity}: {}{hint}", finding.message)?;
    }
    writeln!(out)
}

fn facts(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let row = |fact: &tonghop_series::fact::Fact| {
        let value = figure(fact.value, fact.approximate);
        let id = fact.indicator.clone().unwrap_or_else(|| "?".to_owned());
        [id, fact.label.clone(), value, fact.unit.clone(), fact.kind.name().to_owned()]
    };
    let head = ["Mã", "Chỉ tiêu", "Giá trị", "Đơn vị", "Loại"].map(str::to_owned);
    let rows: Vec<[String; 5]> = std::iter::once(head).chain(report.facts.iter().map(row)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).min(WIDEST);
    let [id, label, value, unit, _] = std::array::from_fn(width);
    for [a, b, c, d, e] in &rows {
        writeln!(out, "  {a:<id$}  {b:<label$}  {c:>value$}  {d:<unit$}  {e}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "writing to memory does not fail")]

    use expect_test::expect;

    use tonghop_model::finding::{Finding, Severity};
    use tonghop_series::testing;

    #[test]
    fn a_report_to_read() {
        let notation = "2022-02; Sở Mẫu; An Lạc\ndocs.sent; ~1.000\nSố buổi tọa đàm; 3; buổi; flow";
        let mut report = testing::report(notation, &testing::catalogue());
        report.findings.push(Finding::new("sum", Severity::Error, "1 + 1 = 2.", Vec::new()).with_hint("Sửa lại."));
        let mut out = Vec::new();
        super::report("a.md", &report, &mut out).unwrap();
        expect![[r#"
            a.md · tháng 02 năm 2022 · Sở Mẫu · An Lạc
            Tìm thấy 0/0 số, 2 số liệu.
              Mã         Chỉ tiêu              Giá trị  Đơn vị   Loại
              docs.sent  Văn bản đã gửi   khoảng 1.000  văn bản  flow
              ?          Số buổi tọa đàm             3  buổi     flow
            LỖI: 1 + 1 = 2. Sửa lại.

        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
}
