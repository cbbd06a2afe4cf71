//! What the official is told of text that was converted, or that may have to be.

use super::{Detected, Encoding};
use crate::finding::{Finding, Severity};

/// How many letters were converted by the names of their fonts, by encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted(Vec<(Encoding, usize)>);

impl Converted {
    /// Counts converted letters.
    pub fn add(&mut self, encoding: Encoding, letters: usize) {
        match self.0.iter_mut().find(|(known, _)| *known == encoding) {
            Some((_, count)) => *count += letters,
            None => self.0.push((encoding, letters)),
        }
    }

    /// Counts what was converted elsewhere in the same document.
    pub fn extend(&mut self, other: &Self) {
        other.0.iter().for_each(|(encoding, letters)| self.add(*encoding, *letters));
    }

    /// One finding for each encoding.
    pub fn findings(&self) -> impl Iterator<Item = Finding> + '_ {
        self.0.iter().map(|(encoding, letters)| {
            let message = format!(
                "Tệp có {letters} ký tự dùng phông chữ cũ {}; đã chuyển sang Unicode theo tên phông.",
                encoding.name()
            );
            Finding::new("legacy-encoding", Severity::Info, message, Vec::new())
        })
    }
}

/// What is said of a text without fonts in which an encoding was found; it was converted where that is sure.
pub fn of_text(detected: Detected) -> Finding {
    let (name, percent) = (detected.encoding.name(), detected.certainty / 10);
    if !detected.is_sure() {
        return of_kept(detected);
    }
    let message = format!("Tệp dùng bảng mã {name}; đã chuyển sang Unicode (mức chắc chắn {percent}%).");
    Finding::new("legacy-encoding", Severity::Info, message, Vec::new())
}

/// What is said of a text that is read in the encoding that the official chose.
pub fn of_chosen(encoding: Encoding) -> Finding {
    let message = format!("Đã đọc theo bảng mã {} do người dùng chọn; tệp gốc được giữ nguyên.", encoding.name());
    Finding::new("legacy-encoding", Severity::Info, message, Vec::new())
}

/// What is said of a text whose letters the official wants as they stand.
pub fn of_wished() -> Finding {
    let message = "Chữ được giữ nguyên như trong tệp, không chuyển bảng mã, theo lựa chọn của người dùng.";
    Finding::new("legacy-encoding", Severity::Info, message, Vec::new())
}

/// What is said of a text that stays as it is, although it may be in another encoding.
fn of_kept(detected: Detected) -> Finding {
    let (name, percent) = (detected.encoding.name(), detected.certainty / 10);
    let message =
        format!("Tệp có thể dùng bảng mã {name} (mức chắc chắn {percent}%); chữ được giữ nguyên, chưa chuyển.");
    Finding::new("legacy-encoding", Severity::Warning, message, Vec::new())
        .with_hint("Nếu chữ hiện sai, hãy chọn đúng bảng mã ở mục “Bảng mã” của tệp trong danh sách báo cáo.")
}
