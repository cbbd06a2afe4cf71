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

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a mistake in a test's own notation should stop the test"
)]

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::catalogue::Catalogue;
use crate::fact::Fact;
use crate::report::Report;
use tonghop_model::document::{Document, Paragraph, Place};
use tonghop_model::format::Format;
use tonghop_model::kind::Kind;
use tonghop_model::span::{Mapper, Span};
use tonghop_model::vietnamese::period::Period;
use tonghop_statements::line;
use tonghop_statements::outline::Header;
use tonghop_statements::relation::Relations;

/// The report of the notation above.
pub fn report(notation: &str, catalogue: &Catalogue) -> Report {
    let notation = notation.trim();
    let mut offset = 0;
    let (mut facts, mut lines) = (Vec::new(), Vec::new());
    for (index, line) in notation.split('\n').enumerate() {
        if index > 0 && !line.trim().is_empty() {
            facts.push(Fact { line: index, ..fact(line, offset, catalogue) });
        }
        let mut mapper = Mapper::new();
        mapper.push(line, offset);
        let paragraph = Paragraph { text: mapper.finish(), ..Paragraph::default() };
        lines.push(line::line(paragraph, Place::Body, false));
        offset += line.chars().count() + 1;
    }
    Report {
        lines,
        document: Document {
            format: Format::Text,
            text: notation.to_owned(),
            blocks: Vec::new(),
            margins: Vec::new(),
            notices: Vec::new(),
            layout: None,
        },
        header: header(notation.lines().next().unwrap_or_default()),
        outline: Vec::new(),
        numerals: Vec::new(),
        facts,
        relations: Relations::default(),
        findings: Vec::new(),
    }
}

/// A catalogue with indicators of every kind, so that tests do not depend on the shipped data.
pub fn catalogue() -> Catalogue {
    Catalogue::new(serde_json::from_str(CATALOGUE).unwrap())
}

const CATALOGUE: &str = r#"[
    {"id": "docs", "name": "Văn bản điện tử", "indicator": [
        {"id": "docs.sent", "name": "Văn bản đã gửi", "unit": "văn bản", "kind": "flow"},
        {"id": "docs.signed", "name": "Văn bản đã ký số", "unit": "văn bản", "kind": "flow"},
        {"id": "docs.rate", "name": "Tỷ lệ ký số", "unit": "%", "kind": "ratio",
            "ratio": {"part": "docs.signed", "whole": "docs.sent"}}
    ], "sum": [
        {"total": "docs.sent", "parts": ["docs.signed"], "partial": true}
    ]},
    {"id": "cert", "name": "Chứng thư số", "indicator": [
        {"id": "cert.issued", "name": "Chứng thư số cấp mới", "unit": "chứng thư số", "kind": "flow"},
        {"id": "cert.revoked", "name": "Chứng thư số thu hồi", "unit": "chứng thư số", "kind": "flow"},
        {"id": "cert.total", "name": "Chứng thư số đang dùng", "unit": "chứng thư số", "kind": "stock"},
        {"id": "cert.organisation", "name": "– của tổ chức", "unit": "chứng thư số", "kind": "stock"},
        {"id": "cert.personal", "name": "– của cá nhân", "unit": "chứng thư số", "kind": "stock"},
        {"id": "cert.personal_rate", "name": "  + tỷ lệ cá nhân", "unit": "%", "kind": "ratio",
            "ratio": {"part": "cert.personal", "whole": "cert.total"}}
    ], "sum": [
        {"total": "cert.total", "parts": ["cert.organisation", "cert.personal"]}
    ], "roll": [{"stock": "cert.total", "new": "cert.issued", "gone": "cert.revoked"}]},
    {"id": "portal", "name": "Cổng thông tin", "indicator": [
        {"id": "portal.all", "name": "Văn bản đăng tải", "unit": "văn bản", "kind": "flow"},
        {"id": "portal.news", "name": "– tin", "unit": "tin", "kind": "flow"},
        {"id": "portal.news.own", "name": "  + tự viết", "unit": "tin", "kind": "flow"},
        {"id": "portal.news.other", "name": "  + dẫn lại", "unit": "tin", "kind": "flow"},
        {"id": "portal.plans", "name": "– kế hoạch", "unit": "kế hoạch", "kind": "flow"},
        {"id": "portal.notices", "name": "– thông báo", "unit": "thông báo", "kind": "flow"}
    ], "sum": [
        {"total": "portal.all", "parts": ["portal.news", "portal.plans", "portal.notices"]},
        {"total": "portal.news", "parts": ["portal.news.own", "portal.news.other"]}
    ]},
    {"id": "dvc", "name": "Dịch vụ công", "indicator": [
        {"id": "dvc.level3.received", "name": "Hồ sơ mức độ 3", "unit": "hồ sơ", "kind": "flow"},
        {"id": "dvc.partial.received", "name": "Hồ sơ một phần", "unit": "hồ sơ", "kind": "flow"}
    ]},
    {"id": "other", "name": "Chỉ tiêu khác", "indicator": [
        {"id": "other.ytd", "name": "Lượt cài đặt lũy kế", "unit": "lượt", "kind": "cumulative"},
        {"id": "other.change", "name": "Tăng so với tháng trước", "unit": "điểm phần trăm", "kind": "change"},
        {"id": "other.target", "name": "Chỉ tiêu năm", "unit": "%", "kind": "target"},
        {"id": "other.minutes", "name": "Thời lượng phát sóng", "unit": "phút/ngày", "kind": "count"},
        {"id": "other.coverage", "name": "Tỷ lệ phủ sóng", "unit": "%", "kind": "ratio"},
        {"id": "other.coverage_change", "name": "Tăng tỷ lệ phủ sóng", "unit": "%", "kind": "change", "points": true},
        {"id": "other.goal.target", "name": "Hồ sơ trên mạng: chỉ tiêu", "unit": "%", "kind": "target"},
        {"id": "other.goal.result", "name": "– kết quả", "unit": "%", "kind": "ratio"},
        {"id": "other.length", "name": "Chiều dài cáp", "unit": "km", "kind": "stock"},
        {"id": "other.length.fibre", "name": "Cáp quang", "unit": "km", "kind": "stock"},
        {"id": "other.length.copper", "name": "Cáp đồng", "unit": "km", "kind": "stock"}
    ], "sum": [
        {"total": "other.length", "parts": ["other.length.fibre", "other.length.copper"]}
    ]}
]"#;

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
        approximate: raw.starts_with('~').then_some("khoảng"),
        as_of: as_of.map(|date| date.parse::<Date>().unwrap()),
        certainty: 1000,
        line: 0,
        span: Span::new(start, start + number.chars().count()),
        sentence: Span::new(offset, offset + line.chars().count()),
        printed: (!proposed.is_empty()).then(|| decimal(number)),
        decided: None,
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
