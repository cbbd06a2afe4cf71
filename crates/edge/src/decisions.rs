//! The file of decisions for the engine.

use rust_decimal::Decimal;
use tonghop_figures::decision::{self, Decision, Spot};
use tonghop_job::decisions::{Entry, Kept, Place, drafts, from_bytes, is_named};
use tonghop_model::span::Span;

/// The decisions of a file that may be one, and the drafts beside them; `None` where it is another file.
///
/// # Errors
/// A sentence where it is one, but not all of it can be read: to go on without some of the decisions would use figures
/// that the official has decided otherwise, and to go on without a draft would lose what was written by hand.
pub fn open(bytes: &[u8]) -> Result<Option<Kept>, String> {
    match (from_bytes(bytes), drafts::from_bytes(bytes)) {
        (Some(entries), Some(drafts)) => match entries.len() - to_engine(&entries).len() {
            0 => Ok(Some((entries, drafts))),
            damaged => Err(format!("{damaged} quyết định bị hỏng; hãy lưu lại tệp quyết định từ trang.")),
        },
        _ if is_named(bytes) => {
            Err("Tệp quyết định này bị hỏng hoặc của bản mới hơn; hãy lưu lại tệp quyết định từ trang.".to_owned())
        }
        _ => Ok(None),
    }
}

/// The decisions for the engine; entries that were damaged are left out.
pub fn to_engine(entries: &[Entry]) -> Vec<Decision> {
    entries.iter().filter_map(decision).collect()
}

/// The fingerprint of a text as a file writes it.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", decision::fingerprint(text))
}

fn decision(entry: &Entry) -> Option<Decision> {
    Some(match entry {
        Entry::Value { place, printed, value, reason, .. } => Decision::Value {
            place: spot(place)?,
            printed: printed.clone(),
            value: value.parse::<Decimal>().ok()?,
            reason: reason.clone(),
        },
        Entry::Keep { code, message, places, reason, .. } => Decision::Keep {
            code: code.clone(),
            message: message.clone(),
            places: places.iter().map(spot).collect::<Option<_>>()?,
            reason: reason.clone(),
        },
    })
}

fn spot(place: &Place) -> Option<Spot> {
    let report = u64::from_str_radix(&place.report, 16).ok()?;
    Some(Spot { report, span: Span::new(place.start, place.end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(value: &str) -> Entry {
        Entry::Value {
            file: "a.txt".into(),
            label: "Chứng thư số".into(),
            place: Place { report: fingerprint("văn bản"), start: 3, end: 8 },
            printed: "2.293".into(),
            value: value.into(),
            reason: String::new(),
            with: None,
        }
    }

    #[test]
    fn damaged_entries_are_left_out() {
        assert_eq!(to_engine(&[value("2318"), value("hai nghìn")]).len(), 1);
    }

    #[test]
    fn a_file_whose_drafts_are_damaged_is_refused() {
        let damaged =
            drafts::to_text(&[value("2318")], &[]).replace("\"version\": 1", "\"version\": 1, \"drafts\": [7]");
        assert!(open(damaged.as_bytes()).is_err());
        assert_eq!(open(b"{}"), Ok(None));
    }
}
