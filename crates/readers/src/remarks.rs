//! What readers say of how a file was read, in the words of an official.

use tonghop_model::finding::{Finding, Severity};
use tonghop_model::vietnamese::legacy::Converted;

/// What was met and left out on the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    /// Whether changes are recorded in the document.
    pub changes: bool,
    /// How many runs are hidden.
    pub hidden: usize,
    /// What was converted from the encodings of old fonts.
    pub converted: Converted,
}

impl Met {
    /// What the official should know of it.
    pub fn findings(&self) -> impl Iterator<Item = Finding> + '_ {
        let changes = self.changes.then(recorded_changes);
        let hidden = (self.hidden > 0).then(|| hidden_text(self.hidden));
        changes.into_iter().chain(hidden).chain(self.converted.findings())
    }
}

fn remark(code: &'static str, severity: Severity, message: impl Into<String>, hint: &str) -> Finding {
    Finding::new(code, severity, message, Vec::new()).with_hint(hint)
}

/// What helps with most damage.
const SAVE_ANEW: &str = "Mở tệp bằng Word, lưu lại thành .docx mới rồi thả lại.";

/// The content breaks off.
pub(super) fn cut() -> Finding {
    let message = "Nội dung tệp bị đứt giữa chừng; chỉ đọc được phần trước chỗ hỏng.";
    remark("damaged", Severity::Warning, message, SAVE_ANEW)
}

/// A part other than the content is damaged.
pub(super) fn damaged_parts() -> Finding {
    let message = "Phần định dạng của tệp bị hỏng; số thứ tự tự động, chú thích hoặc đầu trang có thể thiếu.";
    remark("damaged", Severity::Warning, message, SAVE_ANEW)
}

/// The list of the file's parts is missing, and its parts were found without it.
pub(super) fn salvaged() -> Finding {
    let message = "Tệp bị hỏng phần cuối; đã khôi phục được nội dung, nhưng hình hoặc phần phụ có thể thiếu.";
    remark("damaged", Severity::Warning, message, SAVE_ANEW)
}

/// Changes are recorded.
pub(super) fn recorded_changes() -> Finding {
    remark(
        "tracked-changes",
        Severity::Info,
        "Tệp còn thay đổi đang theo dõi (Track Changes); nội dung được đọc như khi chấp nhận tất cả.",
        "Nếu không đúng, hãy mở bằng Word, chấp nhận hoặc từ chối các thay đổi, lưu lại rồi thả lại.",
    )
}

/// So many stretches of text are hidden.
pub(super) fn hidden_text(count: usize) -> Finding {
    remark(
        "hidden-text",
        Severity::Info,
        format!("Tệp có {count} đoạn chữ ẩn; phần ẩn không được đọc."),
        "Nếu cần đọc, hãy mở bằng Word, bỏ thuộc tính ẩn, lưu lại rồi thả lại.",
    )
}
