//! What the official should know of how the pages were read: scans, recognised text, damage.

use super::page::PageText;
use crate::error::ReadError;
use tonghop_model::finding::{Finding, Severity};

/// Notes taken while pages are read; pages are kept by their number, from 1.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pages: usize,
    /// How many pages have letters.
    written: usize,
    /// Pages without any letter.
    blank: Vec<usize>,
    /// Pages whose letters lie unseen under a picture.
    recognised: Vec<usize>,
    /// Pages with text in another direction, and that text.
    aside: Vec<(usize, String)>,
    /// Pages of which a part could not be read.
    damaged: Vec<usize>,
}

impl Notes {
    /// Takes notes of a page, from 0.
    pub fn add(&mut self, index: usize, page: &PageText) {
        self.pages += 1;
        let seen = |c: char| !c.is_whitespace();
        let count = |hidden: bool| {
            let runs = page.runs.iter().filter(|run| run.invisible == hidden);
            runs.flat_map(|run| &run.letters).filter(|letter| seen(letter.c)).count()
        };
        let (painted, hidden) = (count(false), count(true));
        self.written += usize::from(painted + hidden > 0);
        if page.damaged {
            self.damaged.push(index + 1);
        } else if painted + hidden == 0 {
            self.blank.push(index + 1);
        }
        if !page.aside.is_empty() {
            self.aside.push((index + 1, page.aside.clone()));
        }
        if hidden > painted {
            self.recognised.push(index + 1);
        }
    }

    /// Refuses a file that has no text on any page.
    ///
    /// # Errors
    /// Where that is so: the file is a scan, or it is damaged.
    pub fn refuse_scan(&self) -> Result<(), ReadError> {
        match self.written {
            0 if self.pages == 0 || !self.damaged.is_empty() => Err(ReadError::Damaged),
            0 => Err(ReadError::Scan { pages: self.pages }),
            _ => Ok(()),
        }
    }

    /// The notes as findings.
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if !self.blank.is_empty() {
            let share = (self.blank.len() * 100).div_ceil(self.pages.max(1));
            let message = format!(
                "{} trong {} trang ({share}%) là ảnh quét hoặc trang trống, không có chữ để đọc: trang {}.",
                self.blank.len(),
                self.pages,
                listed(&self.blank)
            );
            let hint = "Nhìn các trang này trong tệp gốc; nếu có số liệu, hãy xin tệp Word gốc hoặc nhập tay.";
            found.push(Finding::new("scan", Severity::Warning, message, Vec::new()).with_hint(hint));
        }
        if !self.recognised.is_empty() {
            let message =
                format!("Chữ ở trang {} do máy nhận dạng từ ảnh quét nên có thể sai.", listed(&self.recognised));
            let hint = "Đối chiếu từng số liệu với ảnh trang trước khi dùng.";
            found.push(Finding::new("ocr", Severity::Warning, message, Vec::new()).with_hint(hint));
        }
        if !self.damaged.is_empty() {
            let message = format!("Một phần nội dung trang {} bị hỏng nên không đọc được.", listed(&self.damaged));
            let hint = "Mở tệp bằng phần mềm đọc PDF, in lại ra PDF mới (hoặc xin tệp Word gốc) rồi thả lại.";
            found.push(Finding::new("damaged", Severity::Warning, message, Vec::new()).with_hint(hint));
        }
        found.extend(self.aside());
        found
    }

    /// What was written in another direction than the rest of its page: it is not read, but nothing of it is lost.
    fn aside(&self) -> Option<Finding> {
        let pages: Vec<usize> = self.aside.iter().map(|(page, _)| *page).collect();
        let words = self.aside.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" | ");
        let quoted: String = words.chars().take(MAX_QUOTED).collect();
        let rest = if quoted.len() < words.len() { "…" } else { "" };
        let figures = words.chars().any(|c| c.is_ascii_digit());
        let severity = if figures { Severity::Warning } else { Severity::Info };
        let message =
            format!("Trang {} có chữ viết theo hướng khác nên không được đọc: “{quoted}{rest}”.", listed(&pages));
        let hint = "Xem ảnh trang; nếu trong đó có số liệu của báo cáo, hãy nhập tay.";
        (!pages.is_empty()).then(|| Finding::new("other-direction", severity, message, Vec::new()).with_hint(hint))
    }
}

/// How much of what is left aside is quoted, in characters.
const MAX_QUOTED: usize = 200;

/// Page numbers with runs of them drawn together: "1, 3–5".
fn listed(pages: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => runs.push((*page, *page)),
        }
    }
    let run = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_drawn_together() {
        assert_eq!(listed(&[1, 3, 4, 5, 9, 10]), "1, 3–5, 9–10");
        assert_eq!(listed(&[]), "");
    }
}
