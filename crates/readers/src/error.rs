//! The few ways in which a file cannot be read at all, each with its sentence for the official.

use std::fmt;

use tonghop_model::foreign::Foreign;
use tonghop_model::format::Format;

/// Why a file could not be read at all. What can be read in part is read, with findings instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes, or no text.
    Empty,
    /// The file is larger than the bound, in bytes.
    TooLarge {
        /// The bound.
        limit: u64,
    },
    /// The content is of a format that is known and not read yet.
    NotYet(Format),
    /// The content is of no format that holds a document.
    Foreign(Foreign),
    /// The content is text in an encoding other than Unicode.
    Encoding,
    /// The file is damaged where its structure has to be whole.
    Damaged,
    /// The content would take more room or depth than any report needs.
    Hostile,
    /// The file is protected by a password, which is of no help here.
    Locked,
    /// The file opens with a password.
    Password {
        /// Whether one was given that does not open it.
        wrong: bool,
    },
    /// The file was written by Word 6 or 95, whose format was another one.
    BeforeWord97,
    /// The file holds pictures of pages and no text.
    Scan {
        /// How many pages.
        pages: usize,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Tệp này không có nội dung; hãy kiểm tra lại tệp gốc."),
            Self::TooLarge { limit } => write!(
                f,
                "Tệp này lớn hơn {} MB nên không phải là báo cáo; hãy chọn đúng tệp báo cáo.",
                limit >> 20
            ),
            Self::NotYet(format) => write!(
                f,
                "Chưa đọc được tệp {}; hãy mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx rồi thả lại.",
                format.name()
            ),
            Self::Foreign(what) => write!(
                f,
                "Tệp này là {}, không phải báo cáo; hãy chọn đúng tệp báo cáo, ví dụ .docx hoặc .txt.",
                what.name()
            ),
            Self::Encoding => f.write_str(
                "Tệp văn bản này không dùng bảng mã Unicode và chưa đoán được bảng mã; hãy chọn bảng mã, hoặc mở bằng Word, lưu thành .docx rồi thả lại.",
            ),
            Self::Damaged => f.write_str(
                "Tệp này bị hỏng nên không mở được; hãy mở bằng Word, lưu lại thành .docx mới rồi thả lại.",
            ),
            Self::Hostile => f.write_str(
                "Tệp này có cấu trúc bất thường (quá lớn hoặc quá sâu khi giải nén) nên không được mở; hãy lưu lại bằng Word rồi thả lại.",
            ),
            Self::BeforeWord97 => f.write_str(
                "Tệp này do Word 6.0 hoặc Word 95 lưu nên chưa đọc được; hãy mở bằng Word, lưu thành .docx rồi thả lại.",
            ),
            Self::Scan { pages } => write!(
                f,
                "Tệp này là bản quét: {pages}/{pages} trang (100%) là ảnh, không có chữ để đọc; hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thả lại."
            ),
            Self::Password { wrong: false } => f.write_str(
                "Tệp này cần mật khẩu để mở; hãy nhập mật khẩu, hoặc xin tệp không đặt mật khẩu.",
            ),
            Self::Password { wrong: true } => f.write_str(
                "Mật khẩu không đúng; hãy nhập lại, chú ý chữ hoa, chữ thường và bộ gõ tiếng Việt.",
            ),
            Self::Locked => f.write_str("Tệp này có mật khẩu; hãy xin tệp không đặt mật khẩu, hoặc mở bằng mật khẩu, bỏ mật khẩu, lưu lại rồi thả lại."),
        }
    }
}

impl std::error::Error for ReadError {}
