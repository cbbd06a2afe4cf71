//! Reports written down in a few lines, for tests of the stages behind the facts.
//!
//! ```text
//! 2022-01; Sở Mẫu; An Lạc; 2022-01-15          period; agency; province; issued ("-" for none)
//! ioffice.docs_sent; 1.000                     indicator; value
//! ioffice.users; 3.205; as_of 2022-01-14       a date that the figure is as of
//! ioffice.docs_sent; ~60                       approximate
//! ioffice.docs_sent; 61.4072=61.407            printed = understood
//! Số buổi tập huấn; 3; buổi; flow              a figure that no indicator claims: label; value; unit; kind
//! ```
//! The text of the report is the notation itself, so that spans can be looked up in it.

#![allow(clippy::unwrap_used, reason = "a mistake in a test's own notation should stop the test")]

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::catalogue::{Catalogue, Indicator, Ratio, Sum, System};
use super::document::Document;
use super::fact::{Fact, Kind};
use super::outline::Header;
use super::read::Format;
use super::report::Report;
use super::span::Span;
use super::vietnamese::period::Period;

/// The report of the notation above.
pub fn report(notation: &str, catalogue: &Catalogue) -> Report {
    let notation = notation.trim();
    let mut offset = 0;
    let mut facts = Vec::new();
    for (index, line) in notation.split('\n').enumerate() {
        if index > 0 && !line.trim().is_empty() {
            facts.push(fact(line, offset, catalogue));
        }
        offset += line.chars().count() + 1;
    }
    Report {
        document: Document {
            format: Format::Text,
            text: notation.to_owned(),
            blocks: Vec::new(),
            margins: Vec::new(),
            findings: Vec::new(),
        },
        header: header(notation.lines().next().unwrap_or_default()),
        outline: Vec::new(),
        numerals: Vec::new(),
        facts,
        findings: Vec::new(),
    }
}

/// A catalogue with one system of every kind of indicator, so that tests do not depend on the shipped data.
pub fn catalogue() -> Catalogue {
    let indicator = |id: &str, name: &str, unit: &str, kind: Kind| Indicator {
        id: id.to_owned(),
        name: name.to_owned(),
        unit: unit.to_owned(),
        kind,
        when: Vec::new(),
        weak: Vec::new(),
        nil: false,
        ratio: None,
    };
    let share = |id: &str, name: &str, part: &str, whole: &str| Indicator {
        ratio: Some(Ratio { part: part.to_owned(), whole: whole.to_owned() }),
        ..indicator(id, name, "%", Kind::Ratio)
    };
    let sum = |total: &str, parts: &[&str], partial: bool| Sum {
        total: total.to_owned(),
        parts: parts.iter().map(|&part| part.to_owned()).collect(),
        partial,
    };
    let system = |id: &str, name: &str, indicator: Vec<Indicator>, sum: Vec<Sum>| System {
        id: id.to_owned(),
        name: name.to_owned(),
        scope: Vec::new(),
        indicator,
        sum,
    };
    Catalogue::new(vec![
        system(
            "docs",
            "Văn bản điện tử",
            vec![
                indicator("docs.sent", "Văn bản đã gửi", "văn bản", Kind::Flow),
                indicator("docs.signed", "Văn bản đã ký số", "văn bản", Kind::Flow),
                share("docs.rate", "Tỷ lệ ký số", "docs.signed", "docs.sent"),
            ],
            vec![sum("docs.sent", &["docs.signed"], true)],
        ),
        system(
            "cert",
            "Chứng thư số",
            vec![
                indicator("cert.total", "Tổng số chứng thư số", "chứng thư số", Kind::Stock),
                indicator("cert.organisation", "Chứng thư số tổ chức", "chứng thư số", Kind::Stock),
                indicator("cert.personal", "Chứng thư số cá nhân", "chứng thư số", Kind::Stock),
                share("cert.personal_rate", "Tỷ lệ cá nhân", "cert.personal", "cert.total"),
            ],
            vec![sum("cert.total", &["cert.organisation", "cert.personal"], false)],
        ),
        system(
            "other",
            "Chỉ tiêu khác",
            vec![
                indicator("other.ytd", "Lượt cài đặt lũy kế", "lượt", Kind::Cumulative),
                indicator("other.change", "Tăng so với tháng trước", "điểm phần trăm", Kind::Change),
                indicator("other.target", "Chỉ tiêu năm", "%", Kind::Target),
                indicator("other.minutes", "Thời lượng phát sóng", "phút/ngày", Kind::Count),
                indicator("other.coverage", "Tỷ lệ phủ sóng", "%", Kind::Ratio),
                indicator("other.length", "Chiều dài cáp", "km", Kind::Stock),
                indicator("other.length.fibre", "Cáp quang", "km", Kind::Stock),
                indicator("other.length.copper", "Cáp đồng", "km", Kind::Stock),
            ],
            vec![sum("other.length", &["other.length.fibre", "other.length.copper"], false)],
        ),
    ])
}

fn header(line: &str) -> Header {
    let mut fields =
        line.split(';').map(str::trim).map(|field| Some(field).filter(|field| !["-", ""].contains(field)));
    let mut next = || fields.next().flatten();
    Header {
        period: next().map(|id| Period::parse(id).unwrap()),
        agency: next().map(str::to_owned),
        province: next().map(str::to_owned),
        issued: next().map(|date| date.parse().unwrap()),
        plan_period: next().map(|id| Period::parse(id).unwrap()),
        ..Header::default()
    }
}

fn fact(line: &str, offset: usize, catalogue: &Catalogue) -> Fact {
    let fields: Vec<&str> = line.split(';').map(str::trim).collect();
    let indicator = catalogue.indicator(fields[0]);
    let (raw, proposed) = fields[1].split_once('=').unwrap_or((fields[1], ""));
    let number = raw.trim_start_matches('~');
    let start = offset + line[..line.find(number).unwrap()].chars().count();
    let as_of = fields[2..].iter().find_map(|field| field.strip_prefix("as_of "));
    Fact {
        indicator: indicator.map(|indicator| indicator.id.clone()),
        label: indicator.map_or(fields[0], |indicator| &indicator.name).to_owned(),
        value: decimal(if proposed.is_empty() { number } else { proposed }),
        raw: number.to_owned(),
        unit: indicator
            .map_or_else(|| fields.get(2).copied().unwrap_or_default(), |indicator| &indicator.unit)
            .to_owned(),
        kind: indicator.map_or_else(|| kind(fields.get(3).copied().unwrap_or("count")), |indicator| indicator.kind),
        approximate: raw.starts_with('~'),
        as_of: as_of.map(|date| date.parse::<Date>().unwrap()),
        certainty: 1000,
        span: Span::new(start, start + number.chars().count()),
        sentence: Span::new(offset, offset + line.chars().count()),
        printed: (!proposed.is_empty()).then(|| decimal(number)),
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "flow" => Kind::Flow,
        "stock" => Kind::Stock,
        "ratio" => Kind::Ratio,
        "cumulative" => Kind::Cumulative,
        "change" => Kind::Change,
        "target" => Kind::Target,
        _ => Kind::Count,
    }
}

/// "61.407" and "84,27" as decimals; a malformed numeral such as "61.4072" loses its dots too.
fn decimal(written: &str) -> Decimal {
    written.replace('.', "").replace(',', ".").parse().unwrap()
}
