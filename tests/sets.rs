//! Sets of whole reports of a year: every total right, or none with the months that are missing; not one wrong.
//!
//! The figures of a month are made from its number, and what a period must come to is added up from them here, without
//! the engine.
#![allow(clippy::unwrap_used, clippy::panic)] // A test may stop at the first thing that is not as it should be.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rust_decimal::{Decimal, RoundingStrategy};
use tonghop_figures::consolidate::consolidate;
use tonghop_figures::report;
use tonghop_figures::table::{Source, Table};
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::format as printed;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;

/// The figures of a month, or of several.
#[derive(Clone, Copy)]
struct Figures {
    users: u32,
    sent: u32,
    signed: u32,
    boxes: u32,
    mail: u32,
    direct: u32,
    online: u32,
    level3: u32,
}

/// The figures of a month of the year; `other` makes those of another report on it.
fn month(number: u32, other: u32) -> Figures {
    let sent = 9_100 + 317 * number + other;
    Figures {
        users: 5_800 + 9 * number,
        sent,
        signed: sent * (70 + number) / 100,
        boxes: 10 + number % 5,
        mail: 4_000 + 13 * number,
        direct: 7_400 + 211 * number,
        online: 1_020 + 87 * number,
        level3: 2_300 + 41 * number,
    }
}

/// The figures of several months together: what flows is added, what is there is that of the last one.
fn together(months: &[Figures]) -> Figures {
    let sum = |of: fn(&Figures) -> u32| months.iter().map(of).sum();
    Figures {
        sent: sum(|one| one.sent),
        signed: sum(|one| one.signed),
        boxes: sum(|one| one.boxes),
        direct: sum(|one| one.direct),
        online: sum(|one| one.online),
        level3: sum(|one| one.level3),
        ..*months.last().unwrap()
    }
}

fn percent(part: u32, whole: u32) -> Decimal {
    let share = Decimal::from(part) * Decimal::from(100) / Decimal::from(whole);
    share.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// How a report is told from the others.
#[derive(Clone, Copy)]
struct Told<'a> {
    agency: &'a str,
    /// "tháng 5 năm 2023".
    period: &'a str,
    /// "14 tháng 5 năm 2023".
    issued: &'a str,
    /// A line behind the title.
    note: &'a str,
    /// What online services are called.
    class: &'a str,
}

fn text(told: Told<'_>, of: Figures) -> String {
    let Told { agency, period, issued, note, class } = told;
    let Figures { users, sent, signed, boxes, mail, direct, online, level3 } = of;
    let [users, sent_, signed_, mail, all, direct, online, level3] =
        [users, sent, signed, mail, direct + online, direct, online, level3].map(|number| printed(number.into()));
    let rate = printed(percent(signed, sent));
    format!(
        "UBND TỈNH HÒA GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{agency} Độc lập - Tự do - Hạnh phúc\n\n\
         Số: 17/BC-STTTT Hòa Giang, ngày {issued}\nBÁO CÁO\nCông tác thông tin và truyền thông {period}\n{note}\n\n\
         I. CÔNG TÁC QUẢN LÝ NHÀ NƯỚC\n1. Lĩnh vực ứng dụng công nghệ thông tin\n\
         - Hệ thống quản lý văn bản và điều hành (iOffice) vận hành thông suốt đến cấp xã, tổng số người dùng trên hệ \
         thống là {users}. Tổng văn bản đi: {sent_}, ký số {signed_} văn bản (tỷ lệ {rate}%).\n\
         - Hệ thống thư điện tử công vụ: tạo mới {boxes:02} hộp thư, nâng tổng số hộp thư điện tử công vụ trong tỉnh là \
         {mail}.\n\
         - Cổng dịch vụ công của tỉnh: hệ thống đã tiếp nhận {all} hồ sơ ({direct} trực tiếp, {online} trực tuyến). \
         Trong đó, tiếp nhận {level3} hồ sơ {class}.\n"
    )
}

/// The report of a month; from September on the classes of services have their later names.
fn report(number: u32) -> String {
    of_month(number, 14, "", month(number, 0))
}

fn of_month(number: u32, day: u32, note: &str, figures: Figures) -> String {
    let name =
        if number < 3 { format!("tháng {number:02} năm 2023") } else { format!("tháng {number} năm 2023") };
    let class = if number < 9 { "mức độ 3" } else { "một phần" };
    let told = Told {
        agency: "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        period: &name,
        issued: &format!("{day:02} {name}"),
        note,
        class,
    };
    text(told, figures)
}

fn table(period: &str, texts: &[String]) -> Table {
    let catalogue = Catalogue::shipped();
    let reports: Vec<Report> =
        texts.iter().map(|text| report::read("bc.txt", text.as_bytes(), &catalogue).unwrap()).collect();
    let sources: Vec<Source<'_>> = reports.iter().map(|report| Source { name: "bc.txt", report }).collect();
    consolidate(&sources, Period::parse(period), &catalogue)
}

/// Holds every total of a period to what its months come to; what flows has none where a month is missing.
fn check(period: &str, texts: &[String], months: &[Figures], missing: &[&str]) {
    let of = together(months);
    let flow = |value: u32| missing.is_empty().then(|| Decimal::from(value));
    let expected: BTreeMap<&str, Option<Decimal>> = [
        ("ioffice.users", Some(Decimal::from(of.users))),
        ("mail.total", Some(Decimal::from(of.mail))),
        ("ioffice.docs_sent", flow(of.sent)),
        ("ioffice.docs_signed", flow(of.signed)),
        ("ioffice.signed_rate", missing.is_empty().then(|| percent(of.signed, of.sent))),
        ("mail.issued", flow(of.boxes)),
        ("dvc.received", flow(of.direct + of.online)),
        ("dvc.received.direct", flow(of.direct)),
        ("dvc.received.online", flow(of.online)),
    ]
    .into();
    let table = table(period, texts);
    for (id, expected) in expected {
        let row = table.rows.iter().find(|row| row.indicator.as_deref() == Some(id));
        let row = row.unwrap_or_else(|| panic!("{period}: no row {id}"));
        assert_eq!(row.total.map(|total| total.value), expected, "{period}: {id}: {}", row.derivation);
        if expected.is_none() && id != "ioffice.signed_rate" {
            let lacking: Vec<String> = row.missing.iter().map(|month| month.id()).collect();
            assert_eq!(lacking, missing, "{period}: {id}");
        }
    }
}

fn months(of: RangeInclusive<u32>) -> Vec<Figures> {
    of.map(|number| month(number, 0)).collect()
}

/// The reports of the whole year, the last one first.
fn year() -> Vec<String> {
    (1..=12).rev().map(report).collect()
}

#[test]
fn every_span_of_a_year_is_right() {
    for (period, of) in [
        ("2023-Q1", 1..=3),
        ("2023-Q3", 7..=9),
        ("2023-H1", 1..=6),
        ("2023-H2", 7..=12),
        ("2023-9M", 1..=9),
        ("2023", 1..=12),
        ("2023-04..2023-09", 4..=9),
        ("2023-08", 8..=8),
    ] {
        check(period, &year(), &months(of), &[]);
    }
}

#[test]
fn a_gap_leaves_no_sum() {
    let without = |gap: &[u32]| (1..=12).filter(|number| !gap.contains(number)).map(report).collect::<Vec<_>>();
    check("2023-H1", &without(&[4]), &months(1..=6), &["2023-04"]);
    check("2023-H2", &without(&[8, 12]), &months(7..=11), &["2023-08", "2023-12"]);
    check("2023-Q1", &without(&[4]), &months(1..=3), &[]);
}

#[test]
fn of_two_reports_of_a_month_the_later_one_counts() {
    let mut texts: Vec<String> = (1..=6).map(report).collect();
    texts.insert(0, of_month(2, 20, "", month(2, 40)));
    let mut figures = months(1..=6);
    figures[1] = month(2, 40);
    check("2023-H1", &texts, &figures, &[]);
}

#[test]
fn a_report_that_replaces_another_counts() {
    let mut texts: Vec<String> = (1..=6).map(report).collect();
    let note = "(Báo cáo này thay thế Báo cáo số 17/BC-STTTT ngày 14 tháng 5 năm 2023)";
    texts.push(of_month(5, 14, note, month(5, 60)));
    let mut figures = months(1..=6);
    figures[4] = month(5, 60);
    check("2023-H1", &texts, &figures, &[]);
}

#[test]
fn another_agency_is_set_apart() {
    let mut texts: Vec<String> = (1..=6).map(report).collect();
    for period in ["tháng 3 năm 2023", "tháng 4 năm 2023"] {
        let issued = format!("14 {period}");
        let told = Told { agency: "SỞ TÀI CHÍNH", period, issued: &issued, note: "", class: "mức độ 3" };
        texts.insert(0, text(told, month(3, 500)));
    }
    check("2023-H1", &texts, &months(1..=6), &[]);
}

#[test]
fn a_quarter_and_a_half_year_are_never_added() {
    let mut texts: Vec<String> = (1..=6).map(report).collect();
    for (period, issued, of) in
        [("quý I năm 2023", "20 tháng 3 năm 2023", 1..=3), ("6 tháng đầu năm 2023", "20 tháng 6 năm 2023", 1..=6)]
    {
        let agency = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG";
        texts.push(text(Told { agency, period, issued, note: "", class: "mức độ 3" }, together(&months(of))));
    }
    check("2023-H1", &texts, &months(1..=6), &[]);
    // The quarter stands for its month that is missing.
    texts.remove(1);
    check("2023-H1", &texts, &months(1..=6), &[]);
}

#[test]
fn classes_that_were_renamed_are_not_added() {
    let table = table("2023", &year());
    let total = |id: &str| {
        let row = table.rows.iter().find(|row| row.indicator.as_deref() == Some(id));
        row.unwrap_or_else(|| panic!("no row {id}")).total
    };
    assert_eq!(total("dvc.level3.received"), None);
    assert_eq!(total("dvc.partial.received"), None);
    assert!(table.findings.iter().any(|finding| finding.code == "series_break"));
}
