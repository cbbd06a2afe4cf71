//! What a reader noticed, as findings in the words of an official.

use tonghop_model::finding::Finding;
use tonghop_model::notice::Notice;

/// The findings on how a file was read.
pub fn findings(notices: &[Notice]) -> Vec<Finding> {
    notices.iter().map(finding).collect()
}

/// A notice as a finding. It has no places, as the notice has none.
pub fn finding(notice: &Notice) -> Finding {
    let finding = Finding::new(notice.code(), notice.severity(), message(notice), Vec::new());
    match hint(notice) {
        Some(hint) => finding.with_hint(hint),
        None => finding,
    }
}

/// What was noticed, in one sentence.
fn message(notice: &Notice) -> String {
    match notice {
        Notice::OtherFormat { ending, format } => {
            format!("Tên tệp có đuôi .{ending} nhưng nội dung là {}; đã đọc theo nội dung.", format.name())
        }
        Notice::BrokenLetters { count } => {
            format!("Tệp có {count} ký tự bị hỏng; chỗ đó được đọc là “\u{FFFD}”.")
        }
        Notice::ConvertedByFont { encoding, letters } => {
            let name = encoding.name();
            format!("Tệp có {letters} ký tự dùng phông chữ cũ {name}; đã chuyển sang Unicode theo tên phông.")
        }
        Notice::ConvertedByWords { encoding, percent } => {
            let name = encoding.name();
            format!("Tệp dùng bảng mã {name}; đã chuyển sang Unicode (mức chắc chắn {percent}%).")
        }
        Notice::Suspected { encoding, percent } => {
            let name = encoding.name();
            format!("Tệp có thể dùng bảng mã {name} (mức chắc chắn {percent}%); chữ được giữ nguyên, chưa chuyển.")
        }
        Notice::ConvertedAsChosen { encoding } => {
            format!("Đã đọc theo bảng mã {} do người dùng chọn; tệp gốc được giữ nguyên.", encoding.name())
        }
        Notice::KeptAsChosen => KEPT_AS_CHOSEN.to_owned(),
        Notice::CutOff => CUT_OFF.to_owned(),
        Notice::DamagedParts => DAMAGED_PARTS.to_owned(),
        Notice::Salvaged => SALVAGED.to_owned(),
        Notice::DamagedPages { pages } => {
            format!("Một phần nội dung trang {} bị hỏng nên không đọc được.", listed(pages))
        }
        Notice::RecordedChanges => RECORDED_CHANGES.to_owned(),
        Notice::HiddenText { stretches } => format!("Tệp có {stretches} đoạn chữ ẩn; phần ẩn không được đọc."),
        Notice::HiddenSheets { names } => {
            let (count, names) = (names.len(), names.join("”, “"));
            format!("Tệp có {count} trang tính ẩn (“{names}”); các trang này không được đọc.")
        }
        Notice::HiddenLines { count } => {
            format!("Tệp có {count} hàng hoặc cột ẩn có nội dung; phần ẩn không được đọc.")
        }
        Notice::NoResult { formulas } => {
            format!("Tệp có {formulas} ô công thức chưa có kết quả; các ô này để trống.")
        }
        Notice::TooManyCells => "Bảng tính có quá nhiều ô; chỉ đọc phần đầu.".to_owned(),
        Notice::NoText { pages, of } => no_text(pages, *of),
        Notice::Recognised { pages } => {
            format!("Chữ ở trang {} do máy nhận dạng từ ảnh quét nên có thể sai.", listed(pages))
        }
        Notice::OtherDirection { texts } => other_direction(texts),
    }
}

const KEPT_AS_CHOSEN: &str = "Chữ được giữ nguyên như trong tệp, không chuyển bảng mã, theo lựa chọn của người dùng.";
const CUT_OFF: &str = "Nội dung tệp bị đứt giữa chừng; chỉ đọc được phần trước chỗ hỏng.";
const DAMAGED_PARTS: &str =
    "Phần định dạng của tệp bị hỏng; số thứ tự tự động, chú thích hoặc đầu trang có thể thiếu.";
const SALVAGED: &str = "Tệp bị hỏng phần cuối; đã khôi phục được nội dung, nhưng hình hoặc phần phụ có thể thiếu.";
const RECORDED_CHANGES: &str =
    "Tệp còn thay đổi đang theo dõi (Track Changes); nội dung được đọc như khi chấp nhận tất cả.";

/// What is to be done about it, where something is.
fn hint(notice: &Notice) -> Option<&'static str> {
    Some(match notice {
        Notice::BrokenLetters { .. } => "Mở tệp gốc bằng Word, lưu lại thành .docx rồi thả lại.",
        Notice::Suspected { .. } => {
            "Nếu chữ hiện sai, hãy chọn đúng bảng mã ở mục “Bảng mã” của tệp trong danh sách báo cáo."
        }
        Notice::CutOff | Notice::DamagedParts | Notice::Salvaged => {
            "Mở tệp bằng Word, lưu lại thành .docx mới rồi thả lại."
        }
        Notice::DamagedPages { .. } => {
            "Mở tệp bằng phần mềm đọc PDF, in lại ra PDF mới (hoặc xin tệp Word gốc) rồi thả lại."
        }
        Notice::RecordedChanges => {
            "Nếu không đúng, hãy mở bằng Word, chấp nhận hoặc từ chối các thay đổi, lưu lại rồi thả lại."
        }
        Notice::HiddenText { .. } => "Nếu cần đọc, hãy mở bằng Word, bỏ thuộc tính ẩn, lưu lại rồi thả lại.",
        Notice::HiddenSheets { .. } => "Nếu cần đọc, hãy bỏ ẩn trang tính, lưu lại rồi thả lại.",
        Notice::HiddenLines { .. } => "Nếu cần đọc, hãy bỏ ẩn hàng, cột đó, lưu lại rồi thả lại.",
        Notice::NoResult { .. } => "Hãy mở tệp bằng Excel, lưu lại rồi thả lại.",
        Notice::TooManyCells => "Hãy tách riêng trang báo cáo ra một tệp rồi thả lại.",
        Notice::NoText { .. } => {
            "Nhìn các trang này trong tệp gốc; nếu có số liệu, hãy xin tệp Word gốc hoặc nhập tay."
        }
        Notice::Recognised { .. } => "Đối chiếu từng số liệu với ảnh trang trước khi dùng.",
        Notice::OtherDirection { .. } => "Xem ảnh trang; nếu trong đó có số liệu của báo cáo, hãy nhập tay.",
        Notice::OtherFormat { .. }
        | Notice::ConvertedByFont { .. }
        | Notice::ConvertedByWords { .. }
        | Notice::ConvertedAsChosen { .. }
        | Notice::KeptAsChosen => return None,
    })
}

fn no_text(pages: &[usize], of: usize) -> String {
    let (count, listed) = (pages.len(), listed(pages));
    let share = (count * 100).div_ceil(of.max(1));
    format!("{count} trong {of} trang ({share}%) là ảnh quét hoặc trang trống, không có chữ để đọc: trang {listed}.")
}

/// How much of what was left out is quoted, in characters.
const MAX_QUOTED: usize = 200;

fn other_direction(texts: &[(usize, String)]) -> String {
    let pages: Vec<usize> = texts.iter().map(|(page, _)| *page).collect();
    let words = texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" | ");
    let quoted: String = words.chars().take(MAX_QUOTED).collect();
    let rest = if quoted.len() < words.len() { "…" } else { "" };
    format!("Trang {} có chữ viết theo hướng khác nên không được đọc: “{quoted}{rest}”.", listed(&pages))
}

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
    use crate::remark::*;
    use tonghop_model::finding::Severity;
    use tonghop_model::format::Format;
    use tonghop_model::vietnamese::legacy::Encoding;

    fn check(notice: &Notice, code: &str, severity: Severity, message: &str) {
        let finding = finding(notice);
        assert_eq!((finding.code, finding.severity, &*finding.message), (code, severity, message));
        assert!(finding.places.is_empty());
    }

    #[test]
    fn letters() {
        let (info, encoding) = (Severity::Info, Encoding::Tcvn3);
        check(
            &Notice::OtherFormat { ending: "doc".to_owned(), format: Format::Pdf },
            "other-format",
            info,
            "Tên tệp có đuôi .doc nhưng nội dung là PDF; đã đọc theo nội dung.",
        );
        check(
            &Notice::ConvertedByFont { encoding, letters: 7 },
            "legacy-encoding",
            info,
            "Tệp có 7 ký tự dùng phông chữ cũ TCVN3 (ABC); đã chuyển sang Unicode theo tên phông.",
        );
        check(
            &Notice::ConvertedByWords { encoding, percent: 90 },
            "legacy-encoding",
            info,
            "Tệp dùng bảng mã TCVN3 (ABC); đã chuyển sang Unicode (mức chắc chắn 90%).",
        );
        check(
            &Notice::Suspected { encoding, percent: 75 },
            "legacy-encoding",
            Severity::Warning,
            "Tệp có thể dùng bảng mã TCVN3 (ABC) (mức chắc chắn 75%); chữ được giữ nguyên, chưa chuyển.",
        );
        check(
            &Notice::ConvertedAsChosen { encoding },
            "legacy-encoding",
            info,
            "Đã đọc theo bảng mã TCVN3 (ABC) do người dùng chọn; tệp gốc được giữ nguyên.",
        );
    }

    #[test]
    fn pages() {
        check(
            &Notice::NoText { pages: vec![2, 3], of: 7 },
            "scan",
            Severity::Warning,
            "2 trong 7 trang (29%) là ảnh quét hoặc trang trống, không có chữ để đọc: trang 2–3.",
        );
        let aside = |text: &str| Notice::OtherDirection { texts: vec![(1, text.to_owned()), (2, "B".to_owned())] };
        let start = "Trang 1–2 có chữ viết theo hướng khác nên không được đọc: “";
        check(&aside("A"), "other-direction", Severity::Info, &format!("{start}A | B”."));
        check(&aside("12"), "other-direction", Severity::Warning, &format!("{start}12 | B”."));
        let long = "ă".repeat(MAX_QUOTED);
        check(&aside(&long), "other-direction", Severity::Info, &format!("{start}{long}…”."));
    }

    #[test]
    fn page_numbers_are_drawn_together() {
        assert_eq!(listed(&[1, 3, 4, 5, 9, 10]), "1, 3–5, 9–10");
        assert_eq!(listed(&[]), "");
    }

    #[test]
    fn sheets() {
        check(
            &Notice::HiddenSheets { names: vec!["Nháp".to_owned(), "Cũ".to_owned()] },
            "hidden-sheets",
            Severity::Info,
            "Tệp có 2 trang tính ẩn (“Nháp”, “Cũ”); các trang này không được đọc.",
        );
        let finding = finding(&Notice::NoResult { formulas: 2 });
        assert_eq!(finding.hint.as_deref(), Some("Hãy mở tệp bằng Excel, lưu lại rồi thả lại."));
    }
}
