//! Whether two reports are of one agency, under its own name or under the one that it had before a merger.
//!
//! | reports | one agency |
//! |---|---|
//! | Sở Thông tin và Truyền thông 02/2025, Sở Khoa học và Công nghệ 4/2025 | yes, with a note |
//! | the same names, both of 2022 | no: then they were two agencies side by side |
//! | Trà Vinh 6/2025, Vĩnh Long 7/2025 | no, with a hint: the figures cover more than before, so that no sum is of one place |

use jiff::civil::Date;

use tonghop_model::name_key::{key, province_key};
use tonghop_model::vietnamese::period::Period;
use tonghop_statements::authority::{self, Succession};
use tonghop_statements::outline::Header;

/// Whether agency and province agree; a name that is left out agrees with any.
pub fn same_issuer(a: &Header, b: &Header) -> bool {
    let agree = |a: Option<String>, b: Option<String>| a.is_none() || b.is_none() || a == b;
    let agency = |header: &Header| header.agency.as_deref().map(key);
    let province = |header: &Header| header.province.as_deref().map(province_key);
    (agree(agency(a), agency(b)) || agencies(a, b).is_some()) && agree(province(a), province(b))
}

/// What to know of two reports of one agency whose names differ by a merger.
pub fn note(a: &Header, b: &Header) -> Option<String> {
    let merged = agencies(a, b)?;
    let (old, new, year) = (merged.old, merged.new, merged.since.year());
    Some(format!("{old} hợp nhất vào {new} từ năm {year}: các báo cáo của hai tên được coi là của một cơ quan."))
}

/// Why two reports are not added although one province went into the other.
pub fn province_hint(a: &Header, b: &Header) -> Option<String> {
    let merged = authority::province_succession(a.province.as_deref()?, b.province.as_deref()?)?;
    let all = authority::merged(merged.new).join(", ");
    let (old, new, year) = (merged.old, merged.new, merged.since.year());
    Some(format!(
        "{old} sáp nhập vào {new} từ năm {year}, số liệu sau đó gồm cả {all}; hãy tổng hợp riêng từng tỉnh."
    ))
}

fn agencies(a: &Header, b: &Header) -> Option<Succession> {
    let merged = authority::authority_succession(a.agency.as_deref()?, b.agency.as_deref()?)?;
    in_turn(a, b, a.agency.as_deref() == Some(merged.old), merged)
}

/// The merger, if the old name reports on the time before it and the new one on the time after.
fn in_turn(a: &Header, b: &Header, a_is_old: bool, merged: Succession) -> Option<Succession> {
    let (old, new) = if a_is_old { (a, b) } else { (b, a) };
    let window = |header: &Header| header.period.and_then(Period::window);
    let starts: Date = window(old)?.0;
    let ends: Date = window(new)?.1;
    (starts < merged.since && ends >= merged.since).then_some(merged)
}
